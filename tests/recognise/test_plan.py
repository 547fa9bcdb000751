"""Where a combined section turns to the plan, its figures are targets and its points are found."""

import pytest
from reading import RESULTS, TITLE, report_of

LACKING = "当前还存在一些不足：1.执法协同不顺畅，全年退回6件；2.纠纷多发，占比达45%。"
GOALS = "一是建立协同平台，二是力争纠纷下降20%以上，三是培育调解骨干10名。"


def combined(turn):
    return report_of(
        f"{TITLE}\n2024年，青禾镇扎实推进依法行政。现报告如下：\n一、主要成效\n{RESULTS}\n"
        f"二、存在问题及下一步工作安排\n{LACKING}{turn}{GOALS}"
    )


@pytest.mark.parametrize(
    "turn", ["2025年，", "下一步，", "针对上述问题，", "我镇将进一步压实责任，", "2025年我镇将"]
)
def test_what_follows_the_turn_is_a_target(turn):
    roles = {figure.text: figure.role for figure in combined(turn).figures}
    assert (roles["20%以上"] if "20%以上" in roles else roles["20%"]) == "target"
    assert roles["10名"] == "target"
    assert (roles["6件"], roles["45%"]) == ("result", "rate")


def test_the_reports_own_year_is_no_turn():
    roles = {figure.text: figure.role for figure in combined("2024年，").figures}
    assert roles["10名"] == "result"


def test_a_numbered_list_and_a_spoken_one_in_a_paragraph_are_points():
    report = combined("2025年，")
    assert [point.marker for point in report.points] == ["1.", "2.", "一是", "二是", "三是"]
    assert report.text[report.points[1].start : report.points[1].end].endswith("占比达45%。")
