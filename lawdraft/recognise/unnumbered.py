"""Headings without a number: short lines that stand over text, as styled or as their form tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.recognise.forms import CJK, is_phrase
from lawdraft.recognise.kinds import kinds_in
from lawdraft.recognise.marks import mark_at
from lawdraft.recognise.titles import TITLE
from lawdraft.recognise.undelimited import standard
from lawdraft.recognise.units import ADDRESSEE, RED_HEAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawdraft.recognise.body import Piece

_STYLE_LEVEL = re.compile(r"(?:heading|标题)\s*(\d)", re.I)
_SHORT = re.compile(r"[^。；！？]{4,40}[：:]?")
_ENDED = re.compile(r"[^。；！？，]{4,24}。")
_POINT = re.compile(r"[一二三四五六七八九十]{1,2}[是要][^\u4e00]")
_NOT_HEADING = re.compile(
    r"如下|^…|(?:主要|具体)?(?:表现|体现)?(?:有|为|在|是)(?:以下[^：:]{0,8})?[：:]$|[，、]$|[>|_]|\d{4}-\d|^[，。；：、）”]"
)
_LED_IN = re.compile(r"以下|具体(?:来说|而言)|下列|下述|下面[^，。]{0,4}(?:方面|工作|几)")
_SAYS = re.compile(
    r"^(?:我|我们|全|本)(?:[镇乡县区市局]|街道)|(?<![加即])将|(?<![主重需])要(?![点求素闻案])|[做抓]好|[做取]了|重点(?:做|抓)"
    r"|(?:[两几一二三四五六七八九十]|\d)(?:个|大|项)?(?:方面|点|项|件)[^，：]{0,6}[：:]$"
)
_LISTED = re.compile(r"(?:[（(]?一[）)]?[是要]|第一[，、]|首先|一方面)|[（(]?[1１一][）)．.、]|①|⑴")
_LOWEST = 5


def unnumbered(pieces: Sequence[Piece], levels: Mapping[int, int]) -> list[tuple[int, int]]:
    """(piece, level) of headings without a number; `levels`: those of numbered ones by piece."""
    found: list[tuple[int, int]] = []
    current, under = 0, False
    main = 1 in levels.values()
    for place, piece in enumerate(pieces):
        current = levels.get(place, current)
        if place in levels or piece.role != "body" or not _is_heading(pieces, place):
            continue
        if place - 1 in levels and place + 1 in levels and not _is_usual(pieces, place):
            continue  # all that stands below a numbered heading is its body
        style = _STYLE_LEVEL.search(piece.style or "")
        level = int(style[1]) if style else _level(piece.text, current, main=main, under=under)
        level = 1 if not style and _over_the_first(pieces, place) else level
        under = under or bool(kinds_in(piece.text))
        found.append((place, min(level, _LOWEST)))
    return found


def _over_the_first(pieces: Sequence[Piece], place: int) -> bool:
    """A main part's usual heading that lost its number, right above （一）."""
    below = _text_at(pieces, place + 1)
    mark = mark_at(below) if below else None
    return mark is not None and (mark.level, mark.number) == (2, 1) and _is_usual(pieces, place)


def _is_usual(pieces: Sequence[Piece], place: int) -> bool:
    words = pieces[place].text.rstrip("：:")
    return standard(words) == len(words)


def _level(text: str, current: int, *, main: bool, under: bool) -> int:
    """Below the numbered heading before it; the top where its words name a main part.

    `main`: there are numbered headings of the first level; `under`: a heading without a number
    that names a main part stands above, so that others are below it.
    """
    kinds = kinds_in(text)
    if not main:
        return 1 if kinds or not (current or under) else max(current + 1, 2)
    if not current or (set(kinds) & {"shortcomings", "next_year_plan"} and len(text) <= 20):
        return 1
    return current + 1


def _is_heading(pieces: Sequence[Piece], place: int) -> bool:
    text = pieces[place].text
    if _STYLE_LEVEL.search(pieces[place].style or "") and len(text) <= 60:
        return True
    if _leads_in(text, _text_at(pieces, place + 1) or ""):
        return False
    return _has_form(text) and _stands_over(pieces, place) and _stands_apart(pieces, place)


def _leads_in(text: str, below: str) -> bool:
    """A sentence that only announces the points below it: 我镇将重点抓好以下工作：."""
    if text[-1] not in "：:":
        return False
    words = text[:-1]
    clause = words.rsplit("，", 1)[-1]
    if _LED_IN.search(words):
        return True
    said = ("，" in words and standard(clause) != len(clause)) or _SAYS.search(text)
    return bool(said) and _LISTED.match(below) is not None


def _has_form(text: str) -> bool:
    """A short phrase, or a short sentence that names a main part."""
    ended = _ENDED.fullmatch(text) and kinds_in(text)
    if not (ended or (_SHORT.fullmatch(text) and is_phrase(text.rstrip("：:")))):
        return False
    if len(CJK.findall(text)) < 4 or _POINT.match(text) or _NOT_HEADING.search(text):
        return False
    if ADDRESSEE.match(text) or RED_HEAD.match(text):
        return False
    if TITLE.match(text) and re.search("报告$|总结$|汇报$", text):
        return False
    return mark_at(text) is None and text.count("“") == text.count("”")


def _stands_over(pieces: Sequence[Piece], place: int) -> bool:
    below = _text_at(pieces, place + 1)
    if below is None:
        return False
    if _has_matter(below):
        return True
    further = _text_at(pieces, place + 2)
    # A main part's heading over another short line that has the text below it.
    return bool(kinds_in(pieces[place].text)) and further is not None and _has_matter(further)


def _stands_apart(pieces: Sequence[Piece], place: int) -> bool:
    """A line broken in mid-sentence is no heading."""
    if place == 0 or pieces[place - 1].role != "body":
        return True
    if _is_usual(pieces, place):
        return True
    above = pieces[place - 1].text
    return above[-1] in "。；！：…”" or len(above) < 60


def _text_at(pieces: Sequence[Piece], place: int) -> str | None:
    if place < len(pieces) and pieces[place].role in ("body", "table"):
        return pieces[place].text
    return None


def _has_matter(text: str) -> bool:
    return len(text) >= 40 or text[-1] in "。；：" or mark_at(text) is not None
