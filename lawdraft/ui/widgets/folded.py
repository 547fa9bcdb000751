"""The inspector folded away: a narrow strip at the right edge with a button for each of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from lawdraft.ui.widgets.basics import ToolButton, column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabWidget

    from lawdraft.ui.look import Look

HINT = "打开右边的对照（F8）"


class Folded(QFrame):
    """Its buttons say what the tabs say, one character below the other."""

    wanted = Signal(int)  # the page asked for

    def __init__(self, look: Look, tabs: QTabWidget) -> None:
        super().__init__()
        self.setProperty("part", "side")
        self._look, self._tabs = look, tabs
        self.buttons = tuple(self._button(number) for number in range(tabs.count()))
        self.setLayout(column(*self.buttons, None, spacing=6, margins=(2, 8, 2, 8)))
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The words of the tabs may have changed: 核查 3."""
        self.setFixedWidth(self._look.scaled(34))
        for number, made in enumerate(self.buttons):
            words = self._tabs.tabText(number)
            name, _, count = words.partition(" ")
            made.setText("\n".join((*name, *filter(None, (count,)))))
            made.setAccessibleName(f"对照：{words}")
            made.setFixedWidth(self._look.scaled(30))

    def _button(self, number: int) -> ToolButton:
        made = ToolButton()
        made.setToolTip(HINT)
        made.setAccessibleDescription(HINT)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda _checked=False: self.wanted.emit(number))
        return made
