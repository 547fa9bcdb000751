"""What a card tells below its text."""

from lawdraft.model.draft import Card, Change
from lawdraft.ui.widgets.card import told_of


def test_rolled_and_doubtful_are_told_apart():
    card = Card(
        "c1",
        "2025年，依据《2024年要点》。",
        changes=(
            Change("2024年", "2025年", "年份随报告年度顺延"),
            Change("《2024年要点》", "《2024年要点》", "请核对"),
            Change("[图片]", "", "图片丢失了"),
        ),
    )

    rolled, doubtful = told_of(card).split("\n")

    assert rolled == "已自动顺延：2024年 → 2025年；[图片] → （去掉）"
    assert doubtful == "没有改动：《2024年要点》（请核对）"


def test_empty_prompting_card_says_what_to_write():
    assert told_of(Card("c1", "", hint="写明原因。")) == "写明原因。"
    assert "空的" in told_of(Card("c1", ""))


def test_dropped_card_says_how_to_take_it_back():
    assert "想写回来" in told_of(Card("c1", "x", decision="drop"))


def test_a_full_stop_that_was_added_is_told_as_such():
    card = Card("c1", "营造良好氛围。", changes=(Change("良好氛围", "良好氛围。", "句末补上句号"),))
    assert told_of(card) == "已补上句末的句号"
