"""The recognised structure as cutting needs it: numbered sentences whole, ordinals counted together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.model.report import Point
from lawdraft.text.markers import read_marker

if TYPE_CHECKING:
    from lawdraft.model.report import Heading, Report

_ORDINAL = re.compile(r"(第[一二三四五六七八九十]{1,3})[，、,]")


def sound(report: Report) -> Report:
    """The report with headings that cannot be such taken off.

    Words that stop right before their number (开展活动|40场次) are a sentence cut in two; 第一， is a
    point where 第二， of the same paragraph is one.
    """
    points = list(report.points)
    kept = []
    for heading in report.headings:
        point = _as_point(heading, report)
        if point is not None:
            points.append(point)
        elif not _cut_in_two(heading, report.text):
            kept.append(heading)
    ordered = tuple(sorted(points, key=lambda each: each.start))
    if len(kept) == len(report.headings):
        return report
    return _with(report, tuple(kept), ordered)


def _cut_in_two(heading: Heading, text: str) -> bool:
    behind = text[heading.end : heading.end + 1]
    return heading.level > 1 and heading.layout != "own" and behind.isdigit()


def _as_point(heading: Heading, report: Report) -> Point | None:
    found = _ORDINAL.match(heading.text)
    marker = read_marker(found[1]) if found else None
    if found is None or marker is None or heading.layout == "own":
        return None
    line_end = report.text.find("\n", heading.start)
    line_end = line_end if line_end >= 0 else len(report.text)
    following = next((p for p in report.points if heading.end <= p.start < line_end), None)
    if following is None or following.marker.rstrip("，、,") != marker.numbered(marker.number + 1):
        return None
    return Point(found[1], heading.start, following.start)


def _with(report: Report, headings: tuple[Heading, ...], points: tuple[Point, ...]) -> Report:
    """The report with other headings; its sections keep theirs."""
    places = {heading.start: place for place, heading in enumerate(headings)}
    sections = tuple(
        section
        if section.heading is None
        else replace(section, heading=places.get(report.headings[section.heading].start))
        for section in report.sections
    )
    return replace(report, headings=headings, points=points, sections=sections)
