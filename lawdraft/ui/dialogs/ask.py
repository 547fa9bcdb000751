"""Questions and bad news, calmly put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QGridLayout, QInputDialog, QMessageBox

from lawdraft.ui.widgets.wheel import let_wheel_pass

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def ask(parent: QWidget, question: str, yes: str, no: str = "取消", *, detail: str = "") -> bool:
    """Whether the user chose `yes`; Esc and Enter mean `no`."""
    box = QMessageBox(QMessageBox.Icon.Question, "请确认", question, parent=parent)
    box.setInformativeText(detail)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is accept


def ask_date(parent: QWidget, question: str, current: str) -> str | None:
    """A day as ISO date; empty takes it away, None where the user changed their mind."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, "时限", question, parent=parent)
    field = QDateEdit(QDate.fromString(current, "yyyy-MM-dd") if current else QDate.currentDate())
    let_wheel_pass(field)
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy年M月d日")
    field.setAccessibleName(question)
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        layout.addWidget(field, 1, 2)
    keep = box.addButton("记下", QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton("不要这个时限", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    if box.clickedButton() is keep:
        return field.date().toString("yyyy-MM-dd")
    return "" if box.clickedButton() is drop else None


def ask_password(parent: QWidget, name: str, trouble: str = "") -> str:
    """The password of a protected file; empty where the user changed their mind.

    `trouble`: why it is asked for, or why the one given before does not open the file.
    """
    from lawdraft.ui.dialogs.password import PasswordDialog

    dialog = PasswordDialog(parent, name, trouble)
    return dialog.word.text() if dialog.exec() else ""


def ask_which(parent: QWidget, title: str, question: str, names: list[str]) -> str:
    """One of several names; empty where the user changed their mind."""
    name, given = QInputDialog.getItem(parent, title, question, names, 0, editable=False)
    return name if given else ""


def ask_close_unsaved(parent: QWidget, sentence: str) -> bool:
    """Whether to close although the last changes could not be saved."""
    return ask(parent, "最后的修改没有存上，仍要关闭吗？", "仍要关闭", "不关闭", detail=sentence)


def tell_crash(parent: QWidget, *, log: Path, saved: bool) -> None:
    """Something unexpected happened; what became of the work, and where the note about it is."""
    safe = "您的草稿已经保存好。" if saved else "最后几秒的修改可能没有存上。"
    box = QMessageBox(
        QMessageBox.Icon.Information, "出了一点意外", f"程序遇到了没有料到的情况。{safe}"
    )
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(f"可以继续使用；如果再次出现，请关闭后重新打开。\n情况记在：{log}")
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.exec()
