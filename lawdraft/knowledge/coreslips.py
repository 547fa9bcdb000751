"""Two-character words of such reports with one character of the same sound or shape: 惩制, 萌牙.

Only where both neighbours are words of their own: 知晓率 holds no slip of 效率.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.knowledge.spelling import Spelling

_HAN = re.compile(r"[一-鿿]{2,}")
_SMALL = frozenset("的了和与及并在对将为以等把被从向于我各全共均已未不更再每其该此")
_ALSO = {
    "覆": "履", "踌": "筹", "糸": "系", "攻": "政", "没": "设", "汾": "纷", "甲": "用", "计": "讲",
    "壬": "任", "己": "已", "末": "未", "侓": "律", "亮": "量", "敘": "序",
}  # fmt: skip
"""Shapes that typing and scanned pages mix up, beyond the table's own."""


def core_slips(
    text: str, spelling: Spelling, core: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and the right word of each slip in a text."""
    for run in _HAN.finditer(text):
        words = run.group()
        for at in range(len(words) - 1):
            right = _meant(words, at, spelling, core)
            if right is not None:
                start = run.start() + at
                yield start, start + 2, right


def _meant(words: str, at: int, spelling: Spelling, core: frozenset[str]) -> str | None:
    printed = words[at : at + 2]
    if printed[0] in _SMALL or printed[1] in _SMALL:
        return None
    if _known(printed, spelling, core) or printed in spelling.seen:
        return None
    for place in (0, 1):
        sign = printed[place]
        for other in (*spelling.alike.get(sign, ()), _ALSO.get(sign, "")):
            word: str = other + printed[1] if place == 0 else printed[0] + other
            if word in core and _stands_alone(words, at, spelling, core):
                return word
    return None


def _known(word: str, spelling: Spelling, core: frozenset[str]) -> bool:
    return word in spelling.common or word in core or word in spelling.words


def _stands_alone(words: str, at: int, spelling: Spelling, core: frozenset[str]) -> bool:
    """A word ends before it and one begins after it, and none reaches into it."""
    if at and _known(words[at - 1 : at + 1], spelling, core):
        return False
    if _known(words[at + 1 : at + 3], spelling, core):
        return False
    before, after = words[max(0, at - 2) : at], words[at + 2 : at + 4]
    begins = not before or before[-1] in _SMALL or _known(before, spelling, core)
    return begins and (not after or after[0] in _SMALL or _known(after, spelling, core))
