"""Words of one meaning side by side, of which an edit left one too many: 提高提升, 配备了有, 提高升.

Verbs of one field may stand side by side (健全完善), but not with 了 between them (健全了完善).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.text.pairs import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lawdraft.knowledge.entries import Leftovers

_SURE, _UNSURE, _KIN = "sure", "unsure", "kin"
_NOUN_BEHIND = re.compile(r"[书单函会院员者曲]")  # 推进|会, 联络|员
_HELD = frozenset(("召开", "举行", "举办"))  # whose object a 会议 is
_BOUND = frozenset("到为有出给在于上下成过了及同与员办化拟新更组抓学带心重")
"""Characters that stand by many verbs of their own right: 制定出, 转化为, 调处办, 拟修订."""
_OF = re.compile(r"[^，。；：、\n]*的")  # 制定了加强管理的办法
_NO_PLAIN = re.compile(r"有[效关力序奖利别限机益针特温声色意线偿约资所\d]")


class Leftover(NamedTuple):
    """Both words, from start to end; `spare` is a single character that is one too many."""

    start: int
    end: int
    sure: bool
    spare: int | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what may not stand beside it."""

    word: str
    others: Mapping[str, str]  # words of its sets → how they are alike
    behind: frozenset[str]  # single characters of these
    before: frozenset[str]


@dataclass(frozen=True)
class LeftoverWords:
    """Ready for searching.

    `seams`: two characters, the last of a word and what may be too much behind it, or the other
    way round before it; with how far before the seam the word begins. Most texts hold few of them.
    """

    seams: Mapping[str, tuple[tuple[int, _Word], ...]]
    begun: frozenset[str]  # first two characters of all words
    verbal: frozenset[str]
    together: frozenset[str]

    def find(self, text: str) -> Iterator[Leftover]:
        """Every two words of a paragraph of which one is too many."""
        for place in places_of(text, self.seams.keys()):
            for shift, known in self.seams[text[place : place + 2]]:
                if place >= shift and text.startswith(known.word, place - shift):
                    yield from self._at(text, place - shift, known, before=shift < 0)

    def _at(self, text: str, at: int, known: _Word, *, before: bool) -> Iterator[Leftover]:
        end = at + len(known.word)
        if before:
            if self.begun.isdisjoint((text[max(0, at - 2) : at], text[at - 1 : at + 1])):
                yield Leftover(at - 1, end, sure=True, spare=at - 1)
        elif text[end] == "了":
            yield from self._parted(text, at, known)
        elif text[end : end + 2] in self.begun:
            yield from self._pair(text, at, known)
        elif text[end] in known.behind:
            yield Leftover(at, end + 1, sure=True, spare=end)

    def _pair(self, text: str, at: int, known: _Word) -> Iterator[Leftover]:
        if text[at - 1 : at] == "的":
            return
        end = at + len(known.word)
        for other, how in known.others.items():
            stop = end + len(other)
            if (
                how != _KIN
                and text.startswith(other, end)
                and known.word + other not in self.together
                and (other in _HELD or not _NOUN_BEHIND.match(text, stop))
            ):
                yield Leftover(at, stop, how == _SURE)

    def _parted(self, text: str, at: int, known: _Word) -> Iterator[Leftover]:
        """提高了提升; 设立了有."""
        end = at + len(known.word) + 1
        had = known.word in self.verbal and text.startswith("有", end)
        if had and not _NO_PLAIN.match(text, end) and not _OF.match(text, end):
            yield Leftover(at, end + 1, sure=True)
        for other in known.others.keys() & self.verbal:
            stop = end + len(other)
            if text.startswith(other, end) and not _OF.match(text, stop):
                yield Leftover(at, stop, sure=True)


def leftover_words(entry: Leftovers) -> LeftoverWords:
    """The tables for a pack's sets."""
    others: dict[str, dict[str, str]] = {}
    lists = ((entry.kin, _KIN), (entry.unsure, _UNSURE), (entry.verbs + entry.small, _SURE))
    for sets, how in lists:
        for word, other in _pairs(sets):
            others.setdefault(word, {})[other] = how
    small = {word for words in entry.small for word in words.split()}
    words = [_word(word, beside, halves=word not in small) for word, beside in others.items()]
    return LeftoverWords(
        _seams(words),
        frozenset(word[:2] for word in others),
        frozenset(entry.verbal),
        frozenset(entry.together),
    )


def _word(word: str, beside: Mapping[str, str], *, halves: bool) -> _Word:
    if not halves:
        return _Word(word, beside, frozenset(), frozenset())
    taken = _BOUND | set(word)
    behind = frozenset(sign for other in beside for sign in other) - taken
    before = frozenset(other[0] for other in beside) - taken
    return _Word(word, beside, behind, before)


def _seams(words: Iterable[_Word]) -> Mapping[str, tuple[tuple[int, _Word], ...]]:
    found: dict[str, list[tuple[int, _Word]]] = {}
    for known in words:
        word = known.word
        for sign in known.behind | {other[0] for other in known.others} | {"了"}:
            found.setdefault(word[-1] + sign, []).append((len(word) - 1, known))
        for sign in known.before:
            found.setdefault(sign + word[0], []).append((-1, known))
    return {seam: tuple(each) for seam, each in found.items()}


def _pairs(sets: Iterable[str]) -> Iterator[tuple[str, str]]:
    for words in sets:
        yield from permutations(words.split(), 2)
