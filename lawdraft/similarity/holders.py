"""Who else says a sentence of the draft: the line between copying and common property."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.counts import set_units
from lawdraft.similarity.grams import SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.database import Row
    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.points import Points
    from lawdraft.similarity.sources import Sources

_LEAST_LETTERS = 8  # of a set passage worth showing
_HOLDS = 0.7  # covered share of a sentence that makes a report its holder


@dataclass(frozen=True, slots=True, eq=False)
class Holders:
    """`covered` share of each sentence of the draft a report; how many `units` hold each."""

    covered: NDArray[np.float64]  # [report, sentence]
    units: NDArray[np.int64]  # a sentence
    many: int  # units from which on a sentence is common property

    def common(self) -> NDArray[np.bool_]:
        """Sentences that many unrelated units say."""
        many: NDArray[np.bool_] = self.units >= self.many
        return many


@dataclass(frozen=True, slots=True)
class SetPassage:
    """Neighbouring sentences that many units say, and where one of their reports has them."""

    report: int
    start: int
    end: int
    source_start: int
    source_end: int
    share: float


def set_passages(
    draft: Weighed, sources: Sources, holders: Holders, points: Points
) -> Iterator[SetPassage]:
    """Runs of such sentences, each shown in the report that covers it best."""
    bounds = draft.normal.bounds
    edges = np.flatnonzero(np.diff(np.concatenate(([0], holders.common().view(np.int8), [0]))))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        start, end = int(bounds[first]), int(bounds[last])
        covered = holders.covered[:, first:last].mean(1)
        report = int(covered.argmax())
        inside = (points.report == report) & (points.draft >= start) & (points.draft < end)
        place = np.sort(points.source[inside])
        if end - start >= _LEAST_LETTERS and len(place):
            low, high = _densest(place, end - start)
            edge = int(sources.starts[report + 1])
            share = float(min(1.0, covered[report]))
            yield SetPassage(report, start, end, low, min(high + SIZE, edge), share)


def _densest(place: NDArray[np.int64], wide: int) -> tuple[int, int]:
    """First and last of the places in the stretch of that width that holds most of them."""
    last = np.searchsorted(place, place + wide) - 1
    first = int((last - np.arange(len(place))).argmax())
    return int(place[first]), int(place[last[first]])


def find_holders(draft: Weighed, points: Points, rows: Sequence[Row], towns: int) -> Holders:
    """How far each report covers each sentence, wherever it says it; `towns` of the library."""
    letters = len(draft.normal)
    met = np.zeros((len(rows), letters), bool)
    met[points.report, points.draft] = True
    sums = np.add.reduceat(np.where(met, draft.cover, 0.0), draft.normal.bounds[:-1], axis=1)
    covered = sums / np.maximum(draft.totals, 0.3)
    holds = covered >= _HOLDS
    return Holders(covered, _towns(holds, rows), set_units(towns))


def _towns(holds: NDArray[np.bool_], rows: Sequence[Row]) -> NDArray[np.int64]:
    """Distinct towns among the holders of each sentence."""
    order = np.argsort([row.town for row in rows], kind="stable")
    towns = np.array([rows[k].town for k in order])
    first = np.flatnonzero(np.concatenate(([True], towns[1:] != towns[:-1])))
    a_town = np.logical_or.reduceat(holds[order], first, axis=0)
    counted: NDArray[np.int64] = a_town.sum(0)
    return counted
