"""Where the cards of a draft stand in the report composed from it, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.draft import BLANK
from lawdraft.model.editing import SLOT

if TYPE_CHECKING:
    from lawdraft.model.draft import Card, Draft
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Report

_TAIL = re.compile(r"[。；;，,\s]+$")


@dataclass(frozen=True, slots=True)
class CardSpan:
    """The characters [start, end) of the report that a card's own text became."""

    card: str
    start: int
    end: int


def printed_values(draft: Draft) -> dict[str, str]:
    """What each slot prints: its value, or ×× where none is given yet."""
    return {entry.id: entry.value or BLANK for entry in draft.ledger}


def printed(text: str, values: dict[str, str]) -> str:
    """A card's text with its slots filled: 排查⟦e1⟧件 → 排查72件."""
    return SLOT.sub(lambda match: values.get(match[1], BLANK), text)


def place_cards(draft: Draft, report: Report, values: dict[str, str]) -> tuple[CardSpan, ...]:
    """Spans of the cards, in order; a card the composer worded anew has none."""
    spans, at = [], 0
    for card in draft.cards:
        span = _place(card, report.text, values, at)
        if span is not None:
            spans.append(span)
            at = span.end
    return tuple(spans)


def _place(card: Card, text: str, values: dict[str, str], at: int) -> CardSpan | None:
    if card.decision == "drop":
        return None
    words = printed(card.text, values).strip()
    for wanted in (words, _TAIL.sub("", words)):
        found = text.find(wanted, at) if wanted else -1
        if found >= 0:
            return CardSpan(card.id, found, found + len(wanted))
    return None


def card_at(spans: tuple[CardSpan, ...], offset: int | None) -> str | None:
    """Id of the card that an offset of the report falls into."""
    if offset is None:
        return None
    index = bisect_right([span.start for span in spans], offset) - 1
    if index >= 0 and offset <= spans[index].end:
        return spans[index].card
    return None


def findings_in(
    spans: tuple[CardSpan, ...], findings: tuple[Finding, ...], card: str
) -> list[tuple[int, int, Finding]]:
    """The findings inside one card, with start and end counted in its printed text."""
    span = next((each for each in spans if each.card == card), None)
    if span is None:
        return []
    found = []
    for finding in findings:
        if finding.start is None or finding.end is None:
            continue
        start, end = max(finding.start, span.start), min(finding.end, span.end)
        if start < end:
            found.append((start - span.start, end - span.start, finding))
    return found
