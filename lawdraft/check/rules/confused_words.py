"""Real words of like sound in the wrong place, which no language model tells: 引发工作要点."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.reading import NOT_OWN_WORDS
from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "typo"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's confusions; titles in 《》 are left as they are printed."""
    if passage.role in NOT_OWN_WORDS:
        return
    text = passage.text
    for start, entry in reading.knowledge.confusions.find(text):
        if passage.in_title(start):
            continue
        message = f"“{entry.wrong}”在这里像是“{entry.right}”的笔误。"
        end = start + len(entry.wrong)
        yield passage.finding(ID, "warning", message, start, end, suggestion=entry.right)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("镇党委引发年度法治工作要点。"),
    Example("发动网络员入户走访。"),
    Example("剩余7处隐患己制定限期整改方案。"),
    Example("1家企业末建立台账，全年末接到投诉。"),
    Example("试用简易程序办理案件12件。"),
    Example("解决企业反应的用工、融资、用地等问题12个。"),
    Example("矛盾纠纷就的化解。"),
)
CLEAN = (
    Example("因征地引发的纠纷均得到化解，网格员入户走访。"),
    Example("舍己为人、克己奉公，各抒己见；期末考核合格，“十四五”末建成公园。"),
    Example("适用期限为五年的文件已清理，试用期满考核合格，矛盾纠纷就地化解。"),
    Example("学习《征信业务指导意见》，落实专家论证程序。"),
)
