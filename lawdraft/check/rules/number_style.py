"""How numbers, ranges, years and dates are written (GB/T 15835-2011, GB/T 9704-2012)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings
from lawdraft.text.figures import is_average

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "number-style"
_GOOD_DATE = re.compile(r"20\d\d年(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])日")
_TITLE = re.compile(r"《[^》\n]*》")
_DECIMAL = re.compile(r"\d+\.\d+")
_SKIPPED = frozenset(("annex", "annex_note", "addressee", "signature"))


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's patterns, and the form of the report's own date."""
    if passage.role == "date":
        yield from _date(passage, reading)
        return
    if passage.role in _SKIPPED:
        return
    titles = [found.span() for found in _TITLE.finditer(passage.text)]
    for finding in pattern_findings(passage, reading, ID):
        if _DECIMAL.fullmatch(finding.excerpt) and _averaged(passage, finding.start or 0):
            continue  # 平均每个社区5.2名: an average may well have decimals
        inside = any(start <= (finding.start or 0) < end for start, end in titles)
        yield replace(finding, level="note") if inside else finding


def _averaged(passage: Passage, start: int) -> bool:
    span = passage.sentence(start)
    before = passage.text[span.start : start]
    return is_average(passage.text, start) or bool(re.search(r"[均每]|平均", before))


def _date(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The date below the report: year, month and day whole and in Arabic digits."""
    text = passage.text.strip()
    plain = "".join(text.split()) if "年" in text else text
    date = reading.report.date
    if _GOOD_DATE.fullmatch(plain.strip("（）()。")) or not re.search(
        r"[\d一二三四五六七八九]", text
    ):
        return
    start = passage.text.index(text)
    written = f"{date.year}年{date.month}月{date.day}日" if date else None
    yield passage.finding(
        ID,
        "error" if date and re.search(r"\d", text) else "note",
        f"成文日期应写作“{written}”。"
        if written
        else "成文日期应当写全年、月、日，并且确有这一天。",
        start,
        start + len(text),
        suggestion=written,
        why="GB/T 9704-2012 第7.3.5.4条：用阿拉伯数字将年、月、日标全，月、日不编虚位",
    )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("每名骨干联系5-10户群众。"),
    Example("2024以来，各项工作有序推进。", year=2024, written="2025-01-20"),
    Example("第3季度开展执法检查。"),
)
CLEAN = (
    Example("平均每个社区有调解员5.2名，每千人口纠纷10.7件，每万人拥有律师2.4名，月均办件12.5件。"),
    Example("每名骨干联系5~10户群众，第三季度开展检查。"),
    Example("落实《云岭县普法规划（2021—2025年）》，2025年1月5日召开会议。"),
)
