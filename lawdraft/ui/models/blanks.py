"""×× that stand in the words themselves: no figure of the ledger will fill them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.draft import BLANK
from lawdraft.model.editing import SLOT
from lawdraft.ui.anchors import printed, printed_values
from lawdraft.ui.models.sections import BASICS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lawdraft.model.draft import Card, Draft

WRITTEN = re.compile(r"(?<![×✕✖])××(?![×✕✖])")  # as check tells it: a run of two
STOP = re.compile(f"{SLOT.pattern}|{WRITTEN.pattern}")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the keys go from figure to figure: a slot, or a ×× in the words (`entry` is empty).

    `start` counts in the card's printed text.
    """

    card: str
    entry: str
    start: int


def stops(cards: Iterable[Card], values: Mapping[str, str]) -> list[Stop]:
    """All slots and every written ×× of these cards, in the order in which they are read."""
    return [
        Stop(card.id, match[1] or "", len(printed(card.text[: match.start()], dict(values))))
        for card in cards
        for match in STOP.finditer(card.text)
    ]


def next_stop(there: list[Stop], card: str, entry: str, blank: Iterable[str]) -> Stop | None:
    """The first behind a figure of a card that still waits: a blank slot, or ×× in the words."""
    passed = [n for n, each in enumerate(there) if (each.card, each.entry) == (card, entry)]
    waiting = {"", *blank}
    behind = there[passed[0] + 1 :] if passed else []
    return next((each for each in behind if each.entry in waiting), None)


@dataclass(frozen=True, slots=True)
class Blank:
    """One ×× to be written over: in a card's text or heading, or in what `place` names.

    `start` and `end` count in the card's printed text, -1 where it stands in a heading.
    """

    place: str
    card: str = ""
    start: int = -1
    end: int = -1


def written_blanks(draft: Draft) -> tuple[Blank, ...]:
    """All of them, in the order of the report; what is not written this year is left out."""
    found = [Blank(BASICS) for _each in WRITTEN.finditer(draft.title or "")]
    values = printed_values(draft)
    for section in draft.sections:
        found += [Blank(section.id) for _each in WRITTEN.finditer(section.heading or "")]
        for topic in section.topics:
            cards = [card for card in topic.cards if card.decision != "drop"]
            if cards:
                found += [Blank(topic.id) for _each in WRITTEN.finditer(topic.heading or "")]
            for card in cards:
                headed = WRITTEN.finditer(card.heading or "")
                found += [Blank(section.id, card.id) for _each in headed]
                for each in WRITTEN.finditer(card.text):
                    start = len(printed(card.text[: each.start()], values))
                    found.append(Blank(section.id, card.id, start, start + len(BLANK)))
    return tuple(found)
