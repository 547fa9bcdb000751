"""A report as a structure over its text; both recognising and composing make one."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from lawdraft.model.document import Removed, Source

SectionKind = Literal[
    "opening",
    "achievements",
    "highlights",
    "shortcomings",
    "first_responsible_person",
    "next_year_plan",
    "rectification",
    "closing",
    "other",
]
KIND_NAMES: dict[SectionKind, str] = {
    "opening": "开头",
    "achievements": "主要成效",
    "highlights": "特色亮点",
    "shortcomings": "存在不足",
    "first_responsible_person": "第一责任人",
    "next_year_plan": "下年安排",
    "rectification": "整改情况",
    "closing": "结尾",
    "other": "其他",
}
"""What the kinds are called in Chinese, in the window and on the command line."""
Layout = Literal["own", "run_in", "mid_line"]
FigureRole = Literal["result", "rate", "target", "background"]
ParagraphRole = Literal[
    "title",
    "addressee",
    "body",
    "table",  # one table row, cells parted by tabs
    "annex_note",  # 附件说明 below the text
    "signature",
    "date",
    "note",  # 附注 in brackets below the date
    "annex",  # the annexed matter after the date: label, title and text
]


@dataclass(frozen=True, slots=True)
class Span:
    """Code points [start, end) of a report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a report's text and its part in the document; paragraphs tile the text."""

    role: ParagraphRole
    start: int
    end: int
    row: int | None = field(default=None, compare=False)  # names it in Corrections
    line: int | None = field(default=None, compare=False)  # 1-based line of what was read


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number; `level` follows the mark: 一、1 （一）2 1. 3 （1）4."""

    level: int
    text: str
    layout: Layout
    start: int
    end: int
    kinds: tuple[SectionKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One member of an enumeration, from its marker (一是, 1.) to its end."""

    marker: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number the report states: 2万余份 → number 20000, unit 份, qualifier 余."""

    text: str
    number: float
    high: float | None  # the high end where `number` is the low end of a range
    unit: str | None  # the whole measure word; None where the text lost it
    thing: str  # the text's own words for what is counted
    qualifier: str | None
    role: FigureRole
    indicator: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """Matter of one kind or two: from a heading (or the text's start) to the next of its rank."""

    kinds: tuple[SectionKind, ...]
    heading: int | None  # index into Report.headings
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; every span indexes `text`, whose lines are the `paragraphs`."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    organisation: str | None = None
    organisation_reason: str = ""  # where that name stands, in a sentence for the window
    level: str | None = None  # 镇 乡 街道 县 …
    year: int | None = None
    year_reason: str = ""  # why that year, in a sentence for the window
    title: str | None = None  # all its lines joined; None where none is printed
    addressee: str | None = None  # without the colon
    signature: str | None = None  # without the date; joint issuers joined by a blank
    date: dt.date | None = None
    sections: tuple[Section, ...] = ()
    headings: tuple[Heading, ...] = ()
    points: tuple[Point, ...] = ()
    figures: tuple[Figure, ...] = ()
    removed: tuple[Removed, ...] = ()
    notes: tuple[str, ...] = ()  # what was mended silently, as sentences: half-width punctuation…
    source: Source | None = None
    restored: tuple[int, ...] = ()  # places of marks that stood there at half width

    def lines(self, *roles: ParagraphRole) -> tuple[str, ...]:
        """The texts of all paragraphs of these roles, in order."""
        return tuple(self.text[p.start : p.end] for p in self.paragraphs if p.role in roles)

    def role_at(self, offset: int) -> ParagraphRole | None:
        """The role of the paragraph that holds a place of the text."""
        return next((p.role for p in self.paragraphs if p.start <= offset <= p.end), None)
