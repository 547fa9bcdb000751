"""A count that is spoken of again by its name, and a time limit told twice.

71项赋权事项中… speaks of all that were counted before: 承接赋权事项74项.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from lawdraft.check.counting import GENERIC, agree
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.rules.contradiction import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.check.telling import Telling
    from lawdraft.model.finding import Finding

ID = "contradiction"
SAYS = 4  # characters of a name that say what is counted
MATTER = 3  # characters that two limits must share
_BACK = re.compile(r"(?P<name>[一-鿿]{4,12}?)(?:当中|之中|中(?![心小队学层])|里(?!面|程))")
_ONLY_ALL = re.compile(
    r"(?:全年|年内|今年|今年以来|本年度?|目前|全[镇乡]|全街道|我[镇乡]|街道|现有|已有|共|累计|受理|承接|承办|接收|收到|排查|登记|在|对|从|的|了){0,5}"
)
_FILLED = re.compile(r"(?:全年|共|共有|总计|合计|达到?|为|现有|已){1,3}\Z")
_KINDS = ("纠纷", "案件", "事项", "问题", "任务", "人员", "诉求", "工单", "隐患", "项目")
_FRAME = frozenset(("领导", "其中", "进企业", "进校园"))
_LIMIT = re.compile(
    r"(?:压缩|缩短|压减|缩减|减少|精简|压降|控制)(?:至|到|为|在)(?P<days>\d+)个?(?P<unit>工作日|天|日|小时)"
)
_MATTER = re.compile(
    r"(?P<matter>[一-鿿]{3,20}?)(?:的|平均|审批|办理|办结|审核|处置|处理|答复|承诺)*(?:时限|时间|周期|期限)"
)
_OTHER_TIME = re.compile(r"去年|上年|明年|下一步|力争|目标|争取|计划|法定")


def check(reading: Reading) -> Iterator[Finding]:
    """Each at its later place."""
    yield from _spoken_of_again(reading)
    yield from _limits(reading)


def _spoken_of_again(reading: Reading) -> Iterator[Finding]:
    for told in reading.tellings:
        back = _BACK.match(told.behind) if _ONLY_ALL.fullmatch(told.left) else None
        if back is None or back["name"] in GENERIC:
            continue
        named = [each for each in reading.tellings if _counts(each, told, back["name"])]
        if named and not _told_already(reading, told):
            before = named[0]
            if before.figure.start < told.figure.start and before.sentence != told.sentence:
                yield asked(reading, before.figure, told.figure, sure=True)


def _told_already(reading: Reading, told: Telling) -> bool:
    """Whether the number stands before: 化解95件 that 95件纠纷中 speaks of."""
    before = (each for each in reading.tellings if each.figure.start < told.figure.start)
    return any(each.unit == told.unit and agree(each.figure, told.figure) for each in before)


def _counts(each: Telling, told: Telling, name: str) -> bool:
    """Whether a telling counts what another names again."""
    if each is told or each.figure.role == "rate" or each.unit != told.unit:
        return False
    if each.scope - _FRAME != told.scope - _FRAME:
        return False
    if each.act in ("新", "育", "结") or told.act not in ("", "收", each.act):
        return False
    left = _FILLED.sub("", each.left).removeprefix("其中")
    kind = name.removeprefix(left) if len(left) >= SAYS else ""
    return left.endswith(name) or each.behind.startswith(name) or kind in _KINDS


def _limits(reading: Reading) -> Iterator[Finding]:
    """时限压缩至18个工作日 and 压缩至15个工作日 for one matter."""
    for one, other in combinations(_LIMIT.finditer(reading.text), 2):
        if one["unit"] != other["unit"] or one["days"] == other["days"]:
            continue
        if reading.sentence_at(one.start()) == reading.sentence_at(other.start()):
            continue
        if _of_one_matter(reading, one, other):
            yield reading.finding(
                ID,
                "warning",
                f"前面写{one.group()}，这里写{other.group()}，说的像是同一个时限，请核对。",
                other.start(),
                other.end(),
                other=one.span(),
            )


def _of_one_matter(reading: Reading, one: re.Match[str], other: re.Match[str]) -> bool:
    here, there = _sentence_to(reading, one.start()), _sentence_to(reading, other.start())
    if _OTHER_TIME.search(here + there) or reading.in_plan(other.start()):
        return False
    a, b = _matter(here), _matter(there)
    if not (a or b):
        return False
    first = a or _paragraph_to(reading, one.start())
    second = b or _paragraph_to(reading, other.start())
    few, many = sorted((first, second), key=len)
    return any(few[at : at + MATTER] in many for at in range(len(few) - MATTER + 1))


def _matter(sentence: str) -> str:
    """What the last limit of a sentence is for; "" where it only says 办理时限."""
    clauses = re.split(r"[，；]", sentence)
    found = _MATTER.search(clauses[-1]) or (len(clauses) > 1 and _MATTER.search(clauses[-2]))
    return found["matter"] if found and not re.match(r"办理|审批|平均", found["matter"]) else ""


def _sentence_to(reading: Reading, place: int) -> str:
    return reading.text[reading.sentence_at(place).start : place]


def _paragraph_to(reading: Reading, place: int) -> str:
    return reading.text[reading.text.rfind("\n", 0, place) + 1 : place]


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("承接市级赋权事项74项。\n71项赋权事项中实际办案的不多，" + _TAIL),
    Example("建房审批时限压缩至18个工作日。\n建房审批时限压缩至15个工作日，" + _TAIL),
)
CLEAN = (
    Example("承接市级赋权事项74项。\n74项赋权事项中实际办案的不多，" + _TAIL),
    Example("建房审批时限压缩至18个工作日。\n临时救助审批时限压缩至15个工作日，" + _TAIL),
)
