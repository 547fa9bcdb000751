"""Where pairs of neighbouring characters stand: the first look that all searches for words share."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import KeysView, Mapping

_HAN = re.compile(r"(?=([一-鿿]{2}))")


@lru_cache(maxsize=2048)  # a sentence is asked about by many rules
def han_pairs(text: str) -> frozenset[str]:
    """All two Chinese characters that stand side by side."""
    return frozenset(_HAN.findall(text))


@lru_cache(maxsize=4)  # the paragraph at hand, which many searches ask about in turn
def pair_places(text: str) -> Mapping[str, list[int]]:
    """Every pair of characters of a text with the places where it begins, in order."""
    places: dict[str, list[int]] = {}
    for at, pair in enumerate(map(add, text, text[1:])):
        if pair in places:
            places[pair].append(at)
        else:
            places[pair] = [at]
    return places


def places_of(text: str, wanted: KeysView[str]) -> list[int]:
    """Where the pairs that are wanted begin in a text, in order; of two views the smaller is read."""
    places = pair_places(text)
    return sorted(at for pair in places.keys() & wanted for at in places[pair])
