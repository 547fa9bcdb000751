"""Characters that a PDF names as radicals of a dictionary, back to the characters they are.

A font draws ⼈ (U+2F08) and 人 with one glyph; programs that write PDF may name the glyph by
either. Unicode gives the character for every Kangxi radical (U+2F00–2FDF), and for two only of
the supplement (U+2E80–2EFF): the simplified forms that stand alone as characters are named here.
"""

from __future__ import annotations

import unicodedata
from functools import cache

FIRST, LAST = "\u2e80", "\u2fdf"
_SUPPLEMENT = {
    "⺒": "巳", "⺓": "幺", "⺝": "月", "⺠": "民", "⺫": "目", "⺬": "示", "⻁": "虎", "⻄": "西",
    "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青", "⻙": "韦",
    "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
    "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻬": "齐", "⻮": "齿", "⻰": "龙",
}  # fmt: skip


def as_character(sign: str) -> str:
    """The character that a radical stands for; any other sign as it is."""
    return _of_radical(sign) if FIRST <= sign <= LAST else sign


@cache
def _of_radical(sign: str) -> str:
    return _SUPPLEMENT.get(sign) or unicodedata.normalize("NFKC", sign)
