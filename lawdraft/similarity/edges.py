"""Where a copied passage begins and ends inside a sentence: to the letter, in both texts.

Sentences are the rule. An end moves inwards where the rest of its sentence is not shared, and
outwards where the two texts go on alike, letter by letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.grams import SIZE

if TYPE_CHECKING:
    from lawdraft.similarity.arrays import Floats, Ints
    from lawdraft.similarity.normal import Codes

_EXPECTED = 0.5  # of the passage's own share: below, a stretch is not of it
_SLACK, _REWORDED = 3.0, 30.0  # weight not shared that an end may hold: names, other words
_LEAST_BEYOND = 4  # letters alike beyond the sentence's end that count
_FARTHEST = 400  # letters


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """One of the two texts: its letters, what each gram covers, its sentences, its shared grams."""

    codes: Codes
    cover: Floats
    bounds: Ints
    places: Ints

    def mirrored(self) -> Strand:
        """The same read from its end."""
        size = len(self.codes)
        cover = self.cover[: max(0, size - SIZE + 1)][::-1]
        return Strand(self.codes[::-1], cover, size - self.bounds[::-1], size - SIZE - self.places)


def tightened(start: int, end: int, here: Strand, there: Strand, share: float) -> tuple[int, int]:
    """First letter of the passage and the one after its last, in the text `here`.

    `share`: of the passage's letters in shared grams; `there` has its places in the same order.
    """
    last = _end(end, here, there, share)
    size = len(here.codes)
    first = size - _end(size - start, here.mirrored(), there.mirrored(), share)
    return (first, last) if last - first >= SIZE else (start, end)


def _end(end: int, here: Strand, there: Strand, share: float) -> int:
    floor = int(here.bounds[np.searchsorted(here.bounds, end - 1, "right") - 1])
    kept = _kept(floor, end, here, share)
    within = here.places[here.places < kept]
    last = int(within.max() if len(within) else here.places.max())
    partners = there.places[here.places == last].tolist()
    reach = last + SIZE
    reach += max(_alike(here.codes[reach:], there.codes[k + SIZE :]) for k in partners)
    if reach > end:
        return reach if reach - end >= _LEAST_BEYOND else end
    return reach if kept < end else end


def _kept(floor: int, end: int, here: Strand, share: float) -> int:
    """How far the last sentence belongs to the passage; its end where little of it does not."""
    cover = here.cover[floor:end]
    if not len(cover):
        return end
    held = np.zeros(len(cover))
    inside = here.places[(here.places >= floor) & (here.places < end)] - floor
    held[inside] = cover[inside]
    gain = np.cumsum(held - _EXPECTED * share * cover)
    best = int(gain.argmax())
    lost = float(max(gain[best], 0.0) - gain[-1])
    if lost <= _SLACK + _REWORDED * (1 - share):
        return end
    return floor + best + 1 if gain[best] > 0 else floor


def _alike(one: Codes, other: Codes) -> int:
    """How many letters both begin with alike."""
    size = min(len(one), len(other), _FARTHEST)
    same = one[:size] == other[:size]
    return size if same.all() else int(same.argmin())
