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
    from collections.abc import Iterable, Iterator, KeysView, Mapping

    from lawdraft.knowledge.entries import Leftovers

_SURE, _UNSURE, _NOUN, _END, _BEGIN = "sure", "unsure", "noun", "end", "begin"
_NOUN_BEHIND = re.compile(
    r"[书单函会院员者曲栏牌册箱室班厂仪率]|表(?![彰扬现达决明示态])|所(?!有)|站(?!所)|点(?!位)|队(?!伍)"
)  # 推进|会, 联络|员
_HELD = ("召开", "举行", "举办")  # whose object a 会议 is
_BOUND = frozenset("到为有出给在于上下成过了及同与员办化拟新更组抓学带心重票会中用打帮领偏关把津")
"""Characters that stand by many verbs of their own right: 制定出, 转化为, 调处办, 拟修订."""
_ALONE = frozenset("和被由等让并就从尽须对多以先较即需少还不前后至共便且")
"""Words by themselves: 聘请和|调解员, 会前|赶往, 前景对|农户, 了解多|少."""
_TENSE = re.compile(r"[了着过地](?<=[一-鿿]{2}.)(?=[一-鿿])")
_OF = re.compile(r"[^，。；：、\n]*的")  # 制定了加强管理的办法
_NAMED = re.compile(
    r"[^，。；：、\n]{0,12}?(?:工作|活动|行动|制度|机制|办法|方案|标准|程序|规[则定范]|情况|计划|清单|要求|台账|名[单册]|流程|问题|难)"
)  # 完善了聘请程序
_NO_PLAIN = re.compile(r"有[效关力序奖利别限机益针特温声色意线偿约资所\d]")
_BEFORE = frozenset("为除")  # 为了, 除了
_BEHIND = frozenset("解却结断")  # 了解, 了却


class Leftover(NamedTuple):
    """Both words, from start to end; `spare` is a single character that is one too many."""

    start: int
    end: int
    sure: bool
    spare: int | None = None


@dataclass(frozen=True)
class LeftoverWords:
    """Ready for searching.

    `known`: two words, or a word with a character of another at its end or beginning. `seams`: the
    two characters where they meet, with how far before it such begin and how long they are.
    `parted`: words that may not stand behind a word and 了.
    """

    known: Mapping[str, str]
    seams: Mapping[str, tuple[tuple[int, int], ...]]
    begun: frozenset[str]  # first two characters of all words
    parted: Mapping[str, frozenset[str]]
    verbal: frozenset[str]

    @property
    def verbs(self) -> KeysView[str]:
        """All words that tell a deed."""
        return self.parted.keys()

    def find(self, text: str) -> Iterator[Leftover]:
        """Every two words of a paragraph of which one is too many."""
        known, seams = self.known, self.seams
        for place in places_of(text, seams.keys()):
            for before, length in seams[text[place : place + 2]]:
                start = place - before
                how = known.get(text[start : start + length]) if start >= 0 else None
                if how is not None:
                    yield from self._told(text, start, start + length, how)
        for tense in _TENSE.finditer(text):
            at = tense.start()
            if text[at + 1 : at + 3] in self.begun or text[at + 1] == "有":
                yield from self._parted(text, at)

    def _told(self, text: str, start: int, end: int, how: str) -> Iterator[Leftover]:
        if how == _END:
            if text[end - 1 : end + 1] not in self.begun:
                yield Leftover(start, end, sure=True, spare=end - 1)
        elif how == _BEGIN:
            if self.begun.isdisjoint((text[start - 1 : start + 1], text[start : start + 2])):
                yield Leftover(start, end, sure=True, spare=start)
        elif (how == _NOUN or text[start - 1 : start] != "的") and _is_whole(text, start, end):
            yield Leftover(start, end, how == _SURE)

    def _parted(self, text: str, at: int) -> Iterator[Leftover]:
        """提高了提升; 设立了有; 作了进行了."""
        start, end = at - 2, at + 1
        word, behind = text[start:at], text[end : end + 2]
        if text[at] == "地":
            if how := self.known.get(word + behind):
                yield Leftover(start, end + 2, how == _SURE)
        elif behind in self.parted and text[at] == "了" and _goes_on(text, end + 2):
            if word[1] not in _BEFORE:
                yield Leftover(start + (word not in self.parted), end + 3, sure=True)
        elif word in self.verbal and text[end] == "有":
            if not _NO_PLAIN.match(text, end) and not _OF.match(text, end):
                yield Leftover(start, end + 1, sure=True)
        elif behind in self.parted.get(word, ()) and not self._is_of(text, at):
            sure = behind in self.verbal and not _OF.match(text, end + 2)
            if (behind in self.verbal or not _NAMED.match(text, end + 2)) and _is_whole(
                text, start, end + 2
            ):
                yield Leftover(start, end + 2, sure=sure)

    def _is_of(self, text: str, at: int) -> bool:
        """建立了健全的制度, 制定了加强管理的办法; not 形成了构建共治的格局."""
        end = at + 3
        same = text[at - 2 : at] + text[at + 1 : end] in self.known
        if same and text[at + 1 : end] in self.verbal:
            return text[end : end + 1] == "的"
        return _OF.match(text, end) is not None


def _is_whole(text: str, start: int, end: int) -> bool:
    """推动推进|会 is the name of a meeting."""
    return text.endswith(_HELD, start, end) or not _NOUN_BEHIND.match(text, end)


def _goes_on(text: str, at: int) -> bool:
    """Whether 了 of its own stands here."""
    return text[at : at + 1] == "了" and text[at + 1 : at + 2] not in _BEHIND


def leftover_words(entry: Leftovers) -> LeftoverWords:
    """The tables for a pack's sets."""
    known: dict[str, str] = {}
    verbs: dict[str, set[str]] = {}
    for word, other in _pairs(entry.unsure + entry.verbs):
        verbs.setdefault(word, set()).add(other)
        known[word + other] = _UNSURE
    for word, other in _pairs(entry.nouns):
        known[word + other] = _NOUN
    for word, other in _pairs(entry.verbs + entry.small):
        known[word + other] = _SURE
    for both in (*entry.together, *("".join(pair) for pair in _pairs(entry.together))):
        known.pop(both, None)
    words = " ".join((*entry.verbs, *entry.unsure, *entry.small, *entry.nouns, *entry.kin)).split()
    seams = _seams(_pairs(entry.unsure + entry.verbs + entry.small + entry.nouns))
    for half, how, seam, place in _halves(verbs):
        known.setdefault(half, how)
        seams.setdefault(seam, set()).add(place)
    parted = {word: set(others) for word, others in verbs.items()}
    for word, other in _pairs(entry.kin):
        if other in entry.verbal:
            parted.setdefault(word, set()).add(other)
    return LeftoverWords(
        known,
        {seam: tuple(sorted(places)) for seam, places in seams.items()},
        frozenset(word[:2] for word in words),
        {word: frozenset(others) for word, others in parted.items()},
        frozenset(entry.verbal),
    )


def _seams(pairs: Iterable[tuple[str, str]]) -> dict[str, set[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for word, other in pairs:
        place = len(word) - 1, len(word) + len(other)
        found.setdefault(word[-1] + other[0], set()).add(place)
    return found


def _halves(
    verbs: Mapping[str, set[str]],
) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """A word with a character of another of its set at its end or beginning, and the seam."""
    for word, others in verbs.items():
        taken, length = _BOUND | _ALONE | set(word), len(word) + 1
        for sign in {sign for other in others for sign in other} - taken:
            yield word + sign, _END, word[-1] + sign, (len(word) - 1, length)
        for sign in {other[0] for other in others} - taken:
            yield sign + word, _BEGIN, sign + word[0], (0, length)


def _pairs(sets: Iterable[str]) -> Iterator[tuple[str, str]]:
    for words in sets:
        yield from permutations(words.split(), 2)
