"""Where a report speaks of the coming year: the numbers there are targets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.report import Span
from lawdraft.recognise.kinds import spans_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import Heading, Section

_TURN = re.compile(
    r"(?:^|(?<=[。；\n]))[^。；\n]{0,16}?(?:下一步|下步|下一阶段|下阶段|今后|明年|新的一年|接下来|下一年)"
)


def plan_spans(
    sections: Sequence[Section], headings: Sequence[Heading], text: str, end: int
) -> list[Span]:
    """Plan sections, plan sub-headings, and what follows 下一步 in a combined section; merged."""
    spans = [
        Span(heading_span.start, heading_span.end)
        for heading, heading_span in zip(headings, spans_of(headings, end), strict=True)
        if heading.kinds == ("next_year_plan",)
    ]
    for section in sections:
        if section.kinds == ("next_year_plan",):
            spans.append(Span(section.start, section.end))
        elif "next_year_plan" in section.kinds:
            start = _turn(section, headings, text)
            spans += [Span(start, section.end)] if start is not None else []
    return _merged(spans)


def _turn(section: Section, headings: Sequence[Heading], text: str) -> int | None:
    """Where a combined section turns to the plan."""
    for heading in headings:
        if section.start < heading.start < section.end and "next_year_plan" in heading.kinds:
            return heading.start
    begin = section.start if section.heading is None else headings[section.heading].end
    found = _TURN.search(text, begin, section.end)
    return found.start() if found else None


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
