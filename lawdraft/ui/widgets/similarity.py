"""与别处雷同: what of the draft stands in other reports, side by side with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from lawdraft import flow
from lawdraft.model.finding import Finding
from lawdraft.ui.dialogs.library import LibraryDialog, folder_of
from lawdraft.ui.models.sources import EXPLAINED_NUMBERS, in_words, sources, whose
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row
from lawdraft.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.report import Span
    from lawdraft.model.similarity import Held, Repeat
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.models.sources import Line, Source

EXPLAINED = (
    "把往年的报告和外单位的报告加进报告库，程序就能指出哪些话与别处雷同。"
    "固定表述和法规名称不算；自己去年的话单列，不算抄别人。文件只留在这台电脑上。"
)
LINE = Qt.ItemDataRole.UserRole
LONGEST_PHRASE = 120  # characters that one can call a set phrase


class SimilarityView(QWidget):
    """The shares explained, passages by source, the two texts, and what can be done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._held: dict[str, Held] = {}
        self._repeats: tuple[Repeat, ...] = ()
        self._texts: dict[str, str] = {}
        self._library: LibraryDialog | None = None
        self._numbers = row(spacing=18)
        self._means = label("\n".join(EXPLAINED_NUMBERS), "soft", wrap=True)
        self._none = label("", "soft", wrap=True)
        self.tree = _tree()
        self.sides = SideBySide(desk.look)
        self._edit = button("到正文里改", self._on_edit, part="primary")
        self._phrase = button("这是固定表述", self._on_phrase)
        self._phrase.setToolTip(
            "这句话人人都这样写，以后在这台电脑上不再算雷同（可以收回）；只要其中几个字，先在左边选中"
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(self._result_page())
        self.setLayout(column(self._stack))
        self._connect()
        self._use_library()

    # -- building --------------------------------------------------------------------------------

    def _empty_page(self) -> QWidget:
        head = label("还没有报告库", "heading")
        words = label(EXPLAINED, "soft", wrap=True)
        add = button("建报告库…", self.open_library, part="primary")
        return holder(column(None, head, words, row(add, None), None, spacing=12, margins=(40, 20, 40, 40)))  # fmt: skip

    def _result_page(self) -> QWidget:
        library = button("报告库…", self.open_library)
        library.setToolTip("看库里有哪些报告，加入、移出")
        means = button("这些数怎么看", self._on_means, part="link")
        bar = row(self._numbers, None, means, library, margins=(16, 10, 14, 10))
        self._means.setContentsMargins(16, 0, 16, 10)
        self._means.hide()
        head = frame(column(bar, self._means, spacing=0), "bar")
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(holder(column(self._none, self.tree, spacing=0, grow=1)))
        both.addWidget(self.sides)
        both.setSizes([240, 300])
        both.setChildrenCollapsible(False)
        back, on = button("上一处", lambda: self._step(-1)), button("下一处", lambda: self._step(1))
        does = row(back, on, self._edit, self._phrase, None, margins=(14, 8, 14, 10))
        return holder(column(head, both, frame(does, "footer"), spacing=0, grow=1))

    def _connect(self) -> None:
        session = self._desk.session
        session.findings_changed.connect(self._refresh)
        session.opened.connect(self._refresh)
        self.tree.currentItemChanged.connect(lambda now, _before: self._on_line(now))
        self.tree.itemDoubleClicked.connect(lambda _item, _column: self._on_edit())
        self.sides.clicked.connect(self._on_clicked)

    # -- showing ---------------------------------------------------------------------------------

    def _use_library(self) -> None:
        """Compare with the user's library from now on, where there is one."""
        folder = folder_of(self._desk)
        there = (folder / "library.sqlite").exists()
        self._desk.live.library = folder if there else None
        self._texts.clear()
        self._held.clear()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """The list at once; who the sources are and what is said twice a moment later."""
        self._show()
        report, library = self._desk.session.report, self._desk.live.library
        if report is None or library is None or not self.isVisible():
            return
        text, known = report.text, dict(self._held)

        def work(_progress: object) -> tuple[dict[str, Held], tuple[Repeat, ...]]:
            held = known or {one.id: one for one in flow.list_library(library)}
            return held, flow.said_twice(text)

        self._desk.tasks.start("similarity", work, self._on_known, self._on_refused, replaces=True)

    def _on_known(self, found: tuple[dict[str, Held], tuple[Repeat, ...]]) -> None:
        if found != (self._held, self._repeats):
            self._held, self._repeats = found
            self._show()

    def _show(self) -> None:
        session = self._desk.session
        comparison, report = session.comparison, session.report
        self._stack.setCurrentIndex(0 if self._desk.live.library is None else 1)
        clear(self._numbers)
        for name, value, means in in_words(comparison):
            self._numbers.addWidget(_number(name, value, means))
        found: tuple[Source, ...] = ()
        if comparison is not None and report is not None:
            phrases = flow.set_phrases(self._desk.kit)
            found = sources(comparison, report.text, self._held, self._repeats, phrases)
        self._none.setText("没有发现与别处雷同的话。" if comparison else "正在与报告库比对…")
        self._none.setContentsMargins(16, 12, 16, 12)
        self._none.setVisible(not found)
        self._fill(found)

    def _fill(self, found: tuple[Source, ...]) -> None:
        before = self._line()
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.tree.clear()
        for source in found:
            top = QTreeWidgetItem([source.name])
            top.setForeground(0, QColor(getattr(self._desk.look.colours, source.tone)))
            for line in source.lines:
                item = QTreeWidgetItem([line.words])
                item.setData(0, LINE, line)
                top.addChild(item)
            self.tree.addTopLevelItem(top)
            top.setExpanded(not source.lines[0].phrase)
        self.tree.blockSignals(False)  # noqa: FBT003 - Qt's own
        again = [item for item in self._items() if before and item.data(0, LINE) == before]
        self._on_line(None)
        if again:
            self.tree.setCurrentItem(again[0])

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(k) for k in range(self.tree.topLevelItemCount())]
        return [top.child(n) for top in tops for n in range(top.childCount())]

    def _line(self) -> Line | None:
        item = self.tree.currentItem()
        found: Line | None = item.data(0, LINE) if item is not None else None
        return found

    def _on_line(self, item: QTreeWidgetItem | None) -> None:
        line: Line | None = item.data(0, LINE) if item is not None else None
        report, library = self._desk.session.report, self._desk.live.library
        self._edit.setEnabled(line is not None and line.here is not None)
        self._phrase.setEnabled(line is not None)
        kept = line is not None and bool(line.phrase)
        self._phrase.setText("收回：不是固定表述" if kept else "这是固定表述")
        ours = report.text if report else ""
        if line is None or line.here is None or library is None:
            self.sides.show_none(ours)
        elif not line.report_id:
            self._show_pair(line, ours)
        elif line.report_id in self._texts:
            self._show_pair(line, self._texts[line.report_id])
        else:
            self._fetch(line, library)

    def _fetch(self, line: Line, library: Path) -> None:
        """The source's text from the library, off the window's thread."""

        def keep(text: str) -> None:
            self._texts[line.report_id] = text
            if self._line() == line:
                self._show_pair(line, text)

        self._desk.tasks.start(
            "source", lambda _progress: flow.library_text(library, line.report_id),
            keep, self._on_refused, replaces=True,
        )  # fmt: skip

    def _show_pair(self, line: Line, theirs: str) -> None:
        report = self._desk.session.report
        if report is None or line.here is None or line.there is None:
            return
        name = whose(line.report_id, self._held) if line.report_id else "稿子里的另一处"
        title = f"对方写的：{name}" if line.report_id else name
        self.sides.show_pair(report.text, line.here, theirs, line.there, title)

    # -- doing -----------------------------------------------------------------------------------

    def _step(self, way: int) -> None:
        items = [item for item in self._items() if item.data(0, LINE).here is not None]
        if not items:
            return
        now = self.tree.currentItem()
        at = items.index(now) + way if now in items else (0 if way > 0 else -1)
        self.tree.setCurrentItem(items[at % len(items)])

    def _on_clicked(self, character: int) -> None:
        """From our text back to the list."""
        for item in self._items():
            here = item.data(0, LINE).here
            if here is not None and here.start <= character < here.end:
                self.tree.setCurrentItem(item)
                return

    def _on_edit(self) -> None:
        line = self._line()
        if line is not None and line.here is not None:
            start, end = self._in_card(line.here)
            self._desk.show_finding(Finding("copied-other", "note", "", "", start=start, end=end))

    def _in_card(self, here: Span) -> tuple[int, int]:
        """The part of a passage that stands in its first card: there it can be mended."""
        for card in self._desk.session.spans:
            if card.start < here.end and here.start < card.end:
                return max(here.start, card.start), min(here.end, card.end)
        return here.start, here.end

    def _on_phrase(self) -> None:
        line, report = self._line(), self._desk.session.report
        if line is None or report is None:
            return
        if line.phrase:
            flow.forget_set_phrase(line.phrase, self._desk.kit)
            self._desk.tell("收回了，这句话又算雷同。")
        elif line.here is not None:
            words = self.sides.ours.selected() or report.text[line.here.start : line.here.end]
            if len(words) > LONGEST_PHRASE:
                self._desk.tell("这一段太长；请先在左边选中那句话，再点“这是固定表述”。")
                return
            flow.keep_set_phrase(words.strip(), self._desk.kit)
            self._desk.tell(
                "记下了，这句话以后不算雷同；要收回，在下面“您标为固定表述的话”里。", "good"
            )
        self._desk.live.refresh()
        self._show()

    def _on_means(self) -> None:
        self._means.setVisible(not self._means.isVisible())

    def open_library(self) -> LibraryDialog:
        """The library's own window: one, for files may be taken in while it is closed."""
        if self._library is None:
            self._library = LibraryDialog(self, self._desk)
            self._library.changed.connect(self._on_library_changed)
        else:
            self._library.show_library()
        self._library.open()
        return self._library

    def _on_library_changed(self) -> None:
        self._use_library()
        self._desk.live.refresh()

    def _on_refused(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")


def _number(name: str, value: str, means: str) -> QWidget:
    made = holder(column(label(value, "heading"), label(name, "small"), spacing=0))
    made.setToolTip(means)
    made.setAccessibleName(f"{name} {value}")
    made.setAccessibleDescription(means)
    return made


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("雷同之处，按来源")
    tree.setHeaderHidden(True)
    tree.setWordWrap(True)
    return tree
