"""Matter that stays out of the public version: stability figures, watched persons, case details."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

_NONE = re.compile(r"未发生|没有发生|未出现|没有出现|杜绝|零发生|无(?!理)|防止|避免|预防")
_OTHER_WORD = re.compile(  # 运维|稳定, 除非|访客, 进京东: the sign on each side belongs elsewhere
    r"(?:运维|思维|纤维)稳|除非访|(?:改|促|推|跟|演)进京|进京(?:东(?!路|城)|津)"
)
_THING = re.compile(
    r"水位|水量|库容|流量|价格?|温|湿度|压力|负荷|库存|成本|速度?|浓度|产量|余量|进度|增速|指标|指数|粮|菜|电网|供[水电热气]"
)
_PERSON = re.compile(r"人员|对象|群体|户|上访|信访|案|闹|情绪|群众|老兵|当事|重点人|矛盾")
ID = "sensitive-public"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's patterns, for the public version alone."""
    if reading.context.public:
        for finding in pattern_findings(passage, reading, ID):
            if not _is_another(passage.text, finding):
                yield _softened(passage, finding)


def _softened(passage: Passage, finding: Finding) -> Finding:
    """全年未发生群体性事件 is said in many published reports: worth a look, no more."""
    start = finding.start or 0
    clause = re.split(r"[，。；]", passage.text[max(0, start - 20) : start])[-1]
    said = clause + finding.excerpt
    if finding.level == "warning" and _NONE.search(said) and not re.search(r"\d", said):
        return replace(finding, level="note")
    return finding


def _is_another(text: str, finding: Finding) -> bool:
    """运维稳定, where the words only meet so; 把水位稳控在汛限以下, of a thing and not of persons."""
    start, end = finding.start or 0, finding.end or 0
    if _OTHER_WORD.search(text, max(0, start - 2), end + 1):
        return True
    if not finding.excerpt.startswith("稳控"):
        return False
    clause = re.split(r"[，。；：]", text[max(0, start - 16) : start])[-1] + text[start : end + 8]
    return bool(_THING.search(clause)) and not _PERSON.search(clause)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("妥善处置非正常死亡事件7起。", public=True),
    Example("全年未发生进京上访和群体性事件。", public=True),
    Example("把重点人员稳控在当地，抓好敏感时段维稳工作。", public=True),
)
CLEAN = (
    Example("妥善处置非正常死亡事件7起。"),
    Example("平台运维稳定，把水库水位稳控在汛限以下，除非访客登记不全。", public=True),
    Example("矛盾纠纷化解率达98%，群众满意度持续提升。", public=True),
)
