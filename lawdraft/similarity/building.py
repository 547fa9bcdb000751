"""Make a segment of reports: count grams a town, choose each neighbourhood's rarest, pack."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.counts import Rarity, TownCounts, levels_of
from lawdraft.similarity.grams import SIZE, cells, grams, scatter
from lawdraft.similarity.postings import LONGEST, pack
from lawdraft.similarity.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.grams import Cells, Grams
    from lawdraft.similarity.normal import Codes

    Ints = NDArray[np.int64]
    Keys = NDArray[np.uint32]

NEIGHBOURHOOD = 11  # grams of which the rarest is kept: 0.29 bytes a character (docs)
COMMON_SHARE = 0.1  # a list of more than this share of the reports tells nothing
_FEW = 8
WORKERS = min(4, os.cpu_count() or 1)
_BATCH = 1 << 20  # letters worked on at once
_MOST_BITS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A report to be indexed."""

    number: int
    town: int
    codes: Codes


def build(name: str, items: Sequence[Item], rarity: Rarity, new_towns: int) -> Segment:
    """The segment of these reports; `rarity` knows the library without them."""
    ordered = sorted(items, key=lambda item: (item.town, item.number))
    letters = sum(len(item.codes) for item in ordered)
    counts = _count(ordered, _bits(letters * 2))
    known = replace(rarity, tables=(*rarity.tables, counts), towns=rarity.towns + new_towns)
    postings_bits = _bits(letters // NEIGHBOURHOOD)
    pairs = _in_parallel(lambda batch: _choose(batch, known, postings_bits), ordered)
    pairs_sorted = _distinct(np.concatenate(pairs)) if pairs else np.zeros(0, np.int64)
    cell, report = pairs_sorted >> 14, pairs_sorted & 0x3FFF
    kept = _informative(cell, len(ordered), postings_bits)
    return Segment(
        name,
        np.array([item.number for item in ordered], np.uint32),
        np.array([item.town for item in ordered], np.uint32),
        counts,
        pack(cell[kept], report[kept], postings_bits),
    )


def _bits(entries: int) -> int:
    return int(min(_MOST_BITS, max(10, np.ceil(np.log2(max(2, entries))))))


def _informative(cell: Cells, reports: int, bits: int) -> NDArray[np.bool_]:
    most = min(LONGEST, max(_FEW, int(COMMON_SHARE * reports)))
    return (np.bincount(cell, minlength=1 << bits) <= most)[cell]


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """Neighbouring reports, all of a town together: scattered grams and whose they are."""

    scattered: Grams
    place: NDArray[np.int64]  # of the report in the segment
    town: NDArray[np.int64]  # 0, 1 … inside the batch
    valid: NDArray[np.bool_]  # the gram lies inside one report


def _ranges(ordered: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Stretches of the reports that fit into a batch; a town stays in one where it can."""
    start, size = 0, 0
    for at, item in enumerate(ordered):
        full = size >= _BATCH and item.town != ordered[at - 1].town
        if full or size >= 4 * _BATCH:
            yield start, at
            start, size = at, 0
        size += len(item.codes)
    if start < len(ordered):
        yield start, len(ordered)


def _batch(ordered: Sequence[Item], start: int, end: int) -> _Batch:
    part = ordered[start:end]
    lengths = np.array([len(item.codes) for item in part])
    codes = np.concatenate([*(item.codes for item in part), np.zeros(SIZE - 1, np.uint16)])
    town = np.unique([item.town for item in part], return_inverse=True)[1]
    ends = np.cumsum(lengths)
    valid = np.ones(int(ends[-1]), bool)
    for back in range(1, SIZE):
        valid[np.maximum(ends - back, 0)[lengths > 0]] = False
    place = np.repeat(np.arange(start, end), lengths)
    return _Batch(scatter(grams(codes)), place, np.repeat(town, lengths), valid)


def _in_parallel(work: Callable[[_Batch], Ints], ordered: Sequence[Item]) -> list[Ints]:
    """The work's results batch by batch; numpy lets other threads run meanwhile."""
    ranges = list(_ranges(ordered))
    if len(ranges) == 1:
        return [work(_batch(ordered, *ranges[0]))]
    with ThreadPoolExecutor(WORKERS) as workers:
        return list(workers.map(lambda span: work(_batch(ordered, *span)), ranges))


def _count(ordered: Sequence[Item], bits: int) -> TownCounts:
    def cells_of(batch: _Batch) -> Ints:
        key = (batch.town << bits) | cells(batch.scattered, bits)
        return _distinct(key[batch.valid]) & ((1 << bits) - 1)

    total = np.zeros(1 << bits, np.int64)
    for single in _in_parallel(cells_of, ordered):
        total += np.bincount(single, minlength=1 << bits)
    return TownCounts(bits, len({item.town for item in ordered}), levels_of(total))


def _distinct(key: NDArray[np.int64]) -> NDArray[np.int64]:
    small = np.sort(key.astype(np.uint32)) if len(key) and key.max() < 1 << 32 else np.sort(key)
    first = np.ones(len(small), bool)
    first[1:] = small[1:] != small[:-1]
    return small[first].astype(np.int64)


def _choose(batch: _Batch, rarity: Rarity, bits: int) -> NDArray[np.int64]:
    """Numbers cell << 14 | report for the rarest gram of every neighbourhood."""
    common = 255 - np.round(rarity.of(batch.scattered) * 255)
    high = np.left_shift(common.astype(np.uint32), np.uint32(24))
    low = (batch.scattered >> np.uint64(40)).astype(np.uint32)
    key: Keys = np.bitwise_or(high, low)
    key[~batch.valid] = 0xFFFFFFFF
    chosen: NDArray[np.int64] = np.flatnonzero((_local_least(key) == key) & batch.valid)
    return (cells(batch.scattered[chosen], bits) << 14) | batch.place[chosen]


def _local_least(key: Keys) -> Keys:
    """For each place the largest of the least keys of the neighbourhoods it lies in."""
    least = _running(np.minimum, key)
    return _running(np.maximum, least[::-1])[::-1]


def _running(choose: np.ufunc, values: Keys) -> Keys:
    """The chosen of each value and the neighbourhood behind it."""
    result, width = values.copy(), 1
    while width < NEIGHBOURHOOD:
        step = min(width, NEIGHBOURHOOD - width)
        if step < len(result):
            result[:-step] = choose(result[:-step], result[step:])
        width += step
    return result
