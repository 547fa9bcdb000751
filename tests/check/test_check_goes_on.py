"""What a plan goes on with, at the rhythm told before or at another; rhythms of two levels in a row."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

_PLAN = "\n五、2026年工作打算\n"
_FRAME = "青禾镇2025年度法治政府建设情况报告\n云岭县人民政府：\n2025年，青禾镇扎实推进法治政府建设。现将有关情况报告如下。\n一、主要工作\n{}\n青禾镇人民政府\n2026年1月5日"


def told(text):
    found, _ = findings_of(Example(_FRAME.format(text), "whole"))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        f"组织合同自查2次，每半年1次。{_PLAN}继续坚持每季度1次的政府合同自查。",
        f"全年组织执法案卷抽查4次，每季度1次。{_PLAN}继续执行每月一次的行政执法案卷抽查。",
        "坚持村每周、镇每月开展一次风险排查，镇级全年开展风险排查4次。",
    ],
)
def test_another_rhythm(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"组织合同自查4次，每季度1次。{_PLAN}继续坚持每季度1次的政府合同自查。",
        f"全年组织执法案卷抽查4次，每季度1次。{_PLAN}将执法案卷抽查加密为每月一次。",
        "坚持村每周、镇每月开展一次风险排查，镇级全年开展风险排查12次。",
        "坚持镇每月、村每周开展一次风险排查，镇级全年开展风险排查12次。",
    ],
)
def test_the_same_rhythm(text):
    assert not told(text)
