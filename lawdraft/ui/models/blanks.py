"""×× that stand in the words themselves: no figure of the ledger will fill them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.ui.anchors import printed, printed_values
from lawdraft.ui.models.sections import BASICS

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft

WRITTEN = re.compile(r"(?<![×✕✖])××(?![×✕✖])")  # as check tells it: a run of two


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
                    found.append(Blank(section.id, card.id, start, start + 2))
    return tuple(found)
