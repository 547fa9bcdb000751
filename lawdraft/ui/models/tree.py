"""A tree of frozen nodes as a Qt item model: the recognised report, and the sections of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1
DETAIL = Qt.ItemDataRole.UserRole + 2
STATES = {"none": "○", "some": "◐", "all": "●", "": ""}
STATE_WORDS = {"none": "还没动", "some": "写了一部分", "all": "已定完", "": ""}


@dataclass(frozen=True, slots=True)
class Node:
    """One row: `key` names it, `state` is none, some, all or empty, `detail` stands at the right."""

    key: str
    text: str
    detail: str = ""
    state: str = ""
    children: tuple[Node, ...] = ()
    strong: bool = False
    hint: str = ""


class TreeModel(QAbstractItemModel):
    """Shows nodes; keeps its rows where only words and states change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show(self, nodes: tuple[Node, ...]) -> None:
        """Take new nodes; a tree of the same keys is changed in place, so that nothing jumps."""
        flat = tuple(_flat(nodes))
        if [node.key for node, _depth in flat] == [row.node.key for row in self._walk()]:
            self._refresh(tuple(node for node, _depth in flat))
            return
        self.beginResetModel()
        self._rows = [_Row(node, None, number) for number, node in enumerate(nodes)]
        self.endResetModel()

    def find(self, key: str) -> QModelIndex:
        """The row of a key, or no row."""
        for row in self._walk():
            if row.node.key == key:
                return self.createIndex(row.number, 0, row)
        return QModelIndex()

    def node(self, index: Index) -> Node | None:
        """The node of a row."""
        return index.internalPointer().node if index.isValid() else None

    def _walk(self) -> Iterator[_Row]:
        waiting = list(reversed(self._rows))
        while waiting:
            row = waiting.pop()
            yield row
            waiting += reversed(row.children)

    def _refresh(self, nodes: tuple[Node, ...]) -> None:
        for row, node in zip(list(self._walk()), nodes, strict=True):
            if row.node != node:
                row.node = node
                index = self.createIndex(row.number, 0, row)
                self.dataChanged.emit(index, index)

    # -- Qt --------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Qt asks for a row."""
        rows = parent.internalPointer().children if parent.isValid() else self._rows
        if column == 0 and 0 <= row < len(rows):
            return self.createIndex(row, 0, rows[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Qt asks for the row above."""
        above = index.internalPointer().above if index.isValid() else None
        return self.createIndex(above.number, 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows below a row."""
        if not parent.isValid():
            return len(self._rows)
        return len(parent.internalPointer().children) if parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row shows."""
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            mark = STATES[node.state]
            return f"{mark} {node.text}" if mark else node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(w for w in (node.text, node.detail, STATE_WORDS[node.state]) if w)
        return {
            Qt.ItemDataRole.ToolTipRole: node.hint or node.text,
            KEY: node.key,
            STATE: node.state,
            DETAIL: node.detail,
        }.get(role)


class _Row:
    """A node with its place, which Qt's indexes point to."""

    __slots__ = ("above", "children", "node", "number")

    def __init__(self, node: Node, above: _Row | None, number: int) -> None:
        self.node, self.above, self.number = node, above, number
        self.children = [_Row(child, self, n) for n, child in enumerate(node.children)]


def _flat(nodes: tuple[Node, ...], depth: int = 0) -> Iterator[tuple[Node, int]]:
    for node in nodes:
        yield node, depth
        yield from _flat(node.children, depth + 1)
