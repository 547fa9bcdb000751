"""Real words of like sound in the wrong place, told by what stands beside them: 引发工作要点, 年级较大."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.reading import NOT_OWN_WORDS
from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import in_own_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding, Severity

ID = "typo"
SURE, LIKELY = 4.0, -4.6  # nats by which the text is likelier with the other word: warning, note
FARTHER = 4.0  # more, where no neighbour tells


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's confusions, and words in company; titles in 《》 are left as they are printed."""
    if passage.role in NOT_OWN_WORDS:
        return
    for start, entry in reading.knowledge.confusions.find(passage.text):
        end = start + len(entry.wrong)
        if not passage.in_title(start) and not in_own_name(
            passage.text, start, end, reading.organisation
        ):
            yield _finding(passage, start, entry.wrong, entry.right, "warning")
    for start, wrong, right, beside in reading.knowledge.company.find(passage.text):
        end = start + len(wrong)
        if passage.in_title(start) or _is_across(passage.text, start, end, reading):
            continue
        if in_own_name(passage.text, start, end, reading.organisation):
            continue
        gain = reading.knowledge.slips.gain(passage.text, start, end, right)
        gain -= 0.0 if beside else FARTHER
        if gain >= LIKELY:
            level: Severity = "warning" if gain >= SURE else "note"
            yield _finding(passage, start, wrong, right, level)


def _is_across(text: str, start: int, end: int, reading: Reading) -> bool:
    """住村 in 抓住|村干部 belongs to two words."""
    is_word = reading.knowledge.slips.is_word
    if end - start == 1:
        return False  # 位 in 列位: its entry says where it is a part of words
    before, behind = is_word(text[max(0, start - 1) : start + 1]), is_word(text[end - 1 : end + 1])
    return (before and behind) or ((before or behind) and not is_word(text[start:end]))


def _finding(passage: Passage, start: int, wrong: str, right: str, level: Severity) -> Finding:
    message = f"“{wrong}”在这里像是“{right}”的笔误。"
    return passage.finding(ID, level, message, start, start + len(wrong), suggestion=right)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("镇党委引发年度法治工作要点。"),
    Example("发动网络员入户走访。"),
    Example("剩余7处隐患己制定限期整改方案。"),
    Example("1家企业末建立台账，全年末接到投诉。"),
    Example("试用简易程序办理案件12件。"),
    Example("解决企业反应的用工、融资、用地等问题12个。"),
    Example("矛盾纠纷就的化解。"),
    Example("针对邻里纠纷中的争议交点逐条释法。"),
    Example("一些年级较大的群众不会用手机。"),
    Example("施工时间调整倒休渔期，庭后主动于原告沟通。"),
    Example("把学法列位每月例会内容，对通过着给予奖励，措施落实到为。"),
)
CLEAN = (
    Example("因征地引发的纠纷均得到化解，网格员入户走访。"),
    Example("舍己为人、克己奉公，各抒己见；期末考核合格，“十四五”末建成公园。"),
    Example("适用期限为五年的文件已清理，试用期满考核合格，矛盾纠纷就地化解。"),
    Example("学习《征信业务指导意见》，落实专家论证程序。"),
    Example("两条村道的交点设置警示牌，面向小学高年级学生开展法治宣传，抓住村干部这个关键。"),
    Example("对调整倒班时间、倒塌房屋和适用于原告的条款逐一说明，两位主任到位。"),
)
