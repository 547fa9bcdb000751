"""One office holder under two names that a character sets apart, one person in two offices."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from lawdraft.check.persons import Mention, Post, changes_hands, mentions_of, one_apart, same_unit
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_MANY = frozenset(
    ("调解员", "网格员", "法律明白人", "民警", "辅警", "社工", "讲师", "法官", "检察官")
)
"""Held by so many that two names alike are two people: brothers often are mediators both."""
_CALLINGS = frozenset(("律师", "法律顾问", "法官", "检察官", "民警"))
_COUNSEL = frozenset(("律师", "法律顾问"))
_HEADS = frozenset(("所长", "院长", "庭长", "局长", "校长", "检察长"))
"""Nobody is head of two such: 司法所所长 and 派出所所长."""
_ORGANS = frozenset(("检察长", "院长", "局长", "校长", "庭长"))
"""Heads of different organs."""
_LED = frozenset(("所长", "队长", "大队长", "中队长", "院长", "站长", "校长", "局长", "庭长"))
"""Offices named after the unit they lead: 司法所所长."""
_SEATS = _HEADS | {"队长", "大队长", "站长", "主任"}
_HATS = frozenset(("书记", "主席", "主任", "会长"))
"""Offices that many hold more than one of."""
_COMMITTEE = re.compile(r"(?:党委|党工委)\Z")
_TOLD = 2  # characters of a unit's name that tell which one it is


def check(reading: Reading) -> Iterator[Finding]:
    """Each later mention that an earlier one contradicts, once."""
    named = mentions_of(reading.text, reading.knowledge.spelling.common)
    moved = {one.name for one in named if _passes(reading, one)}
    told: set[int] = set()
    for one, other in combinations(named, 2):
        if other.start in told or {one.name, other.name} & moved:
            continue
        message = _asked(one, other)
        if message:
            told.add(other.start)
            span = (other.start, other.end)
            yield reading.finding(ID, "warning", message, *span, other=(one.start, one.end))


def _asked(one: Mention, other: Mention) -> str:
    """What to ask of two mentions; "" where they agree or are of two people."""
    if one.name == other.name:
        pair = next(((a, b) for a in one.posts for b in other.posts if _apart(a, b)), None)
        if pair is None or _held(pair[0], other) or _held(pair[1], one):
            return ""
        first, second = (_title(post) for post in pair)
        return f"前面写“{first}{one.name}”，这里写“{second}{other.name}”，同一个人的职务不一致，请核对。"
    alike = one_apart(one.name, other.name)
    pairs = [(a, b) for a in one.posts for b in other.posts]
    if alike and any(_same(a, b) and _within(a.unit, b.unit) for a, b in pairs):
        return f"前面写“{one.name}”，这里写“{other.name}”，同一职务的姓名差一个字，请核对。"
    if any(_same_seat(a, b) for a, b in pairs):
        return f"前面写“{one.name}”，这里写“{other.name}”，同一职务的姓名不一致，请核对。"
    return ""


def _within(one: str, other: str) -> bool:
    """Whether one unit may be the other told shorter: 河口司法所 and 司法所, no other town's."""
    return one.endswith(other) or other.endswith(one)


def _same_seat(one: Post, other: Post) -> bool:
    """Whether both are the one head of a unit told by its name; the town's own are foreign_place's."""
    if one.vice or one.post not in _SEATS or not _same(one, other):
        return False
    return min(len(one.unit), len(other.unit)) >= _TOLD and (
        one.unit.endswith(other.unit) or other.unit.endswith(one.unit)
    )


def _same(one: Post, other: Post) -> bool:
    """Whether two posts are one, held by one person at a time."""
    if one.post in _MANY or one.vice != other.vice or not same_unit(one.unit, other.unit):
        return False
    return _office(one.post) == _office(other.post) or {one.post, other.post} <= _COUNSEL


def _apart(one: Post, other: Post) -> bool:
    """Whether nobody holds both: head and deputy of one unit, heads of two, judge and prosecutor."""
    if one.post in _CALLINGS and other.post in _CALLINGS:
        return one.post != other.post and not {one.post, other.post} <= _COUNSEL
    if {one.post, other.post} <= _ORGANS and one.post != other.post:
        return not (one.vice or other.vice)
    if {_leads(one), _leads(other)} == {"书记", "长"}:
        return True
    if _office(one.post) != _office(other.post) or one.post in _MANY:
        return False
    if one.vice != other.vice:
        told = one.unit == other.unit or (one.unit and other.unit) or one.post not in _HATS
        return bool(told) and same_unit(one.unit, other.unit)
    return one.post in _HEADS and not same_unit(one.unit, other.unit)


def _leads(post: Post) -> str:
    """书记 of the town's party committee, 长 of its government; "" for another seat."""
    if post.vice:
        return ""
    if post.post == "书记" and _COMMITTEE.search(post.unit):
        return "书记"
    chief = post.post in ("镇长", "乡长") or post.unit.endswith("办事处")
    return "长" if chief and post.post != "书记" else ""


def _office(post: str) -> str:
    return "书记" if post.endswith("书记") else post


def _held(post: Post, other: Mention) -> bool:
    """Whether the other mention names this post too: 所长兼… beside it."""
    return any(post == each for each in other.posts)


def _title(post: Post) -> str:
    led = post.post[:-1] if post.unit and post.post in _LED else ""
    return f"{post.unit}{led}{'副' if post.vice else ''}{post.post}"


def _passes(reading: Reading, one: Mention) -> bool:
    span = reading.sentence_at(one.start)
    lead = re.split(r"[；]", reading.text[span.start : one.start])[-1]
    return changes_hands(lead[-24:] + reading.text[one.end : min(span.end, one.end + 24)])


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("司法所所长李桂兰牵头调解。\n司法所所长李桂蓝作了案例讲解，" + _TAIL),
    Example("镇司法所所长谢春生带队。\n司法所副所长谢春生牵头宣讲，" + _TAIL),
)
CLEAN = (
    Example("司法所所长李桂兰牵头调解。\n派出所所长李桂蓝作了案例讲解，" + _TAIL),
    Example("镇司法所所长谢春生带队。\n原司法所副所长谢春生现任所长，" + _TAIL),
    Example("调解员彭树林、彭树森兄弟义务调解。\n调解员彭树林作了案例讲解，" + _TAIL),
)
