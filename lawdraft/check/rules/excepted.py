"""Said of all, and denied of some elsewhere: 工单210件，全部按时办结, 4件工单超期办结."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.counting import unit_class
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_EVERY = r"(?:全部|全员|均已|均能|均在|均|都已|都能|都|人人|悉数)[^，。；、\d]{0,8}?"
_SOME = r"(?<![\d.第])(?P<few>\d+)(?P<unit>[名人位件起份个条宗户项处家栋])(?!次)(?P<name>[^，。；：\d“”]{0,12}?(?:\d{5}[^，。；：\d]{0,8}?)?)(?:目前|至今|年底前?|仍然?|还|依然|因[^，。；\d]{1,8})*"
_NOT = r"(?:尚未|仍未|未能|未|没有|没能|无)"


class Claim(NamedTuple):
    """What is said of all, and how it is denied of one."""

    every: re.Pattern[str]
    denied: re.Pattern[str]


def _claim(every: str, denied: str) -> Claim:
    return Claim(re.compile(_EVERY + rf"(?:{every})"), re.compile(_SOME + rf"(?:{denied})"))


CLAIMS = (
    _claim(
        r"(?:按期|按时|如期|及时|限期内|期限内|时限内)[^，。；、]{0,4}?(?:办|答|回|完|处|整|反馈|审)|(?:法定|规定|承诺)?[时期]限内[^，。；、]{0,4}(?:办|答|回|完|处|整)",
        rf"(?:办理)?(?:超期|超时|逾期|超过[^，。；\d]{{0,4}}[时期]限)(?!未缴|不|拒)|{_NOT}(?:在[^，。；\d]{{0,6}}[时期]限内|按期|按时|如期|及时)",
    ),
    _claim(
        r"(?:自觉|主动|自动|按期|按时|及时|依法|全面|当场)*(?:履行|缴纳|执行)",
        rf"(?:逾期|拒绝|拒)+不?(?:履行|缴纳|执行|缴)|{_NOT}(?:按期|按时|主动|自觉|自动)*(?:履行|缴纳|执行|缴)|(?:逾期)?[拒不]{{1,2}}(?:履行|缴纳|执行)|申请(?:人民)?法院强制执行",
    ),
    _claim(
        r"(?:持有?|取得|拥有|具有|具备|领取|考取)[^，。；、\d]{0,6}(?:证|资格)",
        rf"{_NOT}(?:持|取得|拥有|具有|具备|领取|考取|办理)?[^，。；、\d]{{0,6}}(?:执法证|资格证|执法资格|上岗证|证上岗|证件)",
    ),
    _claim(
        r"(?:考试|考核|测试|一次性)*(?:合格|及格|通过|达标)",
        rf"不(?:合格|及格|达标)|{_NOT}(?:能)?(?:合格|及格|通过|达标)|补考",
    ),
    _claim(
        r"(?:按时|按要求|积极)?参(?:加|训|考|会)",
        r"(?:无故)?缺[席考勤训]|(?:未|没有)参(?:加|训|考)",
    ),
    _claim(
        r"(?:办结|化解|整改|答复|办复|结案|销号|处置)(?:到位|完毕|完成)?",
        rf"(?:{_NOT}|待)(?:得到)?(?:办结|化解|整改|答复|办复|结案|销号|处置)",
    ),
    _claim(r"(?:采纳|吸收)", r"(?:未|没有)(?:被|予|予以|获)?采纳"),
    _claim(r"(?:备案|报备)", r"(?:未|没有|尚未)(?:按[^，。；\d]{1,4})?(?:报送?)?备案"),
    _claim(
        r"(?:审查|审核)(?!.{0,6}(?:后|合格率))",
        r"(?:未|没有|尚未)(?:经|进行|开展|履行)?[^，。；\d]{0,6}(?:审查|审核)",
    ),
)
_NOT_ALL = re.compile(
    r"其余|其他|余下|剩余|除[^，。；]{0,20}外|基本|大多|应|要求|确保|力争|必须|需|争取"
)
_OTHER_TIME = re.compile(r"[村县市区]级|去年|上年|同期|往年|上一年|历年|以前|前期|一度|20\d\d年")
_SMALL = re.compile(r"(?:其中|当中|之中|队内|镇里|[镇乡]内|中|有|仍|尚|还|另|的|仅|但|虽|目前)+")
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
    )
)


def check(reading: Reading) -> Iterator[Finding]:
    """Each place that excepts some, with the one that speaks of all."""
    for claim in CLAIMS:
        told = [m for m in claim.every.finditer(reading.text) if _of_all(reading, m)]
        for some in claim.denied.finditer(reading.text) if told else ():
            every = next((m for m in told if _of_the_same(reading, m, some)), None)
            if every is not None and not _excused(reading, some):
                yield _asked(reading, every, some)


def _of_all(reading: Reading, every: re.Match[str]) -> bool:
    """Whether it is told of all of this year's: neither a demand nor the rest of them."""
    start = reading.sentence_at(every.start()).start
    lead = reading.text[start : every.start()]
    clause = re.split(r"[，；。、]", lead)[-1]
    return not (
        reading.in_plan(every.start())
        or _NOT_ALL.search(clause + every.group())
        or re.search(r"其中[^，；。]*(?:，[^，；。\d]*)?\Z", lead)
    )


def _of_the_same(reading: Reading, every: re.Match[str], some: re.Match[str]) -> bool:
    """Whether both speak of one thing: of one measure word, by two characters of one name."""
    span = reading.sentence_at(every.start())
    if span == reading.sentence_at(some.start()):
        return False
    lead = re.split(r"[；]", reading.text[span.start : every.start()])[-1]
    figures = [f for f in reading.figures_in(span) if f.start < every.start()]
    near = [f for f in figures if f.start >= every.start() - len(lead)]
    mine = unit_class(some["unit"])
    last = next((f for f in reversed(near) if unit_class(f.unit) in ("人", "件", mine)), None)
    name = _name(reading, some)
    pairs = {name[at : at + 2] for at in range(len(name) - 1)} - _GENERIC
    pairs = (pairs - _WIDE) or pairs
    clause = re.split(r"[，；。、]", lead)[-1] + every.group()
    if last is None or (not re.search(r"\d", clause) and any(pair in clause for pair in pairs)):
        return any(pair in clause for pair in pairs)
    if unit_class(last.unit) != mine or last.number < float(some["few"]):
        return False
    told = reading.text[max(span.start, last.start - 24) : every.end()]
    return any(pair in told for pair in pairs) or (not pairs and _follows(reading, span.end, some))


def _name(reading: Reading, some: re.Match[str]) -> str:
    """What some are: behind the number, else before it, else what its sentence counts or denies."""
    if len(some["name"]) >= 2:
        return some["name"]
    lead = reading.text[reading.sentence_at(some.start()).start : some.start()]
    words = re.split(r"[，。；：\n]", lead[-16:])[-1]
    name = _SMALL.sub("", words)
    if len(name) >= 2:
        return name
    counted = _COUNTED.findall(lead)
    if counted or unit_class(some["unit"]) != "人":
        return counted[-1] if counted else ""
    return some.group()[len(some["few"]) :]


def _follows(reading: Reading, end: int, some: re.Match[str]) -> bool:
    """Whether its sentence is the very next one: 均自觉履行。其中2件…."""
    between = reading.text[end : some.start()]
    return "其中" in between and len(between) <= 6 and "\n" not in between


def _excused(reading: Reading, some: re.Match[str]) -> bool:
    span = reading.sentence_at(some.start())
    lead = reading.text[span.start : some.start()]
    clause = re.split(r"[；]", lead)[-1]
    return reading.in_plan(some.start()) or bool(_OTHER_TIME.search(clause))


def _asked(reading: Reading, every: re.Match[str], some: re.Match[str]) -> Finding:
    return reading.finding(
        ID,
        "warning",
        f"别处写“{every.group()}”，这里写“{some.group()}”，两处不一致，请核对。",
        some.start(),
        some.end(),
        other=every.span(),
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
