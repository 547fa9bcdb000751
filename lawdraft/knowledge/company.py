"""Real words written for others of like sound or shape, told by the company they keep: 年级较大.

For each pair of words that people mix up the file lists what tells that the other one was meant
(年纪: 较大 behind it) and what makes the printed one right (年级: 小学 beside it). A word is known
by the company it keeps (Firth 1957).
"""

from __future__ import annotations

import lzma
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.model.errors import BadPackError
from lawdraft.text.pairs import pair_places, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FILE = "company.txt.xz"
CODE = "gb18030"  # a quarter shorter than UTF-8, and so is what is packed of it
NEAR = 10  # characters on either side, within the clause
_BREAK = re.compile(r"[，。；：、！？（）\n]")
_FIELDS = 4
_SHORT = 2  # characters by which words are met
_SIGNS = re.compile("([<>~])([^<>~]*)")  # a mark and the words that stand there


class Signs(NamedTuple):
    """Words that stand at once before a word or its 的, at once behind it or its 了, or near it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    near: tuple[str, ...]
    last: frozenset[str]  # characters of those before: a look that spares the others
    first: frozenset[str]
    pairs: frozenset[str]  # beginnings of those near

    def beside(self, spot: Spot) -> bool:
        """Whether one of them is a neighbour of the word there."""
        text, end, behind, start, before = spot[:5]
        if spot.next in self.first or spot.later in self.first:
            if text.startswith(self.behind, end):
                return True
            if behind != end and text.startswith(self.behind, behind):
                return True
        if spot.last in self.last or spot.earlier in self.last:
            if text.endswith(self.before, 0, start):
                return True
            return before != start and text.endswith(self.before, 0, before)
        return False

    def around(self, clause: str) -> bool:
        """Whether one of them stands in what is around the word."""
        return any(sign in clause for sign in self.near)


class Spot(NamedTuple):
    """Where a word stands: its end, behind a 了 (排除了隐患), its start, before a 的 (引起的争执)."""

    text: str
    end: int
    behind: int
    start: int
    before: int
    next: str
    later: str
    last: str
    earlier: str

    @property
    def around(self) -> str:
        """What stands near in the clause, the word itself as a gap."""
        before = _BREAK.split(self.text[max(0, self.start - NEAR) : self.start])[-1]
        behind = _BREAK.split(self.text[self.end : self.end + NEAR], maxsplit=1)[0]
        return f"{before} {behind}"


def _spot(text: str, start: int, end: int) -> Spot:
    behind = end + 1 if text.startswith("了", end) else end
    before = start - 1 if text.endswith("的", 0, start) else start
    following, previous = text[end : end + 1], text[max(0, start - 1) : start]
    later = following if behind == end else text[behind : behind + 1]
    earlier = previous if before == start else text[max(0, before - 1) : before]
    return Spot(text, end, behind, start, before, following, later, previous, earlier)


class Pair(NamedTuple):
    """A word that is written for another, what tells so, and what makes it right."""

    right: str
    wrong: str
    told: Signs
    fine: Signs


class Mixed(NamedTuple):
    """The word at `start` should be `right`; whether a neighbour tells so, or a word farther off."""

    start: int
    wrong: str
    right: str
    beside: bool


@dataclass(frozen=True)
class Company:
    """All pairs, a line each, by the first two characters of the wrong word; read when first met.

    A wrong word of one character is found by itself and the character of a neighbour that tells.
    """

    lines: Mapping[str, tuple[str, ...]]

    def speaks(self, text: str, start: int, printed: str, right: str) -> bool | None:
        """What the company of `printed` at `start` says: False for it, True for `right`.

        None where it says nothing. Raises KeyError where nobody is known to mix up the two.
        """
        pairs = {(pair.right, pair.wrong): pair for pair in self._between(printed, right)}
        if not pairs:
            raise KeyError(printed, right)
        spot = _spot(text, start, start + len(printed))
        other, same = pairs.get((right, printed)), pairs.get((printed, right))
        if other and _speak(other.told, spot):
            return True
        signs = (other and other.fine, same and same.told)
        return False if any(one and _speak(one, spot) for one in signs) else None

    def _between(self, one: str, other: str) -> Iterator[Pair]:
        for begin in {one[:2], other[:2]}:
            for line in self.lines.get(begin, ()):
                if set(line.split("\t", 2)[:2]) == {one, other}:
                    yield parsed(line)

    def find(self, text: str) -> Iterator[Mixed]:
        """The words of a paragraph that stand in the other one's company."""
        standing = frozenset(pair_places(text))
        for at in places_of(text, self.lines.keys()):
            spots: dict[tuple[int, int], Spot] = {}
            for pair in map(parsed, self.lines[text[at : at + 2]]):
                start = at if len(pair.wrong) == _SHORT else _start(pair, text, at)
                if start < 0:
                    continue
                word = start, start + len(pair.wrong)
                spot = spots.get(word) or spots.setdefault(word, _spot(text, *word))
                told = pair.told
                if (
                    spot.next in told.first
                    or spot.last in told.last
                    or spot.later in told.first
                    or spot.earlier in told.last
                    or not told.pairs.isdisjoint(standing)
                ) and (found := _mixed(pair, spot, standing)):
                    yield found


def _start(pair: Pair, text: str, at: int) -> int:
    """Where the wrong word is met at two characters; -1 where it is not, or by its other side."""
    if text.startswith(pair.wrong, at):
        return at
    if len(pair.wrong) > 1 or not text.startswith(pair.wrong, at + 1):
        return -1
    other = pair.told.behind and text.startswith(pair.told.behind, at + 2)
    return -1 if other else at + 1


def _mixed(pair: Pair, spot: Spot, standing: frozenset[str]) -> Mixed | None:
    beside = pair.told.beside(spot)
    if not beside and pair.told.pairs.isdisjoint(standing):
        return None
    if pair.fine.beside(spot):
        return None
    if pair.fine.around(spot.around) or not (beside or pair.told.around(spot.around)):
        return None
    return Mixed(spot.start, pair.wrong, pair.right, beside)


def _speak(signs: Signs, spot: Spot) -> bool:
    return signs.beside(spot) or signs.around(spot.around)


def read_company(path: Path) -> Company:
    """The pairs of a file. Raises BadPackError where it is damaged."""
    try:
        lines = lzma.decompress(path.read_bytes()).decode(CODE).splitlines()
    except (OSError, EOFError, lzma.LZMAError, ValueError) as trouble:
        raise BadPackError(f"词表“{path.name}”打不开或已损坏，请重新安装程序。") from trouble
    try:
        company = company_of(line for line in lines if not line.startswith("#"))
    except IndexError:
        company = Company({})
    if not company.lines:
        raise BadPackError(f"词表“{path.name}”不完整，请重新安装程序。")
    return company


def company_of(lines: Iterable[str]) -> Company:
    """Ready for searching. Raises IndexError where a line has no two words."""
    found: dict[str, list[str]] = {}
    for line in lines:
        begin = line.split("\t", 2)[1][:2]
        for met in (begin,) if len(begin) > 1 else _met(line):
            found.setdefault(met, []).append(line)
    return Company({begin: tuple(pairs) for begin, pairs in found.items()})


def _met(line: str) -> set[str]:
    """The pairs of characters by which a wrong word of one character is found."""
    pair = parsed(line)
    found = {sign[-1] + pair.wrong for sign in pair.told.before}
    return found | {pair.wrong + sign[0] for sign in pair.told.behind}


@lru_cache(maxsize=4096)
def parsed(line: str) -> Pair:
    """A pair of such a line: 年纪<tab>年级<tab><上了 小小>较大<tab>~小学. Raises ValueError."""
    fields = line.split("\t")
    if len(fields) != _FIELDS or not fields[0] or not fields[1]:
        raise ValueError(line)
    return Pair(fields[0], fields[1], _signs(fields[2]), _signs(fields[3]))


def _signs(field: str) -> Signs:
    words: dict[str, list[str]] = {mark: [] for mark in "<>~"}
    for mark, some in _SIGNS.findall(field):
        words[mark] += some.split()
    before, behind, near = map(tuple, words.values())
    return Signs(
        before,
        behind,
        near,
        frozenset(word[-1] for word in before),
        frozenset(word[0] for word in behind),
        frozenset(word[:2] for word in near if len(word) > 1),
    )
