"""Half-width Chinese punctuation restored, numbers and addresses untouched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.text.facts import same_facts
from lawdraft.text.punctuation import restore


@pytest.mark.parametrize(
    ("folded", "restored"),
    [("(一)加强领导,提高水平:", "（一）加强领导，提高水平："), ("全年(2021-2025)年", "全年（2021-2025）年"),
     ("办件50%,好评", "办件50%，好评"), ("(1)首先", "（1）首先"), ("提高.", "提高。"), ("是否继续?", "是否继续？"), ("一是好;二是", "一是好；二是"),
     ("会议9:30召开,比例定为3:2.", "会议9:30召开，比例定为3:2。"), ("开发平台(V2.0版).", "开发平台（V2.0版）。")],
)  # fmt: skip
def test_chinese_marks_become_full_width(folded, restored):
    assert restore(folded) == restored


@pytest.mark.parametrize(
    "text",
    [
        "3:30",
        "1,000份",
        "比例1:5",
        "http://a.cn/x,y?z=1",
        "1. 健全",
        "ab, cd: ef",
        "邮箱a.b@c.cn",
        "9.5%",
        "2024.1.20",
        "一.主要",
        "According to the law (2020), we act.",
    ],
)
def test_numbers_addresses_and_english_stay(text):
    assert restore(text) == text


@given(st.text("一二法治，：；（）。,:;().?!1203 ab“”\n", max_size=80))
@settings(derandomize=True, max_examples=300)
def test_length_and_facts_stay_and_twice_is_once(text):
    restored = restore(text)
    assert len(restored) == len(text)
    assert same_facts(text, restored)
    assert restore(restored) == restored


def test_the_fact_guard_sees_a_changed_digit():
    assert not same_facts("排查72件", "排查27件")
    assert not same_facts("3:30开会", "3：31开会")
    assert same_facts("(一)排查72件,", "（一）排查72件，")


@pytest.mark.parametrize(
    ("before", "after"),
    [("3:30", "330"), ("1,000", "1，000"), ("3:2", "3：2"), ("2024年", "2023年"), ("五千", "5千"), ("《宪法》", "《刑法》")],
)  # fmt: skip
def test_the_guard_sees_a_changed_fact(before, after):
    assert not same_facts(before, after)
