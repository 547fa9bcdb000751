"""A text as the search for slips sees it: what its characters cost, which stand in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.changes import BACK, PAIR, Change, Line, Tables
from lawdraft.knowledge.cutting import standing
from lawdraft.knowledge.language import costs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LISTED_STEP = 0.25  # nats a step of how usual a word is


class Ground:
    """What the line costs as it is, and the words of the dictionary in it."""

    def __init__(self, tables: Tables, line: Line) -> None:
        self.tables, self.codes = tables, line.codes
        self.values = tables.language.rows(self.codes)
        self.total = np.concatenate(
            ([0], np.cumsum(costs(self.values, self.codes), dtype=np.int64))
        )
        threes = np.concatenate((self.values[2] >= 0, [False] * BACK))
        known = threes[:-BACK].astype(int) + threes[1 : 1 - BACK] + threes[2 : 2 - BACK or None]
        self.strange = known <= 1
        self.words = tables.language.words_ending(self.codes)
        self.covered = covered(self.words)
        self.starts = np.concatenate((self.words[0][1:] >= 0, [False]))
        self.standing = standing(tables.language, self.codes)
        self.orphan = np.where(self.covered, 0, tables.language.alone[self.codes] * LISTED_STEP)
        self.long = covered((np.full_like(self.words[0], -1), *self.words[1:]))

    def spent(self, start: NDArray[np.int64], length: int) -> NDArray[np.int64]:
        """Units that the characters from each start on cost as they are."""
        return self.total[np.minimum(start + length, len(self.codes))] - self.total[start]

    def is_word(self, pairs: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Which pairs of characters are common words."""
        common = self.tables.common
        at = np.minimum(np.searchsorted(common, pairs), len(common) - 1)
        return np.equal(common[at], pairs)

    def pairs(self, change: Change) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """The pairs that the mended characters make with their neighbours."""
        shift = np.uint64(16)
        behind = self.codes[np.minimum(change.at + change.length, len(self.codes) - 1)]
        left = self.codes[change.at - 1] << shift | change.rights[:, 0]
        return left, change.rights[:, -1] << shift | behind

    def around(self, change: Change) -> NDArray[np.int64]:
        """The places from three before each change to three behind it."""
        reach = np.arange(-BACK, change.length + BACK)
        around: NDArray[np.int64] = np.minimum(change.at[:, None] + reach, len(self.codes) - 1)
        return around

    def mended(self, change: Change) -> NDArray[np.uint64]:
        """The characters about each change, once it is made."""
        old = self.codes[self.around(change)]
        return np.concatenate((old[:, :BACK], change.rights, old[:, BACK + change.length :]), 1)


def covered(words: Sequence[NDArray[np.int16]]) -> NDArray[np.bool_]:
    """Which places lie in a word, by the words of 2, 3, 4 characters that end at each place."""
    found = np.zeros(len(words[0]), bool)
    for length, values in enumerate(words, start=PAIR):
        ends = values >= 0
        for back in range(length):
            found[: len(found) - back] |= ends[back:]
    return found


def within(change: Change) -> tuple[NDArray[np.uint64], ...]:
    """The pair that a change of two characters makes."""
    rights = change.rights
    return () if rights.shape[1] == 1 else (rights[:, 0] << np.uint64(16) | rights[:, 1],)
