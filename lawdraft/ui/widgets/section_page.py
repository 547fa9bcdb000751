"""The middle of 填写: one section with its topics and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.model.asking import asked_of, is_left, settle
from lawdraft.ui.anchors import printed, reslotted
from lawdraft.ui.models.sections import card_done
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.card import CardView
from lawdraft.ui.widgets.giving import Giving
from lawdraft.ui.widgets.questions import Questions
from lawdraft.ui.widgets.scrolling_to import scroll_into_view, scroll_to_caret, scroll_to_top
from lawdraft.ui.widgets.suggesting import Suggesting
from lawdraft.ui.widgets.undoable import headline, lock, put_words
from lawdraft.ui.words import kinds_in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from lawdraft.model.draft import Card, Change, DraftSection, Entry, Topic
    from lawdraft.ui.desk import Desk

STALE_AFTER_MS = 400
UNTITLED = {"opening": "开头（没有标题）", "closing": "结尾（没有标题）"}
ROOMY = 560  # pixels in the standard size


class SectionPage(QWidget):
    """Shows the section asked for; keeps its card widgets while their cards live."""

    card_entered = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self._shape: tuple[object, ...] = ()
        self._entries: dict[str, Entry] = {}
        self._revisions: object = ()  # as shown on the cards
        self._cards: dict[str, CardView] = {}
        self._topics: dict[str, QLineEdit] = {}
        self.current = ""
        self.heading = headline("这一部分的标题", "（这一部分没有标题）")
        self._kind, self._count = label("", "badge"), label("", "soft")
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self._body.setContentsMargins(20, 14, 20, 30)
        self.figures = Giving(desk, self, self._written)
        self.words = Suggesting(desk, self)
        self.questions = Questions()
        self._stale: frozenset[str] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=STALE_AFTER_MS)
        head = row(self.heading, self._kind, self._count, spacing=10, margins=(16, 10, 20, 10))
        head.setStretch(0, 1)
        inner = holder(self._body)
        self._area = scrolling(inner, "这一部分的内容")
        asked = holder(column(self.questions, margins=(20, 8, 20, 0)))
        self.setLayout(column(frame(head, "bar"), asked, self._area, spacing=0, grow=2))
        self._connect()

    def _connect(self) -> None:
        session = self._desk.session
        session.draft_changed.connect(self._refresh)
        session.opened.connect(self._forget)
        session.report_changed.connect(self._refresh)
        session.findings_changed.connect(self._show_findings)
        session.copied_changed.connect(self._show_findings)
        self.heading.textEdited.connect(self._on_heading)
        self.figures.slot_next.connect(self._show_slot)
        self.figures.blank_next.connect(self.go_to_card)
        self.words.put.connect(self.go_to_card)
        self.questions.confirmed.connect(lambda change: self._on_answered(change, right=True))
        self.questions.refused.connect(lambda change: self._on_answered(change, right=False))
        self._soon.timeout.connect(self._ask_stale)

    # -- showing ---------------------------------------------------------------------------------

    def show_section(self, section_id: str) -> None:
        """Another section, from its top."""
        if section_id != self._id:
            self._id = section_id
            self._refresh()
            self._area.verticalScrollBar().setValue(0)

    def go_to_topic(self, topic_id: str) -> None:
        """Scroll to a topic."""
        if topic_id in self._topics:
            scroll_to_top(self._area, self._topics[topic_id])

    def go_to_card(self, card_id: str, start: int = -1, end: int = -1) -> None:
        """Put the caret into a card, and select a span of its printed text."""
        view = self._cards.get(card_id)
        if view is None:
            return
        self._body.activate()
        view.focus_text()
        self.reveal(card_id)
        if start >= 0:
            view.text.select_printed(start, end)
            scroll_to_caret(self._area, view.text)

    def reveal(self, card_id: str) -> None:
        """Scroll until a card is seen."""
        if card_id in self._cards:
            scroll_into_view(self._area, self._cards[card_id])

    @property
    def section_id(self) -> str:
        """The section shown."""
        return self._id

    def view(self, card_id: str) -> CardView:
        """The widget of a card shown now."""
        return self._cards[card_id]

    def _section(self) -> DraftSection | None:
        draft = self._desk.session.draft
        if draft is None:
            return None
        return next((each for each in draft.sections if each.id == self._id), None)

    def _forget(self) -> None:
        self._id, self._shape = "", ()
        for view in self._cards.values():
            view.hide()
            view.deleteLater()
        self._cards = {}

    def _refresh(self) -> None:
        section, draft = self._section(), self._desk.session.draft
        if section is None or draft is None or not self.isVisible():
            return
        shape = tuple(
            (t.id, t.heading is None, tuple(c.id for c in t.cards)) for t in section.topics
        )
        if (self._id, *shape) != self._shape:
            self._shape = (self._id, *shape)
            self._rebuild(section)
        entries = self._desk.session.entries
        same_figures = entries is self._entries and draft.revisions is self._revisions
        self._entries, self._revisions = entries, draft.revisions
        values = self._desk.session.values
        for topic in section.topics:
            field = self._topics.get(topic.id)
            if field is not None:
                put_words(field, printed(topic.heading or "", values))
            for card in topic.cards:
                view = self._cards[card.id]
                if not (same_figures and view.card is card):
                    view.show_card(card, entries)
        self._show_head(section)
        self._soon.start()

    def _show_head(self, section: DraftSection) -> None:
        values = self._desk.session.values
        put_words(self.heading, printed(section.heading or "", values))
        of_topics = [change for topic in section.topics for change in asked_of(topic)]
        self.questions.ask((*asked_of(section), *of_topics))
        kind = section.kinds[0] if section.kinds else ""
        self.heading.setPlaceholderText(UNTITLED.get(kind, "（没有标题）"))
        self._kind.setText(kinds_in_words(section.kinds))
        for field in (self.heading, *self._topics.values()):
            lock(field, locked=bool(self._desk.session.read_only))
        draft = self._desk.session.draft
        blank = frozenset(e.id for e in draft.ledger if not e.value and not e.formula) if draft else frozenset()  # fmt: skip
        cards = [card for topic in section.topics for card in topic.cards]
        done = sum(card_done(card, blank) for card in cards)
        self._count.setText(f"已完成 {done}/{len(cards)} 条")

    def _rebuild(self, section: DraftSection) -> None:
        """Lay the section out again, with the widgets of the cards that are still there."""
        self._area.widget().setUpdatesEnabled(False)
        kept = {card.id for topic in section.topics for card in topic.cards}
        focused = next((i for i, view in self._cards.items() if view.text.hasFocus()), "")
        self._empty_body(kept)
        self._topics = {}
        for topic in section.topics:
            if topic.heading is not None:
                self._body.addWidget(self._topic_field(topic))
            for card in topic.cards:
                if card.id not in self._cards:
                    self._cards[card.id] = self._make_card(card)
                self._body.addWidget(self._cards[card.id])
            last = self._cards[topic.cards[-1].id] if topic.cards else None
            self._body.addLayout(
                row(self._add_button(topic), 14, self.words.link(topic, last), None)
            )
        self._body.addStretch(1)
        self._area.widget().setUpdatesEnabled(True)
        if focused in self._cards:
            self._cards[focused].focus_text()
        self._order_tabs()
        self._show_findings()

    def _empty_body(self, kept: set[str]) -> None:
        for view in self._cards.values():
            self._body.removeWidget(view)
        clear(self._body)
        for card_id in [each for each in self._cards if each not in kept]:
            gone = self._cards.pop(card_id)
            gone.hide()
            gone.deleteLater()

    def _topic_field(self, topic: Topic) -> QLineEdit:
        field = headline("小节标题")
        put_words(field, printed(topic.heading or "", self._desk.session.values))
        field.textEdited.connect(lambda words: self._on_topic(topic.id, words))
        self._topics[topic.id] = field
        return field

    def _add_button(self, topic: Topic) -> QWidget:
        made = button("＋ 加一条", lambda: self._on_add(topic.id), part="link")
        made.setAccessibleName(f"在“{topic.heading or '这里'}”加一条")
        return made

    def _make_card(self, card: Card) -> CardView:
        view = CardView(self._desk, card)
        view.entered.connect(self._on_entered)
        view.slot_wanted.connect(self._on_slot)
        view.left.connect(self._on_left)
        view.help_wanted.connect(lambda _card: self.words.offer(view))
        view.show_stale(stale=card.id in self._stale)
        return view

    def _order_tabs(self) -> None:
        """From text to text, then to what can be decided about it."""
        before: QWidget = self.heading
        for view in self._in_order():
            for widget in view.fields:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _in_order(self) -> list[CardView]:
        section = self._section()
        ids = [c.id for t in section.topics for c in t.cards] if section else []
        return [self._cards[each] for each in ids if each in self._cards]

    def _show_findings(self, card_id: str = "") -> None:
        """Of one card that is being typed, or of all."""
        wanted = [each for each in self._cards if card_id in ("", each)]
        for each, marks in self._desk.session.marks(wanted).items():
            self._cards[each].show_findings(marks)

    # -- doing -----------------------------------------------------------------------------------

    def _on_entered(self, card_id: str) -> None:
        before, self.current = self.current, card_id
        for each in (before, card_id):
            if each in self._cards:
                self._cards[each].show_current(current=each == card_id)
        if before != card_id and before in self._cards:
            self._cards[before].text.deselect()
        self.card_entered.emit(card_id)

    def _on_heading(self, words: str) -> None:
        section = self._section()
        raw = reslotted(section.heading or "" if section else "", self._desk.session.values, words)
        self._desk.session.edit(
            editing.set_section_heading, self._id, raw, what="改标题", merge=f"s {self._id}"
        )

    def _on_topic(self, topic_id: str, words: str) -> None:
        draft = self._desk.session.draft
        raw = draft.topic(topic_id).heading or "" if draft else ""
        self._desk.session.edit(
            editing.set_topic_heading,
            topic_id,
            reslotted(raw, self._desk.session.values, words or " "),
            what="改小节标题",
            merge=f"t {topic_id}",
        )

    def _on_add(self, topic_id: str) -> None:
        session = self._desk.session
        if session.draft is None:
            return
        cards = session.draft.topic(topic_id).cards
        marker = cards[-1].marker if cards else None
        new = editing.new_id(session.draft, "c")
        alone = marker is None
        draft = editing.add_card(session.draft, topic_id, marker=marker, new_paragraph=alone)
        if session.apply(draft, "加一条"):
            self.go_to_card(new, 0, 0)

    # -- what was rolled on, what only repeats last year -----------------------------------------

    def _on_answered(self, change: Change, *, right: bool) -> None:
        section = self._section()
        if section is None or (is_left(change) and not right):
            self.heading.setFocus()  # to be written there
            return
        ids = (topic.id for topic in section.topics if change in topic.changes)
        item = section.id if change in section.changes else next(ids)
        what = "确认顺延" if right else "改回去年的说法"
        self._desk.session.edit(lambda draft: settle(draft, item, change, right=right), what=what)

    def _ask_stale(self) -> None:
        """Which cards only repeat last year, worked out in the background."""
        draft = self._desk.session.draft
        if draft is not None:
            self._desk.tasks.start(
                "stale",
                lambda _progress: frozenset(flow.unrefreshed_cards(draft)),
                self._show_stale,
                replaces=True,
            )

    def _show_stale(self, stale: frozenset[str]) -> None:
        for card_id in stale ^ self._stale:
            if card_id in self._cards:
                self._cards[card_id].show_stale(stale=card_id in stale)
        self._stale = stale

    # -- figures ---------------------------------------------------------------------------------

    def _on_left(self, card_id: str, way: int) -> None:
        """Alt+Down: into the next card, and at the end of the section into the next section."""
        draft = self._desk.session.draft
        cards = [card.id for card in draft.cards if card.decision != "drop"] if draft else []
        if card_id in cards:
            place = cards.index(card_id) + way
            if 0 <= place < len(cards):
                self._desk.card_wanted.emit(cards[place], 0, 0)

    def _on_slot(self, card_id: str, entry_id: str) -> None:
        self.figures.ask(self._cards[card_id], entry_id)

    def _written(self) -> list[Card]:
        """The cards of the section that are written this year, in order."""
        section = self._section()
        cards = [card for topic in section.topics for card in topic.cards] if section else []
        return [card for card in cards if card.decision != "drop"]

    def _show_slot(self, card_id: str, entry_id: str) -> None:
        view = self._cards[card_id]
        view.focus_text()
        self._area.ensureWidgetVisible(view, 0, 80)
        view.text.put_caret_at_slot(entry_id)
        self._on_slot(card_id, entry_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the heading has the line to itself; the tree tells the rest."""
        super().resizeEvent(event)
        roomy = self.width() >= self._desk.look.scaled(ROOMY)
        self._kind.setVisible(roomy)
        self._count.setVisible(roomy)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._refresh()
