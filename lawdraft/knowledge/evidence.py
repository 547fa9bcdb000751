"""What is known of a change that may undo a slip of the pen: the facts that are weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lawdraft.knowledge.changes import BACK, Change
from lawdraft.knowledge.cutting import cut, standing
from lawdraft.knowledge.ground import LISTED_STEP, within
from lawdraft.knowledge.language import COST, ORDER, UNIT, costs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawdraft.knowledge.ground import Ground

FACTS = (
    "gain",  # nats that the mended text is likelier
    "gain to 8",  # the same, counted up to 8
    "new pairs unseen",
    "new threes seen",
    "new threes unseen",
    "new fours seen",
    "new fours unseen",
    "old pairs unseen",
    "old threes seen",
    "old fours seen",
    "old pairs none",  # no pair of the printed text was ever seen
    "word",  # the mended form makes a common word
    "old word",  # how many common words the printed characters make with their neighbours
    "old sign",  # nats that the printed character costs by itself
    "new sign",
    "new cheapest",  # nats of the cheaper of the new character and the one behind it
    "new dearest",
    "sounds",  # the two characters sound alike, not only look it
    "near",  # they sound nearly alike
    "twin",  # they are taken for each other all the time
    "lone",  # no word of the dictionary has the printed character with its neighbours
    "old long",  # one of three or four characters has
    "new listed",  # the mended form makes a word of the dictionary: nats of how usual
    "new long",  # one of three or four characters
    "lone to listed",
    "lone to long",
    "orphan",  # nats of how seldom the printed character stands in no word, where it does
    "taken",  # the other character of the word it would make stands in a word already
    "cut",  # nats by which the mended text falls into words more easily
    "cut to 8",
    "one",
)


class Look(NamedTuple):
    """The characters about each change once it is made, the values of their rows, what they cost."""

    change: Change
    new: NDArray[np.uint64]
    values: tuple[NDArray[np.int16], ...]
    cost: NDArray[np.int16]
    gain: NDArray[np.float64]  # nats

    def only(self, good: NDArray[np.bool_]) -> Look:
        """Those that are good."""
        values = tuple(value[good] for value in self.values)
        return Look(
            self.change.only(good), self.new[good], values, self.cost[good], self.gain[good]
        )


def looked(ground: Ground, change: Change) -> Look:
    """How much likelier each change makes the text."""
    new = ground.mended(change)
    values = ground.tables.language.rows(new)
    cost = costs(values, new)
    before = ground.spent(change.at, change.length + BACK)
    return Look(change, new, values, cost, (before - cost[:, BACK:].sum(axis=1)) * UNIT)


def facts(ground: Ground, look: Look) -> NDArray[np.float64]:
    """What is known of each change, in the order of FACTS."""
    change, new, gain = look.change, look.new, look.gain
    at, length, width = change.at, change.length, change.rights.shape[1]
    around = ground.around(change)
    old, here = ground.codes[around], np.minimum(at, len(ground.codes) - 1)
    joint = look.cost[:, BACK : BACK + 2] * UNIT
    has = _seen(look.values, new, width)
    had = _seen(tuple(value[around] for value in ground.values), old, length)
    single = ground.tables.language.single
    lone, orphan = _lone(ground, change)
    words = ground.tables.language.words_ending(new)
    listed, long = listed_words(words, width)
    easier = _easier(ground, around, new, words)
    columns = (
        gain,
        np.minimum(gain, 8),
        has[0][1],
        has[1][0],
        has[1][1],
        has[2][0],
        has[2][1],
        had[0][1],
        had[1][0] > 0,
        had[2][0] > 0,
        had[0][0] == 0,
        _makes_word(ground, change),
        _words_of(ground, old, length),
        single[old[:, BACK]] & COST,
        single[change.rights[:, 0]] & COST,
        joint.min(axis=1),
        joint.max(axis=1),
        change.sounds,
        np.zeros(len(at)) if change.near is None else change.near,
        np.zeros(len(at)) if change.twin is None else change.twin,
        lone,
        ground.long[here],
        listed,
        long,
        lone * (listed > 0),
        lone * long,
        orphan,
        _taken(ground, old, new, length),
        easier,
        np.minimum(easier, 8),
        np.ones(len(at)),
    )
    return np.stack(columns, axis=1).astype(np.float64)


def _lone(ground: Ground, change: Change) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Whether the printed character, or one of two, stands in no word; how seldom it does."""
    last = len(ground.codes) - 1
    at = np.minimum(change.at, last)
    lone, orphan = ~ground.covered[at], ground.orphan[at]
    if change.length != 1:  # of two characters either, beside a gap too
        other = np.minimum(at + 1, last) if change.length else at - 1
        lone |= ~ground.covered[other]
        orphan = np.maximum(orphan, ground.orphan[other])
    return lone, orphan


def _easier(
    ground: Ground,
    around: NDArray[np.int64],
    new: NDArray[np.uint64],
    words: Sequence[NDArray[np.int16]],
) -> NDArray[np.float64]:
    """Nats by which the mended characters are cheaper to cut into words."""
    before = cut(ground.standing[around], [value[around] for value in ground.words])
    after = cut(standing(ground.tables.language, new), words)
    return (before.astype(np.float64) - after) * UNIT


def _taken(
    ground: Ground, old: NDArray[np.uint64], new: NDArray[np.uint64], length: int
) -> NDArray[np.bool_]:
    """凡重大 is no slip of 繁重, nor 任务数 of 任务书: 重大 and 任务 are words as they stand."""
    if length != 1:
        return np.zeros(len(old), bool)
    shift = np.uint64(16)
    made, stands = (new[:, :-1] << shift) | new[:, 1:], (old[:, :-1] << shift) | old[:, 1:]
    left, right = ground.is_word(made[:, BACK - 1]), ground.is_word(made[:, BACK])
    before, behind = ground.is_word(stands[:, BACK - 2]), ground.is_word(stands[:, BACK + 1])
    free: NDArray[np.bool_] = (left & ~before) | (right & ~behind)
    return (left | right) & ~free


def _makes_word(ground: Ground, change: Change) -> NDArray[np.bool_]:
    for pair in within(change):
        return ground.is_word(pair)
    left, right = ground.pairs(change)
    return ground.is_word(left) | ground.is_word(right)


def _words_of(ground: Ground, old: NDArray[np.uint64], length: int) -> NDArray[np.int64]:
    pairs = old[:, BACK - 1 : BACK + length] << np.uint64(16) | old[:, BACK : BACK + length + 1]
    count: NDArray[np.int64] = ground.is_word(pairs).sum(axis=1)
    return count


def listed_words(
    words: Sequence[NDArray[np.int16]], width: int
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """How usual the likeliest word with the mended characters is, in nats; whether it is long."""
    best = np.zeros(len(words[0]))
    long = np.zeros(len(words[0]), bool)
    for more, values in enumerate(words, start=1):
        ends = values[:, BACK : BACK + width + more]
        usual = ends.max(axis=1, initial=0)
        best = np.maximum(best, usual * LISTED_STEP)
        if more > 1:
            long |= usual > 0
    return best, long


def _seen(
    values: tuple[NDArray[np.int16], ...], codes: NDArray[np.uint64], width: int
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Of the rows of 2, 3 and 4 characters around a change: how many texts have, how many not."""
    found, inside = [], codes > 0
    for more in range(1, ORDER):
        last = min(BACK + width + more, codes.shape[1])
        whole = inside[:, BACK:last]
        for back in range(1, more + 1):
            whole = whole & inside[:, BACK - back : last - back]
        seen = (values[more][:, BACK:last] >= 0) & whole
        count = seen.sum(axis=1)
        found.append((count, whole.sum(axis=1) - count))
    return found
