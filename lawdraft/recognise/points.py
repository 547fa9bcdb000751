"""Members of enumerations: 一是…二是…, 第一，…, ①…, （1）…, and numbered paragraphs without heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from lawdraft.model.report import Heading, Point
from lawdraft.recognise.marks import mark_at
from lawdraft.text.markers import read_marker
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.recognise.body import Piece

_IS = re.compile(
    r"(?<![统唯同都只就不万单专])(?P<number>[一二三四五六七八九十]{1,3})(?P<word>是|要)(?![否不]是)"
)
_ORDINAL = re.compile(r"(?:第[一二三四五六七八九十]{1,2}|其[一二三四五六七八九])(?=[，、：,])")
_FIRSTLY = re.compile(r"(?:首先|其次|再次|最后|一方面|另一方面)(?=[，、：,])")
_LISTED = re.compile(
    r"(?:^|(?<=[。；：！，\s]))(?:[①-⑳⑴-⒇]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[）)]|\d{1,2}[．.、](?!\d))"
)
_CLEAR = "。；：，、！？”）…—;: \u3000\xa0\t"


def find_points(pieces: Sequence[Piece], headings: Sequence[Heading]) -> tuple[Point, ...]:
    """All points in order; each ends where the next of its paragraph begins."""
    points: list[Point] = []
    starts = sorted(heading.start for heading in headings)
    ends = {heading.start: heading.end for heading in headings if heading.layout != "own"}
    for piece in pieces:
        if piece.role == "body":
            first, last = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
            points.extend(_of(piece, starts[first:last], ends))
    return tuple(points)


def _of(piece: Piece, headings: list[int], ends: dict[int, int]) -> list[Point]:
    closed = {ends[start] - piece.start for start in headings if start in ends}
    markers = _markers(piece, set(headings), closed)
    points = []
    for place, (start, marker) in enumerate(markers):
        end = markers[place + 1][0] if place + 1 < len(markers) else len(piece.text)
        later = bisect_right(headings, piece.start + start)
        if later < len(headings):
            end = min(end, headings[later] - piece.start)
        if place + 1 < len(markers) and _begins_anew(marker, markers[place + 1][1]):
            # What leads over to the next list, 2025年，, is no part of this one's last point.
            end = piece.text.rfind("。", start, end) + 1 or end
        while end > start and piece.text[end - 1].isspace():
            end -= 1
        points.append(Point(marker, piece.start + start, piece.start + end))
    return points


def _begins_anew(marker: str, following: str) -> bool:
    """Whether a spoken list follows a written one: 2. before 一是."""
    return _IS.match(marker) is None and _IS.match(following) is not None


def _markers(piece: Piece, headings: set[int], ends: set[int]) -> list[tuple[int, str]]:
    text = piece.text
    if found := _spoken(text, ends):
        return _listed_before(piece, found[0][0], headings) + found
    found = [
        (match.start(), match.group())
        for match in _ORDINAL.finditer(text)
        if match.start() == 0 or text[match.start() - 1] in _CLEAR
    ]
    if found:
        return [(start, marker) for start, marker in found if piece.start + start not in headings]
    if found := _firstly(text):
        return found
    if piece.start not in headings and (mark := mark_at(text)) and len(text) > mark.end + 8:
        first = [(0, text[: mark.end].strip())]
    else:
        first = []
    listed = [
        (match.start(), match.group())
        for match in _LISTED.finditer(text, 1)
        if piece.start + match.start() not in headings
    ]
    return first + listed if first or len(listed) > 1 else []


def _listed_before(piece: Piece, end: int, headings: set[int]) -> list[tuple[int, str]]:
    """A whole list 1.…；2.… that stands in the paragraph before 一是."""
    listed = [
        (match.start(), match.group())
        for match in _LISTED.finditer(piece.text, 1, end)
        if piece.start + match.start() not in headings
    ]
    numbers = [marker.number if (marker := read_marker(word)) else 0 for _, word in listed]
    return listed if len(listed) > 1 and numbers == [*range(1, len(listed) + 1)] else []


def _firstly(text: str) -> list[tuple[int, str]]:
    """首先，… 其次，… 最后，… and 一方面，… 另一方面，…: only where the first member stands too."""
    found = [
        (match.start(), match.group())
        for match in _FIRSTLY.finditer(text)
        if match.start() == 0 or text[match.start() - 1] in _CLEAR
    ]
    begun = found and found[0][1] in ("首先", "一方面")
    return found if begun and len(found) > 1 else []


def _spoken(text: str, ends: set[int]) -> list[tuple[int, str]]:
    """一是 … 二是 …: at a clear place, or where the number before it calls for it."""
    markers: list[tuple[int, str]] = []
    due = 0
    for found in _IS.finditer(text):
        number = int(parse_number(found["number"]) or 0)
        place = found.start()
        clear = place == 0 or place in ends or text[place - 1] in _CLEAR
        if found["word"] == "要" and not (
            clear and (number == 1 or number == due) and _more_yao(text)
        ):
            continue
        if clear or (number == due and number > 1):
            markers.append((found.start(), found.group()))
            due = number + 1
    return markers


def _more_yao(text: str) -> bool:
    return "一要" in text or "二要" in text
