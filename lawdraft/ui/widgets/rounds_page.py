"""改稿与版本: what came back from the leader or a colleague, and the named versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.anchors import printed, printed_values
from lawdraft.ui.revising import TOLD_ONLY, accept, accept_all, refuse, told_in, without
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.revision_words import KINDS, shown
from lawdraft.ui.widgets.versions_box import VersionsBox
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import Conflict, Merged, Revision
    from lawdraft.ui.desk import Desk

FIELD_NAMES = {
    "text": "文字",
    "heading": "标题",
    "value": "数字",
    "answer": "落实情况",
    "name": "附件的名称",
    "title": "标题",
    "addressee": "主送",
    "signature": "署名",
}
WAYS = "把导出的 Word 文件发给领导，改完收回来：修订、批注、直接改的字都会一条条列在这里，也标在各条要点下面，您逐条采纳。"


class RoundsPage(QWidget):
    """Changes to accept or refuse, versions to keep, compare and restore."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Revision, ...] | None = None
        self.conflicts: tuple[Conflict, ...] = ()
        self._list, self._differing = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(8)
        self._differing.setSpacing(8)
        self._all = button("全部采纳", self._on_accept_all)
        self._none = button("其余都不采纳", self._on_refuse_all)
        self.versions = VersionsBox(desk)
        self._build()
        self.setAcceptDrops(True)
        desk.session.opened.connect(self._on_opened)
        desk.session.draft_changed.connect(self._show_revisions)
        self._on_opened()

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Changes not yet accepted or refused; they stay with the draft, also over a restart."""
        draft = self._desk.session.draft
        return draft.revisions if draft else ()

    def _build(self) -> None:
        get = button("收回领导改过的文件…", self._on_read, part="primary")
        merge = button("合并同事的草稿…", self._on_merge)
        merge.setToolTip("同事拿同一份草稿在别的电脑上改过，把两份合成一份")
        head = row(label("改稿与版本", "heading"), None, get, margins=(20, 9, 20, 9))
        body = column(
            label(WAYS, "soft", wrap=True), Wrapping(merge, self._all, self._none), self._list,
            self._differing, 10, self.versions, None, spacing=10, margins=(20, 16, 20, 20),
        )  # fmt: skip
        self.setLayout(column(frame(head, "bar"), scrolling(holder(body), "改稿与版本"), spacing=0))

    def _on_opened(self) -> None:
        self.conflicts, self._shown = (), None
        self._show_revisions()
        self._show_conflicts()

    # -- the leader's changes --------------------------------------------------------------------

    def _on_read(self) -> None:
        from lawdraft.ui.dialogs.files import ask_report

        if (path := ask_report(self)) is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """List the changes in a file that came back."""
        draft, kit = self._desk.session.draft, self._desk.kit
        if draft is not None:
            self._desk.tell(f"正在看“{path.name}”改了什么…")
            self._desk.tasks.start(
                "round",
                lambda _progress: flow.read_round(path, draft, kit),
                lambda revisions: self._on_revisions(draft, revisions),
                self._on_trouble,
            )

    def _on_revisions(self, asked: Draft, revisions: tuple[Revision, ...]) -> None:
        session = self._desk.session
        if session.draft != asked:
            self._desk.tell("收回期间草稿又改过了，请再收一次。")
            return
        session.apply(replace(asked, revisions=revisions), "收回领导改过的文件")
        words = (
            f"收回 {len(revisions)} 处改动，请逐条看。"
            if revisions
            else "这个文件和现在的草稿没有差别。"
        )
        self._desk.tell(words, "good")

    def _show_revisions(self) -> None:
        if self.revisions == self._shown:
            return
        self._shown = self.revisions
        clear(self._list)
        for revision in self.revisions:
            self._list.addWidget(self._revision_card(revision))
        able = [each for each in self.revisions if each.kind not in TOLD_ONLY]
        self._all.setVisible(len(able) > 1)
        self._none.setVisible(len(self.revisions) > 1)
        self._all.setText(f"采纳全部 {len(able)} 处")

    def _revision_card(self, revision: Revision) -> QFrame:
        words = QLabel()
        words.setWordWrap(True)
        values = printed_values(self._desk.session.draft) if self._desk.session.draft else {}
        words.setText(shown(self._in_its_sentence(revision), self._desk.look.colours, values))
        who = label(revision.author, "faint")
        top = row(label(KINDS.get(revision.kind, "改动"), "badge"), who, None)
        if revision.kind not in TOLD_ONLY:
            top.addWidget(button("采纳", lambda: self.accept(revision)))
        top.addWidget(button("不采纳" if revision.kind != "comment" else "看过了", lambda: self.refuse(revision)))  # fmt: skip
        draft = self._desk.session.draft
        told = told_in(draft, revision.target) if draft else None
        if told is not None:
            card = told[0].id
            go = button("看位置", lambda: self._desk.card_wanted.emit(card, -1, -1), part="link")
            top.insertWidget(3, go)
        return frame(column(top, words, margins=(14, 10, 12, 12)))

    def _in_its_sentence(self, revision: Revision) -> Revision:
        """A figure's change with the words of the card that prints it, where it has none."""
        draft = self._desk.session.draft
        told = told_in(draft, revision.target) if draft and revision.kind == "figure" else None
        if told is None or revision.left or revision.right:
            return revision
        card, at, end = told
        return replace(revision, left=card.text[:at], right=card.text[end:])

    def accept(self, revision: Revision) -> None:
        """Take one change into the draft."""
        accept(self._desk, revision)

    def refuse(self, revision: Revision) -> None:
        """Take it off the list; can be undone."""
        refuse(self._desk, revision)

    def _on_refuse_all(self) -> None:
        if (draft := self._desk.session.draft) is not None:
            self._desk.session.apply(without(draft, draft.revisions), "其余改动都不采纳")

    def _on_accept_all(self) -> None:
        accept_all(self._desk)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The leader's file, or a colleague's copy, may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file dropped is read or merged."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            take = self.merge if paths[0].suffix.lower() == ".lawdraft" else self.read
            QTimer.singleShot(0, self, lambda: take(paths[0]))

    # -- a colleague's copy ----------------------------------------------------------------------

    def _on_merge(self) -> None:
        from lawdraft.ui.dialogs.files import ask_draft

        if (path := ask_draft(self)) is not None:
            self.merge(path)

    def merge(self, other: Path) -> None:
        """Take a colleague's copy in; one step of undo."""
        own, draft = self._desk.keeper.path, self._desk.session.draft
        if own is None or draft is None:
            return
        self._desk.tasks.start(
            "merge",
            lambda _progress: flow.merge_copy(own, draft, other),
            lambda merged: self._on_merged(draft, merged),
            self._on_trouble,
        )

    def _on_merged(self, asked: Draft, merged: Merged) -> None:
        session = self._desk.session
        if session.draft != asked:
            self._desk.tell("合并期间草稿又改过了，请再合并一次。")
            return
        session.apply(merged.draft, "合并同事的草稿")
        self.conflicts = merged.conflicts
        self._show_conflicts()
        kept = len(merged.conflicts)
        tail = f"有 {kept} 处两人都改了，先保留您这边的，请在下面逐处看。" if kept else ""
        self._desk.tell(f"已合并。{tail}", "good")

    def _show_conflicts(self) -> None:
        """What both changed, side by side; mine stands until theirs is taken."""
        clear(self._differing)
        for conflict in self.conflicts:
            self._differing.addWidget(self._conflict_card(conflict))

    def _conflict_card(self, conflict: Conflict) -> QFrame:
        top = row(label(f"两人都改了{FIELD_NAMES.get(conflict.field, '这一处')}", "warn"), None)
        if conflict.field in FIELD_NAMES:
            top.addWidget(button("换成同事写的", lambda: self.take_theirs(conflict)))
        top.addWidget(button("保留我的", lambda: self._settled(conflict)))
        if conflict.item.startswith("c"):
            go = button("看位置", lambda: self._desk.card_wanted.emit(conflict.item, -1, -1), part="link")  # fmt: skip
            top.insertWidget(1, go)
        values = printed_values(self._desk.session.draft) if self._desk.session.draft else {}
        mine = label(f"我写的：{printed(conflict.mine, values)}", wrap=True)
        theirs = label(f"同事写的：{printed(conflict.theirs, values)}", wrap=True)
        return frame(column(top, mine, theirs, margins=(14, 10, 12, 12)))

    def take_theirs(self, conflict: Conflict) -> None:
        """The colleague's words in place of mine; one step of undo."""
        session = self._desk.session
        if session.draft is None:
            return
        try:
            draft = flow.take_theirs(session.draft, conflict)
        except LawdraftError as error:
            self._on_trouble(error)
            return
        session.apply(draft, "换成同事写的")
        self._settled(conflict)

    def _settled(self, conflict: Conflict) -> None:
        self.conflicts = tuple(each for each in self.conflicts if each != conflict)
        self._show_conflicts()

    def _on_trouble(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")
