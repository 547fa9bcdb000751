"""Edits a report's text and moves every span along; what an edit empties falls away."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lawdraft.model.report import Figure, Heading, Paragraph, Point, Report, Section

    Spanned = TypeVar("Spanned", Heading, Point, Figure, Section, Paragraph)


@dataclass(frozen=True, slots=True)
class Edit:
    """text[start:end] becomes `put`."""

    start: int
    end: int
    put: str


def edit_report(report: Report, edits: tuple[Edit, ...]) -> Report:
    """The report after edits that are in order and do not overlap."""
    if not edits:
        return report
    edits = _with_emptied_lines(report, edits)
    move = _Mover(edits)
    text = move.text(report.text)
    paragraphs = _moved(report.paragraphs, move)
    headings, places = _moved_headings(report.headings, move, text)
    sections = tuple(
        replace(s, heading=places.get(s.heading) if s.heading is not None else None)
        for s in _moved(report.sections, move)
    )
    return replace(
        report,
        text=text,
        paragraphs=paragraphs,
        headings=headings,
        sections=sections,
        points=_moved(report.points, move),
        figures=tuple(
            f
            for f in _moved(report.figures, move)
            if text[f.start : f.end] == f.text  # a figure inside an edit is gone
        ),
    )


def _with_emptied_lines(report: Report, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Where edits leave nothing of a paragraph, its line end goes too."""
    whole = []
    for edit in edits:
        lone = next(
            (p for p in report.paragraphs if p.start == edit.start and p.end == edit.end), None
        )
        if lone and not edit.put and lone.end < len(report.text):
            edit = replace(edit, end=edit.end + 1)
        whole.append(edit)
    return tuple(whole)


class _Mover:
    """Maps places of the old text to the new one."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self.edits = edits
        self.starts = [edit.start for edit in edits]
        self.shifts = [0]
        for edit in edits:
            self.shifts.append(self.shifts[-1] + len(edit.put) - (edit.end - edit.start))

    def text(self, text: str) -> str:
        parts, place = [], 0
        for edit in self.edits:
            parts += [text[place : edit.start], edit.put]
            place = edit.end
        return "".join([*parts, text[place:]])

    def place(self, old: int, *, after: bool) -> int:
        """A place inside an edit goes to the end of what was put, or to its start."""
        at = bisect_right(self.starts, old) - 1
        if at < 0:
            return old
        edit = self.edits[at]
        if old >= edit.end:
            return old + self.shifts[at + 1]
        new = edit.start + self.shifts[at]
        return new + len(edit.put) if after and old > edit.start else new


def _moved(spans: tuple[Spanned, ...], move: _Mover) -> tuple[Spanned, ...]:
    moved = (
        replace(s, start=move.place(s.start, after=False), end=move.place(s.end, after=True))
        for s in spans
    )
    return tuple(s for s in moved if s.end > s.start)


def _moved_headings(
    headings: tuple[Heading, ...], move: _Mover, text: str
) -> tuple[tuple[Heading, ...], dict[int, int]]:
    """Headings with their new words, and where each old index is now."""
    kept: list[Heading] = []
    places: dict[int, int] = {}
    for number, heading in enumerate(headings):
        moved = _moved((heading,), move)
        if moved:
            places[number] = len(kept)
            span = moved[0]
            words = heading.text
            if heading.text not in text[span.start : span.end]:
                words = text[span.start : span.end].rstrip("。：")
            kept.append(replace(span, text=words))
    return tuple(kept), places
