import datetime as dt

from lawdraft.draft.cutting import cut
from lawdraft.draft.ids import Ids
from lawdraft.draft.promises import promises_in
from lawdraft.model.report import Heading, Paragraph, Report, Section

KINDS = ("shortcomings", "next_year_plan")
TEXT = "一、问题和打算\n目前人手不足。2026年，我镇将招录2人。"


def test_a_combined_section_is_parted_where_it_looks_ahead():
    end = len(TEXT)
    report = Report(
        text=TEXT,
        paragraphs=(Paragraph("body", 0, 7), Paragraph("body", 8, end)),
        year=2025,
        date=dt.date(2026, 1, 5),
        sections=(Section(KINDS, 0, 0, end),),
        headings=(Heading(1, "一、问题和打算", "own", 0, 7, KINDS),),
    )

    pieces = cut(report)[0].topics[0].pieces

    assert [piece.plan for piece in pieces] == [False, True]
    assert TEXT[pieces[1].start : pieces[1].end] == "2026年，我镇将招录2人。"


def test_a_point_of_the_plan_is_a_promise_whatever_its_verb():
    assert len(promises_in("人民调解再上台阶。", 0, (), Ids(), (), point=True)) == 1
    assert promises_in("人民调解再上台阶。", 0, (), Ids(), ()) == []
