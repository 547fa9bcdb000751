"""Where shared grams gather: stretches of draft and report that may be one passage.

Two ways. Clusters: cells of 16 × 16 letters with evidence, parted where a gap opens in either
text; they find what was copied with few changes. Boxes: 192 × 512 letters whose evidence stands
out against the same stretch of the draft in the other reports; they find what was reworded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.arrays import sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.points import Points
    from lawdraft.similarity.sources import Sources

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

CELL = 16
_CELL_WEIGHT = 0.3
_DRAFT_GAP, _SOURCE_GAP = 5, 10  # cells
_ROUNDS = 3
_CLUSTER_WEIGHT = 3.0
DRAFT_STEP, SOURCE_STEP = 64, 128  # letters of the grid
BOX_HIGH, BOX_WIDE = 3, 4  # steps of a box
_RIVAL = 3  # a box must stand out against the report of this rank
_BOX_LEAD = 4.0


@dataclass(frozen=True, slots=True)
class Region:
    """Letters of the draft and of the sources that may be one passage of a report."""

    report: int
    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Evidence a report, a step of the draft and a step of the report, summed from the corner."""

    sums: NDArray[
        np.float32
    ]  # [report, draft step, report step], a leading row and column of zeros

    def best(self, regions: Sequence[Region]) -> Floats:
        """The most evidence each report has for each region's stretch of the draft.

        Looked for in stretches of the reports as wide as the region's own. [region, report]
        """
        if len(regions) == 1:
            return self._best_of(regions[0])[None]
        edges = np.array([(r.start, r.end - 1, r.source_end - r.source_start) for r in regions])
        first, last = edges[:, 0] // DRAFT_STEP, edges[:, 1] // DRAFT_STEP + 1
        wide = np.clip(-(-edges[:, 2] // SOURCE_STEP) + 1, BOX_WIDE, self.sums.shape[2] - 1)
        found = np.zeros((len(regions), len(self.sums)))
        for width in np.flatnonzero(np.bincount(wide)):
            these = np.flatnonzero(wide == width)
            rows = self.sums[:, last[these]] - self.sums[:, first[these]]
            found[these] = (rows[:, :, width:] - rows[:, :, :-width]).max(2).T
        return found

    def _best_of(self, region: Region) -> Floats:
        first, last = region.start // DRAFT_STEP, (region.end - 1) // DRAFT_STEP + 1
        wide = -(-(region.source_end - region.source_start) // SOURCE_STEP) + 1
        wide = max(BOX_WIDE, min(wide, self.sums.shape[2] - 1))
        rows = self.sums[:, last] - self.sums[:, first]
        best: Floats = (rows[:, wide:] - rows[:, :-wide]).max(1)
        return best


def make_grid(points: Points, sources: Sources, letters: int) -> Grid:
    """The grid of these points for a draft of so many letters."""
    longest = int(np.diff(sources.starts).max())
    shape = (
        len(sources.rows),
        letters // DRAFT_STEP + BOX_HIGH + 2,
        longest // SOURCE_STEP + BOX_WIDE + 2,
    )
    column = (points.source - sources.starts[points.report]) // SOURCE_STEP + 1
    row = points.draft // DRAFT_STEP + 1
    key = (points.report * shape[1] + row) * shape[2] + column
    cells = sums(key, points.weight, shape[0] * shape[1] * shape[2]).astype(np.float32)
    return Grid(cells.reshape(shape).cumsum(1).cumsum(2))


def clusters(points: Points, draft_weight: Floats) -> list[Region]:
    """Regions where cells with evidence lie close in both texts."""
    if not len(points):
        return []
    cell_of, report, row, column, weight = _cells(points)
    live = np.flatnonzero(weight >= _CELL_WEIGHT)
    group = report[live]
    for _ in range(_ROUNDS):
        group = _part(group, row[live], _DRAFT_GAP)
        group = _part(group, column[live], _SOURCE_GAP)
    label = np.full(len(weight), -1)
    label[live] = group
    return _bounds(points, label[cell_of], draft_weight)


def _cells(points: Points) -> tuple[Ints, Ints, Ints, Ints, Floats]:
    row, column = points.draft // CELL, points.source // CELL
    rows, columns = int(row.max()) + 1, int(column.max()) + 1
    key = (points.report * rows + row) * columns + column
    order = np.argsort(key)
    new = np.ones(len(key), bool)
    new[1:] = key[order][1:] != key[order][:-1]
    cell_of = np.empty(len(key), np.int64)
    cell_of[order] = np.cumsum(new) - 1
    single = key[order][new]
    report = single // columns // rows
    weight = sums(cell_of, points.weight, len(single))
    return cell_of, report, single // columns % rows, single % columns, weight


def _part(group: Ints, place: Ints, gap: int) -> Ints:
    """Finer groups: cut where `place` leaps by more than `gap`."""
    if not len(group):
        return group
    order = np.argsort((group << 32) | place)
    leap = np.ones(len(order), bool)
    sorted_group, sorted_place = group[order], place[order]
    leap[1:] = (sorted_group[1:] != sorted_group[:-1]) | (np.diff(sorted_place) > gap)
    finer = np.empty(len(order), np.int64)
    finer[order] = np.cumsum(leap) - 1
    return finer


def _bounds(points: Points, label: Ints, draft_weight: Floats) -> list[Region]:
    live = np.flatnonzero(label >= 0)
    order = live[np.argsort((label[live] << 32) | points.draft[live])]
    if not len(order):
        return []
    label = label[order]
    draft, source = points.draft[order], points.source[order]
    new = np.ones(len(order), bool)
    new[1:] = label[1:] != label[:-1]
    first = np.flatnonzero(new)
    distinct = new.copy()
    distinct[1:] |= draft[1:] != draft[:-1]
    evidence = np.add.reduceat(np.where(distinct, draft_weight[draft], 0.0), first)
    last = np.append(first[1:], len(order)) - 1
    low = np.minimum.reduceat(source, first)
    high = np.maximum.reduceat(source, first)
    report = points.report[order][first]
    return [
        Region(int(report[k]), int(draft[first[k]]), int(draft[last[k]]) + 4, int(low[k]),
               int(high[k]) + 4)
        for k in np.flatnonzero(evidence >= _CLUSTER_WEIGHT)
    ]  # fmt: skip


def boxes(grid: Grid, sources: Sources, letters: int) -> list[Region]:
    """Regions whose evidence leads that of the other reports for the same draft stretch."""
    sums, high, wide = grid.sums, BOX_HIGH, BOX_WIDE
    box = sums[:, high:, wide:] - sums[:, :-high, wide:] - sums[:, high:, :-wide]
    box += sums[:, :-high, :-wide]
    best, column = box.max(2), box.argmax(2)
    ranked = np.sort(best, axis=0)[::-1]
    rival = ranked[min(_RIVAL, len(ranked) - 1)] if len(ranked) > 1 else np.zeros(best.shape[1])
    leading = (best - rival > _BOX_LEAD) & (best >= _neighbours_best(best))
    return [
        _box_region(report, row, int(column[report, row]), sources, letters)
        for report, row in np.argwhere(leading).tolist()
    ]


def _neighbours_best(best: Floats) -> Floats:
    result = best.copy()
    for step in (1, 2):
        np.maximum(result[:, step:], best[:, :-step], out=result[:, step:])
        np.maximum(result[:, :-step], best[:, step:], out=result[:, :-step])
    return result


def _box_region(report: int, row: int, column: int, sources: Sources, letters: int) -> Region:
    start = int(sources.starts[report]) + column * SOURCE_STEP
    end = min(start + BOX_WIDE * SOURCE_STEP, int(sources.starts[report + 1]))
    first = row * DRAFT_STEP
    return Region(report, first, min(first + BOX_HIGH * DRAFT_STEP, letters), start, end)
