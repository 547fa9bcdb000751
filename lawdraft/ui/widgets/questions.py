"""What was rolled on and may be wrong: one row a question, answered with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from lawdraft.ui.widgets.basics import button, clear, column, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from lawdraft.model.draft import Change


class Questions(QFrame):
    """Hidden while nothing is asked."""

    confirmed = Signal(object)  # the Change
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "box")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._rows.setContentsMargins(10, 6, 8, 6)
        self.setLayout(self._rows)
        self.asked: tuple[Change, ...] = ()
        self.buttons: list[QPushButton] = []
        self.hide()

    def ask(self, changes: tuple[Change, ...]) -> None:
        """Show the questions among these changes."""
        asked = tuple(change for change in changes if change.asked)
        if asked != self.asked:
            self.asked, self.buttons = asked, []
            clear(self._rows)
            for change in asked:
                self._rows.addLayout(self._row(change))
        self.setVisible(bool(asked))

    def _row(self, change: Change) -> QVBoxLayout:
        words = label(f"{change.before} → {change.after}", wrap=True)
        why = label(change.why, "small", wrap=True)
        right = button("对，这样写", lambda: self.confirmed.emit(change))
        back = button(f"不对，仍写“{_short(change.before)}”", lambda: self.refused.emit(change))  # fmt: skip
        for each in (right, back):
            each.setAccessibleDescription(f"{change.before} 改成了 {change.after}：{change.why}")
        self.buttons += [right, back]
        return column(words, row(why, right, back, spacing=6, grow=0), spacing=2)


def _short(words: str) -> str:
    return words if len(words) <= 12 else f"{words[:10]}…"
