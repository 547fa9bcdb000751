"""A line that only announces the points below it is body text, and no heading without a number."""

import pytest
from reading import OPENING, RESULTS, TITLE, headings, report_of

POINTS = "一是加强学习。组织学法6次，覆盖全体干部。\n二是规范执法。新增执法人员2名。"


@pytest.mark.parametrize(
    "lead_in",
    [
        "2025年，我镇将重点抓好以下工作：",
        "为此，要做好以下四方面工作：",
        "下一步，街道将从三个方面发力：",
        "我镇将着力做好四项工作：",
        "对照上级要求，还存在下列问题：",
        "今年以来，我乡主要做了这些工作：",
        "为做好明年工作，特作如此安排:",
        "重点抓好三件事：",
    ],
)
def test_a_line_that_announces_points_is_body(lead_in):
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、主要成效\n{RESULTS}\n二、下一步打算\n{lead_in}\n{POINTS}"
    )
    assert headings(report) == [(1, "一、主要成效"), (1, "二、下一步打算")]
    assert lead_in.rstrip("：:") in report.text


@pytest.mark.parametrize("heading", ["存在的主要问题：", "下一步工作打算：", "主要做法及成效："])
def test_a_usual_heading_with_a_colon_stays_one(heading):
    report = report_of(f"{TITLE}\n{OPENING}\n{heading}\n{POINTS}\n存在的不足\n{RESULTS}")
    assert (1, heading) in headings(report)
