"""What a region still holds beside its strongest passage: copies that own sections part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.grams import SIZE
from lawdraft.similarity.passages import cut, refine
from lawdraft.similarity.points import STRONG
from lawdraft.similarity.regions import Region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.similarity.passages import Bench, Passage

_DENSE = 0.5  # of a passage: nearly to the letter, so that what stands beside it is looked at too
_LEAST = 8.0  # evidence of a rest
_MOST = 12  # passages of one region


def passages(region: Region, bench: Bench) -> list[Passage]:
    """The strongest passage of a region; where it is nearly to the letter, those beside it too."""
    found: list[Passage] = []
    waiting = [region]
    while waiting and len(found) < _MOST:
        looked_at = waiting.pop()
        passage = _beside(refine(looked_at, bench), looked_at, found, bench)
        if passage is None:
            continue
        found.append(passage)
        if passage.density >= _DENSE:
            waiting += _rests(looked_at, passage, bench)
    return found


def _beside(
    passage: Passage | None, region: Region, found: Sequence[Passage], bench: Bench
) -> Passage | None:
    """The passage without what it grew into of those found before it."""
    if passage is None:
        return None
    start = max([passage.start, *(one.end for one in found if one.end <= region.start)])
    end = min([passage.end, *(one.start for one in found if one.start >= region.end)])
    if (start, end) == (passage.start, passage.end):
        return passage
    return cut(passage, start, end, bench) if end > start else None


def _rests(region: Region, passage: Passage, bench: Bench) -> Iterator[Region]:
    """Before and behind the passage, as far as the region went, where enough is shared."""
    part = bench.of_report(region.report)
    here, there = bench.points.draft[part], bench.points.source[part]
    inside = (there >= region.source_start) & (there < region.source_end)
    inside &= (there < passage.source_start) | (there >= passage.source_end)
    inside &= bench.points.weight[part] >= STRONG
    here, there = here[inside], there[inside]
    for start, end in ((region.start, passage.start), (passage.end, region.end)):
        these = (here >= start) & (here < end)
        if float(bench.draft.weight[np.unique(here[these])].sum()) >= _LEAST:
            low, high = int(there[these].min()), int(there[these].max()) + SIZE
            first, last = int(here[these].min()), int(here[these].max()) + SIZE
            yield Region(region.report, first, last, low, high)
