"""Which passages are copied, which are set text of many units, and who is the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.similarity.holders import SET_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.similarity.database import Row
    from lawdraft.similarity.passages import Passage

RIVAL = SET_UNITS - 2  # the rank (from 0) of the unit a passage must stand out against
_HOLDS = 0.7  # share of the best evidence that makes a report a holder of the same text
# What evidence must exceed, fitted on generated reports (docs/similarity.md): the next rival's, the
# sixth unit's, and more where few words in a row do not make a passage.
_RIVAL_COST, _COMMON_COST, _DENSITY_COST, _LEAST = 0.83, 1.72, 5.2, 1.0
_LEAST_DENSITY = 0.35  # of a copy in a library of few towns; no rivals there to compare with
_FEW_TOWNS, _KNOWING_TOWNS = 10, 60
_SHORTEST = 25  # letters
_TAKEN = 0.5  # of a passage covered by a better one


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with its verdict: how clearly it is copied, how many other units hold it."""

    passage: Passage
    margin: float
    holders: int

    @property
    def copied(self) -> bool:
        """True where the passage speaks for copying from few."""
        return self.margin > 0 and self.holders < SET_UNITS


def least_density(towns: int) -> float:
    """How dense a copy must be where a library is too small to know how its genre talks."""
    known = (towns - _FEW_TOWNS) / (_KNOWING_TOWNS - _FEW_TOWNS)
    return _LEAST_DENSITY * min(1.0, max(0.0, 1.0 - known))


def judge(passage: Passage, rows: Sequence[Row], towns: int) -> Judged:
    """Weigh a passage against the other units' evidence for the same stretch.

    `towns`: units of the whole library.
    """
    town = rows[passage.report].town
    best: dict[int, float] = {}
    for row, evidence in zip(rows, passage.rivals.tolist(), strict=True):
        if row.town != town:
            best[row.town] = max(best.get(row.town, 0.0), evidence)
    ranked = [*sorted(best.values(), reverse=True), *([0.0] * SET_UNITS)]
    holders = sum(value >= _HOLDS * passage.evidence for value in ranked)
    rival, common = ranked[min(max(holders, 1), RIVAL)], ranked[RIVAL]
    margin = passage.evidence - _RIVAL_COST * rival - _COMMON_COST * common
    margin -= _DENSITY_COST * passage.density + _LEAST
    long_enough = passage.end - passage.start >= _SHORTEST
    dense = passage.density >= least_density(towns)
    return Judged(passage, margin if long_enough and dense else -1.0, holders + 1)


def resolve(judged: Iterable[Judged]) -> list[Judged]:
    """Each stretch of the draft keeps the passage with most evidence."""
    kept: list[Judged] = []
    for one in sorted(judged, key=lambda one: -one.passage.evidence):
        covered = sum(_overlap(one.passage, other.passage) for other in kept)
        if covered < _TAKEN * (one.passage.end - one.passage.start):
            kept.append(one)
    return kept


def _overlap(one: Passage, other: Passage) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
