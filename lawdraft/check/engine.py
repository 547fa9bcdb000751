"""Runs the rules over a report and puts what they find in order: one finding a habit."""

from __future__ import annotations

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
HABIT = 3  # more than these of one kind are one finding
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
    return tuple(
        finding
        for rule in RULES
        if isinstance(rule, PassageRule)
        for finding in rule.check(passage, reading)
    )


def report_findings(reading: Reading) -> tuple[Finding, ...]:
    """What the rules find that need the whole report."""
    return tuple(
        finding for rule in RULES if isinstance(rule, ReportRule) for finding in rule.check(reading)
    )


def arranged(found: Iterable[Finding], context: Context) -> tuple[Finding, ...]:
    """Without doubles and 不是问题, habits grouped, in the order of the text."""
    dismissed = set(context.draft.not_problems) if context.draft else set()
    kept = _without_doubles(found)
    grouped = _grouped([finding for finding in kept if finding.key not in dismissed])
    return tuple(sorted(grouped, key=_place))


def _place(finding: Finding) -> tuple[int, int, int, str]:
    start = -1 if finding.start is None else finding.start
    return start, finding.end or 0, _RANK[finding.level], finding.rule


def _without_doubles(found: Iterable[Finding]) -> list[Finding]:
    """Of findings of one rule that overlap, the gravest, then the longest, stays."""
    kept: list[Finding] = []
    for finding in sorted(found, key=_gravest_first):
        if finding.start is None or finding.end is None:
            if finding not in kept:
                kept.append(finding)
            continue
        same = [k for k in kept if k.rule == finding.rule and _overlap(k, finding)]
        if not same:
            kept.append(finding)
    return kept


def _gravest_first(finding: Finding) -> tuple[int, int]:
    return _RANK[finding.level], -((finding.end or 0) - (finding.start or 0))


def _overlap(one: Finding, other: Finding) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def _grouped(found: list[Finding]) -> list[Finding]:
    """More than three of one habit become the first of them, which tells how many follow."""
    habits: dict[tuple[str, str], list[Finding]] = {}
    for finding in sorted(found, key=_place):
        habits.setdefault((finding.rule, finding.message), []).append(finding)
    kept: list[Finding] = []
    for (rule, _), members in habits.items():
        if rule in GROUPED and len(members) > HABIT:
            kept.append(replace(members[0], similar=len(members) - 1))
        else:
            kept += members
    return kept
