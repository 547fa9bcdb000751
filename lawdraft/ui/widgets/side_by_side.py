"""Two texts beside each other, the passage they share marked to the character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from lawdraft import flow
from lawdraft.ui.widgets.basics import column, holder, label, row
from lawdraft.ui.widgets.elided import Elided

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from lawdraft.model.report import Span
    from lawdraft.ui.look import Look

Selection = QTextEdit.ExtraSelection
Marked = tuple["Span", str, str]  # what, on which ground, in which ink or in its own
LEGEND = ("两边一样", "我们改过或加上的", "那边原来的")


class MarkedText(QPlainTextEdit):
    """A text to read; `clicked` tells the character that was clicked."""

    clicked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._shown = ""

    def show_text(self, text: str) -> None:
        """This text, without marks."""
        self.setExtraSelections([])
        if text != self._shown:
            self._shown = text
            self.setPlainText(text)

    def mark(self, marks: list[Marked]) -> None:
        """Colour these spans, the later over the earlier, and go to the first."""
        self.setExtraSelections([self._selection(*each) for each in marks])
        if marks:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._unit(marks[0][0].start))
            self.setTextCursor(cursor)
            QTimer.singleShot(0, self.centerCursor)  # a text just set is laid out by then

    def selected(self) -> str:
        """The words selected by the user."""
        return self.textCursor().selectedText().replace("\u2029", "\n")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a selection asks what stands there."""
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            at = self.cursorForPosition(event.position().toPoint()).position()
            self.clicked.emit(len(_units(self._shown)[: 2 * at].decode("utf-16-le", "ignore")))

    def _selection(self, span: Span, ground: str, ink: str) -> Selection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._unit(span.start))
        cursor.setPosition(self._unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor = cursor  # type: ignore[attr-defined]
        made.format.setBackground(QColor(ground))  # type: ignore[attr-defined]
        if ink:
            made.format.setForeground(QColor(ink))  # type: ignore[attr-defined]
            made.format.setFontWeight(QFont.Weight.Bold)  # type: ignore[attr-defined]
        return made

    def _unit(self, character: int) -> int:
        return len(_units(self._shown[:character])) // 2


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


class SideBySide(QWidget):
    """Ours at the left, theirs at the right."""

    clicked = Signal(int)  # a character of our text
    their_clicked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.ours, self.theirs = MarkedText("我们的话"), MarkedText("对方的话")
        self._their_name = Elided("对方写的", "small")
        self._legend = [label(words, "small") for words in LEGEND]
        self.hint = Elided("", "faint")
        left = column(label("我们写的", "small"), self.ours, spacing=4, margins=(14, 8, 6, 4))
        right = column(self._their_name, self.theirs, spacing=4, margins=(6, 8, 14, 4))
        key = row(*self._legend, None, self.hint, spacing=14, margins=(14, 0, 14, 6))
        texts = row(holder(left), holder(right), spacing=0)
        self.setLayout(column(texts, key, spacing=0, grow=0))
        self.ours.clicked.connect(self.clicked)
        self.theirs.clicked.connect(self.their_clicked)
        look.changed.connect(self._colour_legend)
        self._colour_legend()

    def _colour_legend(self) -> None:
        colours = self._look.colours
        grounds = (colours.warn_soft, colours.good_soft, colours.bad_soft)
        inks = (colours.ink, colours.good, colours.bad)
        for each, ground, ink in zip(self._legend, grounds, inks, strict=True):
            each.setStyleSheet(f"background: {ground}; color: {ink}; padding: 1px 6px;")

    def show_none(self, ours: str) -> None:
        """Our text alone."""
        self.ours.show_text(ours)
        self.theirs.show_text("")
        self._their_name.setText("对方写的")

    def show_pair(
        self, ours: str, here: Span, theirs: str, there: Span, name: str, known: list[Span]
    ) -> None:
        """Both texts at the passage: what is the same yellow, what differs in red and green.

        `known`: set phrases of the user's in ours, which do not count.
        """
        self._their_name.setText(name)
        self.ours.show_text(ours)
        self.theirs.show_text(theirs)
        colours = self._look.colours
        steps = flow.side_by_side(ours[here.start : here.end], theirs[there.start : there.end])
        ours_marked: list[Marked] = [(here, colours.warn_soft, "")]
        theirs_marked: list[Marked] = [(there, colours.warn_soft, "")]
        for step in (one for one in steps if one.kind != "equal"):
            if step.draft.end > step.draft.start:
                span = _moved(step.draft, here.start)
                ours_marked.append((span, colours.good_soft, colours.good))
            if step.source.end > step.source.start:
                span = _moved(step.source, there.start)
                theirs_marked.append((span, colours.bad_soft, colours.bad))
        ours_marked += [(span, colours.line, colours.ink_soft) for span in known]
        self.ours.mark(ours_marked)
        self.theirs.mark(theirs_marked)


def _moved(span: Span, by: int) -> Span:
    return type(span)(span.start + by, span.end + by)
