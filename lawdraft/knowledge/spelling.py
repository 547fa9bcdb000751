"""Four-character terms of official prose, and characters written for each other by mistake.

A text that differs from a term in one character of the same sound or shape (安排布署) is a slip,
unless the word with it is a word of its own, or the four characters are seen in proper texts.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadPackError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FILE = "spelling.txt.gz"
# Both of a pair are right, each in its place: 制定 制订, 作出 做出, 及时 即时, 法制 法治.
BOTH_RIGHT = frozenset(
    [
        "制治",
        "治制",
        "定订",
        "订定",
        "作做",
        "做作",
        "他它",
        "它他",
        "及即",
        "即及",
        "须需",
        "需须",
        "份分",
        "分份",
        "象像",
        "像象",
        "征证",
        "证征",
    ]
)
_PARTICLES = frozenset({"地的", "的地"})


@dataclass(frozen=True)
class Slip:
    """One wrong character at `start` of a text, in the term it should belong to."""

    start: int
    wrong: str
    right: str
    printed: str
    term: str


@dataclass(frozen=True)
class Spelling:
    """The tables; `common` are frequent words of two characters, no names of places."""

    terms: frozenset[str]
    words: frozenset[str]
    seen: frozenset[str]
    firsts: frozenset[str]  # first and second halves of the terms: one slip leaves one whole
    seconds: frozenset[str]
    masks: Mapping[str, str]  # "0府建设" → 政: the character missing at that place
    alike: Mapping[str, frozenset[str]]
    common: frozenset[str]
    function: frozenset[str]

    def slips(self, text: str, places: Iterable[int]) -> Iterator[Slip]:
        """Every slip in a term that begins at one of the places, each once."""
        after = -1
        for at in places:
            window = text[at : at + 4]
            if len(window) < 4 or window in self.terms:
                continue
            whole_first, whole_second = window[:2] in self.firsts, window[2:] in self.seconds
            tried = (*((0, 1) if whole_second else ()), *((2, 3) if whole_first else ()))
            slip = self._slip(text, at, window, tried)
            if slip is not None and slip.start > after:
                after = slip.start
                yield slip

    def _slip(self, words: str, at: int, window: str, places: tuple[int, ...]) -> Slip | None:
        for place in places:
            if window[place] in self.function:
                continue
            for right in self.masks.get(f"{place}{window[:place]}{window[place + 1 :]}", ""):
                if self._is_slip(words, at, place, right):
                    term = window[:place] + right + window[place + 1 :]
                    return Slip(at + place, window[place], right, window, term)
        return None

    def _is_slip(self, words: str, at: int, place: int, right: str) -> bool:
        window, wrong = words[at : at + 4], words[at + place]
        if right not in self.alike.get(wrong, frozenset()):
            return False
        half = window[:2] if place < 2 else window[2:]
        if (
            wrong + right in BOTH_RIGHT
            or wrong + right in _PARTICLES
            or half in self.words
            or window in self.seen
        ):
            return False
        reaching = words[at - 1 : at + 1] if place == 0 and at else ""
        if place == 3 and at + 5 <= len(words):
            reaching = words[at + 3 : at + 5]
        return reaching not in self.words and reaching not in self.common


def read_spelling(path: Path) -> Spelling:
    """The tables of a file; some 30 ms. Raises BadPackError where it is damaged."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
        _, terms, words, seen, sounds, shapes, common, function = lines
    except (OSError, EOFError, zlib.error, ValueError) as trouble:
        raise BadPackError(f"词组表“{path.name}”打不开或已损坏，请重新安装程序。") from trouble
    return Spelling(
        frozenset(terms.split()),
        frozenset(words.split()),
        frozenset(seen.split()),
        frozenset(term[:2] for term in terms.split()),
        frozenset(term[2:] for term in terms.split()),
        _masks(terms.split()),
        _alike(sounds.split() + shapes.split()),
        frozenset(common.split()),
        frozenset(function),
    )


def _masks(terms: list[str]) -> dict[str, str]:
    masks: dict[str, str] = {}
    get = masks.get
    for term in terms:
        a, b, c, d = tuple(term)
        for key, sign in (
            ("0" + b + c + d, a),
            ("1" + a + c + d, b),
            ("2" + a + b + d, c),
            ("3" + a + b + c, d),
        ):
            masks[key] = get(key, "") + sign
    return masks


def _alike(groups: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        members = frozenset(group)
        for sign in group:
            found[sign] = found.get(sign, frozenset()) | members
    return found
