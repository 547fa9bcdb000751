"""Which passages are copied, which are set text of many units, and who is the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.similarity.holders import SET_UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lawdraft.similarity.database import Row
    from lawdraft.similarity.passages import Passage

    Exactness = Callable[[Passage], float]

RIVAL = SET_UNITS - 2  # the rank (from 0) of the unit a passage must stand out against
_HOLDS = 0.7  # share of the best evidence that makes a report a holder of the same text
# What evidence must exceed, fitted on generated reports (docs/similarity.md): the next rival's, the
# sixth unit's, and more where few words in a row do not make a passage.
_RIVAL_COST, _COMMON_COST, _DENSITY_COST, _LEAST = 0.83, 1.72, 5.2, 1.0
_LEAST_DENSITY = 0.35  # of a copy in a library of few towns; no rivals there to compare with
_DENSITY_TOWNS = (10, 150)  # between them that fades
_SHORTEST = 25  # letters
CLEAR = 2.0  # margin of a passage that is beyond doubt
_KNOWN = 2.5  # by which others of its report may fall short, in a library
_KNOWN_TOWNS = (60, 300)  # of many units; of few: not at all
_NEVER = 1e9
_ALIKE = 0.97  # of evidence and length: the same passage in two reports
_TAKEN = 0.5  # of a passage covered by a better one


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with its verdict: how clearly it is copied, how many other units hold it."""

    passage: Passage
    margin: float
    holders: int

    @property
    def too_thin(self) -> bool:
        """Whether a small library refused it because too little of its stretch is shared."""
        return self.margin <= -_NEVER and self.passage.end - self.passage.start >= _SHORTEST


def knowing(towns: int, few: int, many: int) -> float:
    """How far a library of so many units knows how its genre talks: 0 up to few, 1 from many."""
    return min(1.0, max(0.0, (towns - few) / (many - few)))


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
    dense = passage.density >= _LEAST_DENSITY * (1 - knowing(towns, *_DENSITY_TOWNS))
    return Judged(passage, margin if long_enough and dense else -_NEVER, holders + 1)


def copies(judged: Sequence[Judged], towns: int, exact: Exactness) -> list[Judged]:
    """The copied passages: clear ones, and weaker ones from a report that has a clear one.

    Who took one passage from a report took others from it too; each stretch has one source.
    `towns`: units of the whole library; `exact` tells how alike two spans are to the letter.
    """
    short = _KNOWN * knowing(towns, *_KNOWN_TOWNS)
    clear = {one.passage.report for one in judged if one.margin > CLEAR}
    chosen = (
        one
        for one in judged
        if one.holders < SET_UNITS
        and (one.margin > 0 or (one.margin > -short and one.passage.report in clear))
    )
    return _resolve(chosen, exact)


def _resolve(judged: Iterable[Judged], exact: Exactness) -> list[Judged]:
    """Each stretch of the draft keeps the passage with most evidence, of equals the more exact."""
    kept: list[Judged] = []
    for one in sorted(judged, key=lambda one: -one.passage.evidence):
        size = one.passage.end - one.passage.start
        shared = [_overlap(one.passage, other.passage) for other in kept]
        if sum(shared) < _TAKEN * size:
            kept.append(one)
            continue
        at = max(range(len(kept)), key=shared.__getitem__)
        if _equals(one, kept[at]) and exact(one.passage) > exact(kept[at].passage):
            kept[at] = one
    return kept


def _equals(one: Judged, other: Judged) -> bool:
    """Two years of one source: the same letters, other figures."""
    size = other.passage.end - other.passage.start
    alike = _overlap(one.passage, other.passage) >= _ALIKE * size
    return alike and one.passage.evidence >= _ALIKE * other.passage.evidence


def _overlap(one: Passage, other: Passage) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
