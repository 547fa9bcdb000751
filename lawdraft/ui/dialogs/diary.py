"""随手记 in a small window of its own: from any page, with or without a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from lawdraft.ui.widgets.basics import button, column, label, row
from lawdraft.ui.widgets.diary_form import DiaryForm

if TYPE_CHECKING:
    from lawdraft.ui.desk import Desk

WHAT_FOR = "一年里办了什么、有什么数字，随手记一笔；年底写报告时，会在相应的地方提示您用上。"


class DiaryDialog(QDialog):
    """Stays open beside the window while one works."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.setWindowTitle("随手记")
        self._home = parent
        self.form = DiaryForm(desk)
        close = button("关闭", self.reject)
        inside = column(
            label(WHAT_FOR, "soft", wrap=True), self.form, row(None, close),
            spacing=10, margins=(20, 16, 20, 14), grow=1,
        )  # fmt: skip
        self.setLayout(inside)
        scaled, room = desk.look.scaled, self.screen().availableGeometry()
        self.resize(min(scaled(860), room.width() - 40), min(scaled(460), room.height() - 60))

    def done(self, result: int) -> None:
        """Closed: back to where one was."""
        super().done(result)
        self._home.window().activateWindow()


def show_diary(parent: QWidget, desk: Desk) -> DiaryDialog:
    """Open it, or bring the open one to the front, ready to write."""
    dialog = parent.findChild(DiaryDialog) or DiaryDialog(parent, desk)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    dialog.form.show_notes()
    dialog.form.begin()
    return dialog
