"""Rates that their own numbers do not give: 化解67件 of 72件 is not 98%."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.shares import fits
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

ID = "rate-mismatch"
_STEMS = (
    ("化解", "化解|成功|调解|调处"), ("调解", "调解|调成|成功|化解|调处"), ("调处", "调处|调解|成功|化解"), ("成功", "成功|化解|调解|调处"),
    ("办结", "办结|办理完毕|办毕|结"), ("结案", "结案|办结"), ("整改", "整改|销号"), ("合格", "合格|通过"), ("通过", "通过|合格|取得"),
    ("优秀", "优秀"),
    ("满意", "满意"), ("参考", "参考|参加|应考"), ("参训", "参训|参加"), ("参加", "参加"), ("答复", "答复"), ("覆盖", "已有|配齐|实现|覆盖|已建|配备|建成|设立|聘请"),
    ("出庭", "出庭"), ("应诉", "出庭"), ("完成", "完成|建成|落实|达成"), ("履行", "履行"), ("回访", "回访"), ("占", ""), ("占比", ""), ("履约", "履行"), ("持证", "持证|取得"),
    ("审查", "审查"), ("备案", "备案"), ("录入", "录入"), ("签约", "签约"), ("销号", "销号|整改"), ("办理", "办理|办结"), ("解决", "解决"), ("处置", "处置"), ("安置", "安置"), ("帮教", "帮教"), ("述法", "述法"), ("清零", "化解|清零"), ("回收", "收回|回收"),
)  # fmt: skip
_RATE_NAME = re.compile(
    r"(?P<stem>[一-鿿]{2})(?:成功)?(?:率|(?<=满意)度)(?:均|分别|已|也)?(?:达到?|为|是|保持在|提升至|提高到|超过|稳定在)?了?\Z|(?P<share>占比?|占[一-鿿]{0,6}总[数量]的?|占全部的?|比例)(?:的)?(?:达到?|为|是|约)?\Z"
)
_FRACTION = re.compile(
    r"的(?P<share>(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九]))"
)
_AMONG = re.compile(r"，?其中，?[一-鿿“”]{1,10}")
FAR = 15.0  # points from a rate to the quotient of two numbers behind it
_WHOLE = re.compile(r"[，（：](?:全[镇乡]|应|共|现有|辖区)[一-鿿]{0,12}")
_REACHED = re.compile(
    r"[，、](?:其中)?(?:已|完成|实际|实现|落实|合格|通过|达标|参加|参考)[一-鿿]{0,6}"
)
_ALL = re.compile(
    r"[，（(](?:[一-鿿]{0,8}(?:总数|总量|总人数|总户数)|共有?|应[一-鿿]{1,4}|全[镇乡])[一-鿿]{0,6}"
)
_ALLOWED_OVER = re.compile(r"增长率|增幅|增速|完成率|达产|超额|毛利|利率|目标|回报率")
_OF_WHOLE = re.compile(r"[一-鿿]{0,6}的|[一-鿿（）]{0,4}，?(?:占比|比例)(?:为|达)?|")
_OVER = re.compile(r"[率度][^，。；\d]{0,6}\Z|占[^，。；\d]{0,4}\Z")


def check(reading: Reading) -> Iterator[Finding]:
    """Rates beside the two numbers they come from, and shares above 100%."""
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.unit is not None]
        for at, figure in enumerate(figures):
            if figure.unit != "%" or figure.high is not None:
                continue
            yield from _above_all(reading, figure)
            yield from _quotient(reading, figures[:at], figure)
            yield from _share(reading, figures[:at], figure)
            if at == 0 and len(figures) > 2:
                yield from _both_behind(reading, *figures[:3])
            if 0 < at < len(figures) - 1:
                yield from _whole_behind(reading, figures[at - 1], figure, figures[at + 1])
                yield from _part_behind(reading, figures[at - 1], figure, figures[at + 1])
    yield from _fractions(reading)


def _above_all(reading: Reading, rate: Figure) -> Iterator[Finding]:
    left = reading.text[max(0, rate.start - 16) : rate.start]
    if rate.number > 100 and _OVER.search(left) and not _ALLOWED_OVER.search(left):
        yield reading.finding(
            ID, "error", f"比率不会超过100%，这里写{rate.text}。", rate.start, rate.end
        )


def _quotient(reading: Reading, before: Sequence[Figure], rate: Figure) -> Iterator[Finding]:
    left = reading.text[max(0, rate.start - 16) : rate.start]
    named = _RATE_NAME.search(left)
    if not named or len(before) < 2:
        return
    row = named["share"] and _in_row(reading, before)
    pair = _of_row(reading, before) if row else _pair(reading, before, rate, named)
    if pair is None:
        return
    whole, part = pair
    yield from _off(reading, part, whole, rate)


def _pair(
    reading: Reading, before: Sequence[Figure], rate: Figure, named: re.Match[str]
) -> tuple[Figure, Figure] | None:
    """The last two counts of one unit, where the second is done as the rate says."""
    counted = [f for f in before if f.unit != "%" and f.high is None]
    if len(counted) < 2:
        return None
    part = counted[-1]
    wholes = [f for f in counted[:-1] if unit_class(f.unit) == unit_class(part.unit)]
    if not wholes or rate.start - part.end > 24 or part.start - wholes[-1].end > 30:
        return None
    whole = wholes[-1]
    if any(f.number == whole.number + part.number for f in wholes[:-1]):
        return None  # 发现63处，当场整改41处，限期整改22处: both belong to what stands before
    between = reading.text[whole.end : part.start]
    own = named["stem"] and re.fullmatch(rf"，?其中，?(?:已|共)?{named['stem']}了?", between)
    if not own and re.search(
        r"其中(?!.{0,8}(?:成功|化解|办结|调处|整改|合格|通过))|[。]|另|新|去年|上年|同期", between
    ):
        return None
    if whole.number < part.number and re.search(r"共|总数|总量|全部|应|在册", between):
        whole, part = part, whole
        between = reading.text[max(0, part.start - 12) : part.start]
    if whole.number < part.number or whole.number <= 0:
        return None
    stems = dict(_STEMS).get(named["stem"] or "占", named["stem"])
    clause = re.split(r"[，；]", between)[-1] + _until_mark(reading, part, rate)
    if _of_whole(reading, whole, between):
        return whole, part
    if stems and not re.search(stems, clause):
        return None
    if (
        named["stem"]
        and named["stem"] not in dict(_STEMS)
        and (len(between) > 16 or is_about(whole) or between.startswith(("、", "和", "及")))
    ):
        return None  # a rate of no usual name: only beside its own two numbers
    return whole, part


def _until_mark(reading: Reading, part: Figure, rate: Figure) -> str:
    """驳回23件；负责人出庭应诉率100%: what stands behind a mark is not said of the part."""
    return re.split(r"[，；、]", reading.text[part.end : rate.start])[0]


def _has_share(reading: Reading, figure: Figure) -> bool:
    return figure.unit == "%" and "占" in reading.text[max(0, figure.start - 6) : figure.start]


def _in_row(reading: Reading, before: Sequence[Figure]) -> bool:
    """Whether the last number stands behind 其中, or behind a share or rate of its like."""
    one, part = before[-2:]
    return one.unit == "%" or bool(_AMONG.fullmatch(reading.text[one.end : part.start]))


def _of_row(reading: Reading, before: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """266件，其中邻里98件，占36.8%；婚姻74件，占…: each share is of the whole of the first one."""
    row, part = list(before[:-1]), before[-1]
    first = None
    while len(row) >= 2 and _has_share(reading, row[-1]):
        first = row[-2:]
        row = row[:-2]
        if unit_class(first[0].unit) != unit_class(part.unit):
            return None
    wholes = [f for f in row if unit_class(f.unit) == unit_class(part.unit)]
    if not wholes or wholes[-1] is not row[-1] or wholes[-1].number < part.number:
        return None
    if first is not None:
        return (wholes[-1], part) if _fits_one(first[0], first[1], wholes[-1:]) else None
    return None if len(wholes) > 1 else (wholes[0], part)


def _fits_one(part: Figure, rate: Figure, wholes: Sequence[Figure]) -> bool:
    return any(
        w.number > 0 and fits(part.number / w.number * 100, rate, about=is_about(w)) for w in wholes
    )


def _of_whole(reading: Reading, whole: Figure, between: str) -> bool:
    """覆盖12个村中的9个, 应到60人，实到51人: the words say that one is part of the other."""
    if re.search(r"中(?:的|有|已有)?\Z", between) and len(between) <= 10:
        return True
    due = re.search(r"应[一-鿿]{0,8}\Z", reading.text[max(0, whole.start - 10) : whole.start])
    return bool(due and re.search(r"实|已", between) and len(between) <= 12)


def _of_one_kind(
    reading: Reading, part: Figure, whole: Figure, rate: Figure, *, far: float = math.inf
) -> Iterator[Finding]:
    """The same of any two numbers near a rate, where one can be part of the other."""
    if unit_class(part.unit) == unit_class(whole.unit) and part.number <= whole.number > 0:
        yield from _off(reading, part, whole, rate, far=far)


def _off(
    reading: Reading, part: Figure, whole: Figure, rate: Figure, *, far: float = math.inf
) -> Iterator[Finding]:
    """The rate is not what the part is of its whole; silent where it is further off than `far`."""
    share = part.number / whole.number * 100
    about = is_about(part) or is_about(whole)
    if abs(share - rate.number) <= far and not fits(share, rate, about=about):
        yield reading.finding(
            ID,
            "warning",
            f"{part.text}占{whole.text}的{share:.1f}%，这里写{rate.text}，请核对。",
            rate.start,
            rate.end,
            other=(min(part.start, whole.start), max(part.end, whole.end)),
        )


def _share(reading: Reading, before: Sequence[Figure], rate: Figure) -> Iterator[Finding]:
    """采纳45条，占征集意见60条的75%."""
    if len(before) < 2 or "%" in (before[-1].unit, before[-2].unit):
        return
    part, whole = before[-2:]
    between = reading.text[part.end : whole.start]
    after = reading.text[whole.end : rate.start]
    if not _OF_WHOLE.fullmatch(after) or "占" not in between or len(between) > 14:
        return
    yield from _of_one_kind(reading, part, whole, rate)


def _whole_behind(reading: Reading, part: Figure, rate: Figure, whole: Figure) -> Iterator[Finding]:
    """整改188处，整改率96.2%，隐患总数200处."""
    left = reading.text[part.end : rate.start]
    if not _RATE_NAME.search(left) or not _ALL.fullmatch(reading.text[rate.end : whole.start]):
        return
    if len(left) <= 16:
        yield from _of_one_kind(reading, part, whole, rate)


def _part_behind(reading: Reading, whole: Figure, rate: Figure, part: Figure) -> Iterator[Finding]:
    """42名参加测试，优秀率90%，其中优秀33名."""
    left = reading.text[whole.end : rate.start]
    named = _RATE_NAME.search(left)
    behind = reading.text[rate.end : part.start]
    if named is None or not named["stem"] or len(left) > 20 or named["stem"] not in behind:
        return
    if not re.fullmatch(
        rf"[，（](?:其中)?(?:共|有|达到)?{named['stem']}的?(?:等次)?(?:共|有)?", behind
    ):
        return
    yield from _of_one_kind(reading, part, whole, rate)


def _both_behind(reading: Reading, rate: Figure, whole: Figure, part: Figure) -> Iterator[Finding]:
    """覆盖率96%，全镇餐饮单位150家，完成分级135家."""
    left = reading.text[max(0, rate.start - 16) : rate.start]
    first, second = reading.text[rate.end : whole.start], reading.text[whole.end : part.start]
    if not (_RATE_NAME.search(left) and _WHOLE.fullmatch(first) and _REACHED.fullmatch(second)):
        return
    yield from _of_one_kind(reading, part, whole, rate, far=FAR)


def _fractions(reading: Reading) -> Iterator[Finding]:
    """15名，占干部45名的三分之二."""
    for found in _FRACTION.finditer(reading.text):
        span = reading.sentence_at(found.start())
        before = [f for f in reading.figures_in(span) if f.end <= found.start() and f.unit != "%"]
        if len(before) < 2 or found.start() - before[-1].end > 2:
            continue
        part, whole = before[-2:]
        if unit_class(part.unit) != unit_class(whole.unit) or is_about(part) or is_about(whole):
            continue
        low, high = parse_number(found["low"]) or 1, parse_number(found["high"]) or 0
        if whole.number and abs(part.number / whole.number - high / low) > 0.04:
            yield reading.finding(
                ID,
                "warning",
                f"{part.text}占{whole.text}的{part.number / whole.number:.1%}，这里写{found['share']}，请核对。",
                *found.span("share"),
                other=(part.start, whole.end),
            )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("排查矛盾纠纷72件，成功化解67件，化解率98%。"),
    Example("受理信访事项40件，办结36件，办结率达100%。"),
    Example("修订村规民约13个，占全部16个村的92%。"),
    Example("纠纷266件，其中邻里98件，占36.8%；婚姻74件，占47.8%。"),
    Example("纠纷266件，其中邻里98件，占46.8%。"),
    Example("机关干部参考率达120%。"),
    Example("办理行政诉讼案件4件，负责人出庭3件，出庭应诉率100%。"),
)
CLEAN = (
    Example("排查矛盾纠纷72件，成功化解67件，化解率93%。"),
    Example("受理调处268起，其中成功调处229起，占比85%，群众满意率98%。"),
    Example("信访量由50件降至40件，下降20%，办结率100%。"),
    Example("纠纷266件，其中邻里98件，占36.8%；婚姻74件，占27.8%；土地61件，占22.9%。"),
    Example("现有执法人员50人，其中持证45人，持证率90%，大专以上学历40人，占80%。"),
    Example("接受援助的妇女90人次、占45%，老年人60人次、占30%。"),
    Example("审结行政诉讼案件68件，驳回23件；行政机关负责人出庭应诉率100%。"),
    Example("受理来信12件、来访20件，按期答复率100%。"),
    Example("办理行政复议案件4件、行政应诉案件3件，行政机关负责人出庭应诉率100%。"),
)
