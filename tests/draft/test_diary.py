"""The year's notes found again: at the topic they speak of, and summed for a figure."""

import datetime as dt
from dataclasses import replace

import pytest

from lawdraft.draft.diary import fitting_notes, is_told, sums
from lawdraft.draft.noting import day_in, usual_day, with_what_it_says
from lawdraft.model import editing
from lawdraft.model.diary import DiaryNote, sentence_of
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic

DRUGS = DiaryNote(dt.date(2026, 6, 26), "在广场开展禁毒宣传", "普法宣传", "300", "人次")
LAND = DiaryNote(dt.date(2026, 3, 2), "调处青山村土地边界纠纷", "矛盾化解")


@pytest.fixture
def draft():
    topics = (
        Topic("t1", "深化普法宣传", cards=(Card("c1", "开展宣传⟦e1⟧场次。"),)),
        Topic("t2", "化解矛盾纠纷", cards=(Card("c2", "化解⟦e2⟧件。"),)),
    )
    return Draft(
        2026,
        "青禾镇人民政府",
        sections=(DraftSection("s1", ("achievements",), "成效", topics=topics),),
        ledger=(Entry("e1", "开展禁毒宣传", "场次", "3"), Entry("e2", "调处纠纷", "件", "60")),
    )


def test_notes_are_offered_at_their_topic(draft):
    assert fitting_notes(draft, "t1", (DRUGS, LAND)) == (DRUGS,)
    assert fitting_notes(draft, "t2", (DRUGS, LAND)) == (LAND,)
    other_year = replace(DRUGS, day=dt.date(2025, 6, 26))
    assert fitting_notes(draft, "t1", (other_year,)) == ()


def test_a_note_without_topic_is_found_by_its_words(draft):
    assert fitting_notes(draft, "t2", (replace(LAND, topic=""),))


def test_events_and_numbers_add_up(draft):
    events = tuple(replace(DRUGS, number="", unit="", day=dt.date(2026, m, 1)) for m in (3, 6, 9))
    counted = replace(LAND, number="2", unit="件")

    found = {each.entry: each.total for each in sums(draft, (*events, counted, counted))}
    assert found == {"e1": "3", "e2": "4"}
    assert sums(editing.set_figure(draft, "e1", "5"), events) == ()


def test_events_are_known_by_the_words_before_the_figure(draft):
    meeting = DiaryNote(dt.date(2026, 4, 2), "党委会专题研究法治工作", "组织领导")
    card = Card("c3", "召开党委会议专题研究法治建设工作⟦e3⟧次。")
    entry = Entry("e3", "法治建设工作", "次", "6")
    told = Topic("t3", "组织领导", cards=(card,))
    section = replace(draft.sections[0], topics=(*draft.sections[0].topics, told))
    grown = replace(draft, sections=(section,), ledger=(*draft.ledger, entry))

    assert [each.total for each in sums(grown, (meeting, meeting))] == ["2"]


def test_a_note_in_the_text_is_told(draft):
    told = editing.set_card_text(draft, "c1", "今年" + sentence_of(DRUGS))

    assert is_told(told, DRUGS)
    assert not is_told(draft, DRUGS)


def test_a_note_as_a_sentence():
    assert sentence_of(DRUGS) == "6月26日，在广场开展禁毒宣传，共300人次。"
    assert sentence_of(replace(DRUGS, text="发放资料", unit="份")) == "6月26日，发放资料300份。"
    assert sentence_of(LAND) == "3月2日，调处青山村土地边界纠纷。"


WINTER = dt.date(2027, 1, 12)


@pytest.mark.parametrize(
    ("words", "year", "day"),
    [
        ("3月15日在广场宣传", 2026, dt.date(2026, 3, 15)),
        ("3月15日在广场宣传", None, dt.date(2026, 3, 15)),
        ("去年11月5日调解纠纷", 2026, dt.date(2026, 11, 5)),
        ("今年1月5日开会", 2026, dt.date(2027, 1, 5)),
        ("2025年6月1日宣传", 2026, dt.date(2025, 6, 1)),
        ("2月30日开会", 2026, None),
        ("召开会议", 2026, None),
    ],
)
def test_the_day_a_note_names(words, year, day):
    assert day_in(words, WINTER, year) == day


def test_a_note_of_january_belongs_to_the_report_being_written():
    assert usual_day(WINTER, 2026) == dt.date(2026, 12, 31)
    assert usual_day(WINTER, 2027) == WINTER
    assert usual_day(WINTER, None) == WINTER
    assert usual_day(dt.date(2027, 9, 1), 2026) == dt.date(2027, 9, 1)


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("发放资料300余份", ("300余", "份")),
        ("培训执法人员45人次", ("45", "人次")),
        ("宣传3场次，发放资料300份", ("", "")),
        ("党委会研究法治工作", ("", "")),
    ],
)
def test_the_figure_a_note_tells(words, figure):
    note = with_what_it_says(DiaryNote(WINTER, words))

    assert (note.number, note.unit) == figure


def test_each_figure_of_a_note_counts_for_its_own_entry(draft):
    note = replace(DRUGS, text="开展禁毒宣传2场次，发放资料300份", number="", unit="")

    assert [(each.entry, each.total) for each in sums(draft, (note, note))] == [("e1", "4")]


def test_a_day_that_the_words_name_is_not_said_twice():
    note = replace(DRUGS, text="2026年6月26日在广场开展禁毒宣传", number="", unit="")

    assert sentence_of(note) == "6月26日在广场开展禁毒宣传。"
