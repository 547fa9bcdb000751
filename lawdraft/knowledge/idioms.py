"""Idioms of four characters with one of them wrong: 宽严想济, 保架护航."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.text.pairs import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LENGTH = 4


@dataclass(frozen=True)
class Idioms:
    """By their first two and by their last two characters: one slip leaves one half whole."""

    heads: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]

    @cached_property
    def _halves(self) -> Mapping[str, None]:
        return dict.fromkeys((*self.heads, *self.tails))

    def slips(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and the right idiom of each slip."""
        for at in places_of(text, self._halves.keys()):
            half = text[at : at + 2]
            for idiom in self.heads.get(half, ()):
                if _one_wrong(text[at + 2 : at + LENGTH], idiom[2:]):
                    yield at, at + LENGTH, idiom
            for idiom in self.tails.get(half, ()):
                if at >= 2 and _one_wrong(text[at - 2 : at], idiom[:2]):
                    yield at - 2, at + 2, idiom


def _one_wrong(printed: str, right: str) -> bool:
    if len(printed) < len(right) or not all("一" <= sign <= "鿿" for sign in printed):
        return False
    return sum(a != b for a, b in zip(printed, right, strict=True)) == 1


def idioms_of(listed: Iterable[str]) -> Idioms:
    """Ready for searching."""
    heads: dict[str, tuple[str, ...]] = {}
    tails: dict[str, tuple[str, ...]] = {}
    for idiom in listed:
        heads[idiom[:2]] = (*heads.get(idiom[:2], ()), idiom)
        tails[idiom[2:]] = (*tails.get(idiom[2:], ()), idiom)
    return Idioms(heads, tails)
