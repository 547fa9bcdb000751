"""One meeting under two hosts; the first of a kind that is told as one more."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "4月10日召开依法行政推进会议，由镇长钱勇主持。\n书记邓超：亲自主持4月10日的依法行政推进会议。",
        "11月2日，就河口集贸市场改造项目召开听证会，副镇长李振华主持。\n镇长梁秋燕带头守法，主持集贸市场改造项目听证会。",
        "4月8日的法治建设领导小组第一次会议由书记曹军主持。\n镇长田野主持了4月8日的法治建设领导小组第一次会议。",
        "柳河村创建全国民主法治示范村，填补了我镇国家级品牌空白。\n继东岗村之后，再添一个全国民主法治示范村。",
        "承办全县首次议事协商观摩会。\n议事协商观摩会已是第二次在我镇举办。",
        "全年只举办了一期法治培训班。\n3月和9月先后举办法治培训班2期。",
        "举办首届“法治文化节”。\n第三届“法治文化节”吸引群众800余人。",
    ],
)
def test_hosts_and_firsts_told_apart(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "5月12日依法行政会议由镇长钱勇主持，书记邓超讲话。\n书记邓超在5月12日依法行政会议上作动员讲话。",
        "3月法治建设领导小组会议由书记曹军主持。\n9月法治建设领导小组会议由镇长田野主持。",
        "书记林涛主持召开党委会6次。\n镇长方敏主持召开党委会部署的专题会8次。",
        "首次组织开展行政执法案卷交叉评查。\n连续第三年组织学法考试。",
        "我镇首次获评全市法治建设先进集体。\n力争再获全市法治建设先进集体称号。",
        "首次开展法治夜市。\n先后开展法治夜市6场。",
    ],
)
def test_other_hosts_and_firsts_are_left(text):
    assert told(text) == []
