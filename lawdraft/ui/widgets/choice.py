"""One choice of a few, as a row of joined buttons.

The Tab key comes to what is chosen; arrow keys move between the buttons, and Space chooses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from lawdraft.ui.widgets.basics import button, row

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}

_Key = TypeVar("_Key", bound=str)


class Choice(QWidget):
    """`chosen` comes only from the user, never from `show_choice`."""

    chosen = Signal(str)

    def __init__(
        self, name: str, names: Mapping[_Key, str], hints: Mapping[_Key, str] | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for key, words in names.items():
            made = button(words, part="choice", hint=(hints or {}).get(key, ""))
            made.setCheckable(True)
            made.setProperty("tone", key)
            made.setAccessibleName(f"{name}：{words}")
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            made.installEventFilter(self)
            self._group.addButton(made)
            self.buttons[key] = made
        ends = tuple(self.buttons.values())
        ends[0].setProperty("place", "first")
        ends[-1].setProperty("place", "last")
        self.setLayout(row(*ends, spacing=0))
        self._let_tab_to(ends[0])

    def show_choice(self, key: str) -> None:
        """Show what is chosen."""
        self.buttons[key].setChecked(True)
        self._let_tab_to(self.buttons[key])

    def _let_tab_to(self, wanted: QPushButton) -> None:
        for each in self.buttons.values():
            tab = Qt.FocusPolicy.StrongFocus if each is wanted else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(tab)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys go from button to button and choose nothing yet."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            buttons = list(self.buttons.values())
            if step is not None and watched in buttons:
                place = buttons.index(watched) + step
                if 0 <= place < len(buttons):
                    buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    @property
    def choice(self) -> str:
        """What is chosen; empty where nothing."""
        return next((k for k, made in self.buttons.items() if made.isChecked()), "")
