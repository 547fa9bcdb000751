"""One honour that two offices are said to have given: 被旗委政法委列为…案例, and 被旗司法局."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.rules.honoured import holder_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_GIVEN = re.compile(
    r"(?:被|获得?|受到)(?P<office>(?![^，。；“”]{0,12}[、和及与])[一-鿿]{1,10}?(?:政法委|组织部|宣传部|司法[厅局部]|公安[厅局]|法院|检察院|信访局|民政[厅局]|妇联|团委|普法办|依法治[县市区旗省]办|平安办|党委|政府|[县市区旗省州]委|厅|局))"
    r"(?:联合)?(?:评选?为|评定为|列为|列入|授予|命名为|认定为|确定为|表彰为?|通报表[扬彰]|纳入|推介为)(?P<honour>[^，。；：、（）\n]{0,26})"
)
_NAME = re.compile(r"20\d\d年度?|[“”]|称号|荣誉|的.*|为契机.*|后$|之后$")
_QUOTED = re.compile(r"“([^”]{2,12})”")
LONG = 4  # characters that tell an honour


class _Given(NamedTuple):
    office: str
    honour: str
    holders: frozenset[str]
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later office that an earlier one denies."""
    if "被" not in reading.text and "获" not in reading.text:
        return
    given = [each for found in _GIVEN.finditer(reading.text) if (each := _given(reading, found))]
    for one, other in denials(reading, given, _at_odds):
        yield reading.finding(
            ID,
            "warning",
            f"前面写由{one.office}评定，这里是{other.office}，说的像是同一个荣誉，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _given(reading: Reading, found: re.Match[str]) -> _Given | None:
    """An honour with its giver and whose it is; None where nobody's, or too little says which."""
    honour = _NAME.sub("", found["honour"])
    span = reading.sentence_at(found.start())
    lead = re.split(r"；", reading.text[span.start : found.start()])[-1]
    clause = re.split(r"，", lead)[-1]
    holders = frozenset(_QUOTED.findall(clause)) or frozenset(
        filter(None, (holder_before(clause),))
    )
    if len(honour) < LONG or not holders:
        return None
    return _Given(found["office"], honour, holders, *found.span("office"))


def _at_odds(one: _Given, other: _Given) -> bool:
    if one.office in other.office or other.office in one.office:
        return False
    return one.honour == other.honour and bool(one.holders & other.holders)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example(
        "“马背调解”被县委政法委列为2025年基层治理创新案例。\n"
        "以“马背调解”被县司法局列为2025年基层治理创新案例为契机，" + _TAIL
    ),
    Example("东风村被县司法局评为法治示范村。\n东风村被县民政局评为法治示范村，" + _TAIL),
)
CLEAN = (
    Example("东风村被县司法局评为法治示范村。\n西河村被县民政局评为法治示范村，" + _TAIL),
    Example(
        "“马背调解”被县委政法委列为基层治理创新案例。\n"
        "“马背调解”还被县司法局列为普法依法治理案例，" + _TAIL
    ),
    Example("东风村被司法局评为法治示范村。\n东风村被县司法局评为法治示范村，" + _TAIL),
)
