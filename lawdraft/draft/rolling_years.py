"""Years and dates of last year's wording in the new year: in sentences, tables and Chinese numerals."""

from __future__ import annotations

import re

from lawdraft.draft.rolling_edits import Edit, Roll
from lawdraft.model.draft import Change

SPAN = re.compile(
    r"20\d\d\s*年?\s*(?:[-—–－~～]{1,2}|至|到)\s*(?:20)?\d\d\s*年(?:度)?|20\d\d\s*[-—–－~～]{1,2}\s*20\d\d"
)
YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?=\s*年|\s*度|以来|全年|\s*[.\-/]\s*\d{1,2}\s*[.\-/]\s*\d)")
CHINESE_YEAR = re.compile(r"(二[〇○零][〇○零一二三四五六七八九]{2})(?=年)")
COMPARED = re.compile(r"(?:[较比与同]|相比|对比|同期)\s*$")
GROWN = r"^[^。；]*(?:增|升|降|减|提高|压缩|缩短|扩大|提速)[^。；]*{last}\s*年"  # 由2024年的…增至2025年的…
FROM = re.compile(r"[由从]\s*$")
LABEL = re.compile(r"(?<![\d.,])(20\d\d)(?![\d.,%％])")  # a year that names a column or a row
LONGEST_LABEL = 12
HONOUR = re.compile(r"^[^。；]{0,40}(?:荣获|获评|获得|评为|评定为|授予|命名|表彰|入选)")
FIXED_PAST = re.compile(r"(?:自从?|从|始于|成立于|创建于|印发于)\s*$")
DIGITS = "〇一二三四五六七八九"
UNTIL = r"(?P<day>\s*年\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?)\s*(?:至|到|[-—–－~～]{{1,2}})\s*{last}\s*年"
LEFT_OVER = re.compile(
    r"\s*年度?(?:底)?(?:的)?(?:遗留|结转|转入|转结|未办结|未完成|未销号|积存|存量)"
)
TIED = re.compile(  # a fact of the calendar: no other year closes or opens that period
    r"\s*年度?[^，。；\d]{0,24}?(?:收官|开局|启动|起步)之?年(?:[，、]?(?:也|又|还|同时)?(?:也|又)?是[^，。；\d]{0,24}?之年)*"
)
WHY_TIED = "收官、开局是哪一年不跟着报告年份走，今年怎么写请您定"
WHY_YEAR = "年份随报告年度顺延"
WHY_DATE = "日期随年度顺延，请核对是否确有其事"
WHY_COMPARED = "作比较的上一年随之顺延，请核对比较结果"
WHY_FAR = "更远的目标年份不跟着报告年份走，请核对"
WHY_SINCE = "这里的年份像是起始时间，没有改，请核对"
WHY_HONOUR = "荣誉、奖项的年份没有改，请核对今年是否又获得"


def years(text: str, roll: Roll) -> list[Edit]:
    """Years of sentences: 2024年 → 2025年; what may be history stays, some of it marked."""
    edits = []
    for found in YEAR.finditer(text):
        edit = _year(text, found, int(found[1]), roll)
        if edit is not None:
            edits.append(edit)
    return edits


def _year(text: str, found: re.Match[str], year: int, roll: Roll) -> Edit | None:
    """How a year is rolled: last year's and later ones are, the one before where compared."""
    before, behind = text[: found.start()], text[found.end() :]
    if not roll.by:
        return None
    grown = FROM.search(before) and re.search(GROWN.format(last=roll.last), behind)
    if year < roll.last and grown:
        return _moved(text, found, roll, WHY_COMPARED)
    if year < roll.last - 1:
        return None
    if tied := TIED.match(behind):
        words = f"{found[1]}{tied[0]}"
        change = Change(words, words, WHY_TIED, asked=True)
        return Edit(found.start(), found.end() + len(tied[0]), change)
    if HONOUR.match(behind):
        return Edit(found.start(), found.end(), Change(found[1], found[1], WHY_HONOUR))
    dated = re.match(r"\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?", behind)
    if year > roll.last + 1 and not dated:
        return Edit(found.start(), found.end(), Change(found[1], found[1], WHY_FAR, asked=True))
    if year == roll.last - 1:
        return _year_before(text, found, roll)
    if FIXED_PAST.search(before) and dated:
        return Edit(found.start(), found.end(), Change(found[1], found[1], WHY_SINCE))
    if dated:
        return _moved(text, found, roll, WHY_DATE, tail=dated[0])
    return _moved(text, found, roll, WHY_YEAR)


def _year_before(text: str, found: re.Match[str], roll: Roll) -> Edit | None:
    """The year before last year's: 2024年12月至2025年11月, 2024年遗留问题, 较2024年 move, else it is history."""
    before, behind = text[: found.start()], text[found.end() :]
    if until := re.match(UNTIL.format(last=roll.last), behind):
        return _moved(text, found, roll, WHY_DATE, tail=until["day"])
    if LEFT_OVER.match(behind):
        return _moved(text, found, roll, WHY_COMPARED)
    compared = COMPARED.search(before)
    return _moved(text, found, roll, WHY_COMPARED, before=compared) if compared else None


def _moved(
    text: str,
    found: re.Match[str],
    roll: Roll,
    why: str,
    *,
    before: re.Match[str] | None = None,
    tail: str = "",
) -> Edit:
    """The year on by `roll.by`; what is asked about is told with the words around it."""
    mark = re.match(r"\s*年度?", text[found.end() :])
    tail = tail or (mark[0] if mark else "")
    lead = before[0] if before else ""
    year = int(found[1]) + roll.by
    change = Change(f"{lead}{found[1]}{tail}", f"{lead}{year}{tail}", why, asked=why != WHY_YEAR)
    return Edit(found.start() - len(lead), found.end() + len(tail), change)


def labels(text: str, roll: Roll) -> list[Edit]:
    """Years that name the columns or rows of a comparing table: all move, 2024|2025 → 2025|2026."""
    if "\t" not in text or not roll.by:
        return []
    found = [year for start, cell in _label_cells(text) for year in _label_years(start, cell)]
    named, first = {year for _, year in found}, roll.last
    if roll.last not in named:
        return []
    while first - 1 in named:  # years before a gap are history
        first -= 1
    edits = []
    for start, year in found:
        if year < first:
            continue
        mark = re.match(r"\s*年度?", text[start + 4 :])
        tail = mark[0] if mark else ""
        change = Change(f"{year}{tail}", f"{year + roll.by}{tail}", WHY_YEAR)
        edits.append(Edit(start, start + 4 + len(tail), change))
    return edits


def _label_cells(text: str) -> list[tuple[int, str]]:
    """Where the cells of the first row and of the first column begin, and their words."""
    cells, at = [], 0
    for number, row in enumerate(text.split("\n")):
        start = at
        for column, cell in enumerate(row.split("\t")):
            named = number == 0 or column == 0
            if named and len(cell.strip()) <= LONGEST_LABEL and not SPAN.search(cell):
                cells.append((start, cell))
            start += len(cell) + 1
        at += len(row) + 1
    return cells


def _label_years(start: int, cell: str) -> list[tuple[int, int]]:
    return [(start + found.start(), int(found[1])) for found in LABEL.finditer(cell)]


def chinese_years(text: str, roll: Roll) -> list[Edit]:
    """二〇二四年 → 二〇二五年."""
    edits = []
    for found in CHINESE_YEAR.finditer(text):
        year = int("".join(str(DIGITS.index(c)) if c in DIGITS else "0" for c in found[1]))
        if year >= roll.last and roll.by:
            written = "".join(DIGITS[int(digit)] for digit in str(year + roll.by))
            change = Change(f"{found[1]}年", f"{written}年", WHY_YEAR)
            edits.append(Edit(found.start(), found.end() + 1, change))
    return edits
