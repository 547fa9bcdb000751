"""What the bare wording of two figures says: words on end, the thing, the deed, a name in quotes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.check.meanings import DEEDS
from lawdraft.check.naming import people_in
from lawdraft.check.telling import AVERAGE
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from lawdraft.check.mentions import Mention

LONGEST_RUN = 4  # characters on end beyond two: 镇政府法律顾问 is as good as a name
LIKE = 0.6  # of a name's characters: 法治夜巡 and 法治进社区 have half


def run(one: Mention, other: Mention) -> float:
    """How many characters on end of one's words the other has, pair by pair: 1 for a whole name."""
    pairs, longest, so_far = han_pairs(other.words), 0, 0
    for at in range(len(one.words) - 1):
        so_far = so_far + 1 if one.words[at : at + 2] in pairs else 0
        longest = max(longest, so_far)
    return max(min(longest - 1, LONGEST_RUN), 0) / LONGEST_RUN


def within(one: Mention, other: Mention) -> float:
    """How much of the thing printed with one number the other's words have: 目录项目 of 项目列入目录."""
    thing = {sign for sign in one.told.figure.thing or "" if sign >= "一"}
    return len(thing & other.signs) / len(thing) if len(thing) > 2 else 0.0


def other_deed(one: Mention, other: Mention) -> bool:
    """Whether another deed was counted: 培训124人次, 咨询412人次."""
    if one.told.unit in ("人", "%"):
        return False
    a, b = one.pairs & DEEDS, other.pairs & DEEDS
    return bool(a and b) and a.isdisjoint(b)


def other_people(one: Mention, other: Mention) -> bool:
    """Whether two averages are of two groups: 执法人员人均14件, 调解员人均11件."""
    if not one.told.measure == other.told.measure == AVERAGE:
        return False
    a, b = people_in(one.words), people_in(other.words)
    return bool(a and b) and a.isdisjoint(b)


def two_quoted(one: Mention, other: Mention) -> bool:
    """Whether each is of an activity that has a name, and these have little in common."""
    return any(_apart(x, y) for x in one.quoted for y in other.quoted) and not (
        one.quoted & other.quoted
    )


def _apart(one: str, other: str) -> bool:
    return len(set(one) & set(other)) <= LIKE * min(len(one), len(other))


@lru_cache(maxsize=8192)
def slipped(one: float, other: float) -> bool:
    """Whether a slip of the finger makes one of the other: 827 and 872."""
    a, b = f"{one:g}", f"{other:g}"
    return len(a) == len(b) >= 2 and sorted(a) == sorted(b)


@lru_cache(maxsize=8192)
def mistyped(one: float, other: float) -> bool:
    """Whether one wrong digit makes one of the other: 66 and 76."""
    a, b = f"{one:g}", f"{other:g}"
    return len(a) == len(b) >= 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1
