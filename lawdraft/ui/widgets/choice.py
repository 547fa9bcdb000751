"""One choice of a few, as a row of joined buttons; arrow keys move within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from lawdraft.ui.widgets.basics import button, row

if TYPE_CHECKING:
    from collections.abc import Mapping


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
            self._group.addButton(made)
            self.buttons[key] = made
        ends = tuple(self.buttons.values())
        ends[0].setProperty("place", "first")
        ends[-1].setProperty("place", "last")
        self.setLayout(row(*ends, spacing=0))

    def show_choice(self, key: str) -> None:
        """Show what is chosen."""
        self.buttons[key].setChecked(True)

    @property
    def choice(self) -> str:
        """What is chosen; empty where nothing."""
        return next((k for k, made in self.buttons.items() if made.isChecked()), "")
