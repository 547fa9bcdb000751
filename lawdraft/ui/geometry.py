"""Where the window stands: as it was left, the whole screen where that is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

SMALL_SCREEN = 800  # pixels of height up to which the whole screen is taken
SIZE = (1240, 720)  # or four fifths of a larger screen
FRAME = 32  # pixels that the window's own title takes
WHOLE = "+"  # behind a place: it filled the screen
LEAST = (800, 480)  # 1366 × 768 at 150 % leaves 911 × 512


def restore_geometry(window: QMainWindow, stored: str) -> None:
    """Place the window as `store_geometry` left it; never larger than the screen.

    A place kept at another scaling of the screen is none any more; whole screen stays whole screen.
    """
    room = window.screen().availableGeometry()
    window.setMinimumSize(min(LEAST[0], room.width()), min(LEAST[1], room.height() - FRAME))
    window.resize(max(SIZE[0], room.width() * 4 // 5), max(SIZE[1], room.height() * 4 // 5))
    place = stored.removesuffix(WHOLE)
    known = bool(place) and window.restoreGeometry(QByteArray.fromBase64(place.encode()))
    whole = window.isMaximized() if known else stored.endswith(WHOLE)
    too_big = window.width() > room.width() or window.height() > room.height()
    small = not known and room.height() <= SMALL_SCREEN
    if whole or too_big or small:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def store_geometry(window: QMainWindow) -> str:
    """The window's place, to be kept among the settings."""
    place = bytes(window.saveGeometry().toBase64().data()).decode()
    return place + (WHOLE if window.isMaximized() else "")
