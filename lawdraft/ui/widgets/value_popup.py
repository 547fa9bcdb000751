"""Giving one figure: what it is, last year's value, this year's; Enter goes on to the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from lawdraft.ui.figures import change_in_words, lost_multiple
from lawdraft.ui.widgets.basics import button, column, frame, label, restyle, row

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from lawdraft.model.draft import Entry


_DIGIT = re.compile(r"[0-9０-９〇零一二两三四五六七八九十百千万]")


class ValuePopup(QWidget):
    """A small window at the figure; closes when one clicks elsewhere."""

    given = Signal(str, str)  # entry id, value
    next_wanted = Signal(str)  # entry id: the figure after this one
    ledger_wanted = Signal(str)
    doubted = Signal(str)  # a sentence: what was taken over looks wrong

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName("填数字")
        self._entry: Entry | None = None
        self._doubtful = ""  # words that were doubted once
        self._called = "去年"
        self._asked: Entry | None = None  # until its value is given or left
        self._thing = label("", "heading", wrap=True)
        self._last, self._unit = label("", "soft"), label("", "soft")
        self._change = label("", "small", wrap=True)
        self.value = QLineEdit()
        self.value.setAccessibleName("今年的数字")
        self.value.setPlaceholderText("今年的数字")
        self.value.setMinimumWidth(150)
        self.value.textChanged.connect(self._on_typed)
        self._keep = button("与去年相同", self._on_same)
        ledger = button("在台账里看", self._on_ledger, part="link")
        hint = label("回车：记下并填下一个　Esc：不改", "faint")
        inside = column(
            self._thing, self._last, row(self.value, self._unit, None), self._change,
            row(self._keep, ledger, None), hint, spacing=8, margins=(16, 12, 16, 12),
        )  # fmt: skip
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(_popup_frame(inside))

    def ask(self, entry: Entry, at: QPoint, called: str = "去年") -> None:
        """Show the figure beside a point of the screen; `called`: the year of its last value."""
        self._entry = self._asked = entry
        self._doubtful = ""
        self._thing.setText(entry.thing or "这个数字")
        self._thing.setMaximumWidth(320)
        self._last.setText(
            f"{called}：{entry.last}{entry.unit or ''}" if entry.last else f"{called}没有这个数字"
        )
        self._unit.setText(entry.unit or "")
        self._called = called
        self._keep.setText(f"与{called}相同")
        self._keep.setVisible(bool(entry.last))
        self.value.setText(entry.value or "")
        self._on_typed(self.value.text())
        self.ensurePolished()
        self.adjustSize()
        self.move(self._inside_screen(at))
        self.show()
        self.adjustSize()  # shown, its letters have their true size
        self.move(self._inside_screen(at))
        self.value.setFocus(Qt.FocusReason.PopupFocusReason)
        self.value.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the value over and asks for the next figure; Esc leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._hesitates():
                return
            self._give()
            if self._entry is not None:
                self.next_wanted.emit(self._entry.id)
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A click elsewhere takes the value over too: nothing typed is lost."""
        super().hideEvent(event)
        self._give()

    def _hesitates(self) -> bool:
        """What looks wrong is taken over at the second Enter only."""
        text = self.value.text().strip()
        doubt = self._doubt(text)
        if not doubt or text == self._doubtful:
            return False
        self._doubtful = text
        self._change.setText(doubt)
        restyle(self._change, part="warn")
        self.adjustSize()
        return True

    def _doubt(self, text: str) -> str:
        if not text or self._entry is None:
            return ""
        if not _DIGIT.search(text):
            return f"“{text}”不像一个数字。改一下；确实要这样写，就再按一次回车。"
        lost = lost_multiple(self._entry.last, text)
        if not lost:
            return ""
        return (
            f"{self._called}是{self._entry.last}。是“{text}{lost}”就把“{lost}”也写上；"
            f"确实是“{text}”，就再按一次回车。"
        )

    def _give(self) -> None:
        entry, self._asked = self._asked, None  # hiding comes here again: it is given once
        self.hide()
        text = self.value.text().strip()
        if entry is not None and text != (entry.value or ""):
            self.given.emit(entry.id, text)
            if text and not _DIGIT.search(text) and text != self._doubtful:
                self.doubted.emit(f"“{entry.thing}”填的是“{text}”，不像一个数字，请核对。")

    def _leave(self) -> None:
        self._asked = None
        self.hide()

    def _on_same(self) -> None:
        if self._entry is not None:
            self.value.setText(self._entry.last or "")
            self._give()
            self.next_wanted.emit(self._entry.id)

    def _on_ledger(self) -> None:
        self.hide()
        if self._entry is not None:
            self.ledger_wanted.emit(self._entry.id)

    def _on_typed(self, text: str) -> None:
        words = change_in_words(self._entry.last, text) if self._entry else ""
        restyle(self._change, part="small")
        if text.strip() and not _DIGIT.search(text):
            words = "这里一般填一个数字，例如 72、2万余。"
        self._change.setText(words)

    def _inside_screen(self, at: QPoint) -> QPoint:
        """Below the figure, else above it, else where the whole of it can be seen."""
        screen = (QGuiApplication.screenAt(at) or self.screen()).availableGeometry()
        x = min(max(at.x(), screen.left() + 4), screen.right() - self.width() - 4)
        y = at.y() if at.y() + self.height() < screen.bottom() else at.y() - self.height() - 40
        if y < screen.top():
            y = screen.bottom() - self.height() - 4
            x = screen.right() - self.width() - 4
        return QPoint(x, max(y, screen.top()))


def _popup_frame(inside: object) -> QFrame:
    return frame(inside, "popup")  # type: ignore[arg-type]
