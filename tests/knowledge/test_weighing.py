"""Whether a suspected slip is one: words, and what proper texts have."""

import pytest

from lawdraft.flow import Kit
from lawdraft.knowledge.weighing import NO, SURE

WEIGHING = Kit().knowledge.weighing


def judged(text, wrong, right):
    start = text.index(wrong)
    return WEIGHING.verdict(text, start, start + len(wrong), right)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("审签行政规范性文件", "签行", "强行"),
        ("开展普法终期评估验收", "终期", "中期"),
        ("收到答复后昨天提到的问题", "提到", "达到"),
    ],
)
def test_what_words_explain_is_no_slip(text, wrong, right):
    assert judged(text, wrong, right) == NO


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [("创新意试不强", "意试", "意识"), ("广泛争求群众意见", "争求", "征求")],
)
def test_what_alone_makes_words_is_one(text, wrong, right):
    assert judged(text, wrong, right) == SURE


def test_a_word_costs_less_than_its_characters():
    assert WEIGHING.cost("讨论") < WEIGHING.cost("讨仑")


def test_a_phrase_of_its_own_is_known():
    assert WEIGHING.is_own("扶贫济困", 0, 4, "扶危济困")
    assert not WEIGHING.is_own("宽严想济", 0, 4, "宽严相济")
