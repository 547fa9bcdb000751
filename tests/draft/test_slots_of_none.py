"""What is no figure: 没有发生一起; and a norm of the plan that keeps its number: 每季度一次."""

import re

import pytest

REPORT = """
青禾镇2025年法治政府建设年度报告
2025年，青禾镇扎实推进依法行政，现将情况报告如下：
一、主要工作及成效
（一）规范执法
全年没有发生一起行政复议和行政诉讼案件，未出现1起越级上访，开展执法检查1次，化解纠纷12起。
二、存在的不足
一是人员不足，原因在于编制少。
三、2026年工作计划
一是每季度开展一次法治学习，全年培训3次。二是每村培育法律明白人3名。
青禾镇人民政府
2026年1月20日
"""


@pytest.fixture
def text(roll):
    return "".join(re.sub("⟦[^⟧]*⟧", "□", card.text) for card in roll(REPORT).cards)


def test_none_at_all_is_no_figure(text):
    assert "没有发生一起行政复议" in text
    assert "未出现1起越级上访" in text
    assert "执法检查□次，化解纠纷□起" in text


def test_how_often_in_the_plan_keeps_its_number(roll):
    draft = roll(REPORT)
    given = {e.thing: e.value for e in draft.ledger if e.role == "target"}

    assert [value for value in given.values() if value] == ["一"]
    assert len(given) == 3
