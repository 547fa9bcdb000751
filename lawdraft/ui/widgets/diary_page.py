"""随手记 in 填写: the notes, and what they add up to for figures that are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model.giving import give_figure
from lawdraft.store.notes import read_diary
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.diary_form import DiaryForm

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QFrame

    from lawdraft.model.diary import NoteSum
    from lawdraft.ui.desk import Desk

HOW = "写到哪一条时按 F4，合适的随手记就会列出来，回车放进去。下面是能直接算出数字的："
MOST = 4


class DiaryPage(QWidget):
    """The form of every page, and offers for the ledger above it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = DiaryForm(desk)
        self._sums = QVBoxLayout()
        self._sums.setSpacing(6)
        self._how = label(HOW, "soft", wrap=True)
        head = row(label("随手记", "heading"), None, margins=(20, 13, 20, 13))
        body = column(
            self._how, self._sums, self.form, spacing=10, margins=(20, 14, 20, 16), grow=2
        )
        area = scrolling(holder(body), "随手记")
        self.setLayout(column(frame(head, "bar"), area, spacing=0, grow=1))
        self.form.changed.connect(self._refresh)
        desk.session.draft_changed.connect(self._refresh)
        desk.session.opened.connect(self._refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self.form.show_notes()
        self._refresh()

    def _refresh(self) -> None:
        draft = self._desk.session.draft
        if draft is None or not self.isVisible():
            return
        clear(self._sums)
        sums = flow.note_sums(draft, read_diary(self._desk.kit.places, draft.year))
        self._how.setVisible(bool(sums))
        for each in sums[:MOST]:
            self._sums.addWidget(self._row(each))

    def _row(self, found: NoteSum) -> QFrame:
        draft = self._desk.session.draft
        assert draft is not None
        entry = draft.entry(found.entry)
        words = f"{entry.thing}：{len(found.notes)} 条随手记合计 {found.total}{entry.unit or ''}"
        tail = f"（去年 {entry.last}）" if entry.last else ""
        take = button("填进台账", lambda: self.take(found))
        take.setAccessibleName(f"把 {found.total} 填进“{entry.thing}”")
        return frame(
            row(label(f"{words}{tail}", wrap=True), take, margins=(14, 6, 10, 6), grow=0), "box"
        )

    def take(self, found: NoteSum) -> None:
        """The sum into the ledger; one step of undo."""
        self._desk.session.edit(give_figure, found.entry, found.total, what="用随手记的合计")
