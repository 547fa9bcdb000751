"""What was recognised in a report: a tree of nodes, and figures in words.

A node's key is its part and its place in the text: section:120, heading:340, title:0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.correcting import heading_key, section_key
from lawdraft.ui.models.tree import Node
from lawdraft.ui.words import ROLES, kinds_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.report import Figure, Heading, Report, Section, SectionKind

FRAME = {"title": "标题", "addressee": "主送"}
FOOT = {"signature": "署名", "date": "日期"}


def recognised_nodes(report: Report) -> tuple[Node, ...]:
    """Title, sections with their headings, signature and date."""
    sections = tuple(_section(report, section) for section in report.sections)
    return (*_framing(report, FRAME), *sections, *_framing(report, FOOT))


def place_of(key: str) -> int:
    """Where a node stands in the text."""
    return int(key.partition(":")[2])


def key_at(report: Report, offset: int) -> str:
    """The key of the innermost node at a place of the text; empty where there is none."""
    for paragraph in report.paragraphs:
        if paragraph.start <= offset <= paragraph.end and paragraph.role in FRAME | FOOT:
            return f"{paragraph.role}:{paragraph.start}"
    section = next((s for s in reversed(report.sections) if s.start <= offset <= s.end), None)
    if section is None:
        return ""
    inside = [h.start for h in _inside(report, section) if h.start <= offset]
    return f"heading:{inside[-1]}" if inside else f"section:{section.start}"


def kinds_of(report: Report, key: str) -> tuple[SectionKind, ...] | None:
    """The kinds of a section or heading; () where it inherits, None where it can have none."""
    if (section := _section_at(report, key)) is not None:
        return section.kinds
    place = _heading_at(report, key)
    return None if place is None else report.headings[place].kinds


def correction_key(report: Report, key: str) -> str:
    """What names a section or heading in Corrections."""
    if (section := _section_at(report, key)) is not None:
        return section_key(report.text, section, report.headings)
    place = _heading_at(report, key)
    return "" if place is None else heading_key(report.headings, place)


def figure_in_words(figure: Figure, names: Mapping[str, str]) -> str:
    """286件 / 数的是：矛盾纠纷 / 单位：件 / 性质：成果 / 指标：排查矛盾纠纷数."""
    number = f"{figure.number:g}" if figure.high is None else f"{figure.number:g}—{figure.high:g}"
    about = f"（{figure.qualifier}）" if figure.qualifier else ""
    lines = [
        figure.text,
        f"数：{number}{about}",
        f"单位：{figure.unit or '没写'}",
        f"数的是：{figure.thing or '没认出'}",
        f"性质：{ROLES[figure.role]}",
    ]
    if figure.indicator:
        lines.append(f"指标：{names.get(figure.indicator, figure.indicator)}")
    return "\n".join(lines)


def figure_in_a_line(figure: Figure) -> str:
    """286件　矛盾纠纷　成果"""
    return "　".join(part for part in (figure.text, figure.thing, ROLES[figure.role]) if part)


def _framing(report: Report, roles: Mapping[str, str]) -> tuple[Node, ...]:
    return tuple(
        Node(f"{p.role}:{p.start}", report.text[p.start : p.end], detail)
        for p in report.paragraphs
        if (detail := roles.get(p.role))
    )


def _inside(report: Report, section: Section) -> list[Heading]:
    return [
        heading
        for index, heading in enumerate(report.headings)
        if section.start <= heading.start < section.end and index != section.heading
    ]


def _section_at(report: Report, key: str) -> Section | None:
    if not key.startswith("section:"):
        return None
    return next((s for s in report.sections if s.start == place_of(key)), None)


def _heading_at(report: Report, key: str) -> int | None:
    if not key.startswith("heading:"):
        return None
    at = place_of(key)
    return next((n for n, h in enumerate(report.headings) if h.start == at), None)


def _section(report: Report, section: Section) -> Node:
    inside = _inside(report, section)
    heading = report.headings[section.heading] if section.heading is not None else None
    kinds = kinds_in_words(section.kinds)
    figures = sum(section.start <= f.start < section.end for f in report.figures)
    return Node(
        f"section:{section.start}",
        heading.text if heading else _beginning(report, section),
        kinds,
        children=tuple(_heading(report, each, inside, section.end) for each in inside),
        strong=True,
        hint=f"{heading.text if heading else kinds}（{kinds}，{figures} 个数字）",
    )


def _beginning(report: Report, section: Section) -> str:
    return report.text[section.start : section.end].split("\n", 1)[0][:40]


def _heading(report: Report, heading: Heading, inside: list[Heading], end: int) -> Node:
    following = [h.start for h in inside if h.start > heading.start and h.level <= heading.level]
    stop = following[0] if following else end
    figures = sum(heading.start <= f.start < stop for f in report.figures)
    detail = kinds_in_words(heading.kinds) or (f"{figures} 个数字" if figures else "")
    hint = f"{heading.text}（{kinds_in_words(heading.kinds) or '类别随上一级'}，{figures} 个数字）"
    return Node(f"heading:{heading.start}", heading.text, detail, hint=hint)
