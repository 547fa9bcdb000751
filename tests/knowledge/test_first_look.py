"""Which entries are worth searching a text for."""

from dataclasses import dataclass

import pytest

from lawdraft.knowledge.firstlook import first_look


@dataclass(frozen=True)
class Entry:
    hints: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    entry: Entry


ITEMS = tuple(Item(Entry(hints)) for hints in [("普法",), (), ("、", "法治"), ("",), ("普法宣传",)])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [1, 3]),
        ("普法", [0, 1, 3, 4]),
        ("一、", [1, 2, 3]),
        ("法治", [1, 2, 3]),
    ],
)
def test_an_item_comes_where_a_hint_of_it_may_begin(text, numbers):
    assert first_look(ITEMS).of(text) == [ITEMS[number] for number in numbers]
