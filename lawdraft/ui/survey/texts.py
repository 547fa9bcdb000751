"""A report to read: its text, with words of it marked and brought into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import Span
    from lawdraft.ui.look import Look

WIDE = "\uffff"  # the last character that Qt counts as one


class ReportText(QPlainTextEdit):
    """Read only; spans are counted as in the report, whatever Qt counts."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._text = look, ""
        self._spans: Sequence[Span] = ()
        self._current = -1
        self.setReadOnly(True)
        self.setAccessibleName(name)
        look.changed.connect(self._colour)

    def show_text(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Another text with these spans marked; the same text stays where it is."""
        if text != self._text:
            self._text = text
            self.setPlainText(text)
        self._spans, self._current = spans, -1
        self._colour()

    def go_to(self, number: int) -> None:
        """Bring one of the marked spans into sight, in a stronger colour."""
        if not 0 <= number < len(self._spans):
            return
        self._current = number
        self._colour()
        self.setTextCursor(self._cursor(self._spans[number], only_start=True))
        self.centerCursor()

    def _colour(self) -> None:
        colours = self._look.colours
        marks = []
        for number, span in enumerate(self._spans):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(span)  # type: ignore[attr-defined]
            colour = colours.slot if number == self._current else colours.warn_soft
            mark.format.setBackground(QColor(colour))  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)

    def _cursor(self, span: Span, *, only_start: bool = False) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = max(0, self.document().characterCount() - 1)
        cursor.setPosition(min(self._place(span.start), last))
        if not only_start:
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(min(self._place(span.end), last), keep)
        return cursor

    def _place(self, offset: int) -> int:
        """Qt counts characters beyond the first plane twice."""
        if self._text.isascii():
            return offset
        return offset + sum(character > WIDE for character in self._text[:offset])
