"""Tab goes through a page as it is laid out, also where parts of it were made later."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def tab_through(*parts: QWidget) -> None:
    """Chain everything in the parts that takes the focus, in the order of their layouts."""
    found = [each for part in parts for each in _focusable(part)]
    for before, behind in itertools.pairwise(found):
        QWidget.setTabOrder(before, behind)


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    layout: QLayout | None = widget.layout()  # Qt's stubs do not say that it may be None
    if isinstance(widget, QScrollArea):
        yield from _focusable(widget.widget())
    elif layout is not None:
        yield from _laid_out(layout)
    elif widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner: QLayout | None = item.layout() if item else None
        widget: QWidget | None = item.widget() if item else None
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield from _focusable(widget)
