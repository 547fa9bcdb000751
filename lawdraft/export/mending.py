"""Mechanical mends that the standard asks of what is printed; the report's text stays as it is.

Each mend names the characters it replaces, so that every printed character still knows its place
in the report's text. Only what GB/T 9704-2012 and GB/T 15834 leave no choice about is mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

HAN = "一二三四五六七八九十百"
CHINESE = r"[\u3400-\u9fff]"
PLACEHOLDER = re.compile(r"\[image: ?[^\]\n]*\]|\[图片[^\]\n]*\]")


@dataclass(frozen=True, slots=True)
class Mend:
    """Replace text[start:end] by `text`; `why` is the habit in a few words."""

    start: int
    end: int
    text: str
    why: str


def mends(text: str, *, marks: bool = True) -> tuple[Mend, ...]:
    """All mends of one paragraph, in order, not overlapping. `marks`: also those of 1、 and 〔〕."""
    found: list[Mend] = []
    for rule in _RULES if marks else _ALWAYS:
        found.extend(rule(text))
    found.sort(key=lambda mend: (mend.start, -mend.end))
    kept: list[Mend] = []
    for mend in found:
        if not kept or mend.start >= kept[-1].end:
            kept.append(mend)
    return tuple(kept)


def apply(text: str, found: tuple[Mend, ...]) -> str:
    """The text after its mends."""
    for mend in reversed(found):
        text = text[: mend.start] + mend.text + text[mend.end :]
    return text


def print_date(day: date) -> str:
    """2025年1月20日: Arabic, the year in full, no leading zeros (7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def _placeholders(text: str) -> Iterator[Mend]:
    for found in PLACEHOLDER.finditer(text):
        yield Mend(found.start(), found.end(), "", "略去图片占位")


def _invisible(text: str) -> Iterator[Mend]:
    """Control characters cannot stand in XML; blanks at the ends are the layout's business."""
    for found in re.finditer(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff\n\r]|^\s+|\s+$", text
    ):
        yield Mend(found.start(), found.end(), "", "")


_HEADING_MARKS = (
    (re.compile(r"^(\d{1,2})([、．])"), r"\1."),
    (re.compile(rf"^[(]([{HAN}]{{1,3}}|\d{{1,2}})[)）][、，,.．：:]?"), r"（\1）"),
    (re.compile(rf"^（([{HAN}]{{1,3}}|\d{{1,2}})(?:[)][、，,.．：:]?|）[、，,.．：:])"), r"（\1）"),
    (re.compile(rf"^([{HAN}]{{1,3}})[.．,，](?!\d)"), r"\1、"),
)


def _heading_mark(text: str) -> Iterator[Mend]:
    """一、（一）1.（1）: full-width brackets without a mark after them, a low dot after Arabic."""
    for pattern, standard in _HEADING_MARKS:
        found = pattern.match(text)
        if found:
            yield Mend(0, found.end(), found.expand(standard), "序数写法")


_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}


def _half_width(text: str) -> Iterator[Mend]:
    """Half-width marks beside Chinese characters (GB/T 15834); both brackets of a pair alike."""
    for found in re.finditer(rf"(?<={CHINESE})[,;:!?]", text):
        yield Mend(found.start(), found.end(), _FULL[found.group()], "半角标点")
    for found in _BRACKETS.finditer(text):
        for place in sorted({found.start(), found.end() - 1}):
            if text[place] in "()":
                yield Mend(place, place + 1, _FULL[text[place]], "半角标点")


_BRACKETS = re.compile(  # a pair, or one without its other half, with Chinese beside it
    rf"(?<={CHINESE})[(（][^()（）]*[)]|[(][^()（）]*[)](?={CHINESE})|[(]{CHINESE}[^()（）]*[)]?"
    rf"|[(（][^()（）]*{CHINESE}[)]|(?<={CHINESE})[()]|[()](?={CHINESE})"
)


def _quotes(text: str) -> Iterator[Mend]:
    """Straight quotes become “ ” and ‘ ’: in turn, unless what stands beside one decides."""
    for sign, pair in (('"', "“”"), ("'", "‘’")):
        is_open = False
        for found in re.finditer(sign, text):
            rest = text[found.end() :].lstrip()[:1]
            closes = is_open or rest in _CLOSING or rest == ""
            is_open = not closes
            yield Mend(found.start(), found.end(), pair[closes], "英文引号")


_CLOSING = frozenset("，。、；：！？）》”’")
_NUMBER = re.compile(r"[\[［【(（〔]((?:19|20)\d\d)[\]］】)）〕](\s*)(第?)(0*)(\d+)(\s*)号")


def _document_number(text: str) -> Iterator[Mend]:
    """The year of a 发文字号 stands in 〔〕, without 第 and leading zeros (7.2.5)."""
    for found in _NUMBER.finditer(text):
        printed = f"〔{found[1]}〕{found[5]}号"
        if printed != found.group() and found[5].strip("0"):
            yield Mend(found.start(), found.end(), printed, "发文字号写法")


_ALWAYS: tuple[Callable[[str], Iterator[Mend]], ...] = (_placeholders, _invisible)
_RULES = (*_ALWAYS, _heading_mark, _document_number, _quotes, _half_width)
