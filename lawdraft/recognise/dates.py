"""The date below a report, in any writing: 2025年1月20日, 二〇二五年一月二十日, 2025.1.20, 2025 1 20."""

from __future__ import annotations

import re
from datetime import date

from lawdraft.text.numerals import parse_number

_ZERO = "〇○零ＯO0０◯"
_YEAR = rf"20\d ?\d ?|(?<!\d)2\d(?=年)|二[{_ZERO}][一二三四五六七八九{_ZERO}]{{2}}"
_NUMBER = r"\d ?\d?|[一二三四五六七八九十元]{1,3}"
DATE_ROW = re.compile(
    rf"^[（(]?(?:日期[：:])?\s*(?P<year>{_YEAR})\s*(?:(?P<year_sign>年)|[.．/\-—]|\s)\s*(?P<month>{_NUMBER})\s*(?:月|[.．/\-—]|\s)\s*(?P<day>{_NUMBER})?\s*日?[）)]?[。]?$"
)
_OPEN = r"[ \u3000\d×✕XxＸ_＿○*]{0,6}"
OPEN_DATE_ROW = re.compile(rf"^[（(]?(?:20{_OPEN}|[×✕XxＸ_＿○*]{{2,4}})年{_OPEN}月{_OPEN}日[）)]?$")
_ANY = re.compile(
    rf"(?P<year>{_YEAR})\s*(?:年|[.．/\-—]|\s)\s*(?P<month>{_NUMBER})\s*(?:月|[.．/\-—]|\s)\s*(?P<day>{_NUMBER})"
)


_CENTURY = 100  # 27年1月12日: the year as clerks shorten it


def date_row(text: str) -> re.Match[str] | None:
    """A date on a line of its own, also letter by letter spaced: 二 〇 二 五 年 一 月 二 十 日."""
    return DATE_ROW.match(text) or (DATE_ROW.match("".join(text.split())) if "年" in text else None)


def parse_date(text: str) -> date | None:
    """The first whole date in a text, or None where there is none or it cannot be (2月30日)."""
    found = _ANY.search(text)
    if not found:
        return None
    year, month, day = (_value(found[name]) for name in ("year", "month", "day"))
    try:
        return date(year if year > _CENTURY else 2000 + year, month, day)
    except ValueError:
        return None


def _value(printed: str) -> int:
    printed = (
        re.sub(rf"[{_ZERO}]", "〇", printed.replace(" ", ""))
        if not printed[0].isdigit()
        else printed.replace(" ", "")
    )
    return 1 if printed == "元" else int(parse_number(printed) or 0)
