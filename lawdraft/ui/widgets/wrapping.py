"""A row that goes on in a second line where there is no room: bars stay whole on small screens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Place = tuple[QLayoutItem, QRect]


class Wrapping(QLayout):
    """Lays its items side by side at their wanted size and breaks the line like a text."""

    def __init__(self, *items: QWidget | QLayout, spacing: int = 8, between: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._across, self._between = spacing, between
        for item in items:
            if isinstance(item, QLayout):
                holding = QWidget()
                item.setContentsMargins(0, 0, 0, 0)
                holding.setLayout(item)
                self.addWidget(holding)
            else:
                self.addWidget(item)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over an item."""
        self._items.append(item)

    def count(self) -> int:
        """Qt asks how many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt asks for one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Qt takes one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Neither way."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as this width needs."""
        margins = self.contentsMargins()
        inner = QRect(0, 0, width - margins.left() - margins.right(), 0)
        places = self._places(inner)
        height = max((rect.bottom() + 1 for _item, rect in places), default=0)
        return height + margins.top() + margins.bottom()

    def minimumSize(self) -> QSize:
        """Wide enough for the widest item alone."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        width = sum(size.width() + self._across for size in sizes) - self._across
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            max(width, 0) + margins.left() + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Qt gives the room."""
        super().setGeometry(rect)
        for item, place in self._places(rect.marginsRemoved(self.contentsMargins())):
            item.setGeometry(place)

    def _places(self, room: QRect) -> list[Place]:
        """Each item with its place; items of one line share their middle."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = room.width() + 1
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(room.width(), 1), 10_000))
            size = size.expandedTo(item.minimumSize())
            if left > 0 and left + size.width() > room.width():
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._across
        return self._set(lines, room.topLeft())

    def _set(self, lines: list[list[tuple[QLayoutItem, QSize]]], corner: QPoint) -> list[Place]:
        places: list[Place] = []
        top = corner.y()
        for line in lines:
            tall = max(size.height() for _item, size in line)
            left = corner.x()
            for item, size in line:
                down = top + (tall - size.height()) // 2
                places.append((item, QRect(QPoint(left, down), size)))
                left += size.width() + self._across
            top += tall + self._between
        return places
