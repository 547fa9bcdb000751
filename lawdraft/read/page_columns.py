"""Two columns of running text on a fixed page: the left one is read to its end, then the right.

A table has a gutter too, but its cells are short; in a column of text most rows fill the width.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.read.page_piece import Piece

    Group = list[Piece]

GUTTER = 1.2  # type sizes between the columns at least
MIDDLE = (0.3, 0.7)  # of the page's width: where the gutter stands
MANY_ROWS = 8
FILLED = 0.75  # of the column's width, by most of its rows
CROSSED = 0.5  # at most so many rows to each row of two columns run through the gutter


@dataclass(frozen=True, slots=True)
class Placed:
    """Pieces beside each other in a column that begins `shift` further right than the first."""

    group: Group
    shift: float
    width: float
    gutter: float = 0.0  # where the page's columns part, 0 where there is only one


def in_reading_order(
    groups: Sequence[Group], width: float, gutter_before: float = 0.0
) -> Iterator[Placed]:
    """The groups of a page as a reader takes them; the page before had its gutter there."""
    gutter = _gutter(groups, width) or _same_gutter(groups, gutter_before)
    if not gutter:
        yield from (Placed(group, 0.0, width) for group in groups)
        return
    left: list[Group] = []
    right: list[Group] = []
    for group in groups:
        before = [piece for piece in group if piece.right <= gutter]
        behind = [piece for piece in group if piece.left >= gutter]
        if len(before) + len(behind) == len(group):
            left += [before] if before else []
            right += [behind] if behind else []
            continue
        yield from _columns(left, right, gutter)
        left, right = [], []
        yield Placed(group, 0.0, width, gutter)
    yield from _columns(left, right, gutter)


def _same_gutter(groups: Sequence[Group], place: float) -> float:
    """The gutter of the page before, where nothing runs through it: a last page half filled."""
    crossing = sum(1 for group in groups if any(p.left < place < p.right for p in group))
    return place if crossing <= 1 else 0.0  # the page number


def _columns(left: list[Group], right: list[Group], gutter: float) -> Iterator[Placed]:
    """The left column, then the right one."""
    begins, ends = _extent(left, gutter)
    mirrored = 2 * gutter - ends  # where the right one begins, if all in it is set to the right
    shift = (
        min(_extent(right, gutter)[0], max(mirrored, gutter)) - begins if left and right else 0.0
    )
    yield from (Placed(group, 0.0, ends - begins, gutter) for group in left)
    yield from (Placed(group, shift, ends - begins, gutter) for group in right)


def _extent(column: list[Group], gutter: float) -> tuple[float, float]:
    pieces = [piece for group in column for piece in group]
    lefts, rights = (piece.left for piece in pieces), (piece.right for piece in pieces)
    return min(lefts, default=gutter), max(rights, default=gutter)


def _gutter(groups: Sequence[Group], width: float) -> float:
    """Where the page's two columns part, 0 where it has one or holds a table."""
    gaps = [gap for group in groups for gap in _gaps(group, width)]
    if len(gaps) < MANY_ROWS:
        return 0.0
    place = median((start + end) / 2 for start, end in gaps)
    parted = [group for group in groups if any(s < place < e for s, e in _gaps(group, width))]
    crossing = sum(1 for group in groups if any(p.left < place < p.right for p in group))
    if len(parted) < MANY_ROWS or crossing > CROSSED * len(parted):
        return 0.0
    left = [(group[0].left, max(p.right for p in group if p.left < place)) for group in parted]
    right = [(min(p.left for p in group if p.left > place), group[-1].right) for group in parted]
    return place if _is_text(left) and _is_text(right) else 0.0


def _gaps(group: Group, width: float) -> Iterator[tuple[float, float]]:
    reached = group[0].right
    for piece in group[1:]:
        middle = (reached + piece.left) / 2
        if piece.left - reached > GUTTER * piece.size and (
            MIDDLE[0] * width < middle < MIDDLE[1] * width
        ):
            yield reached, piece.left
        reached = max(reached, piece.right)


def _is_text(spans: Sequence[tuple[float, float]]) -> bool:
    whole = max(end for _, end in spans) - min(start for start, _ in spans)
    return median(end - start for start, end in spans) >= FILLED * whole
