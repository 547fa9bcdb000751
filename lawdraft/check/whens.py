"""When something was, 3月18日, 4月底, 二季度, 7月12日至13日, as first and last day; how long it took."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_PART = r"(?:上旬|中旬|下旬|月?初|月?[底末])"
_MONTH = re.compile(
    rf"(?<![\d.·第个—每〇一二三四五六七八九十])(?:(?P<year>20\d\d)年)?(?P<m>{_N})月份?"
    rf"(?:(?P<d>{_D})[日号]|(?P<part>{_PART}))?"
    rf"(?:(?:[至到]|[—–~～-]{{1,2}})(?:(?P<m2>{_N})月份?)?(?:(?P<d2>{_D})[日号]|(?P<part2>{_PART}))?)?"
)
_PERIOD = re.compile(
    r"(?<![每连续前])(?:(?P<year>20\d\d)年)?(?:第?(?P<q>[一二三四1-4])季度|(?P<half>[上下])半年|(?P<turn>年[初中底末]|岁末))"
)
_PERIOD_ENDS = re.compile(r"季度|半年|年初|年中|年底|年末|岁末")
_BACK = len("2025年第一")
_YEAR = re.compile(
    r"(?P<year>20(?<![\d—–～~（至到-]20)\d\d)年(?![度级以来至—–～~）\d前后]|[一二三四五六七八九十]{1,2}月|第?[一二三四]季|[上下]半|[初中底末])"
)
_DEADLINE = re.compile(r"[底末]?(?:之?前|以前|止|为止|前后)")
_UP_TO = re.compile(r"(?:截至|截止|截止到|直到|力争|确保|每年|每逢)\Z")
_PARTS = {"上旬": (1, 10), "中旬": (10, 20), "下旬": (20, 31), "初": (1, 12), "底": (20, 31), "末": (20, 31)}  # fmt: skip
_TURNS = {"年初": (101, 331), "年中": (515, 815), "年底": (1101, 1231), "年末": (1101, 1231), "岁末": (1101, 1231)}  # fmt: skip
NEARLY = 3  # days a loosely told date may be off


_LENGTH = re.compile(
    r"(?:为期|历时|持续|长达|连续|延续|拖了|用时|耗时|纠缠|前后)了?(?:近|约|整整)?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<loose>[余多])?"
    r"(?P<unit>天|日|个?月|年|周|个?小时)|(?P<n2>\d{1,2}|[两三四五六七])(?P<unit2>天)(?=的[^，]{0,12}(?:训|班))"
)


@dataclass(frozen=True, slots=True)
class Length:
    """How long something took, at [start, end) of a text."""

    start: int
    end: int
    number: float
    unit: str
    loose: bool  # 余, 近
    year: None = None
    exact: bool = True

    def agrees(self, other: Mark) -> bool:
        """Whether both can be right; two units are not compared."""
        if not isinstance(other, Length) or self.unit != other.unit:
            return True
        off = 1 + max(self.number, other.number) / 10 if self.loose or other.loose else 0
        return abs(self.number - other.number) <= off


def lengths(text: str) -> Iterator[Length]:
    """The lengths of a text in order: 为期3天, 历时13年."""
    for found in _LENGTH.finditer(text):
        number = parse_number(found["n"] or found["n2"])
        unit = (found["unit"] or found["unit2"]).removeprefix("个").replace("日", "天")
        loose = bool(found["loose"]) or bool(re.search("[近约]", found[0]))
        if number:
            yield Length(found.start(), found.end(), number, unit, loose)


@dataclass(frozen=True, slots=True)
class When:
    """A date at [start, end) of a text: its first and last day as month * 100 + day."""

    start: int
    end: int
    first: int
    last: int
    year: int | None  # where it is named

    @property
    def exact(self) -> bool:
        """Whether it names days."""
        return self.last - self.first <= NEARLY

    def agrees(self, other: Mark) -> bool:
        """Whether both can be right of one event: 4月26日 and 4月底."""
        if not isinstance(other, When):
            return True
        off = 0 if self.exact and other.exact else NEARLY
        return _day(self.first) <= _day(other.last) + off and _day(other.first) <= (
            _day(self.last) + off
        )


Mark: TypeAlias = When | Length


def slipped(one: Mark, other: Mark) -> bool:
    """Whether a slip of the finger may make one day of the other: 3月18日 and 3月28日, 8月9日 and 9月8日."""
    if not (isinstance(one, When) and isinstance(other, When)):
        return False
    (m, d), (n, e) = divmod(one.first, 100), divmod(other.first, 100)
    return one.exact and other.exact and (m == n or d == e or (m, d) == (e, n))


def _day(date: int) -> int:
    return date // 100 * 31 + date % 100


def whens(text: str, this_year: int | None = None) -> Iterator[When]:
    """The dates of a text in order, other years too; none that is but a limit: 6月底前, 截至12月底."""
    found = [(m, _months(m)) for m in _MONTH.finditer(text)] if "月" in text else []
    found += [(m, _period(m)) for m in _periods(text)]
    found += [(m, (101, 1231)) for m in _YEAR.finditer(text) if int(m["year"]) != this_year]
    for match, days in sorted(found, key=lambda pair: pair[0].start()):
        if days is None or _DEADLINE.match(text, match.end()):
            continue
        if not _UP_TO.search(text, max(0, match.start() - 4), match.start()):
            year = int(match["year"]) if match["year"] else None
            yield When(match.start(), match.end(), *days, year)


def _periods(text: str) -> Iterator[re.Match[str]]:
    """Each quarter, half and turn of a year, looked for where one may end."""
    last = 0
    for end in _PERIOD_ENDS.finditer(text):
        found = _PERIOD.search(text, max(last, end.start() - _BACK), end.end())
        if found:
            last = found.end()
            yield found


def _months(found: re.Match[str]) -> tuple[int, int] | None:
    month = int(parse_number(found["m"]) or 0)
    first, last = _days(found["d"], found["part"])
    later = int(parse_number(found["m2"]) or 0) if found["m2"] else month
    if found["m2"] or found["d2"] or found["part2"]:
        last = _days(found["d2"], found["part2"])[1]
    days = month * 100 + first, later * 100 + last
    return days if days[0] <= days[1] else None


def _days(day: str | None, part: str | None) -> tuple[int, int]:
    if day:
        number = int(parse_number(day) or 0)
        return number, number
    return _PARTS[part.removeprefix("月")] if part else (1, 31)


def _period(found: re.Match[str]) -> tuple[int, int]:
    if found["q"]:
        quarter = int(parse_number(found["q"]) or 0)
        return (quarter * 3 - 2) * 100 + 1, quarter * 300 + 31
    if found["half"]:
        return (101, 631) if found["half"] == "上" else (701, 1231)
    return _TURNS[found["turn"]]
