"""A digit too many or too few: ten times last year's, or far beyond any township's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.counting import Count, unit_class
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.yearly import kindred, likeness, of_one_stage, same_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.check.telling import Telling
    from lawdraft.knowledge.entries import Indicator
    from lawdraft.model.finding import Finding

ID = "order-of-magnitude"
_LEADERS = "负责人"
_LED = re.compile(r"负责人|负责同志|领导|书记|[镇乡县区]长|主任|班子")
_WIDER_THAN_ONE = re.compile(r"全国|全省|全市|全县|五年|历年")
TIMES = 7.0  # against last year
SHIFT = 14.0  # ten times as many, and somewhat grown
LIKE = 4.0  # so near that it is last year's figure grown or shrunk
MANY = 100  # where only some words are the same
SMALL = 20  # below, ten times as many is nothing unusual
FINE = re.compile(r"罚款|罚没|没收违法所得")
FUNDS = re.compile(
    r"(?:普法|法治|法律顾问|调解|培训|办案|宣传|工作)[^，。；]{0,6}(?:经费|补贴|补助|服务费|顾问费)"
)
MOST = ((FINE, 1e7), (FUNDS, 1e8))  # yuan a township in a year, many times what any has
_OWN = re.compile(
    r"(?:中心组[^，。；\d]{0,8}学[习法]|党课|出庭应诉|(?:听取|汇报)[^，。；\d]{0,14}汇报|党委会?[^，。；\d]{0,6}研究|会前学法"
    r"|(?:专题|领导小组|联席|党政班子|班子)会议?)[^，。；\d]{0,6}\Z"
)
_OF_MANY = re.compile(r"各|村|社区|支部|站所|部门|单位|累计|五年|全县|基层|人次")
TOO_OFTEN = 120  # times a year that no body meets and no leader does one thing
FAR = 12.0  # beyond what townships usually have, where no last year is known


def check(reading: Reading) -> Iterator[Finding]:
    """Against last year's figure where there is one, else against the indicator's usual range."""
    told: set[int] = set()
    for now, last in _far_apart(reading):
        figure, before = now.figure, last.figure
        told.add(figure.start)
        times = max(figure.number / before.number, before.number / figure.number)
        yield reading.finding(
            ID,
            "warning",
            f"去年报告写{before.text}，今年写{figure.text}，相差{times:.0f}倍，请核对是否多写或少写了一位。",
            figure.start,
            figure.end,
        )
    yield from _beyond_usual(reading, told)
    yield from _too_much_money(reading, told)
    yield from _too_often(reading, told)


def _too_often(reading: Reading, told: set[int]) -> Iterator[Finding]:
    """What one body or one leader does far oftener than a year has room for: 中心组学法180次."""
    for figure in reading.report.figures:
        if (
            figure.number < TOO_OFTEN
            or figure.unit not in ("次", "场", "期")
            or figure.start in told
        ):
            continue
        left = re.split(r"[，。；\n]", reading.text[max(0, figure.start - 30) : figure.start])[-1]
        if not _OWN.search(left) or _OF_MANY.search(left) or reading.wider(left):
            continue
        yield reading.finding(
            ID,
            "warning",
            f"{figure.text}远多于一年里能有的次数，请核对是否多写了一位。",
            figure.start,
            figure.end,
        )


def _too_much_money(reading: Reading, told: set[int]) -> Iterator[Finding]:
    """Fines and funds that no township has in a year: 罚款3.6亿元."""
    for figure in reading.report.figures:
        if figure.unit != "元" or figure.start in told or figure.number < MOST[0][1]:
            continue
        left = re.split(r"[，。；、\n]", reading.text[max(0, figure.start - 20) : figure.start])[-1]
        if reading.wider(left) or _WIDER_THAN_ONE.search(left):
            continue
        if any(name.search(left) and figure.number >= most for name, most in MOST):
            yield reading.finding(
                ID,
                "warning",
                f"{figure.text}远多于一个乡镇一年的数额，请核对单位是“元”还是“万元”、是否多写了位数。",
                figure.start,
                figure.end,
            )


def _far_apart(reading: Reading) -> Iterator[tuple[Telling, Telling]]:
    """Figures whose nearest in last year's words is ten times as much, or a tenth."""
    lasts = [last for last in reading.last_tellings if _is_number(last)]
    nows = [now for now in reading.tellings if _is_number(now)]
    for now in nows if lasts else ():
        like = [last for last in lasts if kindred(now, last) or _on_occasion(now, last)]
        like = [last for last in like if same_name(now, last)] or like
        if not like:
            continue
        last = max(like, key=lambda each: (likeness(now, each), -_times(now, each)))
        if not _slipped(now, last):
            continue
        same = likeness(now, last)
        rivals = (o for o in nows if _times(o, last) < LIKE and kindred(o, last))
        if not any(likeness(rival, last) >= same for rival in rivals):
            yield now, last


def _on_occasion(now: Telling, last: Telling) -> bool:
    """Whether a publicity month alone tells two figures of one name apart: no month makes ten times."""
    apart = now.scope ^ last.scope
    occasions = all(word.startswith("宣传") for word in apart)
    return bool(apart) and occasions and of_one_stage(now, last) and same_name(now, last)


def _is_number(told: Telling) -> bool:
    return told.figure.number > 0 and told.figure.unit != "%" and told.figure.role != "rate"


def _times(one: Telling, other: Telling) -> float:
    a, b = sorted((one.figure.number, other.figure.number))
    return b / a


def _slipped(now: Telling, last: Telling) -> bool:
    """A digit or a point too many or too few; far more than that where the names are the same."""
    few, many = sorted((now.figure.number, last.figure.number))
    times = many / few
    if many < SMALL or times < TIMES or (now.act != last.act and now.act and last.act):
        return False
    return same_name(now, last) or (
        many >= MANY and any(TIMES <= times / ten <= SHIFT for ten in (1, 10))
    )


def _beyond_usual(reading: Reading, told: set[int]) -> Iterator[Finding]:
    indicators = {indicator.id: indicator for indicator in reading.knowledge.indicators}
    for count in reading.counts:
        indicator = indicators.get(count.figure.indicator or "")
        if indicator is None or count.figure.start in told or not _same_unit(count, indicator):
            continue
        high = indicator.typical[1]
        if _LEADERS in indicator.name and not _LED.search(_told(reading, count)):
            continue  # a centre's receptions are not the leaders' own
        if not any(s in _clause(reading, count) for s in indicator.synonyms if len(s) >= 3):
            continue
        if high > 0 and count.figure.number >= FAR * high and count.figure.role != "rate":
            far = count.figure.number >= 10 * FAR * high
            yield reading.finding(
                ID,
                "warning" if far else "note",
                f"“{indicator.name}”写{count.figure.text}，远多于一般乡镇（通常不超过{high:g}），请核对是否多写了一位。",
                count.figure.start,
                count.figure.end,
            )


def _told(reading: Reading, count: Count) -> str:
    """The sentence up to the figure."""
    start = reading.sentence_at(count.figure.start).start
    return reading.text[start : count.figure.start]


def _clause(reading: Reading, count: Count) -> str:
    return reading.text[max(0, count.figure.start - 16) : count.figure.end + 12]


def _same_unit(count: Count, indicator: Indicator) -> bool:
    units = {unit_class(unit) for unit in indicator.units}
    return (
        indicator.kind == "count" and "元" not in units and unit_class(count.figure.unit) in units
    )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("全年排查矛盾纠纷1360件。", last="全年排查矛盾纠纷128件。"),
    Example("发放宣传资料300份。", last="发放宣传资料3500份。"),
    Example(
        "结合民法典宣传月、国家宪法日等节点，发放宣传资料46000余份。",
        last="发放宣传资料4100余份。",
    ),
    Example("全年立案查处违法案件28件，罚款4.6亿元。"),
    Example("办结案件17件，罚没款共计86000万元。"),
    Example("党委理论学习中心组集体学法180次，镇长听取法治工作汇报160次。"),
)
CLEAN = (
    Example("办结生态环境案件1件，罚款260万元；总投资3.6亿元的工业园项目通过评估。"),
    Example("各村支部讲党课180次，14个村召开法治专题会议150次，镇党委研究议题12次。"),
    Example("“一站式”矛盾调解中心接待群众1920批次、4260人次。"),
    Example("全年排查矛盾纠纷136件。", last="全年排查矛盾纠纷128件。"),
    Example("发放宣传资料6000份。", last="发放宣传资料3500份。"),
)
