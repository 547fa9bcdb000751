"""Ruled tables on a fixed page: what stands between the lines is a cell, however many rows it has."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawdraft.read.page_piece import Piece

THIN = 3.0  # points; a drawn line is no thicker
SHORTEST = 6.0  # a line that rules a cell is no shorter
SAME = 3.0  # lines nearer to each other are one


@dataclass(frozen=True, slots=True)
class Box:
    """The bounds of something drawn; `top` is above `bottom`, both measured downwards."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a table: the pieces in each of its cells, and where it stands."""

    cells: tuple[tuple[Piece, ...], ...]
    box: Box


def table_rows(pieces: Sequence[Piece], drawn: Iterable[Box]) -> list[Cells]:
    """The rows of the page's ruled tables that hold two cells or more."""
    boxes = list(drawn)
    upright = list(_upright(boxes))
    heights = _merged(sorted(y for box in boxes for y in _level(box)))
    found = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        rules = _merged(
            sorted(v.left for v in upright if v.top - SAME <= middle <= v.bottom + SAME)
        )
        if bottom - top < SHORTEST or len(rules) < 3:
            continue
        if not all(_is_ruled(boxes, y, rules[0], rules[-1]) for y in (top, bottom)):
            continue  # words on coloured ground
        band = [p for p in pieces if top < p.middle < bottom]
        cells = tuple(
            tuple(p for p in band if a <= (p.left + p.right) / 2 < b) for a, b in pairwise(rules)
        )
        if any(cells):
            found.append(Cells(cells, Box(rules[0], top, rules[-1], bottom)))
    return found


def _is_ruled(boxes: Sequence[Box], height: float, left: float, right: float) -> bool:
    """Whether level lines at this height run, together, from the first rule to the last."""
    spans = sorted(
        (box.left, box.right) for box in boxes if any(abs(y - height) <= SAME for y in _level(box))
    )
    reached = left + SAME
    for start, end in spans:
        if start <= reached + SAME:
            reached = max(reached, end)
    return reached >= right - SAME


def _upright(boxes: Sequence[Box]) -> Iterator[Box]:
    """The upright lines: drawn as such, or the sides of rectangles."""
    for box in boxes:
        if box.bottom - box.top < SHORTEST:
            continue
        yield Box(box.left, box.top, box.left, box.bottom)
        if box.right - box.left > THIN:
            yield Box(box.right, box.top, box.right, box.bottom)


def _level(box: Box) -> tuple[float, ...]:
    """The heights of its level lines."""
    if box.right - box.left < SHORTEST:
        return ()
    return (box.top,) if box.bottom - box.top <= THIN else (box.top, box.bottom)


def _merged(places: Sequence[float]) -> list[float]:
    """Places in order, those that are nearly the same once."""
    merged: list[float] = []
    for place in places:
        if not merged or place - merged[-1] > SAME:
            merged.append(place)
    return merged
