"""Very long texts are compared piece by piece; the pieces' results become one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawdraft.model.report import Span
from lawdraft.model.similarity import Comparison, Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 20_000  # characters compared in one go
_NEAR = 4  # characters between two halves of one passage


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text and where it begins."""

    start: int
    text: str


def pieces(text: str) -> Iterator[Piece]:
    """The text itself, or stretches of it cut at line or sentence ends."""
    start = 0
    while len(text) - start > LONGEST:
        end = _cut(text, start, start + LONGEST)
        yield Piece(start, text[start:end])
        start = end
    yield Piece(start, text[start:])


def _cut(text: str, start: int, limit: int) -> int:
    half = start + LONGEST // 2
    for mark in ("\n", "。"):
        at = text.rfind(mark, half, limit)
        if at > 0:
            return at + 1
    return limit


def put_together(text: str, found: Sequence[tuple[Piece, Comparison]]) -> Comparison:
    """One comparison of the whole text."""
    if len(found) == 1:
        return found[0][1]
    size = max(1, len(text))
    matches: list[Match] = []
    for piece, comparison in found:
        for match in comparison.matches:
            _append(matches, _moved(match, piece.start))
    return Comparison(
        tuple(matches),
        sum(one.substance * len(piece.text) for piece, one in found) / size,
        sum(one.set_phrases * len(piece.text) for piece, one in found) / size,
        sum(one.others * len(piece.text) for piece, one in found) / size,
    )


def _moved(match: Match, by: int) -> Match:
    return replace(match, draft=Span(match.draft.start + by, match.draft.end + by))


def _append(matches: list[Match], match: Match) -> None:
    """Add a match, or lengthen the one that a cut between two pieces parted."""
    for at, other in enumerate(matches):
        if _continues(other, match):
            both = replace(
                other,
                draft=Span(other.draft.start, match.draft.end),
                source=Span(other.source.start, match.source.end),
                leftovers=tuple(dict.fromkeys((*other.leftovers, *match.leftovers))),
            )
            matches[at] = both
            return
    matches.append(match)


def _continues(one: Match, other: Match) -> bool:
    return (
        one.report_id == other.report_id
        and one.kind == other.kind == "copied"
        and 0 <= other.draft.start - one.draft.end <= _NEAR
        and 0 <= other.source.start - one.source.end <= _NEAR
    )
