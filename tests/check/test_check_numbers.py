"""Whole and parts, rates and their two numbers, told in the many ways that clerks tell them."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

WRONG = (
    ("sum-mismatch", "现有执法人员34名，具有公务员身份的17名、事业编制的15名。"),
    ("sum-mismatch", "行政诉讼案件8件，胜诉5件，败诉1件，未审结1件。"),
    ("sum-mismatch", "综合执法队编制15人，实有13人，缺编3人。"),
    ("sum-mismatch", "反馈问题12个，已完成整改10个，3个正在整改。"),
    ("sum-mismatch", "普法经费8万元，县级补助5万元，村集体配套2.6万元，三项合计16.5万元。"),
    ("sum-mismatch", "公共服务平台接待260人次，热线平台接听430人次，三大平台服务群众960人次。"),
    ("sum-mismatch", "三年累计发展志愿者96名，其中2023年31名，2024年38名，2025年37名。"),
    ("sum-mismatch", "宣传318户养殖户，规模养殖户46户，散养户227户。"),
    ("sum-mismatch", "旁听庭审的干部共76人，第一批35人，第二批47人。"),
    ("sum-mismatch", "化解历史积案23件。其中，重复信访9件、信访积案8件、新发初访7件。"),
    ("sum-mismatch", "全年受理1862件，噪声类482件、停车类369件、物业类511件、其他类473件。"),
    ("sum-mismatch", "76名干部参加测试，其中90分以上48人，80至89分12人，80分以下7人。"),
    ("sum-mismatch", "下沉执法力量32人，由公安、市场监管、自然资源部门分别派驻16人、9人、9人。"),
    ("sum-mismatch", "开展巡回审判6次，涉及婚姻家庭3次、民间借贷3次、侵权责任1次。"),
    ("sum-mismatch", "年度考核中，16个村评为优秀5个、良好9个、合格3个。"),
    ("rate-mismatch", "邻里纠纷36件，占全部纠纷180件的25%。"),
    ("rate-mismatch", "评查处罚案卷15卷、许可案卷10卷，优秀等次22卷，优秀率98%。"),
    ("rate-mismatch", "整改率由上年的92.6%提升至99.8%，排查隐患458处，完成整改448处。"),
    ("rate-mismatch", "受理894件，除5件正在办理外，其余889件全部办结，办结率达94.4%。"),
    ("rate-mismatch", "在20个村（社区）中开展创建，18个村（社区）达标，达标率95%。"),
    ("rate-mismatch", "法制审核率100%，全年36件处罚案件中有35件经过法制审核。"),
    ("rate-mismatch", "入企检查频次较上年减少120次、下降40%，全年入企检查280次。"),
    ("rate-mismatch", "全镇纠纷总数较2024年下降5.9%（2024年为221件，2025年为200件）。"),
    ("rate-mismatch", "新增骨干52名，增幅达32.8%，总数由136名增至188名。"),
    ("missing-unit", "投入经费约12万用于普法阵地建设。"),
)
RIGHT = (
    "问题线索办结16件（含上年结转2件），新收14件；信访量同比减少11件，下降18.3%，全年为49件。",
    "调解纠纷215件，调解成功率98.6%，其中村级调解186件，镇级调解29件，司法确认31件。",
    "接待群众186批次，其中镇领导接待92批次，书记接待31批次，镇长接待27批次。",
    "选派12名干部参加培训，其中8名取得执法资格，全镇执法人员达到26名，持证率100%。",
    "2023年至2025年分别化解纠纷312件、298件、276件，化解率分别为96.8%、97.3%、98.2%。",
    "对28家企业开展检查，其中抽查12家，发现问题的9家，下达整改通知书9份，复查合格率100%。",
    "化解521件，其中由村（社区）就地化解438件、街道化解83件，未化解的15件转入诉讼渠道。",
    "与2024年的214件相比减少25件，下降11.7%，2024年比2023年的230件减少16件。",
    "受理纠纷163件，涉及金额286万元，其中劳资纠纷21件，为146名农民工追回工资178万元。",
    "受理12件行政复议，办结11件，其中维持7件、驳回2件、撤回2件，另有1件正在审理。",
    "群众诉求92件，当场答复38件，转办54件，已办结49件，正在办理5件。",
    "考试成绩优秀的占62%，良好的占30%，合格的占8%。",
    "排查欠薪线索26条，涉及工人312名，其中建筑领域19条、涉及工人251名。",
    "评查案卷20件，其中合格18件，其中优秀12件，优秀率60%。",
    "执法检查企业46家次，涉及食品28家次、消防19家次、环保12家次。",
    "培训8期480人次，其中专题培训3期160人次，以会代训5期320人次。",
    "重新犯罪率为0，平均得分92.6，总人口4.3万。",
)
MINE = {"sum-mismatch", "rate-mismatch", "missing-unit", "exact-with-approx"}


def told(sentence):
    found, _ = findings_of(Example(sentence, "achievements", 2025, "2026-01-20"))
    return {finding.rule for finding in found if finding.level != "note"} & MINE


@pytest.mark.parametrize(("rule", "sentence"), WRONG, ids=lambda x: str(x)[:24])
def test_numbers_that_do_not_fit_are_told(rule, sentence):
    assert rule in told(sentence)


@pytest.mark.parametrize("sentence", RIGHT, ids=lambda x: str(x)[:24])
def test_numbers_that_fit_are_left_alone(sentence):
    assert told(sentence) == set()
