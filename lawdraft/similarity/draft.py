"""The text that is compared: its normal letters, its grams and how rare each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.grams import SIZE, grams, scatter
from lawdraft.similarity.normal import encode, normalise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lawdraft.similarity.background import Background
    from lawdraft.similarity.counts import Rarity
    from lawdraft.similarity.grams import Grams
    from lawdraft.similarity.normal import Normal

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

SHARPNESS = 1.5  # weight = rarity ** SHARPNESS: rare grams are evidence, common ones fade
_FLOOR = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Normal text with a value for every letter that begins a gram (0 for the last three)."""

    normal: Normal
    grams: Grams
    scattered: Grams
    rarity: Floats
    prose: NDArray[np.float32]  # rarity in official prose alone, a gram
    weight: Floats  # evidence of the gram
    cover: Floats  # its share of its sentence; 0 where it crosses the sentence's end
    totals: Floats  # of `cover` a sentence
    held: Floats  # units of the library that have the gram, the draft's own left out


def weigh(normal: Normal, rarity: Rarity) -> Weighed:
    """Weights of all grams of a normal text."""
    values = grams(normal.codes)
    scattered = scatter(values)
    prose = rarity.background.rarities(scattered)
    rare, held = np.zeros(len(normal), np.float64), np.zeros(len(normal), np.float64)
    held[: len(values)] = rarity.held(scattered)
    rare[: len(values)] = rarity.joined(prose, held[: len(values)].astype(np.float32))
    cover, totals = _cover(rare, normal.bounds)
    weight = rare**SHARPNESS
    return Weighed(normal, values, scattered, rare, prose, weight, cover, totals, held)


def weigh_cover(values: Grams, bounds: Ints, rarity: Rarity) -> tuple[Floats, Floats]:
    """What each letter covers of its sentence, and the sums a sentence."""
    return _cover(rarity.of(scatter(values)).astype(np.float64), bounds)


def _cover(rare: Floats, bounds: Ints) -> tuple[Floats, Floats]:
    cover = rare + _FLOOR
    for back in range(1, SIZE):
        ends = bounds[1:] - back
        cover[ends[ends >= 0]] = 0.0
    return cover, np.add.reduceat(cover, bounds[:-1]) if len(cover) else np.zeros(0)


def weigh_text(text: str, background: Background, rarity: Rarity) -> Weighed:
    """The same from a text as it is written."""
    return weigh(normalise(encode(text), background.letters), rarity)
