"""Real words written for others of like sound or shape, told by the company they keep: 年级较大.

For each pair of words that people mix up the file lists what tells that the other one was meant
(年纪: 较大 behind it) and what makes the printed one right (年级: 小学 beside it). A word is known
by the company it keeps (Firth 1957).
"""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.model.errors import BadPackError
from lawdraft.text.pairs import pair_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FILE = "company.txt.gz"
NEAR = 10  # characters on either side, within the clause
_BREAK = re.compile(r"[，。；：、！？（）\n]")
_FIELDS = 4


class Signs(NamedTuple):
    """Words that stand at once before a word, at once behind it, or near it in its clause."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    def beside(self, text: str, start: int, end: int) -> bool:
        """Whether one of them is a neighbour of text[start:end]."""
        return text.startswith(self.behind, end) or text[:start].endswith(self.before)

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
    """All pairs."""

    pairs: tuple[Pair, ...]

    @cached_property
    def _begun(self) -> Mapping[str, tuple[Pair, ...]]:
        """Pairs by the first two characters of the wrong word."""
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            found.setdefault(pair.wrong[:2], []).append(pair)
        return {begin: tuple(pairs) for begin, pairs in found.items()}

    def find(self, text: str) -> Iterator[Mixed]:
        """The words of a paragraph that stand in the other one's company."""
        begun, places = self._begun, pair_places(text)
        for begin in begun.keys() & places.keys():
            for at in places[begin]:
                for pair in begun[begin]:
                    if text.startswith(pair.wrong, at) and (found := _mixed(pair, text, at)):
                        yield found
                        break


def _mixed(pair: Pair, text: str, start: int) -> Mixed | None:
    end = start + len(pair.wrong)
    beside = pair.told.beside(text, start, end)
    if not (beside or pair.told.near) or pair.fine.beside(text, start, end):
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
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, EOFError, zlib.error, ValueError) as trouble:
        raise BadPackError(f"词表“{path.name}”打不开或已损坏，请重新安装程序。") from trouble
    if not lines:
        raise BadPackError(f"词表“{path.name}”不完整，请重新安装程序。")
    return Company(tuple(parsed(line) for line in lines if not line.startswith("#")))


def parsed(line: str) -> Pair:
    """A pair of such a line: 年纪<tab>年级<tab>>较大 <上了<tab>~小学. Raises ValueError."""
    fields = line.split("\t")
    if len(fields) != _FIELDS or not fields[0] or not fields[1]:
        raise ValueError(line)
    return Pair(fields[0], fields[1], _signs(fields[2]), _signs(fields[3]))


def _signs(field: str) -> Signs:
    words = field.split()
    return Signs(*(tuple(_of(words, mark)) for mark in "<>~"))


def _of(words: Iterable[str], mark: str) -> Iterator[str]:
    return (word[1:] for word in words if word[0] == mark and len(word) > 1)
