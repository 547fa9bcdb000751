"""The text of a card with its figures as slots: small marked fields that follow the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from lawdraft.model.draft import BLANK, SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.editing import SLOT
from lawdraft.ui.models.blanks import WRITTEN
from lawdraft.ui.models.slot_places import number_at, position_of, raw_offset, slots
from lawdraft.ui.widgets.slot_painter import ENTRY, OBJECT, SlotPainter
from lawdraft.ui.widgets.undoable import let_undo_pass

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

    from lawdraft.model.draft import Entry
    from lawdraft.model.finding import Finding
    from lawdraft.ui.look import Look

OBJECT_CHARACTER = "\ufffc"
LINE_PERCENT = 140
WAVES = {"error": "bad", "warning": "warn", "note": "accent"}
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class SlotText(QTextEdit):
    """`raw` is the card's text as the model has it: 排查⟦e1⟧件."""

    edited = Signal(str)
    slot_wanted = Signal(str)  # entry id: the user wants to give its value
    number_marked = Signal(int, int)  # span of `raw` to be taken into the ledger
    split = Signal(str, str)  # Enter: the text before and behind the caret
    entered = Signal()  # the caret came in
    help_wanted = Signal()  # F4: words to choose from
    decided = Signal(int)  # Ctrl+1 … Ctrl+5: the decision at that place
    left = Signal(int)  # Alt+Down or Alt+Up: to the next card or the one before
    phrase_marked = Signal(str)  # selected words to be kept as the user's own

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._entries: dict[str, Entry] = {}
        self._findings: list[tuple[int, int, Finding]] = []
        self._raw = ""
        self._filling = False
        self._painter = SlotPainter(self, self)
        self.setProperty("part", "cardText")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().registerHandler(OBJECT, self._painter)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.viewport().setMouseTracking(True)
        let_undo_pass(self)
        look.changed.connect(self._on_look)

    # -- what is shown ---------------------------------------------------------------------------

    @property
    def raw(self) -> str:
        """The text with slots in their model form."""
        return self._raw

    @property
    def caret(self) -> int:
        """Where the caret stands, counted in `raw`."""
        return raw_offset(self._raw, self.textCursor().position())

    def show_text(self, raw: str, entries: dict[str, Entry]) -> None:
        """Text and figures from the draft; the caret stays where nothing else was changed."""
        figures_changed = entries is not self._entries and self._values(raw, entries)
        self._entries = entries
        if raw != self._raw or not self.document().characterCount():
            self._fill(raw)
        elif figures_changed:
            self.document().markContentsDirty(0, self.document().characterCount())
            self.viewport().update()

    def entry(self, entry_id: str) -> Entry | None:
        """The ledger entry that a slot stands for."""
        return self._entries.get(entry_id)

    @property
    def look(self) -> Look:
        """Colours and fonts in use."""
        return self._look

    def show_findings(self, findings: list[tuple[int, int, Finding]]) -> None:
        """Wavy lines under spans of the printed text."""
        self._findings = findings
        marks = []
        for start, end, finding in findings:
            mark = QTextEdit.ExtraSelection()
            tone = QColor(getattr(self._look.colours, WAVES[finding.level]))
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)  # type: ignore[attr-defined]
            mark.format.setUnderlineColor(tone)  # type: ignore[attr-defined]
            mark.cursor = self._cursor(self.position_of(start), self.position_of(end))  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)

    def deselect(self) -> None:
        """The caret went elsewhere: nothing here is marked any more."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def select_printed(self, start: int, end: int) -> None:
        """Select a span of the printed text."""
        self.setTextCursor(self._cursor(self.position_of(start), self.position_of(end)))

    def position_of(self, printed: int) -> int:
        """The document's position of an offset of the printed text."""
        return position_of(self._raw, printed, self.printed_value)

    # -- keys and mouse --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a new card; F2 or Alt+Enter edits the next figure; F4 offers words."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.edit_next_slot()
            elif not self.isReadOnly():
                raw_at = raw_offset(self._raw, self.textCursor().position())
                self.split.emit(self._raw[:raw_at], self._raw[raw_at:])
            return
        if self._is_command(event):
            return
        super().keyPressEvent(event)

    def _is_command(self, event: QKeyEvent) -> bool:
        """Keys that do something with the card and write nothing."""
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_F2:
            self.edit_next_slot()
        elif key == Qt.Key.Key_F4 and not modifiers:
            self.help_wanted.emit()
        elif modifiers & CTRL and Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.decided.emit(key - Qt.Key.Key_1)
        elif modifiers & ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def edit_next_slot(self) -> None:
        """Give the figure at or behind the caret, or select the ×× written there; else the first."""
        written = [(each.start(), "") for each in WRITTEN.finditer(self.toPlainText())]
        stops, at = sorted([*slots(self._raw), *written]), self.textCursor().position()
        position, entry = next((stop for stop in stops if stop[0] >= at), (stops or [(-1, "")])[0])
        if entry:
            self.slot_wanted.emit(entry)
        elif position >= 0:
            self.setTextCursor(self._cursor(position, position + len(BLANK)))

    def put_caret_at_slot(self, entry_id: str) -> None:
        """The caret before a figure."""
        for position, entry in slots(self._raw):
            if entry == entry_id:
                self.setTextCursor(self._cursor(position, position))
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a figure edits it."""
        super().mouseReleaseEvent(event)
        entry = self._slot_at(event.position())
        if entry and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():  # fmt: skip
            self.slot_wanted.emit(entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over figures, the finding's words over its line."""
        super().mouseMoveEvent(event)
        over = self._slot_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if over and (entry := self._entries.get(over)):
            last = f"去年 {entry.last}{entry.unit or ''}" if entry.last else "去年没有"
            QToolTip.showText(event.globalPosition().toPoint(), f"{entry.thing}（{last}）", self)
            return
        position = self.cursorForPosition(event.position().toPoint()).position()
        for start, end, finding in self._findings:
            if self.position_of(start) <= position < self.position_of(end):
                QToolTip.showText(event.globalPosition().toPoint(), finding.message, self)
                return

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste, and a typed number into the ledger."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():  # undo and redo are the whole draft's
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        span = self._number_span()
        take = QAction("把这个数字记入台账", menu)
        take.setEnabled(span is not None and not self.isReadOnly())
        if span is not None:
            take.triggered.connect(lambda _checked=False: self.number_marked.emit(*span))
        menu.addSeparator()
        menu.addAction(take)
        words = self.createMimeDataFromSelection().text().strip()
        keep = menu.addAction("把选中的话存为“我的话”", lambda: self.phrase_marked.emit(words))
        keep.setEnabled(bool(words))
        menu.addAction("换个说法、常用的话、随手记…\tF4", self.help_wanted.emit)
        menu.exec(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the caret came in."""
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QEvent) -> None:
        """The page scrolls, not the field."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As tall as its words need."""
        super().resizeEvent(event)
        self._fit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copied text has the figures' values."""
        data = QMimeData()
        cursor = self.textCursor()
        start = raw_offset(self._raw, cursor.selectionStart())
        end = raw_offset(self._raw, cursor.selectionEnd())
        raw = self._raw[start:end]
        data.setText(SLOT.sub(lambda match: self.printed_value(match[1]), raw))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words; a file dropped here is the window's."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text comes as plain words on one line."""
        if self.canInsertFromMimeData(source):
            words = "".join(part.strip() for part in source.text().splitlines())
            self.insertPlainText(words.replace(OBJECT_CHARACTER, ""))

    def printed_value(self, entry_id: str) -> str:
        """What a slot prints."""
        entry = self._entries.get(entry_id)
        return (entry.value if entry else None) or BLANK

    def sizeHint(self) -> QSize:
        """One line at least."""
        return QSize(300, self._look.scaled(36))

    # -- inside ----------------------------------------------------------------------------------

    def _fill(self, raw: str) -> None:
        cursor, position = QTextCursor(self.document()), self.textCursor().position()
        self._filling = True
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        block = QTextBlockFormat()
        block.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for number, piece in enumerate(SLOT.split(raw)):
            if number % 2:
                cursor.insertText(OBJECT_CHARACTER, self._slot_format(piece))
            elif piece:
                cursor.insertText(piece, QTextCharFormat())
        self._filling = False
        self._raw = raw
        caret = self.textCursor()
        caret.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(caret)
        self.show_findings(self._findings)  # the waves went with the words they stood under
        self._fit()

    def _slot_format(self, entry_id: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setObjectType(OBJECT)
        made.setProperty(ENTRY, entry_id)
        return made

    def _on_text_changed(self) -> None:
        if self._filling:
            return
        self.setCurrentCharFormat(QTextCharFormat())
        raw = self._read()
        if raw != self._raw:
            self._raw = raw
            self.edited.emit(raw)

    def _read(self) -> str:
        parts, block = [], self.document().begin()
        while block.isValid():
            it = block.begin()
            while not it.atEnd():
                fragment = it.fragment()
                entry = fragment.charFormat().property(ENTRY)
                text = fragment.text()
                if entry and OBJECT_CHARACTER in text:
                    slot = f"{SLOT_OPEN}{entry}{SLOT_CLOSE}"
                    text = text.replace(OBJECT_CHARACTER, slot)
                parts.append(text.replace("\u2028", ""))
                it += 1
            block = block.next()
        return "".join(parts)

    def _slot_at(self, point: QPointF) -> str:
        """Id of the entry whose slot is under a point of the viewport, or nothing."""
        layout = self.document().documentLayout()
        at = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = layout.hitTest(at, Qt.HitTestAccuracy.ExactHit)
        for candidate in (position, position - 1):
            for place, entry in slots(self._raw):
                if candidate == place and self._covers(place, at):
                    return entry
        return ""

    def _covers(self, place: int, at: QPointF) -> bool:
        left = self.cursorRect(self._cursor(place, place)).left()
        width = self._painter.width(self.printed_of_position(place), self._look)
        return left <= at.x() <= left + width

    def printed_of_position(self, place: int) -> str:
        """What the slot at a position prints."""
        return next((self.printed_value(e) for p, e in slots(self._raw) if p == place), "")

    def _number_span(self) -> tuple[int, int] | None:
        """The selected number, or the one at the caret, as a span of `raw`."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            return raw_offset(self._raw, start), raw_offset(self._raw, end)
        return number_at(self._raw, raw_offset(self._raw, cursor.position()))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor, last = QTextCursor(self.document()), self.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _values(self, raw: str, entries: dict[str, Entry]) -> bool:
        ids = SLOT.findall(raw)
        return any(entries.get(each) != self._entries.get(each) for each in ids)

    def _fit(self, *_: Any) -> None:
        # The line spacing leaves air below the last line that looks like an empty one.
        spare = self.fontMetrics().height() * (LINE_PERCENT - 100) // 100
        height = round(self.document().size().height()) + 14 - spare
        if height != self.height():
            self.setFixedHeight(max(height, self._look.scaled(36)))

    def _on_look(self) -> None:
        self.document().markContentsDirty(0, self.document().characterCount())
        self.show_findings(self._findings)
        self._fit()
