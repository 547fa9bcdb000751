"""What the user corrects holds: lines put back or taken off, kinds, year and unit."""

import pytest
from synthetic import make

from lawdraft import flow
from lawdraft.model.correcting import Corrections, heading_key, section_key, with_kinds
from lawdraft.model.document import Document, Line, Removed, Source
from lawdraft.model.errors import NotAReportError

LINES = [
    "首页 > 政务公开 > 法治政府",
    "云岭县青禾镇2025年法治政府建设工作报告",
    "发布时间：2026-01-20 来源：青禾镇 浏览次数：88",
    "2025年，青禾镇坚持以习近平法治思想为指导，推进依法行政和普法宣传，现将有关情况报告如下：",
    "一、工作情况",
    "（一）化解矛盾纠纷。全年排查矛盾纠纷286件，化解281件，组织普法宣传12场次。",
    "（二）规范行政执法。办理行政执法案件15件，邀请法律顾问审查合同23份。",
    "二、努力的几个方面",
    "一是普法宣传针对性不强。二是行政执法人员少。",
    "三、有关安排",
    "计划开展普法宣传20场次，培训执法人员30人次。",
    "特约通讯员供稿",
    "青禾镇人民政府",
    "2026年1月15日",
    "上一篇：青禾镇2025年预算公开",
]


def make_document(lines=LINES, dropped=()):
    return Document(Source("a.html", "html", "test"), tuple(map(Line, lines)), tuple(dropped))


@pytest.fixture(scope="module")
def kit():
    return flow.Kit()


def row_of(report, words):
    found = [each.row for each in report.removed if words in each.text]
    found += [
        p.row
        for p in report.paragraphs
        if words in report.text[p.start : p.end] and p.row is not None
    ]
    return found[0]


def test_removed_line_is_put_back_at_its_place(kit):
    document = make_document()
    first = flow.recognise(document, kit)
    row = row_of(first, "浏览次数")
    again = flow.recognise(document, kit, corrections=Corrections(back=frozenset({row})))
    assert "浏览次数" not in first.text
    assert again.text.index("浏览次数") < again.text.index("坚持以习近平")
    assert row_of(again, "浏览次数") == row
    assert again.figures[0].indicator == first.figures[0].indicator


def test_line_taken_off_is_listed_as_removed_and_keeps_its_number(kit):
    document = make_document()
    row = row_of(flow.recognise(document, kit), "规范行政执法")
    again = flow.recognise(document, kit, corrections=Corrections(off=frozenset({row})))
    assert "规范行政执法" not in again.text
    assert row_of(again, "规范行政执法") == row


def test_text_the_page_reader_left_out_is_put_back(kit):
    dropped = Removed(7, "（三）做好政务公开。公开信息45条。")
    document = make_document(dropped=[dropped])
    first = flow.recognise(document, kit)
    row = row_of(first, "公开信息45条")
    again = flow.recognise(document, kit, corrections=Corrections(back=frozenset({row})))
    assert row < 0
    assert (
        again.text.index("化解矛盾") < again.text.index("公开信息45条") < again.text.index("努力的")
    )
    assert any(figure.text == "45条" for figure in again.figures)


def test_taking_off_everything_is_no_report(kit):
    document = make_document()
    rows = frozenset(p.row for p in flow.recognise(document, kit).paragraphs)
    with pytest.raises(NotAReportError):
        flow.recognise(document, kit, corrections=Corrections(off=rows))


def test_kinds_given_hold_and_figures_follow(kit):
    document = make_document()
    first = flow.recognise(document, kit)
    place = next(n for n, h in enumerate(first.headings) if "规范行政执法" in h.text)
    top = next(n for n, h in enumerate(first.headings) if h.text.startswith("一、"))
    given = with_kinds((), heading_key(first.headings, place), ("next_year_plan",))
    given = with_kinds(given, heading_key(first.headings, top), ("achievements", "highlights"))
    again = flow.recognise(document, kit, corrections=Corrections(kinds=given))
    assert again.headings[place].kinds == ("next_year_plan",)
    assert next(s for s in again.sections if s.heading == top).kinds == (
        "achievements",
        "highlights",
    )
    roles = {figure.text: figure.role for figure in again.figures}
    assert roles["15件"] == "target"
    assert roles["286件"] == "result"


def test_kind_of_a_part_without_heading(kit):
    document = make_document()
    first = flow.recognise(document, kit)
    opening = first.sections[0]
    key = section_key(first.text, opening, first.headings)
    again = flow.recognise(document, kit, corrections=Corrections(kinds=((key, ("other",)),)))
    assert opening.kinds == ("opening",)
    assert again.sections[0].kinds == ("other",)


def test_headings_of_the_same_words_are_told_apart(kit):
    lines = [*LINES[:7], "二、工作情况", "（一）化解矛盾纠纷。又调解纠纷3件。", *LINES[9:]]
    report = flow.recognise(make_document(lines), kit)
    keys = [heading_key(report.headings, place) for place in range(len(report.headings))]
    assert len(set(keys)) == len(keys)


def test_year_and_unit_given(kit):
    corrections = Corrections(year=2024, organisation="青禾街道办事处")
    report = flow.recognise(make_document(), kit, corrections=corrections)
    assert (report.year, report.year_reason) == (2024, "您改的。")
    assert (report.organisation, report.level) == ("青禾街道办事处", "街道")


def test_reason_of_the_unit_is_told(kit):
    assert flow.recognise(make_document(), kit).organisation_reason == "标题里写着。"


def test_date_taken_off_is_not_the_reports(kit):
    document = make_document()
    row = row_of(flow.recognise(document, kit), "2026年1月15日")
    without = flow.recognise(document, kit, corrections=Corrections(off=frozenset({row})))
    assert without.date is None
    assert without.signature == "青禾镇人民政府"


@pytest.mark.parametrize("seed", range(7000, 7012))
def test_only_the_line_meant_is_taken_off_and_comes_back(kit, seed):
    document = make_document(make(seed).lines)
    first = flow.recognise(document, kit)
    rows = {p.row for p in first.paragraphs}
    assert len(rows) == len(first.paragraphs)
    for row in sorted(rows)[:: max(1, len(rows) // 5)]:
        without = flow.recognise(document, kit, corrections=Corrections(off=frozenset({row})))
        # Another title may be found then; nothing goes with the line, and it is gone itself.
        assert rows - {row} == {p.row for p in without.paragraphs} & (rows | {row})
    assert flow.recognise(document, kit, corrections=Corrections()).text == first.text


@pytest.mark.parametrize("seed", range(7012, 7020))
def test_every_removed_line_can_be_put_back(kit, seed):
    document = make_document(make(seed).lines)
    first = flow.recognise(document, kit)
    for gone in first.removed[:5]:
        back = Corrections(back=frozenset({gone.row}))
        again = flow.recognise(document, kit, corrections=back)
        assert gone.row in {p.row for p in again.paragraphs}


def test_title_on_the_line_of_the_text_goes_alone(kit):
    lines = [
        "云岭县青禾镇2025年法治政府建设工作报告 2025年，青禾镇推进依法行政，把法治建设列入年度重点工作，现将情况报告如下：",
        *LINES[4:],
    ]
    document = make_document(lines)
    first = flow.recognise(document, kit)
    row = next(p.row for p in first.paragraphs if p.role == "title")
    without = flow.recognise(document, kit, corrections=Corrections(off=frozenset({row})))
    assert "工作报告" not in without.text
    assert "青禾镇推进依法行政" in without.text
