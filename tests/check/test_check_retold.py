"""The same count told in two places in other words, and what only looks like it."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

TAIL = "各项工作有序推进。"
TOLD_TWICE = (
    ("办理12345热线工单872件。", "12345政务服务热线工单全年办理827件。"),
    ("综合行政执法队在岗19人，均已取得行政执法证。", "镇里21名执法人员专业背景单一。"),
    ("镇党委全年专题研究依法治镇4次。", "主持召开党委会专题研究法治工作6次。"),
    ("镇党委会议专题研究法治建设4次。", "书记主持召开6次党委会议研究法治议题。"),
    ("立案查处案件35件，其中占道经营15件。", "面对全年53件立案案件，力量不足。"),
    ("法律顾问累计服务时间达384小时。", "村级法律顾问全年累计服务时间仅348小时。"),
    ("2名律师到镇坐班24天，接待群众。", "两名律师一年到镇坐班仅18天。"),
    ("行政执法人员人均培训达62学时。", "执法人员全年人均培训仅48学时。"),
    ("入企检查由上年的120次下降到78次，下降35%。", "全年入企检查次数比上年下降53%。"),
    ("法治微信公众号推送信息96条。", "微信公众号全年推送法治信息69条。"),
    ("查处非法采砂案3起。", "全年查处非法采砂案件6起。"),
    ("聘请法律顾问3名。", "政府法律顾问2名参与重大事项研究。"),
    ("完成重大行政决策社会稳定风险评估5次。", "全年重大决策社会稳定风险评估开展7次。"),
    ("刑满释放安置帮教对象41人。", "安置帮教对象46人。"),
    ("依法拆除违建4600平方米。", "全年拆除违法建设面积6400平方米。"),
    ("群众满意度达到96.8%。", "群众满意度达98.6%。"),
    ("全年未实施行政强制措施。", "实施行政强制措施3次。"),
    ("全镇配备人民调解员428名。", "镇里建强43人的人民调解员队伍。"),
    ("全乡现有网格员96名。", "建有360人的专兼职网格员队伍。"),
    ("选聘法律明白人46名。", "全街道共有法律明白人208名。"),
)
TOLD_APART = (
    ("旅游市场执法检查14次。", "文化市场执法检查9次。"),
    ("明确28项任务，年底已全部落实。", "整治台账36项任务中尚有2项未完成。"),
    ("法律顾问累计服务时间达384小时。", "群众诉求48小时内办结回复。"),
    ("2名律师到镇坐班24天，接待群众。", "群众诉求3天内答复。"),
    ("执法人员人均培训62学时。", "组织执法人员培训6次。"),
    ("入企检查比上年下降35%。", "法律咨询量比上年增长36%。"),
    ("配备专职调解员5名、兼职调解员167名。", "用好172名专兼职调解员。"),
    ("法律明白人236名。", "其中新培养法律明白人18名。"),
    ("行政处罚案件21件。", "行政处罚案件由24件上升到30件。"),
    ("执法人员19名。", "城管中队执法人员7名。"),
    ("立案查处违法案件8件。", "全县立案查处违法案件326件。"),
    ("今年罚款5.2万元。", "2023年罚款2.1万元。"),
    ("受理诉求640件，办结率98.5%。", "办理法律援助案件26件，办结率100%。"),
    ("全年开展普法活动48场。", "“八五”普法期间，累计开展普法活动320场。"),
    ("全年未发生较大以上安全事故。", "处置一般安全事故1起。"),
    ("东片区化解纠纷43件。", "西片区化解纠纷38件。"),
    ("完善公约17条。", "发放村规民约12份。"),
)
FIGURES = {"contradiction", "sum-mismatch", "rate-mismatch", "exact-with-approx"}


def told(one, other):
    """Ids of the figure rules that speak of two sentences in two paragraphs."""
    found, _ = findings_of(Example(one + "\n" + other + TAIL, "achievements"))
    return [finding.rule for finding in found if finding.rule in FIGURES]


@pytest.mark.parametrize(("one", "other"), TOLD_TWICE)
def test_two_values_of_one_count_are_found(one, other):
    assert "contradiction" in told(one, other)


@pytest.mark.parametrize(("one", "other"), TOLD_APART)
def test_two_counts_are_left_alone(one, other):
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("sum-mismatch", "普法阵地34处，其中广场3处，长廊9处，宣传栏24处。"),
        ("sum-mismatch", "开展巡回宣讲6场、8场、5场、9场，全年共30场。"),
        ("sum-mismatch", "设置展板120块，电子屏15块，宣传栏38个，各类阵地共183处。"),
        ("rate-mismatch", "全年信访42件，同比下降18%，较上年的56件明显减少。"),
        ("rate-mismatch", "隐患整改完成188处，整改完成率96.2%，隐患总数200处。"),
        ("rate-mismatch", "42名干部参加测试，优秀率90%，其中优秀33名。"),
        ("rate-mismatch", "普法志愿者由40人增加到64人，增长四成半。"),
        ("exact-with-approx", "参与群众达3475人次左右。"),
    ],
)
def test_figures_of_one_sentence_are_compared(rule, sentence):
    assert rule in told(sentence, "")
