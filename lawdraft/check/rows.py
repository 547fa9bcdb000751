"""Rows of figures: the words that open one, the labels within, and whether its parts overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Figure

LIKE = 0.2  # how far a row may be from a number before it and still be meant as its parts
LABEL = re.compile(
    r"[，：:；、（]?(?:其中)?(?P<label>[A-Za-zⅠ-Ⅳ一-鿿]{1,7}?)(?:有|为|共|占|各)?[：:]?"
)
"""What stands between two parts of a row: a sign and a label."""
AMONG = re.compile(
    r"(?<=[名人件起次份个家户场元条处项所支类宗例亩吨期篇台辆位册批])（(?=[一-鿿]{1,8}\d)|其中|包括|涉及|包含|涵盖|分别(?:为|是)|含|即"
)
"""What opens the row of a total told before it."""
_KINDS = tuple(
    re.compile(words)
    for words in (
        r"老年|老人|青少年|儿童|未成年|学生|岁以[上下]",
        r"女|妇",
        r"党员",
        r"退役|退伍|军人",
        r"农民工|务工",
        r"残疾",
        r"少数民族|族",
        r"学历|大专|本科|持证|取得",
        r"代表|委员",
        r"低保|困难|贫困",
    )
)
"""What one person may be at once: of different kinds they add up to no total."""


def overlapping(reading: Reading, place: int, parts: Sequence[Figure]) -> bool:
    """党员34人、女性29人、退役军人11人: one person may be all of them."""
    kinds = set()
    for part in parts:
        words = reading.text[place : part.start]
        kinds.add(next((i for i, kind in enumerate(_KINDS) if kind.search(words)), -1))
        place = part.end
    told = re.search(r"交叉|重复|兼", reading.text[place : place + 8])
    return bool(told) or len(kinds - {-1}) >= 2
