"""与别处雷同: what of the draft stands in other reports, side by side with its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.widgets.basics import button, column, frame, holder, label, row

if TYPE_CHECKING:
    from lawdraft.model.document import Progress
    from lawdraft.model.report import Span
    from lawdraft.model.similarity import Comparison, Match
    from lawdraft.ui.desk import Desk

EXPLAINED = (
    "把往年的报告和外单位的报告加进报告库，程序就能指出哪些话与别处雷同。"
    "固定表述和法规名称不算；自己去年的话单列，不算抄别人。文件只留在这台电脑上。"
)


class SimilarityView(QWidget):
    """The library's state, the shares, the matches, and the two texts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._matches: tuple[Match, ...] = ()
        self._shares = label("", "soft", wrap=True)
        self._list = QListWidget()
        self._list.setAccessibleName("雷同之处")
        self._list.setWordWrap(True)
        self._ours, self._theirs = _text("我们的话"), _text("对方的话")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(self._result_page())
        self.setLayout(column(self._stack))
        self._list.currentRowChanged.connect(self._on_match)
        desk.session.findings_changed.connect(self._show)
        desk.session.opened.connect(self._show)
        self._use_library()

    # -- building --------------------------------------------------------------------------------

    def _empty_page(self) -> QWidget:
        head = label("还没有报告库", "heading")
        words = label(EXPLAINED, "soft", wrap=True)
        add = button("加入报告…", self._on_add, part="primary")
        folder = button("加入整个文件夹…", self._on_add_folder)
        return holder(column(None, head, words, row(add, folder, None), None, spacing=12, margins=(40, 20, 40, 40)))  # fmt: skip

    def _result_page(self) -> QWidget:
        add = button("加入报告…", self._on_add)
        head = frame(row(self._shares, add, margins=(16, 10, 14, 10)), "bar")
        ours = column(label("我们写的", "small"), self._ours, spacing=4, margins=(14, 8, 6, 10))
        theirs = column(label("对方写的", "small"), self._theirs, spacing=4, margins=(6, 8, 14, 10))
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self._list)
        both.addWidget(holder(row(holder(ours), holder(theirs), spacing=0)))
        both.setSizes([240, 300])
        return holder(column(head, both, spacing=0))

    # -- showing ---------------------------------------------------------------------------------

    def _use_library(self) -> None:
        """Compare with the user's library from now on, where there is one."""
        folder = self._folder()
        self._desk.live.library = folder if (folder / "library.sqlite").exists() or _holds_files(folder) else None  # fmt: skip
        self._show()

    def _folder(self) -> Path:
        chosen = self._desk.preferences.value.library
        return Path(chosen) if chosen else self._desk.kit.places.data / "library"

    def _show(self) -> None:
        comparison = self._desk.session.comparison
        self._stack.setCurrentIndex(0 if self._desk.live.library is None else 1)
        self._matches = _in_order(comparison) if comparison else ()
        self._list.clear()
        for match in self._matches:
            self._list.addItem(self._item(match))
        self._shares.setText(_in_words(comparison, len(self._matches)))
        self._show_texts("", "", None, None)

    def _item(self, match: Match) -> QListWidgetItem:
        report = self._desk.session.report
        words = report.text[match.draft.start : match.draft.end][:42] if report else ""
        whose = "本单位往年" if match.own else match.report_id
        left = f"　留有对方的“{'、'.join(match.leftovers)}”" if match.leftovers else ""
        item = QListWidgetItem(f"{whose}（相似 {match.score:.0%}）{left}\n{words}…")
        tone = self._desk.look.colours.ink_soft if match.own else self._desk.look.colours.bad
        item.setForeground(QColor(tone))
        return item

    def _on_match(self, at: int) -> None:
        report, library = self._desk.session.report, self._desk.live.library
        if not 0 <= at < len(self._matches) or report is None or library is None:
            return
        match = self._matches[at]
        try:
            source = flow.library_text(library, match.report_id)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")
            return
        self._show_texts(report.text, source, match.draft, match.source)

    def _show_texts(self, ours: str, theirs: str, here: Span | None, there: Span | None) -> None:
        for field, text, span in ((self._ours, ours, here), (self._theirs, theirs, there)):
            field.setPlainText(text)
            if span is not None:
                _mark(field, span, self._desk.look.colours.warn_soft)

    # -- doing -----------------------------------------------------------------------------------

    def _on_add(self) -> None:
        from lawdraft.ui.dialogs.files import ask_reports

        self.add(ask_reports(self))

    def _on_add_folder(self) -> None:
        from lawdraft.ui.dialogs.files import ask_folder

        folder = ask_folder(self, "加入整个文件夹的报告")
        if folder is not None:
            self.add([path for path in sorted(folder.rglob("*")) if path.is_file()])

    def add(self, paths: list[Path]) -> None:
        """Take files into the library in the background."""
        if not paths:
            return
        folder, kit = self._folder(), self._desk.kit

        def work(progress: Progress) -> tuple[int, int]:
            taken = 0
            outcomes = flow.add_to_library(paths, folder, kit)
            for number, (path, outcome) in enumerate(outcomes, 1):
                progress(number, len(paths), path.name)
                taken += outcome is True
            return taken, len(paths)

        self._desk.tell(f"正在把 {len(paths)} 个文件加入报告库…")
        self._desk.tasks.start("library", work, self._on_added, self._on_refused, shown=True)

    def _on_added(self, counts: tuple[int, int]) -> None:
        taken, total = counts
        self._desk.tell(f"加入了 {taken} 份报告（共选了 {total} 个文件）。", "good")
        self._use_library()
        self._desk.live.refresh()

    def _on_refused(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")


def _in_order(comparison: Comparison) -> tuple[Match, ...]:
    copied = [match for match in comparison.matches if match.kind == "copied"]
    return tuple(sorted(copied, key=lambda m: (m.own, m.draft.start - m.draft.end)))


def _in_words(comparison: Comparison | None, count: int) -> str:
    if comparison is None:
        return "正在与报告库比对…"
    if not count:
        return f"没有发现与别处雷同的话。固定表述占 {comparison.set_phrases:.0%}，不算雷同。"
    return (
        f"与别处雷同的实质内容占 {comparison.others:.0%}；"
        f"固定表述和法规名称占 {comparison.set_phrases:.0%}，不算雷同。"
    )


def _holds_files(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _text(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(name)
    return made


def _mark(field: QPlainTextEdit, span: Span, colour: str) -> None:
    cursor = QTextCursor(field.document())
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor  # type: ignore[attr-defined]
    mark.format.setBackground(QColor(colour))  # type: ignore[attr-defined]
    field.setExtraSelections([mark])
    cursor.setPosition(span.start)
    field.setTextCursor(cursor)
    field.centerCursor()
