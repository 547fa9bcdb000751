"""随手记: one line to note an event or a figure in seconds; below it what was noted."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lawdraft import flow
from lawdraft.model.diary import TOPICS, DiaryNote
from lawdraft.model.errors import LawdraftError
from lawdraft.store.notes import add_note, read_diary, remove_note
from lawdraft.ui.widgets.basics import button, column, label, row
from lawdraft.ui.widgets.undoable import let_undo_pass
from lawdraft.ui.widgets.wheel import let_wheel_pass
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from lawdraft.ui.desk import Desk

UNITS = ("", "件", "次", "场次", "人次", "人", "份", "起", "条", "个", "处", "%")
HEADS = ("日期", "主题", "记了什么", "数字")
NOTE = Qt.ItemDataRole.UserRole


class DiaryForm(QWidget):
    """Works without a draft too; Enter in any field keeps the note."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._before: DiaryNote | None = None  # the note that is being changed
        self._usual = self._usual_day()  # what a new note begins with
        self._shown_year = ""  # the year chosen below; "": the report's
        self._build_fields()
        self._build_table()
        self.year = QComboBox()
        let_wheel_pass(self.year)
        self.year.setAccessibleName("看哪一年")
        self.year.currentIndexChanged.connect(lambda _index: self._on_year())
        self._said = label("", "small", wrap=True)
        first = row(self.text, self.keep, spacing=6, grow=0)
        more = Wrapping(
            row(label("主题", "soft"), self.topic),
            row(label("数字", "soft"), self.number, self.unit),
            row(label("日期", "soft"), self.day),
            spacing=14,
        )
        below = row(label("记过的", "heading"), self.year, None, self._change, self._drop)
        self.setLayout(column(first, more, 4, below, self._said, self.table, spacing=8, grow=5))
        order = (self.text, self.topic, self.number, self.unit, self.day, self.keep, self.year)
        for before, behind in pairwise(order):
            QWidget.setTabOrder(before, behind)
        self.show_notes()

    def _build_fields(self) -> None:
        scaled = self._desk.look.scaled
        self.day = QDateEdit(self._usual)
        let_wheel_pass(self.day)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy年M月d日")
        self.day.setAccessibleName("哪一天")
        self.topic = QComboBox()
        let_wheel_pass(self.topic)
        self.topic.addItems(["", *TOPICS])
        self.topic.setEditable(True)
        self.topic.setAccessibleName("主题")
        self.topic.setMinimumWidth(scaled(110))
        self.text = self._line("做了什么，例如：在广场开展禁毒宣传", "记什么")
        self.number = self._line("数字", "数字")
        self.number.setFixedWidth(scaled(76))
        self.unit = QComboBox()
        let_wheel_pass(self.unit)
        self.unit.addItems(UNITS)
        self.unit.setEditable(True)
        self.unit.setAccessibleName("单位")
        self.unit.setFixedWidth(scaled(78))
        self.keep = button("记下", self._on_keep, part="primary")
        for combo in (self.topic, self.unit):
            field = combo.lineEdit()
            assert field is not None  # it is editable
            field.returnPressed.connect(self._on_keep)
        field = self.topic.lineEdit()
        assert field is not None
        field.setPlaceholderText("主题")

    def _line(self, placeholder: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(name)
        field.returnPressed.connect(self._on_keep)
        let_undo_pass(field)
        return field

    def _build_table(self) -> None:
        self.table = QTableWidget(0, len(HEADS))
        self.table.setHorizontalHeaderLabels(HEADS)
        self.table.setAccessibleName("记过的事")
        self.table.setMinimumHeight(self._desk.look.scaled(130))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._change = button("改这一条", self._on_change)
        self._drop = button("删掉", self._on_drop)
        self.table.itemSelectionChanged.connect(self._allow)
        self.table.itemActivated.connect(lambda _item: self._on_change())

    # -- showing ---------------------------------------------------------------------------------

    def begin(self) -> None:
        """Ready for a new note, the caret where one writes."""
        self._usual = self._usual_day()
        self.day.setDate(self._usual)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.setCursorPosition(len(self.text.text()))  # a dialog shown again selects it all

    def _year(self) -> int | None:
        draft = self._desk.session.draft
        return draft.year if draft else None

    def _usual_day(self) -> QDate:
        """Today; while last year's report is written, that year's last day."""
        day = flow.usual_note_day(dt.date.today(), self._year())  # noqa: DTZ011  the user's own day
        return QDate(day.year, day.month, day.day)

    def show_notes(self) -> None:
        """What was noted, the latest first."""
        notes = read_diary(self._desk.kit.places)
        years = sorted(
            {note.day.year for note in notes}
            | {QDate.currentDate().year(), self._usual_day().year()},
            reverse=True,
        )
        chosen = self._shown_year or f"{self._usual_day().year()}年"
        self.year.blockSignals(True)  # noqa: FBT003  Qt's own
        self.year.clear()
        self.year.addItems([f"{year}年" for year in years])
        self.year.setCurrentText(chosen)
        self.year.blockSignals(False)  # noqa: FBT003
        self._notes = notes
        self._list()

    def _on_year(self) -> None:
        self._shown_year = self.year.currentText()
        self._list()

    def _list(self) -> None:
        shown = [n for n in reversed(self._notes) if f"{n.day.year}年" == self.year.currentText()]
        self.table.setRowCount(len(shown))
        for place, note in enumerate(shown):
            figure = f"{note.number}{note.unit}"
            day = f"{note.day.month}月{note.day.day}日"
            for at, words in enumerate((day, note.topic, note.text, figure)):
                item = QTableWidgetItem(words)
                item.setData(NOTE, note)
                item.setToolTip(words)
                self.table.setItem(place, at, item)
        self._said.setText(
            f"共 {len(shown)} 条"
            if shown
            else "还没有记过。有事随手记一笔，年底写报告时就在相应的地方出现。"
        )
        self._allow()

    def _allow(self) -> None:
        chosen = self._chosen() is not None
        self._change.setEnabled(chosen)
        self._drop.setEnabled(chosen)

    def _chosen(self) -> DiaryNote | None:
        items = self.table.selectedItems()
        return items[0].data(NOTE) if items else None

    # -- doing -----------------------------------------------------------------------------------

    def _on_keep(self) -> None:
        words = self.text.text().strip()
        if not words:
            self._desk.tell("请写一下做了什么，例如“在广场开展禁毒宣传”。")
            self.text.setFocus()
            return
        note = DiaryNote(
            self.day.date().toPython(),  # type: ignore[arg-type]
            words,
            self.topic.currentText().strip(),
            self.number.text().strip(),
            self.unit.currentText().strip(),
        )
        if self._before is None and self.day.date() == self._usual:  # the day was not chosen
            note = flow.read_note(note, dt.date.today(), self._year())  # noqa: DTZ011
        if self._store(note):
            self._clear()

    def _store(self, note: DiaryNote) -> bool:
        places = self._desk.kit.places
        try:
            add_note(places, note)
            if self._before is not None:
                remove_note(places, self._before)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")
            return False
        day = f"{note.day.year}年{note.day.month}月{note.day.day}日"
        figure = f"，数字 {note.number}{note.unit}" if note.number else ""
        self._desk.tell(f"记下了，记在{day}{figure}。写报告时会在相应的地方提示。", "good")
        self._shown_year = f"{note.day.year}年"
        self.show_notes()
        self.changed.emit()
        return True

    def _clear(self) -> None:
        self._before = None
        self.keep.setText("记下")
        self.text.clear()
        self.number.clear()
        self.unit.setCurrentText("")
        self.begin()

    def _on_change(self) -> None:
        note = self._chosen()
        if note is None:
            return
        self._before = note
        self.day.setDate(QDate(note.day.year, note.day.month, note.day.day))
        self.topic.setCurrentText(note.topic)
        self.text.setText(note.text)
        self.number.setText(note.number)
        self.unit.setCurrentText(note.unit)
        self.keep.setText("改好了")
        self.text.setFocus()

    def _on_drop(self) -> None:
        note = self._chosen()
        if note is None:
            return
        try:
            remove_note(self._desk.kit.places, note)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")
            return
        self.show_notes()
        self.changed.emit()
        self._desk.tell("已删掉一条随手记。", "good")
