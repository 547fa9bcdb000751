"""Numbered paragraphs whose headings run into their bodies without a sign, read side by side.

Two readings of each group of siblings are weighed: a heading is all that stands before the first
full stop, or it ends where its words do and the body begins. The better one of the group is used.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.recognise.candidates import Candidate, sibling_groups
from lawdraft.recognise.forms import CJK, STOP, is_phrase
from lawdraft.recognise.undelimited import FAIR, SURE, best_cut, standard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.recognise.body import Piece
    from lawdraft.recognise.marks import Mark

_LONGEST = 30
_FEWEST = 0.55  # of the paragraphs in question must have a good place to end their heading


def void_at(piece: Piece, place: int, mark: Mark) -> Candidate:
    """A numbered paragraph in which no heading was found: a heading only if its siblings say so."""
    start = piece.start + mark.start
    return Candidate(mark, place, start, start, "run_in", certain=False, level=mark.level)


def reread(
    candidates: Sequence[Candidate], pieces: Sequence[Piece], names: tuple[str, ...]
) -> list[Candidate]:
    """The candidates, those of glued groups with their ends found anew; void ones are left out."""
    read: list[Candidate] = []
    for group in sibling_groups(candidates):
        read.extend(_group(group, pieces, names))
    return sorted((c for c in read if c.end > c.start), key=lambda candidate: candidate.start)


def _group(
    group: list[Candidate], pieces: Sequence[Piece], names: tuple[str, ...]
) -> list[Candidate]:
    words = [_words(candidate, pieces[candidate.piece]) for candidate in group]
    cuts = [_cut_of(told, names) for told in words]
    parted = sum(_parted(*member) for member in zip(group, words, cuts, strict=True))
    glued = sum(1.0 if worth >= SURE else 0.6 if worth >= FAIR else 0.0 for _, worth in cuts)
    if glued <= parted or glued < _FEWEST * sum(map(bool, words)):
        return group
    return [
        _with_end(candidate, place) if worth >= FAIR else candidate
        for candidate, (place, worth) in zip(group, cuts, strict=True)
    ]


def _words(candidate: Candidate, piece: Piece) -> str:
    """What follows the mark up to the next stop, where no sign has ended the heading before it."""
    if candidate.mark is None:
        return ""
    words = piece.text[candidate.start - piece.start + _width(candidate) :]
    stop = STOP.search(words)
    end = stop.start() if stop else len(words)
    found = candidate.end - candidate.start - _width(candidate)
    by_sign = candidate.closed and 0 < found < end
    whole = candidate.layout == "own" and not stop
    return "" if by_sign or whole or not CJK.search(words) else words[: end + 1]


def _width(candidate: Candidate) -> int:
    return candidate.mark.end - candidate.mark.start if candidate.mark else 0


def _cut_of(words: str, names: tuple[str, ...]) -> tuple[int, float]:
    if length := standard(words):
        return (length, SURE) if length < len(words) - 5 else (0, 0.0)
    return best_cut(words, names)


def _parted(candidate: Candidate, words: str, cut: tuple[int, float]) -> float:
    """How well the words up to the stop read as a heading; those ended by a sign are one."""
    if not words:
        return 1.0 if candidate.end > candidate.start else 0.0
    if len(words) > _LONGEST or not is_phrase(words.rstrip("。！")):
        return 0.0
    return 1.0 if cut[1] < SURE else 0.4


def _with_end(candidate: Candidate, place: int) -> Candidate:
    layout = "run_in" if candidate.layout == "own" else candidate.layout
    end = candidate.start + _width(candidate) + place
    return replace(candidate, end=end, layout=layout, certain=True, closed=False, leaf=False)
