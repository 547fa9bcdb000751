"""One thing with two places, makers or partners: 86名学生走进县法院旁听, 86名学生走进县检察院旁听."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.denials import denials
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sameness import NTH, villages
from lawdraft.check.slots import BY, FROM, HOLDER, SITE, WHERE, slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.check.slots import Slot
    from lawdraft.model.finding import Finding

ID = "contradiction"
_LATER = re.compile(
    r"力争|计划|预计|拟|争取|确保|明年|来年|下一年|去年|上年|往年|前年|每年|[又另再]|20\d\d年前"
)
_LOOKS_BACK = re.compile(
    r"延续|巩固|总结|用好|发挥|依托|扩大|擦亮|办好|运用|借鉴|以来|的(?:做法|经验|影响|作用|模式)|已"
)
_LEVEL = re.compile(r"全[国省市县区](?!委)|[国省市县区](?=级)")
_SAYS = {
    "where": "地点",
    "site": "地点",
    "from": "原址",
    "by": "负责单位",
    "with": "合作单位",
    "holder": "获评对象",
}
MAYBE, SURE = 1, 2
RARE = 2  # sentences of the report in which what only one thing is called by stands
FEW, MANY = 3, 4  # such pairs of characters that tell one thing
LONG = 4  # characters of what is done, with how often
COVERED, MOST = 0.6, 0.75  # of the shorter telling


def check(reading: Reading) -> Iterator[Finding]:
    """Each later place that an earlier one denies."""
    told = [slot for slot in slots(reading) if _of_now(reading, slot)]

    def at_odds(one: Slot, other: Slot) -> bool:
        if one.kind != other.kind or one.verb[-2:] != other.verb[-2:] or _one_fill(one, other):
            return False
        return not _apart(one, other) and _one_thing(reading, one, other) >= MAYBE

    for one, other in denials(reading, told, at_odds):
        yield reading.finding(
            ID,
            "warning" if _one_thing(reading, one, other) >= SURE else "note",
            f"前面写“{one.fill}”，这里写“{other.fill}”，说的像是同一件事的{_SAYS[other.kind]}，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _of_now(reading: Reading, slot: Slot) -> bool:
    if _LATER.search(slot.clause):
        return False
    return not reading.in_plan(slot.start) or bool(_LOOKS_BACK.search(slot.frame))


def _one_fill(one: Slot, other: Slot) -> bool:
    """Whether both name the same: by a word of both, or one short for the other."""
    if one.fills & other.fills or one.fill in other.frame or other.fill in one.frame:
        return True
    few, many = sorted((one.fill, other.fill), key=len)
    rest = iter(many)
    return all(sign in rest for sign in few)


def _apart(one: Slot, other: Slot) -> bool:
    """Whether a day, a month, a level, a village or which of a row tells them apart."""
    for a, b in (
        (one.days, other.days),
        (one.months, other.months),
        (one.names, other.names),
        (set(NTH.findall(one.frame)), set(NTH.findall(other.frame))),
        (set(_LEVEL.findall(one.frame)), set(_LEVEL.findall(other.frame))),
        (villages(one.clause), villages(other.clause)),
    ):
        if a and b and not a & b:
            return True
    return False


def _one_thing(reading: Reading, one: Slot, other: Slot) -> int:
    """How surely both tell one thing: by number, day, name or a deed done once, and by rare words."""
    shared = one.pairs & other.pairs
    rare = sum(reading.rarity.sentences[pair] <= RARE for pair in shared)
    if one.kind == HOLDER:
        return SURE * ((one.only or other.only) and rare >= MANY)
    covered = len(shared) / (min(len(one.own), len(other.own)) or 1)
    number, day = one.numbers & other.numbers, one.days & other.days
    if one.kind == BY and ((rare >= FEW and covered >= MOST) or (number and _by(one, other, rare))):
        return SURE
    told = (number, one.names & other.names, one.deeds & other.deeds)
    anchors = sum(map(bool, (day, *told))) + (one.kind == FROM)
    if (anchors > 1 and rare >= FEW) or (anchors == 1 and rare >= MANY and covered >= COVERED):
        often = one.kind == WHERE and not (day or one.months & other.months)
        return MAYBE if often else SURE  # a number, a name may be of each of two villages
    return MAYBE * (one.kind == SITE and rare >= MANY and covered >= COVERED)


def _by(one: Slot, other: Slot, rare: int) -> bool:
    """Whether what is done by two is done alike: 逐月调度; else a word more must tell it."""
    return rare >= (1 if one.verb == other.verb and len(one.verb) >= LONG else FEW)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("8月举办夏令营，86名学生走进县法院旁听。\n8月夏令营86名学生走进县检察院旁听，" + _TAIL),
    Example("分解任务33项，由镇党政办公室逐月调度。\n年度33项任务由镇司法所逐月调度，" + _TAIL),
    Example("由老印染厂厂房改建的河湾法治公园。\n依托重型机械厂老厂房建成河湾法治公园，" + _TAIL),
)
CLEAN = (
    Example(
        "8月举办夏令营，86名学生走进县法院旁听。\n9月举办研学，42名学生走进县检察院旁听，" + _TAIL
    ),
    Example("分解任务33项，由镇党政办公室逐月调度。\n安全隐患26处由镇应急办逐月调度，" + _TAIL),
    Example("由老印染厂厂房改建的河湾法治公园。\n依托重型机械厂老厂房建成党建展馆，" + _TAIL),
)
