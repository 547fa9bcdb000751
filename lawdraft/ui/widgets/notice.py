"""One sentence: what went wrong and what to do over the top bar, what went well over the foot.

It moves nothing: whoever types when the sentence comes goes on typing at the same place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from lawdraft.ui.widgets.basics import button, label, restyle, row

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from lawdraft.ui.look import Look

GOOD_SECONDS = 6
NEW_MS = 400  # news this young are about the page that one comes to
GOOD_WIDTH = 640
EDGE = 20  # pixels kept free round good news
CLOSE_KEY = "F6"


class Notice(QFrame):
    """What one has to act on stays until it is closed; good news moves nothing and goes by itself."""

    def __init__(self, look: Look, bar: QWidget) -> None:
        """`bar` is what it lies over; where that is hidden, `place` keeps room for it."""
        super().__init__()
        self.setProperty("part", "notice")
        self._text = label("", wrap=True)
        self._close = button(f"知道了（{CLOSE_KEY}）", self.hide, part="link")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it is
        self._close.setAccessibleName("知道了，收起提示")
        self._close.setAccessibleDescription(f"按 {CLOSE_KEY}")
        self.setLayout(row(self._text, self._close, margins=(20, 6, 14, 6)))
        self._key = QShortcut(QKeySequence(CLOSE_KEY), self)
        self._key.activated.connect(self.hide)
        self.place = QWidget()
        self.place.setFixedHeight(0)
        self._bar = bar
        self._timer = QTimer(self, singleShot=True, interval=GOOD_SECONDS * 1000)
        self._good = label("", "toast", wrap=True)
        self._good.setParent(self)
        self._good.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._good.hide()
        self._timer.timeout.connect(self._good.hide)
        self._age = QElapsedTimer()
        self._of_page = False  # what is shown was told by a page, and goes with it
        self._look = look
        self.hide()

    def lie_over(self, host: QWidget) -> None:
        """At the head of `host`, above all that is in it, from now on."""
        self.setParent(host)
        host.installEventFilter(self)
        self._bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window or the bar has another size, or the bar comes and goes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._lay_out()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Over the bar, or above the page where there is no bar."""
        super().showEvent(event)
        self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """The bar again, and the keys where they were."""
        super().hideEvent(event)
        self._lay_out()

    @property
    def text(self) -> str:
        """The sentence shown now."""
        shown = (self._text, not self.isHidden()), (self._good, not self._good.isHidden())
        return next((words.text() for words, visible in shown if visible), "")

    def tell(self, sentence: str, tone: str = "") -> None:
        """Show a sentence; an empty one hides what is shown."""
        self._good.hide()
        self._of_page = False
        self._age.start()
        if tone == "good" and sentence:
            self._show_good(sentence)
            sentence = ""
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        restyle(self, state=tone)
        self.setVisible(bool(sentence))
        self._lay_out()
        if sentence:
            self._say(sentence)

    def tell_of_page(self, sentence: str, tone: str = "") -> None:
        """What holds on the page shown alone; another page is another matter."""
        self.tell(sentence, tone)
        self._of_page = True

    def go_with_page(self) -> None:
        """Another step: all that was told of the one before goes."""
        self.leave()
        if self._of_page and self._age.elapsed() > NEW_MS:
            self.hide()

    def leave(self) -> None:
        """Another page: good news of the page before has been read."""
        if not self._good.isHidden() and self._age.elapsed() > NEW_MS:
            self._good.hide()

    def _lay_out(self) -> None:
        host, shown = self.parentWidget(), not self.isHidden()
        if host is None:
            return
        covers = not self._bar.isHidden()
        self._bar.setEnabled(not (shown and covers))  # what cannot be seen takes no keys
        high = max(self.heightForWidth(host.width()), self._bar.height() if covers else 0)
        self.place.setFixedHeight(high if shown and not covers else 0)
        self.setGeometry(0, 0, host.width(), high)
        self.raise_()

    def _say(self, sentence: str) -> None:
        """To a screen reader, whatever is in hand."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _show_good(self, sentence: str) -> None:
        """Over the lower edge of the window, where no button stands under the hand."""
        host, toast = self.window(), self._good
        toast.setParent(host)
        toast.setText(sentence)
        toast.setAccessibleName(sentence)
        wide = min(self._look.scaled(GOOD_WIDTH), host.width() - 2 * EDGE)
        toast.setFixedWidth(min(wide, toast.fontMetrics().horizontalAdvance(sentence) + 3 * EDGE))
        toast.adjustSize()
        toast.move((host.width() - toast.width()) // 2, host.height() - toast.height() - 2 * EDGE)
        toast.show()
        toast.raise_()
        self._timer.start()
        self._say(sentence)
