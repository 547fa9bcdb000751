"""Of all, and of a part: by numbers, by rates, behind the deed; and what is only like it."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

TAIL = "各项工作有序推进。"
APART = (
    ("9个村全部完成村规民约修订。", "9个村中只有7个村完成村规民约修订。"),
    ("7条欠薪线索均已核实处置。", "7条欠薪线索已处置5条，其余2条正在核查。"),
    ("抽检食用农产品46批次，合格率100%。", "抽检食用农产品有2批次不合格。"),
    ("12345热线工单按期办结率100%。", "有15件热线工单超期办结。"),
    ("检查发现问题27个，督促整改27个。", "检查发现的问题还有4个没有整改到位。"),
    ("排查出租房隐患58处，已全部整改到位。", "尚未整改的6处出租房隐患挂牌督办。"),
    ("全镇16个村均建成调解室。", "16个村中建成调解室的只有13个。"),
    ("执法案卷15卷，全部达到优秀等次。", "15卷执法案卷中，优秀12卷、合格3卷。"),
    ("行政复议案件2件，结果均为维持。", "行政复议案件2件（维持1件、撤销1件）。"),
    ("行政处罚15件，没有一件被行政复议撤销。", "1件行政处罚被行政复议撤销。"),
    ("组织58名干部参加学法考试，全部合格，合格率为96.6%。", "宣传到位。"),
    ("全部行政处罚决定均按规定公示。", "有3件行政处罚决定未按规定公示。"),
    ("初次信访按期办结，实现“零重复信访”。", "对年内1件重复信访事项包案化解。"),
)
TOGETHER = (
    ("9个村全部完成村规民约修订。", "9个村中只有4个村建成法治广场。"),
    ("8个村均达到“无讼村”创建标准。", "8个村中6个达到省级示范村标准。"),
    ("抽检食用农产品46批次，合格率100%。", "抽检餐饮具2批次不合格。"),
    ("受理信访事项88件，按期办结率100%。", "有4件信访事项未办结，均在办理期限内。"),
    ("领办的2件信访积案已全部化解。", "5件信访积案化解4件。"),
    ("县级交办信访积案5件，全部化解。", "排查纠纷212件，化解209件，剩余3件正在调处。"),
    ("行政复议1件，结果为维持。", "对上年度被撤销的1件处罚决定组织复盘。"),
    ("代表建议12件，全部办结。", "去年代表建议12件中有1件未办结。"),
    ("48份合同全部进行了合法性审查。", "2份合同未按审查意见修改。"),
)


def contradicts(one, other):
    """Whether two sentences in two paragraphs are said to contradict each other."""
    found, _ = findings_of(Example(one + "\n" + other + TAIL, "achievements"))
    return any(f.rule == "contradiction" and f.level != "note" for f in found)


@pytest.mark.parametrize(("one", "other"), APART)
def test_some_are_not_as_all_are(one, other):
    assert contradicts(one, other)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_others_are_not_of_them(one, other):
    assert not contradicts(one, other)
