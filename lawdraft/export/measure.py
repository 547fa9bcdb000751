"""How wide characters are: whole, half, and the quarter between Chinese and the rest.

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


GAP = 0.25  # em between a Chinese and a Latin character (Word, WPS, LibreOffice)
HALF = 0.5


@lru_cache(maxsize=8192)
def is_wide(character: str) -> bool:
    """Whether a character takes a whole em: Chinese, full-width marks, and “ ” ‘ ’ — … ·."""
    return unicodedata.east_asian_width(character) in "WFA"


@lru_cache(maxsize=8192)
def is_latin(character: str) -> bool:
    """Whether the quarter gap stands between it and Chinese: letters and digits of any kind."""
    return not is_wide(character) and not character.isspace()


def em_width(text: str) -> float:
    """Width in characters of one size, gaps included: 2026年 → 3.25."""
    width = sum(1.0 if is_wide(c) else HALF for c in text)
    return width + GAP * gaps(text)


def gaps(text: str) -> int:
    """How many quarter gaps stand in a text."""
    return sum(has_gap(a, b) for a, b in itertools.pairwise(text))


def has_gap(before: str, after: str) -> bool:
    """Whether a quarter em stands between two characters: 年2, not between ， and 2."""
    return (is_ideograph(before) and is_letter(after)) or (
        is_letter(before) and is_ideograph(after)
    )


@lru_cache(maxsize=8192)
def is_ideograph(character: str) -> bool:
    """Chinese writing, no punctuation."""
    return is_wide(character) and unicodedata.category(character)[0] in "LN"


@lru_cache(maxsize=8192)
def is_letter(character: str) -> bool:
    """Latin letters and digits, and what goes with them."""
    return not is_wide(character) and not character.isspace()
