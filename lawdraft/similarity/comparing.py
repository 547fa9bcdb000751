"""Compare one draft with some reports: points, regions, passages, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.similarity.passages import Bench, refine
from lawdraft.similarity.points import match_points
from lawdraft.similarity.regions import boxes, clusters, make_grid
from lawdraft.similarity.verdict import judge

if TYPE_CHECKING:
    from lawdraft.similarity.counts import Rarity
    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.regions import Region
    from lawdraft.similarity.sources import Sources
    from lawdraft.similarity.verdict import Judged

_SAME = 64  # letters two regions of one report share to be one


def judged_passages(draft: Weighed, sources: Sources, rarity: Rarity) -> list[Judged]:
    """Every passage that may be shared, with its verdict."""
    if not len(draft.normal) or not len(sources.normal):
        return []
    points = match_points(draft, sources)
    if not len(points):
        return []
    grid = make_grid(points, sources, len(draft.normal))
    found = clusters(points, draft.weight)
    found += [one for one in boxes(grid, sources, len(draft.normal)) if not _known(one, found)]
    bench = Bench(draft, sources, points, grid, rarity)
    passages = (refine(region, bench) for region in found)
    return [judge(passage, sources.rows) for passage in passages if passage]


def _known(region: Region, others: list[Region]) -> bool:
    return any(
        other.report == region.report
        and min(other.end, region.end) - max(other.start, region.start) > _SAME
        for other in others
    )
