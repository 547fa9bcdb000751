"""The matter of one attachment: a table as a table, text as text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lawdraft.model import attaching
from lawdraft.ui.anchors import printed, reslotted
from lawdraft.ui.widgets.basics import button, column, label, row
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawdraft.flow import Taken
    from lawdraft.ui.desk import Desk

    Take = Callable[[Callable[[Taken], None]], None]

TABLE = (
    "点格子就能改；从 Excel 里复制的一块可以直接粘贴进来。带颜色的数字来自台账，台账一改就跟着变。"
)
TEXT = "一段一行；从 Excel 里复制的表格直接粘贴进来，就成一张表。"
LONGEST_ASIDE = 60  # characters of a line that may stand in a row of its own


class Cells(QTableWidget):
    """A table that takes a block copied from a sheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste from the current cell on."""
        words = QGuiApplication.clipboard().text()
        if not event.matches(QKeySequence.StandardKey.Paste) or not words:
            super().keyPressEvent(event)
            return
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        block = [line.split("\t") for line in words.rstrip("\r\n").splitlines()]
        self.setRowCount(max(self.rowCount(), top + len(block)))
        self.setColumnCount(max(self.columnCount(), left + max(map(len, block))))
        for down, cells in enumerate(block):
            for across, cell in enumerate(cells):
                self.setItem(top + down, left + across, QTableWidgetItem(cell.strip()))


class AttachmentDialog(QDialog):
    """Nothing is changed until 存下; slots that were left alone stay slots."""

    def __init__(self, parent: QWidget, desk: Desk, attachment: str, take: Take) -> None:
        super().__init__(parent)
        self._desk, self._id, self._take = desk, attachment, take
        draft = desk.session.draft
        found = next(each for each in draft.attachments if each.id == attachment) if draft else None
        self._values = desk.session.values
        self._last = found.last if found and not found.text else ""
        self.setWindowTitle("附件")
        room, scaled = self.screen().availableGeometry(), desk.look.scaled
        self.resize(min(scaled(720), room.width() - 40), min(scaled(480), room.height() - 60))
        self.name = QLineEdit(found.name if found else "")
        self.name.setAccessibleName("附件的名称")
        self.cells, self.words = Cells(), QPlainTextEdit()
        self.cells.setAccessibleName("附件的表格")
        self.words.setAccessibleName("附件的文字")
        self._both = QStackedWidget()
        for each in (self.cells, self.words):
            self._both.addWidget(each)
        self._hint = label("", "soft", wrap=True)
        self._build()
        self.show_text(found.text if found else "")

    def _build(self) -> None:
        self._grow = button("加一行", self._on_grow)
        self._shrink = button("去掉这一行", self._on_shrink)
        self._copy = button("照去年的写", lambda: self.show_text(self._last))
        self._copy.setVisible(bool(self._last))
        take = button("从文件取…", lambda: self._take(self._on_taken))
        keep = button("存下", self.keep, part="primary")
        keep.setDefault(True)
        tools = Wrapping(self._grow, self._shrink, take, self._copy, between=4)
        self.setLayout(
            column(
                row(label("名称"), self.name), self._hint, self._both, tools,
                row(None, button("取消", self.reject), keep),
                spacing=10, margins=(20, 16, 20, 14), grow=2,
            )
        )  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------

    def show_text(self, text: str) -> None:
        """As a table where it has rows and nothing long beside them, else as text."""
        self._raw = [line for line in text.split("\n") if line.strip()]
        tabbed = [line for line in self._raw if "\t" in line]
        beside = [line for line in self._raw if "\t" not in line]
        as_table = bool(tabbed) and all(len(line) <= LONGEST_ASIDE for line in beside)
        if as_table:
            self._fill(max(line.count("\t") for line in tabbed) + 1)
        else:
            self.words.setPlainText(printed("\n".join(self._raw), self._values))
        self._both.setCurrentWidget(self.cells if as_table else self.words)
        self._hint.setText(TABLE if as_table else TEXT)
        for each in (self._grow, self._shrink):
            each.setVisible(as_table)

    def _fill(self, columns: int) -> None:
        self.cells.clear()
        self.cells.clearSpans()
        self.cells.setRowCount(len(self._raw))
        self.cells.setColumnCount(columns)
        self.cells.horizontalHeader().hide()
        for down, line in enumerate(self._raw):
            cells = line.split("\t")
            if len(cells) == 1:
                self.cells.setSpan(down, 0, 1, columns)
            for across, cell in enumerate(cells):
                self.cells.setItem(down, across, self._item(cell))
        self.cells.resizeColumnsToContents()
        self.cells.horizontalHeader().setStretchLastSection(True)

    def _item(self, raw: str) -> QTableWidgetItem:
        item = QTableWidgetItem(printed(raw, self._values))
        item.setData(Qt.ItemDataRole.UserRole, raw)
        colours = self._desk.look.colours
        if item.text() != raw:
            item.setBackground(QColor(colours.slot))
            item.setForeground(QColor(colours.slot_ink))
        return item

    # -- doing -----------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The matter as it stands, with its slots."""
        if self._both.currentWidget() is self.words:
            return reslotted("\n".join(self._raw), self._values, self.words.toPlainText())
        lines = (self._line(down) for down in range(self.cells.rowCount()))
        return "\n".join(line for line in lines if line.strip())

    def _line(self, down: int) -> str:
        spans = self.cells.columnSpan(down, 0) > 1
        return "\t".join(
            self._cell(down, i) for i in range(1 if spans else self.cells.columnCount())
        )

    def _cell(self, down: int, across: int) -> str:
        item: QTableWidgetItem | None = self.cells.item(down, across)
        if item is None:
            return ""
        typed = " ".join(item.text().split())
        raw = item.data(Qt.ItemDataRole.UserRole)
        return reslotted(raw, self._values, typed) if raw else typed

    def _on_grow(self) -> None:
        self.cells.insertRow(self.cells.currentRow() + 1 or self.cells.rowCount())

    def _on_shrink(self) -> None:
        self.cells.removeRow(self.cells.currentRow())

    def _on_taken(self, taken: Taken) -> None:
        if not self.name.text().strip():
            self.name.setText(taken.name)
        self.show_text(taken.text)

    def keep(self) -> None:
        """Into the draft, as one step of undo."""
        change = partial(attaching.set_attachment, name=self.name.text().strip(), text=self.text)
        self._desk.session.edit(change, self._id, what="改附件")
        self.accept()
