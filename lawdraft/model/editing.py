"""Edits of a draft as pure functions: each takes a Draft and gives the next one.

An id that the draft does not hold is a mistake of the caller: KeyError. A new card, topic, section
or entry gets the id `new_id(draft, kind)` of the draft before the edit.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypedDict, TypeVar, Unpack

from lawdraft.model.draft import (
    SLOT_CLOSE,
    SLOT_OPEN,
    Card,
    Decision,
    Draft,
    DraftSection,
    Entry,
    Promise,
    PromiseState,
    Topic,
)
from lawdraft.model.report import FigureRole, SectionKind

_T = TypeVar("_T")
SLOT = re.compile(f"{SLOT_OPEN}([^{SLOT_OPEN}{SLOT_CLOSE}]*){SLOT_CLOSE}")
_NUMBER = re.compile(r"(?:\d[\d,.]*|[〇零一二两三四五六七八九十百千万亿]+)[百千万亿]*[余多]?")


class Facts(TypedDict, total=False):
    """What stands around the text: given to `set_facts` by name."""

    organisation: str
    level: str | None
    title: str
    addressee: str | None
    signature: str | None
    date: date | None
    year: int


class EntryFields(TypedDict, total=False):
    """What can be changed of a ledger entry: given to `set_entry` by name."""

    thing: str
    unit: str | None
    last: str | None
    value: str | None
    role: FigureRole
    indicator: str | None
    supplier: str
    note: str
    public: bool
    formula: str


def new_id(draft: Draft, kind: str) -> str:
    """The id that the next new thing gets; `kind` is c card, t topic, s section, e entry."""
    return f"{kind}{draft.next_id}"


def slots_of(text: str) -> tuple[str, ...]:
    """Ids of the ledger entries that a card's text mentions, in order: 排查⟦e1⟧件 → ("e1",)."""
    return tuple(match[1] for match in SLOT.finditer(text))


# -- cards ---------------------------------------------------------------------------------------


def set_card_text(draft: Draft, card_id: str, text: str) -> Draft:
    """New wording of a card; a card nobody has decided on becomes 改写."""

    def edited(card: Card) -> Card:
        decided: Decision = "rewrite" if card.decision == "undecided" else card.decision
        return replace(card, text=text, decision=decided) if text != card.text else card

    return change_card(draft, card_id, edited)


def set_decision(draft: Draft, card_id: str, decision: Decision) -> Draft:
    """沿用 改数 改写 删除 未定; a dropped card keeps its text and can be taken back."""
    return change_card(draft, card_id, lambda card: replace(card, decision=decision))


def set_card_heading(
    draft: Draft, card_id: str, heading: str | None, level: int | None = None
) -> Draft:
    """A card's own heading without number; `level` 3 or 4, as it was where left out."""

    def edited(card: Card) -> Card:
        return replace(card, heading=heading or None, level=level or card.level or 3)

    return change_card(draft, card_id, edited)


def set_card_marker(draft: Draft, card_id: str, marker: str | None) -> Draft:
    """一是, 第一, 1. … for a point, None for plain text; numbering follows when composed."""
    return change_card(draft, card_id, lambda card: replace(card, marker=marker))


def add_card(
    draft: Draft,
    topic_id: str,
    text: str = "",
    *,
    after: str | None = None,
    marker: str | None = None,
    heading: str | None = None,
    level: int | None = None,
    new_paragraph: bool = True,
) -> Draft:
    """A new card in a topic, behind the card `after` or at the end; its decision is 改写.

    With a marker it joins the series of the card before it.
    """
    neighbour = draft.card(after) if after else None
    card = Card(
        id=new_id(draft, "c"),
        text=text,
        heading=heading,
        level=level,
        marker=marker,
        new_paragraph=new_paragraph,
        decision="rewrite",
        series=neighbour.series if neighbour else 0,
    )
    cards = draft.topic(topic_id).cards
    index = next((i + 1 for i, each in enumerate(cards) if each.id == after), len(cards))
    grown = replace(draft, next_id=draft.next_id + 1)
    return change_topic(grown, topic_id, lambda topic: _with_card(topic, card, index))


def remove_card(draft: Draft, card_id: str) -> Draft:
    """The draft without this card; ledger entries it mentioned stay."""
    draft.card(card_id)
    return _each_topic(draft, lambda topic: _without_card(topic, card_id))


def move_card(draft: Draft, card_id: str, topic_id: str, index: int) -> Draft:
    """The card at place `index` (0 first) of a topic, counted without the card itself.

    A point that comes from another topic joins the series it lands in: 三是 there, 二是 here.
    """
    card, target = draft.card(card_id), draft.topic(topic_id)
    rest = remove_card(draft, card_id)
    if card not in target.cards and card.marker:
        card = _joined(card, target, index)
    return change_topic(rest, topic_id, lambda topic: _with_card(topic, card, index))


def change_card(draft: Draft, card_id: str, edit: Callable[[Card], Card]) -> Draft:
    """The draft with one card replaced by what `edit` makes of it."""
    draft.card(card_id)

    def edited(topic: Topic) -> Topic:
        if not any(card.id == card_id for card in topic.cards):
            return topic
        cards = tuple(edit(card) if card.id == card_id else card for card in topic.cards)
        return replace(topic, cards=cards)

    return _each_topic(draft, edited)


# -- topics --------------------------------------------------------------------------------------


def add_topic(
    draft: Draft, section_id: str, heading: str | None = None, *, index: int | None = None
) -> Draft:
    """A new empty topic at place `index` of a section, or at its end."""
    topic = Topic(new_id(draft, "t"), heading)
    grown = replace(draft, next_id=draft.next_id + 1)
    return change_section(grown, section_id, lambda section: _with_topic(section, topic, index))


def remove_topic(draft: Draft, topic_id: str) -> Draft:
    """The draft without this topic and its cards."""
    draft.topic(topic_id)
    return _each_section(draft, lambda section: _without_topic(section, topic_id))


def move_topic(draft: Draft, topic_id: str, section_id: str, index: int) -> Draft:
    """The topic at place `index` of a section, counted without the topic itself."""
    topic, _ = draft.topic(topic_id), draft.section(section_id)
    rest = remove_topic(draft, topic_id)
    return change_section(rest, section_id, lambda section: _with_topic(section, topic, index))


def set_topic_heading(draft: Draft, topic_id: str, heading: str | None) -> Draft:
    """A topic's heading without its number; None or empty: no heading."""
    return change_topic(draft, topic_id, lambda topic: replace(topic, heading=heading or None))


def change_topic(draft: Draft, topic_id: str, edit: Callable[[Topic], Topic]) -> Draft:
    """The draft with one topic replaced by what `edit` makes of it."""
    draft.topic(topic_id)
    return _each_topic(draft, lambda topic: edit(topic) if topic.id == topic_id else topic)


# -- sections ------------------------------------------------------------------------------------


def add_section(
    draft: Draft,
    kinds: tuple[SectionKind, ...],
    heading: str | None = None,
    *,
    index: int | None = None,
) -> Draft:
    """A new section with one topic without heading, at place `index` or at the end."""
    topic = Topic(f"t{draft.next_id + 1}")
    section = DraftSection(new_id(draft, "s"), kinds, heading, topics=(topic,))
    sections = _inserted(draft.sections, section, index)
    return replace(draft, sections=sections, next_id=draft.next_id + 2)


def remove_section(draft: Draft, section_id: str) -> Draft:
    """The draft without this section and everything in it."""
    draft.section(section_id)
    return replace(draft, sections=tuple(s for s in draft.sections if s.id != section_id))


def move_section(draft: Draft, section_id: str, index: int) -> Draft:
    """The section at place `index`, counted without the section itself."""
    section = draft.section(section_id)
    rest = remove_section(draft, section_id)
    return replace(rest, sections=_inserted(rest.sections, section, index))


def set_section_heading(draft: Draft, section_id: str, heading: str | None) -> Draft:
    """A section's heading without its number; None or empty: no heading."""
    return change_section(draft, section_id, lambda each: replace(each, heading=heading or None))


def change_section(
    draft: Draft, section_id: str, edit: Callable[[DraftSection], DraftSection]
) -> Draft:
    """The draft with one section replaced by what `edit` makes of it."""
    draft.section(section_id)
    return _each_section(draft, lambda each: edit(each) if each.id == section_id else each)


# -- figures -------------------------------------------------------------------------------------


def set_figure(draft: Draft, entry_id: str, value: str | None) -> Draft:
    """Gives this year's value as it will be printed (72, 2万余, 85.4); None or blank: not given."""
    return set_entry(draft, entry_id, value=(value or "").strip() or None)


def set_entry(draft: Draft, entry_id: str, **fields: Unpack[EntryFields]) -> Draft:
    """A ledger entry with these fields changed: supplier, note, public, formula …"""
    draft.entry(entry_id)
    ledger = tuple(replace(e, **fields) if e.id == entry_id else e for e in draft.ledger)
    return replace(draft, ledger=ledger)


def add_entry(draft: Draft, thing: str, unit: str | None = None) -> Draft:
    """A new figure in the ledger, without a value; no text mentions it yet."""
    entry = Entry(new_id(draft, "e"), thing, unit, last=None)
    return replace(draft, ledger=(*draft.ledger, entry), next_id=draft.next_id + 1)


def make_slot(draft: Draft, card_id: str, start: int, end: int, *, thing: str = "") -> Draft:
    """The number typed at [start, end) of a card becomes a ledger entry with that value.

    化解67件 with the span of 67件 → 化解⟦e9⟧件, entry e9 of 67 and 件. The draft comes back as it
    was where the span holds no number. `thing` left out: the words before the number.
    """
    text = draft.card(card_id).text
    number = _NUMBER.search(text, start, end)
    if number is None or SLOT.search(text[start:end]):
        return draft
    unit = text[number.end() : end].strip() or None
    named = thing or re.split(r"[，。；、：\s]", text[: number.start()])[-1][-12:]
    entry = Entry(new_id(draft, "e"), named, unit, last=None, value=number[0])
    slotted = f"{text[: number.start()]}{SLOT_OPEN}{entry.id}{SLOT_CLOSE}{text[number.end() :]}"
    grown = replace(draft, ledger=(*draft.ledger, entry), next_id=draft.next_id + 1)
    return change_card(grown, card_id, lambda card: replace(card, text=slotted))


# -- promises, facts, findings -------------------------------------------------------------------


def set_promise(draft: Draft, promise_id: str, state: PromiseState, answer: str = "") -> Draft:
    """What became of something last year's plan announced."""
    draft.promise(promise_id)

    def answered(promise: Promise) -> Promise:
        if promise.id != promise_id:
            return promise
        return replace(promise, state=state, answer=answer)

    return replace(draft, promises=tuple(map(answered, draft.promises)))


def set_facts(draft: Draft, **facts: Unpack[Facts]) -> Draft:
    """Title, organisation, addressee, signature, date, level, year: those given are replaced."""
    return replace(draft, **facts)


def dismiss_finding(draft: Draft, key: str) -> Draft:
    """不是问题: the finding of this key (Finding.key) is not shown again in this draft."""
    return replace(draft, not_problems=_once((*draft.not_problems, key)))


def restore_finding(draft: Draft, key: str) -> Draft:
    """Takes 不是问题 back."""
    return replace(draft, not_problems=tuple(k for k in draft.not_problems if k != key))


def add_set_phrase(draft: Draft, phrase: str) -> Draft:
    """Makes a wording the user's own 固定表述, that likeness to other reports leaves out."""
    return replace(draft, set_phrases=_once((*draft.set_phrases, phrase)))


def remove_set_phrase(draft: Draft, phrase: str) -> Draft:
    """Takes a 固定表述 back."""
    return replace(draft, set_phrases=tuple(p for p in draft.set_phrases if p != phrase))


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _inserted(values: tuple[_T, ...], value: _T, index: int | None) -> tuple[_T, ...]:
    place = len(values) if index is None else max(0, min(index, len(values)))
    return (*values[:place], value, *values[place:])


def _with_card(topic: Topic, card: Card, index: int) -> Topic:
    return replace(topic, cards=_inserted(topic.cards, card, index))


def _joined(card: Card, topic: Topic, index: int) -> Card:
    """The card with marker and series of the point beside its new place, if there is one."""
    beside = [*topic.cards[:index][-1:], *topic.cards[index : index + 1]]
    for neighbour in beside:
        if neighbour.marker:
            return replace(card, marker=neighbour.marker, series=neighbour.series)
    return card


def _without_card(topic: Topic, card_id: str) -> Topic:
    return replace(topic, cards=tuple(card for card in topic.cards if card.id != card_id))


def _with_topic(section: DraftSection, topic: Topic, index: int | None) -> DraftSection:
    return replace(section, topics=_inserted(section.topics, topic, index))


def _without_topic(section: DraftSection, topic_id: str) -> DraftSection:
    return replace(section, topics=tuple(t for t in section.topics if t.id != topic_id))


def _each_section(draft: Draft, edit: Callable[[DraftSection], DraftSection]) -> Draft:
    return replace(draft, sections=tuple(map(edit, draft.sections)))


def _each_topic(draft: Draft, edit: Callable[[Topic], Topic]) -> Draft:
    return _each_section(
        draft, lambda section: replace(section, topics=tuple(map(edit, section.topics)))
    )
