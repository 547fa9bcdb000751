"""彼此雷同: who holds how much of whom, as a list and as a matrix, and the words side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QTableView, QWidget

from lawdraft.ui.survey.lines import GREAT_SHARE, PAIR_HEADS, PAIR_WIDTHS, named, pair_lines
from lawdraft.ui.survey.table import CENTRE, Index, Table
from lawdraft.ui.survey.texts import ReportText
from lawdraft.ui.widgets.basics import button, column, holder, label, row
from lawdraft.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from lawdraft.model.survey import Copying, Survey
    from lawdraft.ui.look import Look

MOST_IN_MATRIX = 150  # reports; more than that nobody reads as a matrix
NONE = "各份报告之间没有发现雷同的内容。固定表述和法规名称不算雷同。"


class CopyingPage(QWidget):
    """The pair chosen above, in the list or in the matrix, is shown below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._survey: Survey | None = None
        self._at = 0
        self._pair: Copying | None = None
        self.pairs = Table(look, "雷同的报告", PAIR_HEADS, PAIR_WIDTHS)
        self.matrix = Matrix(look)
        self._ours, self._theirs = ReportText(look, "本报告"), ReportText(look, "对方报告")
        self._our_name, self._their_name = label("", "small"), label("", "small")
        self._where = label("", "soft")
        self._none = label(NONE, "soft", wrap=True)
        self._none.setContentsMargins(24, 24, 24, 24)
        self._ways = Choice("怎样列出", {"list": "逐份列出", "matrix": "矩阵"})
        self._above = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._above.addWidget(self.pairs)
        self._above.addWidget(self.matrix)
        self._ways.show_choice("list")
        before = button("上一处", lambda: self._step(-1))
        after = button("下一处", lambda: self._step(1))
        steps = row(self._ways, self._where, None, before, after, margins=(16, 8, 16, 0))
        ours = column(self._our_name, self._ours, spacing=4, margins=(16, 8, 6, 10), grow=1)
        theirs = column(self._their_name, self._theirs, spacing=4, margins=(6, 8, 16, 10), grow=1)
        texts = row(holder(ours), holder(theirs), spacing=0)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(holder(column(self._above, margins=(16, 0, 16, 8))))
        both.addWidget(holder(texts))
        both.setSizes([230, 330])
        both.setChildrenCollapsible(False)
        self._whole = holder(column(steps, both, spacing=8, grow=1))
        self.setLayout(column(self._none, self._whole, spacing=0, grow=1))

    def _connect(self) -> None:
        self._ways.chosen.connect(lambda way: self._above.setCurrentIndex(int(way == "matrix")))
        self.pairs.chosen.connect(self._show)
        self.pairs.opened.connect(self._show)
        self.matrix.chosen.connect(self._show)

    def show_survey(self, survey: Survey) -> None:
        """The pairs of a survey."""
        self._survey = survey
        self._none.setVisible(not survey.copying)
        self._whole.setVisible(bool(survey.copying))
        self.pairs.show_lines(pair_lines(survey))
        fits = self.matrix.show_survey(survey)
        self._ways.buttons["matrix"].setEnabled(fits)
        self._ways.buttons["matrix"].setToolTip(
            "" if fits else f"超过 {MOST_IN_MATRIX} 份，矩阵放不下"
        )

    def show_pair(self, number: int) -> None:
        """Bring one pair of the survey before the eyes."""
        for at in range(self.pairs.sorted.rowCount()):
            index = self.pairs.sorted.index(at, 0)
            if self.pairs.sorted.mapToSource(index).row() == number:
                self.pairs.setCurrentIndex(index)
                return

    def _show(self, number: int) -> None:
        survey = self._survey
        if survey is None or not 0 <= number < len(survey.copying):
            return
        pair = self._pair = survey.copying[number]
        here, there = survey.rows[pair.here], survey.rows[pair.there]
        self._our_name.setText(named(here))
        self._their_name.setText(named(there))
        self._ours.show_text(here.text, [each.here for each in pair.passages])
        self._theirs.show_text(there.text, [each.there for each in pair.passages])
        self._at = 0
        self._go()

    def _step(self, way: int) -> None:
        if self._pair is not None and self._pair.passages:
            self._at = (self._at + way) % len(self._pair.passages)
            self._go()

    def _go(self) -> None:
        pair = self._pair
        if pair is None:
            return
        self._ours.go_to(self._at)
        self._theirs.go_to(self._at)
        count = len(pair.passages)
        self._where.setText(
            f"相同的内容占本报告 {pair.share:.0%}，第 {self._at + 1} 处，共 {count} 处"
        )


class Matrix(QTableView):
    """A square for every two reports, the redder the more they have in common."""

    chosen = Signal(object)  # the number of the pair

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = MatrixModel(look)
        self.setModel(self._model)
        self.setAccessibleName("雷同矩阵")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._dress()
        look.changed.connect(self._dress)
        self.selectionModel().currentChanged.connect(self._choose)

    def _dress(self) -> None:
        self.horizontalHeader().setDefaultSectionSize(self._look.scaled(52))
        self.verticalHeader().setDefaultSectionSize(self._look.scaled(28))

    def show_survey(self, survey: Survey) -> bool:
        """The reports that have words in common; False where they are too many for a matrix."""
        involved = sorted({n for pair in survey.copying for n in (pair.here, pair.there)})
        fits = len(involved) <= MOST_IN_MATRIX
        self._model.show(survey, involved if fits else [])
        return fits

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        number = self._model.pair_at(index)
        if number is not None:
            self.chosen.emit(number)


class MatrixModel(QAbstractTableModel):
    """Rows hold what stands in the columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._names: list[str] = []
        self._pairs: dict[tuple[int, int], tuple[int, Copying]] = {}

    def show(self, survey: Survey, involved: list[int]) -> None:
        """Other reports."""
        self.beginResetModel()
        at = {number: place for place, number in enumerate(involved)}
        self._names = [named(survey.rows[number]) for number in involved]
        self._pairs = {
            (at[pair.here], at[pair.there]): (number, pair)
            for number, pair in enumerate(survey.copying)
            if pair.here in at
        }
        self.endResetModel()

    def pair_at(self, index: Index) -> int | None:
        """The number of the pair in a cell."""
        found = self._pairs.get((index.row(), index.column()))
        return found[0] if found else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a report."""
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The same reports again."""
        return self.rowCount(parent)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Numbered names at the left, the numbers above."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._names[section]
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return str(section + 1)
        return f"{section + 1} {self._names[section]}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The share in a cell, and its colour."""
        _number, pair = self._pairs.get((index.row(), index.column()), (0, None))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{pair.share:.0%}" if pair else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return CENTRE
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(pair, same=index.row() == index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            here, there = self._names[index.row()], self._names[index.column()]
            return f"{here}的 {pair.share:.0%} 与{there}相同" if pair else f"{here}与{there}不相同"
        return None

    def _ground(self, pair: Copying | None, *, same: bool) -> QColor | None:
        """Red between units, the more the stronger; a unit's own other year in our colour."""
        colours = self._look.colours
        if pair is None:
            return QColor(colours.sunken) if same else None
        colour = QColor(colours.accent if pair.own else colours.bad)
        colour.setAlphaF(0.12 + 0.4 * min(1.0, pair.share / (2 * GREAT_SHARE)))
        return colour
