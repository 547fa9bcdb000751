"""Lists of reports a cell, packed: short ones as they are, long ones by high and low part.

A report's number inside its segment has 14 bits. A list of ten and more keeps the low byte of
each number, and the high six bits in unary (Elias-Fano): about 1.2 bytes an entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.arrays import Ints, flat_ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.grams import Cells

    Bytes = NDArray[np.uint8]

LONGEST = 255  # entries of one list; cells of more reports are no sign of anything
REPORT_BITS = 14
REPORTS = 1 << REPORT_BITS  # of one segment
_SHORT = 10  # from here on packing is shorter
_HIGHS = REPORTS >> 8
_GROUP = 16  # cells between two kept offsets
_N = np.arange(LONGEST + 1)
_TAIL = np.where(_N < _SHORT, _N, (_N + _HIGHS + 7) // 8)  # bytes after the low ones
_SIZE = _N + _TAIL


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """`counts` a cell, the byte offset of every 16th cell's list, and the lists."""

    bits: int
    counts: Bytes
    offsets: NDArray[np.uint32]
    lists: Bytes

    def gather(self, at: Cells) -> tuple[Ints, Ints, Ints]:
        """Which of `at` have a list, how long it is, and the reports of all lists one after another.

        Short lists come first.
        """
        held = self.counts[at]
        long = held >= _SHORT
        which: Ints = np.concatenate((np.flatnonzero((held > 0) & ~long), np.flatnonzero(long)))
        count = held[which].astype(np.int64)
        start, size = self._starts(at[which]), len(which) - int(np.count_nonzero(long))
        one = _short_lists(self.lists, start[:size], count[:size])
        two = _long_lists(self.lists, start[size:], count[size:])
        return which, count, np.concatenate((one, two))

    def _starts(self, at: Cells) -> Ints:
        group, within = at // _GROUP, at % _GROUP
        around = self.counts[(group * _GROUP)[:, None] + np.arange(_GROUP)]
        sizes = _SIZE[around]
        sizes[np.arange(_GROUP) >= within[:, None]] = 0
        starts: Ints = self.offsets[group].astype(np.int64) + sizes.sum(1)
        return starts


def _short_lists(lists: Bytes, start: Ints, count: Ints) -> Ints:
    low = flat_ranges(start, count)
    high = low + np.repeat(count, count)
    numbers: Ints = lists[low] | (lists[high].astype(np.int64) << 8)
    return numbers


def _long_lists(lists: Bytes, start: Ints, count: Ints) -> Ints:
    before, tail = np.cumsum(count) - count, _TAIL[count]
    bits = np.unpackbits(lists[flat_ranges(start + count, tail)], bitorder="little")
    step = np.arange(int(count.sum()))
    high = np.flatnonzero(bits.view(np.bool_))[: len(step)]
    high -= step
    high -= np.repeat((np.cumsum(tail) - tail) * 8 - before, count)
    high <<= 8
    step += np.repeat(start - before, count)
    high |= lists[step]
    return high


def pack(cell: Cells, report: Ints, bits: int) -> Postings:
    """Lists of pairs sorted by cell, then report, without doubles; over-long lists left out."""
    counts = np.bincount(cell, minlength=1 << bits)
    if int(counts.max()) > LONGEST:
        report = report[np.repeat(counts <= LONGEST, counts)]
        counts = np.where(counts <= LONGEST, counts, 0)
    sizes = _SIZE[counts]
    starts = np.cumsum(sizes) - sizes
    lists = np.zeros(int(sizes.sum()), np.uint8)
    rank = np.arange(len(report)) - np.repeat(np.cumsum(counts) - counts, counts)
    first, count = np.repeat(starts, counts), np.repeat(counts, counts)
    lists[first + rank] = report & 0xFF
    _write_highs(lists, first + count, count, rank, report >> 8)
    return Postings(bits, counts.astype(np.uint8), starts[::_GROUP].astype(np.uint32), lists)


def join(bits: int, parts: Sequence[Postings]) -> Postings:
    """Lists of neighbouring ranges of cells as one."""
    ends = np.cumsum([0, *(len(part.lists) for part in parts)])
    offsets = [part.offsets + np.uint32(end) for part, end in zip(parts, ends, strict=False)]
    return Postings(
        bits,
        np.concatenate([part.counts for part in parts]),
        np.concatenate(offsets),
        np.concatenate([part.lists for part in parts]),
    )


def _write_highs(
    lists: Bytes,
    after: Ints,
    count: Ints,
    rank: Ints,
    high: Ints,
) -> None:
    short = count < _SHORT
    lists[(after + rank)[short]] = high[short]
    bit = (high + rank)[~short]
    byte = after[~short] + (bit >> 3)
    mask = np.left_shift(1, bit & 7)
    if len(byte):  # bits of one byte stand together: sum them in one pass
        first = np.flatnonzero(np.concatenate(([True], byte[1:] != byte[:-1])))
        lists[byte[first]] = np.add.reduceat(mask, first)
