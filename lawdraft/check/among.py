"""What the other figures of a report say to two that may be of one count.

Words that no figure but these two has, tell much; and where each of the two numbers is told once
more in the same words, both are right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.check.mentions import Mention, Rarity

_AS_MUCH = 0.7  # of what the two share: a third mention that shares it is as near
_SAME_UNIT = {"份": "件", "条": "件", "项": "件", "宗": "件", "个": "件", "期": "次"}


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
        for each in self.rows[row_of(one)]:
            if each.number not in (one.number, other.number) and not both.isdisjoint(each.pairs):
                both -= each.pairs
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
    """The unit it is compared in: 份 and 宗 as 件."""
    return _SAME_UNIT.get(mention.told.unit, mention.told.unit)
