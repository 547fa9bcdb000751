from dataclasses import replace

import pytest

from lawdraft.draft.merging import merge
from lawdraft.model import editing
from lawdraft.model.draft import Attachment, Card, Draft, DraftSection, Entry, Topic


@pytest.fixture
def base():
    cards = tuple(Card(f"c{n}", f"第{n}点⟦e1⟧件。") for n in range(1, 4))
    section = DraftSection(
        "s1", ("achievements",), "成效", topics=(Topic("t1", "领导", cards=cards),)
    )
    return Draft(
        2025, "青禾镇", sections=(section,), ledger=(Entry("e1", "纠纷", "件", "72"),), next_id=10
    )


def texts(merged):
    return [card.text for card in merged.draft.cards]


def test_changes_of_both_sides_are_taken(base):
    mine = editing.set_card_text(base, "c1", "我改的。")
    theirs = editing.set_figure(editing.set_card_text(base, "c2", "他改的。"), "e1", "80")

    merged = merge(base, mine, theirs)

    assert texts(merged) == ["我改的。", "他改的。", "第3点⟦e1⟧件。"]
    assert merged.draft.entry("e1").value == "80"
    assert merged.conflicts == ()


def test_same_field_changed_twice_is_a_conflict(base):
    merged = merge(
        base,
        editing.set_card_text(base, "c1", "我改的。"),
        editing.set_card_text(base, "c1", "他改的。"),
    )

    assert texts(merged)[0] == "我改的。"
    [conflict] = merged.conflicts
    assert (conflict.item, conflict.field, conflict.theirs) == ("c1", "text", "他改的。")


def test_different_fields_of_one_card_both_count(base):
    mine = editing.set_decision(base, "c1", "numbers")
    theirs = editing.set_card_marker(base, "c1", "一是")

    card = merge(base, mine, theirs).draft.card("c1")

    assert (card.decision, card.marker) == ("numbers", "一是")


def test_new_cards_of_both_sides_stand_side_by_side(base):
    mine = editing.add_card(base, "t1", "我加的。", after="c1")
    theirs = editing.add_card(base, "t1", "他加的。", after="c2")

    merged = merge(base, mine, theirs)

    assert texts(merged) == [
        "第1点⟦e1⟧件。",
        "我加的。",
        "第2点⟦e1⟧件。",
        "他加的。",
        "第3点⟦e1⟧件。",
    ]
    assert len({card.id for card in merged.draft.cards}) == 5


def test_clashing_figures_keep_their_own_slots(base):
    mine = editing.make_slot(editing.set_card_text(base, "c1", "办结5件。"), "c1", 2, 4)
    theirs = editing.make_slot(editing.set_card_text(base, "c2", "调解9次。"), "c2", 2, 4)

    draft = merge(base, mine, theirs).draft
    values = {entry.id: entry.value for entry in draft.ledger}

    [mine_slot] = editing.slots_of(draft.card("c1").text)
    [their_slot] = editing.slots_of(draft.card("c2").text)
    assert (values[mine_slot], values[their_slot]) == ("5", "9")


def test_what_one_side_removed_goes_unless_the_other_changed_it(base):
    gone = merge(base, base, editing.remove_card(base, "c3"))
    kept = merge(base, editing.set_card_text(base, "c3", "留着。"), editing.remove_card(base, "c3"))
    mine_gone = merge(base, editing.remove_card(base, "c3"), base)

    assert len(texts(gone)) == len(texts(mine_gone)) == 2
    assert "留着。" in texts(kept)


def test_moved_and_changed_card_stands_once(base):
    two = editing.add_topic(base, "s1", "普法")
    mine = editing.set_card_text(two, "c1", "改过。")
    theirs = editing.move_card(two, "c1", "t10", 0)

    merged = merge(two, mine, theirs)

    assert [card.id for card in merged.draft.cards].count("c1") == 1
    assert "改过。" in texts(merged)


def test_facts_merge_too(base):
    merged = merge(
        base,
        editing.set_facts(base, title="甲"),
        editing.set_facts(base, title="乙", signature="镇政府"),
    )

    assert (merged.draft.title, merged.draft.signature) == ("甲", "镇政府")
    assert merged.conflicts[0].field == "title"


def test_equal_copies_stay_as_they_are(base):
    assert merge(base, base, base).draft == base


@pytest.mark.parametrize("i_edit", [True, False])
def test_a_card_that_one_moved_and_the_other_wrote_keeps_the_words(base, i_edit):
    start = editing.add_topic(base, "s1", "执法", index=0)
    topic = start.sections[0].topics[0].id
    moved = editing.move_card(start, "c2", topic, 0)
    written = editing.set_card_text(start, "c2", "重新写过。")

    merged = merge(start, *((written, moved) if i_edit else (moved, written)))

    assert [card.text for card in merged.draft.cards if card.id == "c2"] == ["重新写过。"]


def test_attachments_and_the_note_below_the_date_are_merged(base):
    start = replace(base, attachments=(Attachment("a1", "统计表", "甲\t1"),))
    mine = replace(start, note="联系人：王某")
    theirs = replace(start, attachments=(Attachment("a1", "统计表", "甲\t2"),))

    merged = merge(start, mine, theirs).draft

    assert (merged.note, merged.attachments[0].text) == ("联系人：王某", "甲\t2")
