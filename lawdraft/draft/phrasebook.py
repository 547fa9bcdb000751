"""Wording to choose from for a topic, and cards that only repeat last year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.ids import Ids
from lawdraft.draft.phrases import Facts, Filler, load_wording
from lawdraft.model import editing
from lawdraft.model.draft import BLANK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lawdraft.draft.phrases import WordingTopic
    from lawdraft.knowledge import Knowledge
    from lawdraft.model.draft import Card, Draft, Entry, Topic

_SAME = 95.0  # per cent of likeness: last year's wording with nothing new in it


def variants_for(draft: Draft, topic_id: str, templates: Path) -> tuple[str, ...]:
    """Sentences for a topic as templates, those of the nearest topic; `add_variant` takes one."""
    topic = draft.topic(topic_id)
    section = next(s for s in draft.sections if topic in s.topics)
    words = f"{topic.heading or ''}{''.join(card.text for card in topic.cards)}"
    fitting = [t for t in load_wording(templates).topic if t.kind in section.kinds]
    ranked = sorted(fitting, key=lambda each: -_share(each, topic.heading or "", words))
    return tuple(variant for each in ranked[:2] for point in each.points for variant in point)


def _share(wording: WordingTopic, heading: str, words: str) -> float:
    told = sum(2.0 for keyword in wording.keywords if keyword in heading)
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


def _neighbour(topic: Topic, after: str | None) -> Card | None:
    named = next((card for card in topic.cards if card.id == after), None)
    return named or (topic.cards[-1] if topic.cards else None)


def _filler(draft: Draft, knowledge: Knowledge) -> Filler:
    facts = Facts(draft.organisation, draft.year)
    return Filler(facts, Ids.behind(draft), knowledge, known=draft.ledger)


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
