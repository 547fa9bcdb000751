"""Sentences that only look wrong stay unmarked: no error and no warning."""

import pytest
from check_making import findings_of
from tricky import ELSEWHERE, TRICKY

from lawdraft.check.rule import Example

CASES = [("云岭县青禾镇人民政府", *case) for case in TRICKY] + list(ELSEWHERE)


@pytest.mark.parametrize(("unit", "part", "year", "sentence"), CASES, ids=lambda x: str(x)[:24])
def test_tricky_sentence_is_left_alone(unit, part, year, sentence):
    example = Example(sentence, part, year, f"{year + 1}-01-20", unit)
    found, _ = findings_of(example)
    marked = [f for f in found if f.level != "note" and f.rule != "length"]
    assert not marked, [(f.rule, f.excerpt, f.message) for f in marked]
