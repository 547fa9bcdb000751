"""A draft without last year's report follows the structure that was chosen."""

from pathlib import Path

import pytest

from lawdraft import flow
from lawdraft.model.outline import Outline, OutlineSection, OutlineTopic, Range

ANY = Range(0, 0, 0)


@pytest.fixture(scope="module")
def kit():
    return flow.Kit()


def topic(name, words, heading, share=1.0):
    return OutlineTopic(name, name, tuple(words.split()), (heading,), share)


def section(kind, heading, place, *topics, share=1.0):
    return OutlineSection(kind, (heading,), share, place, ANY, topics)


def started(kit, *sections, reports=0):
    outline = Outline("云岭县", "2026-11-22", reports, sections)
    return flow.start_draft(None, kit, year=2026, organisation="青禾镇人民政府", outline=outline)


ACHIEVED = section(
    "achievements", "工作成效", 0.2,
    topic("执法", "行政执法 执法人员", "严格规范公正文明执法"),
    topic("数字", "数字法治 信息化平台", "建设数字法治政府"),
    topic("领导", "组织领导 领导小组 专题研究", "压实法治建设责任"),
)  # fmt: skip


def test_order_and_headings_are_the_outlines(kit):
    draft = started(kit, ACHIEVED, section("next_year_plan", "来年打算", 0.5))
    part = next(s for s in draft.sections if s.kinds == ("achievements",))
    headings = [t.heading for t in part.topics if t.heading]
    assert part.heading == "工作成效"
    assert headings[:3] == ["严格规范公正文明执法", "建设数字法治政府", "压实法治建设责任"]
    assert [s.heading for s in draft.sections if "next_year_plan" in s.kinds] == ["来年打算"]


def test_what_only_the_outline_has_becomes_a_prompt(kit):
    draft = started(kit, ACHIEVED, section("rectification", "去年问题整改情况", 0.6))
    digital = next(t for t in draft.topics if t.heading == "建设数字法治政府")
    assert [card.text for card in digital.cards] == [""]
    assert "数字" in digital.cards[0].hint
    assert any(s.heading == "去年问题整改情况" for s in draft.sections)


def test_rare_parts_are_not_proposed(kit):
    rare = section("rectification", "去年问题整改情况", 0.6, share=0.2)
    draft = started(kit, ACHIEVED, rare, reports=30)
    assert all("rectification" not in s.kinds for s in draft.sections)


def test_parts_the_regulation_asks_for_stay_and_stand_in_the_outlines_order(kit):
    draft = started(
        kit,
        section("first_responsible_person", "第一责任人履职情况", 0.1),
        ACHIEVED,
        section("shortcomings", "不足和原因", 0.5),
        section("next_year_plan", "来年打算", 0.9),
    )
    kinds = [s.kinds[0] for s in draft.sections]
    assert kinds == [
        "opening",
        "first_responsible_person",
        "achievements",
        "shortcomings",
        "next_year_plan",
    ]


def test_ids_are_each_ones_own(kit):
    draft = started(kit, ACHIEVED, section("rectification", "去年问题整改情况", 0.6))
    ids = [x.id for x in (*draft.sections, *draft.topics, *draft.cards)]
    assert len(set(ids)) == len(ids)
    assert all(int("".join(filter(str.isdigit, each))) < draft.next_id for each in ids)


def test_same_outline_gives_the_same_draft(kit):
    assert started(kit, ACHIEVED) == started(kit, ACHIEVED)


@pytest.mark.parametrize("name", ["regulation", "shenzhen"])
def test_shipped_rules_give_reports_that_compose(kit, name):
    file = Path(kit.places.resources) / "outlines" / f"{name}.json"
    outline = flow.load_outline(file)
    draft = flow.start_draft(None, kit, year=2026, organisation="青禾镇", outline=outline)
    text = flow.compose(draft, kit).text
    wanted = next(s for s in outline.sections if s.kind == "achievements")
    assert wanted.headings[0] in text
    assert "第一责任人" in text
