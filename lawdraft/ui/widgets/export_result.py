"""What became of an export: the file made and its buttons, or why not and another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QSizePolicy

from lawdraft.ui.widgets.basics import button, column, label, restyle
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from pathlib import Path

GONE = "“{}”已经不在那里了，请再导出一次。"
NO_PROGRAM = "这台电脑上没有能打开它的程序；文件在：{}"


class ExportResult(QFrame):
    """Always in sight beside the button; hidden while there is nothing to tell."""

    name_wanted = Signal(object)  # Path: under this name instead
    place_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "box")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.made: Path | None = None
        self._other: Path | None = None
        self.words = label("", wrap=True)
        self._notes = label("", "small", wrap=True)
        self.open_file = button("打开文件", lambda: self._open(self.made), part="primary")
        self.open_folder = button(
            "打开所在文件夹", lambda: self._open(self.made.parent if self.made else None)
        )
        self.rename = button("", self._on_rename, part="primary")
        self.elsewhere = button("存到别处…", self.place_wanted.emit)
        close = button("知道了", self.hide, part="link")
        buttons = Wrapping(
            self.open_file, self.open_folder, self.rename, self.elsewhere, close, between=4
        )
        self.setLayout(
            column(self.words, self._notes, buttons, spacing=6, margins=(16, 10, 14, 10))
        )
        self.hide()

    def show_made(self, path: Path, notes: tuple[str, ...]) -> None:
        """The file is there."""
        self.made = path
        self._show(f"已导出：{path}", "\n".join(notes), "good")

    def show_failed(self, sentence: str, other: Path | None, beside: Path | None = None) -> None:
        """Why there is no file; `other`: where there would be one, told by what is new in it."""
        self.made, self._other = None, other
        if other is not None:
            near = beside is not None and other.parent == beside.parent
            words = f"改名为“{other.name}”" if near else f"存到“{other.parent}”"
            self.rename.setText(words)
        self._show(sentence, "", "bad")

    def _show(self, words: str, notes: str, state: str) -> None:
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        for each in (self.open_file, self.open_folder):
            each.setVisible(state == "good")
        self.rename.setVisible(state == "bad" and self._other is not None)
        self.elsewhere.setVisible(state == "bad")
        restyle(self, state=state)
        self.show()

    @property
    def failed(self) -> bool:
        """Whether what is told is that there is no file."""
        return not self.isHidden() and self.property("state") == "bad"

    def _on_rename(self) -> None:
        if self._other is not None:
            self.name_wanted.emit(self._other)

    def _open(self, path: Path | None) -> None:
        if path is None:
            return
        if not path.exists():
            self.show_failed(GONE.format(path.name), None)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.words.setText(NO_PROGRAM.format(path))
