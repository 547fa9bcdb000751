"""Which reports to align with: those that share rare grams with neighbouring parts of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.grams import cells

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.segment import Segment

BLOCK = 150  # letters; two blocks make a window
MOST = 30  # reports aligned in full
_LEAST_RARITY = 0.05


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that may share text, by number, and the score that says so."""

    number: int
    score: float


def candidates(
    draft: Weighed, segments: Sequence[Segment], left_out: AbstractSet[int], most: int = MOST
) -> list[Candidate]:
    """The likeliest reports, best first: the squares of their windows' scores summed."""
    usable = np.flatnonzero(draft.rarity > _LEAST_RARITY)
    found = [
        one for segment in segments for one in _of_segment(draft, usable, segment, left_out, most)
    ]
    return sorted(found, key=lambda one: (-one.score, one.number))[:most]


def _of_segment(
    draft: Weighed,
    usable: NDArray[np.int64],
    segment: Segment,
    left_out: AbstractSet[int],
    most: int,
) -> list[Candidate]:
    blocks, at, weight = _asked(draft, usable, segment.postings.bits)
    owner, report = segment.postings.gather(at)
    reports = len(segment)
    shape = (len(draft.normal) // BLOCK + 1, reports)
    flat = np.bincount(blocks[owner] * reports + report, weight[owner], shape[0] * reports)
    scores = _window_scores(flat.reshape(shape))
    scores[np.isin(segment.numbers, np.fromiter(left_out, np.uint32, len(left_out)))] = 0
    best = np.argpartition(-scores, min(most, reports - 1))[:most]
    return [Candidate(int(segment.numbers[k]), float(scores[k])) for k in best if scores[k] > 0]


def _asked(
    draft: Weighed, usable: NDArray[np.int64], bits: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Distinct cells a block: the block, the cell, the weight."""
    cell = cells(draft.scattered[usable], bits)
    key = np.sort(
        ((usable // BLOCK) << 32 | cell) << 16 | (draft.rarity[usable] * 65535).astype(np.int64)
    )
    single = np.ones(len(key), bool)
    single[1:] = (key[1:] >> 16) != (key[:-1] >> 16)
    key = key[single]
    return key >> 48, (key >> 16) & 0xFFFFFFFF, (key & 0xFFFF) / 65535


def _window_scores(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    windows = scores[:-1] + scores[1:] if len(scores) > 1 else scores
    total: NDArray[np.float64] = np.einsum("ij,ij->j", windows, windows)
    return total
