"""Sentences with one mistake are marked by the rule it breaks."""

import pytest
from check_making import findings_of
from wrong import WRONG

from lawdraft.check.rule import Example


@pytest.mark.parametrize(("rule", "part", "year", "sentence"), WRONG, ids=lambda x: str(x)[:24])
def test_mistake_is_marked(rule, part, year, sentence):
    found, _ = findings_of(Example(sentence, part, year, f"{year + 1}-01-20"))
    assert rule in {finding.rule for finding in found}, [(f.rule, f.excerpt) for f in found]
