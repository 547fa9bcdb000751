"""The little menu for the eyes: size of type, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lawdraft.ui.look import SIZE_NAMES, wants_dark

if TYPE_CHECKING:
    from lawdraft.ui.desk import Desk

THEMES = {"light": "浅色", "dark": "深色", "system": "跟随系统"}


def choose_look(anchor: QWidget, desk: Desk) -> None:
    """Open the menu beside its button; a choice holds at once and is remembered."""
    menu = make_menu(anchor, desk)
    menu.exec(anchor.mapToGlobal(anchor.rect().topRight()))


def make_menu(parent: QWidget, desk: Desk) -> QMenu:
    """The menu with what is chosen now ticked."""
    menu = QMenu(parent)
    menu.addAction("字号").setEnabled(False)
    _add_choices(menu, desk, "size", SIZE_NAMES)
    menu.addSeparator()
    menu.addAction("颜色").setEnabled(False)
    _add_choices(menu, desk, "theme", THEMES)
    return menu


def _add_choices(menu: QMenu, desk: Desk, field: str, names: dict[str, str]) -> None:
    group = QActionGroup(menu)
    for key, name in names.items():
        action = QAction(name, menu, checkable=True)
        action.setChecked(getattr(desk.preferences.value, field) == key)
        action.triggered.connect(lambda _checked=False, key=key: apply(desk, field, key))
        group.addAction(action)
        menu.addAction(action)


def apply(desk: Desk, field: str, key: str) -> None:
    """Take a choice over and remember it."""
    desk.preferences.change(**{field: key})
    app, chosen = QApplication.instance(), desk.preferences.value
    assert isinstance(app, QApplication)
    desk.look.choose(dark=wants_dark(app, chosen.theme), size=chosen.size)
