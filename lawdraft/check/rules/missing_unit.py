"""Counts without their measure word: 案卷评查4，整改…."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "missing-unit"
_NOUNS = (
    "矛盾|纠纷|宣传|资料|调解员|律师|法律|普法|案件|案卷|村民|群众|干部|社区|信访|隐患|网格员|手册|企业|工单|合同"
    "|村干部|镇干部|乡干部|社区干部|公职人员|工作人员|职工|学员|市民|师生|农户|家庭|商铺|店铺|摊贩|小区|学校|网格员|行政|执法|规范性|意见|问题|活动|讲座|培训|志愿|党员|学生|代表|对象|人员|居民|商户|场所|车辆|线索"
    "|机关|部门|站所|业主|物业|楼栋|积案|诉求|建议|提案|老旧|流动|困难|残疾|外来|退役|老年|妇女|儿童|青少年|人大代表|政协|驻村|民警|辅警|教师|家长|专职|兼职|典型|司法|公益|会议|议题"
)
_BEFORE_NOUN = re.compile(
    rf"(?P<number>\d(?<=[一-鿿].)(?<![第前后近].)\d{{0,5}}(?:余|多)?)(?=(?:{_NOUNS}))"
)
_IN_A_ROW = re.compile(r"(?P<number>\d(?<=[一-鿿]{2}.)\d{0,4})(?=、[一-鿿])")
# 2、3次 and 5，300人 have one measure word for both: how they are written is another rule's matter
_GOES_ON = re.compile(
    r"(?P<first>\d)、(?P<second>\d)(?=[一-鿿])|\d{1,3}[，,]\d{3}(?=[余多]?[一-鿿])"
)
_ABOUT = re.compile(r"(?P<number>\d(?<=[一-鿿].)\d{0,5}(?:余|多))(?=[，。；、])")
_MONEY = re.compile(
    r"(?:罚款|罚没款?|收入|资金|金额|经费|欠薪|工资|损失|补助|补贴|投入|投资|救助金|慰问金|补偿款|赔偿款|赔偿金)[^，。；\d]{0,6}(?P<number>\d+(?:\.\d+)?万(?:余|多)?)(?=[，。；、])"
)
_NOT_COUNT = re.compile(
    r"(?:第|热线|电话|平台|网|编号|代号|工程|行动|计划|“|《|[A-Za-z]|年|月|号)\Z"
)

_DONE = re.compile(
    r"(?:(?<=[，。；：、])|^)(?:全年|共|累计|先后|已|还)*(?:完成|实施|参与|协助|配合|张贴|悬挂|接听|推送|发放|印发|印制|开展|组织|举办|召开|调解|化解|调处|受理|办理|检查|巡查|整治|整改|清理|修订|废止|制定|新增|培训|出具|审查|审核|走访|接待|解答|查处|立案|拆除|回访|帮扶|出动|下达|制作|播放|评选|建立|约谈|公开|救助|命名|表彰|组建|聘请|配备|更新|修订|完善|打造|创建)"
    r"了?[一-鿿“”]{2,14}(?<!第)(?<!电话)(?<!热线)(?P<number>\d{1,6})(?=[，。；、（])"
)
_LOOSE = re.compile(
    r"(?P<number>\d(?<=[一-鿿].)(?<![近第].)(?:\d*(?:\.\d+)?[百千]?[万亿](?:余|多)?|\d*\.\d+))(?=[，。；、）]|用于)"
)
_BARE_VALUE = re.compile(
    r"(?:分|分值|成绩|指数|系数|率|度|比|例|版|人口|总值|排名|均值|人数|户数|人次|次数|流量|访问量|阅读量|浏览量|点击量|播放量|下载量|关注数|粉丝|节)[^，。；、]{0,5}\Z"
)
_RATE = re.compile(
    r"(?:办结|调解|化解|成功|采纳|整改|办复|答复|满意|达标|合格|参与|参学|参训|知晓|覆盖|出庭|应诉|完成|履约|履行|通过|优良|优秀|结案|审查|审核|持证|签约|公开|准确|及时|处置|解决|维持|纠错|考核|普及|回访|响应|办理|受理|销号|参考|参会|到课|到会|出席|知[晓悉]|支持|受益|入库|备案|上线|网办|同比)(?:(?<!同比)率(?:高?达到?|为|是|保持在|提升[至到]|提高到|稳定在|约|近)?"
    r"|(?<=同比)(?:增长|下降|上升|减少|增加|提高|降低))(?P<number>\d{1,3}(?:\.\d+)?)(?=[，。；、）])"
)
_LARGE = frozenset("万亿")
_LOST = (_BEFORE_NOUN, _IN_A_ROW, _ABOUT, _MONEY, _DONE, _LOOSE, _RATE)
_WHO = re.compile(r"学生|群众|干部|党员|村民|居民|志愿|师生|人员|商户|农户")
_NUMBERS = frozenset(("12345", "12348", "12309", "12315", "110", "119", "120", "122"))


def check(reading: Reading) -> Iterator[Finding]:
    """A finding at each number that counts something and has no measure word."""
    seen: set[int] = set()
    for figure in reading.report.figures:
        if figure.unit is None and figure.number > 0 and not _goes_on(reading.text, figure.start):
            seen.add(figure.start)
            large = figure.text.rstrip("余多")[-1:] in _LARGE
            if not (large and _is_value(reading.text, figure.start)):
                yield _finding(reading, figure.start, figure.end)
    for passage in reading.body:
        for found in (m for pattern in _LOST for m in pattern.finditer(passage.text)):
            start = passage.start + found.start("number")
            left = passage.text[max(0, found.start("number") - 4) : found.start("number")]
            number = found["number"].rstrip("余多")
            counted = found.re is _DONE or _WHO.match(passage.text, found.end())
            hotline = number in _NUMBERS and not counted
            named = found.re is not _ABOUT and _NOT_COUNT.search(left)
            year = len(number) == 4 and "1949" <= number <= "2100"
            value = found.re is _LOOSE and _is_value(passage.text, found.start("number"))
            if _goes_on(reading.text, start):
                continue
            if start in seen or named or hotline or value or (year and found.re is _BEFORE_NOUN):
                continue
            seen.add(start)
            end = passage.start + found.end()
            yield _finding(reading, start, end, rate=found.re is _RATE)


def _is_value(text: str, start: int) -> bool:
    """常住人口超过18万, 阅读量2.3万: told without a measure word."""
    return _BARE_VALUE.search(text, max(0, start - 9), start) is not None


def _goes_on(text: str, start: int) -> bool:
    """Whether the measure word comes behind the next number, and the two are one figure."""
    found = _GOES_ON.match(text, start)
    if found is None:
        return False
    return not found["first"] or int(found["second"]) == int(found["first"]) + 1


def _finding(reading: Reading, start: int, end: int, *, rate: bool = False) -> Finding:
    lost = "百分号“%”" if rate else "量词（件、次、份……）"
    message = f"“{reading.text[start:end]}”后面缺少{lost}。"
    return reading.finding(ID, "warning", message, start, end)


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("接听热线电话320余，罚款2.3万，全部上缴国库。"),
    Example("全年开展行政执法案卷评查4，整改文书不规范等问题。"),
    Example("共排查72矛盾纠纷，全部登记在册。"),
    Example("发放3000余宣传资料。"),
    Example("发放资料2.3万，受教育群众1.6万人次。"),
    Example("组织27机关干部旁听庭审。"),
    Example("提出审查意见57条，采纳54条，采纳率94.7。"),
    Example("受理诉求310件，同比下降6.3，群众反映良好。"),
)
CLEAN = (
    Example("辖区常住人口超过18万，老旧小区多，流动人口约3.2万。"),
    Example("全年开展行政执法案卷评查4次，整改问题6个。"),
    Example("依托12345政务服务便民热线办理诉求85件。"),
    Example("采纳率94.7%，群众安全感测评得分97.2，案卷评查平均优秀率排名全县第2。"),
    Example("落实“1+5+N”工作机制，12348法律服务热线全天值守。"),
    Example("旁听庭审2、3次，受益群众5，300余人。"),
    Example("2025年法治宣传活动扎实有序，平均得分92.6，常住人口4.7万，视频播放量2.3万。"),
)
