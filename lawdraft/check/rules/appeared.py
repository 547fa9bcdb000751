"""Who appeared in court: told of all by one office and of some by another, or of all and not of all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.offices import DEPUTY, HEAD, OFFICE, SECRETARY, offices_of
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_COURT = r"(?:(?:行政机关|单位|主要|分管|政府|街道|[镇乡])*负责人|[镇乡]长|主任)"
_ALL_APPEARED = re.compile(
    rf"(?:均|全部|都)由?[^，。；]{{0,6}}{_COURT}(?:依法|按时|亲自)?出庭|{_COURT}(?:均|全部|都)[^，。；]{{0,4}}出庭|{_COURT}(?:出庭)?(?:应诉)?率(?:均?达到?|为|保持在?|实现)?100%"
)
_SOME_APPEARED = re.compile(
    rf"{_COURT}(?:出庭)?(?:应诉)?率(?:仅|只有|为|达到?|不足|不到|偏低|，){{0,3}}(?P<rate>\d{{1,2}}(?:\.\d+)?)%"
    rf"|\d+[件起][^，。；\d]{{0,14}}{_COURT}(?:未能?|没有)[^，。；\d]{{0,4}}出庭"
)
_COURT_WORD = re.compile(r"出庭|应诉")
_ANOTHER_TIME = re.compile(r"去年|上年|同期|往年|从|由(?=\d)|不低于|不少于|以上|力争|确保|目标")
_APPEARED = re.compile(r"出庭(?:应诉)?(?P<times>了?(?P<n>\d+)[次件起场])?")
_CASES = re.compile(r"(?:诉讼|应诉|被诉|涉诉)[^，。；\d]{0,10}(?P<n>\d+)[件起]")
_ALL = re.compile(r"均|全部|都(?!市)")
_OFFICE = re.compile(OFFICE)
_OTHER_CASE = re.compile(r"去年|上年|往年|旁听|县[级直]|其他|其中|村")


class _Appeared(NamedTuple):
    who: frozenset[str]
    cases: int  # 0 where it is not told of all
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each place that tells of another than the one who appeared in all cases, or of fewer."""
    if "出庭" not in reading.text:
        return
    yield from _not_all(reading)
    told = [each for m in _APPEARED.finditer(reading.text) if (each := _appeared(reading, m))]
    for one in told:
        other = next((all_ for all_ in told if _at_odds(reading, all_, one)), None)
        if other is not None:
            yield _asked(reading, (other.start, other.end), one.start, one.end)


def _appeared(reading: Reading, found: re.Match[str]) -> _Appeared | None:
    """Who appeared, and in how many cases where it is told of all; None where nobody is named."""
    span = reading.sentence_at(found.start())
    part = re.split(r"[；]", reading.text[span.start : found.start()])[-1]
    clause = re.split(r"[，]", part)[-1]
    if reading.in_plan(found.start()) or _OTHER_CASE.search(part):
        return None
    cases = list(_CASES.finditer(part))
    every = bool(cases and (_ALL.search(clause) or cases[-1]["n"] == "1"))
    named = list(_OFFICE.finditer(clause)) or (
        list(_OFFICE.finditer(reading.text[span.start : found.start()]))[:1] if found["n"] else []
    )
    who = offices_of(named[-1].group()) if named else frozenset()
    if len(who) != 1 or not who <= {SECRETARY, HEAD, DEPUTY} or not (every or found["n"]):
        return None
    if every:
        start = found.start() - len(clause)
        return _Appeared(who, int(cases[-1]["n"]), start, found.end())
    return _Appeared(who, 0, found.start(), found.end())


def _at_odds(reading: Reading, every: _Appeared, one: _Appeared) -> bool:
    """Whether another than the one of all cases is told to have appeared."""
    apart = reading.sentence_at(every.start) != reading.sentence_at(one.start)
    return apart and bool(every.cases) and not one.cases and every.who != one.who


def _not_all(reading: Reading) -> Iterator[Finding]:
    spans = sorted(
        {reading.sentence_at(m.start()).start for m in _COURT_WORD.finditer(reading.text)}
    )
    appeared = next(_of_this_year(reading, spans, _ALL_APPEARED), None)
    if appeared is not None:
        for some in _of_this_year(reading, spans, _SOME_APPEARED):
            yield _asked(reading, appeared.span(), *some.span())


def _of_this_year(
    reading: Reading, starts: list[int], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    for start in starts:
        for found in pattern.finditer(reading.text, start, reading.sentence_at(start).end):
            if not _other_time(reading, *found.span()):
                yield found


def _other_time(reading: Reading, start: int, end: int) -> bool:
    clause = reading.text[max(reading.sentence_at(start).start, start - 14) : end + 2]
    return bool(_ANOTHER_TIME.search(clause)) or reading.in_plan(start)


def _asked(reading: Reading, every: tuple[int, int], start: int, end: int) -> Finding:
    told, here = reading.text[slice(*every)], reading.text[start:end]
    message = f"别处写“{told}”，这里写“{here}”，出庭的人不一致，请核对。"
    return reading.finding(ID, "warning", message, start, end, other=every)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("行政诉讼案件2件，均由负责人出庭应诉。\n负责人出庭应诉率仅为50%，" + _TAIL),
    Example("行政诉讼案件2件，均由分管副镇长出庭应诉。\n镇长出庭应诉2次，" + _TAIL),
)
CLEAN = (
    Example("行政诉讼案件2件，均由负责人出庭应诉。\n去年负责人出庭应诉率仅为50%，" + _TAIL),
    Example("行政诉讼案件2件，均由镇长出庭应诉。\n镇长出庭应诉2次，" + _TAIL),
    Example("行政诉讼案件2件，负责人均出庭应诉。\n镇长出庭应诉1次，" + _TAIL),
)
