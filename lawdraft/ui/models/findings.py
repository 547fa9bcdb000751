"""Findings as a list model, the gravest first within their order in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lawdraft.ui.words import LEVELS, RULES

if TYPE_CHECKING:
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
        ordered = in_order(findings)
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
            return "\n".join(words for words in (finding.message, finding.why) if words)
        return finding if role == FINDING else None


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The gravest first, within a level by place."""
    return tuple(sorted(findings, key=lambda f: (RANK[f.level], f.start if f.start is not None else -1)))  # fmt: skip
