"""The list of findings as one looks at it: a row a finding, as tall as its words need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lawdraft.model.draft import BLANK
from lawdraft.ui.models.findings import FINDING
from lawdraft.ui.words import LEVELS, RULES

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lawdraft.model.finding import Finding
    from lawdraft.ui.look import Look

TONES = {"error": "bad", "warning": "warn", "note": "ink_soft"}
WRAP = int(Qt.TextFlag.TextWordWrap)


class FindingsView(QListView):
    """Enter or a click opens the finding's place."""

    opened = Signal(QModelIndex)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setItemDelegate(FindingDelegate(look, self))
        self.setAccessibleName("核查结果")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self.opened)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as tall as their words need at this width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class FindingDelegate(QStyledItemDelegate):
    """A coloured edge, the kind of finding, its sentence."""

    def __init__(self, look: Look, parent: FindingsView) -> None:
        super().__init__(parent)
        self._look, self._view = look, parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Title line and wrapped sentence."""
        finding: Finding = index.data(FINDING)
        width = self._view.viewport().width() - self._look.scaled(34)
        measures = option.fontMetrics  # type: ignore[attr-defined]
        words = measures.boundingRect(QRect(0, 0, width, 10_000), WRAP, finding.message)
        lines = 2 if shown_excerpt(finding) else 1
        return QSize(
            width, words.height() + lines * (measures.height() + 2) + self._look.scaled(22)
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One finding."""
        finding: Finding = index.data(FINDING)
        colours, scaled = self._look.colours, self._look.scaled
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.sunken))
        tone = QColor(getattr(colours, TONES[finding.level]))
        painter.fillRect(QRect(rect.left(), rect.top() + 6, 3, rect.height() - 12), tone)
        inner = rect.adjusted(scaled(16), scaled(8), -scaled(14), -scaled(8))
        painter.setFont(self._look.font(0.88, bold=True))
        painter.setPen(tone)
        painter.drawText(inner, 0, headline(finding))
        height = painter.fontMetrics().height()
        painter.setFont(self._look.font())
        painter.setPen(QColor(colours.ink))
        words = inner.adjusted(0, height + 3, 0, 40)
        below = painter.boundingRect(words, WRAP, finding.message).bottom()
        painter.drawText(words, WRAP, finding.message)
        if shown_excerpt(finding):
            painter.setPen(QColor(colours.ink_soft))
            line = QRect(inner.left(), below + 2, inner.width(), height + 4)
            quoted = painter.fontMetrics().elidedText(shown_excerpt(finding), Qt.TextElideMode.ElideRight, line.width())  # fmt: skip
            painter.drawText(line, 0, quoted)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def headline(finding: Finding) -> str:
    """应当看 · 标点 · 4 处: how grave, what kind, and how many where more than one."""
    number = f" · {finding.similar + 1} 处" if finding.similar else ""
    return f"{LEVELS[finding.level]} · {RULES.get(finding.rule, '')}{number}"


def shown_excerpt(finding: Finding) -> str:
    """The words it is about, where its sentence does not quote them."""
    words = " ".join(finding.excerpt.split())
    return f"“{words}”" if words and words not in finding.message and words != BLANK else ""
