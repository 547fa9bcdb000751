"""How numbers, ranges, years and dates are written (GB/T 15835-2011, GB/T 9704-2012)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings
from lawdraft.model.report import Span
from lawdraft.text.figures import is_average

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

ID = "number-style"
_GOOD_DATE = re.compile(r"20\d\d年(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])日")
_TITLE = re.compile(r"《[^》\n]*》")
_DECIMAL = re.compile(r"\d+\.\d+")
_AVERAGED = re.compile(r"[均每]|(?:率|(?<!\d)[百千万]人)[^。；、%]{0,14}\Z")  # 万人成讼率降至38.6件
_CHINESE = re.compile(r"[一二两三四五六七八九十百千万亿零〇]{1,12}(?:余|多)?")
_LOOSE = re.compile(r"[十百千万]+[余多几]|[一二三四五六七八九]{2}")  # 百余, 十几, 三五
_CLAUSE_END = re.compile(r"[，。；、]|\Z")
_WHY = "GB/T 15835-2011《出版物上数字用法》 4.1.1、4.3"
TEN = 10  # below it a number before its noun may be in words: 三名主要领导
_SKIPPED = frozenset(("annex", "annex_note", "addressee", "signature"))


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's patterns, and the form of the report's own date."""
    if passage.role == "date":
        yield from _date(passage, reading)
        return
    if passage.role in _SKIPPED:
        return
    told = list(pattern_findings(passage, reading, ID))
    titles = [found.span() for found in _TITLE.finditer(passage.text)]
    places = {finding.start for finding in told}
    for finding in (*told, *(f for f in _in_chinese(passage, reading) if f.start not in places)):
        if _DECIMAL.fullmatch(finding.excerpt) and _averaged(passage, finding.start or 0):
            continue  # 平均每个社区5.2名: an average may well have decimals
        inside = any(start <= (finding.start or 0) < end for start, end in titles)
        yield replace(finding, level="note") if inside else finding


def _in_chinese(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """走访商户九百余家 where other counts of the sentence are in Arabic digits."""
    if not passage.is_body:
        return
    start, text = passage.start, passage.text
    figures = reading.figures_in(Span(start, start + len(text)))
    for figure in figures:
        numeral = _CHINESE.match(figure.text)
        if numeral is None or _LOOSE.match(figure.text) or figure.unit in (None, "%"):
            continue
        at, end = figure.start - start, figure.end - start
        many = figure.number >= TEN
        if (many or _CLAUSE_END.match(text, end)) and _among_digits(
            passage, figures, at, many=many
        ):
            message = "阿拉伯数字与汉字数字写法不一，计量的数宜用阿拉伯数字。"
            yield passage.finding(ID, "note", message, at, end, why=_WHY)


def _among_digits(passage: Passage, figures: Sequence[Figure], at: int, *, many: bool) -> bool:
    """Whether other counts of its paragraph, of a small number those of its sentence, are in digits."""
    span = Span(0, len(passage.text)) if many else passage.sentence(at)
    return any(
        f.text[:1].isdigit() and f.unit and span.start <= f.start - passage.start < span.end
        for f in figures
    )


def _averaged(passage: Passage, start: int) -> bool:
    span = passage.sentence(start)
    before = passage.text[span.start : start]
    return is_average(passage.text, start) or bool(_AVERAGED.search(before))


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
    Example("发放资料3200份，走访商户九百余家。"),
    Example("召开会议六次，组织学习12次。"),
    Example("每名骨干联系5-10户群众。"),
    Example("2024以来，各项工作有序推进。", year=2024, written="2025-01-20"),
    Example("第3季度开展执法检查。"),
)
CLEAN = (
    Example("百余名群众、十几名志愿者参与，三名主要领导带头接访，调解纠纷126件。"),
    Example("平均每个社区有调解员5.2名，每千人口纠纷10.7件，每万人拥有律师2.4名，月均办件12.5件。"),
    Example("万人成讼率由41.2件降至38.6件，万人发案率控制在12.4起以内。"),
    Example("每名骨干联系5~10户群众，第三季度开展检查。"),
    Example("落实《云岭县普法规划（2021—2025年）》，2025年1月5日召开会议。"),
)
