"""Sentences with one mistake are marked by the rule it breaks."""

import pytest
from check_making import findings_of
from wrong import WRONG

from lawdraft.check.rule import Example


@pytest.mark.parametrize(("rule", "part", "year", "sentence"), WRONG, ids=lambda x: str(x)[:24])
def test_mistake_is_marked(rule, part, year, sentence):
    found, _ = findings_of(Example(sentence, part, year, f"{year + 1}-01-20"))
    assert rule in {finding.rule for finding in found}, [(f.rule, f.excerpt) for f in found]


def test_an_honour_of_another_year_is_pointed_out_but_not_rewritten():
    sentence = "2023年度，青禾镇荣获省级守法普法示范乡镇称号。"
    example = Example(sentence, "achievements", 2026, "2027-01-20")
    found, _ = findings_of(example)
    assert all(finding.suggestion is None for finding in found if finding.rule == "stale-year")
