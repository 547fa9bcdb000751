"""Shortcomings without a cause: the regulation asks for 存在的不足和原因."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "missing-cause"
CAUSE = re.compile(
    r"原因|由于|因为|(?<![一-鿿])因(?=[一-鿿])(?!此|而|地制宜|势利导|人施策|材施教)|缘于|源于|归因|根源|究其|症结|导致|致使|造成|使得"
    r"|受[^，。；]{1,16}(?:影响|制约|限制|所限)|(?:主要|根本|关键|问题)在于|(?:影响|制约)了|难以适应"
    r"|主要是(?![：:，,]|以下|表现|体现|在|存在)|限于|加之|囿于|归结|所致|以致|引起|引发|半路出家|跟不上[^，。；]{2,}(?:所以|，)"
)


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at the heading of shortcomings that tell no cause."""
    for span in reading.parts("shortcomings"):
        end = min(
            [p.start for p in reading.plan_spans if span.start < p.start < span.end] or [span.end]
        )
        line_end = reading.text.find("\n", span.start, end)
        heading_end = line_end if line_end >= 0 else end
        heading = next((h for h in reading.report.headings if h.start == span.start), None)
        body_from = heading.end if heading else span.start
        if end - body_from < 10 or CAUSE.search(reading.text, body_from, end):
            continue
        stop = min(heading.end if heading else heading_end, span.start + 40)
        yield reading.finding(
            ID,
            "warning",
            "“不足”部分只列了问题，没有写明原因。",
            span.start,
            stop,
            why="《法治政府建设与责任落实督察工作规定》要求写明“存在的不足和原因”",
        )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("一是执法力量不够强。二是普法形式较为单一，针对性有待提高。", "shortcomings"),
    Example("工作中存在的问题主要是：执法力量不足，普法形式单一。", "shortcomings"),
    Example("（一）少数干部法治意识不强，遇事找法的习惯没有养成。", "shortcomings"),
)
CLEAN = (
    Example("一是执法力量不够强，主要原因是持证人员少。二是普法形式较为单一。", "shortcomings"),
    Example("由于编制紧张，综合执法队人手不足，夜间巡查覆盖不到位。", "shortcomings"),
    Example("受经费制约，法治文化阵地更新较慢。", "shortcomings"),
)
