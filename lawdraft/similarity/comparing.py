"""Compare one draft with some reports: points, regions, passages, verdicts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.holders import Holders, find_holders
from lawdraft.similarity.passages import Bench, Passage
from lawdraft.similarity.points import Points, match_points
from lawdraft.similarity.regions import Grid, Region, boxes, clusters, make_grid
from lawdraft.similarity.rests import passages
from lawdraft.similarity.unit import same_unit
from lawdraft.similarity.verdict import CLEAR, USUAL_TALK, Judged, copies, judge, odds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from lawdraft.similarity.arrays import Floats, Ints
    from lawdraft.similarity.counts import Rarity
    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.normal import Normal
    from lawdraft.similarity.sources import Sources


_LONGEST = 2000  # characters of a passage compared to the letter
_HELD = 0.7  # share of the evidence that makes a report a holder of the same text
_DENSE = 0.4  # share of a passage's evidence that stands again in one's own report
_OWN = 1.0  # more exact than any other's words can be
_SAME = 64  # letters two regions of one report share to be one
_LEAD = 3.5  # evidence by which a region must lead the other units to be looked at closely
_LEAD_AGAIN = 1.5  # the same in reports that have a clear passage


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Passages with their verdicts, and which sentences are common property."""

    judged: tuple[Judged, ...]
    holders: Holders | None
    points: Points | None
    own: AbstractSet[int] = frozenset()  # numbers of the reports of the draft's own unit


def align(draft: Weighed, sources: Sources, rarity: Rarity, unit: str | None = None) -> Aligned:
    """Every passage that stands out against the other units, judged; `unit`: whose draft it is."""
    if not len(draft.normal) or not len(sources.normal):
        return Aligned((), None, None)
    return align_points(draft, sources, rarity, match_points(draft, sources), unit)


def align_points(
    draft: Weighed, sources: Sources, rarity: Rarity, points: Points, unit: str | None = None
) -> Aligned:
    """The same for chosen points."""
    if not len(points):
        return Aligned((), None, None)
    strong = points.strong()
    grid = make_grid(strong, sources, len(draft.normal))
    found = clusters(strong, draft.weight)
    found += [one for one in boxes(grid, sources, len(draft.normal)) if not _known(one, found)]
    holders = find_holders(draft, points, sources.rows, rarity.towns)
    bench = Bench(draft, sources, points, grid, rarity, holders.common())
    own = frozenset(row.num for row in sources.rows if unit and same_unit(unit, row.unit))
    lead = _leads(found, grid, np.array([row.town for row in sources.rows]), holders.many - 2)
    judged = [*_judged(found, lead >= _LEAD, bench, own, holders.many)]
    letters = len(draft.normal)
    clear = {one.passage.report for one in judged if odds(one, (), letters) > CLEAR}
    again = [
        _LEAD > by >= _LEAD_AGAIN and r.report in clear for r, by in zip(found, lead, strict=True)
    ]
    judged += _judged(found, np.array(again, bool), bench, own, holders.many)
    return Aligned(tuple(judged), holders, points, own)


def _judged(
    found: Sequence[Region],
    chosen: NDArray[np.bool_],
    bench: Bench,
    own: AbstractSet[int],
    many: int,
) -> Iterator[Judged]:
    """`own`: reports of the draft's unit; who else says it, and that they talk alike, is no rival.

    That holds for what is there again, not for what any two reports of a kind have in common.
    """
    regions = (found[k] for k in np.flatnonzero(chosen).tolist())
    for passage in (one for region in regions for one in passages(region, bench)):
        ours = bench.sources.rows[passage.report].num in own
        if ours and passage.density >= _DENSE:
            passage = _unrivalled(passage, many, len(bench.draft.normal))
        yield judge(passage, bench.sources.rows, bench.rarity.towns)


def _unrivalled(passage: Passage, many: int, letters: int) -> Passage:
    """The same with nobody beside it, unless so `many` say it that it is set text.

    Of what the unit says elsewhere no more counts than any two reports share.
    """
    holders = int((passage.rivals >= _HELD * passage.evidence).sum())
    rivals = passage.rivals if holders > many else np.zeros_like(passage.rivals)
    elsewhere = min(passage.elsewhere, USUAL_TALK * letters)
    return replace(passage, rivals=rivals, elsewhere=elsewhere)


def _leads(found: Sequence[Region], grid: Grid, towns: Ints, rank: int) -> Floats:
    """By how much each region stands out against the other units' report of that rank (from 0)."""
    if not found:
        return np.zeros(0)
    report = np.array([region.report for region in found])
    best = grid.best(found)
    own = best[np.arange(len(found)), report]
    best[towns[report][:, None] == towns] = 0.0
    ranked = np.sort(best, axis=1)[:, ::-1]
    rival = ranked[:, rank] if ranked.shape[1] > rank else 0.0
    lead: Floats = own - rival
    return lead


def copied_passages(draft: Weighed, sources: Sources, aligned: Aligned) -> list[Judged]:
    """The copied passages; of two years of one source the one that agrees to the letter.

    What the draft's unit said as well as another is its own: the other may have it from there.
    """

    def exact(passage: Passage) -> float:
        from rapidfuzz.distance import Indel

        here = _said(draft.normal, passage.start, passage.end)
        there = _said(sources.normal, passage.source_start, passage.source_end)
        ours = _OWN if sources.rows[passage.report].num in aligned.own else 0.0
        return ours + float(Indel.normalized_similarity(here, there))

    return copies(aligned.judged, len(draft.normal), exact)


def _said(normal: Normal, start: int, end: int) -> str:
    raw = normal.raw[int(normal.place[start]) : int(normal.place[end - 1]) + 1]
    return raw[:_LONGEST].tobytes().decode("utf-16-le", "replace")


def _known(region: Region, others: Sequence[Region]) -> bool:
    return any(
        other.report == region.report
        and min(other.end, region.end) - max(other.start, region.start) > _SAME
        for other in others
    )
