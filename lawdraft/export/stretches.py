"""A text's printed stretches: each in one type, knowing its place in the report."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Piece
from lawdraft.export.content import cached_mends

if TYPE_CHECKING:
    from lawdraft.export.content import Head, Text
    from lawdraft.model.pages import FontRole

LEVEL_FONT: dict[int, FontRole] = {1: "hei", 2: "kai", 3: "fang", 4: "fang"}


def pieces(text: Text, font: FontRole = "fang", *, bold: bool = False) -> tuple[Piece, ...]:
    """A text's printed stretches in one type, starts counted from the text's own start."""
    return stretches(text.text, text.marks, (), font, bold, (False,) * 4)


def pieces_of(text: Text) -> tuple[tuple[str, bool], ...]:
    """A text's printed stretches, and whether each belongs to a heading."""
    made = stretches(text.text, text.marks, text.heads, "fang", bold=False, bold_levels=(True,) * 4)
    return tuple((piece.text, piece.bold) for piece in made)


@lru_cache(maxsize=8192)
def stretches(
    text: str,
    marks: bool,  # noqa: FBT001
    heads: tuple[Head, ...],
    font: FontRole,
    bold: bool,  # noqa: FBT001
    bold_levels: tuple[bool, ...],
) -> tuple[Piece, ...]:
    """Stretches between mends and heading ends; a heading's part has its level's type."""
    made: list[Piece] = []
    place = 0
    for mend in (*cached_mends(text, marks), None):
        end = mend.start if mend else len(text)
        made.extend(_between(text, place, end, heads, font, bold, bold_levels))
        if mend:
            if mend.text:
                made.append(_piece(mend.text, mend.start, heads, font, bold, bold_levels))
            place = mend.end
    return tuple(made)


def _between(
    text: str,
    start: int,
    end: int,
    heads: tuple[Head, ...],
    font: FontRole,
    bold: bool,  # noqa: FBT001
    bold_levels: tuple[bool, ...],
) -> list[Piece]:
    edges = {start, end}
    edges.update(e for head in heads for e in (head.start, head.end) if start < e < end)
    cuts = sorted(edges)
    return [
        _piece(text[a:b], a, heads, font, bold, bold_levels)
        for a, b in itertools.pairwise(cuts)
        if b > a
    ]


def _piece(
    words: str,
    place: int,
    heads: tuple[Head, ...],
    font: FontRole,
    bold: bool,  # noqa: FBT001
    bold_levels: tuple[bool, ...],
) -> Piece:
    """Words in the type of the heading that stands at their place, or of the text around."""
    for head in heads:
        if head.start <= place < head.end:
            level = min(max(head.level, 1), 4)
            return Piece(words, LEVEL_FONT[level], place, bold_levels[level - 1])
    return Piece(words, font, place, bold)
