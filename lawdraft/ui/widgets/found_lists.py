"""Lists beside last year's text: every figure that was recognised, every line that was removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from lawdraft.ui.models.recognised import figure_in_a_line
from lawdraft.ui.widgets.basics import button, column, frame, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawdraft.model.report import Figure, Report

PLACE = Qt.ItemDataRole.UserRole


class FigureList(QListWidget):
    """Every figure in the order of the text; going to one tells its place."""

    went = Signal(int, int)  # start and end in the report's text

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("认出的数字")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(lambda item, _before: self._on_item(item))
        self.itemClicked.connect(self._on_item)

    def show_figures(self, report: Report, explain: Callable[[Figure], str]) -> None:
        """The figures of a report; `explain` gives the words of the tool tip."""
        before = self.blockSignals(True)  # noqa: FBT003
        self.clear()
        for figure in report.figures:
            item = QListWidgetItem(figure_in_a_line(figure))
            item.setToolTip(explain(figure))
            item.setData(PLACE, (figure.start, figure.end))
            self.addItem(item)
        self.blockSignals(before)

    def mark(self, offset: int) -> None:
        """The figure at a place of the text is current, without telling anybody."""
        for at in range(self.count()):
            start, end = self.item(at).data(PLACE)
            if start <= offset < end:
                before = self.blockSignals(True)  # noqa: FBT003
                self.setCurrentRow(at)
                self.blockSignals(before)
                return

    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.went.emit(*item.data(PLACE))


class RemovedList(QWidget):
    """Every line that was set aside; several can be chosen and put back at once."""

    went = Signal(int)  # a row's number
    back_wanted = Signal(list)  # rows' numbers

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName("去掉的行")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentItemChanged.connect(lambda item, _before: self._on_item(item))
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(lambda _item: self._on_back())
        self.list.itemSelectionChanged.connect(self._on_selected)
        self._none = label("没有去掉任何内容，整份文件都是报告。", "soft", wrap=True)
        self._none.setContentsMargins(18, 18, 18, 18)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back = button("这是正文，放回去", self._on_back, hint="选中的行放回报告里（可撤销）")
        foot = frame(row(self.back, None, margins=(14, 8, 14, 8)), "footer")
        self.setLayout(column(self._none, self.list, foot, spacing=0, grow=1))

    def show_removed(self, report: Report, *, changeable: bool) -> None:
        """The lines removed from a report; they can be put back while the file is at hand."""
        before = self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for gone in report.removed:
            item = QListWidgetItem(" ".join(gone.text.split()))
            item.setToolTip(item.text())
            item.setData(PLACE, gone.row)
            self.list.addItem(item)
        self.list.blockSignals(before)
        self._none.setVisible(not report.removed)
        self.list.setVisible(bool(report.removed))
        self.back.setVisible(changeable and bool(report.removed))
        self._on_selected()

    def _on_selected(self) -> None:
        self.back.setEnabled(bool(self.list.selectedItems()))

    def _on_item(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(PLACE) is not None:
            self.went.emit(item.data(PLACE))

    def _on_back(self) -> None:
        rows = [item.data(PLACE) for item in self.list.selectedItems()]
        if rows and self.back.isVisible():
            self.back_wanted.emit(rows)
