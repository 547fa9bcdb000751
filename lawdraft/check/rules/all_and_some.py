"""Said of all in one place, and of some only in another: 28项任务全部落实, 28项任务中2项未完成."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_DONE = r"落实|完成|办结|整改|化解|销号|兑现|结案|处理|答复|解决|处置|办理完毕|到位|办复|开展|启动|实施|办理"
_LEFT = re.compile(
    r"(?P<many>\d+)(?P<unit>[项件个条处起宗名人户家份])(?P<name>[一-鿿]{0,10}?)(?:当中|之中|中(?!心)|里)，?(?:目前|至今|年底)?(?:仍然|仍|尚|还|依然|只|仅)?(?:剩|余)?有?(?P<few>\d+)(?P=unit)[一-鿿]{0,4}?"
    rf"(?:未能?|没有|尚未|没|待|正在)(?:按期|按时|如期|及时|全面|得到)?(?:{_DONE})"
)
_ALL = re.compile(
    rf"(?:[，、]|\A)[^，。；\d]{{0,10}}(?:(?:全部|均|都)[一-鿿]{{0,6}}(?:{_DONE})|(?:完成|办结|整改|化解|落实|办复)率(?:达到?|为|保持)?100%)"
)
_IN_TIME = re.compile(r"[按如]期|按时|及时")
_COURT = r"(?:(?:行政机关|单位|主要|分管|政府|街道|[镇乡])*负责人|[镇乡]长|主任)"
_ALL_APPEARED = re.compile(
    rf"(?:均|全部|都)由?[^，。；]{{0,6}}{_COURT}(?:依法|按时|亲自)?出庭|{_COURT}(?:均|全部|都)[^，。；]{{0,4}}出庭|{_COURT}(?:出庭)?(?:应诉)?率(?:均?达到?|为|保持在?|实现)?100%"
)
_SOME_APPEARED = re.compile(
    rf"{_COURT}(?:出庭)?(?:应诉)?率(?:仅|只有|为|达到?|不足|不到|偏低|，){{0,3}}(?P<rate>\d{{1,2}}(?:\.\d+)?)%"
    rf"|\d+[件起][^，。；\d]{{0,14}}{_COURT}(?:未能?|没有)[^，。；\d]{{0,4}}出庭"
)
_ANOTHER_TIME = re.compile(r"去年|上年|同期|往年|从|由(?=\d)|不低于|不少于|以上|力争|确保|目标")


def check(reading: Reading) -> Iterator[Finding]:
    """The place that leaves some out, with the one that speaks of all."""
    for some in _LEFT.finditer(reading.text):
        if whole := _all_of(reading, some):
            yield _asked(reading, whole, some)
    appeared = _ALL_APPEARED.search(reading.text) if "出庭" in reading.text else None
    if appeared and not _other_time(reading, *appeared.span()):
        for some in _SOME_APPEARED.finditer(reading.text):
            if not _other_time(reading, *some.span()):
                yield _asked(reading, appeared.span(), some)


def _all_of(reading: Reading, some: re.Match[str]) -> tuple[int, int] | None:
    """Where as many of one name are all said to be done, in another sentence."""
    here = reading.sentence_at(some.start())
    for number in re.finditer(rf"(?<![\d.]){some['many']}{some['unit']}", reading.text):
        span = reading.sentence_at(number.start())
        behind = reading.text[number.end() : span.end]
        told = re.split(r"[；。\n]|其中", behind)[0]
        done = _ALL.search(told) if span != here else None
        if done is None or re.search(r"\d", told[: done.start()]):
            continue
        around = reading.text[span.start : number.start()] + told
        if _IN_TIME.search(some.group()) and not _IN_TIME.search(told):
            continue
        if set(some["name"]) <= set(around) and not _other_time(reading, *number.span()):
            return number.start(), number.end() + done.end()
    return None


def _other_time(reading: Reading, start: int, end: int) -> bool:
    clause = reading.text[max(reading.sentence_at(start).start, start - 14) : end + 2]
    return bool(_ANOTHER_TIME.search(clause)) or reading.in_plan(start)


def _asked(reading: Reading, whole: tuple[int, int], some: re.Match[str]) -> Finding:
    told = reading.text[whole[0] : whole[1]]
    return reading.finding(
        ID,
        "warning",
        f"别处写“{told}”，这里写“{some.group()}”，两处不一致，请核对。",
        some.start(),
        some.end(),
        other=whole,
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("明确28项任务，年底已全部落实。\n年度计划28项任务中尚有2项未完成，" + _TAIL),
    Example("行政诉讼案件2件，均由负责人出庭应诉。\n负责人出庭应诉率仅为50%，" + _TAIL),
)
CLEAN = (
    Example("明确28项任务，年底已全部落实。\n整治台账36项任务中尚有2项未完成，" + _TAIL),
    Example("行政诉讼案件2件，均由负责人出庭应诉。\n去年负责人出庭应诉率仅为50%，" + _TAIL),
)
