"""Runs the rules over a report, drops doubles, and tells a habit once with how often it returns."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.check.reading import Context, Passage, Reading, shifted
from lawdraft.check.rule import PassageRule, ReportRule
from lawdraft.check.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Report

GROUPED = frozenset({"punctuation", "number-style", "wrong-term"})
WORDING = frozenset({"punctuation", "typo", "wrong-term", "outdated-phrase", "exact-with-approx"})
_PASSAGE_RULES = tuple(rule for rule in RULES if isinstance(rule, PassageRule))
_REPORT_RULES = tuple(rule for rule in RULES if isinstance(rule, ReportRule))
_DIGITS = re.compile(r"\d")
HABIT = 3  # more than these of one kind are one finding
MANY = 20  # of any other rule with the same sentence; more would be a list nobody reads
_RANK = {"error": 0, "warning": 1, "note": 2}


def check_report(report: Report, context: Context) -> tuple[Finding, ...]:
    """Everything the rules find in a report, in the order of its text; missing parts first."""
    reading = Reading(report, context)
    found = list(report_findings(reading))
    for passage in reading.passages:
        found += [shifted(f, passage.start) for f in passage_findings(passage, reading)]
    return arranged(found, context)


def passage_findings(passage: Passage, reading: Reading) -> tuple[Finding, ...]:
    """What the paragraph rules find in one paragraph, counted from its beginning."""
    return tuple(finding for rule in _PASSAGE_RULES for finding in rule.check(passage, reading))


def report_findings(reading: Reading) -> tuple[Finding, ...]:
    """What the rules find that need the whole report."""
    return tuple(finding for rule in _REPORT_RULES for finding in rule.check(reading))


def arranged(found: Iterable[Finding], context: Context) -> tuple[Finding, ...]:
    """Without doubles and 不是问题, habits grouped, in the order of the text."""
    found = [_guarded(finding) for finding in found]
    dismissed = set(context.draft.not_problems) if context.draft else set()
    kept = _without_doubles(found)
    grouped = _grouped([finding for finding in kept if finding.key not in dismissed])
    return tuple(sorted(grouped, key=_place))


def _guarded(finding: Finding) -> Finding:
    """Without its suggestion where that would change a digit: a button for wording may not."""
    if finding.rule not in WORDING or finding.suggestion is None:
        return finding
    kept = _DIGITS.findall(finding.excerpt) == _DIGITS.findall(finding.suggestion)
    return finding if kept else replace(finding, suggestion=None)


def _place(finding: Finding) -> tuple[int, int, int, str]:
    start = -1 if finding.start is None else finding.start
    return start, finding.end or 0, _RANK[finding.level], finding.rule


def _without_doubles(found: Iterable[Finding]) -> list[Finding]:
    """Of findings of one rule that overlap, the gravest, then the longest, stays."""
    kept: dict[Finding, None] = {}
    taken: dict[str, list[tuple[int, int]]] = {}
    for finding in sorted(found, key=_gravest_first):
        if (
            finding.start is None
            or finding.end is None
            or _take(taken.setdefault(finding.rule, []), finding.start, finding.end)
        ):
            kept.setdefault(finding)
    return list(kept)


def _gravest_first(finding: Finding) -> tuple[int, int]:
    return _RANK[finding.level], -((finding.end or 0) - (finding.start or 0))


def _take(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Put a span among sorted, separate ones; False where one of them overlaps it."""
    at = bisect_left(spans, (start, end))
    if at < len(spans) and spans[at][0] < end:
        return False
    if at and spans[at - 1][1] > start:
        return False
    spans.insert(at, (start, end))
    return True


def _grouped(found: list[Finding]) -> list[Finding]:
    """More than three of one habit become the first of them, which tells how many follow."""
    habits: dict[tuple[str, str], list[Finding]] = {}
    for finding in sorted(found, key=_place):
        habits.setdefault((finding.rule, finding.message), []).append(finding)
    kept: list[Finding] = []
    for (rule, _), members in habits.items():
        if len(members) > (HABIT if rule in GROUPED else MANY):
            others = tuple(
                (m.start, m.end, m.suggestion)
                for m in members[1:]
                if m.start is not None and m.end is not None
            )
            kept.append(replace(members[0], similar=len(members) - 1, more=others))
        else:
            kept += members
    return kept
