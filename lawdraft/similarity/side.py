"""Two spans side by side: which characters are equal, replaced, missing, added."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from lawdraft.model.report import Span
from lawdraft.model.similarity import Aligned, AlignedKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.model.similarity import Match

_LEAST = 25  # characters of a paragraph that is shown for itself: headings are not
_CRUMB = 8  # characters at the end of a paragraph that are not worth cutting off: a year, a number
_RUN = 4  # characters in a row that are no chance
_LONGEST = 20_000  # characters; longer spans are cut, aligning is quadratic at worst


def opcodes(draft: str, source: str) -> tuple[Aligned, ...]:
    """Stretches in order that tile both texts; spans index the strings passed.

    A moved clause is a deletion and an insertion.
    """
    from rapidfuzz.distance import Indel

    steps = Indel.opcodes(draft[:_LONGEST], source[:_LONGEST])
    aligned = [
        Aligned(
            cast("AlignedKind", step.tag),
            Span(step.src_start, step.src_end),
            Span(step.dest_start, step.dest_end),
        )
        for step in steps
    ]
    return tuple(_rest(aligned, draft, source))


def _rest(aligned: list[Aligned], draft: str, source: str) -> list[Aligned]:
    if len(draft) > _LONGEST:
        end = min(len(source), _LONGEST)
        aligned.append(Aligned("delete", Span(_LONGEST, len(draft)), Span(end, end)))
    if len(source) > _LONGEST:
        aligned.append(Aligned("insert", Span(len(draft), len(draft)), Span(_LONGEST, len(source))))
    return aligned


def parted(match: Match, text: str, source: str) -> Iterator[Match]:
    """A match a paragraph of the draft at a time, each beside its own part of the source.

    What is left of a paragraph without a counterpart, and crumbs, go, and so does what the two do
    not share at either end; a match of an unknown source stays as it is.
    """
    start, end = match.draft.start, match.draft.end
    if not source:
        yield match
        return
    steps = opcodes(text[start:end], source[match.source.start : match.source.end])
    for first, last in _paragraphs(text, start, end):
        shared = [
            (max(one.draft.start, first - start), min(one.draft.end, last - start))
            for one in steps
            if one.kind == "equal"
        ]
        long = [(a, b) for a, b in shared if b - a >= _RUN]
        if long and long[-1][1] - long[0][0] >= _LEAST:
            near = long[0][0] - (first - start) <= _CRUMB, last - start - long[-1][1] <= _CRUMB
            begin = first - start if near[0] else long[0][0]
            yield _part(match, text, steps, begin, last - start if near[1] else long[-1][1])


def _part(match: Match, text: str, steps: tuple[Aligned, ...], first: int, last: int) -> Match:
    """The match between two places of the draft's side."""
    start, there = match.draft.start, match.source.start
    said = text[start + first : start + last]
    return replace(
        match,
        draft=Span(start + first, start + last),
        source=Span(
            there + _across(steps, first, after=False), there + _across(steps, last, after=True)
        ),
        score=round(_equal(steps, first, last) / (last - first), 4),
        leftovers=tuple(word for word in match.leftovers if word in said),
    )


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines inside a span, without blanks around them and without crumbs."""
    at = start
    for line in text[start:end].split("\n"):
        first = at + len(line) - len(line.lstrip())
        last = at + len(line.rstrip())
        if last - first >= _LEAST:
            yield first, last
        at += len(line) + 1


def _across(steps: tuple[Aligned, ...], at: int, *, after: bool) -> int:
    """Where a place of the draft's side stands on the source's side; `after`: as an end."""
    place = at - 1 if after else at
    found = bisect_right([step.draft.start for step in steps], place) - 1
    while steps[found].draft.end <= place and found > 0:  # an insertion at the same place
        found -= 1
    step = steps[found]
    if step.kind == "equal":
        return step.source.start + at - step.draft.start
    return step.source.end if after else step.source.start


def _equal(steps: tuple[Aligned, ...], start: int, end: int) -> int:
    """Characters of the draft's side between two places that the source has too."""
    return sum(
        max(0, min(step.draft.end, end) - max(step.draft.start, start))
        for step in steps
        if step.kind == "equal"
    )
