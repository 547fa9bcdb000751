"""Draws the figures inside a card's text: the value on a soft ground, ×× on a red one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPyTextObject, QTextFormat

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QTextDocument

    from lawdraft.model.draft import Entry
    from lawdraft.ui.look import Look

OBJECT = QTextFormat.ObjectTypes.UserObject + 1
ENTRY = QTextFormat.Property.UserProperty + 1
PAD = 5.0


class Slots(Protocol):
    """What the painter asks of the text: what to print for an entry, and in whose colours."""

    @property
    def look(self) -> Look:
        """Colours and fonts in use."""

    def printed_value(self, entry_id: str) -> str:
        """What a slot prints."""

    def entry(self, entry_id: str) -> Entry | None:
        """The ledger entry that a slot stands for."""


class SlotPainter(QPyTextObject):
    """Draws one slot: the value on a soft ground, ×× on a red one while it is not given."""

    def __init__(self, slots: Slots, parent: QObject) -> None:
        super().__init__(parent)
        self._slots = slots
        self._known: tuple[float, QFontMetricsF] | None = None

    def width(self, words: str, look: Look) -> float:
        """Pixels that a slot takes."""
        return self._measures(look).horizontalAdvance(words) + 2 * PAD

    def _measures(self, look: Look) -> QFontMetricsF:
        """Measures of the interface's font, made once a size."""
        if self._known is None or self._known[0] != look.points:
            self._known = (look.points, QFontMetricsF(look.font()))
        return self._known[1]

    def intrinsicSize(self, _document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:
        """As high as the text above its base line, so that the value stands on it."""
        look = self._slots.look
        words = self._slots.printed_value(style.property(ENTRY))
        return QSizeF(self.width(words, look), self._measures(look).ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        style: QTextFormat,
    ) -> None:
        """Ground, then value."""
        rect = QRectF(rect)
        look = self._slots.look
        entry = self._slots.entry(style.property(ENTRY))
        given = bool(entry and entry.value)
        colours, measures = look.colours, self._measures(look)
        ground = rect.adjusted(1, -1, -1, measures.descent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.slot if given else colours.bad_soft))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(QColor(colours.slot_ink if given else colours.bad))
        painter.setFont(look.font())
        words = self._slots.printed_value(style.property(ENTRY))
        painter.drawText(QPointF(rect.left() + PAD, rect.bottom()), words)
        painter.restore()
