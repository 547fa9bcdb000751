"""Ctrl+Z belongs to the whole draft: fields let it pass to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoPasses(QObject):
    """An event filter for fields that would take Ctrl+Z and Ctrl+Y for themselves."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop the field from claiming those keys."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and any(map(event.matches, KEYS)):
            return True
        return super().eventFilter(watched, event)


def let_undo_pass(field: QWidget) -> None:
    """Install the filter; the field owns it."""
    field.installEventFilter(UndoPasses(field))


def put_words(field: QLineEdit, words: str) -> None:
    """Show words from the draft, from their beginning; the same words leave the caret alone."""
    if field.text() != words:
        field.setText(words)
        field.setToolTip(words)  # where it is longer than the field
        field.setCursorPosition(0)


def lock(field: QLineEdit, *, locked: bool) -> None:
    """Only to be read, or not; set again it would cost a restyling of the field each time."""
    if field.isReadOnly() != locked:
        field.setReadOnly(locked)


def headline(name: str, placeholder: str = "") -> QLineEdit:
    """A heading that looks like text until one edits it."""
    made = QLineEdit()
    made.setProperty("part", "headline")
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    let_undo_pass(made)
    return made
