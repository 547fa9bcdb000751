"""Make a segment of reports: count grams a town, choose each neighbourhood's rarest, pack.

Of a gram only the high bits of its scattered form are used. Work goes in batches that stay in
the processor's cache, on all cores.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from lawdraft.similarity.counts import MOST_BITS, Rarity, TownCounts, levels_of
from lawdraft.similarity.grams import SIZE, grams, scatter
from lawdraft.similarity.postings import LONGEST, REPORT_BITS, Postings, join, pack
from lawdraft.similarity.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.normal import Codes

    Ints = NDArray[np.int64]
    Keys = NDArray[np.uint32]

Result = TypeVar("Result")
Key = TypeVar("Key", np.uint32, np.uint64)

NEIGHBOURHOOD = 11  # grams of which the rarest is kept: 0.29 bytes a character (docs)
COMMON_SHARE = 0.1  # a list of more than this share of the reports tells nothing
_FEW = 24  # a list of so many is kept in the smallest library: set text is told by its many holders
# A draft asks 300 grams a window: with fewer cells than this, every report of a small library would
# hold a dozen of them by chance, and one copied sentence would be lost among those.
_LEAST_LISTED = 1 << 18
WORKERS = min(4, os.cpu_count() or 1)
_BATCH = 1 << 17  # letters worked on at once
_HIGH = 24  # bits of a scattered gram that are used
_PART_BITS = 4  # lists are packed in 16 parts
_LAST = np.uint32(0xFFFFFFFF)


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
    with ThreadPoolExecutor(WORKERS) as workers:
        counts = _count(ordered, _bits(letters * 2), workers)
        known = replace(rarity, tables=(*rarity.tables, counts), towns=rarity.towns + new_towns)
        listed = max(letters // NEIGHBOURHOOD, _LEAST_LISTED)
        postings = _postings(ordered, known, _bits(listed), workers)
    numbers = np.array([item.number for item in ordered], np.uint32)
    towns = np.array([item.town for item in ordered], np.uint32)
    return Segment(name, numbers, towns, counts, postings)


def _bits(entries: int) -> int:
    return int(min(MOST_BITS, max(10, np.ceil(np.log2(max(2, entries))))))


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """Neighbouring reports, all of a town together: high bits of grams, whose they are."""

    high: Keys
    lengths: Ints
    first: int  # place of the first report in the segment
    town: Keys  # a report: 0, 1 … inside the batch
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
    high = (scatter(grams(codes)) >> np.uint64(64 - _HIGH)).astype(np.uint32)
    towns = [item.town for item in part]
    town = np.cumsum([a != b for a, b in zip(towns, [towns[0], *towns], strict=False)])
    ends = np.cumsum(lengths)
    valid = np.ones(int(ends[-1]), bool)
    for back in range(1, SIZE):
        valid[np.maximum(ends - back, 0)[lengths > 0]] = False
    return _Batch(high, lengths, start, town.astype(np.uint32), valid)


def _in_parallel(
    work: Callable[[_Batch], Result], ordered: Sequence[Item], workers: ThreadPoolExecutor
) -> Iterator[Result]:
    """The work's results batch by batch; numpy lets other threads run meanwhile."""
    return workers.map(lambda span: work(_batch(ordered, *span)), list(_ranges(ordered)))


def _count(ordered: Sequence[Item], bits: int, workers: ThreadPoolExecutor) -> TownCounts:
    def cells_of(batch: _Batch) -> Keys:
        key = batch.high >> np.uint32(_HIGH - bits)
        town = np.repeat(batch.town, batch.lengths)
        if int(batch.town[-1]) << bits >> 32:  # more towns than fit beside the cell
            wide = _distinct(((town.astype(np.uint64) << np.uint64(bits)) | key)[batch.valid])
            return (wide & np.uint64((1 << bits) - 1)).astype(np.uint32)
        key |= town << np.uint32(bits)
        return _distinct(key[batch.valid]) & np.uint32((1 << bits) - 1)

    total = np.zeros(1 << bits, np.int64)
    for single in _in_parallel(cells_of, ordered, workers):
        np.add.at(total, single, 1)
    return TownCounts(bits, len({item.town for item in ordered}), levels_of(total))


def _distinct(key: NDArray[Key]) -> NDArray[Key]:
    key.sort()
    first = np.ones(len(key), bool)
    first[1:] = key[1:] != key[:-1]
    return key[first]


def _postings(
    ordered: Sequence[Item], rarity: Rarity, bits: int, workers: ThreadPoolExecutor
) -> Postings:
    """Lists of the rarest grams of every neighbourhood."""
    common = np.left_shift(255 - np.round(rarity.of_cells() * 255).astype(np.uint32), _HIGH)
    parts: list[list[Keys]] = [[] for _ in range(1 << _PART_BITS)]
    for chosen in _in_parallel(lambda batch: _choose(batch, common, bits), ordered, workers):
        for part, keys in zip(parts, chosen, strict=True):
            part.append(keys)
    most = min(LONGEST, max(_FEW, int(COMMON_SHARE * len(ordered))))
    return join(bits, list(workers.map(lambda part: _packed(part, bits, most), parts)))


def _packed(keys: list[Keys], bits: int, most: int) -> Postings:
    """One part's lists, those of too many reports left out."""
    key = _distinct(np.concatenate(keys)) if keys else np.zeros(0, np.uint32)
    cell = (key >> np.uint32(REPORT_BITS)).astype(np.int64)
    report = (key & np.uint32((1 << REPORT_BITS) - 1)).astype(np.int64)
    count = np.bincount(cell, minlength=1)
    kept = np.repeat(count <= most, count)
    return pack(cell[kept], report[kept], bits - _PART_BITS)


def _choose(batch: _Batch, common: Keys, bits: int) -> list[Keys]:
    """For each part numbers cell << 14 | report of the rarest gram of every neighbourhood."""
    key = common[batch.high >> np.uint32(_HIGH - MOST_BITS)] | batch.high
    key[~batch.valid] = _LAST
    chosen = np.flatnonzero((_local_least(key) == key) & batch.valid)
    until = np.searchsorted(chosen, np.cumsum(batch.lengths))
    place = np.arange(batch.first, batch.first + len(until))
    report = np.repeat(place, np.diff(until, prepend=0))
    cell = (batch.high[chosen] >> np.uint32(_HIGH - bits)).astype(np.int64)
    whole = (cell << REPORT_BITS) | report
    whole.sort()
    wide = bits - _PART_BITS + REPORT_BITS
    edges = np.searchsorted(whole, np.arange((1 << _PART_BITS) + 1) << wide).tolist()
    low = (whole & ((1 << wide) - 1)).astype(np.uint32)
    return [low[a:b] for a, b in pairwise(edges)]


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
