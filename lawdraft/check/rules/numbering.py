"""Numbers of headings and points that skip, double or run backwards."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.text.numerals import chinese_numeral, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Heading, Point

ID = "numbering"
_MARK = re.compile(
    r"\s*(?:第(?P<part>[一二三四五六七八九十]+)(?:部分|章|，|、)?"
    r"|[（(](?P<in>[一二三四五六七八九十]+|\d{1,2})[）)]"
    r"|(?P<out>[一二三四五六七八九十]+|\d{1,2})(?P<after>[、.．，,]|是|要))"
)
_WHY = "GB/T 9704-2012 第7.3.3条：结构层次序数依次用“一、”“（一）”“1.”“（1）”"


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at each mark that does not follow the one before it."""
    yield from _headings(reading)
    yield from _points(reading)
    for passage in reading.body:
        yield from _rows(passage, reading)


_IN_ROW = re.compile(
    r"(?:(?<=^)|(?<=[。；：，\n]))\s?(?P<mark>(?P<sort>第|其)?(?P<chinese>[一二三四五六七八九十]{1,2})(?P<after>是|要|，|、)|（(?P<inner>[一二三四五六七八九十]{1,2})）"
    r"|（(?P<round>\d{1,2})）|(?P<dot>\d{1,2})(?:[.．](?!\d)|、(?=[一-鿿]))|(?P<ring>[①-⑳]))"
)


def _rows(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """Rows inside one paragraph, whatever was recognised in it: （一）…（二）…（二）, ①②④."""
    last: dict[str, int] = {}
    for found in _IN_ROW.finditer(passage.text):
        sort, number = _in_row(found)
        before = last.get(sort)
        if number == 1 and before == 1:
            number = -1  # 一是…；一是…: the second is meant to be 二是
        if before is not None and number not in (1, before + 1):
            yield _wrong_in_row(passage, reading, found, before + 1, number)
            number = before + 1 if number <= before else number
        if number == 1 or before is not None:
            last[sort] = number


def _in_row(found: re.Match[str]) -> tuple[str, int]:
    if found["ring"]:
        return "①", ord(found["ring"]) - ord("①") + 1
    if found["round"] or found["dot"]:
        return ("（1）" if found["round"] else "1."), int(found["round"] or found["dot"])
    value = int(parse_number(found["inner"] or found["chinese"]) or 0)
    return ("（一）" if found["inner"] else (found["sort"] or "") + found["after"]), value


def _wrong_in_row(
    passage: Passage, reading: Reading, found: re.Match[str], expected: int, number: int
) -> Finding:
    printed = found["mark"]
    digits = found["inner"] or found["chinese"] or found["round"] or found["dot"] or printed
    should = str(expected) if digits.isascii() else chinese_numeral(expected)
    should = chr(ord("①") + expected - 1) if found["ring"] else printed.replace(digits, should)
    how = "重复或颠倒" if number < expected else "跳号"
    start = passage.start + found.start("mark")
    return reading.finding(
        ID,
        "warning",
        f"分点序号“{printed}”{how}，这里应为“{should}”。",
        start,
        start + len(printed),
        suggestion=should,
    )


def _value(text: str) -> int | None:
    found = _MARK.match(text)
    if not found:
        return None
    number = parse_number(found["part"] or found["in"] or found["out"])
    return int(number) if number is not None else None


def _headings(reading: Reading) -> Iterator[Finding]:
    """Each level counts from 1 anew below the next heading of a higher level."""
    last: dict[str, int] = {}
    ends: dict[str, int] = {}
    through = 0  # the last 1. of a report that counts them through all its parts
    headings = reading.report.headings
    ranks = _ranks(headings)
    for at, heading in enumerate(headings):
        number = _value(heading.text)
        if number is None:
            continue
        style = _style(heading.text)
        for deeper in [s for s in ranks if ranks[s] > ranks[style]]:
            last.pop(deeper, None)
            ends[deeper] = heading.start
        expected = last.get(style, 0) + 1
        if style == "1." and style not in last and number == through + 1:
            expected = number
        if style == "1.":
            through = number if number == through + 1 else -1
        if number > expected and _printed_before(
            reading, ends.get(style, 0), heading.start, _printed(number - 1, style)
        ):
            expected = number
        if number != expected:
            yield _wrong(reading, heading, number, expected, style)
        last[style] = _counted(number, expected, _following(headings[at + 1 :], style, ranks))
        ends[style] = heading.end


def _following(headings: Sequence[Heading], style: str, ranks: dict[str, int]) -> int | None:
    """The number of the next heading of this style, before one of a higher level."""
    for heading in headings:
        if _value(heading.text) is None:
            continue
        if ranks[_style(heading.text)] < ranks[style]:
            return None
        if _style(heading.text) == style:
            return _value(heading.text)
    return None


def _counted(number: int, expected: int, following: int | None) -> int:
    """A slip in one mark alone does not make the next ones wrong: 一 三 三, 一 一 三."""
    return expected if following == expected + 1 else number


def _printed_before(reading: Reading, start: int, end: int, mark: str) -> bool:
    """Whether the mark before this one stands in between, be it no heading."""
    half = mark.replace("（", "(").replace("）", ")")
    text = reading.text[start:end]
    return any(re.search(rf"(?:^|[\n。；])\s*{re.escape(m)}", text) for m in {mark, half})


_RANK = {"一、": 1, "第一部分": 1, "（一）": 2, "1.": 3, "（1）": 4, "第一，": 5, "一是": 5}


def _ranks(headings: Sequence[Heading]) -> dict[str, int]:
    """How deep each style is: 第一， opens the parts themselves where nothing else does."""
    styles = {_style(heading.text) for heading in headings if _value(heading.text) is not None}
    return _RANK if styles & {"一、", "第一部分"} else {**_RANK, "第一，": 1}


_SAID = re.compile(r"第[一二三四五六七八九十]+[，、：]")


def _style(text: str) -> str:
    text = text.strip()
    if text[0] in "（(":
        return "（1）" if text[1].isdigit() else "（一）"
    if text[0].isdigit():
        return "1."
    if text[0] == "第":
        return "第一，" if _SAID.match(text) else "第一部分"
    return "一是" if re.match(r"[一二三四五六七八九十]+(?:是|要)", text) else "一、"


def _wrong(reading: Reading, heading: Heading, number: int, expected: int, style: str) -> Finding:
    mark = _MARK.match(reading.text, heading.start)
    end = mark.end() if mark and mark.end() <= heading.end else heading.start + 1
    printed = reading.text[heading.start : end].strip()
    should = _printed(expected, style)
    how = "重复" if number < expected else "跳号"
    return reading.finding(
        ID,
        "error",
        f"标题序号“{printed}”{how}，这里应为“{should}”。",
        heading.start,
        end,
        suggestion=should,
        why=_WHY,
    )


def _printed(number: int, style: str) -> str:
    chinese = chinese_numeral(number)
    return {
        "一、": f"{chinese}、",
        "第一部分": f"第{chinese}部分",
        "第一，": f"第{chinese}，",
        "（一）": f"（{chinese}）",
        "1.": f"{number}.",
        "（1）": f"（{number}）",
        "一是": f"{chinese}是",
    }[style]


def _points(reading: Reading) -> Iterator[Finding]:
    """一是 二是 四是: each row counts from 一; a new row begins with 一 again."""
    last: dict[str, tuple[int, Point]] = {}
    tops = [h.start for h in reading.report.headings if h.level <= 2]
    points = reading.report.points
    for at, point in enumerate(points):
        found = _POINT.match(point.marker)
        number = int(parse_number(found[2]) or 0) if found else 0
        if not found or not number:
            continue
        family = _family(found)
        before = last.get(family)
        if before and bisect_right(tops, before[1].start) < bisect_right(tops, point.start):
            before = None
        last[family] = (number, point)
        if number == 1:
            continue
        expected = before[0] + 1 if before else 1
        start = (
            before[1].start + 1 if before else max((t for t in tops if t <= point.start), default=0)
        )
        if number > expected and _said(reading, start, point.start, found, number - 1):
            continue
        if number != expected:
            yield _wrong_point(reading, point, number, expected, found)
            following = _next_in_row(points, at, family)
            last[family] = (_counted(number, expected, following), point)


_POINT = re.compile(r"(第?)([一二三四五六七八九十]+)(是|要|，|、|)")


def _family(found: re.Match[str]) -> str:
    return found[1] + ("是" if found[3] in "是要" and found[3] else "第")


def _next_in_row(points: Sequence[Point], at: int, family: str) -> int | None:
    """The number of the next point that is marked in the same way."""
    for point in points[at + 1 :]:
        found = _POINT.match(point.marker)
        if found and _family(found) == family:
            return int(parse_number(found[2]) or 0)
    return None


def _said(reading: Reading, start: int, end: int, found: re.Match[str], number: int) -> bool:
    """Whether the mark before stands there after all, where no point was recognised: ：一是."""
    return f"{found[1]}{chinese_numeral(number)}{found[3]}" in reading.text[start:end]


def _wrong_point(
    reading: Reading, point: Point, number: int, expected: int, found: re.Match[str]
) -> Finding:
    end = point.start + len(point.marker)
    should = f"{found[1]}{chinese_numeral(expected)}{found[3]}"
    how = "重复或颠倒" if number < expected else "跳号"
    return reading.finding(
        ID,
        "warning",
        f"分点序号“{point.marker}”{how}，这里应为“{should}”。",
        point.start,
        end,
        suggestion=should if reading.text[point.start : end] == point.marker else None,
    )


RULE = ReportRule(ID, check)
_REPORT = (
    "云岭县青禾镇2025年法治政府建设年度报告\n2025年，青禾镇扎实推进依法行政，现将法治政府建设情况报告如下：\n"
    "一、主要举措和成效\n"
    "（一）加强学习。{points}\n{second}强化执法。开展检查36次。\n二、存在的不足\n执法力量薄弱，原因是编制不足，普法宣传形式也较为单一。\n{plan}2026年工作安排\n"
    "加强行政执法培训，办好法律顾问驻村服务，化解矛盾纠纷。\n云岭县青禾镇人民政府\n2026年1月20日"
)
_POINTS = "一是组织学习。二是开展培训。三是严格考核。"
FLAGGED = (
    Example(_REPORT.format(points=_POINTS, second="（二）", plan="四、"), "whole"),
    Example(_REPORT.format(points=_POINTS, second="（三）", plan="三、"), "whole"),
    Example(
        _REPORT.format(
            points="一是组织学习。三是开展培训。四是严格考核。", second="（二）", plan="三、"
        ),
        "whole",
    ),
)
CLEAN = (
    Example(_REPORT.format(points=_POINTS, second="（二）", plan="三、"), "whole"),
    Example(
        _REPORT.format(
            points="\n第一，组织学习。开展学法12次。第二，开展培训。培训骨干30名。\n",
            second="（二）严格程序\n第一，规范文书。评查案卷9份。第二，公开信息。公开12条。\n（三）",
            plan="三、",
        ),
        "whole",
    ),
)
