"""Names of persons, for the public version: those of parties and villagers go, others are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.text.names import find_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "privacy-name"
_WHY = "《政府信息公开条例》第15条：涉及个人隐私的信息不得公开"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each name that the public version masks; officials are a note."""
    if not reading.context.public or passage.role not in ("body", "table", "annex"):
        return
    for one in find_names(passage.text, reading.knowledge.spelling.common):
        told = f"公开版不宜出现“{one.name}”的姓名。"
        asked = f"“{one.name}”的姓名公开前请征得同意。"
        yield passage.finding(
            ID,
            "warning" if one.private else "note",
            told if one.private else asked,
            one.start,
            one.end,
            suggestion=one.masked if one.fixable else None,
            why=_WHY,
        )


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("成功调解马占福家与祁玉贵家牛羊买卖欠款纠纷一起。", public=True),
    Example("成功化解村民张建国与李秀梅的宅基地纠纷。", public=True),
    Example("上官云飞诉村委会土地承包合同纠纷一案经调解结案。", public=True),
    Example("成功化解司马玉兰赡养纠纷。", public=True),
    Example("巴特尔诉旗自然资源局草原确权一案由苏木协助举证。", public=True),
    Example("调解其其格与乌云毕力格的牲畜买卖纠纷。", public=True),
    Example("讨薪代表韦国庆等人领到工资41万元。", public=True),
    Example("对刘洪涛占道经营一案依法从重处罚。", public=True),
    Example("聘请湖北江城律师事务所戴志华律师担任法律顾问。", public=True),
)
CLEAN = (
    Example("化解高龄户与边缘户的相邻纠纷，解决任家湾与方家庄的土地争议。", public=True),
    Example("成功化解村民张建国与李秀梅的宅基地纠纷。"),
    Example("聘请湖北江城律师事务所律师担任法律顾问，村民高度评价，群众安全感提升。", public=True),
    Example("聘请云安律师事务所律师2名，与金诚律师事务所签约。", public=True),
    Example("查处万和超市经营过期食品一案，对金沙滩砂场非法采砂一案立案。", public=True),
    Example("化解上官村与司马村的水渠纠纷，司马镇卫生院与患者的争议转入诉前调解。", public=True),
    Example("原告诉镇政府一案，未诉先办、接诉即办，诉求办结率98%。", public=True),
    Example("格桑花社区居民与企业的噪音纠纷化解，“老李调解室”调解31件。", public=True),
    Example("化解村民王某与李某的相邻纠纷，书记、镇长带头接访。", public=True),
)
