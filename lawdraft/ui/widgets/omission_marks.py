"""Marks on the pages of the public version where words are left out; never printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from lawdraft.ui.painting import span_rects

if TYPE_CHECKING:
    from lawdraft.model.pages import Page

LEFT_OUT = QColor(224, 150, 20, 70)
EDGE = QColor(190, 110, 0)
WIDTH = 5.0  # points: of the mark where nothing stands in place of what is left out

Omitted = tuple[int, int, str]  # a span of the text shown, and what to tell of it


def paint_omitted(painter: QPainter, page: Page, omitted: tuple[Omitted, ...]) -> None:
    """Words that stand for others are tinted; where nothing stands, a small wedge points there."""
    for start, end, _words in omitted:
        for rect in span_rects(page, start, end):
            if rect.width():
                painter.fillRect(rect, LEFT_OUT)
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), EDGE)
            else:
                _paint_wedge(painter, rect)


def words_at(page: Page, point: QPointF, omitted: tuple[Omitted, ...]) -> str:
    """What is to be told of the mark at a point of the page; empty where none is."""
    for start, end, words in omitted:
        for rect in span_rects(page, start, end):
            half = 0 if rect.width() else WIDTH / 2
            if rect.adjusted(-half, 0, half, 2 * half).contains(point):
                return words
    return ""


def _paint_wedge(painter: QPainter, rect: QRectF) -> None:
    x, foot, half = rect.left(), rect.bottom() + 2, WIDTH / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(EDGE)
    wedge = [QPointF(x, foot - WIDTH), QPointF(x - half, foot), QPointF(x + half, foot)]
    painter.drawPolygon(wedge)
    painter.fillRect(QRectF(x - 0.4, rect.top(), 0.8, rect.height()), EDGE)
