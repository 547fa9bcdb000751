"""What the other figures of a report say to two that may be of one count.

Words that no figure but these two has, tell much; and where each of the two numbers is told once
more in the same words, both are right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.check.mentions import Mention, Rarity

_AS_MUCH = 0.7  # of what the two share: a third mention that shares it is as near
_SAME_UNIT = {
    "份": "件", "条": "件", "项": "件", "宗": "件", "个": "件", "套": "件", "台": "件", "部": "件", "辆": "件", "栋": "件",
    "幢": "件", "支": "件", "间": "件", "期": "次", "堂": "次", "节": "次", "课": "次", "讲": "次", "株": "棵", "户": "家",
}  # fmt: skip

_HELD = re.compile(
    r"[^，。；的]{0,6}?(?:专场|讲座|活动|演出|场次|课堂?(?!题)|培训班)"
)  # 28个普法专场


class Among:
    """The figures of a report in rows of one unit, by their words and by their numbers."""

    def __init__(self, figures: Sequence[Mention], rarity: Rarity) -> None:
        self.rarity = rarity
        self.rows: dict[str, list[Mention]] = defaultdict(list)
        self._equal: dict[tuple[str, float], list[Mention]] = defaultdict(list)
        for each in figures:
            row = row_of(each)
            self.rows[row].append(each)
            self._equal[row, each.number].append(each)

    def theirs(self, one: Mention, other: Mention) -> frozenset[str]:
        """The pairs of characters that both have, and no figure with a third number."""
        both = one.pairs & other.pairs
        a, b = one.number, other.number
        for each in self.rows[row_of(one)]:
            if not both.isdisjoint(each.pairs) and each.number not in (a, b):
                both -= each.pairs
                if not both:
                    break
        return both

    def told_again(self, one: Mention, other: Mention, shared: float) -> bool:
        """Whether a third figure has the number of one and as many of its words as the other has."""
        return any(
            each.told is not one.told
            and each.told is not other.told
            and each.told.sentence != one.told.sentence
            and self.rarity.sum(each.pairs & one.pairs) > _AS_MUCH * shared
            for each in self._equal[row_of(one), one.number]
        )


def row_of(mention: Mention) -> str:
    """The unit it is compared in: 份 and 宗 as 件, 28个普法专场 as 次."""
    return _row(mention.told.figure.unit or "", mention.told.unit, mention.told.behind)


@lru_cache(maxsize=4096)
def _row(printed: str, unit: str, behind: str) -> str:
    if printed == "个" and _HELD.match(behind):
        return "次"
    return _SAME_UNIT.get(unit, unit)
