"""What was rolled on and may be wrong: one row a question, answered with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from lawdraft.model.asking import is_left
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

    def ask(self, asked: tuple[Change, ...]) -> None:
        """Show these questions."""
        if asked != self.asked:
            self.asked, self.buttons = asked, []
            clear(self._rows)
            for change in asked:
                self._rows.addLayout(self._row(change))
        self.setVisible(bool(asked))

    def _row(self, change: Change) -> QVBoxLayout:
        left = is_left(change)
        told = f"这句没有改：{change.before}" if left else f"{change.before} → {change.after}"
        refuse = "去改这一句" if left else f"不对，仍写“{_short(change.before)}”"
        words = label(told, wrap=True)
        why = label(change.why, "small", wrap=True)
        right = button(
            "今年还这样写" if left else "对，这样写", lambda: self.confirmed.emit(change)
        )
        back = button(refuse, lambda: self.refused.emit(change))
        for each in (right, back):
            each.setAccessibleDescription(f"{told}。{change.why}")
        self.buttons += [right, back]
        return column(words, row(why, right, back, spacing=6, grow=0), spacing=2)


def _short(words: str) -> str:
    return words if len(words) <= 12 else f"{words[:10]}…"
