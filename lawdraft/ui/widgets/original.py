"""Last year's text as it was found: headings coloured, figures marked, removed lines grey."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from lawdraft.model.document import Document
    from lawdraft.model.report import Report
    from lawdraft.ui.look import Look


class Original(QTextEdit):
    """Read only; `go_to` takes offsets of the report's text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Report, Document | None] | None = None
        self._places: list[tuple[int, int]] = []  # offset in the report, position here
        self.setReadOnly(True)
        self.setProperty("part", "plain")
        self.setAccessibleName("去年的原文")
        self.setViewportMargins(18, 4, 12, 4)
        look.changed.connect(self._again)

    def show_document(self, document: Document, report: Report) -> None:
        """The report with the lines that were removed around and within it."""
        self._show(report, document)

    def show_report(self, report: Report) -> None:
        """The report alone."""
        self._show(report, None)

    def show_words(self, words: str) -> None:
        """A sentence in place of a text."""
        self._shown = None
        self.setPlainText(words)

    def go_to(self, offset: int, end: int = -1) -> None:
        """Show a place of the report, marked to `end` or to the end of its line."""
        if self._shown is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._place(offset), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        keep = QTextCursor.MoveMode.KeepAnchor
        if end > offset:
            last = self.document().characterCount() - 1
            cursor.setPosition(min(self._place(end), last), keep)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, keep)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor  # type: ignore[attr-defined]
        mark.format.setBackground(QColor(self._look.colours.accent_soft))  # type: ignore[attr-defined]
        self.setExtraSelections([mark])
        rect = self.cursorRect()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - self.viewport().height() // 4)

    # -- inside ----------------------------------------------------------------------------------

    def _show(self, report: Report, document: Document | None) -> None:
        self._shown = (report, document)
        self._places = []
        self.setUpdatesEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        for number, (text, offset) in enumerate(_pieces(report, document)):
            if number:
                cursor.insertBlock()
            if offset is not None:
                self._places.append((offset, cursor.position()))
            self._write(cursor, text, self._grey() if offset is None else self._plain(1.0))
        self._colour(report)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUpdatesEnabled(True)

    def _again(self) -> None:
        if self._shown is not None:
            self._show(*self._shown)

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
        figure = QTextCharFormat()
        figure.setBackground(QColor(colours.slot))
        figure.setForeground(QColor(colours.slot_ink))
        for number in report.figures:
            self._format(number.start, number.end, figure)

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
        style.setFontStrikeOut(False)
        return style


def _pieces(report: Report, document: Document | None) -> list[tuple[str, int | None]]:
    """Lines in the file's order: with their offset in the report, or None where removed.

    Where the report's lines were joined or cut anew, removed lines stand before and behind it.
    """
    own: list[tuple[str, int | None]] = []
    offset = 0
    for line in report.text.split("\n"):
        own.append((line, offset))
        offset += len(line) + 1
    removed = {each.line: each.text for each in report.removed}
    if document is None:
        return own
    kept = [n for n, line in enumerate(document.lines, 1) if n not in removed and line.text.strip()]
    if len(kept) != len(own):
        lead = _leading(removed)
        rest = [text for _number, text in sorted(removed.items())][len(lead) :]
        return [*((text, None) for text in lead), *own, *((text, None) for text in rest)]
    places = dict(zip(kept, own, strict=True)) | {n: (t, None) for n, t in removed.items()}
    return [places[number] for number in sorted(places)]


def _leading(removed: dict[int, str]) -> list[str]:
    """The removed lines from the file's first line on without a gap."""
    found = []
    for expected, (number, text) in enumerate(sorted(removed.items()), 1):
        if number != expected:
            break
        found.append(text)
    return found
