"""Who heads a group and who stood before the court, told by office."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "普法工作专班由镇长任组长。\n镇党委书记担任普法工作专班组长。",
        "成立以办事处主任为组长的审查小组。\n党工委书记任审查小组组长。",
        "成立由书记、镇长任双组长的法治建设领导小组。\n镇长履行法治建设工作领导小组副组长职责。",
        "依法治镇委员会由党委书记任主任。\n镇长作为依法治镇委员会主任主持会议。",
        "由镇长任组长的改革工作小组。\n镇党委书记带头抓改革，担任改革工作小组组长。",
        "设立纠纷攻坚专班，乡党委书记任组长。\n作为纠纷攻坚专班组长，乡长每月调度。",
    ],
)
def test_two_heads_of_one_group(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "普法工作专班由镇长任组长。\n镇党委书记担任征迁工作专班组长。",
        "由书记、镇长任双组长的法治建设领导小组。\n镇长履行法治建设工作领导小组组长职责。",
        "党政主要负责人任法治建设领导小组组长。\n镇长任法治建设领导小组组长。",
        "法治建设领导小组组长由镇长调整为镇党委书记。\n镇党委书记任法治建设领导小组组长。",
        "书记任法治建设领导小组第一组长，乡长任组长。\n乡长履行法治建设领导小组组长职责。",
    ],
)
def test_heads_that_agree(text):
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼案件3件，均由镇长出庭应诉。\n分管副镇长出庭应诉3次。",
        "行政应诉案件1件，由办事处主任出庭应诉。\n办事处副主任代表街道出庭应诉1次。",
        "被诉行政案件4件，均由分管负责人出庭应诉。\n镇长带头出庭应诉2件。",
    ],
)
def test_another_in_court(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼案件3件，均由行政机关负责人出庭应诉。\n镇长出庭应诉1次。",
        "行政诉讼案件5件，其中镇长出庭2件，副镇长出庭3件。\n镇长出庭应诉2次。",
        "行政诉讼案件2件，均由分管副镇长出庭应诉。\n镇长旁听庭审1次。",
    ],
)
def test_the_same_in_court(text):
    assert not told(text)
