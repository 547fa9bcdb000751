"""Sums and rates whose numbers stand apart: in another sentence, behind 除…外, named by their subject."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

SUMS = (
    "受理信访事项64件。来信12件、来访33件、网上投诉29件。",
    "投入法治经费48万元。普法宣传20万元、调解补贴16万元、法律顾问费9万元。",
    "收到代表建议和委员提案共23件，办复率100%。人大代表建议14件，政协委员提案8件。",
    "审查材料93份，提出意见41条。所审材料按类型划分，合同57份、规范性文件6份、答复20份。",
    "对84家餐饮店评定等级，评为A级的26家。B级41家、C级27家。",
    "第一批清理事项34项、第二批清理事项18项，两批共清理56项。",
    "南片区化解纠纷47件、北片区化解纠纷52件，全镇109件纠纷均录入平台。",
    "原有调解室22个，今年新建9个，现有调解室33个。",
    "今年又有7个村创成民主法治村，总数由16个增加到24个。",
    "上年结转案件7件，本年新收案件52件，全年共受理案件61件。",
    "全镇法律明白人达到186名，比上年的150名增加26名。",
    "办理行政许可事项386项。即办件214项，承诺件182项。",
    "协管员由33名减至27名，减少了4名。",
)
RATES = (
    "全镇现有调解员120名，其中女性调解员36名。\n女性调解员仅占24%，结构有待优化。",
    "办理热线工单860件，办结842件。\n热线工单办结率为95.9%，有待提高。",
    "排查隐患160处，除8处需协调产权单位外全部整改到位，整改率98%。",
    "除3件延期办理外，今年受理的60件信访事项均按时办结，办结率97%。",
    "执法人员40名，有4名尚未取得执法证，持证率95%。",
    "受理纠纷180件，其余8件仍在调处，化解率97.2%。",
    "电话咨询310人次、窗口咨询490人次，窗口咨询占比71.3%。",
    "受理仲裁申请33件，除4件撤回外均已审结，审结率93.9%。",
    "线上咨询120人次、线下咨询280人次，线上咨询占比达到40%。",
    "调解成功的纠纷中，村级121件、乡级33件，村级化解占比87.6%。",
    "纠纷由上年的200件降至110件，降幅近两成。",
)
RIGHT = (
    "接访87批次。联合接访12批次，领导接访45批次，带案下访20批次。",
    "6所中小学配齐法治副校长。改造法治公园1处，新建法治驿站4个。",
    "便民大厅办理事项8426件，其中社保类4319件、医保类2874件、其他类1233件。全程网办6319件。",
    "抽查工程31个，发现问题9个，已整改。28个村（社区）代办事项4137件。",
    "一季度接访12批、二季度15批，三季度以来接访明显减少，全年接访40批次。",
    "上半年集中学法6次，下半年集中学法7次，全年组织法治培训14次。",
    "援助民事案件27件、刑事案件9件，老年人案件占比达到25%。",
    "上半年受理86件，下半年受理94件，全年化解176件。",
    "新增志愿者30人，退出6人，队伍由96人增长到120人。",
    "执法检查312次、比上年的341次减少29次，涉企检查由上年的164次降至118次。",
    "现有执法人员32人，其中持证28人。\n新录用执法人员持证率达到92.5%。",
    "办理工单860件，办结842件。\n环保类工单办结率为91.9%。",
    "意见建议56条，采纳49条。逐条反馈理由。合理意见采纳率100%。",
    "受理纠纷180件，除8件正在调处外均已调结，履行率98.2%。",
    "信访事项48件，4件正在办理，按期办结率100%。",
    "办案210件，结案205件；上年办案190件，结案180件。其中简易案件82件，占结案总数的40%。",
    "全镇34名骨干中，有12名是退役军人，女性占比45.3%。",
    "专职18名、兼职54名，专职占比仅25%，党员占比40%。",
)


def told(sentence):
    found, _ = findings_of(Example(sentence, "achievements", 2025, "2026-01-20"))
    return {finding.rule for finding in found if finding.level != "note"}


@pytest.mark.parametrize("sentence", SUMS, ids=lambda x: x[:24])
def test_parts_apart_from_their_whole_are_added_up(sentence):
    assert "sum-mismatch" in told(sentence)


@pytest.mark.parametrize("sentence", RATES, ids=lambda x: x[:24])
def test_rates_apart_from_their_numbers_are_reckoned(sentence):
    assert "rate-mismatch" in told(sentence)


@pytest.mark.parametrize("sentence", RIGHT, ids=lambda x: x[:24])
def test_numbers_of_other_things_are_left_alone(sentence):
    assert not told(sentence) & {"sum-mismatch", "rate-mismatch"}


def test_villages_told_together_elsewhere_contradict():
    far = "全镇辖12个行政村、3个社区。全镇16个村（社区）实现法律顾问全覆盖。"

    assert "contradiction" in told(far)
    assert not told(far.replace("16个", "15个")) & {"contradiction", "sum-mismatch"}
