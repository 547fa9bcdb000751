"""Which reports to align with: those that share rare grams with neighbouring parts of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.arrays import among, sums
from lawdraft.similarity.grams import cells
from lawdraft.similarity.postings import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.segment import Segment

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

BLOCK = 150  # letters; two blocks make a window
MOST = 20  # reports aligned in full
_LOOKED_AT = 10  # times as many are scored window by window
_MOST_OF_SEGMENT, _MOST_ENTRIES = 85_000, 700_000  # entries of lists read for one draft
_LEAST_RARITY = 0.05


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that may share text, by number, and the score that says so."""

    number: int
    score: float


def candidates(
    draft: Weighed, segments: Sequence[Segment], left_out: AbstractSet[int], most: int = MOST
) -> list[Candidate]:
    """The likeliest reports, best first: the cubes of their windows' scores summed."""
    asked: dict[int, Asked] = {}
    found: list[Candidate] = []
    budget = min(_MOST_OF_SEGMENT, _MOST_ENTRIES // max(1, len(segments)))
    for segment in segments:
        bits = segment.postings.bits
        if bits not in asked:
            asked[bits] = _asked(draft, bits)
        found += _of_segment(_affordable(asked[bits], segment, budget), segment, left_out, most)
    return sorted(found, key=lambda one: (-one.score, one.number))[:most]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The draft's rare cells, each once a block: the block, the cell, the rarity."""

    blocks: int
    block: Ints
    cell: Ints
    rarity: Floats


def _asked(draft: Weighed, bits: int) -> Asked:
    usable = np.flatnonzero(draft.rarity > _LEAST_RARITY)
    rarity = (draft.rarity[usable] * 65535).astype(np.int64)
    key = ((usable // BLOCK) << 32 | cells(draft.scattered[usable], bits)) << 16 | rarity
    key.sort()
    single = np.ones(len(key), bool)
    single[1:] = (key[1:] >> 16) != (key[:-1] >> 16)
    key = key[single]
    blocks = len(draft.normal) // BLOCK + 1
    return Asked(blocks, key >> 48, (key >> 16) & 0xFFFFFFFF, (key & 0xFFFF) / 65535)


def _affordable(asked: Asked, segment: Segment, budget: int) -> Asked:
    """The cells with the shortest lists, as many as the budget of entries allows."""
    count = segment.postings.counts[asked.cell]
    entries = np.cumsum(np.bincount(count, minlength=LONGEST + 1) * np.arange(LONGEST + 1))
    longest = int(np.searchsorted(entries, budget))
    if longest > LONGEST:
        return asked
    kept = np.flatnonzero(count <= longest)
    return Asked(asked.blocks, asked.block[kept], asked.cell[kept], asked.rarity[kept])


def _of_segment(
    asked: Asked, segment: Segment, left_out: AbstractSet[int], most: int
) -> list[Candidate]:
    which, count, report = segment.postings.gather(asked.cell)
    total = sums(report, np.repeat(asked.rarity[which], count), len(segment))
    if left_out:
        total[among(segment.numbers, np.array(sorted(left_out), np.uint32))] = 0.0
    chosen = _largest(total, most * _LOOKED_AT)
    slot = np.full(len(segment), -1)
    slot[chosen] = np.arange(len(chosen))
    entry = np.flatnonzero((slot >= 0)[report])
    owner = which[np.searchsorted(np.cumsum(count), entry, "right")]
    report = slot[report[entry]]
    shape = (asked.blocks, len(chosen))
    key = asked.block[owner] * len(chosen) + report
    scores = _window_scores(sums(key, asked.rarity[owner], shape[0] * shape[1]), shape)
    return [
        Candidate(int(segment.numbers[chosen[k]]), float(scores[k]))
        for k in _largest(scores, most).tolist()
    ]


def _largest(scores: Floats, most: int) -> Ints:
    """Places of the largest scores above 0."""
    at = np.argpartition(-scores, most)[:most] if len(scores) > most else np.arange(len(scores))
    largest: Ints = at[scores[at] > 0]
    return largest


def _window_scores(flat: Floats, shape: tuple[int, int]) -> Floats:
    scores = flat.reshape(shape)
    windows = scores[:-1] + scores[1:] if len(scores) > 1 else scores
    total: Floats = (windows * windows * windows).sum(0)
    return total
