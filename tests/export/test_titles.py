"""A title breaks between words, into a trapezoid or a diamond."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.export.measure import em_width
from lawdraft.export.titles import break_title, is_shaped, known_boundaries

ROOM = 20.09


@pytest.mark.parametrize(
    "title",
    [
        "青禾镇人民政府关于2025年法治政府建设情况的报告",
        "云岭县青禾镇2025年度推进法治政府建设工作情况报告",
        "青禾街道办事处关于2025年推进依法行政建设法治政府工作情况及2026年工作打算的报告",
        "青禾镇2025年法治政府建设工作总结暨2026年工作计划",
        "青禾镇党委、青禾镇人民政府关于2025年度推进法治政府建设工作情况及党政主要负责人履行法治建设职责情况和2026年工作安排的报告",
    ],
)
def test_lines_are_shaped_and_whole(title):
    lines = break_title(title, ROOM, None)
    widths = [em_width(line) for line in lines]
    assert "".join(lines) == title
    assert len(lines) > 1
    assert is_shaped(widths)
    assert max(widths) <= ROOM
    cuts = [len("".join(lines[:n])) for n in range(1, len(lines))]
    assert set(cuts) <= known_boundaries(title)


def test_short_title_stays_on_one_line():
    assert break_title("青禾镇2025年法治政府建设年度报告", ROOM, None) == (
        "青禾镇2025年法治政府建设年度报告",
    )


@pytest.mark.parametrize("room", [15.0, 17.5, 18.3])
def test_a_phrase_stays_whole_where_a_dictionary_cuts_it(room):
    title = "2024年度白石桥镇法治政府建设工作报告"
    ends = frozenset({6, 9, 12, 14, 16, 18, len(title)})  # 白石桥|镇法治|政府|建设

    assert break_title(title, room, lambda _: ends) == ("2024年度白石桥镇", "法治政府建设工作报告")


def test_hourglass_and_equal_lines_are_no_shape():
    assert not is_shaped([12, 8, 12])
    assert not is_shaped([10, 10])
    assert is_shaped([8, 12, 9])


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text("青禾镇法治政府建设2025年度报告关于的", min_size=1, max_size=70))
def test_no_character_is_lost_and_none_too_wide(title):
    lines = break_title(title, ROOM, None)
    assert "".join(lines) == title
    assert all(em_width(line) <= ROOM for line in lines)
