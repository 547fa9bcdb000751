"""One duty or meeting held on two days of the week or the month: 每周五“法治夜巡”, 每周三的“法治夜巡”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.rules.how_often import Rhythm, bare, bodies_of, of_one_thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_WEEKDAY = r"(?:周|星期|礼拜)?[一二三四五六日天](?![个次场期到])"
_DAY = re.compile(
    rf"每逢?(?:(?:周|星期|礼拜)(?P<week>[一二三四五六日天](?:(?:[、和及至到—-]|、?每?(?=周)){_WEEKDAY})*)"
    r"|个?月的?(?P<month>\d{1,2}[日号](?:[、和及至—-]\d{1,2}[日号])*))(?:[上下]午|晚上?|夜间|当天|固定|定期|均|都|为|是|定为)*"
)
_SEVERAL = re.compile(r"[至到—-]")
_QUOTED = re.compile(r"“([^”]{2,12})”")
_MOVED = re.compile(
    r"改为|改到|改在|调整|原来|由每|从每|以往|去年|明年|下一步|轮值|轮流|每周[^，]*每周"
)
_DOER = re.compile(
    r"副?书记|副?[镇乡]长|主任|主席|律师|顾问|民警|法官|检察官|班子|司法所|派出所|[一-鿿]{2}队|[一-鿿]{2}局|志愿者|网格员|调解员|医生|村干部|老干部"
)
_ATTENDS = re.compile(r"参加|主持|出席|到会|准时")
_PLACE = re.compile(r"[一-鿿](?:村|社区)")
TELLS = 3  # characters that tell a thing without a name


class _Held(NamedTuple):
    told: Rhythm
    days: frozenset[str]
    names: frozenset[str]
    doers: frozenset[str]  # 镇长参加每周一的例会: none, he only takes part
    here: bool  # not of a village
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later day that an earlier one denies."""
    held = [each for found in _DAY.finditer(reading.text) if (each := _held(reading, found))]
    for one, other in denials(reading, held, _at_odds):
        before, after = reading.text[one.start : one.end], reading.text[other.start : other.end]
        yield reading.finding(
            ID,
            "warning",
            f"前面写“{before}”，这里写“{after}”，说的像是同一件事，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _held(reading: Reading, found: re.Match[str]) -> _Held | None:
    """What is held on which days; None for spans of days, what is planned or was moved."""
    days = found["week"] or found["month"]
    span = reading.sentence_at(found.start())
    lead = reading.text[span.start : found.start()]
    clause = re.split(r"[，；：、]", lead)[-1]
    behind = re.split(r"[，；。、：（]", reading.text[found.end() : span.end])[0]
    words = f"{clause}#{behind}"
    if _SEVERAL.search(days) or reading.in_plan(found.start()) or _MOVED.search(clause + behind):
        return None
    what = _ATTENDS.sub("", bare(words))
    told = Rhythm(days[-1], bodies_of(words), what, lead, 0, 0)
    return _Held(
        told,
        frozenset(re.findall(r"\d+" if found["month"] else "[一二三四五六日天]", days)),
        frozenset(_QUOTED.findall(words)),
        frozenset() if behind[:1] == "的" else frozenset(_DOER.findall(words)),
        _PLACE.search(words) is None,
        found.start(),
        found.end() + len(behind),
    )


def _at_odds(one: _Held, other: _Held) -> bool:
    """Whether both tell of one thing, and no day is in both."""
    if one.days & other.days or one.here != other.here or _of_month(one) != _of_month(other):
        return False
    if one.names & other.names:
        return True
    if one.names or other.names or (one.doers ^ other.doers):
        return False
    return min(len(one.told.what), len(other.told.what)) >= TELLS and of_one_thing(
        one.told, other.told
    )


def _of_month(each: _Held) -> bool:
    return any(day.isdigit() for day in each.days)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("每周五晚开展“法治夜巡”52次。\n执法人员多次参加每周三晚的“法治夜巡”，" + _TAIL),
    Example("律师每周二到镇法律服务站值班。\n律师每周五到镇法律服务站值班，" + _TAIL),
    Example("每周一召开矛盾纠纷研判会。\n镇长坚持参加每周五的矛盾纠纷研判会，" + _TAIL),
    Example("每月10日组织“法治集市”。\n书记带头参加每月20日的“法治集市”，" + _TAIL),
)
CLEAN = (
    Example("每周五晚开展“法治夜巡”。\n东风村参加每周三晚的“法治夜巡”，" + _TAIL),
    Example("书记每周一到综治中心接访。\n镇长每周三到综治中心接访，" + _TAIL),
    Example("每周一、周四律师到镇值班。\n每周四到镇值班的律师走访企业，" + _TAIL),
    Example("每周一至周五开放法律咨询窗口。\n每周三的法律咨询窗口由律师轮值，" + _TAIL),
    Example("“法治集市”由每周三改为每周五。\n每周三的“法治集市”曾接待120人，" + _TAIL),
)
