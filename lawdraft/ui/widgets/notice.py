"""The bar of one sentence above the pages: what went wrong and what to do, or what went well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame

from lawdraft.ui.widgets.basics import button, label, restyle, row

if TYPE_CHECKING:
    from lawdraft.ui.look import Look

GOOD_SECONDS = 8


class Notice(QFrame):
    """Good news goes by itself, everything else stays until it is closed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "notice")
        self._text = label("", wrap=True)
        self._close = button("知道了", self.hide, part="link")
        self.setLayout(row(self._text, self._close, margins=(20, 6, 14, 6)))
        self._timer = QTimer(self, singleShot=True, interval=GOOD_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self._look = look
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown now."""
        return self._text.text() if not self.isHidden() else ""

    def tell(self, sentence: str, tone: str = "") -> None:
        """Show a sentence; an empty one hides the bar."""
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        restyle(self, state=tone)
        self.setVisible(bool(sentence))
        self._timer.stop()
        if tone == "good":
            self._timer.start()
