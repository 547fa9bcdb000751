"""What was recognised in a report as a tree of nodes; a node's key is its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.ui.models.tree import Node
from lawdraft.ui.words import kinds_in_words

if TYPE_CHECKING:
    from lawdraft.model.report import Heading, Report, Section


def recognised_nodes(report: Report) -> tuple[Node, ...]:
    """Title, sections with their headings, signature and date."""
    frame = tuple(
        Node(f"{p.role}:{p.start}", report.text[p.start : p.end], detail)
        for p in report.paragraphs
        if (detail := {"title": "标题", "addressee": "主送"}.get(p.role))
    )
    foot = tuple(
        Node(f"{p.role}:{p.start}", report.text[p.start : p.end], detail)
        for p in report.paragraphs
        if (detail := {"signature": "署名", "date": "日期"}.get(p.role))
    )
    return (*frame, *(_section(report, section) for section in report.sections), *foot)


def _section(report: Report, section: Section) -> Node:
    inside = [
        h
        for index, h in enumerate(report.headings)
        if section.start <= h.start < section.end and index != section.heading
    ]
    heading = report.headings[section.heading] if section.heading is not None else None
    kinds = kinds_in_words(section.kinds)
    figures = sum(section.start <= f.start < section.end for f in report.figures)
    return Node(
        f"section:{section.start}",
        heading.text if heading else kinds,
        kinds if heading else "",
        children=tuple(_heading(report, each, inside, section.end) for each in inside),
        strong=True,
        hint=f"{heading.text if heading else kinds}（{kinds}，{figures} 个数字）",
    )


def _heading(report: Report, heading: Heading, inside: list[Heading], end: int) -> Node:
    following = [h.start for h in inside if h.start > heading.start and h.level <= heading.level]
    stop = following[0] if following else end
    figures = sum(heading.start <= f.start < stop for f in report.figures)
    detail = f"{figures} 个数字" if figures else ""
    return Node(f"heading:{heading.start}", heading.text, detail)
