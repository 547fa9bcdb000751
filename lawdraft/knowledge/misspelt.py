"""Wrong forms that people are known to write for a word: 推委, 秸杆, 研判形式.

Which of them stands in a text for another word, and which is right there, the language model tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

LONGEST = 4  # characters of a form; the shortest have two
SPOTS = 1 << 19
_MIX, _TOP = np.uint64(0x9E3779B97F4A7C15), np.uint64(64 - 19)
SIGN = np.uint64(16)  # bits of a character in a number that stands for a form


@dataclass(frozen=True)
class Forms:
    """Forms of one length as sorted numbers; where each has its wrong character, and the right one."""

    numbers: NDArray[np.uint64]
    places: NDArray[np.int64]
    rights: NDArray[np.uint64]
    likely: NDArray[np.bool_]  # by the spot of a number: whether any form has it

    def among(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which of the keys are forms, and which form; one that stands for two words twice."""
        which = np.flatnonzero(
            self.likely[_spot(keys)]
        )  # one in twenty: far cheaper than to search
        first = np.searchsorted(self.numbers, keys[which])
        count = np.searchsorted(self.numbers, keys[which], side="right") - first
        each = np.repeat(first - (np.cumsum(count) - count), count)
        return np.repeat(which, count), each + np.arange(len(each))


@dataclass(frozen=True)
class Misspelt:
    """Forms by their length; the right words of four characters, a row of codes each."""

    forms: Mapping[int, Forms]
    longest: NDArray[np.uint64]

    def of(self, codes: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Places of a line of codes with a wrong character of a form, and the right one of each."""
        at, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.uint64)]
        keys = codes
        for length in range(2, LONGEST + 1):
            behind = np.zeros_like(codes)
            behind[: 1 - length] = codes[length - 1 :]
            keys = (keys << SIGN) | behind
            forms = self.forms[length]
            start, form = forms.among(keys)
            at.append(start + forms.places[form])
            rights.append(forms.rights[form])
        return np.concatenate(at), np.concatenate(rights)


def packed(words: Mapping[str, Iterable[str]]) -> str:
    """Right words with their wrong forms as one text: 部署0步布1暑属."""
    lines = []
    for word, wrong in sorted(words.items()):
        at: dict[int, str] = {}
        for form in wrong:
            (place,) = (i for i, sign in enumerate(word) if form[i] != sign)
            at[place] = at.get(place, "") + form[place]
        lines.append(word + "".join(f"{place}{signs}" for place, signs in sorted(at.items())))
    return " ".join(lines)


def unpacked(text: str) -> Misspelt:
    """The forms of such a text, ready for looking up; a few ms for 40,000."""
    codes = np.frombuffer(f"{text} ".encode("utf-16-le"), np.uint16).astype(np.uint64)
    every = np.arange(len(codes))
    gap, digit = codes == ord(" "), (codes >= ord("0")) & (codes <= ord("9"))
    word = np.maximum.accumulate(np.where(np.roll(gap, 1), every, 0))  # where its word begins
    told = np.maximum.accumulate(np.where(digit, every, -1))  # where the place before it is told
    ends = np.flatnonzero(digit | gap)
    length = ends[np.minimum(np.searchsorted(ends, word), len(ends) - 1)] - word
    wrong = ~(gap | digit) & (told > word)
    starts = np.flatnonzero((word == every) & ~gap & (length == LONGEST))
    return Misspelt(
        {
            size: _forms(codes, np.flatnonzero(wrong & (length == size)), size, word, told)
            for size in range(2, LONGEST + 1)
        },
        codes[starts[:, None] + np.arange(LONGEST)],
    )


def _forms(
    codes: NDArray[np.uint64],
    wrong: NDArray[np.int64],
    size: int,
    word: NDArray[np.int64],
    told: NDArray[np.int64],
) -> Forms:
    """The forms of one length; `wrong`: where their wrong characters stand in the text."""
    start, places = word[wrong], codes[told[wrong]].astype(np.int64) - ord("0")
    numbers = np.zeros(len(wrong), np.uint64)
    for at in range(size):
        sign = np.where(places == at, codes[wrong], codes[start + at])
        numbers = (numbers << SIGN) | sign
    return forms_of(numbers, places, codes[start + places])


def forms_of(
    numbers: NDArray[np.uint64], places: NDArray[np.int64], rights: NDArray[np.uint64]
) -> Forms:
    """Ready for looking up."""
    order = np.argsort(numbers, kind="stable")
    likely = np.zeros(SPOTS, bool)
    likely[_spot(numbers)] = True
    return Forms(numbers[order], places[order], rights[order], likely)


def _spot(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Where a number is looked up first; others may share the spot."""
    return (numbers * _MIX) >> _TOP
