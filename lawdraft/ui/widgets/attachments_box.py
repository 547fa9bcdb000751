"""附件: named and in order; the matter of each from a file, from the ledger, or typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import attaching, wishing
from lawdraft.ui.widgets.basics import button, clear, column, frame, label, row
from lawdraft.ui.widgets.undoable import let_undo_pass, lock, put_words
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lawdraft.flow import Taken
    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Attachment, Draft
    from lawdraft.model.errors import LawdraftError
    from lawdraft.ui.desk import Desk

KINDS = (
    "Word、Excel、文本 (*.docx *.doc *.wps *.xlsx *.xls *.et *.csv *.txt *.rtf *.odt *.ods *.pdf)"
)
OPTION = "附件"  # names alone, as the command line gives them
HOLDS = "{}行表格"
PROSE = "{}段文字"
NAMED_ONLY = "只列名称，没有内容"


class AttachmentsBox(QWidget):
    """A row each; what is done goes to the draft at once, and from there onto the pages."""

    rebuilt = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[str, ...] = ()
        self.names: dict[str, QLineEdit] = {}
        self._states: dict[str, QLabel] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        take = button("从文件取…", self._on_take, hint="Word、Excel 或文本，内容放在附件页上")
        ledger = button("用台账做数据表", self._on_ledger, hint="全部公开的数字，去年今年对照")
        only = button("只列名称", self._on_named, hint="附件另外附上，报告里只写它的名称")
        self._buttons = Wrapping(take, ledger, only, between=4)
        self.setLayout(column(self._rows, self._buttons, spacing=8))
        self.setAccessibleName("附件")
        desk.session.draft_changed.connect(self.refresh)
        desk.session.opened.connect(self.refresh)

    # -- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """The draft's attachments; rows are made anew only where others are there."""
        draft = self._desk.session.draft
        if draft is None or not self.isVisible():
            return
        named = dict(draft.wishes.options).get(OPTION, "")
        ids = (*(each.id for each in draft.attachments), named)
        if ids != self._shown:
            self._build(draft, named)
            self._shown = ids
            self.rebuilt.emit()
        for each in draft.attachments:
            put_words(self.names[each.id], each.name)
            lock(self.names[each.id], locked=bool(self._desk.session.read_only))
            self._states[each.id].setText(in_words(each))

    def _build(self, draft: Draft, named: str) -> None:
        clear(self._rows)
        self.names, self._states = {}, {}
        for number, each in enumerate(draft.attachments, 1):
            self._rows.addWidget(self._row(number, each))
        if named:
            words = label(f"附件说明写的是“{named}”，盖过下面的附件。", wrap=True)
            change = button("换成附件", partial(self._change, on_names, named.split("|")))
            self._rows.addWidget(frame(row(words, change, margins=(12, 6, 10, 6), grow=0), "box"))

    def _row(self, number: int, each: Attachment) -> QWidget:
        name = QLineEdit()
        name.setPlaceholderText("附件的名称，例如：2026年法治政府建设主要数据统计表")
        name.setAccessibleName(f"附件{number}的名称")
        let_undo_pass(name)
        name.textEdited.connect(partial(self._on_name, each.id))
        state = label("", "small", wrap=True)
        open_ = button("内容…", partial(self._on_open, each.id))
        open_.setAccessibleName(f"附件{number}的内容")
        up = button(
            "上移", partial(self._change, attaching.move_attachment, each.id, -1), part="link"
        )
        up.setVisible(number > 1)
        drop = button(
            "去掉", partial(self._change, attaching.remove_attachment, each.id), part="link"
        )
        drop.setAccessibleName(f"去掉附件{number}")
        self.names[each.id], self._states[each.id] = name, state
        tools = row(state, up, drop, spacing=12, grow=0)
        inside = column(row(label(f"{number}"), name, open_, grow=1), tools, spacing=2)
        inside.setContentsMargins(12, 8, 10, 6)
        return frame(inside, "quiet")

    # -- doing -----------------------------------------------------------------------------------

    def _change(self, change: Callable[..., Draft], *values: object) -> None:
        self._desk.session.edit(change, *values, what="改附件")

    def _on_name(self, attachment: str, words: str) -> None:
        self._desk.session.edit(
            partial(attaching.set_attachment, name=words.strip()), attachment,
            what="改附件名称", merge=f"attachment {attachment}",
        )  # fmt: skip

    def _on_named(self) -> None:
        self._change(attaching.add_attachment, "")
        if self.names:
            list(self.names.values())[-1].setFocus()

    def _on_ledger(self) -> None:
        draft = self._desk.session.draft
        if draft is not None:
            taken = flow.figures_attachment(draft, self._desk.kit)
            self._change(attaching.add_attachment, taken.name, taken.text)

    def _on_take(self) -> None:
        self.take(lambda taken: self._change(attaching.add_attachment, taken.name, taken.text))

    def take(self, use: Callable[[Taken], None]) -> None:
        """Ask for a file and read it behind the window."""
        from lawdraft.ui.dialogs.files import ask_file

        path = ask_file(self, "把哪个文件作附件", KINDS)
        if path is not None:
            self.read(path, use)

    def read(self, path: Path, use: Callable[[Taken], None]) -> None:
        """Read a file for an attachment; what is wrong with it is one sentence above the page."""
        self._desk.tasks.start(
            "attachment",
            lambda progress: _read(path, progress),
            use,
            self._on_unread,
            shown=True,
        )

    def _on_unread(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")

    def _on_open(self, attachment: str) -> None:
        from lawdraft.ui.dialogs.attachment import AttachmentDialog

        AttachmentDialog(self, self._desk, attachment, self.take).exec()


def _read(path: Path, progress: Progress) -> Taken:
    progress(0, 1, f"正在读“{path.name}”")
    return flow.read_attachment(path)


def in_words(each: Attachment) -> str:
    """What an attachment holds: 5行表格, 3段文字, or only its name."""
    lines = [line for line in each.text.split("\n") if line.strip()]
    if not lines:
        return NAMED_ONLY + ("；去年的内容还在，点“内容…”可以照着写" if each.last else "")
    rows = sum("\t" in line for line in lines)
    return HOLDS.format(rows) if rows else PROSE.format(len(lines))


def on_names(draft: Draft, names: list[str]) -> Draft:
    """Names given as an option become attachments of their own."""
    draft = wishing.set_option(draft, OPTION, "")
    for name in names:
        draft = attaching.add_attachment(draft, name.strip())
    return draft
