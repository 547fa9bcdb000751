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
    r"(?:^|(?<=[。；\n]))[^。；\n]{0,16}?(?:下一步|下步|下一阶段|下阶段|今后|明年|新的一年|接下来|下一年"
    r"|(?:针对|对照)(?:以上|上述|这些|存在)[^，。；\n]{0,8}(?:问题|不足|短板)，|将(?:继续|进一步|着力|重点|持续|坚持|从以下))"
    r"|(?:^|(?<=[。；\n]))[^。；，\n]{0,4}?(?P<year>20\d\d)年(?:度|里|全年)?[，我将计拟]"
)


def plan_spans(
    sections: Sequence[Section],
    headings: Sequence[Heading],
    text: str,
    end: int,
    year: int | None = None,
) -> list[Span]:
    """Plan sections, plan sub-headings, and what follows 下一步 in a combined section; merged.

    `year`: the report's; a sentence that begins with the year after it turns to the plan too.
    """
    spans = [
        Span(heading_span.start, heading_span.end)
        for heading, heading_span in zip(headings, spans_of(headings, end), strict=True)
        if heading.kinds == ("next_year_plan",)
    ]
    for section in sections:
        if section.kinds == ("next_year_plan",):
            spans.append(Span(section.start, section.end))
        elif "next_year_plan" in section.kinds:
            start = _turn(section, headings, text, year)
            spans += [Span(start, section.end)] if start is not None else []
    return _merged(spans)


def _turn(section: Section, headings: Sequence[Heading], text: str, year: int | None) -> int | None:
    """Where a combined section turns to the plan."""
    for heading in headings:
        if section.start < heading.start < section.end and "next_year_plan" in heading.kinds:
            return heading.start
    begin = section.start if section.heading is None else headings[section.heading].end
    for found in _TURN.finditer(text, begin, section.end):
        if not found["year"] or (year is not None and int(found["year"]) > year):
            return found.start()
    return None


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
