"""Counts of one thing in two places, this year beside last year, and what only looks like it."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

TAIL = "各项工作有序推进。"
TOLD_TWICE = (
    ("镇党委会议专题研究法治建设工作4次。", "书记主持召开6次党委会议研究法治议题。"),
    ("乡党委召开会议研究法治建设工作3次。", "乡党委书记5次主持党委会议研究法治建设。"),
    ("党委理论学习中心组集体学法6次。", "组织党委理论学习中心组专题学法9次。"),
    ("现有持证行政执法人员21名。", "原因是24名持证人员多为新转岗人员。"),
    ("综合执法中心现有执法人员26名。", "31名执法人员中熟悉办案的不多。"),
    ("配备人民调解员64名。", "46名调解员普遍年龄偏大。"),
    ("全镇14个行政村均设立调委会。", "16个行政村建成法治宣传栏。"),
    ("9个社区均配备法律顾问。", "指导11个社区建立会商制度。"),
    ("排查矛盾纠纷312件，其中邻里纠纷180件、婚姻家庭132件，化解294件。", "化解矛盾纠纷249件。"),
    ("受理物业纠纷214件，调解成功201件，成功率93.9%。", "物业纠纷调解成功率达到99.3%。"),
    ("承办热线工单1412件，按期办结1405件，按期办结率99.5%。", "热线工单按期办结率95.9%。"),
    ("两名主要负责人接待来访群众42批74人次。", "镇党委书记、镇长接待来访群众46批74人次。"),
    ("立案查处案件35件，其中占道经营15件、违法建设20件。", "面对全年53件立案案件力量不足。"),
    ("全年审查合同28份。", "对法律顾问审查的38份合同逐件作出批示。"),
    ("综合行政执法局承接赋权事项66项。", "街道承接的76项赋权事项中仍有部分未实际行使。"),
    ("调解成功671件。" + "受理纠纷684件，调解成功671件。", "物业服务等纠纷调解成功617件。"),
)
TOLD_APART = (
    ("镇党委会议专题研究法治建设工作4次。", "书记主持召开党委会议26次。"),
    ("党委会议、乡长办公会议研究法治建设工作7次。", "党委书记主持召开法治建设专题会议3次。"),
    ("现有执法人员28名，其中持证的26名。", "26名执法人员全部参加轮训。"),
    ("现有持证执法人员21名。", "3名执法人员通过资格考试。"),
    ("执法人员13名。", "执法人员中法律专业毕业的只有3名。"),
    ("全镇16个行政村、2个社区均有法律顾问。", "18个村（社区）建成服务站，9个行政村试点。"),
    ("全镇24个村均有服务站，3个居委会也有。", "全镇21个行政村和3个居委会均有公告栏。"),
    ("全年排查矛盾纠纷156件，化解148件。", "其中上半年化解矛盾纠纷62件。"),
    ("按期办结率99.1%的是12345热线。", "信访按期办结率100%。"),
    ("物业纠纷调解成功率95.2%。", "民间纠纷调解成功率98.1%。"),
    ("接待群众来访143批。", "镇领导接待群众来访61批。"),
    ("排查矛盾纠纷189件，化解183件。", "人民调解委员会调解纠纷58件。"),
    (
        "办理各类事项8426件，其中社保3215件、其他类1234件、民政3977件。",
        "排查纠纷64件，其中其他类9件。",
    ),
    ("审查合同挽回经济损失86万元。", "法律援助挽回经济损失42万元。"),
    ("今年受理热线工单4312件，比上年的4875件减少563件。", "上年受理热线工单4875件。"),
)
LAST_YEAR = (
    ("unchanged-figure", "全年办理各类事项8426件。", "便民大厅共办理群众事项8426件。"),
    ("unchanged-figure", "发现隐患143处，整改139处。", "排查安全隐患143处，整改134处。"),
    ("unchanged-figure", "接待群众1124批1689人次。", "接待来访群众1057批1689人次。"),
    ("unchanged-figure", "拆除违法建设37处，面积2160平方米。", "拆除违法建设面积2160平方米。"),
    ("unchanged-figure", "全年受理矛盾纠纷742件。", "调处矛盾纠纷742件，调解成功719件。"),
    ("order-of-magnitude", "接受咨询14600人次。", "解答群众法律咨询1320人次。"),
    ("order-of-magnitude", "拆除违法建设37处，面积21600平方米。", "拆除违法建设面积1980平方米。"),
    ("order-of-magnitude", "罚款2.16万元。", "查处违法行为301件，罚没款19.2万元。"),
)
OTHER_YEAR = (
    ("排查矛盾纠纷346件。", "化解矛盾纠纷346件。"),
    ("为企业审查合同142份。", "审查规章142项。"),
    ("承办热线工单4312件，比上年的4875件减少563件。", "承办热线工单4875件。"),
    ("现有人民调解员132名，群众满意率96.5%。", "现有人民调解员132名，群众满意率96.5%。"),
    ("办理简易程序案件318件、普通程序案件47件，合计365件。", "办理普通程序案件38件、简易程序案件291件。"),
    ("人民调解委员会调解纠纷52件。", "登记各类矛盾纠纷384件。"),
    ("举办法治讲座5次。", "开展法治宣传38场。"),
)  # fmt: skip
FIGURES = {"contradiction", "unchanged-figure", "order-of-magnitude"}


def told(text, last=""):
    """Ids of the figure rules that speak of a paragraph, beside last year's."""
    found, _ = findings_of(Example(text, "achievements", last=last))
    return {f.rule for f in found if f.rule in FIGURES and f.level != "note"}


@pytest.mark.parametrize(("one", "other"), TOLD_TWICE)
def test_one_thing_counted_differently_is_found(one, other):
    assert "contradiction" in told(one + "\n" + other + TAIL)


@pytest.mark.parametrize(("one", "other"), TOLD_APART)
def test_two_things_may_differ(one, other):
    assert "contradiction" not in told(one + "\n" + other + TAIL)


@pytest.mark.parametrize(("rule", "now", "before"), LAST_YEAR)
def test_last_years_figure_is_known_in_other_words(rule, now, before):
    assert rule in told(now + TAIL, before + TAIL)


@pytest.mark.parametrize(("now", "before"), OTHER_YEAR)
def test_figures_of_two_years_that_are_not_one(now, before):
    assert told(now + TAIL, before + TAIL) == set()
