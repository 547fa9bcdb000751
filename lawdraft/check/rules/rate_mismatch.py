"""Rates that their own numbers do not give: 化解67件 of 72件 is not 98%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rates import quotients
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "rate-mismatch"
_ALLOWED_OVER = re.compile(r"增长率|增幅|增速|完成率|达产|超额|毛利|利率|目标|回报率")
_OVER = re.compile(r"[率度][^，。；\d]{0,6}\Z|占[^，。；\d]{0,4}\Z")


def check(reading: Reading) -> Iterator[Finding]:
    """Rates beside the two numbers they come from, and shares above 100%."""
    for figure in reading.report.figures:
        left = reading.text[max(0, figure.start - 16) : figure.start]
        over = figure.unit == "%" and figure.number > 100 and figure.high is None
        if over and _OVER.search(left) and not _ALLOWED_OVER.search(left):
            message = f"比率不会超过100%，这里写{figure.text}。"
            yield reading.finding(ID, "error", message, figure.start, figure.end)
    for wrong in quotients(reading):
        part, whole, rate = wrong.part.figure, wrong.whole.figure, wrong.rate
        yield reading.finding(
            ID,
            "warning",
            f"{part.text}占{whole.text}的{wrong.percent:.1f}%，这里写{rate.text}，请核对。",
            rate.start,
            rate.end,
            other=(min(part.start, whole.start), max(part.end, whole.end)),
        )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("受理纠纷2938宗，调解成功2891宗，其中镇级1120宗、村级1771宗，成功率88.4%。"),
    Example("排查矛盾纠纷72件，成功化解67件，化解率98%。"),
    Example("受理信访事项40件，办结36件，办结率达100%。"),
    Example("受理事项5326件，办结5309件，办结率100%。"),
    Example("法治驿站9个，占全部15个村（社区）的70%。"),
    Example("修订村规民约13个，占全部16个村的92%。"),
    Example("纠纷266件，其中邻里98件，占36.8%；婚姻74件，占47.8%。"),
    Example("纠纷266件，其中邻里98件，占46.8%。"),
    Example("机关干部参考率达120%。"),
    Example("办理行政诉讼案件4件，负责人出庭3件，出庭应诉率100%。"),
    Example("全年办理事项1200件，全程网办900件，网办率85.0%。"),
    Example("全镇60名干部参加测试，57人成绩在90分以上，优秀率为97.7%。"),
    Example("现有执法人员28名，其中持有执法证的26名，持证率达到百分之九十六。"),
    Example("纠纷总数428件，其中邻里145件、土地87件、其他196件；成功化解419件，化解率99.7%。"),
    Example("全年受理调解案件276件。调解成功271件，成功率92.8%。"),
    Example("化解率达92.8%，全年共排查纠纷220件，化解216件。"),
    Example("今年受理信访80件，其中已办结72件，按期办结率八成。"),
    Example("全年受理纠纷500件，其中物业纠纷200件。\n物业纠纷在全部500件纠纷中占46.1%。"),
)
CLEAN = (
    Example("调解成功2891宗，其中镇级1120宗、村级1771宗，成功率98.4%。"),
    Example("受理纠纷2938宗，调解成功2891宗，其中镇级1120宗、村级1771宗，成功率98.4%。"),
    Example("受理诉求417件，办结416件，按期办结率100%。"),
    Example("受理申请46件，办结45件，按时办结率100%；排查隐患42处，整改40处，重大隐患整改率100%。"),
    Example("受理纠纷97件，化解95件，化解率97.9%，重大纠纷化解率100%。"),
    Example("排查矛盾纠纷72件，成功化解67件，化解率93%。"),
    Example("受理调处268起，其中成功调处229起，占比85%，群众满意率98%。"),
    Example("信访量由50件降至40件，下降20%，办结率100%。"),
    Example("纠纷266件，其中邻里98件，占36.8%；婚姻74件，占27.8%；土地61件，占22.9%。"),
    Example("现有执法人员50人，其中持证45人，持证率90%，大专以上学历40人，占80%。"),
    Example("接受援助的妇女90人次、占45%，老年人60人次、占30%。"),
    Example("审结行政诉讼案件68件，驳回23件；行政机关负责人出庭应诉率100%。"),
    Example("受理来信12件、来访20件，按期答复率100%。"),
    Example("办理行政复议案件4件、行政应诉案件3件，行政机关负责人出庭应诉率100%。"),
    Example("受理纠纷356件，化解347件；其中委派调解的18件全部调解成功，成功率100%。"),
    Example("书记包案5件，化解4件，班子包案12件，化解11件，包案化解率88.2%。"),
    Example("抽查案卷24份，合格24份，合格率100%，其中优秀18份，优秀率75%。"),
    Example("排查充电点86处，整治82处；清理飞线124处，整治率100%。"),
)
