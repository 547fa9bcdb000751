"""Promises of last year's plan: told alike for a report and for the draft that lists them."""

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
