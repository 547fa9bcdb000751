"""The password of a protected file: why it is asked for, hidden unless one wants to see it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from lawdraft.ui.widgets.basics import button, column, label, row

WIDTH = 30  # letters of a line


class PasswordDialog(QDialog):
    """Enter opens, Esc leaves everything as it was."""

    def __init__(self, parent: QWidget, name: str, trouble: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("需要密码")
        self.told = label(trouble or f"“{name}”加了打开密码。", wrap=True)
        self.word = QLineEdit()
        self.word.setEchoMode(QLineEdit.EchoMode.Password)
        self.word.setAccessibleName(f"打开“{name}”的密码")
        self.word.setPlaceholderText("打开密码")
        self.seen = QCheckBox("显示密码(&S)")
        self.seen.toggled.connect(self._on_seen)
        self.go = button("打开", self.accept, part="primary")
        self.go.setDefault(True)
        self.go.setEnabled(False)
        self.word.textChanged.connect(lambda words: self.go.setEnabled(bool(words)))
        foot = row(self.seen, None, self.go, button("取消", self.reject))
        note = label("密码只用来打开这一次，不会记下。", "small", wrap=True)
        self.setLayout(column(self.told, self.word, note, foot, spacing=12, margins=(22, 20, 20, 16)))  # fmt: skip
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("国" * WIDTH))

    def _on_seen(self, seen: bool) -> None:  # noqa: FBT001  (Qt's signal)
        echo = QLineEdit.EchoMode
        self.word.setEchoMode(echo.Normal if seen else echo.Password)
