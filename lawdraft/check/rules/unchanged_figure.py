"""Figures of three digits and more that are last year's to the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.yearly import same_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "unchanged-figure"


def check(reading: Reading) -> Iterator[Finding]:
    """No rates and no standing facts: villages and inhabitants stay the same."""
    for now, last in same_counts(reading):
        number = now.figure.number
        if number < 100 or number != last.figure.number:
            continue
        if now.figure.role != "result" or now.figure.unit == "%":
            continue
        yield reading.finding(
            ID,
            "warning",
            f"“{now.noun}”写{now.figure.text}，与去年完全相同，请核对是否忘了更新。",
            now.figure.start,
            now.figure.end,
        )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("全年排查矛盾纠纷136件，化解131件。", last="全年排查矛盾纠纷136件，化解128件。"),
)
CLEAN = (
    Example("全年排查矛盾纠纷142件，化解率98%。", last="全年排查矛盾纠纷136件，化解率98%。"),
    Example("全镇常住人口26300人，开展讲座12场。", last="全镇常住人口26300人，开展讲座12场。"),
)
