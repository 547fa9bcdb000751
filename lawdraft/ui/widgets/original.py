"""Last year's text as it was found: headings coloured, figures boxed, removed lines grey."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from lawdraft.model.report import Figure, Report
    from lawdraft.ui.look import Look

DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DASHED = ("target", "rate")  # figures that are no plain results


@dataclass(frozen=True, slots=True)
class Piece:
    """One line shown: `offset` is its place in the report's text, None where it was removed."""

    text: str
    offset: int | None
    row: int | None


class Original(QTextEdit):
    """Read only; offsets are those of the report's text."""

    place_changed = Signal()  # the caret came to another line, by the user
    off_wanted = Signal()  # 这不是报告，去掉: the chosen lines
    back_wanted = Signal()  # 这是正文，放回去
    menu_wanted = Signal(object)  # a place on the screen

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Report, bool] | None = None
        self._pieces: list[Piece] = []
        self._places: list[tuple[int, int]] = []  # offset in the report, position here
        self._block = -1
        self._quiet = False
        self.explain: Callable[[Figure], str] = lambda figure: figure.text
        self.setReadOnly(True)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | keys)
        self.setTabChangesFocus(True)
        self.setProperty("part", "plain")
        self.setAccessibleName("去年的原文")
        self.setViewportMargins(18, 4, 12, 4)
        self.cursorPositionChanged.connect(self._on_moved)
        look.changed.connect(self._again)

    # -- showing ---------------------------------------------------------------------------------

    def show_read(self, report: Report) -> None:
        """The report with the lines that were removed around and within it."""
        self._show(report, removed=True)

    def show_report(self, report: Report) -> None:
        """The report alone."""
        self._show(report, removed=False)

    def show_words(self, words: str) -> None:
        """A sentence in place of a text."""
        self._shown, self._pieces = None, []
        self.setPlainText(words)

    def go_to(self, offset: int, end: int = -1) -> None:
        """Show a place of the report, marked to `end` or to the end of its line."""
        if self._shown is None:
            return
        cursor = self._cursor(offset)
        self._set_caret(cursor)
        keep = QTextCursor.MoveMode.KeepAnchor
        if end > offset:
            last = self.document().characterCount() - 1
            cursor.setPosition(min(self._place(end), last), keep)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, keep)
        self._mark(cursor)

    def unmark(self) -> None:
        """No place is spoken of."""
        self.setExtraSelections([])

    def put_caret(self, row: int) -> None:
        """The caret on a line by its number, nothing scrolled and nobody told."""
        if (cursor := self._line(row)) is not None:
            self._set_caret(cursor)
            self._mark(cursor, scroll=False)

    def go_to_row(self, row: int) -> None:
        """Show a line by its number, removed or not."""
        if (cursor := self._line(row)) is not None:
            self._set_caret(cursor)
            end, keep = QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(end, keep)
            self._mark(cursor)

    def _line(self, row: int) -> QTextCursor | None:
        at = next((n for n, piece in enumerate(self._pieces) if piece.row == row), None)
        return None if at is None else QTextCursor(self.document().findBlockByNumber(at))

    # -- what is chosen --------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[Piece, ...]:
        """The lines of the selection, or that of the caret."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        return tuple(self._pieces[first : last + 1])

    @property
    def offset(self) -> int | None:
        """Where the caret stands in the report's text; None in a removed line."""
        block = self.textCursor().block()
        if block.blockNumber() >= len(self._pieces):
            return None
        start = self._pieces[block.blockNumber()].offset
        return None if start is None else start + self.textCursor().position() - block.position()

    def figure_at(self, offset: int) -> Figure | None:
        """The figure that stands at a place of the report."""
        figures = self._shown[0].figures if self._shown else ()
        return next((each for each in figures if each.start <= offset < each.end), None)

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes lines off, Enter puts them back."""
        removed = any(piece.offset is None for piece in self.chosen)
        if event.key() in DELETE and self.chosen:
            self.off_wanted.emit()
        elif event.key() in ENTER and removed:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The page that uses this text says what can be done."""
        cursor = self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self.setTextCursor(cursor)
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """A figure under the mouse says what it counts."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        figure = self._figure_under(event)
        if figure is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), self.explain(figure), self)
        return True

    def _figure_under(self, event: QHelpEvent) -> Figure | None:
        cursor = self.cursorForPosition(event.pos())
        block = cursor.block()
        start = self._pieces[block.blockNumber()].offset if self._pieces else None
        if start is None or not self.cursorRect(cursor).adjusted(-30, 0, 30, 0).contains(event.pos()):  # fmt: skip
            return None
        at = start + cursor.position() - block.position()
        return self.figure_at(at) or self.figure_at(at - 1)

    # -- inside ----------------------------------------------------------------------------------

    def _show(self, report: Report, *, removed: bool) -> None:
        self._shown = (report, removed)
        self._pieces = _pieces(report, removed=removed)
        self._places = []
        self._quiet = True
        self.setUpdatesEnabled(False)
        self.clear()
        self.setExtraSelections([])
        cursor = QTextCursor(self.document())
        for number, piece in enumerate(self._pieces):
            if number:
                cursor.insertBlock()
            if piece.offset is not None:
                self._places.append((piece.offset, cursor.position()))
            self._write(cursor, piece.text, self._grey() if piece.offset is None else self._plain(1.0))  # fmt: skip
        self._places.sort()
        self._colour(report)
        self.setTextCursor(self._cursor(0))
        self.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)
        self._quiet, self._block = False, self.textCursor().blockNumber()

    def _again(self) -> None:
        if self._shown is not None:
            report, removed = self._shown
            self._show(report, removed=removed)

    def _on_moved(self) -> None:
        block = self.textCursor().blockNumber()
        if self._quiet or not self._pieces:
            return
        self._mark(self.textCursor(), scroll=False)
        if block != self._block or self.textCursor().hasSelection():
            self._block = block
            self.place_changed.emit()

    def _set_caret(self, cursor: QTextCursor) -> None:
        self._quiet = True
        self.setTextCursor(cursor)
        self._quiet, self._block = False, cursor.blockNumber()

    def _cursor(self, offset: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._place(offset), self.document().characterCount() - 1))
        return cursor

    def _mark(self, cursor: QTextCursor, *, scroll: bool = True) -> None:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor  # type: ignore[attr-defined]
        mark.format.setBackground(QColor(self._look.colours.accent_soft))  # type: ignore[attr-defined]
        if not cursor.hasSelection():
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # type: ignore[attr-defined]  # noqa: FBT003
        self.setExtraSelections([mark])
        if scroll:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 4)

    def _place(self, offset: int) -> int:
        """The editor's position of an offset of the report."""
        at = bisect_right(self._places, (offset, self.document().characterCount())) - 1
        start, position = self._places[max(at, 0)] if self._places else (0, 0)
        return position + offset - start

    def _write(self, cursor: QTextCursor, text: str, style: QTextCharFormat) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        cursor.insertText(text, style)

    def _colour(self, report: Report) -> None:
        colours = self._look.colours
        heading = self._plain(1.0)
        heading.setFontWeight(QFont.Weight.DemiBold)
        heading.setForeground(QColor(colours.accent_strong))
        for each in report.headings:
            self._format(each.start, each.end, heading)
        title = self._plain(1.2)
        title.setFontWeight(QFont.Weight.Bold)
        for paragraph in report.paragraphs:
            if paragraph.role == "title":
                self._format(paragraph.start, paragraph.end, title)
        for number in report.figures:
            self._format(number.start, number.end, self._figure_style(number))

    def _figure_style(self, figure: Figure) -> QTextCharFormat:
        """On its own ground and underlined; dashed where it is a target or a rate."""
        style = QTextCharFormat()
        line = QTextCharFormat.UnderlineStyle
        style.setBackground(QColor(self._look.colours.slot))
        style.setForeground(QColor(self._look.colours.slot_ink))
        style.setUnderlineColor(QColor(self._look.colours.slot_ink))
        dashed = figure.role in DASHED
        style.setUnderlineStyle(line.DashUnderline if dashed else line.SingleUnderline)
        return style

    def _format(self, start: int, end: int, style: QTextCharFormat) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._place(start))
        cursor.setPosition(self._place(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(style)

    def _plain(self, factor: float) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._look.font(factor))
        style.setForeground(QColor(self._look.colours.ink))
        return style

    def _grey(self) -> QTextCharFormat:
        style = self._plain(0.92)
        style.setForeground(QColor(self._look.colours.ink_faint))
        style.setFontStrikeOut(True)
        return style


def _pieces(report: Report, *, removed: bool) -> list[Piece]:
    """Lines in the file's order; text that a web page's reader left out before the line it was at."""
    found = []
    for at, each in enumerate(report.paragraphs):
        row = at if each.row is None else each.row
        shown = Piece(report.text[each.start : each.end], each.start, each.row)
        found.append((_order(each.line or 0, row), shown))
    for gone in report.removed if removed else ():
        row = -1 if gone.row is None else gone.row
        found.append((_order(gone.line, row), Piece(" ".join(gone.text.split()), None, gone.row)))
    return [piece for _place, piece in sorted(found, key=lambda each: each[0])]


def _order(line: int, row: int) -> tuple[int, bool, int]:
    """Rows that were left out count downwards from -1."""
    return line, row >= 0, abs(row)
