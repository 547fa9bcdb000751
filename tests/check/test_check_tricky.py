"""Sentences that only look wrong stay unmarked: no error and no warning."""

import pytest
from check_making import findings_of
from tricky import TRICKY

from lawdraft.check.rule import Example


@pytest.mark.parametrize(("part", "year", "sentence"), TRICKY, ids=lambda x: str(x)[:24])
def test_tricky_sentence_is_left_alone(part, year, sentence):
    example = Example(sentence, part, year, f"{year + 1}-01-20")
    found, _ = findings_of(example)
    marked = [f for f in found if f.level != "note" and f.rule != "length"]
    assert not marked, [(f.rule, f.excerpt, f.message) for f in marked]
