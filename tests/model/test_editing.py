from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.model import editing
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Promise, Topic


@pytest.fixture
def draft() -> Draft:
    cards = (
        Card("c1", "排查矛盾纠纷⟦e1⟧件。", marker="一是"),
        Card("c2", "化解67件。", marker="二是"),
    )
    section = DraftSection(
        "s1",
        ("achievements",),
        "主要成效",
        topics=(Topic("t1", "化解矛盾", cards=cards), Topic("t2")),
    )
    ledger = (Entry("e1", "矛盾纠纷", "件", last="72"),)
    promises = (Promise("p1", "开展培训12次。"),)
    return Draft(
        2025, "青禾镇人民政府", sections=(section,), ledger=ledger, promises=promises, next_id=9
    )


def test_first_own_wording_decides_for_rewrite(draft):
    edited = editing.set_card_text(draft, "c2", "全部化解。")

    assert edited.card("c2").text == "全部化解。"
    assert edited.card("c2").decision == "rewrite"
    assert draft.card("c2").text == "化解67件。"


def test_a_decision_taken_survives_new_wording(draft):
    kept = editing.set_decision(draft, "c2", "numbers")

    assert editing.set_card_text(kept, "c2", "化解69件。").card("c2").decision == "numbers"


def test_unknown_ids_are_the_callers_mistake(draft):
    with pytest.raises(KeyError):
        editing.set_card_text(draft, "c99", "")


def test_card_is_added_behind_another(draft):
    grown = editing.add_card(draft, "t1", "新增一点。", after="c1")

    assert [card.id for card in grown.cards] == ["c1", "c9", "c2"]
    assert grown.next_id == 10


def test_card_moves_to_another_topic(draft):
    moved = editing.move_card(draft, "c1", "t2", 0)

    assert [card.id for card in moved.topic("t2").cards] == ["c1"]
    assert [card.id for card in moved.topic("t1").cards] == ["c2"]


def test_topics_and_sections_come_and_go(draft):
    grown = editing.add_topic(draft, "s1", "普法", index=0)
    grown = editing.add_section(grown, ("shortcomings",), "存在不足")
    moved = editing.move_section(grown, "s10", 0)
    shrunk = editing.remove_topic(editing.remove_section(moved, "s10"), "t9")

    assert [topic.id for topic in grown.section("s1").topics] == ["t9", "t1", "t2"]
    assert [section.id for section in moved.sections] == ["s10", "s1"]
    assert shrunk.sections == draft.sections


def test_typed_number_becomes_an_entry(draft):
    slotted = editing.make_slot(draft, "c2", 2, 5)

    assert slotted.card("c2").text == "化解⟦e9⟧件。"
    assert slotted.entry("e9") == Entry("e9", "化解", "件", last=None, value="67")


def test_words_without_a_number_stay_words(draft):
    assert editing.make_slot(draft, "c2", 0, 2) == draft


def test_approximate_and_chinese_numbers_keep_their_print(draft):
    worded = editing.set_card_text(draft, "c2", "发放资料2万余份、手册五千余份。")
    slotted = editing.make_slot(worded, "c2", 4, 8)
    slotted = editing.make_slot(slotted, "c2", slotted.card("c2").text.index("五"), 17)

    assert [entry.value for entry in slotted.ledger[1:]] == ["2万余", "五千余"]


def test_blank_figure_counts_as_not_given(draft):
    assert editing.set_figure(draft, "e1", "  ").entry("e1").value is None


def test_promise_is_answered(draft):
    answered = editing.set_promise(draft, "p1", "done", "已培训13次")

    assert answered.promise("p1") == replace(draft.promise("p1"), state="done", answer="已培训13次")


def test_dismissing_twice_is_once_and_can_be_taken_back(draft):
    twice = editing.dismiss_finding(editing.dismiss_finding(draft, "typo|x|"), "typo|x|")

    assert twice.not_problems == ("typo|x|",)
    assert editing.restore_finding(twice, "typo|x|") == draft


@given(place=st.integers(-3, 9))
@settings(derandomize=True, max_examples=20)
def test_moving_loses_and_doubles_nothing(place):
    cards = tuple(Card(f"c{n}", str(n)) for n in range(5))
    section = DraftSection("s1", ("other",), topics=(Topic("t1", cards=cards),))
    draft = Draft(2025, "青禾镇", sections=(section,))

    moved = editing.move_card(draft, "c2", "t1", place)

    assert sorted(card.id for card in moved.cards) == [f"c{n}" for n in range(5)]
