"""Years that count themselves: “十四五”开局之年 is 2021, 第十个国家宪法日 2023, 建党104周年 2025.

What the words say is reckoned and held against the year spoken of: the one named before them in the
clause, else the report's, in the plan the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage

_N = r"(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,4})"
# a five years' plan by its first year; 六五 to 九五 nowadays are plans of 普法
_PLANS = {
    "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031,
    "六五": 2011, "七五": 2016, "八五": 2021, "九五": 2026,
}  # fmt: skip
_STEP = (
    r"(?P<first>开局|起步|启动|开启|开篇|首)|(?P<last>收官|决胜|最后一|收尾)|(?P<after>总结验收|终期验收|验收)"
    r"|(?P<middle>承上启下|中期)|第(?P<nth>[一二三四五])"
)
_PLAN_YEAR = re.compile(
    rf"[“\"]?(?<![第〇零])(?P<plan>{'|'.join(_PLANS)})[”\"]?(?:普法|法治宣传教育|时期|五年)?(?:工作)?(?:规划|纲要)?"
    rf"(?:[》，、]?(?:的|实施的?|落实的?|贯彻的?|发展的?|进入)?)(?:圆满|全面|关键)?(?:{_STEP})(?:的|之|关键)*[年际]"
)
_TITLED_YEAR = re.compile(
    rf"[（(](?P<from>20\d\d)年?\s*[-—–－~～至]{{1,2}}\s*(?P<to>20\d\d)年?[）)][^《》，。；]{{0,4}}》?(?:的|实施的?)?(?:圆满|全面)?(?:{_STEP})(?:的|之|关键)*[年际]"
)
# words of one year alone
_EVENTS = (
    (re.compile(r"(?:贯彻|落实|学习)(?:落实|贯彻)?党的二十大精神的?开局之年"), 2023),
    (re.compile(r"党的二十大(?:胜利)?召开之年"), 2022),
    (re.compile(r"(?:贯彻|落实)(?:落实|贯彻)?党的十九大精神的?开局之年"), 2018),
    (re.compile(r"党的二十一大(?:胜利)?召开之年"), 2027),
)
# the year before the first: 第1个 is one later
_DAYS = {
    "国家宪法日": 2013, "宪法宣传周": 2017, "全民国家安全教育日": 2015, "民法典宣传月": 2020, "全国生态日": 2022,
    "国际禁毒日": 1987, "(?:全国)?防灾减灾日": 2008, '(?:全国)?[“"]?安全生产月': 2001, "世界水日": 1992, "中国水周": 1987,
    '全国[“"]?土地日': 1990, "烈士纪念日": 2013, "中国农民丰收节": 2017, "全国助残日": 1990, "国家公祭日": 2013,
    "中国人民警察节": 2020, "世界环境日": 1971,
}  # fmt: skip
_ORDINALS = tuple(
    (re.compile(rf"第{_N}[个届次](?:[“\"]?\d{{1,2}}[·.]\d{{1,2}}[”\"]?)?[“\"]?{day}"), base)
    for day, base in _DAYS.items()
)
_SINCE = {
    "(?:建党|中国共产党(?:成立|建党))": 1921,
    "(?:新中国成立|建国|中华人民共和国成立|国庆)": 1949,
    "改革开放": 1978,
    "(?:现行)?宪法(?:公布|颁布)?(?:施行|实施|颁布|公布)": 1982,
    "民法典(?:颁布|公布|通过|出台)": 2020,
    "民法典(?:实施|施行)": 2021,
    "(?:抗战|抗日战争)[^，。；]{0,14}?胜利": 1945,
}
_ANNIVERSARIES = tuple((re.compile(rf"{event}{_N}周年"), base) for event, base in _SINCE.items())
_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?!以来|至)")
_AHEAD = re.compile(r"为[^，。；]{0,12}|迎接|谋划|即将|奠定|备战|展望|面向|准备|蓄势|做好|衔接")
_PAST = re.compile(r"以来|回顾|大会|讲话|精神|曾|当时")


@dataclass(frozen=True, slots=True)
class Milestone:
    """Words at [start, end) that hold in `years` only, where the text speaks of `told`."""

    start: int
    end: int
    years: tuple[int, int]  # first and last that fit
    told: int


def misdated(passage: Passage, year: int) -> Iterator[Milestone]:
    """Those of a paragraph whose year is not the one that is spoken of."""
    for found, years in _found(passage.text):
        told, named = _told(passage, found.start(), year)
        if years[0] <= told <= years[1]:
            continue
        span = passage.sentence(found.start())
        around = passage.text[max(span.start, found.start() - 16) : found.end() + 6]
        if not named and (_AHEAD.search(around) or _PAST.search(around)):
            continue
        yield Milestone(found.start(), found.end(), years, told)


def _found(text: str) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    for found in _PLAN_YEAR.finditer(text) if "五" in text else ():
        first = _PLANS[found["plan"]]
        yield found, _years(found, first, first + 4)
    for found in _TITLED_YEAR.finditer(text):
        yield found, _years(found, int(found["from"]), int(found["to"]))
    for pattern, only in _EVENTS:
        for found in pattern.finditer(text):
            yield found, (only, only)
    for pattern, base in _ANNIVERSARIES if "周年" in text else ():
        yield from _reckoned(pattern, base, text)
    for pattern, base in _ORDINALS if "第" in text else ():
        yield from _reckoned(pattern, base, text)


def _reckoned(
    pattern: re.Pattern[str], base: int, text: str
) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    for found in pattern.finditer(text):
        number = parse_number(found["n"])
        if number is not None:
            yield found, (base + int(number), base + int(number))


def _years(found: re.Match[str], first: int, last: int) -> tuple[int, int]:
    """The years that the step can be: 开局 the first, 收官 the last, 第三年 the third."""
    if found["nth"]:
        nth = first + "一二三四五".index(found["nth"])
        return nth, nth
    if found["after"]:  # a plan is looked over in its last year and the one behind
        return last, last + 1
    if found["middle"]:
        return first + 1, last - 1
    return (first, first) if found["first"] else (last, last)


def _told(passage: Passage, place: int, year: int) -> tuple[int, bool]:
    """The year spoken of there, and whether the sentence names it."""
    span = passage.sentence(place)
    named = _YEAR.findall(passage.text, span.start, place)
    if named:
        return int(named[-1]), True
    if re.search(r"明年|来年|下一年", passage.text[span.start : place]):
        return year + 1, True
    this = re.search(r"今年|本年", passage.text[span.start : place])
    return year + (1 if passage.plans(place) and not this else 0), bool(this)
