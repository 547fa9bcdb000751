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

    What is left of a paragraph without a counterpart, and crumbs, go; a match inside one paragraph
    or of an unknown source stays as it is.
    """
    start, end = match.draft.start, match.draft.end
    if "\n" not in text[start:end].strip() or not source:
        yield match
        return
    steps = opcodes(text[start:end], source[match.source.start : match.source.end])
    for first, last in _paragraphs(text, start, end):
        there = Span(
            match.source.start + _across(steps, first - start, after=False),
            match.source.start + _across(steps, last - start, after=True),
        )
        if there.end - there.start >= _LEAST:
            said = text[first:last]
            left = tuple(word for word in match.leftovers if word in said)
            share = round(_equal(steps, first - start, last - start) / (last - first), 4)
            yield replace(match, draft=Span(first, last), source=there, score=share, leftovers=left)


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
