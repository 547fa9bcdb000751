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
_SIGNS = re.compile("([<>~])([^<>~]*)")  # a mark and the words that stand there


class Signs(NamedTuple):
    """Words that stand at once before a word or its 的, at once behind it or its 了, or near it."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    near: tuple[str, ...]
    last: frozenset[str]  # characters of those before: a look that spares the others
    first: frozenset[str]
    pairs: frozenset[str]  # beginnings of those near

    def beside(self, text: str, start: int, end: int) -> bool:
        """Whether one of them is a neighbour of text[start:end]."""
        behind = end + 1 if text.startswith("了", end) else end  # 排除了隐患
        before = start - 1 if text.endswith("的", 0, start) else start  # 引起的争执
        at_once = self._begins(text, end) or self._ends(text, start)
        return at_once or self._begins(text, behind) or self._ends(text, before)

    def _begins(self, text: str, start: int) -> bool:
        return text[start : start + 1] in self.first and text.startswith(self.behind, start)

    def _ends(self, text: str, end: int) -> bool:
        return text[max(0, end - 1) : end] in self.last and text.endswith(self.before, 0, end)

    def known(self, text: str, start: int, end: int, around: str) -> bool:
        """Whether one of them stands where it should."""
        return self.beside(text, start, end) or self.around(around)

    def around(self, clause: str) -> bool:
        """Whether one of them stands in what is around the word."""
        return any(sign in clause for sign in self.near)


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
    """All pairs, a line each, by the first two characters of the wrong word; read when first met."""

    lines: Mapping[str, tuple[str, ...]]

    def speaks(self, text: str, start: int, printed: str, right: str) -> bool | None:
        """What the company of `printed` at `start` says: False for it, True for `right`.

        None where it says nothing. Raises KeyError where nobody is known to mix up the two.
        """
        pairs = {(pair.right, pair.wrong): pair for pair in self._between(printed, right)}
        if not pairs:
            raise KeyError(printed, right)
        end, around = start + len(printed), _around(text, start, start + len(printed))
        other, same = pairs.get((right, printed)), pairs.get((printed, right))
        if other and other.told.known(text, start, end, around):
            return True
        signs = (other and other.fine, same and same.told)
        return False if any(one and one.known(text, start, end, around) for one in signs) else None

    def _between(self, one: str, other: str) -> Iterator[Pair]:
        for begin in {one[:2], other[:2]}:
            for line in self.lines.get(begin, ()):
                if set(line.split("\t", 2)[:2]) == {one, other}:
                    yield parsed(line)

    def find(self, text: str) -> Iterator[Mixed]:
        """The words of a paragraph that stand in the other one's company."""
        places = pair_places(text)
        for at in places_of(text, self.lines.keys()):
            for pair in map(parsed, self.lines[text[at : at + 2]]):
                if text.startswith(pair.wrong, at) and (found := _mixed(pair, text, at, places)):
                    yield found


def _mixed(pair: Pair, text: str, start: int, places: Mapping[str, list[int]]) -> Mixed | None:
    end = start + len(pair.wrong)
    beside = pair.told.beside(text, start, end)
    if not beside and pair.told.pairs.isdisjoint(places):
        return None
    if pair.fine.beside(text, start, end):
        return None
    around = _around(text, start, end)
    if pair.fine.around(around) or not (beside or pair.told.around(around)):
        return None
    return Mixed(start, pair.wrong, pair.right, beside)


def _around(text: str, start: int, end: int) -> str:
    """What stands near a word in its clause, the word itself as a gap."""
    before = _BREAK.split(text[max(0, start - NEAR) : start])[-1]
    behind = _BREAK.split(text[end : end + NEAR], maxsplit=1)[0]
    return f"{before} {behind}"


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
        found.setdefault(line.split("\t", 2)[1][:2], []).append(line)
    return Company({begin: tuple(pairs) for begin, pairs in found.items()})


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
