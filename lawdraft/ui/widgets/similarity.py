"""与别处雷同: what of the draft stands in other reports, side by side with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from lawdraft import flow
from lawdraft.model.finding import Finding
from lawdraft.model.report import Span
from lawdraft.ui.dialogs.library import LibraryDialog, folder_of
from lawdraft.ui.live import existing_library
from lawdraft.ui.models.sources import EXPLAINED_NUMBERS, in_words, sources, whose
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row
from lawdraft.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.similarity import Held, Match, Repeat
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.models.sources import Line, Source

EXPLAINED = (
    "把往年的报告和外单位的报告加进报告库，程序就能指出哪些话与别处雷同。"
    "固定表述和法规名称不算；自己去年的话单列，不算抄别人。文件只留在这台电脑上。"
)
NO_LIBRARY = "还没有报告库：现在只同去年的报告比。加入外单位的报告，才看得出有没有抄别处的。"
LINE = Qt.ItemDataRole.UserRole
SHORTEST_PHRASE, LONGEST_PHRASE = 4, 120  # characters that one can call a set phrase
WHOLE, PART = "这是固定表述", "选中的是固定表述"
Known = tuple[dict[str, "Held"], tuple["Repeat", ...], dict[str, str], tuple["Match", ...]]


class SimilarityView(QWidget):
    """The shares explained, passages by source, the two texts, and what can be done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._held: dict[str, Held] = {}
        self._repeats: tuple[Repeat, ...] = ()
        self._texts: dict[str, str] = {}
        self._library: LibraryDialog | None = None
        self._matches: tuple[Match, ...] = ()
        self._shown_first: Line | None = None  # chosen by itself, not by the user
        self._wanted = -1  # a place of the report to be shown once it is known
        self._numbers = row(spacing=18)
        self._means = label("\n".join(EXPLAINED_NUMBERS), "soft", wrap=True)
        self._lacking = label(NO_LIBRARY, "warn", wrap=True)
        self._none = label("", "soft", wrap=True)
        self.tree = _tree()
        self.sides = SideBySide(desk.look)
        self._edit = button("到正文里改", self._on_edit, part="primary")
        self._phrase = button(WHOLE, self._on_phrase)
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
        library = button("报告库…", self.open_library, hint="看库里有哪些报告，加入、移出")
        means = button("这些数怎么看", self._on_means, part="link")
        sheet = button(
            "导出自查表…", self._on_sheet, part="link", hint="核查和比对的结果做成表，签字存档"
        )
        bar = row(self._numbers, None, means, margins=(16, 8, 14, 8))
        for each in (self._means, self._lacking):
            each.setContentsMargins(16, 0, 16, 10)
            each.hide()
        head = frame(column(bar, self._means, self._lacking, spacing=0), "bar")
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(holder(column(self._none, self.tree, spacing=0, grow=1)))
        both.addWidget(self.sides)
        both.setSizes([210, 330])
        both.setChildrenCollapsible(False)
        back, on = button("上一处", lambda: self._step(-1)), button("下一处", lambda: self._step(1))
        does = row(back, on, self._edit, self._phrase, None, sheet, library, margins=(14, 8, 14, 8))
        return holder(column(head, both, frame(does, "footer"), spacing=0, grow=1))

    def _connect(self) -> None:
        session = self._desk.session
        session.findings_changed.connect(self._refresh)
        session.opened.connect(self._refresh)
        self.tree.currentItemChanged.connect(lambda now, _before: self._on_line(now))
        self.tree.itemDoubleClicked.connect(lambda _item, _column: self._on_edit())
        self.sides.clicked.connect(self._on_our_place)
        self.sides.their_clicked.connect(self._on_their_place)
        self.sides.ours.selectionChanged.connect(self._name_phrase)
        self._desk.passage_wanted.connect(self.show_place)
        self._desk.look.changed.connect(self._show)

    # -- showing ---------------------------------------------------------------------------------

    def _use_library(self) -> None:
        """Compare with the user's library from now on, where there is one."""
        self._desk.live.library = existing_library(folder_of(self._desk))
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
        session, library = self._desk.session, self._desk.live.library
        report, comparison, last = session.report, session.comparison, session.last
        if report is None or comparison is None or not self.isVisible():
            return
        text, known = report.text, dict(self._held)

        def work(_progress: object) -> Known:
            listed = known or {one.id: one for one in flow.list_library(library)} if library else {}
            texts = flow.source_texts(comparison, library, last)
            matches = flow.by_paragraph(comparison, text, texts)
            return listed, flow.said_twice(text), texts, matches

        def done(found: Known) -> None:
            if self._desk.session.comparison is comparison:
                self._held, self._repeats, self._texts, self._matches = found
                self._show()

        self._desk.tasks.start("similarity", work, done, self._on_refused, replaces=True)

    def _show(self) -> None:
        session, library = self._desk.session, self._desk.live.library is not None
        comparison, report = session.comparison, session.report
        self._stack.setCurrentIndex(1 if library or comparison else 0)
        self._lacking.setVisible(not library)
        clear(self._numbers)
        for name, value, means in in_words(comparison, library=library):
            self._numbers.addWidget(_number(name, value, means))
        found: tuple[Source, ...] = ()
        if comparison is not None and report is not None:
            phrases = flow.set_phrases(self._desk.kit)
            found = sources(self._matches, report.text, self._held, self._repeats, phrases)
        self._none.setText("没有发现与别处雷同的话。" if comparison else "正在比对…")
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
        items = self._items()
        again = [item for item in items if before and item.data(0, LINE) == before]
        first = [item for item in items if item.data(0, LINE).here is not None]
        if before == self._shown_first:  # nobody chose it
            again = []
        self._on_line(None)
        wanted = [item for item in items if _covers(item, self._wanted)]
        if first:
            self._wanted = -1
            chosen = (wanted or again or first)[0]
            self._shown_first = None if wanted or again else chosen.data(0, LINE)
            self.tree.setCurrentItem(chosen)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(k) for k in range(self.tree.topLevelItemCount())]
        return [top.child(n) for top in tops for n in range(top.childCount())]

    def _line(self) -> Line | None:
        item = self.tree.currentItem()
        found: Line | None = item.data(0, LINE) if item is not None else None
        return found

    def _on_line(self, item: QTreeWidgetItem | None) -> None:
        line: Line | None = item.data(0, LINE) if item is not None else None
        report = self._desk.session.report
        self._edit.setEnabled(line is not None and line.here is not None)
        self._phrase.setEnabled(line is not None)
        ours = report.text if report else ""
        if line is None or line.here is None or line.there is None:
            self.sides.show_none(ours)
        elif not line.report_id or line.report_id in self._texts:
            self._show_pair(line, ours, self._texts.get(line.report_id, ours))
        else:
            self.sides.show_none(ours)
        self._name_phrase()

    def _show_pair(self, line: Line, ours: str, theirs: str) -> None:
        if line.here is None or line.there is None:
            return
        name = whose(line.report_id, self._held) if line.report_id else "稿子里的另一处"
        if line.report_id:
            name = f"{'往年写的' if line.own else '对方写的'}：{name}"
        phrases = flow.set_phrases(self._desk.kit)
        known = [span for each in phrases for span in _places(ours, each, line.here)]
        self.sides.show_pair(ours, line.here, theirs, line.there, name, known)

    def _name_phrase(self) -> None:
        """The button says what it is about: the whole passage, the words chosen, or to take back."""
        line = self._line()
        if line is not None and line.phrase:
            self._phrase.setText("收回：不是固定表述")
            self.sides.hint.clear()
            return
        self._phrase.setText(PART if self.sides.ours.selected().strip() else WHOLE)
        self.sides.hint.setText("只有几个字是固定表述？在左边选中它们" if line else "")

    # -- doing -----------------------------------------------------------------------------------

    def _step(self, way: int) -> None:
        items = [item for item in self._items() if item.data(0, LINE).here is not None]
        if not items:
            return
        now = self.tree.currentItem()
        at = items.index(now) + way if now in items else (0 if way > 0 else -1)
        self.tree.setCurrentItem(items[at % len(items)])

    def show_place(self, character: int) -> None:
        """The passage at a place of the report, once it is known."""
        self._wanted = -1 if self._on_our_place(character) else character

    def _on_our_place(self, character: int) -> bool:
        """From our text back to the list; False where no passage is."""
        for item in self._items():
            if _covers(item, character):
                self.tree.setCurrentItem(item)
                return True
        return False

    def _on_their_place(self, character: int) -> None:
        """From the other text to the list."""
        now = self._line()
        for item in self._items():
            line: Line = item.data(0, LINE)
            there = line.there if now and line.report_id == now.report_id else None
            if there is not None and there.start <= character < there.end:
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
            chosen = self.sides.ours.selected()
            words = (chosen or report.text[line.here.start : line.here.end]).strip()
            if not SHORTEST_PHRASE <= len(words) <= LONGEST_PHRASE:
                why = "太长" if len(words) > LONGEST_PHRASE else "太短"
                self._desk.tell(
                    f"这{'段' if not chosen else '几个字'}{why}；请在左边选中那句固定表述，再点这里。"
                )
                return
            flow.keep_set_phrase(words, self._desk.kit)
            told = f"记下了：“{words[:12]}{'…' if len(words) > 12 else ''}”以后不算雷同。"
            self._desk.tell(f"{told}要收回，在上面的表里点“您标为固定表述的话”。", "good")
        self._desk.live.refresh()
        self._show()

    def _on_sheet(self) -> None:
        self._desk.step_wanted.emit("export")
        self._desk.export_wanted.emit("self-check")

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


def _covers(item: QTreeWidgetItem, character: int) -> bool:
    """Whether the passage of a line holds a character of the report."""
    here: Span | None = item.data(0, LINE).here
    return here is not None and here.start <= character < here.end


def _places(text: str, words: str, inside: Span) -> list[Span]:
    """Where words stand in a part of a text."""
    found, at = [], text.find(words, inside.start, inside.end)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words), inside.end)
    return found


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName("雷同之处，按来源")
    tree.setHeaderHidden(True)
    tree.setWordWrap(True)
    return tree
