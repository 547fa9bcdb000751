"""Real words of like sound in the wrong place: 引发工作要点 for 印发, 网络员 for 网格员.

An entry holds what must stand before and behind the wrong word for it to be certain, and what in
the same sentence tells that it is meant. Nothing is compiled before its wrong word is met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from lawdraft.text.pairs import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lawdraft.knowledge.entries import Confusion

_BEFORE = 24  # characters before a word that are looked at
_ENDS = "。！？；\n"


@dataclass(frozen=True)
class Confusions:
    """Finds the wrong words among all entries."""

    entries: tuple[Confusion, ...]

    @cached_property
    def _begun(self) -> Mapping[str, tuple[Confusion, ...]]:
        """Entries by the first two characters of their word, or the only one."""
        found: dict[str, list[Confusion]] = {}
        for entry in self.entries:
            found.setdefault(entry.wrong[:2], []).append(entry)
        return {begin: tuple(entries) for begin, entries in found.items()}

    @cached_property
    def _single(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(begin for begin in self._begun if len(begin) == 1)} ]")

    def find(self, text: str) -> Iterator[tuple[int, Confusion]]:
        """The place of every wrong word of a paragraph, with its entry."""
        for place, entries in self._met(text):
            for entry in entries:
                if text.startswith(entry.wrong, place) and _fits(entry, text, place):
                    yield place, entry
                    break

    def _met(self, text: str) -> Iterator[tuple[int, tuple[Confusion, ...]]]:
        """Where a wrong word may begin, with its entries; those of one character last."""
        begun = self._begun
        for place in places_of(text, begun.keys()):
            yield place, begun[text[place : place + 2]]
        for found in self._single.finditer(text):
            yield found.start(), begun.get(found.group(), ())


def _fits(entry: Confusion, text: str, place: int) -> bool:
    end = place + len(entry.wrong)
    if entry.behind and not _pattern(entry.behind).match(text, end):
        return False
    before = text[max(0, place - _BEFORE) : place]
    if entry.before and not _pattern(rf"(?:{entry.before})\Z").search(before):
        return False
    return not (entry.fine and _pattern(entry.fine).search(_sentence(text, place)))


def _sentence(text: str, place: int) -> str:
    start = max(text.rfind(mark, 0, place) for mark in _ENDS) + 1
    ends = [end for mark in _ENDS if (end := text.find(mark, place)) >= 0]
    return text[start : min(ends, default=len(text))]


@lru_cache(maxsize=2048)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def confusions_of(entries: Iterable[Confusion]) -> Confusions:
    """Ready for searching."""
    return Confusions(tuple(entries))
