"""Which passages are copied, which are set text of many units, and who is the source."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.similarity.counts import SET_UNITS, set_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lawdraft.similarity.database import Row
    from lawdraft.similarity.passages import Passage

    Exactness = Callable[[Passage], float]

_HOLDS = 0.7  # share of the best evidence that makes a report a holder of the same text
_SHORTEST = 25  # letters
_LEAST, _LEAST_MEDIUM = 4.5, 1.5  # evidence that is no chance; so much more where few units tell
# thin, and two other units have that share of it: the genre's talk
_THIN, _ALSO_OTHERS, _ALSO_MEDIUM = 0.18, 0.6, -0.25
CLEAR = 3.0  # margin of a passage that is beyond doubt
_FEW_TOWNS, _MEDIUM_TOWNS = (1.0, 2.2), (2.0, 3.5)  # decimal logarithms of the units
_MOST_FRESH, _MOST_SUPPORT = 10.0, 30.0
USUAL_TALK, _USUAL_LETTERS = 0.028, 1500  # shared by chance, a letter; letters that stand for it
_POINTS = 1.3  # of evidence as points: grams that stand twice
_NEVER = 1e9
_ALIKE = 0.97  # of evidence and length: the same passage in two reports
_TAKEN = 0.5  # of a passage covered by a better one


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to the log odds of copying."""

    base: float
    evidence: float
    lead: float
    length: float
    share: float
    density: float
    run: float
    source_share: float
    spread: float
    medium: float
    fresh: float
    support: float
    talk: float


# Fitted on generated reports of three makings, exact slices and planted real paragraphs, libraries of
# 5 to 10,000 reports (docs/similarity.md). In small libraries, `few` and `medium` (1 there, 0 in large
# ones), what few units say weighs more: their statistics know little.
_SMALL = Weights(
    7.683, 5.326, 1.294, -2.712, 2.207, -4.971, -2.844, 2.771, 0.786, -5.851, 3.233, 0.583, -2.676
)  # fmt: skip
_LARGE = Weights(
    -1.979, 6.165, 2.111, -1.938, 3.432, -2.516, -2.896, 3.525, 2.281, -9.022, 4.43, 1.174, -2.214
)  # fmt: skip
_SHARE_FEW, _DENSITY_FEW, _FEW = -3.225, 7.609, -6.367


@lru_cache(maxsize=8)
def _weights(medium: float) -> Weights:
    pairs = zip(astuple(_SMALL), astuple(_LARGE), strict=True)
    return Weights(*(medium * small + (1 - medium) * large for small, large in pairs))


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with its verdict: how clearly it is copied by itself, whether many units hold it."""

    passage: Passage
    margin: float
    common: bool
    weights: Weights


def _fading(towns: int, ends: tuple[float, float]) -> float:
    """1 in libraries of few units, 0 in those of many, by the logarithm of their number."""
    known = math.log10(max(1, towns))
    return 1 - min(1.0, max(0.0, (known - ends[0]) / (ends[1] - ends[0])))


def judge(passage: Passage, rows: Sequence[Row], towns: int) -> Judged:
    """Weigh a passage against the other units' evidence for the same stretch.

    `towns`: units of the whole library.
    """
    town = rows[passage.report].town
    best: dict[int, float] = {}
    for row, evidence in zip(rows, passage.rivals.tolist(), strict=True):
        if row.town != town:
            best[row.town] = max(best.get(row.town, 0.0), evidence)
    ranked, many = [*sorted(best.values(), reverse=True), *([0.0] * SET_UNITS)], set_units(towns)
    holders = sum(value >= _HOLDS * passage.evidence for value in ranked)
    few, medium = _fading(towns, _FEW_TOWNS), _fading(towns, _MEDIUM_TOWNS)
    length = passage.end - passage.start
    thin = passage.density < _THIN
    rival = ranked[0 if thin else holders] if holders < many else 0.0
    weights = _weights(medium)
    margin = (
        weights.base
        + weights.evidence * math.log(passage.evidence + 0.3)
        + weights.lead * math.log((passage.evidence + 0.3) / (rival + 0.3))
        + weights.length * math.log(length)
        + (weights.share + few * _SHARE_FEW) * passage.share
        + (weights.density + few * _DENSITY_FEW) * passage.density
        + weights.run * math.log(passage.run + 0.3)
        + weights.source_share * passage.source_share
        + weights.spread * math.log((passage.source_end - passage.source_start) / length)
        + medium * (weights.medium + weights.fresh * math.sqrt(min(passage.fresh, _MOST_FRESH)))
        + few * _FEW
    )
    also = _ALSO_OTHERS + medium * _ALSO_MEDIUM
    genre = thin and ranked[1] >= also * passage.evidence
    slight = passage.evidence < _LEAST + medium * _LEAST_MEDIUM
    ruled_out = genre or slight or length < _SHORTEST
    return Judged(passage, -_NEVER if ruled_out else margin, holders + 1 >= many, weights)


def copies(judged: Sequence[Judged], letters: int, exact: Exactness) -> list[Judged]:
    """The copied passages; what else the draft shares with the same report speaks for each.

    Each stretch has one source; `letters`: of the draft; `exact` tells how alike two spans are
    to the letter.
    """
    chosen = (one for one in judged if not one.common and odds(one, judged, letters) > 0)
    return _resolve(chosen, exact)


def odds(one: Judged, judged: Iterable[Judged], letters: int) -> float:
    """The margin beside the other passages: who took one took others, and how both talk anyway."""
    others = [
        other.passage
        for other in judged
        if other.passage.report == one.passage.report and not _overlap(other.passage, one.passage)
    ]
    passage, evidence = one.passage, sum(other.evidence for other in others)
    beside = letters - sum(other.end - other.start for other in (passage, *others))
    shared = max(0.0, passage.elsewhere - _POINTS * evidence) + USUAL_TALK * _USUAL_LETTERS
    talk = math.log(1000 * shared / (max(0, beside) + _USUAL_LETTERS))
    support = math.sqrt(min(evidence, _MOST_SUPPORT))
    return one.margin + one.weights.support * support + one.weights.talk * talk


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
