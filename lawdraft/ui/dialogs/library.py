"""报告库: which reports there are by unit and year; add files and folders, take out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
)

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.dialogs.ask import ask
from lawdraft.ui.dialogs.files import ask_folder, ask_reports
from lawdraft.ui.live import existing_library, library_folder
from lawdraft.ui.widgets.basics import button, column, label, row

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lawdraft.model.document import Progress
    from lawdraft.model.similarity import Held
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.tasks import Job

NAME = Qt.ItemDataRole.UserRole
NAMED = 5  # files that were not taken in, told by name
Listed = tuple[tuple["Held", ...], dict[str, str]]  # the reports, and those that repeat another
NO_UNIT = "没有认出单位"


def folder_of(desk: Desk) -> Path:
    """Where the user's library is, or will be."""
    return library_folder(desk.preferences.value.library, desk.kit)


@dataclass
class TakingIn:
    """What became of the files so far: counted in the worker, told when it is over or stopped."""

    taken: int = 0
    known: int = 0
    refused: dict[str, str] = field(default_factory=dict)  # file name, and why not

    def in_words(self) -> str:
        """加入了 28 份报告，2 份库里已经有了。"""
        words = f"加入了 {self.taken} 份报告"
        if self.known:
            words += f"，{self.known} 份库里已经有了"
        if self.refused:
            more = " 等" if len(self.refused) > NAMED else ""
            names = "、".join([*self.refused][:NAMED])
            words += f"，{len(self.refused)} 个文件没有加入（{names}{more}）"
        return words + "。"

    @property
    def reasons(self) -> str:
        """Why files were not taken in, a line each."""
        return "\n".join(f"{name}：{why}" for name, why in self.refused.items())


class LibraryDialog(QDialog):
    """The reports, and what can be done with them; stays while files are taken in behind it."""

    changed = Signal()

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ""  # what the last change did
        self._taking = TakingIn()
        self._twins: dict[str, str] = {}
        self.setWindowTitle("报告库")
        self.search = QLineEdit()
        self.search.setPlaceholderText("找单位、年份或文件名")
        self.search.setAccessibleName("找单位、年份或文件名")
        self.search.setClearButtonEnabled(True)
        self.count = label("", "soft", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("加入了多少")
        self.tree = self._make_tree()
        self._adds = (
            button("加入报告…", self._on_add, part="primary"),
            button("加入整个文件夹…", self._on_add_folder),
        )
        self.remove = button("移出报告库", self._on_remove)
        self.doubles = button("", self._choose_twins, part="link")
        self.cancel = button("停止", lambda: desk.tasks.cancel("library"))
        self._build()
        self.search.textChanged.connect(self._filter)
        self.tree.itemSelectionChanged.connect(self._on_selection)
        desk.tasks.progressed.connect(self._on_progress)
        desk.tasks.cancelled.connect(self._on_cancelled)
        self.show_library()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("报告库里的报告")
        tree.setHeaderLabels(["单位与报告", "年份", "字数"])
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setAlternatingRowColors(True)
        return tree

    def _build(self) -> None:
        close = button("关闭", self.reject)
        what_for = label(
            "程序拿稿子与这些报告相比。往年的、外单位的都可以加进来；文件只留在这台电脑上，原件不动。",
            "soft", wrap=True,
        )  # fmt: skip
        told = row(self.count, self.doubles, spacing=12, grow=0)
        below = row(*self._adds, self.remove, None, self.cancel, close)
        self.setLayout(column(what_for, row(self.search, grow=0), self.tree, self.bar, told, below,
                              spacing=10, margins=(20, 16, 20, 14), grow=2))  # fmt: skip
        scaled, room = self._desk.look.scaled, self.screen().availableGeometry()
        self.resize(min(scaled(820), room.width() - 40), min(scaled(560), room.height() - 60))
        self.tree.setColumnWidth(0, min(scaled(520), self.width() - scaled(300)))
        self.tree.setColumnWidth(1, scaled(130))
        for each in (self.bar, self.cancel, self.doubles):
            each.hide()

    def done(self, result: int) -> None:
        """Closed: what was told is read."""
        self._said = ""
        super().done(result)

    # -- showing ---------------------------------------------------------------------------------

    def show_library(self) -> None:
        """Read the list in the background and show it."""
        folder = folder_of(self._desk)
        self.remove.setEnabled(False)
        if existing_library(folder) is None:
            self._show(((), {}))
            return
        self._desk.tasks.start(
            "library-list",
            lambda _progress: (flow.list_library(folder), flow.library_twins(folder)),
            self._show,
            self._on_refused,
            replaces=True,
        )

    def _show(self, listed: Listed) -> None:
        held, self._twins = listed
        self.tree.clear()
        groups: dict[str, list[Held]] = {}
        for one in held:
            groups.setdefault(one.unit or NO_UNIT, []).append(one)
        for unit, reports in groups.items():
            years = sorted({str(one.year) for one in reports if one.year})
            top = QTreeWidgetItem([f"{unit}（{len(reports)} 份）", "、".join(years), ""])
            for one in sorted(reports, key=lambda each: -(each.year or 0)):
                top.addChild(self._item(one))
            self.tree.addTopLevelItem(top)
        units = len(groups.keys() - {NO_UNIT})
        words = f"共 {len(held)} 份报告，{units} 个单位。" if held else "报告库还是空的。"
        self.count.setText(f"{self._said}　{words}" if self._said else words)
        self.doubles.setText(f"选中重复的 {len(self._twins)} 份")
        self.doubles.setVisible(bool(self._twins))
        self._filter()

    def _item(self, one: Held) -> QTreeWidgetItem:
        """A report; one that repeats another says so."""
        item = QTreeWidgetItem([one.id, f"{one.year}" if one.year else "—", f"{one.characters:,}"])
        item.setData(0, NAME, one.id)
        item.setToolTip(0, one.id)
        if (other := self._twins.get(one.id)) is not None:
            item.setText(0, f"{one.id}（与“{other}”重复）")
            item.setToolTip(0, f"与“{other}”几乎一字不差，留一份就够了。")
            item.setForeground(0, QColor(self._desk.look.colours.warn))
        return item

    def _choose_twins(self) -> None:
        """Select what stands in the library twice, to be taken out."""
        self.search.clear()
        self.tree.clearSelection()
        for k in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(k)
            for item in (top.child(n) for n in range(top.childCount())):
                if item.data(0, NAME) in self._twins:
                    top.setExpanded(True)
                    item.setSelected(True)
                    self.tree.scrollToItem(item)

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
            self.add([folder])

    def add(self, paths: list[Path]) -> None:
        """Take files, and the documents in folders, into the library in the background."""
        if not paths or not self._adds[0].isEnabled():
            return
        folder, kit = folder_of(self._desk), self._desk.kit
        taking = self._taking = TakingIn()

        def work(progress: Progress) -> TakingIn:
            _take_in(paths, folder, kit, progress, taking)
            return taking

        self.count.setText("正在找文件…")
        self.bar.setRange(0, 0)
        self._work(working=True)
        self._desk.tasks.start("library", work, self._on_added, self._on_refused, shown=True)

    def _work(self, *, working: bool) -> None:
        """While files are taken in one can look, or stop it."""
        for each in (self.bar, self.cancel):
            each.setVisible(working)
        for each in self._adds:
            each.setEnabled(not working)
        self.remove.setEnabled(False)

    def _on_progress(self, job: Job, done: int, total: int, note: str) -> None:
        if job.name == "library":
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.count.setText(f"正在加入第 {done} 个，共 {total} 个：{note}")

    def _on_added(self, taking: TakingIn) -> None:
        self._ended(taking.in_words(), "good", taking.reasons)

    def _on_cancelled(self, job: Job) -> None:
        if job.name == "library":
            self._ended(f"停下了：{self._taking.in_words()}", "", self._taking.reasons)

    def _on_refused(self, error: LawdraftError) -> None:
        self._ended(error.sentence, "bad")

    def _ended(self, words: str, tone: str, reasons: str = "") -> None:
        self._work(working=False)
        self._said = words
        self.count.setToolTip(reasons)
        self.changed.emit()
        self.show_library()
        if not self.isVisible():  # closed meanwhile
            self._desk.tell(words, tone)

    def _on_remove(self) -> None:
        names, folder = self._chosen(), folder_of(self._desk)
        question = f"把选中的 {len(names)} 份移出报告库吗？"
        if not names or not ask(self, question, "移出", detail="原来的文件不受影响。"):
            return
        self._desk.tasks.start(
            "library-remove",
            lambda _progress: flow.remove_from_library(names, folder),
            lambda _nothing: self._ended(f"移出了 {len(names)} 份报告。", "good"),
            self._on_refused,
        )


def _take_in(
    paths: list[Path], folder: Path, kit: flow.Kit, progress: Progress, taking: TakingIn
) -> None:
    """Count what happens to each file; system and lock files are not looked at."""
    from lawdraft.store.targets import files_below

    files = files_below(paths)
    for number, (path, outcome) in enumerate(flow.add_to_library(files, folder, kit), 1):
        if isinstance(outcome, LawdraftError):
            taking.refused[path.name] = outcome.sentence
        else:
            taking.taken += outcome
            taking.known += not outcome
        progress(number, len(files), path.name)
