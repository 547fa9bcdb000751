"""What a note of the diary says by itself: on which day, how many of what."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.text.figures import find_figures

if TYPE_CHECKING:
    from lawdraft.model.diary import DiaryNote
    from lawdraft.model.report import Figure

_DAY = re.compile(
    r"(?:(?P<year>20\d\d)\s*年|(?P<word>今年|去年|上年))?\s*(?<!\d)(?P<month>\d{1,2})\s*月"
    r"(?:\s*(?P<day>\d{1,2})\s*[日号])?"
)
_LONG_ROW = re.compile(r"\d{11,}[Xx]?|\d{6} ?\d{8} ?\d{3}[\dXx]")  # of a card or a telephone
_WINTER = 4  # months in which the report of the year before is still written


def usual_day(today: dt.date, year: int | None) -> dt.date:
    """The day of a new note: today, or in the winter of writing the last day of the report's year."""
    if year is not None and today.year == year + 1 and today.month <= _WINTER:
        return dt.date(year, 12, 31)
    return today


def day_in(words: str, today: dt.date, year: int | None) -> dt.date | None:
    """The day that a note names: 3月15日 of the report's year, else the latest one before today."""
    found = _DAY.search(words)
    if found is None:
        return None
    usual = usual_day(today, year).year
    named = {"今年": today.year, "去年": today.year - 1, "上年": today.year - 1}
    this = int(found["year"]) if found["year"] else named.get(found["word"] or "", usual)
    try:
        day = dt.date(this, int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return None
    free = not found["year"] and not found["word"] and usual == today.year
    return day.replace(year=this - 1) if free and day > today and day.day <= 28 else day


def with_what_it_says(note: DiaryNote) -> DiaryNote:
    """The note with its number and unit, where its words count just one thing: 发放资料300余份."""
    if note.number:
        return note
    figures = figures_of(note)
    if len(figures) != 1 or not figures[0].unit:
        return note
    number = figures[0].text.removesuffix(figures[0].unit)
    return replace(note, number=number, unit=figures[0].unit)


def figures_of(note: DiaryNote) -> tuple[Figure, ...]:
    """What the words of a note count; days, years and parts of long rows of digits left out."""
    rows = [row.span() for row in _LONG_ROW.finditer(note.text)]
    return tuple(
        figure
        for figure in find_figures(note.text)
        if not any(start < figure.end and figure.start < end for start, end in rows)
    )
