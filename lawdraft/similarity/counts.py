"""How many units have a 4-gram: counted a town, not a report, in one byte a cell."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.grams import cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.background import Background
    from lawdraft.similarity.grams import Grams

    Floats = NDArray[np.float32]

MOST_BITS = 20  # of any table's cells
FEWEST_TOWNS = 5  # below, a library knows nothing of what is common
SET_UNITS = 7  # units that hold a text which then belongs to nobody
_LEAST_UNITS, _MOST_OF = 3, 0.6  # in a library of few units: most of them
_STEPS = 18  # levels an octave: 253 stands for 16,384
_COUNT = np.concatenate(([0.0], 2.0 ** (np.arange(255) / _STEPS))).astype(np.float32)


def set_units(towns: int) -> int:
    """How many of a library's units must hold a text for it to be set text: seven, or most of few."""
    if towns < FEWEST_TOWNS:
        return SET_UNITS
    return min(SET_UNITS, max(_LEAST_UNITS, math.ceil(_MOST_OF * towns)))


@dataclass(frozen=True, slots=True, eq=False)
class TownCounts:
    """Levels of how many of `towns` have each cell."""

    bits: int
    towns: int
    levels: NDArray[np.uint8]

    def of(self, scattered: Grams) -> Floats:
        """How many towns have each gram (with what shares its cell)."""
        return _COUNT[self.levels[cells(scattered, self.bits)]]


def levels_of(counts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Counts as levels of one byte; exact to 2 %."""
    level = np.zeros(len(counts), np.uint8)
    some = counts > 0
    level[some] = 1 + np.round(_STEPS * np.log2(counts[some]))
    return level


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """0..1 a gram: 1 where no text or only one unit has it, 0 where half of them do."""

    background: Background
    tables: Sequence[TownCounts] = ()
    towns: int = 0  # of the whole library
    own: bool = False  # the draft's own unit is among them

    def key(self) -> tuple[object, ...]:
        """What the rarities depend on."""
        return (*self.tables, self.towns, self.own)

    def of(self, scattered: Grams) -> Floats:
        """The smaller of what official prose and what this library says."""
        if self.towns < FEWEST_TOWNS or not self.tables:
            return self.background.rarities(scattered)
        prose = self.background.rarities(scattered)
        if len(self.tables) == 1:
            table = self.tables[0]
            rare = _rarity_of_levels(self.towns, table.towns, own=self.own)
            return np.minimum(prose, rare[table.levels[cells(scattered, table.bits)]])
        return self.joined(prose, self.held(scattered))

    def joined(self, prose: Floats, held: Floats) -> Floats:
        """The same from what both say."""
        if self.towns < FEWEST_TOWNS or not self.tables:
            return prose
        return np.minimum(prose, self._in_library(held))

    def of_cells(self) -> Floats:
        """The same for every cell of the finest table."""
        cell = np.arange(1 << MOST_BITS, dtype=np.uint64)
        return self.of(cell << np.uint64(64 - MOST_BITS))

    def held(self, scattered: Grams) -> Floats:
        """How many units of the library have each gram, the draft's own left out."""
        counted = sum(table.towns for table in self.tables)
        towns = max(self.towns, 1)
        held = np.zeros(len(scattered), np.float32)
        for table in self.tables:
            held += table.of(scattered)
        return _of_others(held, towns, counted, own=self.own)

    def _in_library(self, held: Floats) -> Floats:
        return _rarity(held, max(self.towns, 1))


def _of_others(held: Floats, towns: int, counted: int, *, own: bool) -> Floats:
    """Counts of `counted` units as counts of all `towns`, the draft's own left out."""
    return held * np.float32(towns / max(counted, 1)) - np.float32(own)


def _rarity(held: Floats, towns: int) -> Floats:
    rarity = np.log((towns + 1) / (np.maximum(held, 1) + 1)) / np.log((towns + 1) / 2)
    clipped: Floats = np.clip(rarity, 0, 1).astype(np.float32)
    return clipped


@lru_cache(maxsize=8)
def _rarity_of_levels(towns: int, counted: int, *, own: bool) -> Floats:
    """The rarity that each level of a library's only table stands for."""
    return _rarity(_of_others(_COUNT, towns, counted, own=own), towns)
