"""Where draft and reports have the same gram: pairs of places, weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.grams import cells, scatter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.sources import Sources

    Ints = NDArray[np.int64]

_LEAST_WEIGHT, STRONG = 0.02, 0.05
_MOST_PAIRS = 36  # a gram that often in draft and report together says nothing of place
_SIEVE_BITS = 18


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """The draft's letter, the sources' letter, the report, and the gram's weight for one pair.

    Ordered by report.
    """

    draft: Ints
    source: Ints
    report: Ints
    weight: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.draft)

    def strong(self) -> Points:
        """Those that say where a copy lies; common grams only say how far it goes."""
        kept = np.flatnonzero(self.weight >= STRONG)
        return Points(self.draft[kept], self.source[kept], self.report[kept], self.weight[kept])


def match_points(draft: Weighed, sources: Sources) -> Points:
    """All pairs of places with one gram, rare enough to say something."""
    used = np.flatnonzero(draft.weight[: len(draft.grams)] > _LEAST_WEIGHT)
    order = used[np.argsort(draft.grams[used])]
    values, first, times = _runs(draft.grams[order])
    if not len(values):
        none = np.zeros(0, np.int64)
        return Points(none, none, none, np.zeros(0))
    place, which = _found(sources, values)
    edges = np.searchsorted(place, sources.starts)
    report = np.repeat(np.arange(len(sources.rows)), np.diff(edges))
    doubles = np.bincount(report * len(values) + which, minlength=1)
    again = doubles[report * len(values) + which]
    kept = times[which] * again <= _MOST_PAIRS
    place, which, report, again = place[kept], which[kept], report[kept], again[kept]
    count = times[which]
    offset = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    here = order[np.repeat(first[which], count) + offset]
    weight = draft.weight[here] / np.repeat(again, count)
    return Points(here, np.repeat(place, count), np.repeat(report, count), weight)


def _runs(ordered: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], Ints, Ints]:
    """Distinct values of a sorted array, where each begins, and how often it stands."""
    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    first = np.flatnonzero(new)
    return ordered[first], first, np.diff(np.append(first, len(ordered)))


def _found(sources: Sources, values: NDArray[np.uint64]) -> tuple[Ints, Ints]:
    """Places of the sources whose gram is among `values`, and which of them it is."""
    home = np.full(1 << _SIEVE_BITS, -1, np.int32)
    cell = cells(scatter(values), _SIEVE_BITS)
    home[cell] = np.arange(len(values))
    which = home[cells(scatter(sources.grams), _SIEVE_BITS)]
    place = np.flatnonzero(which >= 0)
    which, met = which[place], sources.grams[place]
    same = values[which] == met
    if np.count_nonzero(home >= 0) < len(values):  # cells that several values share
        other = np.flatnonzero(~same)
        again = np.minimum(np.searchsorted(values, met[other]), len(values) - 1)
        which[other], same[other] = again, values[again] == met[other]
    return place[same], which[same].astype(np.int64)
