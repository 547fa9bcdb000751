import datetime as dt
from dataclasses import replace

import pytest

from lawdraft.model import editing
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic
from lawdraft.model.errors import BadPackError


@pytest.fixture
def draft():
    points = tuple(
        Card(f"c{n}", text, marker=marker, new_paragraph=False, series=1)
        for n, (marker, text) in enumerate(
            [("一是", "排查纠纷⟦e1⟧件；"), ("二是", "化解⟦e2⟧件；"), ("三是", "回访到户。")],
            start=1,
        )
    )
    lead = Card("c0", "我镇主要做法：")
    work = DraftSection(
        "s1",
        ("achievements",),
        "主要成效",
        topics=(Topic("t1", "化解矛盾", cards=(lead, *points)),),
    )
    plan_cards = tuple(
        Card(f"p{n}", f"内容{n}。", heading=f"事项{n}", level=3) for n in range(1, 4)
    )
    plan = DraftSection(
        "s2", ("next_year_plan",), "下步打算", topics=(Topic("t2", cards=plan_cards),)
    )
    return Draft(
        2025,
        "青禾镇人民政府",
        title="青禾镇2025年法治政府建设工作总结",
        addressee="云岭县人民政府",
        signature="青禾镇人民政府",
        date=dt.date(2026, 1, 5),
        sections=(work, plan),
        ledger=(
            Entry("e1", "排查纠纷", "件", last="72", value="80", indicator="disputes_found"),
            Entry("e2", "化解", "件", last="67"),
        ),
        next_id=50,
    )


def lines(report):
    return report.text.split("\n")


def test_whole_report(draft, compose):
    assert lines(compose(draft)) == [
        "青禾镇2025年法治政府建设工作总结",
        "云岭县人民政府：",
        "一、主要成效",
        "（一）化解矛盾",
        "我镇主要做法：一是排查纠纷80件；二是化解××件；三是回访到户。",
        "二、下步打算",
        "1.事项1。内容1。",
        "2.事项2。内容2。",
        "3.事项3。内容3。",
        "青禾镇人民政府",
        "2026年1月5日",
    ]


def test_spans_are_exact(draft, compose):
    report = compose(draft)

    assert [report.text[h.start : h.end] for h in report.headings] == [
        h.text for h in report.headings
    ]
    assert [report.text[p.start : p.end][:2] for p in report.points] == ["一是", "二是", "三是"]
    assert "\n".join(report.text[p.start : p.end] for p in report.paragraphs) == report.text
    assert [report.text[s.start : s.start + 2] for s in report.sections] == ["一、", "二、"]
    assert [h.level for h in report.headings] == [1, 2, 1, 3, 3, 3]


def test_places_lead_back_to_the_draft(draft, knowledge, templates):
    from lawdraft.compose import compose_with_places

    draft = editing.set_card_text(draft, "c3", " 回访⟦e1⟧户。\n另有⟦e2⟧户。")
    composed = compose_with_places(draft, templates, knowledge)
    own = {card.id: card.text for card in draft.cards}

    for place in composed.places:
        printed = composed.report.text[place.start : place.end]
        if place.kind == "card" and place.entry is None:
            assert own[place.id][place.offset :].startswith(printed)
        elif place.kind == "card":
            assert own[place.id][place.offset :].startswith(f"⟦{place.entry}⟧")
    kinds = {place.kind for place in composed.places}
    assert kinds == {"title", "addressee", "signature", "section", "topic", "card", "card_heading"}
    assert composed.place_at(composed.report.text.index("化解矛盾")).id == "t1"


def test_figures_take_the_ledgers_indicator(draft, compose):
    report = compose(draft)

    [figure] = [f for f in report.figures if f.text == "80件"]
    assert figure.indicator == "disputes_found"


def test_dropped_point_leaves_no_gap(draft, compose):
    report = compose(editing.set_decision(draft, "c1", "drop"))

    assert "一是化解××件；二是回访到户。" in report.text


def test_new_last_point_ends_the_sentence(draft, compose):
    report = compose(editing.set_decision(draft, "c3", "drop"))

    assert "二是化解××件。" in lines(report)[4]


def test_lead_without_points_ends_as_a_sentence(draft, compose):
    for card in ("c1", "c2", "c3"):
        draft = editing.set_decision(draft, card, "drop")

    assert "我镇主要做法。" in lines(compose(draft))


def test_empty_section_vanishes_and_numbers_close_up(draft, compose):
    for card in ("c0", "c1", "c2", "c3"):
        draft = editing.set_decision(draft, card, "drop")

    assert "一、下步打算" in lines(compose(draft))
    assert "主要成效" not in compose(draft).text


def test_moved_point_is_numbered_where_it_stands(draft, compose):
    report = compose(editing.move_card(draft, "c3", "t1", 1))

    assert "一是回访到户。二是排查纠纷80件；三是化解××件。" in report.text


def test_point_moved_to_another_topic_joins_its_numbers(draft, compose):
    grown = editing.add_topic(draft, "s1", "普法")
    topic = editing.new_id(draft, "t")
    grown = editing.add_card(grown, topic, "宣讲。", marker="一是")

    report = compose(editing.move_card(grown, "c2", topic, 1))

    assert "一是宣讲。二是化解××件。" in report.text.replace("\n", "")


def test_typed_lines_are_paragraphs(draft, compose):
    report = compose(editing.set_card_text(draft, "c3", "回访到户。\n另有巡查。\n村\t件数"))

    assert lines(report)[5:7] == ["另有巡查。", "村\t件数"]
    assert report.lines("table") == ("村\t件数",)


def test_run_in_topic_heading_stands_before_its_text(draft, compose):
    run_in = editing.change_topic(draft, "t1", lambda topic: replace(topic, layout="run_in"))

    assert lines(compose(run_in))[3].startswith("（一）化解矛盾。我镇主要做法：一是")


def test_numbered_paragraphs_count_with_the_topics(draft, compose):
    topic = Topic("t9", cards=(Card("c9", "严格执法。", marker="（一）"),))
    grown = editing.change_section(
        draft, "s1", lambda section: replace(section, topics=(*section.topics, topic))
    )

    assert "（二）严格执法。" in lines(compose(grown))


def test_several_signatures_have_a_line_each(draft, compose):
    report = compose(editing.set_facts(draft, signature="青禾镇委员会 青禾镇人民政府", date=None))

    assert report.lines("signature") == ("青禾镇委员会", "青禾镇人民政府")
    assert report.lines("date") == ()


def test_unknown_slot_is_a_blank(draft, compose):
    assert "共××次。" in compose(editing.set_card_text(draft, "c3", "共⟦e99⟧次。")).text


def test_same_draft_gives_the_same_report(draft, compose):
    assert compose(draft) == compose(draft)


@pytest.mark.parametrize(
    "frame", ["title: {{ nothing }}\nbody\n", "{% if %}", "role: x\nbody", "title: x"]
)
def test_wrong_template_gets_a_sentence(draft, knowledge, tmp_path, frame):
    from lawdraft.compose import compose_report

    (tmp_path / "report.j2").write_text(frame, encoding="utf-8")

    with pytest.raises(BadPackError, match=r"report\.j2"):
        compose_report(draft, tmp_path, knowledge)


def test_parts_stand_above_numbered_sections(draft, compose):
    outer = DraftSection("s0", ("other",), "总体情况", last_heading="总体情况", number="第一部分")
    second = DraftSection("s9", ("other",), "打算", last_heading="打算", number="第一部分")
    work, plan = draft.sections
    whole = replace(draft, sections=(outer, work, second, plan))

    headings = [heading.text for heading in compose(whole).headings if heading.level == 1]

    assert headings == ["第一部分 总体情况", "一、主要成效", "第二部分 打算", "一、下步打算"]


def test_numbered_paragraphs_share_the_numbers_of_headings(draft, compose):
    cards = (
        Card("c8", "内容。", heading="事项", level=3),
        Card("c9", "整治占道经营⟦e1⟧起。", marker="5.", level=3),
    )
    mixed = editing.change_topic(draft, "t2", lambda topic: replace(topic, cards=cards))

    assert lines(compose(mixed))[6:8] == ["1.事项。内容。", "2.整治占道经营80起。"]


def test_note_stands_below_the_date(draft, compose):
    report = compose(replace(draft, note="（联系人：李四）"))

    assert report.lines("note") == ("（联系人：李四）",)
    assert report.text.endswith("2026年1月5日\n（联系人：李四）")


def test_brackets_that_are_no_slot_are_words(draft, compose):
    assert "见⟦附件⟧。" in compose(editing.set_card_text(draft, "c3", "见⟦附件⟧。")).text
