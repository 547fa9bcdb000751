"""Lines of a block: 28 characters, 避头尾, hung marks, words of Latin letters whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.export.blocks import Block, Piece
from lawdraft.export.breaking import (
    NOT_FIRST,
    NOT_LAST,
    break_block,
    flawed_lines,
    hangs_by_half,
)

ROOM = 8841


def lines(text, first=0, **measures):
    block = Block((Piece(text, start=0),), first=first, **measures)
    return ["".join(run.text for run in line.runs) for line in break_block(block, ROOM)]


def test_twenty_eight_characters_a_line_and_two_fewer_after_the_indent():
    assert [len(line) for line in lines("字" * 100, first=630)] == [26, 28, 28, 18]


@pytest.mark.parametrize(
    ("text", "first_line"),
    [
        ("字" * 28 + "，后面", "字" * 28 + "，"),  # hung in the margin
        ("字" * 27 + "（后面）", "字" * 27),  # no opening mark last
        ("字" * 27 + "的）后面", "字" * 27),  # no closing mark first: the one before goes along
        ("字" * 26 + "2026年", "字" * 26),  # a number stays whole
        ("字" * 26 + "“2026年", "字" * 26),  # its opening quote goes along
        ("字" * 26 + "98%，后", "字" * 26),  # a mark behind a number is not hung
        ("字" * 24 + "（2024）。后", "字" * 24),  # nor behind a bracket that closes a number
        ("字" * 22 + "https://www.a.cn/b", "字" * 22 + "https://"),  # an address breaks behind /
        ("字" * 26 + "2025/11/30", "字" * 26),  # a date does not
        ("字" * 24 + "98.7%——居", "字" * 24 + "98.7%"),  # a dash behind a number stays whole
    ],
)
def test_line_ends(text, first_line):
    assert lines(text)[0] == first_line


def test_marks_do_not_hang_in_cells_and_keep_the_number_behind_them():
    assert lines("字" * 28 + "，后面", align="left")[0] == "字" * 27
    assert lines("字" * 25 + "的，12345热线", align="left")[0] == "字" * 25


def test_a_mark_half_outside_at_the_end_is_seen():
    assert not hangs_by_half(Block((Piece("字" * 28 + "。"),)), ROOM)
    assert hangs_by_half(Block((Piece("字" * 28 + "。"),)), ROOM + 250)


def test_empty_block_is_one_line_and_breaks_are_kept():
    assert lines("") == [""]
    block = Block((Piece("甲"), Piece("\n"), Piece("乙")))
    assert len(break_block(block, ROOM)) == 2


def test_split_dash_is_seen():
    assert flawed_lines(Block((Piece("字" * 27 + "——后面"),)), ROOM)
    assert not flawed_lines(Block((Piece("字" * 20 + "——后面"),)), ROOM)


def test_line_left_short_is_seen():
    assert not flawed_lines(Block((Piece("字" * 24 + "”）》】后面的字"),)), ROOM)
    assert flawed_lines(Block((Piece("字" * 24 + "的）”》】后面的字"),)), ROOM)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text("法治政府，。、“”（）《》—…2025a%：", min_size=1, max_size=200))
def test_nothing_is_lost_and_offsets_tell_the_place(text):
    block = Block((Piece(text, start=0),), first=630)
    broken = break_block(block, ROOM)
    assert "".join(run.text for line in broken for run in line.runs) == text
    for line in broken:
        for run in line.runs:
            at = line.start + run.start
            assert text[at : at + len(run.text)] == run.text


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text("法治政府建设，。“”（）2025", min_size=60, max_size=200))
def test_line_starts_and_ends_obey(text):
    found = lines("甲乙丙丁" + text)
    runs_of_marks = any(
        all(c in NOT_FIRST | NOT_LAST for c in line[:3]) or len(line) < 22 for line in found[1:-1]
    )
    if not runs_of_marks:  # a whole line of marks leaves no choice
        assert not any(line[0] in NOT_FIRST for line in found[1:])
