"""One place counted as the model has it, as the field holds it, as it is printed."""

import pytest

from lawdraft.ui.models.slot_places import number_at, position_of, raw_offset, slots

RAW = "排查⟦e1⟧件，化解⟦e12⟧件，发放资料2万余份。"


def value(entry):
    return {"e1": "72", "e12": "××"}[entry]


def test_a_slot_is_one_character_of_the_field():
    assert slots(RAW) == [(2, "e1"), (7, "e12")]


@pytest.mark.parametrize(
    ("position", "before"), [(0, ""), (2, "排查"), (3, "排查⟦e1⟧"), (4, "排查⟦e1⟧件")]
)
def test_the_model_counts_a_slot_with_its_brackets(position, before):
    assert RAW[: raw_offset(RAW, position)] == before


@pytest.mark.parametrize(("printed", "position"), [(0, 0), (2, 2), (3, 2), (4, 3), (8, 7), (11, 9)])
def test_a_printed_place_inside_a_slot_is_the_slot(printed, position):
    assert position_of(RAW, printed, value) == position


def test_a_number_is_found_with_its_unit_and_a_slot_is_none():
    at = RAW.index("2万")

    assert RAW[slice(*number_at(RAW, at))] == "2万余份"
    assert number_at(RAW, RAW.index("e1")) is None
