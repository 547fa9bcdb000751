"""Findings as a list model, the gravest first within their order in the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lawdraft.model.draft import BLANK
from lawdraft.ui.models.reasons import why_told
from lawdraft.ui.words import LEVELS, RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawdraft.model.finding import Finding

Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole
RANK = {"error": 0, "warning": 1, "note": 2}


class FindingsModel(QAbstractListModel):
    """Findings of the chosen levels."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Other findings; the same ones again change nothing."""
        ordered = rows(findings)
        if ordered == self._findings:
            return
        self.beginResetModel()
        self._findings = ordered
        self.endResetModel()

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row."""
        return self._findings[index.row()] if index.isValid() else None

    def row_of(self, finding: Finding) -> int:
        """The row of a finding, or -1."""
        return self._findings.index(finding) if finding in self._findings else -1

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those shown, in their order."""
        return self._findings

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a finding."""
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows."""
        finding = self.finding(index)
        if finding is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{LEVELS[finding.level]}：{RULES.get(finding.rule, '')}。{finding.message}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(words for words in (finding.message, why_told(finding)) if words)
        return finding if role == FINDING else None


def gathered(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Figures not yet given as one row, and words kept from last year as one: one thing to do."""
    blanks = "正文里有 {} 处“××”没有填。点这里从第一处填起；数字也可以到“数字台账”里一起填。"
    kept = "有 {} 段话与去年的报告基本相同，请看是否需要改写。"
    return _as_one(_as_one(findings, is_blank, blanks), lambda f: f.rule == "copied-own", kept)


def rows(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings as every page lists and counts them: one a thing to do, the gravest first."""
    return gathered(in_order(findings))


def standing_for(row: Finding, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that a row gathers: itself, or all that are told together."""
    if row in findings:
        return (row,)
    alike = [f for f in findings if f.rule == row.rule and is_blank(f) == is_blank(row)]
    return tuple(alike)


def _as_one(
    findings: tuple[Finding, ...], alike: Callable[[Finding], bool], words: str
) -> tuple[Finding, ...]:
    """All that are alike as the first of them, with words that tell their number."""
    same = [each for each in findings if alike(each)]
    number = sum(1 + each.similar for each in same)
    if number < 2:
        return findings
    one = replace(same[0], message=words.format(number), why="", suggestion=None, similar=0)
    return tuple(
        one if each is same[0] else each for each in findings if not alike(each) or each is same[0]
    )


def is_blank(finding: Finding) -> bool:
    """Whether it is a ×× that is not filled yet."""
    return finding.rule == "placeholder" and finding.excerpt == BLANK


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The gravest first, within a level by place."""
    return tuple(sorted(findings, key=lambda f: (RANK[f.level], f.start if f.start is not None else -1)))  # fmt: skip
