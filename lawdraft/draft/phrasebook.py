"""Wording to choose from for a topic, and cards that only repeat last year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.ids import Ids
from lawdraft.draft.phrases import Facts, Filler, drawn, load_wording
from lawdraft.model import editing
from lawdraft.model.draft import BLANK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lawdraft.draft.phrases import Wording, WordingTopic
    from lawdraft.knowledge import Knowledge
    from lawdraft.model.draft import Card, Draft, Entry, Topic
    from lawdraft.model.report import SectionKind

NEAREST = 2  # topics of the wording whose sentences are shown
IN_HEADING = 2.0  # a keyword that stands in the heading
_SAME = 95.0  # per cent of likeness: last year's wording with nothing new in it


def variants_for(
    draft: Draft, topic_id: str, knowledge: Knowledge, templates: Path
) -> tuple[str, ...]:
    """Sentences for a topic as templates, those of the nearest topic; `add_variant` takes one.

    Those whose figures are given come first; among equals each town has an order of its own.
    What stands in the topic already, and what does not fit the year, is left out.
    """
    topic = draft.topic(topic_id)
    section = next(s for s in draft.sections if topic in s.topics)
    words = f"{topic.heading or ''}{''.join(card.text for card in topic.cards)}"
    wording = load_wording(templates)
    kinds = section.kinds if _worded(section.kinds, wording) else ("achievements",)
    fitting = [t for t in wording.topic if t.kind in kinds and (t.points or t.offers)]
    shares = {each.id: _share(each, topic.heading or "", words) for each in fitting}
    spoken_of = [each for each in fitting if shares[each.id] > 0]  # else nothing would fit
    ranked = sorted(spoken_of, key=lambda each: -shares[each.id])
    headed = [each for each in ranked if shares[each.id] >= IN_HEADING][:NEAREST]
    filler = _filler(draft, knowledge, wording)
    return tuple(
        variant
        for each in headed or ranked[:1]
        for variant in _in_order(_sentences(each), topic, draft, filler)
    )


def _sentences(wording: WordingTopic) -> list[str]:
    return [*(variant for point in wording.points for variant in point), *wording.offers]


def _in_order(variants: list[str], topic: Topic, draft: Draft, filler: Filler) -> list[str]:
    filled = {v: filler.fill(v) for v in variants if filler.fits(v)}
    usable = [v for v in filled if not _stands(filled[v], topic)]
    return sorted(usable, key=lambda v: _order(filled[v], v, draft))


def _worded(kinds: tuple[SectionKind, ...], wording: Wording) -> bool:
    return any(topic.kind in kinds for topic in wording.topic)


def _stands(filled: str, topic: Topic) -> bool:
    plain = editing.SLOT.sub("", filled)
    return any(editing.SLOT.sub("", card.text) == plain for card in topic.cards)


def _order(filled: str, variant: str, draft: Draft) -> tuple[float, int]:
    """First how far its figures are from given, then a number that hangs on town and sentence."""
    known = {entry.id: 0.0 if entry.value else 0.5 for entry in draft.ledger}
    far = [known.get(slot, 1.0) for slot in editing.slots_of(filled)]
    return sum(far) / len(far) if far else 0.5, drawn(draft.organisation, variant)


def _share(wording: WordingTopic, heading: str, words: str) -> float:
    told = sum(IN_HEADING for keyword in wording.keywords if keyword in heading)
    return told + sum(keyword in words for keyword in wording.keywords) / 10


def shown(draft: Draft, variant: str, knowledge: Knowledge) -> str:
    """A variant as it would be printed now: known figures with their values, others ××."""
    filler = _filler(draft, knowledge)
    text = filler.fill(variant)
    values: Mapping[str, str | None] = {entry.id: entry.value for entry in draft.ledger}
    return editing.SLOT.sub(lambda slot: values.get(slot[1]) or BLANK, text)


def add_variant(
    draft: Draft, topic_id: str, variant: str, knowledge: Knowledge, after: str | None = None
) -> Draft:
    """The variant as a new card of a topic; figures nobody has asked for yet join the ledger."""
    filler = _filler(draft, knowledge)
    text = filler.fill(variant)
    grown = replace(draft, ledger=(*draft.ledger, *filler.new_entries), next_id=filler.next_id)
    topic = grown.topic(topic_id)
    neighbour = _neighbour(topic, after)
    return editing.add_card(
        grown,
        topic_id,
        text,
        after=neighbour.id if neighbour else None,
        marker=neighbour.marker if neighbour else None,
        new_paragraph=neighbour.new_paragraph if neighbour else True,
    )


def put_variant(draft: Draft, card_id: str, variant: str, knowledge: Knowledge) -> Draft:
    """The variant in place of a card's words; figures nobody has asked for yet join the ledger."""
    filler = _filler(draft, knowledge)
    text = filler.fill(variant)
    grown = replace(draft, ledger=(*draft.ledger, *filler.new_entries), next_id=filler.next_id)
    return editing.set_card_text(grown, card_id, text)


def _neighbour(topic: Topic, after: str | None) -> Card | None:
    named = next((card for card in topic.cards if card.id == after), None)
    return named or (topic.cards[-1] if topic.cards else None)


def _filler(draft: Draft, knowledge: Knowledge, wording: Wording | None = None) -> Filler:
    facts = Facts(draft.organisation, draft.year)
    since = wording.since if wording else None
    return Filler(facts, Ids.behind(draft), knowledge, known=draft.ledger, since=since)


# -- cards with nothing new -------------------------------------------------------------------------


def unrefreshed(draft: Draft) -> tuple[str, ...]:
    """Cards kept from last year with no new figure and no new word, by id; the plan left out."""
    ledger = {entry.id: entry for entry in draft.ledger}
    return tuple(
        card.id
        for section in draft.sections
        if "next_year_plan" not in section.kinds and "opening" not in section.kinds
        for topic in section.topics
        for card in topic.cards
        if card.decision in ("keep", "numbers") and card.last and _repeats(card, ledger)
    )


def _repeats(card: Card, ledger: Mapping[str, Entry]) -> bool:
    from rapidfuzz import fuzz

    mentioned = [ledger[each] for each in editing.slots_of(card.text) if each in ledger]
    if any(entry.value not in (None, entry.last) for entry in mentioned):
        return False
    last = editing.SLOT.sub(
        lambda slot: (ledger[slot[1]].last or "") if slot[1] in ledger else "", card.text
    )
    return fuzz.ratio(_without_years(last), _without_years(card.last)) >= _SAME


def _without_years(text: str) -> str:
    return re.sub(r"20\d\d|\s", "", text)
