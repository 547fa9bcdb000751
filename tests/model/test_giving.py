from dataclasses import replace

import pytest

from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic
from lawdraft.model.giving import give_figure


@pytest.fixture
def draft():
    cards = (
        Card("c1", "排查⟦e1⟧件，化解⟦e2⟧件。", last="排查72件，化解67件。"),
        Card("c2", "排查⟦e1⟧件。", last="排查72件。", decision="drop"),
        Card("c3", "新写的：排查⟦e1⟧件。"),
    )
    section = DraftSection("s1", ("achievements",), topics=(Topic("t1", cards=cards),))
    ledger = (Entry("e1", "矛盾纠纷", "件", "72"), Entry("e2", "化解", "件", "67"))
    return Draft(2025, "青禾镇人民政府", sections=(section,), ledger=ledger)


def test_a_card_with_a_blank_left_stays_undecided(draft):
    assert give_figure(draft, "e1", "80").card("c1").decision == "undecided"


def test_the_last_blank_of_a_card_decides_it(draft):
    given = give_figure(give_figure(draft, "e1", "80"), "e2", "75")
    assert given.card("c1").decision == "numbers"


def test_dropped_and_new_cards_are_left_alone(draft):
    given = give_figure(draft, "e1", "80")
    assert [given.card(c).decision for c in ("c2", "c3")] == ["drop", "undecided"]


def test_a_formula_counts_as_given(draft):
    ledger = (draft.ledger[0], replace(draft.ledger[1], formula="{e1}"))
    given = give_figure(replace(draft, ledger=ledger), "e1", "80")
    assert given.card("c1").decision == "numbers"
