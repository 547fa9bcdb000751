"""Figures in the forms that reports print them in, with what is counted; and what is no figure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.text.figures import find_figures
from lawdraft.text.numerals import chinese_numeral


def stated(text):
    return [(figure.number, figure.unit, figure.qualifier) for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("修订村规民约12份", [(12, "份", None)]),
        ("及时公开政务信息约120条", [(120, "条", "约")]),
        ("整改问题三个，新建法治广场五个。", [(3, "个", None), (5, "个", None)]),
        ("培育两个民主法治示范村", [(2, "个", None)]),
        ("满意度百分之九十五点六", [(95.6, "%", None)]),
        ("检查企业45家（次）", [(45, "家次", None)]),
        ("张贴公告不足10张", [(10, "张", "不足")]),
        ("换届21个，占比100%", [(21, "个", None), (100, "%", None)]),
        ("化解矛盾１２０件", [(120, "件", None)]),
        ("行政诉讼败诉0件", [(0, "件", None)]),
        ("河湖巡查1 260余次", [(1260, "次", "余")]),
        ("发放资料12 500份，受众2 400 人次", [(12500, "份", None), (2400, "人次", None)]),
        ("2024 312件", [(312, "件", None)]),
    ],
)
def test_values_in_every_form(text, figures):
    assert stated(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "会议9:00—17:30举行，按1:1配备，比例3:2。",
        "三家子乡、五里镇、八道湾街道联合开展宣传。",
        "学习市委六届七次、八次全会精神。",
        "G319国道、5A级景区、4G网络、110kV线路、2.0版平台。",
        "落实四议两公开、三资管理、一网通办。",
        "以上三个，均已落实。",
    ],
)
def test_no_figures(text):
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("提出具体工作举措231项。", ["具体工作举措"]),
        ("培训覆盖镇村干部200余人。", ["镇村干部"]),
        ("安排1名工作人员作为联络员。", ["工作人员"]),
        ("全乡共27人持有行政执法证。", ["行政执法证"]),
        ("发现问题35个移交有关部门。", ["问题"]),
        ("建成13个乡（镇）公共法律服务站。", ["乡（镇）公共法律服务站"]),
        ("查处12起违法占地行为。", ["违法占地行为"]),
        ("持证人员由4名增加到13名。", ["持证人员", "持证人员"]),
        ("“一周一课”学习23次。", ["“一周一课”学习"]),
        ("办理建议 119 件、提案 105 件。", ["建议", "提案"]),
        ("河湖巡查 1 260 次，护林员4名。", ["河湖巡查", "护林员"]),
        ("培养骨干120名，每个村（社区）平均6名。", ["骨干", "骨干"]),
        ("占全镇农户总数的2%", ["占全镇农户总数"]),
        ("原因是编制42名、实有31名。", ["编制", "编制"]),
        ("调解成功305件", ["调解成功"]),
        ("二是培育调解能手10名", ["调解能手"]),
        ("委托事项由58项调整为43项", ["委托事项", "委托事项"]),
        ("一是补充执法人员8名", ["执法人员"]),
        ("会前学法9次，同比增加3次", ["会前学法", "会前学法"]),
    ],
)
def test_things_are_whole_words_of_the_text(text, things):
    assert [figure.thing for figure in find_figures(text)] == things


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("补贴惠及农户1465户", "result"),
        ("为217户农户挽回损失", "result"),
        ("对辖区法治建设开展督查3次", "result"),
        ("每两月听取1次汇报", "rate"),
        ("平均每村3名法律明白人", "rate"),
        ("全镇辖12个行政村", "background"),
    ],
)
def test_roles(text, role):
    assert [figure.role for figure in find_figures(text)] == [role]


@given(
    st.integers(2, 9999),
    st.sampled_from(["次", "件", "份", "场次", "人次", "名", "户"]),
    st.sampled_from(["走访群众", "调处纠纷", "发放资料", "开展宣讲", "参训人员"]),
    st.booleans(),
)
@settings(derandomize=True, max_examples=150)
def test_any_number_with_its_unit_comes_back(number, unit, thing, spoken):
    printed = chinese_numeral(number) if spoken else str(number)
    if spoken and printed in ("十", "百", "千"):
        return
    (figure,) = find_figures(f"全年{thing}{printed}{unit}，")
    assert (figure.number, figure.unit, figure.text) == (number, unit, printed + unit)


@given(st.integers(1, 90), st.integers(1, 9), st.sampled_from(["-", "—", "至", "～"]))
@settings(derandomize=True, max_examples=60)
def test_any_range_has_both_ends(low, more, sign):
    (figure,) = find_figures(f"每名干部联系{low}{sign}{low + more}户群众")
    assert (figure.number, figure.high, figure.unit) == (low, low + more, "户")
