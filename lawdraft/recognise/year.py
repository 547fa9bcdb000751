"""Which year a report speaks of, and why: title before headings, text and date."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawdraft.model.report import Heading

from lawdraft.text.numerals import parse_year

_YEAR = r"20\d\d|二[〇○零ＯO]二[一二三四五六七八九〇○零]"
_TITLE = re.compile(rf"({_YEAR})\s*(?:年度?|(?=法治))")
_RESULT = re.compile(
    rf"({_YEAR})年(?:度)?[^，。]{{0,20}}(?:成效|举措|情况|总结|主要工作|做法|成绩)"
)
_PLAN = re.compile(rf"({_YEAR})年(?:度)?[^，。]{{0,20}}(?:计划|打算|安排|思路|重点|任务)")
_TEXT = re.compile(rf"(?<![\d—–-])({_YEAR}) ?年(?:度|以来)?(?![\d—–-]|\s*\d{{1,2}}月)")
_REPORT = re.compile(
    rf"将[^，。]{{0,24}}?({_YEAR}) ?年(?:度)?[^，。]{{0,24}}(?:报告|汇报|总结)如下"
)


_UNTIL = re.compile(rf"截[至止]到?({_YEAR})年(?:1[0-2]月|年?底|末)")


def year_of(
    title: str | None, headings: Sequence[Heading], body: str, day: date | None
) -> tuple[int | None, str]:
    """(year, reason): the reported year is not the year of publication."""
    if title and (found := _TITLE.search(title)):
        return _year(found), f"标题写明“{found[1]}年”。"
    if found := _REPORT.search(body[:1500]):
        return _year(found), f"正文写明报告{found[1]}年的情况。"
    if found := _TEXT.search(body[:120]):
        return _year(found), f"正文开头写明{found[1]}年。"
    for heading in headings:
        if (
            heading.level <= 2
            and "整改" not in heading.text
            and (found := _RESULT.search(heading.text))
        ):
            return _year(found), f"标题“{heading.text[:20]}”写明{found[1]}年。"
    for heading in headings:
        if found := _PLAN.search(heading.text):
            return (_year(found) or 1) - 1, f"计划部分写的是{found[1]}年，报告的是上一年。"
    return _by_text_or_date(body, day)


def _by_text_or_date(body: str, day: date | None) -> tuple[int | None, str]:
    if counts := Counter(found[1] for found in _TEXT.finditer(body)):
        printed = counts.most_common(1)[0][0]
        return parse_year(printed), f"正文中{printed}年出现最多。"
    if found := _UNTIL.search(body):
        return _year(found), f"正文写明截至{found[1]}年底。"
    if day is not None:
        year = day.year - 1 if day.month <= 9 else day.year
        return year, f"按落款日期{day.year}年{day.month}月推定。"
    return None, ""


def _year(found: re.Match[str]) -> int | None:
    return parse_year(re.sub("[ＯO○]", "〇", found[1]))
