"""A sentence that begins with a date is the report's own text, not its date line."""

import pytest
from reading import OPENING, PARTS, TITLE, report_of


@pytest.mark.parametrize(
    "sentence",
    [
        "2026年6月5日前后宣传生态环境法典，发放资料300份。",
        "2026年7月1日，召开法治建设推进会，部署任务12项。",
        "青禾镇人民政府2026年3月2日召开会议部署。",
    ],
)
def test_a_sentence_with_a_date_in_front_stays_whole(sentence):
    parts = PARTS.replace("一、主要成效\n", f"一、主要成效\n{sentence}\n")
    report = report_of(f"{TITLE}\n{OPENING}\n{parts}")
    assert sentence in report.lines("body")
