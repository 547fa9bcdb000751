"""The bar above the pages: which draft, whether it is saved, undo and redo, save as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton

from lawdraft.ui.widgets.basics import ToolButton, button, label, restyle, row
from lawdraft.ui.widgets.elided import Elided

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawdraft.ui.desk import Desk
    from lawdraft.ui.tasks import Job


class TopBar(QFrame):
    """Follows the session and the keeper."""

    def __init__(self, desk: Desk, on_save_as: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self._desk = desk
        self._name, self._state = Elided("", "heading"), Elided("", "small")
        self._lock = label("只读", "warn")
        self._undo = self._tool("undo", "撤销", lambda: desk.back_wanted.emit("undo"))
        self._redo = self._tool("redo", "重做", lambda: desk.back_wanted.emit("redo"))
        self._save = self._tool("folder", "另存到…", on_save_as)
        self._save.setToolTip("把草稿存到您选的地方，如桌面或U盘（Ctrl+Shift+S）")
        self._save.setText("另存到…")
        self._save.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._busy = label("", "faint")
        self._stop = button("取消", desk.tasks.cancel_shown, part="link")
        self._stop.hide()
        bar = row(
            self._name, self._lock, 4, self._state, None, self._busy, self._stop,
            self._undo, self._redo, self._save, margins=(20, 8, 14, 8),
        )  # fmt: skip
        self.setLayout(bar)
        self._connect()

    def _connect(self) -> None:
        desk = self._desk
        desk.session.opened.connect(self._show_name)
        desk.session.draft_changed.connect(self._show_name)
        desk.session.history_changed.connect(self._show_history)
        desk.keeper.saved.connect(lambda time: self._show_state(f"已自动保存 {time}"))
        desk.keeper.dirty.connect(lambda: self._show_state("正在保存…"))
        desk.keeper.opened.connect(lambda: self._show_state("已打开，修改会自动保存"))
        desk.keeper.moved.connect(lambda: self._show_state(f"已另存到 {desk.keeper.path}"))
        desk.live.working.connect(self._busy.setText)
        desk.look.changed.connect(self._paint_icons)
        desk.tasks.progressed.connect(self._show_progress)
        for ended in (desk.tasks.succeeded, desk.tasks.failed, desk.tasks.cancelled):
            ended.connect(self._end_progress)

    def _tool(self, icon: str, text: str, on_click: Callable[[], None]) -> QToolButton:
        made = ToolButton()
        made.setAccessibleName(text)
        made.setProperty("icon_name", icon)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked=False: on_click())
        return made

    def _paint_icons(self) -> None:
        look, size = self._desk.look, self._desk.look.scaled(20)
        for tool in (self._undo, self._redo, self._save):
            tool.setIcon(look.icon(tool.property("icon_name"), look.colours.ink_soft, size))
            tool.setIconSize(QSize(size, size))

    def _show_name(self) -> None:
        draft = self._desk.session.draft
        if draft is not None and not self.isVisible():
            self._paint_icons()
        self.setVisible(draft is not None)
        if draft is not None:
            self._name.setText(f"{draft.organisation}　{draft.year}年度报告")
            self._lock.setVisible(bool(self._desk.session.read_only))
            self._lock.setToolTip(self._desk.session.read_only)

    def _show_progress(self, job: Job, done: int, total: int, note: str) -> None:
        """Long work that the user asked for: how far, and a way to stop it."""
        if job.shown:
            self._busy.setText(f"{note}（{done}/{total}）")
            self._stop.show()

    def _end_progress(self, job: Job) -> None:
        if job.shown:
            self._busy.clear()
            self._stop.hide()

    def _show_state(self, text: str) -> None:
        self._state.setText(text)
        restyle(self._state, part="small")

    def _show_history(self) -> None:
        session = self._desk.session
        for tool, what, verb, keys in (
            (self._undo, session.undo_what, "撤销", "Ctrl+Z"),
            (self._redo, session.redo_what, "重做", "Ctrl+Y"),
        ):
            tool.setEnabled(bool(what))
            tool.setToolTip(f"{verb}：{what}（{keys}）" if what else f"没有可{verb}的修改")

    @property
    def state(self) -> QLabel:
        """The label that says whether all is saved."""
        return self._state
