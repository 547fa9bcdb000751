from datetime import date

import pytest

from lawdraft.store import notes
from lawdraft.store.notes import DiaryNote
from lawdraft.store.places import find_places


@pytest.fixture
def places():
    return find_places()


def test_diary_keeps_notes_by_day_and_year(places):
    late = DiaryNote(date(2025, 12, 4), "宪法日活动", "普法", "300", "人次")
    early = DiaryNote(date(2025, 3, 15), "消费者权益日活动")
    notes.add_note(places, late)
    notes.add_note(places, early)
    notes.add_note(places, DiaryNote(date(2026, 1, 1), "明年的"))

    assert notes.read_diary(places, 2025) == (early, late)
    notes.remove_note(places, early)
    assert notes.read_diary(places, 2025) == (late,)


def test_own_phrases_are_kept_once_the_latest_first(places):
    for phrase in ("甲", "乙", "甲"):
        notes.add_phrase(places, phrase)

    assert notes.read_phrases(places) == ("甲", "乙")
    notes.remove_phrase(places, "甲")
    assert notes.read_phrases(places) == ("乙",)


def test_a_damaged_diary_is_put_aside_and_the_state_before_comes_back(places):
    first, second = DiaryNote(date(2025, 1, 1), "甲"), DiaryNote(date(2025, 1, 2), "乙")
    notes.add_note(places, first)
    notes.add_note(places, second)
    (places.data / "diary.json").write_text('[{"day": "2025', encoding="utf-8")

    assert notes.read_diary(places) == (first,)
    notes.add_note(places, second)
    assert notes.read_diary(places) == (first, second)
    assert (places.data / "diary.damaged").read_text(encoding="utf-8").startswith("[{")


def test_the_same_note_twice_is_taken_out_once(places):
    note = DiaryNote(date(2025, 1, 1), "接访", "矛盾化解", "3", "批")
    notes.add_note(places, note)
    notes.add_note(places, note)
    notes.remove_note(places, note)

    assert notes.read_diary(places) == (note,)


def test_what_the_user_calls_a_set_phrase_is_kept_once_and_taken_back(places):
    for phrase in ("甲句", "乙句", "甲句"):
        notes.add_set_phrase(places, phrase)

    assert notes.read_set_phrases(places) == ("甲句", "乙句")
    notes.remove_set_phrase(places, "甲句")
    assert notes.read_set_phrases(places) == ("乙句",)
