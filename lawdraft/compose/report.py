"""A draft composed into a Report, whose spans are known because we wrote it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from lawdraft.compose.annexes import write_matter, write_names
from lawdraft.compose.body import write_body
from lawdraft.compose.frame import BODY, frame_lines
from lawdraft.compose.writing import Writing
from lawdraft.model.composed import Composed
from lawdraft.model.report import Report, Span
from lawdraft.text.figures import find_figures

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.knowledge import Knowledge
    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Figure, ParagraphRole

YEAR_REASON = "草稿里定的年份"


def compose_report(draft: Draft, templates: Path, knowledge: Knowledge) -> Report:
    """The report as the draft stands; blanks (××) where a figure is not given yet.

    The same draft gives the same report. Raises BadPackError for a template that cannot be used.
    """
    return compose_with_places(draft, templates, knowledge).report


def compose_with_places(draft: Draft, templates: Path, _knowledge: Knowledge) -> Composed:
    """The report, and where each card, heading and figure of the draft stands in it."""
    writing = Writing({entry.id: entry.value for entry in draft.ledger if entry.value})
    for role, words in frame_lines(draft, templates):
        if (role, words) == (BODY, ""):
            write_body(writing, draft.sections)
            write_names(writing, draft.attachments)
        else:
            _write_frame(writing, cast("ParagraphRole", role), words)
    write_matter(writing, draft.attachments)
    report = Report(
        text=writing.text,
        paragraphs=tuple(writing.paragraphs),
        organisation=draft.organisation or None,
        level=draft.level,
        year=draft.year,
        year_reason=YEAR_REASON,
        title=draft.title.strip() or None,
        addressee=draft.addressee,
        signature=draft.signature,
        date=draft.date,
        sections=tuple(writing.sections),
        headings=tuple(writing.headings),
        points=tuple(writing.points),
        figures=_figures(writing, draft),
    )
    return Composed(report, tuple(writing.places))


def _write_frame(writing: Writing, role: ParagraphRole, words: str) -> None:
    writing.new_paragraph(role)
    if role == "title" or role == "addressee" or role == "signature":
        writing.place(role, "", words)
    else:
        writing.write(words)


def _figures(writing: Writing, draft: Draft) -> tuple[Figure, ...]:
    """The figures of the text; those printed from a slot take their entry's indicator and role."""
    plans = [Span(s.start, s.end) for s in writing.sections if s.kinds == ("next_year_plan",)]
    entries = {entry.id: entry for entry in draft.ledger}
    by_place = {p.start: entries.get(p.entry) for p in writing.places if p.entry}
    figures = []
    for figure in find_figures(writing.text, plans):
        entry = next(
            (by_place[at] for at in range(figure.start, figure.end) if at in by_place), None
        )
        if entry:
            figure = replace(figure, indicator=entry.indicator, role=entry.role)
        figures.append(figure)
    return tuple(figures)
