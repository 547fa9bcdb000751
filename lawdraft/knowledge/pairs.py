"""What each two neighbouring characters of a text may be, looked up once for all that hunt typos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.knowledge.misfits import ALONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COMMON, FIRST, SECOND, TYPO, SLIP, TURNED, IDIOM = 1, 2, 4, 8, 16, 32, 64


class Places(NamedTuple):
    """Where in a text it is worth looking: typos, core words, terms, characters alone, idioms."""

    typos: list[int]
    slips: list[int]
    terms: list[int]
    odd: list[int]
    idioms: list[int]


@dataclass(frozen=True)
class Pairs:
    """Two characters and the kinds of table that know them, as bits."""

    table: Mapping[str, int]

    def places(self, text: str) -> Places:
        """The places of a text that any of the tables knows or none does."""
        get = self.table.get
        kinds = [get(pair, 0) for pair in map(str.__add__, text, text[1:])]
        return Places(
            [at for at, kind in enumerate(kinds) if kind & TYPO],
            [at for at, kind in enumerate(kinds) if kind & SLIP],
            [
                at
                for at, (kind, later) in enumerate(zip(kinds, kinds[2:], strict=False))
                if (kind & FIRST and not later & COMMON) or (later & SECOND and not kind & COMMON)
            ],
            _odd(text, kinds),
            [at for at, kind in enumerate(kinds) if kind & IDIOM],
        )


def _odd(text: str, kinds: list[int]) -> list[int]:
    """Characters of no common word, doubled ones, and words turned round."""
    found, before, last = [], 0, len(kinds)
    for at, sign in enumerate(text):
        kind = kinds[at] if at < last else 0
        if (
            kind & TURNED
            or (at < last and text[at + 1] == sign)
            or not (kind & COMMON or before & COMMON or sign in ALONE or sign < "一")
        ):
            found.append(at)
        before = kind
    return found


def pairs_of(kinds: Mapping[int, Iterable[str]]) -> Pairs:
    """The table of kinds and the pairs that are of them."""
    table: dict[str, int] = {}
    for kind, pairs in kinds.items():
        for pair in pairs:
            table[pair] = table.get(pair, 0) | kind
    return Pairs(table)
