"""A line of words that gives way: shortened with … where there is no room, whole in its tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LEAST_LETTERS = 6


class Elided(QLabel):
    """Takes the room it needs, and less where there is less."""

    def __init__(self, text: str = "", part: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if part:
            self.setProperty("part", part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        hint = super().minimumSizeHint()
        few = self.fontMetrics().horizontalAdvance("国" * LEAST_LETTERS)
        return QSize(min(hint.width(), few), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, or their beginning."""
        metrics, room = self.fontMetrics(), self.contentsRect()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        cut = shown != self.text()
        if self.toolTip() != (self.text() if cut else ""):
            self.setToolTip(self.text() if cut else "")
        if not cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()), shown)
