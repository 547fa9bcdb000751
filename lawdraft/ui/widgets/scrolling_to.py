"""Scrolling to a widget that was laid out just now: its place is known only a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

LAID_OUT_MS = (0, 80)  # cards with words that wrap find their heights in two passes
AIR = 12  # pixels above what stands at the top
ROUND = 60  # pixels that are seen above and below


def scroll_to_top(area: QScrollArea, widget: QWidget) -> None:
    """The widget at the top of the area."""

    def scroll() -> None:
        above = widget.mapTo(area.widget(), QPoint()).y()
        area.verticalScrollBar().setValue(above - AIR)

    _now_and_again(widget, scroll)


def scroll_into_view(area: QScrollArea, widget: QWidget) -> None:
    """The widget where it is seen; nothing moves where it is seen already."""
    _now_and_again(widget, lambda: area.ensureWidgetVisible(widget, 0, ROUND))


def scroll_to_caret(area: QScrollArea, text: QTextEdit) -> None:
    """The line of the caret, also in a card that is taller than the area."""

    def scroll() -> None:
        at = text.viewport().mapTo(area.widget(), text.cursorRect().center())
        area.ensureVisible(at.x(), at.y(), 0, ROUND)

    _now_and_again(text, scroll)


def _now_and_again(widget: QWidget, scroll: Callable[[], None]) -> None:
    parent = widget.parentWidget()
    layout = parent.layout() if parent is not None else None
    if layout is not None:
        layout.activate()
    scroll()
    for pause in LAID_OUT_MS:
        QTimer.singleShot(pause, widget, scroll)  # not where the widget is gone by then
