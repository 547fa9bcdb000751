"""Slips of the pen: a character written for one that sounds or looks alike, lost, doubled, swapped.

Where official prose would be surprised, the changes that undo a slip are tried; one is told where
the mended text is likelier by far (a noisy channel: Kernighan, Church and Gale 1990). How much
likelier, and what else speaks for a slip, is weighed as packaging/learn_slips.py has learnt it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lawdraft.knowledge.changes import Tables, laid_out
from lawdraft.knowledge.hunting import Hunt
from lawdraft.knowledge.language import UNIT, costs
from lawdraft.knowledge.longer import shortened
from lawdraft.knowledge.lookalikes import alike_of, homophones, mistaken, near_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.knowledge.language import Language

LEAST = -1.0  # score from which a change is remembered
PAIR = 2
REMEMBERED = 4000  # paragraphs


class Slip(NamedTuple):
    """Characters `start` to `end` of a text should be `right`; how sure, and what kind of slip."""

    start: int
    end: int
    right: str
    score: float
    kind: str


@dataclass(frozen=True)
class Slips:
    """Ready for searching; `known`: the slips of paragraphs looked through."""

    tables: Tables
    known: dict[str, tuple[Slip, ...]] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The model."""
        return self.tables.language

    def find(self, text: str) -> tuple[Slip, ...]:
        """The slips of a text, in its order, none within another."""
        self.read((text,))
        return self.known[text]

    def gain(self, text: str, start: int, end: int, right: str) -> float:
        """Nats by which a text is likelier where its characters from start to end are `right`."""
        mended = text[:start] + right + text[end:]
        line = laid_out((text, mended))
        cost = costs(self.tables.language.rows(line.codes), line.codes)
        before, after = (int(cost[line.owners == number].sum()) for number in (0, 1))
        return (before - after) * UNIT

    def are_alike(self, printed: str, right: str) -> bool:
        """Whether a character may be written for another."""
        language = self.language
        return right in language.sounds.get(printed, "") or right in language.looks.get(printed, "")

    def is_word(self, pair: str) -> bool:
        """Whether two characters are a common word."""
        if len(pair) != PAIR:
            return False
        number = np.uint64(ord(pair[0]) << 16 | ord(pair[1]))
        at = int(np.searchsorted(self.tables.common, number))
        return at < len(self.tables.common) and bool(self.tables.common[at] == number)

    def usual(self, pair: str) -> int:
        """How usual a word of two characters is, in steps of the dictionary; -1 where it is none."""
        if len(pair) != PAIR:
            return -1
        number = np.array([ord(pair[0]) << 16 | ord(pair[1])], np.uint64)
        return int(self.language.listed(number)[0])

    def read(self, texts: Iterable[str]) -> None:
        """Look through texts not seen before, all at once: far cheaper than one by one."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self.known]
        if len(self.known) + len(fresh) > REMEMBERED:
            self.known.clear()
        if fresh:
            self.known.update(zip(fresh, self._search(fresh), strict=True))

    def _search(self, texts: Sequence[str]) -> list[tuple[Slip, ...]]:
        line = laid_out(texts)
        found: list[list[Slip]] = [[] for _ in texts]
        hunt = Hunt(self.tables, line)
        for change, facts in hunt.weighable():
            scores = self.tables.language.score(change.kind, facts)
            for i in np.flatnonzero(scores >= LEAST).tolist():
                at, right = int(change.at[i]), "".join(map(chr, change.rights[i].tolist()))
                start = int(line.places[at])
                slip = Slip(
                    start, start + change.length, right, round(float(scores[i]), 2), change.kind
                )
                found[int(line.owners[at])].append(slip)
        return [_best(slips) for slips in found]


def _best(slips: list[Slip]) -> tuple[Slip, ...]:
    """Of changes to the same characters the surest."""
    kept: list[Slip] = []
    for slip in sorted(slips, key=lambda slip: -slip.score):
        if all(slip.end + 2 <= other.start or other.end + 2 <= slip.start for other in kept):
            kept.append(slip)
    return tuple(sorted(kept))


def slips_of(language: Language, words: Iterable[str]) -> Slips:
    """Ready for searching; `words`: common words, of which those of two characters count."""
    endings: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    twos = sorted(word for word in words if len(word) == 2)
    for first, second in map(tuple, twos):
        endings[first] = endings.get(first, "") + second
        beginnings[second] = beginnings.get(second, "") + first
    numbers = sorted(ord(word[0]) << 16 | ord(word[1]) for word in twos)
    tables = Tables(
        language,
        mistaken(language),
        near_of(language),
        alike_of(endings),
        alike_of(beginnings),
        homophones(language, twos),
        shortened(language.misspelt.longest),
        np.array(numbers, np.uint64),
    )
    return Slips(tables)
