"""Numbers that open headings and points: 一、（一）1. （1）一是 第一 首先 ①, read and written anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawdraft.text.numerals import chinese_numeral, parse_number

_CHINESE = "[一二三四五六七八九十百]{1,5}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PATTERNS = (
    re.compile(rf"(?P<before>[（(])(?P<number>{_CHINESE}|\d{{1,3}})(?P<after>[）)]、?)"),
    re.compile(rf"(?P<before>第)(?P<number>{_CHINESE})(?P<after>(?:部分|章|节)?[，、,：:]?)"),
    re.compile(rf"(?P<before>)(?P<number>{_CHINESE})(?P<after>[是要]|、|[．.])"),
    re.compile(r"(?P<before>)(?P<number>\d{1,3})(?P<after>[.．、])(?!\d)"),
    re.compile(rf"(?P<before>)(?P<number>[{_CIRCLED}])(?P<after>)"),
)
_HEADING_NUMBER = re.compile(
    rf"\s*(?:[（(]\s*(?:{_CHINESE}|\d{{1,3}})\s*[）)][、．.]?|第{_CHINESE}(?:(?:部分|章|节)[，、,：:]?|[，、,：:])"
    rf"|(?:{_CHINESE}|\d{{1,3}})\s*[）)][、．.]?|{_CHINESE}\s*[、．.，,]|\d{{1,3}}\s*[.．、](?!\d)"
    rf"|[{_CIRCLED}])\s*"
)
_OPENED = re.compile(rf"\s*[（(]\s*(?P<number>{_CHINESE}|\d{{1,3}})\s*")
_BARE = re.compile(rf"\s*(?P<number>{_CHINESE}|\d{{1,2}})\s*")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in its parts: 一是 is number 1 in 一 with nothing before and 是 after it."""

    number: int
    before: str
    after: str
    script: str  # chinese, arabic, circled

    def numbered(self, number: int) -> str:
        """The same kind of marker with another number: 一是 → 三是."""
        if self.script == "circled":
            return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"({number})"
        written = chinese_numeral(number) if self.script == "chinese" else str(number)
        return f"{self.before}{written}{self.after}"


def read_marker(text: str) -> Marker | None:
    """The parts of a marker that stands alone: 二是, （三）, 4.; None for 首先 and the like."""
    for pattern in _PATTERNS:
        found = pattern.fullmatch(text.strip())
        if found is not None:
            return _parts(found)
    return None


def _parts(found: re.Match[str]) -> Marker | None:
    written = found["number"]
    if written in _CIRCLED:
        return Marker(_CIRCLED.index(written) + 1, "", "", "circled")
    value = parse_number(written)
    if value is None:
        return None
    script = "arabic" if written.isdigit() else "chinese"
    return Marker(int(value), found["before"], found["after"], script)


def split_number(heading: str, expected: int = 0) -> tuple[str, str]:
    """A heading's number and its words: （二）规范执法 → （二）, 规范执法.

    A number that lost its marks (（二规范执法, 二规范执法) is one only where it is the `expected`.
    """
    found = _HEADING_NUMBER.match(heading)
    if found is None and expected:
        damaged = _OPENED.match(heading) or _BARE.match(heading)
        found = damaged if damaged and _is_number(damaged["number"], expected) else None
    return (found[0].strip(), heading[found.end() :].strip()) if found else ("", heading.strip())


def _is_number(written: str, expected: int) -> bool:
    return written in (chinese_numeral(expected), str(expected))
