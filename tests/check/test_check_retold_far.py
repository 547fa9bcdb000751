"""Counts told twice in quite other words, and look-alikes."""

import pytest
from check_making import findings_of, whole

from lawdraft.check.rule import Example

TAIL = "各项工作有序推进。"
FAR = (
    (
        "编排淮剧法治小戏3部，巡演27场。",
        "淮剧法治小戏全年共演出34场。",
    ),  # the clause before names it
    ("拆除违法建设37处，面积6850平方米。", "辖区共拆掉违章建筑7120平方米。"),
    ("公示补贴资金4批次，涉及金额1268万元。", "上墙公示的补贴总额1231万元。"),
    ("查扣非法营运三轮车57辆。", "交通执法队暂扣“黑三轮”75台。"),  # units of one thing
    ("为残疾人配发轮椅等辅具126件。", "残联向残疾朋友赠送辅助器具162套。"),
    ("走进冬夏牧场办了28个普法专场。", "冬牧场、夏牧场普法专场32场。"),
    ("办理12345热线工单143件。", "群众通过12345热线反映、由我镇承办的134件工单与村务有关。"),
    ("化解邻里矛盾超过150起。", "全年调处成功邻里纠纷不足130件。"),  # no number is both
)
APART = (
    ("化解邻里矛盾150余起。", "全年调处成功邻里纠纷157件。"),
    ("接待来访群众近90批。", "信访窗口全年登记来访87批。"),
    ("全年人均参训60学时以上。", "执法人员人均参训62学时。"),
    ("办理人大代表建议18件。", "代表建议仍有14条未办结。"),  # what is left
    ("走访独居老人136户。", "走访脱贫户163户。"),
    ("办理人大代表建议17件。", "超过60日办结的有14件。"),
)


def told(one, other):
    """The contradictions of a report that tells one in what was done, the other in what is amiss."""
    report = whole(Example(one + TAIL, "achievements"), one + TAIL)
    report = report.replace("二、存在的不足和原因\n", f"二、存在的不足和原因\n{other}")
    found, _ = findings_of(Example(report, "whole"))
    return [finding.rule for finding in found if finding.rule == "contradiction"]


@pytest.mark.parametrize(("one", "other"), FAR)
def test_one_count_in_other_words_is_asked_about(one, other):
    assert told(one, other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_counts_or_two_ways_to_say_one_are_left_alone(one, other):
    assert told(one, other) == []
