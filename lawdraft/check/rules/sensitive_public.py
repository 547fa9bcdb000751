"""Matter that stays out of the public version: stability figures, watched persons, case details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.wordings import pattern_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "sensitive-public"


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """The pack's patterns, for the public version alone."""
    if reading.context.public:
        yield from pattern_findings(passage, reading, ID)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("妥善处置非正常死亡事件7起。", public=True),
    Example("全年未发生进京上访和群体性事件。", public=True),
)
CLEAN = (
    Example("妥善处置非正常死亡事件7起。"),
    Example("矛盾纠纷化解率达98%，群众满意度持续提升。", public=True),
)
