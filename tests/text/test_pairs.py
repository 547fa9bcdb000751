"""Where pairs of characters stand."""

import pytest

from lawdraft.text.pairs import pair_places, places_of


def test_every_pair_is_told_with_its_places():
    assert pair_places("普法普法") == {"普法": [0, 2], "法普": [1]}


@pytest.mark.parametrize("text", ["", "法"])
def test_a_text_too_short_has_no_pairs(text):
    assert pair_places(text) == {}


def test_wanted_pairs_come_in_the_order_of_the_text():
    assert places_of("依法行政依法治村", {"行政", "依法", "普法"}) == [0, 2, 4]
