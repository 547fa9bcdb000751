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
        ("组织行政执法案卷评查。", "每季度评查案卷一次，发现问题12个。"),
        ("建成法治文化公园1处。", "法治主题园建成，群众散步时就能学法。"),
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


_BROUGHT = (  # promised, told of something else, told of it
    ("举办“法律明白人”培训班2期。", "“法律明白人”增加到44名。", "为“法律明白人”上课3期。"),
    ("制定法律顾问考核办法。", "法律顾问参与接访9次。", "法律顾问考核细则印发执行。"),
    ("设立婚姻家庭纠纷调解工作室1个。", "妇联调解婚姻家庭纠纷29件。", "婚姻家庭调解室挂牌。"),
    ("组织人民调解员业务竞赛1次。", "调解员队伍壮大。", "组织调解技能比武1次。"),
    ("组建普法志愿服务队。", "普法短视频点击量高。", "志愿者36人组成普法服务队。"),
    ("组建驻村法律服务团。", "发放宣传资料900份。", "6名律师结成法律服务小组进村。"),
    ("出台行政执法配套制度。", "发放宣传资料900份。", "制定执法过错责任追究等制度5项。"),
    ("开展人民调解案卷评比1次。", "调解协议全部履行。", "评出优秀调解案卷8件。"),
)


@pytest.mark.parametrize(("promised", "beside", "answer"), _BROUGHT)
def test_what_is_brought_forth_is_answered_by_the_same_thing_alone(promised, beside, answer):
    assert len(_open_beside(promised, beside)) == 1
    assert not _open_beside(promised, answer)


@pytest.mark.parametrize(
    "promised", ["建成法治文化公园1处。", "新建法治主题公园1个。", "出台行政执法考核办法。"]
)
def test_usual_words_far_from_the_thing_do_not_answer(promised):
    told = "法治进校园活动丰富，文化产业园区平稳有序。行政执法人员经考试持证，工作规范。"
    assert _open_beside(promised, told)
