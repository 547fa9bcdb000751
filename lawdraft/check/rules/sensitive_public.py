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
ID = "sensitive-public"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's patterns, for the public version alone."""
    if reading.context.public:
        for finding in pattern_findings(passage, reading, ID):
            yield _softened(passage, finding)


def _softened(passage: Passage, finding: Finding) -> Finding:
    """全年未发生群体性事件 is said in many published reports: worth a look, no more."""
    start = finding.start or 0
    clause = re.split(r"[，。；]", passage.text[max(0, start - 20) : start])[-1]
    said = clause + finding.excerpt
    if finding.level == "warning" and _NONE.search(said) and not re.search(r"\d", said):
        return replace(finding, level="note")
    return finding


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("妥善处置非正常死亡事件7起。", public=True),
    Example("全年未发生进京上访和群体性事件。", public=True),
)
CLEAN = (
    Example("妥善处置非正常死亡事件7起。"),
    Example("矛盾纠纷化解率达98%，群众满意度持续提升。", public=True),
)
