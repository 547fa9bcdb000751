"""How likely a character is after the three before it, in official prose: a language model.

Rows of two to four characters with their cost (quantised) lie in a xor filter (Graf and Lemire
2020): three cells a row, which together give eight bits to know the row by and eight of value. A
row is asked for only where its shorter rows are there, so that chance likeness (1 in 256) does not
add up. Costs back off as Katz (1987) does, with the weights of Witten and Bell (1991).
"""

from __future__ import annotations

import json
import lzma
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.misspelt import unpacked
from lawdraft.model.errors import BadPackError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from lawdraft.knowledge.misspelt import Misspelt

FILE = "language.bin"
ORDER = 4  # characters of the longest rows
UNIT = 0.25  # nats: one of the whole numbers that costs are counted in
STEP, BACK_STEP = 2, 3  # units that a step of a cost, and of the weight of backing off, stands for
COST, BACK_SHIFT = 31, 5  # of the eight bits of a value the lower five are the cost
READINGS = 2  # syllables that a character may have
MOST = np.array((63, 47, 42, 39), np.int16)
"""How usual words of 1 to 4 characters are at most; what is more is none, but a stray mark of the filter."""
SHARE = 0.5  # of what the facts count for one by one, where pairs of them count too
UNSEEN = 64  # units that a character costs that no text has
_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_LOW, _HALF = np.uint64(0xFFFFFFFF), np.uint64(32)
_31, _29, _48 = np.uint64(31), np.uint64(29), np.uint64(48)
_MARK = np.uint64(0xFF00)
_VALUE = np.uint16(0xFF)


def mixed(keys: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Two well stirred numbers of 64 bits a key."""
    one = (keys ^ (keys >> _31)) * _FIRST
    one ^= one >> _29
    two = (one + _SECOND) * _SECOND
    return one, two ^ (two >> _HALF)


def cells(
    one: NDArray[np.uint64], two: NDArray[np.uint64], third: int
) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.uint64]]:
    """The three cells of each key, one in each third of the table."""
    size, double = np.uint64(third), np.uint64(2 * third)
    return (
        ((one & _LOW) * size) >> _HALF,
        (((one >> _HALF) * size) >> _HALF) + size,
        (((two & _LOW) * size) >> _HALF) + double,
    )


def marks(two: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """Eight bits by which a row is known, in the upper half of a cell."""
    return ((two >> _48) & _MARK).astype(np.uint16)


@dataclass(frozen=True)
class Together:
    """What two facts count for where both hold, each up to its limit."""

    limits: NDArray[np.float64]
    pairs: NDArray[np.float64]

    def score(self, facts: NDArray[np.float64]) -> NDArray[np.float64]:
        """The sum over all pairs; the last fact always holds, so that each counts alone too."""
        held = np.clip(facts, -self.limits, self.limits)
        found: NDArray[np.float64] = ((held @ self.pairs) * held).sum(axis=1)
        return found


@dataclass(frozen=True)
class Language:
    """The model. `table`: cells of 16 bits; `single`: a value for each of 65,536 characters."""

    table: NDArray[np.uint16]
    lexicon: NDArray[np.uint16]  # the same of words of two to four characters: how usual they are
    single: NDArray[np.uint8]
    alone: NDArray[np.uint8]  # how seldom each of them stands in no word
    sounds: Mapping[str, str]  # a character and those of its syllables
    syllables: NDArray[
        np.int64
    ]  # numbers of the syllables of each of 65,536 characters, 0 for none
    looks: Mapping[str, str]  # a character and those that look like it
    near: Mapping[str, str]  # a character and those that sound nearly like it
    words: frozenset[str]  # common words of two characters
    misspelt: Misspelt
    weights: Mapping[str, NDArray[np.float64]]  # by kind of slip: what slips.FACTS count for
    together: Mapping[str, Together]  # what two of them count for besides

    def score(self, kind: str, facts: NDArray[np.float64]) -> NDArray[np.float64]:
        """How surely each change, a row of facts, undoes a slip."""
        own: NDArray[np.float64] = (facts * self.weights[kind]).sum(axis=1)
        # not a product: its last digit hangs on the other rows
        both = self.together.get(kind)
        return own if both is None else SHARE * own + both.score(facts)

    def find(self, keys: NDArray[np.uint64]) -> NDArray[np.int16]:
        """The value of each row of characters (16 bits each, the last one lowest), -1 for none."""
        return _values(self.table, keys)

    def listed(self, keys: NDArray[np.uint64]) -> NDArray[np.int16]:
        """How usual each word is, -1 for what is none."""
        return _values(self.lexicon, keys)

    def words_ending(self, codes: NDArray[np.uint64]) -> tuple[NDArray[np.int16], ...]:
        """How usual the words of 2, 3, 4 characters are that end at each place; -1 where none does."""
        keys = np.zeros((ORDER, *codes.shape), np.uint64)
        inner = np.zeros(keys.shape, bool)
        keys[0], inner[0] = codes, codes > 0
        for more in range(1, ORDER):
            inner[more, ..., more:] = inner[more - 1, ..., more:] & inner[0, ..., :-more]
            keys[more] = keys[more - 1]
            keys[more, ..., more:] |= codes[..., :-more] << np.uint64(16 * more)
        found = np.full(keys.shape, -1, np.int16)
        inner[0] = False
        found[inner] = _values(self.lexicon, keys[inner])  # all lengths at one look
        found[found > MOST.reshape(-1, *[1] * codes.ndim)] = -1
        return tuple(found[1:])

    def rows(self, codes: NDArray[np.uint64]) -> tuple[NDArray[np.int16], ...]:
        """Values of the rows of 1, 2, 3 and 4 characters that end at each place; same shape.

        0 among the codes is where a text begins or ends: no row reaches across it.
        """
        values = [np.where(codes > 0, self.single[codes], 0).astype(np.int16)]
        values[0][values[0] == 0] = -1
        keys, inner = codes, codes > 0
        for length in range(2, ORDER + 1):
            before = np.zeros_like(codes)
            before[..., length - 1 :] = codes[..., : 1 - length]
            inner = inner & (before > 0)
            keys = keys | (before << np.uint64(16 * (length - 1)))
            asked = inner & (values[-1] >= 0)
            asked[..., 1:] &= values[-1][..., :-1] >= 0
            found = np.full(codes.shape, -1, np.int16)
            found[asked] = self.find(keys[asked])
            values.append(found)
        return tuple(values)


def costs(values: tuple[NDArray[np.int16], ...], codes: NDArray[np.uint64]) -> NDArray[np.int16]:
    """Units that each character costs after those before it, by the values of its rows."""
    single = values[0]
    cost = np.where(single > 0, (single & COST) * STEP, UNSEEN)
    for length in range(2, ORDER + 1):
        found, shorter = values[length - 1], values[length - 2][..., :-1]
        cost[..., 1:] += np.where(shorter > 0, (shorter >> BACK_SHIFT) * BACK_STEP, 0)
        cost = np.where(found >= 0, (found & COST) * STEP, cost)
    return np.where(codes > 0, cost, 0).astype(np.int16)


def _values(table: NDArray[np.uint16], keys: NDArray[np.uint64]) -> NDArray[np.int16]:
    if not keys.size:  # nothing costs as much as a row: each step of numpy has its price
        return np.zeros(keys.shape, np.int16)
    one, two = mixed(keys)
    first, second, third = cells(one, two, len(table) // 3)
    found = table[first] ^ table[second] ^ table[third]
    found ^= marks(two)  # now only its value is left, where it is the row asked for
    value = found.astype(np.int16)
    value[found > _VALUE] = -1
    return value


def read_language(path: Path) -> Language:
    """The model of a file; some 15 ms. Raises BadPackError where it is damaged."""
    try:
        line, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(line)
        sizes = head["parts"]
        table = np.frombuffer(body, np.uint16, sizes["table"] // 2)
        listed = sizes["table"] + sizes["lexicon"]
        lexicon = np.frombuffer(body[sizes["table"] : listed], np.uint16)
        start = listed + sizes["single"]
        single, alone = np.frombuffer(zlib.decompress(body[listed:start]), np.uint8).reshape(2, -1)
        text = lzma.decompress(body[start:]).decode()
        *blocks, wrong = text.split("#")
        groups, looks, words, near = (block.split() for block in blocks)
        weights = {kind: np.array(row) for kind, row in head["weights"].items()}
        together = {kind: _together(*row) for kind, row in head["together"].items()}
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        EOFError,
        zlib.error,
        lzma.LZMAError,
    ) as trouble:
        raise BadPackError(f"语言模型“{path.name}”打不开或已损坏，请重新安装程序。") from trouble
    if len(single) != 1 << 16 or not len(table) or len(table) % 3 or len(lexicon) % 3:
        raise BadPackError(f"语言模型“{path.name}”不完整，请重新安装程序。")
    return Language(
        table,
        lexicon,
        single,
        alone,
        _by_sign(groups),
        _syllables(groups),
        {line[0]: line[1:] for line in looks},
        _nearly(groups, near),
        frozenset(words),
        unpacked(wrong),
        weights,
        together,
    )


def _together(limits: list[float], pairs: list[float]) -> Together:
    """`pairs`: the upper half of the table, row by row."""
    table = np.zeros((len(limits), len(limits)))
    table[np.triu_indices(len(limits))] = pairs
    return Together(np.array(limits), table)


def _by_sign(groups: list[str]) -> dict[str, str]:
    """Each character with the others of its groups."""
    found: dict[str, str] = {}
    for group in groups:
        for sign in group:
            found[sign] = found.get(sign, "") + group
    return found


def _nearly(groups: list[str], near: list[str]) -> dict[str, str]:
    """Each character with those of the groups that sound nearly like its own."""
    found: dict[str, str] = {}
    for pair in near:
        one, other = (groups[int(number)] for number in pair.split("-"))
        for mine, others in ((one, other), (other, one)):
            for sign in mine:
                found[sign] = found.get(sign, "") + others
    return found


def _syllables(groups: list[str]) -> NDArray[np.int64]:
    found = np.zeros((1 << 16, READINGS), np.int64)
    for number, group in enumerate(groups, start=1):
        for sign in group:
            row = found[ord(sign)]
            row[0 if not row[0] else READINGS - 1] = number
    return found
