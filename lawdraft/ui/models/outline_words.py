"""An outline as a page to read: what such reports hold, in which order, how often, how long."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lawdraft.ui.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.model.outline import Outline, OutlineFigure, OutlineSection, OutlineTopic, Range
    from lawdraft.ui.look import Colours

SEVERAL = 3  # headings shown of a topic
MOST_FIGURES = 8


def outline_page(outline: Outline, colours: Colours) -> str:
    """HTML for a text browser."""
    rule = not outline.reports
    sections = "".join(_section(each, colours, rule=rule) for each in outline.sections)
    return (
        f'<div style="line-height:145%"><h2>{escape(outline.name)}</h2>'
        f'<p style="color:{colours.ink_soft}">{escape(_about(outline))}</p>{sections}</div>'
    )


def _about(outline: Outline) -> str:
    source = outline.source or (f"从 {outline.reports} 份报告学来" if outline.reports else "")
    length = ""
    if outline.length.high:
        length = f"全文一般 {_letters(outline.length)}。"
    date = f"（{outline.date}）" if outline.date else ""
    return f"{source.rstrip('。')}{date}。{length}"


def _section(section: OutlineSection, colours: Colours, *, rule: bool) -> str:
    said = [_share(section.share, rule=rule)]
    if section.length.high:
        said.append(_letters(section.length))
    head = (
        f'<h3 style="color:{colours.accent_strong}">{KINDS[section.kind]}'
        f'<span style="color:{colours.ink_faint}; font-weight:normal">　{"　".join(said)}</span></h3>'
    )
    titles = _listed("标题" if rule else "常见标题", section.headings)
    topics = "".join(_topic(each, colours, rule=rule) for each in section.topics)
    return f"{head}{titles}<ul>{topics}</ul>" if topics else f"{head}{titles}"


def _topic(topic: OutlineTopic, colours: Colours, *, rule: bool) -> str:
    usual = [each for each in topic.headings[:SEVERAL] if each != topic.name]
    words = f"：{escape('；'.join(usual))}" if usual else ""
    figures = "".join(_figure(each, rule=rule) for each in topic.figures[:MOST_FIGURES])
    inside = f'<br><span style="color:{colours.ink_soft}">{figures}</span>' if figures else ""
    often = "" if rule else _share(topic.share, rule=False)
    share = f'<span style="color:{colours.ink_faint}">　{often}</span>'
    return f"<li><b>{escape(topic.name)}</b>{words}{share}{inside}</li>"


def _figure(figure: OutlineFigure, *, rule: bool) -> str:
    unit = escape(figure.unit or "")
    low, middle, high = (f"{value:g}" for value in _of(figure.values))
    span = f"{low}—{high} {unit}，中间值 {middle}" if low != high else f"{middle} {unit}"
    often = f"（{_share(figure.share, rule=rule)}）"
    return f"{escape(figure.thing)}：{span}{often}<br>"


def _of(values: Range) -> tuple[float, float, float]:
    return values.low, values.middle, values.high


def _share(share: float, *, rule: bool) -> str:
    """规定要写, or how many of the reports have it."""
    if rule:
        return "规定要写"
    return "每份都有" if share >= 0.995 else f"{share:.0%} 的报告有"


def _letters(length: Range) -> str:
    low, middle, high = (round(value) for value in _of(length))
    return f"{middle} 字（{low}—{high} 字）" if low != high else f"{middle} 字"


def _listed(name: str, words: Iterable[str]) -> str:
    listed = "；".join(words)
    return f"<p>{name}：{escape(listed)}</p>" if listed else ""
