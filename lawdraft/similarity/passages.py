"""From a region to a passage: whole sentences of both texts, and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.draft import weigh_cover
from lawdraft.similarity.grams import SIZE
from lawdraft.similarity.regions import Grid, Region

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lawdraft.similarity.counts import Rarity
    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.points import Points
    from lawdraft.similarity.sources import Sources

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

_GROW, _TRIM = 0.2, 0.15  # covered share of a sentence to take it in, to let an end one go
_LIKE = 0.6  # times (the region's own upper share) ** 1.5: exact copies end sharply
_LIKE_TRIM = 0.9
_MARGIN = 80  # letters beside the source's region that still count
_ROUNDS = 2
_WHOLLY = 0.7  # covered share of a sentence that was taken over whole


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the draft and of one report, by letters, with what speaks for copying.

    `evidence`: weights of the shared grams; `density`: their share of all grams of the stretch;
    `share`: the part of the stretch's letters that lie in shared grams (0..1);
    `rivals`: the evidence each report has for the same stretch, by place in the sources.
    """

    report: int
    start: int
    end: int
    source_start: int
    source_end: int
    evidence: float
    density: float
    share: float
    rivals: Floats


@dataclass(slots=True)
class Bench:
    """What refining works on; rarities of a report's letters are looked up when asked for."""

    draft: Weighed
    sources: Sources
    points: Points
    grid: Grid
    rarity: Rarity
    common: NDArray[np.bool_]  # sentences of the draft that many units say: never grown into
    _covers: dict[int, tuple[Ints, Floats, Floats]] = field(default_factory=dict)
    _slices: Ints | None = None
    _weight: Floats | None = None

    def of_report(self, report: int) -> slice:
        """The points of one report."""
        if self._slices is None:
            edges = np.arange(len(self.sources.rows) + 1)
            self._slices = np.searchsorted(self.points.report, edges)
        return slice(int(self._slices[report]), int(self._slices[report + 1]))

    def own_weight(self) -> Floats:
        """Weights of the draft's grams, 0 in sentences that many units say."""
        if self._weight is None:
            bounds = self.draft.normal.bounds
            common = np.repeat(self.common, np.diff(bounds))
            self._weight = np.where(common, 0.0, self.draft.weight)
        return self._weight

    def cover(self, report: int) -> tuple[Ints, Floats, Floats]:
        """Sentence bounds of a report (letters of the sources), cover a letter, its totals."""
        if report not in self._covers:
            self._covers[report] = self._weigh(report)
        return self._covers[report]

    def _weigh(self, report: int) -> tuple[Ints, Floats, Floats]:
        start, end = (int(edge) for edge in self.sources.starts[report : report + 2])
        bounds = self.sources.normal.bounds
        inner = bounds[(bounds >= start) & (bounds <= end)]
        cover, totals = weigh_cover(self.sources.grams[start:end], inner - start, self.rarity)
        return inner, cover, totals


def refine(region: Region, bench: Bench) -> Passage | None:
    """The passage around a region, or None where no sentence is shared."""
    part = bench.of_report(region.report)
    here, there = bench.points.draft[part], bench.points.source[part]
    bounds, cover, totals = bench.cover(region.report)
    draft = bench.draft
    for _ in range(_ROUNDS):
        low, high = region.source_start - _MARGIN, region.source_end + _MARGIN
        inside = here[(there >= low) & (there < high)]
        shares = _shares(inside, draft.cover, draft.totals, draft.normal.bounds, 0)
        shares[bench.common] = 0.0
        start, end = _whole(shares, draft.normal.bounds, region.start, region.end)
        inside = there[(here >= start) & (here < end)]
        shares = _shares(inside, cover, totals, bounds, int(bounds[0]))
        low, high = _whole(shares, bounds, region.source_start, region.source_end)
        region = Region(region.report, start, end, low, high)
    return _passage(region, here, there, bench)


def dense_parts(region: Region, bench: Bench) -> list[Region]:
    """The rows of sentences that stand in the report nearly whole, where the region is thin.

    Two reports of one pattern agree a little everywhere; what was copied agrees sentence by sentence.
    """
    part = bench.of_report(region.report)
    here, there = bench.points.draft[part], bench.points.source[part]
    draft, bounds = bench.draft, bench.draft.normal.bounds
    shares = _shares(here, draft.cover, draft.totals, bounds, 0)
    shares[bench.common] = 0.0
    inside = (bounds[1:] > region.start) & (bounds[:-1] < region.end) & (shares >= _WHOLLY)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8)))
    found = []
    for first, last in edges.reshape(-1, 2).tolist():
        start, end = int(bounds[first]), int(bounds[last])
        held = there[(here >= start) & (here < end)]
        if len(held):
            found.append(Region(region.report, start, end, int(held.min()), int(held.max()) + SIZE))
    return found


def _shares(inside: Ints, cover: Floats, totals: Floats, bounds: Ints, first: int) -> Floats:
    """How much of each sentence's weight the shared letters hold."""
    held = np.zeros(len(cover))
    held[inside - first] = cover[inside - first]
    shares: Floats = np.add.reduceat(held, bounds[:-1] - first) / np.maximum(totals, 0.3)
    return shares


def _whole(shares: Floats, bounds: Ints, start: int, end: int) -> tuple[int, int]:
    """Sentences of start..end without weak ends, grown into strong neighbours."""
    last_sentence = len(shares) - 1
    first = min(max(0, int(np.searchsorted(bounds, start, "right")) - 1), last_sentence)
    last = min(max(first, int(np.searchsorted(bounds, end - 1, "right")) - 1), last_sentence)
    like = _LIKE * _upper(shares[first : last + 1]) ** 1.5
    grow, trim = max(_GROW, like), max(_TRIM, _LIKE_TRIM * like)
    while first < last and shares[first] < trim:
        first += 1
    while last > first and shares[last] < trim:
        last -= 1
    while first > 0 and shares[first - 1] >= grow:
        first -= 1
    while last < last_sentence and shares[last + 1] >= grow:
        last += 1
    return int(bounds[first]), int(bounds[last + 1])


def _upper(shares: Floats) -> float:
    """The upper quartile of the sentences' shares."""
    ranked = np.sort(shares)
    place = 0.75 * (len(ranked) - 1)
    low = ranked[int(place)]
    return float(low + (ranked[-(-3 * (len(ranked) - 1) // 4)] - low) * (place % 1))


def _passage(region: Region, here: Ints, there: Ints, bench: Bench) -> Passage | None:
    both = (here >= region.start) & (here < region.end)
    both &= (there >= region.source_start) & (there < region.source_end)
    shared = np.zeros(region.end - region.start, bool)
    shared[here[both] - region.start] = True
    if not shared.any():
        return None
    weight = bench.own_weight()[region.start : region.end]
    evidence, total = float(weight[shared].sum()), float(weight.sum())
    return Passage(
        region.report, region.start, region.end, region.source_start, region.source_end,
        evidence, evidence / max(total, 1e-6), _held_letters(shared), bench.grid.best([region])[0],
    )  # fmt: skip


def _held_letters(shared: NDArray[np.bool_]) -> float:
    held = shared.copy()
    for step in range(1, SIZE):
        held[step:] |= shared[:-step]
    return float(held.mean())
