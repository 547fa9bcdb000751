"""Typed names for numpy's arrays, and the sums that numpy's stubs leave vague."""

from __future__ import annotations

from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.uint32, np.uint64)
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def sums(key: Ints, weight: Floats, size: int) -> Floats:
    """The weights summed a key 0 … size - 1."""
    return cast("Floats", np.bincount(key, weight, size))


def flat_ranges(start: Ints, count: Ints) -> Ints:
    """The numbers start, start + 1 … of each range, one range after the other."""
    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    return cast("Ints", np.arange(total) + np.repeat(start - (ends - count), count))


def among(values: NDArray[Number], ordered: NDArray[Number]) -> NDArray[np.bool_]:
    """Which of the values are in an ordered array (numpy's own isin loads much at first use)."""
    if not len(ordered):
        return np.zeros(len(values), bool)
    at = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    same: NDArray[np.bool_] = ordered[at] == values
    return same
