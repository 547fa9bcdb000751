"""What is dropped on the window or pasted into it: one file, several, a folder, copied text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget


def welcome_files(event: QDragEnterEvent) -> bool:
    """Take a drag that brings files."""
    if not paths_in(event.mimeData()):
        return False
    event.acceptProposedAction()
    return True


def dropped(event: QDropEvent) -> list[Path]:
    """The files and folders that were dropped."""
    paths = paths_in(event.mimeData())
    if paths:
        event.acceptProposedAction()
    return paths


def paths_in(data: QMimeData) -> list[Path]:
    """Files and folders of this PC in what is dragged or was copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def one_of(parent: QWidget, paths: list[Path]) -> Path | None:
    """The only one, or the one the user chooses; None where they change their mind."""
    if len(paths) <= 1:
        return paths[0] if paths else None
    from lawdraft.ui.dialogs.ask import ask_which

    names = [path.name for path in paths]
    question = f"给了 {len(paths)} 个文件，一次用一份。哪一份是去年的报告？"
    chosen = ask_which(parent, "选一份", question, names)
    return paths[names.index(chosen)] if chosen else None


def copied() -> tuple[list[Path], str | None, str | None]:
    """What the clipboard holds: files, a web page's form, plain text."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:  # cleared; Qt's stubs do not say so
        return [], None, None
    html = data.html() if data.hasHtml() else None
    return paths_in(data), html, data.text() if data.hasText() else None
