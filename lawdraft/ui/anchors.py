"""Where the cards of a draft stand in the report composed from it, and back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.draft import BLANK, SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.editing import SLOT

if TYPE_CHECKING:
    from lawdraft.model.composed import Composed
    from lawdraft.model.draft import Draft
    from lawdraft.model.finding import Finding, Place


Mark = tuple[int, int, "Finding"]  # start and end in a card's printed text


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


def reslotted(raw: str, values: dict[str, str], typed: str) -> str:
    """What was typed over a printed text, with the slots it left alone: 普法⟦e1⟧场次 stays one.

    A slot whose own printed words were touched becomes what was typed.
    """
    was = printed(raw, values)
    front = _common(was, typed)
    back = min(_common(was[::-1], typed[::-1]), len(was) - front, len(typed) - front)
    at = 0
    head: list[tuple[int, int, str]] = []
    tail: list[tuple[int, int, str]] = []
    for number, piece in enumerate(SLOT.split(raw)):
        words = values.get(piece, BLANK) if number % 2 else piece
        start, at = at, at + len(words)
        if not number % 2:
            continue
        slot, moved = f"{SLOT_OPEN}{piece}{SLOT_CLOSE}", len(typed) - len(was)
        if at <= front:
            head.append((start, at, slot))
        elif start >= len(was) - back:
            tail.append((start + moved, at + moved, slot))
    made, place = "", 0
    for start, end, slot_words in (*head, *tail):
        made += typed[place:start] + slot_words
        place = end
    return made + typed[place:]


def moved(marks: list[Mark], before: str, now: str) -> list[Mark]:
    """Marks of a text in the text it was typed on to; what was typed into loses its mark."""
    if before == now:
        return marks
    front = _common(before, now)
    back = min(_common(before[::-1], now[::-1]), len(before) - front, len(now) - front)
    by, behind = len(now) - len(before), len(before) - back
    return [
        (start, end, finding) if end <= front else (start + by, end + by, finding)
        for start, end, finding in marks
        if end <= front or start >= behind
    ]


def _common(one: str, other: str) -> int:
    """How many characters agree from the beginning."""
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count


def card_spans(composed: Composed) -> tuple[CardSpan, ...]:
    """Where each card's own text stands, without its marker and heading."""
    spans: dict[str, CardSpan] = {}
    for place in composed.places:
        if place.kind == "card":
            known = spans.get(place.id)
            start = known.start if known else place.start
            spans[place.id] = CardSpan(place.id, start, place.end)
    return tuple(spans.values())


def printed_markers(composed: Composed, spans: tuple[CardSpan, ...]) -> dict[str, str]:
    """What each card's marker is printed as: the second 一是 of a series is 二是."""
    ends = {point.end: point.marker for point in composed.report.points}
    return {span.card: ends[span.end] for span in spans if span.end in ends}


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
) -> dict[str, list[Mark]]:
    """The findings inside cards, with start and end counted in the card's printed text."""
    starts = [span.start for span in spans]
    found: dict[str, list[Mark]] = {}
    for finding in findings:
        for place in places(finding):
            for span in spans[max(bisect_right(starts, place[0]) - 1, 0) :]:
                if span.start >= place[1]:
                    break
                start, end = max(place[0], span.start), min(place[1], span.end)
                if start < end:
                    found.setdefault(span.card, []).append(
                        (start - span.start, end - span.start, finding)
                    )
    return found


def places(finding: Finding) -> tuple[Place, ...]:
    """Where a finding stands, and where the rest of its habit does; () where nothing is there."""
    if finding.start is None or finding.end is None:
        return ()
    return ((finding.start, finding.end, finding.suggestion), *finding.more)
