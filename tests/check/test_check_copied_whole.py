"""A report that is last year's with a few figures changed: one short finding."""

from check_making import findings_of

from lawdraft.check.rule import Example

TOLD = (
    "云岭县青禾镇{year}年法治政府建设年度报告\n{year}年，青禾镇围绕稻虾产业与河湖管护推进依法行政，现将有关情况报告如下：\n一、主要举措和成效\n"
    "依托稻虾市场设立法律咨询摊位，逢集由司法所和驻村律师轮流坐班，全年接待塘口承包户{count}人次，解答租金、饲料赊欠等问题。\n"
    "执法队与水利站沿青禾河分段巡护，对拦河设网、岸坡种植逐处登记，劝离{count}处，立案2件，均已办结并公开文书。\n"
    "二、存在的不足和原因\n夜间巡护人手少，网具查处难，原因是执法船只老旧。\n"
    "三、{after}年工作安排\n更新巡护船只，办好塘口合同示范文本推广。\n云岭县青禾镇人民政府\n{after}年1月18日"
)
NOW = TOLD.format(year=2025, after=2026, count=386)
THEN = TOLD.format(year=2024, after=2025, count=214)


def copied():
    found, report = findings_of(Example(NOW, "whole", last=THEN))
    return [f for f in found if f.rule == "copied-own" and f.level == "warning"], report


def test_the_whole_is_one_finding_of_one_sentence():
    (finding,), _ = copied()
    assert finding.message.startswith("全文与去年的报告基本相同")
    assert len(finding.message) < 40


def test_its_place_is_the_copied_text():
    (finding,), report = copied()
    assert finding.excerpt == report.text[finding.start : finding.end]
