"""Reports unpacked a moment ago: a draft compared again mostly meets the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.similarity.sources import gather_sources, part_of, stack_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lawdraft.similarity.database import Row
    from lawdraft.similarity.normal import Codes
    from lawdraft.similarity.sources import Sources

    Fetch = Callable[[Sequence[int]], dict[int, Row]]

_KEPT = 3  # sets of sources


class Recent:
    """The last few sets of sources; a report's number never comes to mean another text."""

    def __init__(self) -> None:
        self._kept: list[Sources] = []

    def gather(self, numbers: Sequence[int], fetch: Fetch, letters: Codes) -> Sources:
        """The reports of these numbers in their order, those that are gone left out."""
        known: dict[int, Sources] = {}
        for whole in self._kept:
            if [*dict.fromkeys(row.num for row in whole.rows)] == [*numbers]:
                return whole
            known |= _parts(whole, {*numbers} - known.keys())
        found = fetch([number for number in numbers if number not in known])
        fresh = gather_sources([found[n] for n in numbers if n in found], letters)
        if known:
            known |= _parts(fresh, {*found})
            fresh = stack_sources([known[n] for n in numbers if n in known])
        self._kept = [fresh, *self._kept[: _KEPT - 1]]
        return fresh


def _parts(whole: Sources, wanted: set[int]) -> dict[int, Sources]:
    """The reports of `whole` that are wanted, each alone; a long one has several entries."""
    entries: dict[int, list[int]] = {}
    for at, row in enumerate(whole.rows):
        if row.num in wanted:
            entries.setdefault(row.num, []).append(at)
    return {number: part_of(whole, at[0], at[-1] + 1) for number, at in entries.items()}
