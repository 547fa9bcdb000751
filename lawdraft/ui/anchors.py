"""Where the cards of a draft stand in the report composed from it, and back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.draft import BLANK
from lawdraft.model.editing import SLOT

if TYPE_CHECKING:
    from lawdraft.model.composed import Composed
    from lawdraft.model.draft import Draft
    from lawdraft.model.finding import Finding


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


def card_spans(composed: Composed) -> tuple[CardSpan, ...]:
    """Where each card's own text stands, without its marker and heading."""
    spans: dict[str, CardSpan] = {}
    for place in composed.places:
        if place.kind == "card":
            known = spans.get(place.id)
            start = known.start if known else place.start
            spans[place.id] = CardSpan(place.id, start, place.end)
    return tuple(spans.values())


def printed_entries(composed: Composed) -> dict[str, str]:
    """What each ledger entry prints in the report, sums and rates worked out."""
    text = composed.report.text
    return {p.entry: text[p.start : p.end] for p in composed.places if p.entry is not None}


def card_at(spans: tuple[CardSpan, ...], offset: int | None) -> str | None:
    """Id of the card that an offset of the report falls into."""
    if offset is None:
        return None
    index = bisect_right([span.start for span in spans], offset) - 1
    if index >= 0 and offset <= spans[index].end:
        return spans[index].card
    return None


def findings_by_card(
    spans: tuple[CardSpan, ...], findings: tuple[Finding, ...]
) -> dict[str, list[tuple[int, int, Finding]]]:
    """The findings inside cards, with start and end counted in the card's printed text."""
    starts = [span.start for span in spans]
    found: dict[str, list[tuple[int, int, Finding]]] = {}
    for finding in findings:
        if finding.start is None or finding.end is None:
            continue
        for span in spans[max(bisect_right(starts, finding.start) - 1, 0) :]:
            if span.start >= finding.end:
                break
            start, end = max(finding.start, span.start), min(finding.end, span.end)
            if start < end:
                found.setdefault(span.card, []).append(
                    (start - span.start, end - span.start, finding)
                )
    return found
