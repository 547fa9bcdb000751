"""From a region to a passage: whole sentences of both texts, and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.arrays import sums
from lawdraft.similarity.draft import weigh_cover
from lawdraft.similarity.edges import Strand, tightened
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

# What share of a sentence chance would cover, as (factor, least): factor × (the region's own upper
# share) ** 1.5, so that exact copies end sharply and reworded ones reach further.
_OF_DRAFT, _OF_SOURCE = (0.35, 0.05), (0.3, 0.04)
_TALK = 4.0  # times what the same stretch covers of sentences elsewhere: how the genre talks
_MOST_TALK = 0.6  # at most: what is alike beside the stretch may be copied as well
_DROP = 5.0  # weight of sentences not shared that a passage never reaches across
_FARTHEST = 40  # sentences beyond the region
_MARGIN = 80  # letters beside the source's region that still count
_ROUNDS = 2
_RARE = 3.4  # units; counts are exact to 2 %


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
    fresh: float  # the evidence that at most three units of the library have
    run: float  # the evidence of the longest stretch that is the same letter by letter
    source_share: float  # the part of the source's stretch that lies in shared grams
    elsewhere: float  # evidence of the same report outside this passage: how alike they talk


@dataclass(slots=True)
class Bench:
    """What refining works on; rarities of a report's letters are looked up when asked for."""

    draft: Weighed
    sources: Sources
    points: Points
    grid: Grid
    rarity: Rarity
    common: NDArray[np.bool_]  # sentences of the draft that many units say: never grown into
    _slices: Ints | None = None
    _weight: Floats | None = None
    _totals: Floats | None = None

    def of_report(self, report: int) -> slice:
        """The points of one report."""
        if self._slices is None:
            edges = np.arange(len(self.sources.rows) + 1)
            self._slices = np.searchsorted(self.points.report, edges)
        return slice(int(self._slices[report]), int(self._slices[report + 1]))

    def total(self, report: int) -> float:
        """Weights of all points of one report."""
        if self._totals is None:
            weight = self.draft.weight[self.points.draft]
            self._totals = sums(self.points.report, weight, len(self.sources.rows))
        return float(self._totals[report])

    def own_weight(self) -> Floats:
        """Weights of the draft's grams, 0 in sentences that many units say."""
        if self._weight is None:
            bounds = self.draft.normal.bounds
            common = np.repeat(self.common, np.diff(bounds))
            self._weight = np.where(common, 0.0, self.draft.weight)
        return self._weight

    def cover(self, report: int) -> tuple[Ints, Floats, Floats]:
        """Sentence bounds of a report (letters of the sources), cover a letter, its totals."""
        key = (self.rarity.key(), report)
        if key not in self.sources.covers:
            self.sources.covers[key] = self._weigh(report)
        return self.sources.covers[key]

    def _weigh(self, report: int) -> tuple[Ints, Floats, Floats]:
        start, end = (int(edge) for edge in self.sources.starts[report : report + 2])
        bounds = self.sources.normal.bounds
        inner = bounds[np.searchsorted(bounds, start) : np.searchsorted(bounds, end, "right")]
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
        inside = (there >= low) & (there < high)
        held = _held(here[inside], there[inside], len(draft.cover), 0)
        shares = _shares(held, draft.cover, draft.totals, draft.normal.bounds)
        shares[bench.common] = 0.0
        near = (region.start, region.end)
        start, end = _whole(shares, draft.totals, draft.normal.bounds, near, _OF_DRAFT)
        inside = (here >= start) & (here < end)
        held = _held(there[inside], here[inside], len(cover), int(bounds[0]))
        shares = _shares(held, cover, totals, bounds)
        near = (region.source_start, region.source_end)
        low, high = _whole(shares, totals, bounds, near, _OF_SOURCE)
        region = Region(region.report, start, end, low, high)
    return _passage(_to_the_letter(region, here, there, bench), here, there, bench)


def cut(passage: Passage, start: int, end: int, bench: Bench) -> Passage | None:
    """What the passage has between these letters of the draft; None where nothing is shared."""
    part = bench.of_report(passage.report)
    here, there = bench.points.draft[part], bench.points.source[part]
    low, high = passage.source_start, passage.source_end
    both = _inside(Region(passage.report, start, end, low, high), here, there)
    here, there = here[both], there[both]
    if not len(here):
        return None
    low, high = int(there.min()), int(there.max()) + SIZE
    return _passage(Region(passage.report, start, end, low, high), here, there, bench)


def _to_the_letter(region: Region, here: Ints, there: Ints, bench: Bench) -> Region:
    """The region with ends inside sentences where the copy ends there."""
    both = _inside(region, here, there)
    here, there = here[both], there[both]
    if not len(here):
        return region
    held = _held_letters(_marked(here - int(here.min()), int(here.max() - here.min()) + SIZE))
    first, last = (int(edge) for edge in bench.sources.starts[region.report : region.report + 2])
    bounds, cover, _ = bench.cover(region.report)
    draft = bench.draft
    ours = Strand(draft.normal.codes, draft.cover, draft.normal.bounds, here)
    theirs = Strand(bench.sources.normal.codes[first:last], cover, bounds - first, there - first)
    start, end = tightened(region.start, region.end, ours, theirs, held)
    low, high = region.source_start - first, region.source_end - first
    low, high = tightened(low, high, theirs, ours, held)
    return Region(region.report, start, end, low + first, high + first)


def _inside(region: Region, here: Ints, there: Ints) -> NDArray[np.bool_]:
    both = (here >= region.start) & (here < region.end)
    both &= (there >= region.source_start) & (there < region.source_end)
    return both


def _held(places: Ints, partners: Ints, size: int, first: int) -> Floats:
    """How far the gram of each letter has a partner of its own: a name said five times has a fifth."""
    if not len(places):
        return np.zeros(size)
    low = int(partners.min())
    again = np.bincount(partners - low)[partners - low]
    return np.minimum(sums(places - first, 1.0 / again, size), 1.0)


def _shares(held: Floats, cover: Floats, totals: Floats, bounds: Ints) -> Floats:
    """How much of each sentence's weight the shared letters hold."""
    sentences = np.add.reduceat(held * cover, bounds[:-1] - bounds[0])
    shares: Floats = sentences / np.maximum(totals, 0.3)
    return shares


def _whole(
    shares: Floats, totals: Floats, bounds: Ints, near: tuple[int, int], chance: tuple[float, float]
) -> tuple[int, int]:
    """The run of sentences around `near` that holds most beyond what chance would cover."""
    start, end = near
    last_sentence = len(shares) - 1
    first = min(max(0, int(np.searchsorted(bounds, start, "right")) - 1), last_sentence)
    last = min(max(first, int(np.searchsorted(bounds, end - 1, "right")) - 1), last_sentence)
    inside = slice(first, last + 1)
    level = max(chance[1], chance[0] * _upper(shares[inside]) ** 1.5)
    held = shares * totals
    beside = float(totals.sum() - totals[inside].sum())
    talk = float(held.sum() - held[inside].sum()) / max(beside, 1.0)
    gain = held - max(level, min(_MOST_TALK, _TALK * talk)) * totals
    low, high = _strongest(gain, first, last)
    low -= _reach(gain[low - 1 :: -1] if low else gain[:0])
    high += _reach(gain[high + 1 :])
    return int(bounds[low]), int(bounds[high + 1])


def _strongest(gain: Floats, first: int, last: int) -> tuple[int, int]:
    """First and last sentence of the run with the largest sum of gains."""
    best, low, high, run, top, at = -np.inf, first, first, 0.0, 0.0, first
    for k, one in enumerate(gain[first : last + 1].tolist(), first):
        if run <= 0 or run < top - _DROP:
            run, top, at = 0.0, 0.0, k
        run += one
        top = max(top, run)
        if run > best:
            best, low, high = run, at, k
    return low, high


def _reach(gain: Floats) -> int:
    """How many sentences onward the sum of gains is largest (0: none)."""
    total, best, reach = 0.0, 0.0, 0
    for k, one in enumerate(gain[:_FARTHEST].tolist(), 1):
        total += one
        if total > best:
            best, reach = total, k
        if total < best - _DROP:
            break
    return reach


def _upper(shares: Floats) -> float:
    """The upper quartile of the sentences' shares."""
    ranked = np.sort(shares)
    place = 0.75 * (len(ranked) - 1)
    low = ranked[int(place)]
    return float(low + (ranked[-(-3 * (len(ranked) - 1) // 4)] - low) * (place % 1))


def _passage(region: Region, here: Ints, there: Ints, bench: Bench) -> Passage | None:
    both = _inside(region, here, there)
    shared = np.zeros(region.end - region.start, bool)
    shared[here[both] - region.start] = True
    if not shared.any():
        return None
    here, there = here[both], there[both]
    weight = bench.own_weight()[region.start : region.end]
    evidence, total = float(weight[shared].sum()), float(weight.sum())
    rare = shared & (bench.draft.held[region.start : region.end] <= _RARE)
    return Passage(
        region.report, region.start, region.end, region.source_start, region.source_end,
        evidence, evidence / max(total, 1e-6), _held_letters(shared), bench.grid.best([region])[0],
        float(weight[rare].sum()), _longest_run(here, there, bench.draft.weight),
        _held_letters(_marked(there - region.source_start, region.source_end - region.source_start)),
        bench.total(region.report) - float(bench.draft.weight[here].sum()),
    )  # fmt: skip


def _marked(place: Ints, size: int) -> NDArray[np.bool_]:
    marked = np.zeros(size, bool)
    marked[place] = True
    return marked


def _longest_run(here: Ints, there: Ints, weight: Floats) -> float:
    """The most weight of neighbouring letters that keep their distance in both texts."""
    order = np.sort((there - here) << 32 | here)
    here = order & 0xFFFFFFFF
    first = np.flatnonzero(np.diff(order, prepend=order[0] - 2) != 1)
    return float(np.add.reduceat(weight[here], first).max())


def _held_letters(shared: NDArray[np.bool_]) -> float:
    held = shared.copy()
    for step in range(1, SIZE):
        held[step:] |= shared[:-step]
    return float(held.mean())
