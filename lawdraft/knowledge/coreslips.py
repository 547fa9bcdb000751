"""Two-character words of such reports with one character of the same sound or shape: 惩制, 萌牙.

Only where both neighbours are words of their own: 知晓率 holds no slip of 效率.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lawdraft.knowledge.spelling import Spelling

_SMALL = frozenset("的了和与及并在对将为以等把被从向于我各全共均已未不更再每其该此")
_ALSO = {
    "履": "覆屦", "筹": "踌", "系": "糸", "政": "攻", "设": "没", "纷": "汾份", "用": "甲", "讲": "计", "任": "壬",
    "已": "己", "未": "末", "律": "侓津", "量": "亮", "序": "敘", "纠": "钩纣", "围": "为", "育": "肓", "患": "悲惠",
    "彻": "澈", "决": "快诀", "网": "纲", "析": "折", "诉": "拆", "维": "唯", "织": "职识", "检": "捡", "督": "睹", "普": "谱",
    "范": "犯", "规": "归", "协": "胁", "矛": "予", "盾": "遁", "仲": "冲", "裁": "栽", "核": "该", "宣": "宜", "贯": "惯",
}  # fmt: skip
"""Shapes that typing and scanned pages mix up, beyond the table's own: right → wrong."""


@dataclass(frozen=True)
class CoreSlips:
    """Misspelt words with the right ones, and the words that may stand beside them."""

    slips: Mapping[str, str]
    known: frozenset[str]

    def find(self, text: str, places: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Start, end and the right word of each slip that begins at one of the places."""
        for at in places:
            right = self.slips.get(text[at : at + 2])
            if right is not None and self._stands_alone(text, at):
                yield at, at + 2, right

    def _stands_alone(self, text: str, at: int) -> bool:
        """A word ends before it and one begins after it, and none reaches into it."""
        known = self.known
        if text[max(0, at - 1) : at + 1] in known or text[at + 1 : at + 3] in known:
            return False
        before, after = text[max(0, at - 2) : at], text[at + 2 : at + 4]
        begins = not _is_han(before[-1:]) or before[-1] in _SMALL or before in known
        return begins and (not _is_han(after[:1]) or after[0] in _SMALL or after in known)


def _is_han(sign: str) -> bool:
    return "一" <= sign <= "鿿"


def core_slips(spelling: Spelling, core: frozenset[str]) -> CoreSlips:
    """The tables for a list of words; some 20 ms."""
    known = spelling.common | spelling.words | core
    slips: dict[str, str] = {}
    for word in sorted(core):
        first, second = word[0], word[1]
        for sign in _alike(first, spelling) if second not in _SMALL else ():
            slips.setdefault(sign + second, word)
        for sign in _alike(second, spelling) if first not in _SMALL else ():
            slips.setdefault(first + sign, word)
    right = known | spelling.seen
    return CoreSlips({wrong: word for wrong, word in slips.items() if wrong not in right}, known)


def taken_for(spelling: Spelling) -> dict[str, frozenset[str]]:
    """For each character those it is taken for: of like sound, of like shape."""
    found = dict(spelling.alike)
    for right, wrong in _ALSO.items():
        for sign in wrong:
            found[sign] = found.get(sign, frozenset()) | {right}
            found[right] = found.get(right, frozenset()) | {sign}
    return found


def _alike(sign: str, spelling: Spelling) -> frozenset[str]:
    """Characters taken for this one; small words, that stand everywhere, are none."""
    if sign in _SMALL:
        return frozenset()
    return (spelling.alike.get(sign, frozenset()) | frozenset(_ALSO.get(sign, ""))) - _SMALL
