"""The user's settings while the program runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from lawdraft.ui.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from lawdraft.flow import Kit

STORE_AFTER_MS = 400


class Preferences(QObject):
    """The settings in use, stored a moment after every change."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._folder = kit.places.settings
        self.value = load_settings(self._folder)
        self._soon = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._soon.timeout.connect(self.store)

    def change(self, **fields: Any) -> None:
        """Replace these settings and store them."""
        self.put(replace(self.value, **fields))

    def put(self, settings: Settings) -> None:
        """Replace all settings and store them soon."""
        if settings != self.value:
            self.value = settings
            self._soon.start()

    def store(self) -> None:
        """Store them now."""
        self._soon.stop()
        save_settings(self.value, self._folder)
