"""Cuts a recognised report into parts: sections, the topics in them, the points as pieces of text.

The pieces still say what last year's report said; rolling forward comes after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.draft.sound import sound
from lawdraft.text.markers import read_marker, split_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.model.report import Heading, Layout, Paragraph, Point, Report, SectionKind

BODY = ("body", "table")
_SEPARATOR = re.compile(r"^[\s。：:；;，,]+")
_TOPIC_NUMBER = re.compile(r"^\s*[（(][一二三四五六七八九十]{1,3}[）)]、?\s*")
_STARTING = r"^(?:下一步|下步|今后|接下来|下一年|明年|新的一年)"
_COMING = re.compile(rf"{_STARTING}|下一?步(?:工作)?(?:打算|安排|计划|措施)")
_COMING_YEAR = re.compile(r"^在?(20\d\d)年度?")
_SENTENCE = re.compile(r"[。；\n]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of last year's text that becomes one card."""

    start: int
    end: int
    marker: str | None = None
    series: int = 0
    heading: str | None = None
    level: int | None = None
    new_paragraph: bool = True
    plan: bool = False  # it speaks of the year to come
    kinds: tuple[SectionKind, ...] = ()  # of its heading
    lead: bool = False  # it only leads to the topics or points behind it
    layout: Layout = "run_in"  # of its heading
    heading_at: int = 0  # where its heading begins in the report


@dataclass(slots=True)
class TopicPart:
    """A level-2 heading, or none, and the pieces below it."""

    heading: str | None = None
    layout: Layout = "own"
    kinds: tuple[SectionKind, ...] = ()
    pieces: list[Piece] = field(default_factory=list)
    start: int = 0  # of its heading


@dataclass(slots=True)
class Part:
    """A level-1 section, the opening or the closing."""

    kinds: tuple[SectionKind, ...]
    start: int
    heading: str | None = None
    layout: Layout = "own"
    level: int = 1
    number: str = ""  # 第一部分; numbers that are counted anew are left out
    topics: list[TopicPart] = field(default_factory=list)

    @property
    def topic(self) -> TopicPart:
        """The topic that is being filled."""
        if not self.topics:
            self.topics.append(TopicPart())
        return self.topics[-1]


def cut(report: Report) -> tuple[Part, ...]:
    """The report's parts in order; a part in which nothing stands is kept for its heading."""
    report = sound(report)
    report = replace(report, headings=_with_whole_numbers(report.headings))
    parts = _boundaries(report)
    points = _Series(report.points)
    for paragraph in report.paragraphs:
        if paragraph.role not in BODY or paragraph.start >= paragraph.end:
            continue
        for part, start, end in _shares(parts, paragraph):
            _cut_paragraph(report, part, start, end, points)
    for part in parts:
        _note_leads(part)
    return tuple(part for part in parts if part.topics or part.heading)


def _note_leads(part: Part) -> None:
    """Mark what only leads to the topics or points of its section."""
    structured = any(t.heading for t in part.topics) or any(
        piece.marker for topic in part.topics for piece in topic.pieces
    )
    for topic in part.topics:
        if structured and not topic.heading:
            topic.pieces = [
                piece if piece.marker or piece.heading else replace(piece, lead=True)
                for piece in topic.pieces
            ]


def _with_whole_numbers(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings, numbers that lost their marks made whole: （二规范执法 → （二）规范执法."""
    counts = [0] * 6
    whole = []
    for heading in headings:
        counts[heading.level] += 1
        counts[heading.level + 1 :] = [0] * (len(counts) - heading.level - 1)
        number, words = split_number(heading.text, counts[heading.level])
        damaged = number and not split_number(heading.text)[0]
        whole.append(
            replace(heading, text=f"（{number.strip('（(')}）{words}") if damaged else heading
        )
    return tuple(whole)


def _boundaries(report: Report) -> list[Part]:
    top = min((heading.level for heading in report.headings), default=1)
    kinds = {s.heading: s.kinds for s in report.sections if s.heading is not None}
    parts = [
        _part(h, kinds.get(i, h.kinds) or ("other",))
        for i, h in enumerate(report.headings)
        if h.level == top
    ]
    parts += [Part(s.kinds, s.start) for s in report.sections if s.heading is None]
    first = min((part.start for part in parts), default=len(report.text))
    body = next((p.start for p in report.paragraphs if p.role in BODY), None)
    if body is not None and body < first:
        parts.append(Part(("opening",), body))
    return sorted(parts, key=lambda part: part.start)


def _part(heading: Heading, kinds: tuple[SectionKind, ...]) -> Part:
    number, words = split_number(heading.text)
    outer = number if number.startswith("第") else ""
    return Part(
        kinds, heading.start, words.rstrip("。："), heading.layout, heading.level, number=outer
    )


def _shares(parts: list[Part], paragraph: Paragraph) -> Iterator[tuple[Part, int, int]]:
    """The parts that have a share in a paragraph: a run-in heading may open one mid-line."""
    edges = [p.start for p in parts if paragraph.start < p.start < paragraph.end]
    for start, end in pairwise([paragraph.start, *edges, paragraph.end]):
        owner = [part for part in parts if part.start <= start]
        if owner:
            yield owner[-1], start, end


def _cut_paragraph(report: Report, part: Part, start: int, end: int, points: _Series) -> None:
    if "\t" in report.text[start:end]:
        _place_row(report, part, start, end)
        return
    headings = [h for h in report.headings if start <= h.start < end]
    edges = {start, end, *(h.start for h in headings), *(min(h.end, end) for h in headings)}
    edges |= points.edges(start, end)
    opened: Heading | None = None
    fresh = True  # nothing of this paragraph has become a piece yet
    for here, there in pairwise(sorted(edges)):
        heading = next((h for h in headings if h.start <= here < h.end), None)
        if heading is not None:
            if heading.start == here:
                _flush(part, opened, here)
                if heading.start != part.start and _is_sentence(report, heading, end):
                    _place_sentence(part, heading)
                    return
                opened = _open(part, heading)
            continue
        piece = _piece(report, part, here, there, points, opened=opened, fresh=fresh)
        if piece is not None:
            _place(report, part, piece)
            opened, fresh = None, False
    _flush(part, opened, end)


def _place_row(report: Report, part: Part, start: int, end: int) -> None:
    """A table row; the rows of one table are one piece."""
    pieces = part.topic.pieces
    last = pieces[-1] if pieces else None
    if last and last.end == start - 1 and "\t" in report.text[last.start : last.end]:
        pieces[-1] = replace(last, end=end)
    else:
        pieces.append(Piece(start, end))


def _is_sentence(report: Report, heading: Heading, end: int) -> bool:
    """Whether a heading that fills its line is rather a numbered paragraph: it states something."""
    if heading.end < end or heading.layout != "own":
        return False
    stated = any(heading.start <= f.start < heading.end for f in report.figures)
    return stated or heading.text.endswith(("。", "；"))


def _place_sentence(part: Part, heading: Heading) -> None:
    """A numbered paragraph; one of the second level is a topic without a heading."""
    number, words = split_number(heading.text)
    if heading.level == part.level + 1:
        part.topics.append(TopicPart(kinds=heading.kinds))
    start = heading.end - len(words)
    level = heading.level - part.level + 1
    piece = Piece(start, heading.end, marker=number, level=level if level > 2 else None,
                  plan=part.kinds == ("next_year_plan",))  # fmt: skip
    part.topic.pieces.append(piece)


def _open(part: Part, heading: Heading) -> Heading | None:
    """Start what a heading opens; one that belongs to the next piece is handed on."""
    if heading.level == part.level and heading.start == part.start:
        return None
    if heading.level == part.level + 1:
        words = split_number(heading.text)[1].rstrip("。：")
        topic = TopicPart(words, heading.layout, heading.kinds, start=heading.start)
        part.topics.append(topic)
        return None
    return heading


def _flush(part: Part, opened: Heading | None, at: int) -> None:
    """A heading without text of its own line: a card that holds the heading alone."""
    if opened is not None:
        heading, level = _named(part, opened)
        part.topic.pieces.append(
            Piece(
                at,
                at,
                heading=heading,
                level=level,
                kinds=opened.kinds,
                layout=opened.layout,
                heading_at=opened.start,
            )
        )


def _named(part: Part, heading: Heading) -> tuple[str, int]:
    """A card's heading and its level when the sections are level 1."""
    words = split_number(heading.text)[1].rstrip("。：")
    return words, max(3, heading.level - part.level + 1)


def _piece(
    report: Report, part: Part, start: int, end: int, points: _Series,
    *, opened: Heading | None, fresh: bool,
) -> Piece | None:  # fmt: skip
    """The piece at [start, end) without the mark that parts it from its heading or marker."""
    point = points.at(start)
    marker = _marker(report.text, point) if point else None
    begin = start + len(marker or "")
    text = report.text[begin:end]
    skipped = len(text) - len(_SEPARATOR.sub("", text)) if start > 0 or point else 0
    if not text[skipped:].strip():
        return None
    heading, level = _named(part, opened) if opened else (None, None)
    return Piece(
        start=begin + skipped,
        end=begin + len(text.rstrip()),
        marker=marker,
        series=points.series_at(start) if point else 0,
        new_paragraph=fresh and not (opened is None and _runs_in(part, start, report)),
        heading=heading,
        level=level,
        kinds=opened.kinds if opened else (),
        layout=opened.layout if opened else "run_in",
        heading_at=opened.start if opened else 0,
    )


def _marker(text: str, point: Point) -> str:
    """A point's marker; the comma behind 第二 belongs to it, since 二是 has none."""
    behind = text[point.start + len(point.marker) :][:1]
    return (
        point.marker + behind
        if point.marker.startswith("第") and behind in "，、"
        else point.marker
    )


def _runs_in(part: Part, start: int, report: Report) -> bool:
    """Whether a heading stands before `start` in the same line."""
    line_start = report.text.rfind("\n", 0, start) + 1
    return any(
        line_start <= h.start and h.end <= start and h.level <= part.level + 1
        for h in report.headings
    )


def _place(report: Report, part: Part, piece: Piece) -> None:
    """Put a piece into its part; in a combined section parted where it begins to look ahead."""
    turn = _turn(report, part, piece)
    if turn is not None:
        end = len(report.text[:turn].rstrip())
        _place_one(report, part, replace(piece, end=end))
        piece = Piece(turn, piece.end, new_paragraph=False)
    _place_one(report, part, piece)


def _turn(report: Report, part: Part, piece: Piece) -> int | None:
    """Where the sentence begins that looks ahead behind shortcomings: …。2026年，一是…."""
    if "next_year_plan" not in part.kinds or len(part.kinds) == 1:
        return None
    for found in _SENTENCE.finditer(report.text, piece.start, piece.end):
        sentence = report.text[found.end() : piece.end]
        year = _COMING_YEAR.match(sentence)
        ahead = year is not None and report.year is not None and int(year[1]) > report.year
        if sentence and (ahead or re.match(_STARTING, sentence)):
            return found.end()
    return None


def _place_one(report: Report, part: Part, piece: Piece) -> None:
    """Put a piece into its topic; （一） before plain text opens a topic without a heading."""
    text = report.text[piece.start : piece.end]
    numbered = _TOPIC_NUMBER.match(text)
    if numbered and piece.marker is None and piece.heading is None and part.level == 1:
        part.topics.append(TopicPart())
        piece = Piece(piece.start + numbered.end(), piece.end, marker=numbered[0].strip())
    if "next_year_plan" in part.kinds and (len(part.kinds) == 1 or _ahead(part, report, piece)):
        piece = replace(piece, plan=True)
    part.topic.pieces.append(piece)


def _ahead(part: Part, report: Report, piece: Piece) -> bool:
    """In 存在问题及下步打算: from the words that look ahead onwards."""
    before = part.topics[-1].pieces if part.topics else []
    earlier = [p for topic in part.topics for p in topic.pieces]
    heading = piece.heading or (part.topics[-1].heading if part.topics and not before else "") or ""
    text = report.text[piece.start : piece.end]
    return (
        any(p.plan for p in earlier) or _looks_ahead(text, report) or _looks_ahead(heading, report)
    )


def _looks_ahead(text: str, report: Report) -> bool:
    year = _COMING_YEAR.match(text)
    coming = year is not None and report.year is not None and int(year[1]) > report.year
    return coming or _COMING.search(text) is not None


class _Series:
    """The report's points, and which of them count together: 一是…三是, then 一是… again."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self._points = {point.start: point for point in points}
        self._series: dict[int, int] = {}
        open_series: dict[tuple[str, str, str], tuple[int, int]] = {}
        number = 0
        for point in sorted(points, key=lambda each: each.start):
            marker = read_marker(point.marker)
            family = (marker.before, marker.after, marker.script) if marker else ("", "", "")
            series, last = open_series.get(family, (0, 0))
            ordinal = marker.number if marker else last + 1
            if series == 0 or ordinal <= last:
                number += 1
                series = number
            open_series[family] = (series, ordinal)
            self._series[point.start] = series

    def at(self, place: int) -> Point | None:
        """The point that begins at a place."""
        return self._points.get(place)

    def series_at(self, place: int) -> int:
        """The series of the point that begins at a place."""
        return self._series[place]

    def edges(self, start: int, end: int) -> set[int]:
        """Where points begin or end between two places."""
        return {
            edge
            for point in self._points.values()
            for edge in (point.start, point.end)
            if start < edge < end or (edge == start and edge == point.start)
        }
