"""Words that stand as they were meant, though official prose hardly has them, are no slips."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(sentence):
    example = Example(sentence, "achievements", 2025, "2026-01-20", "云岭县青禾镇人民政府")
    found, _ = findings_of(example)
    return [finding.excerpt for finding in found if finding.rule == "typo"]


@pytest.mark.parametrize(
    "sentence",
    [
        "司法所所长周海英同志被评为先进个人。",
        "镇党委书记陈志远主持召开专题会5次。",
        "年内整治容奇大道沿线占道经营26处，督办勤业片区违建治理。",
        "办事处主任任副组长，矛盾纠纷联排联调，做到惠农护农。",
        "执法案卷每月互查，退件重办量压降三分之一，面复率达到100%。",
        "打造“邻栗小院”阵地，组织“旌彩呈宪”宣讲，推动法治思想学习宣贯。",
        "根据市级清单梳理事项，法治顾问驻站执法指导12次，方案五易其稿。",
        "22个村居调委会全部换届，村村有调解室、组组有调解员。",
    ],
)
def test_names_rows_and_words_of_the_trade_are_meant(sentence):
    assert not told(sentence)


@pytest.mark.parametrize(
    ("sentence", "slip"),
    [
        ("调解协议书签订后归档不急时，究其原因是人手少。", "急时"),
        ("定期谈心谈谈话，而一线执法员人仅有18名。", "员人"),
        ("组织执法人员员参加培训4期。", "员员"),
        ("镇党委会会研究法治议题6次。", "会会"),
    ],
)
def test_slips_beside_such_words_are_told(sentence, slip):
    assert slip in told(sentence)
