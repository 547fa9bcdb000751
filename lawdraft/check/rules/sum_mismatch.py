"""Parts that do not make their total: behind 其中, behind bare labels, before 共计."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.carried import carried_rows
from lawdraft.check.grown import grown_wrong
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.settled import settled_parts
from lawdraft.check.sums import ID, judge
from lawdraft.check.wholes import uneven_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.grown import Grown
    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding


def check(reading: Reading) -> Iterator[Finding]:
    """One finding a row, at its parts; the total is its other place."""
    told: set[int] = set()
    settled = settled_parts(reading)
    for row in (*uneven_rows(reading, settled), *carried_rows(reading, settled)):
        if row.parts[0].figure.start not in told:
            told.add(row.parts[0].figure.start)
            yield from judge(reading, row)
    for each in grown_wrong(reading):
        yield _not_grown(reading, each)


def _not_grown(reading: Reading, each: Grown) -> Finding:
    """The finding at the number there is now; the two it comes from are its other place."""
    old, step, new = (entry.figure for entry in (each.old, each.step, each.new))
    sign = "＋" if each.up else "－"
    return reading.finding(
        ID,
        "warning",
        f"{old.text}{sign}{step.text}＝{each.made:g}，这里写{new.text}，请核对。",
        new.start,
        new.end,
        other=(min(old.start, step.start), max(old.end, step.end)),
    )


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("全年培训调解员60人，其中女性82人。"),
    Example("全年调解纠纷72件，其中婚姻家庭纠纷30件、邻里纠纷28件、土地纠纷20件。"),
    Example("开展法律咨询96件，其中现场咨询50件、线上咨询36件。"),
    Example("镇级化解12件、村级化解60件，合计70件。"),
    Example("对46份合同、9份文件草案和13份处罚决定进行审查，共审查各类文书86份。"),
    Example("整改隐患178处。整改的隐患中，用电71处、消防54处、建筑38处、其他25处。"),
    Example("围绕民法典等内容，举办讲座42场、文艺演出11场，合计55场。"),
    Example("立案查处违法案件27件（其中占道11件，倾倒垃圾9件，其他9件），移送25件。"),
    Example("对75家企业实行分级管理，A级22家，B级39家，C级16家。"),
    Example("建成调解室9个，镇级2个，村级6个，企业2个。"),
    Example("排查隐患210处，已整改189处，未整改31处。"),
    Example("开展普法52次，线上28次，线下34次。"),
    Example("受理宅基地申请46宗，批准38宗，对不符合条件的6宗书面说明理由。"),
    Example("接待群众36批，按诉求分，土地类12批、劳资类9批、其他类10批。"),
    Example("接待来访36批58人次，其中个访30批41人次，集体访8批17人次。"),
    Example("办理行政处罚案件26件，按一般程序办理9件、按简易程序办理15件。"),
    Example("收到代表建议14件、政协提案9件，其中主办19件、协办7件。"),
    Example("班子接访68批103人次（书记12批、镇长10批、其他成员45批）。"),
    Example("行政复议案件4件，维持2件，终止1件。"),
    Example("受理信访58件，其中网上14件、来信4件、来访13件，均按期办结。"),
    Example("下发文书196份：责令改正通知书118份、处罚决定书64份、催告书32份。"),
    Example("调解纠纷236件。镇级调解39件，村级调解207件。"),
    Example("受理纠纷243件，成功236件。按类型分，婚姻71件、邻里83件、土地54件、其他45件。"),
    Example("化解纠纷163件。从纠纷类型看，婚姻61件、邻里63件、土地49件。"),
    Example("化解矛盾纠纷154件。化解成功的纠纷中，村级121件、乡级43件。"),
    Example("上半年评查22卷、下半年评查20卷，40卷案卷中37卷优秀。"),
    Example("新培育“法律明白人”18名，总数由62名增加到82名。"),
    Example("查处违法用地23宗，面积14.6亩，其中复耕15宗，面积9.8亩；完善手续8宗，面积8.4亩。"),
)
CLEAN = (
    Example("审查合同126份、行政处罚决定31件、重大决策4件，合计审查161件，提出意见204条。"),
    Example("办理处罚案件126件，四个季度分别办理29件、34件、33件和30件。"),
    Example("收到建议26件、提案11件、群众来信14封，合计51件，均已答复。"),
    Example(
        "化解纠纷94件，化解率95.9%。化解的纠纷中，山林38件、婚姻29件、邻里27件。对其余4件引导诉讼。"
    ),
    Example("整改隐患178处，整改率95.7%。整改的隐患中，用电71处、消防54处、建筑38处、其他15处。"),
    Example("新设企业200户，其中公司40户、合伙50户，注销120户，其中公司58户、合伙62户。"),
    Example("全年调解纠纷72件，其中婚姻家庭纠纷30件、邻里纠纷28件、土地纠纷14件。"),
    Example("调解纠纷236件。镇级调解39件，村级调解197件。"),
    Example("接访87批次。联合接访12批次，领导接访45批次，带案下访20批次。"),
    Example("11月受理58件，为最多，全年受理512件。其中，涉企纠纷143件，涉侨纠纷21件。"),
    Example("新招录公务员2名，执法人员由12名增加到16名。"),
    Example("现有调解员86人，其中党员44人、女性39人、退役军人11人。"),
    Example("全年调解纠纷72件，其中婚姻家庭、邻里等纠纷40件，涉土地纠纷12件。"),
    Example("镇级化解12件、村级化解60件，合计72件。"),
    Example("受理信访42件，其中办结40件，按期答复率100%，满意率98%。"),
    Example("立案查处违法案件27件（其中占道11件，倾倒垃圾9件，其他7件），移送25件。"),
    Example("对77家企业实行分级管理，A级22家，B级39家，C级16家。"),
    Example("建成调解室9个，宣传栏12个，法治广场2个。"),
    Example("全年办理案件100件，其中一般案件52件、简易案件30件、其他案件18件。"),
    Example("调解纠纷341件，其中婚姻纠纷97件、邻里纠纷124件、土地纠纷78件、其他纠纷42件。"),
    Example("全年办件341件，婚姻家庭97件、邻里124件、土地78件、其他42件。"),
    Example("青少年普法活动12场，老年人普法活动8场，妇女普法活动6场。"),
    Example("排查隐患210处，已整改189处，未整改21处。"),
    Example("干部86名（公务员34名、事业人员52名）参加考试，其中71人成绩优秀。"),
    Example("开展夜查26次，其中联合派出所14次、市场监管所9次、消防站11次。"),
    Example("收到代表建议14件、政协提案9件，其中主办16件、协办7件。"),
    Example("受理纠纷286件，其中村级调解212件；化解281件，其中婚姻类96件、邻里类103件。"),
    Example("执法队共29人，其中持A证18人，持B证6人，35岁以下15人。"),
    Example("全年立案219件，结案205件，其中上半年立案98件、结案91件，罚没款58万元。"),
    Example("评查案卷18份，平均得分92.6分，其中最高分97分。"),
    Example("全年巡查210次，制止占地行为13起，拆除棚房6处共计840平方米。"),
    Example("办理网上信访93件，来信来访61件（其中来信18件、来访43件），合计154件。"),
    Example("行政复议案件4件，维持3件，1件正在审理。"),
    Example("调解纠纷562件，成功556件。余下的6件中4件已立案。其中劳动争议203件，邻里纠纷46件。"),
    Example(
        "受理工单210件，满意203件、基本满意5件；回访96件，满意90件、基本满意4件、不满意2件，满意率93.8%。"
    ),
    Example("服务事项132项，其中即办件86项，占65.2%，网上可办126项，网上可办率95.5%。"),
)
