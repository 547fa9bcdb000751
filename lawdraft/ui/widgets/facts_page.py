"""标题、主送和署名: what stands around the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLineEdit, QSpinBox, QWidget

from lawdraft.model import editing
from lawdraft.ui.widgets.basics import button, column, frame, label, row, scrolling
from lawdraft.ui.widgets.undoable import let_undo_pass, lock
from lawdraft.ui.widgets.wheel import let_wheel_pass
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from lawdraft.ui.desk import Desk

FIELDS = (
    ("title", "标题", "例如：青禾镇2026年法治政府建设年度报告"),
    ("organisation", "单位名称", "例如：青禾镇人民政府"),
    ("addressee", "主送机关", "报给谁，例如：云岭县人民政府"),
    ("signature", "署名", "落款单位，例如：青禾镇人民政府"),
)


class FactsPage(QWidget):
    """A plain form; every keystroke goes to the draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setSpacing(12)
        form.setContentsMargins(24, 22, 24, 24)
        for key, name, hint in FIELDS:
            self.fields[key] = self._field(key, name, hint)
            form.addRow(name, self.fields[key])
        self.year = QSpinBox()
        let_wheel_pass(self.year)
        self.year.setRange(2000, 2100)
        self.year.setSuffix(" 年")
        self.year.setAccessibleName("报告年份")
        form.addRow("报告年份", self.year)
        self.date = QDateEdit()
        let_wheel_pass(self.date)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy年M月d日")
        self.date.setAccessibleName("成文日期")
        self._no_date = label("还没定", "warn")
        today = button("用今天", self._on_today)
        day = Wrapping(self.date, today, self._no_date, spacing=8, between=6)
        form.addRow("成文日期", day)
        note = label("正文第一页的标题、称呼，最后一页的署名和日期都从这里来。", "soft", wrap=True)
        head = frame(
            row(label("标题、主送和署名", "heading"), None, margins=(20, 13, 20, 13)), "bar"
        )
        body = QWidget()
        body.setMinimumWidth(1)  # fields give way where there is little room
        body.setLayout(column(note, frame(form), None, spacing=12, margins=(20, 16, 20, 16)))
        self.setLayout(column(head, scrolling(body, "标题、主送和署名"), spacing=0))
        self.year.valueChanged.connect(self._on_year)
        self.date.dateChanged.connect(self._on_date)
        self._filling = False
        desk.session.draft_changed.connect(self._refresh)
        desk.session.opened.connect(self._refresh)
        self._refresh()

    def _field(self, key: str, name: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        let_undo_pass(field)
        field.textEdited.connect(lambda words: self._on_words(key, name, words))
        return field

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        draft = self._desk.session.draft
        if draft is None or not self.isVisible():
            return
        self._filling = True
        for key, field in self.fields.items():
            words = getattr(draft, key) or ""
            if field.text().strip() != words:
                field.setText(words)
                field.setCursorPosition(0)
            lock(field, locked=bool(self._desk.session.read_only))
        self.year.setValue(draft.year)
        locked = bool(self._desk.session.read_only)
        if self.year.isReadOnly() != locked:
            self.year.setReadOnly(locked)
            self.date.setReadOnly(locked)
        self._no_date.setVisible(draft.date is None)
        day = draft.date
        shown = QDate(day.year, day.month, day.day) if day else QDate.currentDate()
        if self.date.date() != shown:
            self.date.setDate(shown)
        self._filling = False

    def _set(self, what: str, merge: str, **facts: object) -> None:
        session = self._desk.session
        if session.draft is not None and not self._filling:
            draft = editing.set_facts(session.draft, **facts)  # type: ignore[arg-type]
            session.apply(draft, what, merge=merge)

    def _on_words(self, key: str, name: str, words: str) -> None:
        blank = "" if key in ("title", "organisation") else None
        self._set(f"改{name}", key, **{key: words.strip() or blank})

    def _on_year(self, year: int) -> None:
        self._set("改年份", "year", year=year)

    def _on_date(self, day: QDate) -> None:
        self._set("改日期", "date", date=day.toPython())

    def _on_today(self) -> None:
        self._set("改日期", "", date=QDate.currentDate().toPython())
