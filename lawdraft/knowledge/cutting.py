"""How well characters fall into words: what the likeliest cut of a row into words costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.language import COST, STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawdraft.knowledge.language import Language

NONE = np.int16(16000)  # units: more than any cut costs
WHOLE = 72  # units: what a word costs that the dictionary has once; 60 million occurrences


def standing(language: Language, codes: NDArray[np.uint64]) -> NDArray[np.int16]:
    """Units that each character costs as a word by itself."""
    found: NDArray[np.int16] = (language.single[codes] & COST).astype(np.int16)
    return found * STEP + language.alone[codes]


def cut(alone: NDArray[np.int16], words: Sequence[NDArray[np.int16]]) -> NDArray[np.int16]:
    """Units that the cheapest cut of each row into words costs.

    `alone`: what each character costs by itself; `words`: how usual the words of 2, 3, 4 characters
    are that end at each place, -1 for none.
    """
    prices = [np.where(usual < 0, NONE, WHOLE - usual).T.copy() for usual in words]
    best = [np.zeros(len(alone), np.int16)]
    for end, single in enumerate(alone.T.copy()):  # rows side by side: half the time
        cheapest = best[end] + single
        for length, price in enumerate(prices[:end], start=2):
            np.minimum(cheapest, best[end + 1 - length] + price[end], out=cheapest)
        best.append(cheapest)
    return best[-1]
