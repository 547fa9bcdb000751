"""How wide characters are: whole, half, and the gap between Chinese and the rest.

Every full-width glyph of every Chinese font is 1 em wide. The half-width ones of 仿宋_GB2312,
楷体_GB2312, 黑体 and 宋体 are 1/2 em; other fonts may be given as a table of widths.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.pages import FontRole


@dataclass(frozen=True, eq=False)
class Widths:
    """Em widths of half-width glyphs by face; the same table is the same object."""

    faces: Mapping[FontRole, Mapping[str, float]]


def make_widths(faces: Mapping[FontRole, Mapping[str, float]]) -> Widths:
    """The table of these widths, made once, so that broken lines can be kept by it."""
    return _widths(tuple((role, tuple(sorted(row.items()))) for role, row in sorted(faces.items())))


@lru_cache(maxsize=8)
def _widths(rows: tuple[tuple[FontRole, tuple[tuple[str, float], ...]], ...]) -> Widths:
    return Widths({role: dict(row) for role, row in rows})


GAP = 0.2  # em between Chinese and Latin as LibreOffice sets it; Word's is 1/4
HALF = 0.5


@lru_cache(maxsize=8192)
def is_wide(character: str) -> bool:
    """Whether a character takes a whole em: Chinese, full-width marks, and “ ” ‘ ’ — … ·."""
    return unicodedata.east_asian_width(character) in "WFA"


@lru_cache(maxsize=8192)
def is_latin(character: str) -> bool:
    """Whether a character is set with the Latin ones: letters, digits, μg, 3·15, 12×4, 20℃."""
    code = ord(character)
    return code < 0x250 or 0x370 <= code < 0x530 or 0x2100 <= code <= 0x214F


FOLLOWERS = frozenset("—‰′″")  # set like what stands before them: 5‰, 45′12″, 98%——


def em_width(text: str) -> float:
    """Width in characters of one size, gaps included: 2026年 → 3.25."""
    width = sum(1.0 if is_wide(c) else HALF for c in text)
    return width + GAP * gaps(text)


def gaps(text: str) -> int:
    """How many such gaps stand in a text."""
    return sum(has_gap(a, b) for a, b in itertools.pairwise(text))


def has_gap(before: str, after: str) -> bool:
    """Whether a gap stands between two characters: 年2, not between ， and 2 nor 年 and %."""
    if is_latin(before) == is_latin(after):
        return False
    return before.isalnum() and after.isalnum()


_LETTERS = (  # thousandths of an em: FandolFang, which stands for 仿宋 where there is none
    "!278 #833 %833 &781 '278 (389 )389 +778 ,278 -333 .278 :278 ;278 <778 =778 >778 ?472 "
    "@778 A739 B703 C722 D758 E675 F647 G782 H739 I350 J508 K767 L619 M906 N739 O778 P675 "
    "Q778 R731 S556 T722 U739 V739 W1017 X739 Y739 Z611 [278 ]278 ^611 _778 a489 b561 c444 "
    "d561 e444 f306 h561 i283 j311 k533 l283 m839 n561 p561 q533 r392 s394 t389 u561 v533 "
    "w728 x533 y533 z446 |278 ~611"
)
PROPORTIONAL = {" ": 0.333, **{each[0]: int(each[1:]) / 1000 for each in _LETTERS.split()}}
FACES: tuple[FontRole, ...] = ("fang", "kai", "hei", "song", "title", "latin")
BOTH_KINDS = (None, make_widths(dict.fromkeys(FACES, PROPORTIONAL)))
"""What fitting must hold for: Latin letters of 1/2 em, and of many widths."""
