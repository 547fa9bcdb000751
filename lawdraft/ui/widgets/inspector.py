"""The right side of 填写: last year's words, the page as it will be, what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QTextBrowser, QWidget

from lawdraft.ui.anchors import card_at, printed, printed_values
from lawdraft.ui.widgets.basics import ToolButton, column, frame, label, row
from lawdraft.ui.widgets.diff import diff_html
from lawdraft.ui.widgets.findings_list import FindingsList
from lawdraft.ui.widgets.original import Original
from lawdraft.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lawdraft.model.finding import Finding
    from lawdraft.ui.desk import Desk

DIFF_AFTER_MS = 250  # not at every keystroke
NOTHING_LAST = "这份草稿没有去年的报告可对照。"


class Inspector(QTabWidget):
    """Follows the card that the caret is in."""

    fold_wanted = Signal()
    findings_shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card = ""
        self.setDocumentMode(True)
        self.setAccessibleName("对照")
        self.last = LastYear(desk)
        self.pages = PageView(desk.look)
        self.findings = FindingsList(desk)
        self.addTab(self.last, "去年")
        self.addTab(self.pages, "预览")
        self.addTab(self.findings, "核查")
        self.tabBar().setAccessibleName("对照：去年、预览还是核查")
        self._fold = self._fold_button()
        self.setCurrentIndex(desk.preferences.value.inspector_tab)
        self.currentChanged.connect(self._on_tab)
        self.pages.clicked.connect(self._on_page_clicked)
        session = desk.session
        session.report_changed.connect(self._show_pages)
        session.findings_changed.connect(self._show_findings)
        session.opened.connect(self._on_opened)
        session.opened.connect(self._name_last)
        desk.finding_shown.connect(self.findings.mark)
        desk.last_wanted.connect(self._on_last)
        self._show_pages()
        self._show_findings()
        self._name_last()

    def _name_last(self) -> None:
        draft = self._desk.session.draft
        self.setTabText(0, draft.last_called if draft else "去年")

    def _fold_button(self) -> ToolButton:
        made = ToolButton()
        made.setParent(self)
        made.setText("收起")
        made.setProperty("part", "link")
        made.setToolTip("收起右边的对照，文字宽一些（F8）")
        made.setAccessibleDescription(made.toolTip())
        made.clicked.connect(lambda _checked=False: self.fold_wanted.emit())
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """收起 stands at the end of the tabs' line."""
        super().resizeEvent(event)
        made, high = self._fold, self.tabBar().height()
        made.adjustSize()
        made.move(self.width() - made.width() - 8, max((high - made.height()) // 2, 0))
        made.raise_()

    @property
    def card(self) -> str:
        """The card that is spoken of."""
        return self._card

    def follow(self, card_id: str) -> None:
        """The caret went into another card."""
        self._card = self._desk.card = card_id
        self.last.follow(card_id)
        self._mark()

    def next_finding(self, way: int) -> Finding | None:
        """On to the next finding, which is shown here."""
        self.setCurrentWidget(self.findings)
        return self.findings.step(way)

    def _on_last(self, card_id: str) -> None:
        self.setCurrentWidget(self.last)
        self.follow(card_id)

    def _on_opened(self) -> None:
        self._card = ""
        self._show_pages()
        self._show_findings()

    def _show_pages(self) -> None:
        if self.currentWidget() is self.pages:
            self.pages.show_pages(self._desk.session.pages)
            self._mark()

    def _mark(self) -> None:
        span = next((s for s in self._desk.session.spans if s.card == self._card), None)
        if self.currentWidget() is self.pages:
            self.pages.mark(span.start, span.end) if span else self.pages.mark(-1, -1)

    def _show_findings(self) -> None:
        session = self._desk.session
        none = "没有发现问题。" if session.checked else session.check_trouble or "正在核对…"
        self.findings.show_findings(session.findings, none=none)
        number = len(self.findings.model.findings)  # as 核查 says: 全部 15
        self.setTabText(2, f"核查 {number}" if number else "核查")
        self.findings_shown.emit()

    def _on_tab(self, index: int) -> None:
        self._desk.preferences.change(inspector_tab=index)
        self._show_pages()

    def _on_page_clicked(self, offset: int) -> None:
        card = card_at(self._desk.session.spans, offset)
        if card is not None:
            self._desk.card_wanted.emit(card, -1, -1)


class LastYear(QWidget):
    """The current card against last year's wording, and below it the whole old report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card = ""
        self._shown: tuple[str, str] | None = None
        self._words = QTextBrowser()
        self._words.setProperty("part", "plain")
        self._words.setAccessibleName("这一条去年的话")
        self._words.setPlaceholderText("点左边的一条，这里显示它去年是怎么写的，改了哪些字。")
        self.text = Original(desk.look)
        self._colours, self._whole = label("", "faint"), label("", "small")
        caption = row(label("这一条的变化", "small"), None, self._colours, margins=(14, 10, 14, 2))
        upper = frame(column(caption, self._words, spacing=2, margins=(0, 0, 0, 6)), "quiet")
        self._words.setViewportMargins(14, 0, 10, 0)
        below = row(self._whole, None, margins=(14, 10, 14, 4))
        layout = column(upper, below, self.text, spacing=0)
        layout.setStretch(0, 1)
        layout.setStretch(2, 2)
        self.setLayout(layout)
        session = desk.session
        self._soon = QTimer(self, singleShot=True, interval=DIFF_AFTER_MS)
        self._soon.timeout.connect(self._refresh)
        session.draft_changed.connect(self._soon.start)
        session.last_changed.connect(self._show_last)
        session.opened.connect(self._show_last)
        desk.look.changed.connect(self._again)
        self._show_last()

    def follow(self, card_id: str) -> None:
        """Another card; the old report scrolls to where its words stood."""
        self._card = card_id
        self._refresh()
        draft, last = self._desk.session.draft, self._desk.session.last
        if draft is None or last is None:
            return
        card = next((each for each in draft.cards if each.id == card_id), None)
        at = last.text.find(card.last[:30].strip()) if card is not None and card.last else -1
        if card is not None and at >= 0:
            self.text.go_to(at, at + len(card.last))
        else:
            self.text.unmark()
            if card is None:
                self.text.verticalScrollBar().setValue(0)  # the title, to whom it goes

    def _again(self) -> None:
        self._shown = None
        self._refresh()

    def _show_last(self) -> None:
        session = self._desk.session
        called = session.draft.last_called if session.draft else "去年"
        self._colours.setText(f"红：{called}有　绿：今年新")
        self._whole.setText(f"{called}全文")
        if session.last is not None:
            self.text.show_report(session.last)
        elif session.draft is not None:
            self.text.show_words(session.draft.last_text or NOTHING_LAST)
        self._again()

    def _refresh(self) -> None:
        draft = self._desk.session.draft
        card = next((c for c in draft.cards if c.id == self._card), None) if draft else None
        if card is None or draft is None:
            self._words.clear()
            self._shown = None
            return
        now = printed(card.text, printed_values(draft)) if card.decision != "drop" else ""
        if (card.last, now) == self._shown:
            return
        self._shown = (card.last, now)
        if not card.last:
            self._words.setPlainText("这一条是今年新加的，去年没有。")
            return
        words = diff_html(card.last, now, self._desk.look.colours)
        self._words.setHtml(f'<div style="line-height:150%">{words}</div>')
