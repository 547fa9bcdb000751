"""A part told as more than its whole."""

import pytest

from lawdraft.draft.wholes import torn
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic

TEXT = "办理行政处罚⟦e1⟧件，其中简易程序⟦e2⟧件、普通程序⟦e3⟧件，化解纠纷⟦e4⟧件。"


@pytest.mark.parametrize(("easy", "told"), [("20", ["e2", "e1"]), ("6", None), (None, None)])
def test_a_part_larger_than_its_whole_is_told(easy, told):
    section = DraftSection(
        "s1", ("achievements",), topics=(Topic("t1", cards=(Card("c1", TEXT),)),)
    )
    ledger = (
        Entry("e1", "行政处罚", "件", None, value="15"),
        Entry("e2", "简易程序", "件", None, value=easy),
        Entry("e3", "普通程序", "件", None, value="9"),
        Entry("e4", "化解纠纷", "件", None, value="200"),
    )
    draft = Draft(2026, "青禾镇人民政府", sections=(section,), ledger=ledger)

    found = torn(draft)

    assert [list(trouble.entries) for trouble in found] == ([told] if told else [])
    assert all("简易程序" in trouble.sentence for trouble in found)
