"""改稿与版本: what came back from the leader or a colleague, and the named versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QTextBrowser, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.diff import diff_html

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import Merged, Revision
    from lawdraft.store.drafts import Version
    from lawdraft.ui.desk import Desk

VERSION_NAMES = ("初稿", "征求意见稿", "送审稿", "会议讨论稿", "签发稿")
KINDS = {
    "card": "改文字",
    "card_heading": "改小标题",
    "topic": "改小节标题",
    "section": "改部分标题",
    "title": "改标题",
    "addressee": "改主送",
    "signature": "改署名",
    "figure": "改数字",
    "new_card": "加一段",
    "drop": "删一段",
    "comment": "批注",
    "unplaced": "找不到位置",
}
WAYS = (
    "把导出的 Word 文件发给领导，改完收回来：修订、批注、直接改的字都会一条条列在这里，您逐条采纳。"
)


class RoundsPage(QWidget):
    """Changes to accept or refuse, versions to keep, compare and restore."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.revisions: tuple[Revision, ...] = ()
        self._list, self._versions = QVBoxLayout(), QVBoxLayout()
        self._list.setSpacing(8)
        self._versions.setSpacing(6)
        self._all = button("全部采纳", self._on_accept_all)
        self._name = QComboBox()
        self._name.setEditable(True)
        self._name.addItems(VERSION_NAMES)
        self._name.setAccessibleName("版本名称")
        self._compared = QTextBrowser()
        self._compared.setAccessibleName("两个版本的差别")
        self._compared.setMinimumHeight(desk.look.scaled(220))
        self._compared.hide()
        self._build()
        desk.session.opened.connect(self._on_opened)
        self._on_opened()

    def _build(self) -> None:
        get = button("收回领导改过的文件…", self._on_read, part="primary")
        merge = button("合并同事的草稿…", self._on_merge)
        merge.setToolTip("同事拿同一份草稿在别的电脑上改过，把两份合成一份")
        head = row(label("改稿与版本", "heading"), None, merge, get, margins=(20, 9, 20, 9))
        keep = button("存为一个版本", self._on_keep)
        body = column(
            label(WAYS, "soft", wrap=True), row(self._all, None), self._list, 10,
            label("版本", "heading"), row(self._name, keep, None), self._versions, self._compared, None,
            spacing=10, margins=(20, 16, 20, 20),
        )  # fmt: skip
        self.setLayout(column(frame(head, "bar"), scrolling(holder(body), "改稿与版本"), spacing=0))

    def _on_opened(self) -> None:
        self.revisions = ()
        self._compared.hide()
        self._show_revisions()
        self._show_versions()

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
                self._on_revisions,
                self._on_trouble,
            )

    def _on_revisions(self, revisions: tuple[Revision, ...]) -> None:
        self.revisions = revisions
        self._show_revisions()
        words = (
            f"收回 {len(revisions)} 处改动，请逐条看。"
            if revisions
            else "这个文件和现在的草稿没有差别。"
        )
        self._desk.tell(words, "good")

    def _show_revisions(self) -> None:
        clear(self._list)
        for revision in self.revisions:
            self._list.addWidget(self._revision_card(revision))
        able = [each for each in self.revisions if each.kind not in ("comment", "unplaced")]
        self._all.setVisible(len(able) > 1)
        self._all.setText(f"采纳全部 {len(able)} 处")

    def _revision_card(self, revision: Revision) -> QFrame:
        words = QLabel()
        words.setWordWrap(True)
        words.setText(self._shown(revision))
        who = label(revision.author, "faint")
        top = row(label(KINDS.get(revision.kind, "改动"), "badge"), who, None)
        if revision.kind not in ("comment", "unplaced"):
            top.addWidget(button("采纳", lambda: self.accept(revision)))
        top.addWidget(button("不采纳" if revision.kind != "comment" else "看过了", lambda: self.refuse(revision)))  # fmt: skip
        if revision.target.startswith("c"):
            go = button("看位置", lambda: self._desk.card_wanted.emit(revision.target, -1, -1), part="link")  # fmt: skip
            top.insertWidget(3, go)
        return frame(column(top, words, margins=(14, 10, 12, 12)))

    def _shown(self, revision: Revision) -> str:
        from html import escape

        change = diff_html(revision.before, revision.after, self._desk.look.colours)
        if revision.kind == "comment":
            return f"“{escape(revision.before)}”<br>批注：<b>{escape(revision.comment)}</b>"
        tail = f"<br>批注：{escape(revision.comment)}" if revision.comment else ""
        return f"…{escape(revision.left[-16:])}{change}{escape(revision.right[:16])}…{tail}"

    def accept(self, revision: Revision) -> None:
        """Take one change into the draft."""
        session = self._desk.session
        if session.draft is None:
            return
        try:
            draft = flow.accept_revision(session.draft, revision)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")
            return
        session.apply(draft, "采纳领导的改动")
        self.refuse(revision)

    def refuse(self, revision: Revision) -> None:
        """Take it off the list."""
        self.revisions = tuple(each for each in self.revisions if each != revision)
        self._show_revisions()

    def _on_accept_all(self) -> None:
        for revision in self.revisions:
            if revision.kind not in ("comment", "unplaced"):
                self.accept(revision)

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
        kept = len(merged.conflicts)
        tail = f"有 {kept} 处两人都改了，保留了您这边的。" if kept else ""
        self._desk.tell(f"已合并。{tail}", "good")

    # -- versions --------------------------------------------------------------------------------

    def _on_keep(self) -> None:
        name = self._name.currentText().strip() or VERSION_NAMES[0]
        try:
            self._desk.keeper.name_version(name)
        except LawdraftError as error:
            self._on_trouble(error)
            return
        self._show_versions()
        self._desk.tell(f"已存下“{name}”，以后随时可以对比、恢复。", "good")

    def _show_versions(self) -> None:
        clear(self._versions)
        versions = self._desk.keeper.versions
        for version in reversed(versions):
            self._versions.addWidget(self._version_row(version))
        if not versions:
            self._versions.addWidget(label("还没有存过版本。送领导之前存一个，改完就能对比。", "soft", wrap=True))  # fmt: skip

    def _version_row(self, version: Version) -> QFrame:
        when = label(f"{version.at:%m月%d日 %H:%M}", "small")
        compare = button("与现在对比", lambda: self.compare(version))
        restore = button("恢复到这个版本", lambda: self.restore(version))
        return frame(row(label(version.name), when, None, compare, restore, margins=(14, 8, 12, 8)))

    def compare(self, version: Version) -> None:
        """Show what has changed since a version."""
        kit, now = self._desk.kit, self._desk.session.draft
        then = self._desk.keeper.version(version.id)
        if now is None:
            return

        def work(_progress: object) -> tuple[str, str]:
            return flow.compose(then, kit).text, flow.compose(now, kit).text

        self._desk.tasks.start("compare", work, self._on_compared, self._on_trouble)

    def _on_compared(self, texts: tuple[str, str]) -> None:
        words = diff_html(*texts, self._desk.look.colours)
        self._compared.setHtml(f'<div style="line-height:150%">{words}</div>')
        self._compared.show()

    def restore(self, version: Version) -> None:
        """The draft as it was then; can be undone."""
        if self._desk.session.apply(
            self._desk.keeper.version(version.id), f"恢复到“{version.name}”"
        ):
            self._desk.tell(f"已恢复到“{version.name}”。按 Ctrl+Z 可以回来。", "good")

    def _on_trouble(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")
