"""报告库: which reports there are by unit and year; add files and folders, take out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.dialogs.ask import ask
from lawdraft.ui.dialogs.files import ask_folder, ask_reports
from lawdraft.ui.widgets.basics import button, column, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lawdraft.model.document import Progress
    from lawdraft.model.similarity import Held
    from lawdraft.ui.desk import Desk

NAME = Qt.ItemDataRole.UserRole
NAMED = 5  # unreadable files told by name
NO_UNIT = "没有认出单位"


def folder_of(desk: Desk) -> Path:
    """Where the user's library is, or will be."""
    chosen = desk.preferences.value.library
    return Path(chosen) if chosen else desk.kit.places.data / "library"


class LibraryDialog(QDialog):
    """The reports, and what can be done with them."""

    changed = Signal()

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ""  # what the last change did
        self.setWindowTitle("报告库")
        self.search = QLineEdit()
        self.search.setPlaceholderText("找单位、年份或文件名")
        self.search.setAccessibleName("找单位、年份或文件名")
        self.search.setClearButtonEnabled(True)
        self.count = label("", "soft", wrap=True)
        self.tree = self._make_tree()
        self.remove = button("移出报告库", self._on_remove)
        self.cancel = button("停止", lambda: desk.tasks.cancel("library"))
        self._build()
        self.search.textChanged.connect(self._filter)
        self.tree.itemSelectionChanged.connect(self._on_selection)
        desk.tasks.progressed.connect(self._on_progress)
        self.show_library()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("报告库里的报告")
        tree.setHeaderLabels(["单位与报告", "年份", "字数"])
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setAlternatingRowColors(True)
        return tree

    def _build(self) -> None:
        add = button("加入报告…", self._on_add, part="primary")
        folder = button("加入整个文件夹…", self._on_add_folder)
        close = button("关闭", self.reject)
        what_for = label(
            "程序拿稿子与这些报告相比。往年的、外单位的都可以加进来；文件只留在这台电脑上，原件不动。",
            "soft", wrap=True,
        )  # fmt: skip
        below = row(add, folder, self.remove, None, self.cancel, close)
        self.setLayout(column(what_for, row(self.search, grow=0), self.tree, self.count, below,
                              spacing=10, margins=(20, 16, 20, 14), grow=2))  # fmt: skip
        scaled, room = self._desk.look.scaled, self.screen().availableGeometry()
        self.resize(min(scaled(820), room.width() - 40), min(scaled(560), room.height() - 60))
        self.tree.setColumnWidth(0, scaled(520))
        self.cancel.hide()

    # -- showing ---------------------------------------------------------------------------------

    def show_library(self) -> None:
        """Read the list in the background and show it."""
        folder = folder_of(self._desk)
        self.remove.setEnabled(False)
        if not (folder / "library.sqlite").is_file():
            self._show(())
            return
        self._desk.tasks.start(
            "library-list",
            lambda _progress: flow.list_library(folder),
            self._show,
            self._on_refused,
        )

    def _show(self, held: tuple[Held, ...]) -> None:
        self.tree.clear()
        groups: dict[str, list[Held]] = {}
        for one in held:
            groups.setdefault(one.unit or NO_UNIT, []).append(one)
        for unit, reports in groups.items():
            years = sorted({str(one.year) for one in reports if one.year})
            top = QTreeWidgetItem([unit, "、".join(years), f"{len(reports)} 份"])
            for one in sorted(reports, key=lambda each: -(each.year or 0)):
                year = f"{one.year}" if one.year else "—"
                item = QTreeWidgetItem([one.id, year, f"{one.characters:,}"])
                item.setData(0, NAME, one.id)
                top.addChild(item)
            self.tree.addTopLevelItem(top)
        units = len(groups.keys() - {NO_UNIT})
        words = f"共 {len(held)} 份报告，{units} 个单位。" if held else "报告库还是空的。"
        self.count.setText(f"{self._said}　{words}" if self._said else words)
        self._filter()

    def _filter(self) -> None:
        wanted = self.search.text().strip()
        for k in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(k)
            whole = wanted in top.text(0)
            children = [top.child(n) for n in range(top.childCount())]
            for item in children:
                item.setHidden(not (whole or wanted in item.text(0) or wanted in item.text(1)))
            top.setHidden(all(item.isHidden() for item in children))
            top.setExpanded(bool(wanted) and not whole)

    def _chosen(self) -> list[str]:
        names: dict[str, None] = {}
        for item in self.tree.selectedItems():
            inside = [item.child(n) for n in range(item.childCount())] or [item]
            names.update((str(each.data(0, NAME)), None) for each in inside)
        return [*names]

    def _on_selection(self) -> None:
        count = len(self._chosen())
        self.remove.setEnabled(bool(count))
        self.remove.setText(f"移出 {count} 份" if count > 1 else "移出报告库")

    # -- doing -----------------------------------------------------------------------------------

    def _on_add(self) -> None:
        self.add(ask_reports(self))

    def _on_add_folder(self) -> None:
        folder = ask_folder(self, "加入整个文件夹的报告")
        if folder is not None:
            self.add([path for path in sorted(folder.rglob("*")) if path.is_file()])

    def add(self, paths: list[Path]) -> None:
        """Take files into the library in the background."""
        if not paths:
            return
        folder, kit = folder_of(self._desk), self._desk.kit

        def work(progress: Progress) -> str:
            return _take_in(paths, folder, kit, progress)

        self.count.setText(f"正在加入 {len(paths)} 个文件…")
        self.cancel.show()
        self._desk.tasks.start("library", work, self._on_added, self._on_refused, shown=True)

    def _on_progress(self, job: object, done: int, total: int, note: str) -> None:
        if getattr(job, "name", "") == "library":
            self.count.setText(f"正在加入第 {done} 个，共 {total} 个：{note}")

    def _on_added(self, words: str) -> None:
        self._ended(words)
        self._desk.tell(words, "good")

    def _on_refused(self, error: LawdraftError) -> None:
        self._ended(error.sentence)
        self._desk.tell(error.sentence, "bad")

    def _ended(self, words: str) -> None:
        self.cancel.hide()
        self.changed.emit()
        self.show_library()
        self._said = words

    def _on_remove(self) -> None:
        names, folder = self._chosen(), folder_of(self._desk)
        question = f"把选中的 {len(names)} 份移出报告库吗？"
        if not names or not ask(self, question, "移出", detail="原来的文件不受影响。"):
            return
        self._desk.tasks.start(
            "library-remove",
            lambda _progress: flow.remove_from_library(names, folder),
            lambda _nothing: self._on_added(f"移出了 {len(names)} 份报告。"),
            self._on_refused,
        )


def _take_in(paths: list[Path], folder: Path, kit: flow.Kit, progress: Progress) -> str:
    """What happened to each file, in one sentence."""
    taken = known = 0
    refused: list[str] = []
    for number, (path, outcome) in enumerate(flow.add_to_library(paths, folder, kit), 1):
        progress(number, len(paths), path.name)
        taken += outcome is True
        known += outcome is False
        if isinstance(outcome, LawdraftError):
            refused.append(path.name)
    words = f"加入了 {taken} 份报告"
    if known:
        words += f"，{known} 份库里已经有了"
    if refused:
        more = " 等" if len(refused) > NAMED else ""
        words += f"，{len(refused)} 个文件读不了（{'、'.join(refused[:NAMED])}{more}）"
    return words + "。"
