"""A tree painted calmly: state mark, words, and a quiet detail at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from lawdraft.ui.models.tree import STATE, TreeModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from lawdraft.ui.look import Look
    from lawdraft.ui.models.tree import Node


class Tree(QTreeView):
    """Emits the key of the row the user goes to, by mouse or keyboard."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.nodes = TreeModel(self)
        self.setModel(self.nodes)
        self.setItemDelegate(TreeDelegate(look, self))
        self.setHeaderHidden(True)
        self.setIndentation(look.scaled(14))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)

    def show_nodes(self, nodes: tuple[Node, ...]) -> None:
        """Replace the rows; the row that was current stays so where it is still there."""
        current = self.nodes.node(self.currentIndex())
        self.nodes.show(nodes)
        self.expandAll()
        if current is not None:
            self.mark(current.key)

    def mark(self, key: str) -> None:
        """Show a row as current without telling anybody."""
        index = self.nodes.find(key)
        if index.isValid() and index != self.currentIndex():
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        node = self.nodes.node(index)
        if node is not None and not self._quiet:
            self.chosen.emit(node.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        node = self.nodes.node(index)
        if node is not None:
            self.chosen.emit(node.key)


class TreeDelegate(QStyledItemDelegate):
    """Paints one row."""

    def __init__(self, look: Look, parent: Tree) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Tall enough for a finger's breadth of air; the largest letters have air of their own."""
        tall = 29 if self._look.size == "largest" else 34
        return QSize(super().sizeHint(option, index).width(), self._look.scaled(tall))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Mark, words, detail; the current row on the accent's soft colour."""
        node, colours = index.internalPointer().node, self._look.colours
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(QRect(0, rect.top(), rect.right() + 1, rect.height()), QColor(colours.accent_soft))  # fmt: skip
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), QColor(colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(QRect(0, rect.top(), rect.right() + 1, rect.height()), QColor(colours.sunken))  # fmt: skip
        left = rect.left() + self._look.scaled(8)
        if node.state:
            left = self._paint_state(painter, node, left, rect)
        elif self._beside_states(index):
            left += self._look.scaled(19)  # in line with the rows that have a circle
        right = self._paint_detail(painter, node, rect)
        painter.setFont(self._look.font(bold=node.strong))
        painter.setPen(QColor(colours.accent_strong if chosen else colours.ink))
        room = QRect(left, rect.top(), right - left, rect.height())
        words = painter.fontMetrics().elidedText(
            node.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _beside_states(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        first = index.sibling(0, 0)
        return bool(first.data(STATE))

    def _paint_state(self, painter: QPainter, node: Node, left: int, rect: QRect) -> int:
        """The circle: empty, half or full."""
        colours, size = self._look.colours, self._look.scaled(11)
        circle = QRect(left, rect.center().y() - size // 2, size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = QColor(colours.good if node.state == "all" else colours.accent)
        if node.state == "none":
            tone = QColor(colours.ink_faint)
        painter.setPen(tone)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setBrush(tone)
        if node.state == "all":
            painter.drawEllipse(circle)
        elif node.state == "some":
            painter.drawPie(circle, 90 * 16, 180 * 16)
        return left + size + self._look.scaled(8)

    def _paint_detail(self, painter: QPainter, node: Node, rect: QRect) -> int:
        """The quiet words at the right; returns where they begin."""
        right = rect.right() - self._look.scaled(10)
        if not node.detail:
            return right
        painter.setFont(self._look.font(0.85))
        painter.setPen(QColor(self._look.colours.ink_faint))
        width = painter.fontMetrics().horizontalAdvance(node.detail)
        painter.drawText(QRect(right - width, rect.top(), width + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, node.detail)  # fmt: skip
        return right - width - self._look.scaled(8)
