"""Typed names for numpy's arrays, and the sums that numpy's stubs leave vague."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

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
