"""Tables of plain cells that sort by their values: a model, its view, a bar where a cell has a share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1
SHARE = Qt.ItemDataRole.UserRole + 2  # 0 to 1, for the bar
KEY = Qt.ItemDataRole.UserRole + 3  # what the row stands for
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
ROW_HEIGHT = 32
WIDE_ENOUGH = 150  # for the column that takes the room left


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; `value` is what it sorts by, `tone` a colour of the palette."""

    text: str = ""
    value: float | str | None = None
    tone: str = ""
    share: float | None = None
    centred: bool = False
    left: bool = False  # although it is a number

    @property
    def order(self) -> float | str:
        """By its number where it has one, else by its words."""
        return self.text if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class Line:
    """Cells side by side, and what they stand for: the row of a survey, a rule, a pair."""

    cells: tuple[Cell, ...]
    key: Any = None
    search: str = ""


class CellModel(QAbstractTableModel):
    """Lines of cells under their heads."""

    def __init__(self, look: Look, heads: Sequence[str]) -> None:
        super().__init__()
        self._look, self._heads = look, tuple(heads)
        self.lines: list[Line] = []
        look.changed.connect(self._recolour)

    def _recolour(self) -> None:
        if self.lines:
            last = self.index(len(self.lines) - 1, len(self._heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def show(self, lines: Iterable[Line]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def add(self, lines: Sequence[Line]) -> None:
        """More lines, below."""
        if lines:
            at = len(self.lines)
            self.beginInsertRows(QModelIndex(), at, at + len(lines) - 1)
            self.lines.extend(lines)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as there are heads."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        cell = line.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        if role == Qt.ItemDataRole.ForegroundRole and cell.tone:
            return QColor(getattr(self._look.colours, cell.tone))
        if role == Qt.ItemDataRole.TextAlignmentRole and (cell.centred or _is_number(cell)):
            return CENTRE if cell.centred else RIGHT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}：{cell.text or '空'}"
        return {SORT: cell.order, SHARE: cell.share, KEY: line.key}.get(role)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, int | float) and not cell.left


class Sorted(QSortFilterProxyModel):
    """The lines in the order of a column, those alone that hold the words looked for."""

    def __init__(self, model: CellModel) -> None:
        super().__init__()
        self._lines, self._words, self._only = model, "", ""
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def look_for(self, words: str, *, only: str = "") -> None:
        """Show the lines with these words; `only` must stand in what the line is found by."""
        self._words, self._only = words.strip().casefold(), only
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a line is shown."""
        line = self._lines.lines[row]
        found = line.search.casefold()
        return self._words in found and self._only in found

    def lessThan(self, left: Index, right: Index) -> bool:
        """Numbers before words, each among themselves."""
        a, b = left.data(SORT), right.data(SORT)
        if isinstance(a, str) == isinstance(b, str):
            return bool(a < b)
        return isinstance(b, str)


class Table(QTableView):
    """A quiet table of whole rows; Enter or a double click opens one."""

    opened = Signal(object)  # the key of the line
    chosen = Signal(object)

    def __init__(self, look: Look, name: str, heads: Sequence[str], widths: Sequence[int]) -> None:
        super().__init__()
        self._look, self._widths = look, tuple(widths)
        self.model_of_cells = CellModel(look, heads)
        self.sorted = Sorted(self.model_of_cells)
        self.setModel(self.sorted)
        self.setAccessibleName(name)
        self.setProperty("part", "lines")
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(BarDelegate(look, self))
        self.verticalHeader().hide()
        self._dress()
        look.changed.connect(self._dress)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def _dress(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(self._look.scaled(40))
        for at, width in enumerate(self._widths):
            self.setColumnWidth(at, self._look.scaled(width or WIDE_ENOUGH))
        self.verticalHeader().setDefaultSectionSize(self._look.scaled(ROW_HEIGHT))
        self._fit()

    def _fit(self) -> None:
        """The column without a width takes the room that is left, and never less than it needs."""
        wide = self._widths.index(0)
        others = sum(self.columnWidth(at) for at in range(len(self._widths)) if at != wide)
        left = self.viewport().width() - others
        self.setColumnWidth(wide, max(left, self._look.scaled(WIDE_ENOUGH)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns fit again."""
        super().resizeEvent(event)
        self._fit()

    def show_lines(self, lines: Iterable[Line], *, sort: tuple[int, Qt.SortOrder] | None = None) -> None:  # fmt: skip
        """Other lines, sorted by a column where one is named; the first one chosen."""
        self.setSortingEnabled(False)
        self.model_of_cells.show(lines)
        self.sorted.sort(*(sort or (-1, Qt.SortOrder.AscendingOrder)))
        self.horizontalHeader().setSortIndicator(*(sort or (-1, Qt.SortOrder.AscendingOrder)))
        self.setSortingEnabled(True)
        if self.sorted.rowCount():
            self.setCurrentIndex(self.sorted.index(0, 0))

    def key(self) -> Any:
        """What the current line stands for; None where there is none."""
        index = self.currentIndex()
        return index.data(KEY) if index.isValid() else None

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(KEY))

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key() is not None:
            self.opened.emit(self.key())
            return
        super().keyPressEvent(event)


class BarDelegate(QStyledItemDelegate):
    """Words over a bar as long as the cell's share."""

    def __init__(self, look: Look, parent: Table) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        share = index.data(SHARE)
        if share:
            rect = QRectF(option.rect).adjusted(4, 6, -4, -6)  # type: ignore[attr-defined]
            rect.setWidth(rect.width() * min(max(share, 0.0), 1.0))
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.colours.accent_soft))
            painter.drawRoundedRect(rect, 3, 3)
            painter.restore()
        super().paint(painter, option, index)
