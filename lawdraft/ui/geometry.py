"""Where the window stands: as it was left, the whole screen where that is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

SMALL_SCREEN = 800  # pixels of height up to which the whole screen is taken
SIZE = (1240, 720)
LEAST = (800, 480)  # 1366 × 768 at 150 % leaves 911 × 512


def restore_geometry(window: QMainWindow, stored: str) -> None:
    """Place the window as `store_geometry` left it; never larger than the screen."""
    window.resize(*SIZE)
    window.setMinimumSize(*LEAST)
    if stored:
        window.restoreGeometry(QByteArray.fromBase64(stored.encode()))
    room = window.screen().availableGeometry()
    too_big = window.width() > room.width() or window.height() > room.height()
    if too_big or (not stored and room.height() <= SMALL_SCREEN):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def store_geometry(window: QMainWindow) -> str:
    """The window's place, to be kept among the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode()
