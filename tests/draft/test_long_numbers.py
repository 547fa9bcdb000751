"""Numbers of cards and telephones are no figures: not in a note, not in a sheet's cell."""

import datetime as dt

import pytest

from lawdraft.draft.noting import with_what_it_says
from lawdraft.draft.sheet_files import SheetCell
from lawdraft.draft.typed_values import read_typed
from lawdraft.model.diary import DiaryNote
from lawdraft.model.draft import Entry


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("当事人身份证110101199003071233人到场", ""),
        ("当事人证号110101 19900307 1233名", ""),
        ("联系电话13800001111件", ""),
        ("证号11010119900307123X的当事人调解2件", "2"),
    ],
)
def test_a_note_counts_nothing_inside_a_long_row_of_digits(words, number):
    assert with_what_it_says(DiaryNote(dt.date(2026, 5, 1), words)).number == number


def test_the_number_of_a_card_is_no_answer():
    typed = read_typed(SheetCell("110101199003071233"), Entry("e1", "调解", "件", last="20"))

    assert "号码" in typed.doubt
