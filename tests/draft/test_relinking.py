"""Words the leader wrote anew keep the figures that can surely be found again in them."""

import pytest

from lawdraft.draft.accepting import accept
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic
from lawdraft.model.rounds import Revision

ENTRIES = (
    Entry("e1", "矛盾纠纷", "件", last="60", value="72"),
    Entry("e2", "化解率", "%", last="97", value="98"),
    Entry("e3", "宣讲", "场", last="10", value=None),
    Entry("e4", "合计", "件", last=None, formula="e1"),
)


def accepted(raw, before, after):
    """The card's text and the ledger after `before` of the card became `after`."""
    left, _, right = raw.partition(before)
    card = Card("c1", raw, last="去年")
    section = DraftSection("s1", ("achievements",), topics=(Topic("t1", cards=(card,)),))
    draft = Draft(2026, "青禾镇", sections=(section,), ledger=ENTRIES, next_id=9)
    change = Revision("r1", "card", "c1", before, after, left[-16:], right[:16], "李镇长")
    taken = accept(draft, change)
    return taken.card("c1").text, {each.id: each.value for each in taken.ledger}


@pytest.mark.parametrize(
    ("before", "after", "text", "value"),
    [
        ("调解⟦e1⟧件", "共调解矛盾纠纷72件", "共调解矛盾纠纷⟦e1⟧件", "72"),
        ("调解⟦e1⟧件", "共调解矛盾纠纷80件", "共调解矛盾纠纷⟦e1⟧件", "80"),
        ("调解⟦e1⟧", "共调解各类纠纷80余", "共调解各类纠纷⟦e1⟧", "80余"),
        ("⟦e1⟧件", "85起", "⟦e1⟧起", "85"),
        ("调解⟦e1⟧件", "2次调解72件", "2次调解⟦e1⟧件", "72"),
    ],
)
def test_the_number_is_found_again(before, after, text, value):
    raw = "全年调解⟦e1⟧件。"
    words, values = accepted(raw, before, after)
    assert words == raw.replace(before, text)
    assert values["e1"] == value


def test_two_figures_are_told_apart_by_their_units():
    words, values = accepted(
        "调解⟦e1⟧件，化解率⟦e2⟧%，宣讲⟦e3⟧场。",
        "调解⟦e1⟧件，化解率⟦e2⟧%，宣讲⟦e3⟧场",
        "宣讲12场，调解75件，成功率99%",
    )
    assert words == "宣讲⟦e3⟧场，调解⟦e1⟧件，成功率⟦e2⟧%。"
    assert (values["e1"], values["e2"], values["e3"]) == ("75", "99", "12")


@pytest.mark.parametrize(
    "after",
    [
        "化解率由97%提高到99%",  # which of them it is nobody says
        "工作走在全县前列",
        "走访172户",
    ],
)
def test_what_cannot_surely_be_found_stays_as_typed(after):
    words, values = accepted("化解率⟦e2⟧%。", "化解率⟦e2⟧%", after)
    assert words == f"{after}。"
    assert values["e2"] == "98"


def test_a_figure_that_works_itself_out_is_not_given():
    words, values = accepted("合计⟦e4⟧件。", "合计⟦e4⟧件", "总计90件")
    assert words == "总计90件。"
    assert values["e4"] is None


def test_a_blank_left_by_the_leader_stays_a_slot():
    assert accepted("宣讲⟦e3⟧场。", "宣讲⟦e3⟧场", "深入村组宣讲××场")[0] == "深入村组宣讲⟦e3⟧场。"
