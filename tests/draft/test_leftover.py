import pytest

from lawdraft.draft.ids import Ids
from lawdraft.draft.leftover import numbers_kept
from lawdraft.draft.slots import Ledger
from lawdraft.model.editing import SLOT
from lawdraft.text.figures import find_figures


def emptied(text):
    ledger = Ledger(Ids())
    slotted = ledger.slotted(text, find_figures(text, []), 0)
    return SLOT.sub(lambda m: ledger.entries[m[1]].value or "××", slotted), ledger, slotted


@pytest.mark.parametrize(
    ("last_year", "this_year"),
    [
        ("每个村（社区）平均6名法律明白人。", "每个村（社区）平均××名法律明白人。"),
        ("干部人均学时40小时。", "干部人均学时××小时。"),
        ("为217户农户挽回经济损失30万元。", "为××户农户挽回经济损失××元。"),
        ("检查频次减少三成。", "检查频次减少××成。"),
        ("办件量增长两倍。", "办件量增长××倍。"),
        ("开展巡查1 260余次。", "开展巡查××次。"),
    ],
)
def test_results_in_every_form_are_emptied(last_year, this_year):
    assert emptied(last_year)[0] == this_year


def test_standing_facts_stay_and_are_told():
    shown, ledger, slotted = emptied("全镇辖18个行政村，开展宣传20场。")

    kept = [change.before for change in numbers_kept(slotted, ledger.entries)]

    assert "18个行政村" in shown
    assert kept == ["行政村18个"]


def test_a_number_nobody_counts_is_told_but_not_those_of_names_and_dates():
    text = "提前17天完成，落实《条例》第5条，12月4日宣传，12345热线、“12·4”活动。"

    assert [change.before for change in numbers_kept(text, {})] == ["17天完"]
