"""Mechanical mends: what the standard leaves no choice about, and nothing else."""

import pytest

from lawdraft.export.mending import apply, mends


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1、健全机制。", "1.健全机制。"),
        ("1．健全机制。", "1.健全机制。"),
        ("(一)强化领导", "（一）强化领导"),
        ("（一）、强化领导", "（一）强化领导"),
        ("（2）.建立台账", "（2）建立台账"),
        ("一.主要举措", "一、主要举措"),
        ("印发《办法》（青禾政发[2025]8号）", "印发《办法》（青禾政发〔2025〕8号）"),
        ("依据青禾政发〔2025〕第08号文件", "依据青禾政发〔2025〕8号文件"),
        ('明确"谁起草、谁负责"的要求', "明确“谁起草、谁负责”的要求"),
        ("贯彻全会精神,落实责任;", "贯彻全会精神，落实责任；"),
        ("开展A(B)类检查", "开展A（B）类检查"),
        ("青禾镇(街道)执法", "青禾镇（街道）执法"),
        ("活动现场[image: a.png]。", "活动现场。"),
        ("活动\x0b现场", "活动现场"),
    ],
)
def test_mended(text, printed):
    assert apply(text, mends(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "2025年，青禾镇开展活动3.5次，时间为3:30，合计1,000元。",
        "1.健全机制。",
        "（一）强化领导，（二）推进决策",
        "一是健全机制。",
        "十二、三组村民参加",
        "坚持“两个至上”",
        "type A (B) check",
    ],
)
def test_left_alone(text):
    assert apply(text, mends(text)) == text


def test_lone_closing_quote_closes():
    assert apply('通过率达到100"', mends('通过率达到100"')) == "通过率达到100”"


def test_marks_may_stay_as_they_are():
    assert mends("1、健全机制", marks=False) == ()
