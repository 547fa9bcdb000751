"""Labels, buttons, rows and columns in the house's style; parts are named in lawdraft.qss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QIcon, QKeyEvent

Item = QWidget | QLayout | int | None  # an int is a distance, None takes what is left
BADGES = ("badge", "good", "warn", "bad")
Margins = tuple[int, int, int, int]


class Button(QPushButton):
    """Pressed by Enter too where the focus is on it, and by Enter elsewhere never."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Windows Qt presses a button by the blank key alone."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """The same for the small buttons of bars."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def pressed_by_enter(made: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button where the key is Enter, once however long it is held."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not event.isAutoRepeat():
        made.click()
    return True


def label(text: str = "", part: str = "", *, wrap: bool = False) -> QLabel:
    """Text in one of the style sheet's parts."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if part:
        made.setProperty("part", part)
    if part in BADGES and not wrap:
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    part: str = "",
    icon: QIcon | None = None,
    hint: str = "",
) -> QPushButton:
    """A button; `hint` is its tool tip and what a screen reader adds."""
    made = Button(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if part:
        made.setProperty("part", part)
    if icon is not None:
        made.setIcon(icon)
    if hint:
        made.setToolTip(hint)
        made.setAccessibleDescription(hint)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def column(
    *items: Item, spacing: int = 8, margins: Margins = (0, 0, 0, 0), grow: int = -1
) -> QVBoxLayout:
    """Items one below the other; the one at `grow` takes what room is left."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins, grow)
    return layout


def row(
    *items: Item, spacing: int = 8, margins: Margins = (0, 0, 0, 0), grow: int = -1
) -> QHBoxLayout:
    """Items side by side; the one at `grow` takes what room is left."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins, grow)
    return layout


def frame(layout: QLayout, part: str = "card") -> QFrame:
    """A framed area of the style sheet around a layout; bars are no taller than they must be."""
    made = QFrame()
    made.setProperty("part", part)
    made.setLayout(layout)
    if part in ("bar", "footer", "notice"):
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def holder(layout: QLayout) -> QWidget:
    """A plain widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def rule() -> QFrame:
    """A hairline between two areas."""
    made = QFrame()
    made.setProperty("part", "rule")
    return made


def scrolling(content: QWidget, name: str = "") -> QScrollArea:
    """Content that scrolls up and down, as wide as there is room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if name:
        area.setAccessibleName(name)
    return area


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties that the style sheet looks at, and have it look again if one is new."""
    fresh = {name: value for name, value in properties.items() if widget.property(name) != value}
    for name, value in fresh.items():
        widget.setProperty(name, value)
    if fresh:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    items = [layout.takeAt(0) for _ in range(layout.count())]
    for item in filter(None, items):
        widget: object = item.widget()  # Qt's stubs do not say that it may be None
        inner: object = item.layout()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QLayout):
            clear(inner)


def _fill(
    layout: QBoxLayout, items: tuple[Item, ...], spacing: int, margins: Margins, grow: int
) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    if grow >= 0:
        layout.setStretch(grow, 1)
