"""Where an office sits: one thing told to sit in two places, or in one told by two names."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "调整法治建设工作领导小组，办公室设在司法所。\n由设在平安法治办公室的法治建设领导小组办公室汇总。",
        "成立行政执法协调小组，办公室设在执法大队。\n执法协调小组办公室设在镇司法所，每月通报。",
        "公共法律服务站设在便民服务中心，接待320人次。\n公共法律服务站设在镇司法所，值班力量偏少。",
        "健全普法领导小组，下设办公室于党政办。\n普法工作领导小组办公室设于司法所，人手只有2名。",
        "纠纷调处领导小组办公室挂靠综治中心。\n设在镇信访办的纠纷调处领导小组办公室只有1人。",
    ],
)
def test_one_office_in_two_places(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "调整法治建设工作领导小组，办公室设在司法所。\n由设在镇司法所的法治建设领导小组办公室汇总。",
        "平安建设领导小组办公室设在综治办。\n法治建设领导小组办公室设在司法所，人手不足。",
        "公共法律服务站设在便民服务中心。\n各村公共法律服务室设在村委会，值班力量偏少。",
        "健全普法领导小组，办公室设在党政办。\n普法领导小组办公室设在镇党政综合办公室。",
        "法治建设领导小组办公室原设在党政办。\n设在司法所的法治建设领导小组办公室只有1人。",
    ],
)
def test_offices_that_agree(text):
    assert not told(text)
