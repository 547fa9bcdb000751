"""A plan with the rows of its tables lower or higher: room gained or lost without touching words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.export.blocks import Plan

ROW_HEIGHTS = (0.95, 0.9, 0.85, 1.06, 1.12, 1.18, 1.24, 1.3)  # of the height they have


def with_other_rows(plan: Plan, begin: int, end: int) -> Iterator[Plan]:
    """The plan with the tables among items [begin, end) lower and higher, the least change first."""
    if not any(isinstance(item, Grid) for item, _ in plan.items[begin:end]):
        return
    for factor in ROW_HEIGHTS:
        items = tuple(
            (_with_rows(item, factor), at)
            if begin <= number < end and isinstance(item, Grid) and item.line_width
            else (item, at)
            for number, (item, at) in enumerate(plan.items)
        )
        yield replace(plan, items=items)


def _with_rows(grid: Grid, factor: float) -> Grid:
    """Rows of one line lower or higher; a row that holds more stays as high as it must be."""
    least = min(grid.heights)
    heights = tuple(
        round(height * factor) if height == least and number not in grid.splits else height
        for number, height in enumerate(grid.heights)
    )
    return replace(grid, heights=heights)
