"""Normal text: what remains of a text for comparing, and where each letter stood.

Punctuation and blanks are dropped, a run of digits becomes one 0, width, case and traditional
characters are folded, so that new figures and another layout do not hide a copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]
    Places = NDArray[np.int64]

DIGIT = ord("0")
SENTENCE_ENDS = "。；;！!？?\n\r"
_LONGEST_SENTENCE = 300  # letters
_ENDS = np.zeros(65536, bool)
_ENDS[[ord(mark) for mark in SENTENCE_ENDS]] = True


@dataclass(frozen=True, slots=True)
class Normal:
    """Letters of one text (UTF-16 codes), where they stand, and which sentence each is in."""

    codes: Codes
    place: Places  # code unit of the text as UTF-16
    bounds: Places  # sentence k is codes[bounds[k]:bounds[k + 1]]
    raw: Codes  # the text itself as UTF-16

    def __len__(self) -> int:
        return len(self.codes)


def encode(text: str) -> Codes:
    """UTF-16 codes of a text; lone surrogates pass."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)


def normalise(raw: Codes, letters: Codes) -> Normal:
    """Normal text of UTF-16 codes; `letters` says what each code becomes (background.py)."""
    codes, place = fold(raw, letters)
    if not len(codes):
        return Normal(codes, place, np.zeros(1, np.int64), raw)
    ends = np.searchsorted(place, np.flatnonzero(_ENDS[raw]))
    inner = ends[(ends > 0) & (ends < len(codes))]
    distinct = np.ones(len(inner), bool)
    distinct[1:] = inner[1:] != inner[:-1]
    bounds = np.concatenate(([0], inner[distinct], [len(codes)]))
    return Normal(codes, place, _cut_long(bounds), raw)


def _cut_long(bounds: Places) -> Places:
    """Bounds with endless sentences (a table, a text without marks) cut at even lengths."""
    long = np.flatnonzero(np.diff(bounds) > _LONGEST_SENTENCE)
    if not len(long):
        return bounds
    extra = [
        np.arange(bounds[k] + _LONGEST_SENTENCE, bounds[k + 1], _LONGEST_SENTENCE) for k in long
    ]
    return np.sort(np.concatenate((bounds, *extra)))


def fold(raw: Codes, letters: Codes) -> tuple[Codes, Places]:
    """Letters alone with digit runs folded to one 0, and where each stands."""
    codes = letters[raw]
    kept = np.flatnonzero(codes)
    codes = codes[kept]
    digit = codes == DIGIT
    single = np.ones(len(codes), bool)
    single[1:] = ~(digit[1:] & digit[:-1])
    return codes[single], kept[single]


def code_points(raw: Codes) -> Places | None:
    """Code point of each UTF-16 unit (and of the end), or None where they are the same."""
    second = (raw & 0xFC00) == 0xDC00
    first = (raw & 0xFC00) == 0xD800
    pair = np.zeros(len(raw) + 1, bool)
    pair[1:-1] = first[:-1] & second[1:]  # the unit that only continues a character
    if not pair.any():
        return None
    points: Places = np.arange(len(raw) + 1) - np.cumsum(pair)
    return points
