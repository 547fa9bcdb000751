"""Said of all, and denied of some elsewhere: 工单210件，全部按时办结, 4件工单超期办结."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.claims import Said, said_of_all, said_of_some
from lawdraft.check.counting import unit_class
from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.report import Span
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

ID = "contradiction"
_NOT_ALL = re.compile(
    r"其余|其他|余下|剩余|除[^，。；]{0,20}外|基本|大多|应|要求|确保|力争|必须|需|争取"
)
_OTHER_TIME = re.compile(
    r"[村县市区]级(?!交办|转办|督办|下达)|去年|上年|同期|往年|上一年|历年|以前|前期|一度"
)
_YEAR = re.compile(r"20\d\d(?=年)")
_OF_WHOLE = re.compile(
    r"(?<![\d.])(?P<whole>\d+)(?P<unit>[一-鿿])[^，。；\d]{0,14}(?:中|里)，?[^，。；\d]{0,8}\Z"
)
_NAMED_BEHIND = re.compile(r"[^，。；、\d]{0,6}?的([一-鿿“”]{2,10})")
_CAUSE = re.compile(r"因[^，。；被]{2,8}")
_OTHERS = re.compile(r"(?:其他|其它|其余)的?\Z")
_OWN = re.compile(r"领办|包案|包[保抓联]|(?<=带头)化解")
_BRACKET = re.compile(r"（[^）]*）")
_LOST = re.compile(r"败诉|纠错|确认违法")
_IN_TIME = re.compile(r"[^，。；]{0,4}(?:均|都)?(?:在[^，。；]{0,6}期限?内|未到期)")
_DEEDS = re.compile(
    r"检查|排查|发现|受理|中(?!心)|的|全部|均|都|已|得到|办结|化解|整改|到位|合格|优秀|满意|成功|完成|率|100%"
)
_SMALL = re.compile(
    r"(?:全年|今年|年内|其中|当中|之中|队内|镇里|[镇乡]内|中|有|仍|尚|还|另|的|仅|但|虽|目前)+"
)
_COUNTED = re.compile(r"\d[名人位件起份个条宗户项处家栋]([一-鿿]{2,8}?)(?:中|里|当中|，)")
_WIDE = frozenset(("隐患",))
"""What tells something only where nothing else does: 消防隐患 are no 食品安全隐患."""
_GENERIC = frozenset(
    (
        "案件",
        "事项",
        "问题",
        "人员",
        "工作",
        "行政",
        "年度",
        "全部",
        "有关",
        "群众",
        "涉及",
        "目前",
        "部分",
        "到位",
        "完毕",
        "标准",
        "要求",
        "创建",
        "抽检",
        "抽查",
        "检查",
        "排查",
        "发现",
        "受理",
        "办理",
        "收到",
    )
)


BESIDE = 4  # characters between 全部合格 and 合格率96.6% of the same
ENOUGH = 3  # pairs that tell to what something was done
HALF = 0.5  # of what the deed was done to
MOST = 0.6  # of the words of all that the part must tell too


def check(reading: Reading) -> Iterator[Finding]:
    """Each place that excepts some, with the one that speaks of all."""
    told = {
        claim: every
        for claim, said in said_of_all(reading).items()
        if (every := [one for one in said if _of_all(reading, one)])
    }
    for claim, said_so in said_of_some(reading, told) if told else ():
        some = _with_whole(reading, said_so)
        one = next((one for one in told[claim] if _of_the_same(reading, one, some)), None)
        if one is not None and not _excused(reading, some):
            yield _asked(reading, one, some)


def _with_whole(reading: Reading, some: Said) -> Said:
    """36项任务中尚有2项: two of how many, where that is told just before."""
    lead = reading.text[reading.sentence_at(some.start).start : some.start]
    found = None if some.whole else _OF_WHOLE.search(lead)
    same = found is not None and unit_class(found["unit"]) == unit_class(some.unit)
    return some._replace(whole=float(found["whole"])) if found and same else some


def _of_all(reading: Reading, every: Said) -> bool:
    """Whether it is told of all of this year's: neither a demand nor the rest of them."""
    lead = reading.text[reading.sentence_at(every.start).start : every.start]
    clause = re.split(r"[，；。、]", lead)[-1]
    return not (
        reading.in_plan(every.start)
        or _NOT_ALL.search(clause + reading.text[every.start : every.end])
        or _of_other_time(reading, clause)
        or re.search(r"其中[^，；。]*(?:，[^，；。\d]*)?\Z", lead)
    )


def _of_the_same(reading: Reading, every: Said, some: Said) -> bool:
    """Whether both speak of one thing: of one measure word, by two characters of one name."""
    span = reading.sentence_at(every.start)
    if span == reading.sentence_at(some.start):
        return some.rate and 0 <= some.start - every.end <= BESIDE
    lead = re.split(r"[；]", reading.text[span.start : every.start])[-1]
    if some.rate or _of_one_leader(reading, lead, some):
        return False  # rates told twice are compared as numbers
    pairs = han_pairs(_name(reading, some)) - _GENERIC
    pairs = (pairs - _WIDE) or pairs
    if not pairs and _LOST.search(reading.text, some.start, some.end):
        return True
    clause = re.split(r"[，。；、]", lead)[-1] + reading.text[every.start : every.end]
    if not pairs and _to_one_thing(reading, every, some):
        return True
    less = bool(some.whole or some.planned) and _narrower(reading, clause, some)
    last = _counted(reading, every, lead, some)
    if last is None or (not re.search(r"\d", clause) and pairs & han_pairs(clause)):
        return bool(pairs & han_pairs(clause)) and not less
    if (less and some.planned) or not _as_many(last, some):
        return False
    if some.whole and not _one_object(reading, every, some):
        return False
    told = reading.text[max(span.start, last.start - 24) : every.end]
    follows = bool(some.whole) or _follows(reading, span.end, some)
    return bool(pairs & han_pairs(told)) or (not pairs and follows)


def _of_one_leader(reading: Reading, lead: str, some: Said) -> bool:
    """Whether all of one leader's own are told of: 领办的2件已全部化解."""
    own = _OWN.search(re.split(r"[，；]", _BRACKET.sub("", lead))[-1])
    around = reading.text[reading.sentence_at(some.start).start : some.end]
    return own is not None and own.group() not in around


def _counted(reading: Reading, every: Said, lead: str, some: Said) -> Figure | None:
    """How many all are: the last number before of people, matters or what the some are."""
    span = Span(every.start - len(lead), every.start)
    units = ("人", "件", unit_class(some.unit))
    near = (f for f in reversed(reading.figures_in(span)) if unit_class(f.unit) in units)
    return next(near, None)


def _as_many(last: Figure, some: Said) -> bool:
    """Whether as many may be all: of one measure word, not fewer, the same whole."""
    if unit_class(last.unit) != unit_class(some.unit) or last.number < some.few:
        return False
    return last.number == some.whole or not some.whole


def _narrower(reading: Reading, clause: str, some: Said) -> bool:
    """Whether all of something less are told of: 重复信访事项全部办结, and 信访事项 of which some are open."""
    around = reading.text[reading.sentence_at(some.start).start : some.end]
    thing = han_pairs(_DEEDS.sub(" ", clause))
    return len(thing & han_pairs(around)) < MOST * len(thing)


def _to_one_thing(reading: Reading, every: Said, some: Said) -> bool:
    """Whether cases of no other name were done the same to: 录入执法办案平台."""
    one, other = (han_pairs(_behind(reading, each.did)) - _GENERIC for each in (every, some))
    return len(one & other) >= ENOUGH and bool(some.name)


def _one_object(reading: Reading, every: Said, some: Said) -> bool:
    """Whether the same was done of it: 完成“村规民约”修订 and 完成“村规民约”修订."""
    one, other = (han_pairs(_behind(reading, each.did)) - _GENERIC for each in (every, some))
    return len(one & other) >= HALF * min(len(one), len(other))


def _behind(reading: Reading, place: int) -> str:
    return re.split(r"[，。；、\n\d]", reading.text[place : place + 20])[0]


def _name(reading: Reading, some: Said) -> str:
    """What some are: behind the number, else before it, else what its sentence counts or denies."""
    if len(some.name) >= 2:
        return some.name
    behind = _NAMED_BEHIND.match(reading.text, some.end)
    if behind is not None and not some.whole:
        cause = _CAUSE.search(reading.text, some.start, some.end)
        return behind[1] + (cause.group() if cause else "")
    lead = reading.text[reading.sentence_at(some.start).start : some.start]
    words = re.split(r"[，。；：\n]", lead[-16:])[-1]
    name = _SMALL.sub("", words)
    if len(name) >= 2:
        return name
    counted = _COUNTED.findall(lead)
    if counted or unit_class(some.unit) != "人":
        return counted[-1] if counted else ""
    return reading.text[some.start : some.end].lstrip("0123456789")


def _follows(reading: Reading, end: int, some: Said) -> bool:
    """Whether its sentence is the very next one: 均自觉履行。其中2件…."""
    between = reading.text[end : some.start]
    return "其中" in between and len(between) <= 6 and "\n" not in between


def _excused(reading: Reading, some: Said) -> bool:
    lead = reading.text[reading.sentence_at(some.start).start : some.end]
    clause = re.split(r"[；]", lead)[-1]
    if _OTHERS.search(reading.text, some.start - 4, some.start):
        return True
    if some.known and _IN_TIME.match(reading.text, some.end):
        return True
    if reading.in_plan(some.start):
        return not (some.known or some.planned)
    return some.planned or _of_other_time(reading, clause)


def _of_other_time(reading: Reading, clause: str) -> bool:
    years = {int(year) for year in _YEAR.findall(clause)} - {reading.year}
    return bool(years or _OTHER_TIME.search(clause))


def _asked(reading: Reading, every: Said, some: Said) -> Finding:
    one, other = (reading.text[each.start : each.end].lstrip("，") for each in (every, some))
    return reading.finding(
        ID,
        "warning",
        f"别处写“{one}”，这里写“{other}”，两处不一致，请核对。",
        some.start,
        some.end,
        other=(every.start, every.end),
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("受理热线工单210件，全部按时办结。\n有4件热线工单超期办结，" + _TAIL),
    Example("现有执法人员15名，均取得行政执法证。\n3名执法人员尚未取得行政执法证，" + _TAIL),
)
CLEAN = (
    Example("受理热线工单210件，全部按时办结。\n去年有4件热线工单超期办结，" + _TAIL),
    Example("现有执法人员15名，均取得行政执法证。\n3名协管员尚未取得驾驶证，" + _TAIL),
)
