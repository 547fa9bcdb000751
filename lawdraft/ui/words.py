"""What the values of the model are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.finding import LEVEL_NAMES, RULE_NAMES
from lawdraft.model.report import KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.draft import Decision, PromiseState
    from lawdraft.model.report import FigureRole, SectionKind

DECISIONS: Mapping[Decision, str] = {
    "keep": "沿用",
    "numbers": "改数",
    "rewrite": "改写",
    "drop": "删除",
    "undecided": "未定",
}
DECISION_HINTS: Mapping[Decision, str] = {
    "keep": "照去年的话写，一字不改（Ctrl+1）",
    "numbers": "话不变，只换今年的数字（Ctrl+2）",
    "rewrite": "今年重新写过（Ctrl+3）",
    "drop": "今年不写这一条，随时可以恢复（Ctrl+4）",
    "undecided": "还没想好，先放着（Ctrl+5）",
}
PROMISES: Mapping[PromiseState, str] = {
    "done": "完成",
    "partial": "部分完成",
    "undone": "未完成",
    "carried": "结转今年",
    "open": "未答",
}
KINDS = KIND_NAMES
ROLES: Mapping[FigureRole, str] = {
    "result": "成果",
    "rate": "比率",
    "target": "目标",
    "background": "背景数",
}
LEVELS = LEVEL_NAMES
RULES = RULE_NAMES


def kinds_in_words(kinds: tuple[SectionKind, ...]) -> str:
    """存在不足和下年安排"""
    return "、".join(KINDS[kind] for kind in kinds)
