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


_ROW = (
    "全年排查各类矛盾纠纷{a}件，其中婚姻家庭纠纷{b}件、邻里纠纷{c}件、土地纠纷{d}件、其他纠纷{e}件，成功化解{f}件。"
    "承办热线工单{k}件，按期办结{l}件。开展行政检查{m}次，排查各类隐患{n}处，完成整改{o}处。"
    "办理行政处罚案件{g}件，其中市容环境类{h}件、违法建设类{i}件、餐饮油烟类{j}件。"
)
_THEN_MORE = {"k": 528, "l": 517, "m": 312, "n": 186, "o": 179}
_NOW_MORE = {"k": 486, "l": 480, "m": 287, "n": 164, "o": 161}
_ROW_THEN = "依托综治中心" + _ROW.format(
    a=342, b=118, c=97, d=74, e=53, f=331, g=58, h=33, i=14, j=11, **_THEN_MORE
)
_ROW_THEN += "推行信访首接负责，热线工单逐月分析，镇领导包案办理疑难事项。"
_ROW_NOW = _ROW.format(a=318, b=106, c=88, d=72, e=52, f=311, g=47, h=27, i=11, j=9, **_NOW_MORE)
_ROW_NOW = _ROW_NOW.replace("全年排查", "网格员常态走访，排查").replace(
    "办理行政", "全面实行扫码入企，办理行政"
)
for _clause, _more in (("承办热线", "实行首接负责，"), ("开展行政", "全面扫码入企，")):
    _ROW_NOW = _ROW_NOW.replace(_clause, _more + _clause)
_ROW_NOW = _ROW_NOW.replace("全面实行扫码入企，", "推行说理式文书，")


_AROUND = (
    "云岭县青禾镇{year}年法治政府建设年度报告\n{opening}现将有关情况报告如下：\n一、主要举措和成效\n{row}\n"
    "二、存在的不足和原因\n{short}\n三、{after}年工作安排\n{plan}\n云岭县青禾镇人民政府\n{after}年1月18日"
)
_THIS = _AROUND.format(
    year=2025, after=2026, row=_ROW_NOW, opening="一年来，青禾镇把依法行政贯穿各项工作。",
    short="夜间巡护人手少，原因是执法船只老旧。", plan="更新巡护船只，推广塘口合同示范文本。",
)  # fmt: skip
_LAST = _AROUND.format(
    year=2024, after=2025, row=_ROW_THEN, opening="2024年，全镇上下深化法治镇建设。",
    short="普法形式单一，主要是经费有限。", plan="组织网格员轮训，建成法治广场。",
)  # fmt: skip


def test_the_rows_of_the_year_told_with_other_words_between_are_no_warning():
    found, _ = findings_of(Example(_THIS, "whole", last=_LAST))
    assert [f.level for f in found if f.rule == "copied-own"] == ["note"]


def test_the_rows_of_the_year_word_for_word_are_a_warning():
    found, _ = findings_of(Example(_THIS, "whole", last=_LAST.replace(_ROW_THEN, _ROW_NOW)))
    assert "warning" in [f.level for f in found if f.rule == "copied-own"]
