"""Passages that stand in other units' reports, from the library's comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Severity
    from lawdraft.model.similarity import Match

ID = "copied-other"
LONG = 60  # characters


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at each copied passage; with the other's names left in it is an error."""
    comparison = reading.context.comparison
    if comparison is None:
        return
    for match in comparison.matches:
        if not match.own and match.kind == "copied":
            yield copied_finding(match, reading.text)


def copied_finding(match: Match, text: str) -> Finding:
    """What is said of one copied passage of a text, which may be a single paragraph."""
    start, end = match.draft.start, match.draft.end
    left = "、".join(f"“{word}”" for word in match.leftovers[:3])
    if left:
        message = f"这段话与“{match.report_id}”相同，还留着{left}。"
    else:
        message = f"这段话与“{match.report_id}”基本相同，请改写。"
    level: Severity = "error" if left else "warning" if end - start >= LONG else "note"
    why = f"“{match.report_id}”第{match.source.start + 1}至{match.source.end}字，相似度{match.score:.0%}"
    return Finding(ID, level, message, text[start:end], start, end, why=why)


RULE = ReportRule(ID, check)
_SAME = "镇司法所组织院坝普法小分队，把法律条文改编成方言快板，在集镇东口轮流演出，并当场解答土地流转合同疑问。"
FLAGGED = (Example(_SAME, copied=_SAME),)
CLEAN = (Example(_SAME),)
