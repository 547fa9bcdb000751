"""4-grams of normal text, and the cells that tables keep of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lawdraft.similarity.normal import Codes

    Grams = NDArray[np.uint64]
    Cells = NDArray[np.int64]

SIZE = 4
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def grams(codes: Codes) -> Grams:
    """Every run of four letters as one number, the first letter lowest."""
    count = len(codes) - SIZE + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    whole = np.ascontiguousarray(codes, "<u2")
    return np.ndarray((count,), "<u8", whole, strides=(2,)).astype(np.uint64)


def scatter(values: Grams) -> Grams:
    """The grams spread over 64 bits; the top bits name their cell in a table."""
    return values * _MULTIPLIER


def cells(scattered: Grams, bits: int) -> Cells:
    """Cells of scattered grams in a table of 2 ** bits."""
    return (scattered >> np.uint64(64 - bits)).view(np.int64)
