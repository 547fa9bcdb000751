"""Every rule carries examples that it flags and examples that it leaves alone."""

import pytest
from check_making import findings_of

from lawdraft.check.rules import MODULES, RULES

FLAGGED = [(m.ID, e) for m in MODULES for e in m.FLAGGED]
CLEAN = [(m.ID, e) for m in MODULES for e in m.CLEAN]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.ID)
def test_rule_has_examples_of_both_kinds(module):
    assert module.RULE.id == module.ID
    assert len(module.FLAGGED) >= 1
    assert len(module.CLEAN) >= 1


@pytest.mark.parametrize(("rule", "example"), FLAGGED, ids=lambda x: getattr(x, "text", x)[:30])
def test_flagged_example_is_flagged(rule, example):
    found, _ = findings_of(example)
    assert rule in {finding.rule for finding in found}


@pytest.mark.parametrize(("rule", "example"), CLEAN, ids=lambda x: getattr(x, "text", x)[:30])
def test_clean_example_is_left_alone(rule, example):
    found, _ = findings_of(example)
    assert not [finding for finding in found if finding.rule == rule]


CONTRACT = frozenset(
    [
        "missing-section",
        "missing-cause",
        "missing-signature",
        "numbering",
        "placeholder",
        "stale-year",
        "foreign-place",
        "contradiction",
        "sum-mismatch",
        "rate-mismatch",
        "missing-unit",
        "exact-with-approx",
        "superseded-law",
        "unknown-law",
        "outdated-phrase",
        "wrong-term",
        "typo",
        "punctuation",
        "number-style",
        "duplicate-passage",
        "plan-unanswered",
        "repeated-shortcoming",
        "unchanged-figure",
        "order-of-magnitude",
        "privacy-phone",
        "privacy-id",
        "privacy-name",
        "sensitive-public",
        "length",
        "copied-own",
        "copied-other",
    ]
)


def test_ids_are_those_of_the_command_line_manual():
    assert {rule.id for rule in RULES} == CONTRACT


def test_no_rule_runs_twice():
    assert len({rule.check for rule in RULES}) == len(RULES)
