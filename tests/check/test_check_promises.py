"""Promises of last year's plan: told alike for a report and for the draft that lists them."""

import pytest
from check_making import knowledge, recognised, whole

from lawdraft.check import Context, check_report
from lawdraft.check.rule import Example
from lawdraft.model.draft import Draft, Promise

_PARK = Promise(
    "p1",
    "一是建成法治文化公园1处。",
    verb="建成",
    thing="法治文化公园",
    number=1,
    unit="处",
    cards=("c1",),
)


def _told(text, promise):
    draft = Draft(2025, "云岭县青禾镇人民政府", promises=(promise,))
    report = recognised(whole(Example(text), text))
    found = check_report(report, Context(knowledge(), year=2025, draft=draft))
    return [finding for finding in found if finding.rule == "plan-unanswered"]


def test_open_promise_with_its_card_is_told():
    assert len(_told("全年开展执法检查36次。", _PARK)) == 1


def test_promise_that_the_text_answers_is_not_told():
    assert not _told("法治文化公园如期建成开放。", _PARK)


def test_heading_of_the_plan_is_no_promise():
    example = Example("全年开展执法检查36次。")
    plan = "四、2025年推进法治政府建设的主要安排\n（一）建成法治文化公园1处。"
    last = recognised(
        "云岭县青禾镇2024年法治政府建设年度报告\n2024年，青禾镇稳步推进依法行政。\n"
        f"一、主要举措和成效\n组织学法6次。\n二、存在的不足\n执法力量偏弱。\n{plan}"
    )
    report = recognised(whole(example, example.text))
    found = check_report(report, Context(knowledge(), year=2025, last=last))
    told = [finding.message for finding in found if finding.rule == "plan-unanswered"]
    assert len(told) == 1
    assert "法治文化公园" in told[0]


def _open_beside(promised, told):
    last = recognised(
        "云岭县青禾镇2024年法治政府建设年度报告\n2024年，青禾镇稳步推进依法行政。\n"
        "一、主要举措和成效\n组织学法6次。\n二、存在的不足\n执法力量偏弱。\n"
        f"三、2025年工作安排\n一是{promised}\n云岭县青禾镇人民政府\n2025年1月20日"
    )
    report = recognised(whole(Example(told), told))
    found = check_report(report, Context(knowledge(), year=2025, last=last))
    return [finding.message for finding in found if finding.rule == "plan-unanswered"]


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("聘请专职调解员4名。", "新招录4名专职人员从事调解。"),
        ("充实执法力量，组织人员参训。", "执法队11人参加县级轮训。"),
        ("提高法治建设在村级考核中的分值。", "法治建设分值由6分提高到8分。"),
        ("与县法院共建巡回审判点，组织群众旁听庭审。", "共建巡回审判点，群众480人旁听。"),
        ("推动法治宣传进校园。", "组织法治宣讲队走进4所学校，覆盖学生900名。"),
        ("加强行政执法人员轮训，规范执法文书制作。", "全年办结信访事项36件。"),
    ],
)
def test_promise_told_in_other_words_is_answered(promised, told):
    assert not _open_beside(promised, told)


@pytest.mark.parametrize(
    "promised",
    [
        "对涉及群众切身利益的决策推行听证制度，全年听证不少于2次。",
        "聘请10名群众代表担任监督员，参与执法评议。",
        "开展电动自行车违规充电专项治理。",
        "办好“法治夜校”，培训青年农民200人次。",
    ],
)
def test_promise_of_which_nothing_is_said_is_open(promised):
    assert _open_beside(promised, "建立农民工工资台账，帮助农民工追回工资98.3万元。")
