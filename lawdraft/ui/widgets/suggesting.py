"""Finds the words to offer at a card, and puts the chosen ones into the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.model.diary import sentence_of
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.widgets.basics import button
from lawdraft.ui.widgets.suggest_popup import Suggestion, SuggestPopup

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from lawdraft.flow import Kit
    from lawdraft.model.diary import DiaryNote
    from lawdraft.model.draft import Card, Draft, Topic
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.widgets.card import CardView

MOST_VARIANTS = 10


class Suggesting(QObject):
    """Offers words at a card and takes the chosen ones into the draft."""

    put = Signal(str)  # card id: words went into it

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: CardView | None = None
        self.popup = SuggestPopup(parent)
        self.popup.taken.connect(self._on_taken)
        self.popup.forgotten.connect(self._on_forgotten)

    def offer(self, view: CardView) -> None:
        """F4 in a card: the year's notes, wordings, own phrases."""
        draft = self._desk.session.draft
        if draft is None or self._desk.session.read_only:
            return
        self._view = view
        text = view.text
        at = text.viewport().mapToGlobal(text.cursorRect().bottomLeft() + QPoint(0, 8))
        self.popup.offer(view.id, suggestions(draft, view.id, self._desk.kit), at)

    def link(self, topic: Topic, view: CardView | None) -> QPushButton:
        """Below a topic: how many notes of the year fit it, and the way to all words."""
        draft, kit = self._desk.session.draft, self._desk.kit
        notes: list[DiaryNote] = []
        if draft is not None:
            from lawdraft.store.notes import read_diary

            fitting = flow.fitting_notes(draft, topic.id, read_diary(kit.places, draft.year))
            notes = [note for note, told in fitting if not told]
        words = f"随手记有 {len(notes)} 条可用" if notes else "常用的话"
        made = button(words, lambda: self.offer(view) if view else None, part="link")
        made.setToolTip("换个说法、常用的话、随手记（在文字里按 F4）")
        if view is None:
            made.hide()
        return made

    def _on_taken(self, card_id: str, chosen: Suggestion) -> None:
        session, view = self._desk.session, self._view
        if session.draft is None or view is None:
            return
        before = {card.id for card in session.draft.cards}
        caret = view.text.caret
        session.apply(taken(session.draft, card_id, chosen, caret, self._desk.kit), "放进一句话")
        new = next((card.id for card in session.draft.cards if card.id not in before), card_id)
        self.put.emit(new)

    def _on_forgotten(self, words: str) -> None:
        from lawdraft.store.notes import remove_phrase

        try:
            remove_phrase(self._desk.kit.places, words)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")


def suggestions(draft: Draft, card_id: str, kit: Kit) -> tuple[Suggestion, ...]:
    """Notes of the year that fit the card's topic, then wordings, then the user's own phrases."""
    from lawdraft.store.notes import read_diary, read_phrases

    topic = topic_of(draft, card_id)
    noted = flow.fitting_notes(draft, topic.id, read_diary(kit.places, draft.year))
    notes = [Suggestion("note", sentence_of(note), note=note, told=told) for note, told in noted]
    variants = flow.topic_variants(draft, topic.id, kit)[:MOST_VARIANTS]
    phrases = [Suggestion("phrase", phrase) for phrase in read_phrases(kit.places)]
    return (
        *sorted(notes, key=lambda each: each.told),
        *(Suggestion("variant", shown, source) for shown, source in variants),
        *phrases,
    )


def topic_of(draft: Draft, card_id: str) -> Topic:
    """The topic that a card stands in. Raises KeyError where it is gone."""
    for topic in draft.topics:
        if any(card.id == card_id for card in topic.cards):
            return topic
    raise KeyError(card_id)


def taken(draft: Draft, card_id: str, chosen: Suggestion, caret: int, kit: Kit) -> Draft:
    """The draft with the chosen words: a note or phrase at the caret, a wording as its own."""
    card = draft.card(card_id)
    if chosen.kind != "variant":
        return _at_caret(draft, card, chosen, caret)
    if is_ours(card):
        return flow.put_variant(draft, card_id, chosen.source, kit)
    return flow.add_variant(draft, topic_of(draft, card_id).id, chosen.source, kit, after=card_id)


def is_ours(card: Card) -> bool:
    """Whether nobody's words would be lost: empty, or worded by the program and not yet decided."""
    return not card.text.strip() or (not card.last and card.decision == "undecided")


def _at_caret(draft: Draft, card: Card, chosen: Suggestion, caret: int) -> Draft:
    text = card.text[:caret] + chosen.words + card.text[caret:]
    grown = editing.set_card_text(draft, card.id, text)
    note = chosen.note
    if note is None or not note.number:
        return grown
    at = text.find(note.number, caret + len(chosen.words) - len(note.number + note.unit) - 2)
    if at < 0:
        return grown
    end = at + len(note.number) + (len(note.unit) if text.startswith(note.unit, at + len(note.number)) else 0)  # fmt: skip
    return editing.make_slot(grown, card.id, at, end, thing=_thing(note.text))


def _thing(words: str) -> str:
    """What the note's number counts, as the ledger names it."""
    return words.strip().rstrip("。，；")[-12:]
