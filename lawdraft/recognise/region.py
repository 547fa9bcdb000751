"""Where the report begins and ends among the rows of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.recognise.chrome import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.recognise.rows import Row


def densest(rows: Sequence[Row]) -> tuple[int, int]:
    """[first, last+1) of the run of rows whose weights sum up highest; empty where all is chrome."""
    best, best_span = 0.0, (0, 0)
    total, start = 0.0, 0
    for place, row in enumerate(rows):
        total += weight(row)
        if total <= 0:
            total, start = 0.0, place + 1
        elif total > best:
            best, best_span = total, (start, place + 1)
    return best_span
