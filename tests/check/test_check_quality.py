"""Planted errors are found, clean reports stay clean: the numbers that acceptance asks for."""

import random
from collections import Counter

import pytest
from check_making import knowledge, recognised
from clean_reports import clean
from planting import PLANTED

from lawdraft.check import Context, check_report

PLANTS = 8  # a rule; more with the benchmark


def planted(rule, seed):
    """A report with one error of a rule: (report, context), or None where it has no place."""
    one = clean(seed * 5 + len(rule))
    made = PLANTED[rule](one, random.Random(seed * 31 + len(rule)))
    text, last, public = made if isinstance(made, tuple) else (made, None, False)
    if text is None:
        return None
    named = seed % 2 == 1
    context = Context(
        knowledge(),
        year=one.year if named else None,
        organisation=one.organisation if named else None,
        last=recognised(last) if last else None,
        public=public,
    )
    return recognised(text), context


def found_share(rule, count):
    """The share of planted errors that the rule finds."""
    cases = [case for seed in range(count * 3) if (case := planted(rule, seed))][:count]
    hits = [
        any(finding.rule == rule for finding in check_report(report, context))
        for report, context in cases
    ]
    return sum(hits) / len(hits)


@pytest.mark.parametrize("rule", sorted(set(PLANTED) - {"length"}))
def test_planted_errors_are_found(rule):
    assert found_share(rule, PLANTS) >= 0.95


def test_clean_reports_stay_clean():
    marked = Counter()
    for seed in range(24):
        one = clean(seed)
        context = Context(knowledge(), last=recognised(one.last), public=seed % 5 == 0)
        found = check_report(recognised(one.text), context)
        marked.update(f.rule for f in found if f.level != "note")
    assert sum(marked.values()) <= 0.2 * 24, marked


def test_a_rule_never_marks_the_plant_of_another_as_its_own():
    """Precision: an error of one rule calls no other rule, save those that see the same fault."""
    strangers = Counter()
    for rule in sorted(set(PLANTED) - {"length", "missing-section", "copied-own", "stale-year"}):
        case = planted(rule, 2) or planted(rule, 3)
        if case is None:
            continue
        for finding in check_report(*case):
            if finding.rule != rule and finding.level != "note":
                strangers[rule, finding.rule] += 1
    assert sum(strangers.values()) <= 2, strangers
