"""Figures: what counts as one, its value, unit, qualifier, thing and role."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.model.report import Span
from lawdraft.text.figures import find_figures
from lawdraft.text.numerals import chinese_numeral


def one(text):
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "number", "unit", "qualifier"),
    [("发放资料五千余份", 5000, "份", "余"), ("奖金2万余元", 20000, "元", "余"), ("资金190余万元", 1_900_000, "元", "余"),
     ("办件4.46万个", 44600, "个", None), ("满意度百分之九十五", 95, "%", None), ("办结率98.6％", 98.6, "%", None),
     ("不少于12次", 12, "次", "不少于"), ("约30人", 30, "人", "约"), ("近百场", 100, "场", "近"), ("压减50%以上", 50, "%", "以上"),
     ("接待1200人（次）", 1200, "人次", None), ("提升3.5个百分点", 3.5, "个百分点", None), ("十余场", 10, "场", "余"),
     ("罚款1,203元", 1203, "元", None), ("聘请一名律师", 1, "名", None), ("先后组织三次集中行动", 3, "次", None),
     ("400 余人次", 400, "人次", "余"), ("上千份", 1000, "份", "上"), ("二十多次", 20, "次", "多")],
)  # fmt: skip
def test_values_units_and_qualifiers(text, number, unit, qualifier):
    figure = one(text)
    assert (figure.number, figure.unit, figure.qualifier) == (number, unit, qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("联系5-10户", 5, 10),
        ("2—3万人次", 20000, 30000),
        ("打造1至2个品牌", 1, 2),
        ("3%～5%", 3, 5),
    ],
)
def test_ranges(text, low, high):
    figure = one(text)
    assert (figure.number, figure.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    ["“3·15”宣传日", "拨打12345热线", "“1+5+N”模式", "八五普法规划", "三位一体", "第三次会议", "云政发〔2024〕5号", "二十届四中全会",
     "2021—2025年", "一村一法律顾问", "30分钟公共法律服务圈", "24小时值班", "四个意识", "三项制度", "最多跑一次", "一次性告知", "12·4宪法日",
     "3月15日前", "十分重视", "星期一次序", "一件事一次办", "两所一庭", "0714-8720000", "第12条", "“626”禁毒日", "一部门一清单"],
)  # fmt: skip
def test_what_is_no_figure(text):
    assert find_figures(text) == ()


def test_a_lost_unit_is_none_and_never_inferred():
    figure = one("全年开展行政执法案卷评查4，整改问题。")
    assert (figure.number, figure.unit) == (4, None)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("排查各类矛盾纠纷72件", "矛盾纠纷"),
        ("56位平安员积极开展工作", "平安员"),
        ("开展法治讲座4场", "法治讲座"),
        ("发放宣传资料300份", "宣传资料"),
    ],
)
def test_the_thing_in_the_texts_own_words(text, thing):
    assert one(text).thing == thing


@pytest.mark.parametrize(
    ("text", "role"),
    [("召开会议4次", "result"), ("每季度召开一次会议", "rate"), ("满意度达98%", "rate"), ("下辖25个行政村", "background"),
     ("总人口3.2万人", "background"), ("人均学法40学时", "rate"), ("培训干部50人", "result")],
)  # fmt: skip
def test_roles(text, role):
    assert one(text).role == role


@pytest.mark.parametrize(
    "text",
    ["平均每个社区5.2名", "每千人口发生纠纷10.7件", "每万人拥有律师2.4名", "月均办件12.5件", "每百户配备网格员1.5名",
     "每10万人刑事案件12.3件", "月平均办件12.5件", "每个镇街平均配备3.4名"],
)  # fmt: skip
def test_an_average_is_a_rate(text):
    assert find_figures(text)[-1].role == "rate"


def test_an_average_mark_or_a_time_taken_is_no_rate():
    assert [one(text).role for text in ("考试平均分92.5分", "平均用时缩短2.5天")] == ["result"] * 2


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("执法检查由上年的1460次下降到876次", "执法检查"),
        ("持证人员从2023年的14名增加到18名", "持证人员"),
        ("终止（含调解和解）68件", "终止"),
    ],
)
def test_last_years_words_and_asides_are_not_counted(text, thing):
    assert {figure.thing for figure in find_figures(text)} == {thing}


def test_a_plan_makes_targets_before_every_other_role():
    text = "化解率达到98%。"
    assert find_figures(text, [Span(0, len(text))])[0].role == "target"


@given(
    st.integers(2, 9999),
    st.sampled_from(["次", "件", "场", "份", "名", "人次", "户", "%"]),
    st.booleans(),
)
@settings(derandomize=True, max_examples=200)
def test_a_written_figure_is_found_as_written(number, unit, chinese):
    printed = chinese_numeral(number) if chinese and unit not in "%户" else str(number)
    if printed in ("百", "千", "一百", "一千"):
        printed = str(number)
    (figure,) = find_figures(f"全年共开展法治宣传{printed}{unit}。")
    assert (figure.number, figure.unit, figure.text) == (number, unit, printed + unit)


@given(st.text("开展0123456789一二十百千万余多次件个%（），。“”-—至第年月. ", max_size=60))
@settings(derandomize=True, max_examples=300)
def test_spans_are_in_order_and_hold_their_text(text):
    figures = find_figures(text)
    assert all(text[figure.start : figure.end].strip() == figure.text for figure in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))


def test_full_width_digits_count_and_stay_as_printed():
    [money, rate] = find_figures("罚款１２．５万元，化解率９８．５％。")

    assert (money.text, money.number, money.unit) == ("１２．５万元", 125000.0, "元")
    assert (rate.text, rate.number, rate.unit) == ("９８．５％", 98.5, "%")
