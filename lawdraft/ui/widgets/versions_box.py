"""版本: named states of the draft to keep, compare any two, restore; the sign-off sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QTextBrowser, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.anchors import printed_values
from lawdraft.ui.widgets.basics import button, clear, column, frame, label, row
from lawdraft.ui.widgets.diff import diff_html
from lawdraft.ui.widgets.revision_words import KINDS, shown
from lawdraft.ui.widgets.wheel import let_wheel_pass
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import Revision
    from lawdraft.store.drafts import Version
    from lawdraft.ui.desk import Desk

VERSION_NAMES = ("初稿", "征求意见稿", "送审稿", "会议讨论稿", "签发稿")
NOW, NOW_ID = "现在的草稿", -1
AGAIN_AFTER_MS = 400
KINDS_HERE = KINDS | {"unplaced": "其他"}
NONE_YET = "还没有存过版本。送领导之前存一个，改完就能对比。"
Compared = tuple[tuple["Revision", ...], str, str, dict[str, str]]


class VersionsBox(QWidget):
    """Lists the versions; what differs between two is shown below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.name = QComboBox()
        let_wheel_pass(self.name)
        self.name.setEditable(True)
        self.name.addItems(VERSION_NAMES)
        self.name.setAccessibleName("版本名称")
        self.one, self.other = self._picker("从哪个版本"), self._picker("到哪个版本")
        self.go = button("对比", self._on_compare)
        self.compared = QTextBrowser()
        self.compared.setAccessibleName("两个版本的差别")
        self.compared.setMinimumHeight(desk.look.scaled(260))
        self.compared.hide()
        sign = button("生成签批单…", self._on_sign_off)
        sign.setToolTip("随报告送领导签发的一页纸：拟稿、核稿、会签、签发，附版本和本稿情况")
        self._pair = QFrame()
        self._pair.setLayout(
            Wrapping(
                row(label("对比", "soft"), self.one), row(label("和", "soft"), self.other), self.go
            )
        )
        keep = button("存为一个版本", self._on_keep)
        self.setLayout(
            column(
                row(label("版本", "heading"), None, sign), row(self.name, keep, None), self._rows,
                self._pair, self.compared, spacing=10,
            )
        )  # fmt: skip
        self._pair_shown: tuple[int, int] | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self._compare_again)
        desk.session.opened.connect(self.show_versions)
        desk.session.draft_changed.connect(self._on_changed)
        self.show_versions()

    def _picker(self, name: str) -> QComboBox:
        made = QComboBox()
        let_wheel_pass(made)
        made.setAccessibleName(name)
        made.setMinimumWidth(self._desk.look.scaled(170))
        return made

    # -- keeping and listing ---------------------------------------------------------------------

    def _on_keep(self) -> None:
        name = self.name.currentText().strip() or VERSION_NAMES[0]
        try:
            self._desk.keeper.name_version(name)
        except LawdraftError as error:
            self._on_trouble(error)
            return
        self.show_versions()
        place = VERSION_NAMES.index(name) + 1 if name in VERSION_NAMES else 0
        self.name.setCurrentText(VERSION_NAMES[min(place, len(VERSION_NAMES) - 1)])
        self._desk.tell(f"已存下“{name}”，以后随时可以对比、恢复。", "good")

    def show_versions(self) -> None:
        """The versions of the open draft, the latest first."""
        clear(self._rows)
        self.compared.hide()
        self._pair_shown = None
        versions = self._desk.keeper.versions
        for version in reversed(versions):
            self._rows.addWidget(self._row(version))
        if not versions:
            self._rows.addWidget(label(NONE_YET, "soft", wrap=True))
        self._pair.setVisible(bool(versions))
        for picker in (self.one, self.other):
            picker.clear()
            for version in versions:
                picker.addItem(f"{version.name} {version.at:%m-%d %H:%M}", version.id)
            picker.addItem(NOW, NOW_ID)
        self.one.setCurrentIndex(max(len(versions) - 1, 0))
        self.other.setCurrentIndex(len(versions))

    def _row(self, version: Version) -> QFrame:
        when = label(f"{version.at:%m月%d日 %H:%M}", "small")
        compare = button("与现在对比", lambda: self.compare(version.id, -1))
        restore = button("恢复到这个版本", lambda: self._on_restore(version))
        for each in (compare, restore):
            each.setAccessibleName(f"{each.text()}：{version.name} {version.at:%m月%d日 %H:%M}")
        named = row(label(version.name), when, None)
        words = column(Wrapping(named, row(compare, restore), spacing=20), margins=(14, 8, 12, 8))
        return frame(words)

    # -- comparing -------------------------------------------------------------------------------

    def _on_compare(self) -> None:
        one, other = self.one.currentData(), self.other.currentData()
        if one == other:
            self._desk.tell("请选两个不同的版本来对比。")
            return
        self.compare(one, other)

    def _draft(self, version: int) -> Draft | None:
        return self._desk.session.draft if version < 0 else self._desk.keeper.version(version)

    def compare(self, one: int, other: int) -> None:
        """Show what changed from one version to another; -1 is the draft as it stands."""
        self._pair_shown = (one, other)
        self._start(one, other, self._on_asked)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is compared now."""
        super().showEvent(event)
        self._on_changed()

    def _on_changed(self) -> None:
        """A comparison with the draft as it stands follows every change, undo too."""
        if self._pair_shown and NOW_ID in self._pair_shown and self.isVisible():
            self._again.start()

    def _compare_again(self) -> None:
        if self._pair_shown:
            self._start(*self._pair_shown, self._on_compared)

    def _on_asked(self, found: Compared) -> None:
        self._on_compared(found)
        self.compared.setFocus()

    def _start(self, one: int, other: int, then: Callable[[Compared], None]) -> None:
        before, after, kit = self._draft(one), self._draft(other), self._desk.kit
        if before is None or after is None:
            return

        def work(_progress: object) -> Compared:
            old, new = flow.compose(before, kit).text, flow.compose(after, kit).text
            values = printed_values(before)
            try:
                return flow.compare_drafts(before, after, kit), old, new, values
            except LawdraftError:  # next to nothing in common: the texts side by side say it
                return (), old, new, values

        self._desk.tasks.start("compare", work, then, self._on_trouble)

    def _on_compared(self, found: Compared) -> None:
        revisions, old, new, values = found
        colours = self._desk.look.colours
        head = f"<p><b>共 {len(revisions)} 处不同</b></p>" if old != new else "<p><b>两个版本一字不差。</b></p>"  # fmt: skip
        lines = "".join(
            f"<p>【{KINDS_HERE.get(each.kind, '改动')}】{shown(each, colours, values)}</p>"
            for each in revisions
        )
        whole = f"<hr><p><b>全文对照</b></p><p>{diff_html(old, new, colours)}</p>"
        body = head + lines + (whole if old != new else "")
        self.compared.setHtml(f'<div style="line-height:150%">{body}</div>')
        self.compared.show()

    def _on_restore(self, version: Version) -> None:
        from lawdraft.ui.dialogs.ask import ask

        question = f"要把整份草稿恢复成“{version.name}”（{version.at:%m月%d日 %H:%M}）吗？"
        detail = "现在的内容换成那时的样子；按 Ctrl+Z 可以撤销。"
        if ask(self, question, "恢复", detail=detail):
            self.restore(version)

    def restore(self, version: Version) -> None:
        """The draft as it was then; can be undone."""
        if self._desk.session.apply(
            self._desk.keeper.version(version.id), f"恢复到“{version.name}”"
        ):
            self._desk.tell(f"已恢复到“{version.name}”。按 Ctrl+Z 可以回来。", "good")
        else:
            self._desk.tell(f"现在的草稿和“{version.name}”一样，不用恢复。")

    # -- the sign-off sheet ----------------------------------------------------------------------

    def _on_sign_off(self) -> None:
        from lawdraft.ui.dialogs.files import ask_save, documents

        draft = self._desk.session.draft
        if draft is None:
            return
        name = f"{draft.title or '报告'}签批单.docx"
        path = ask_save(self, "签批单存到", documents() / name, "Word 文件 (*.docx)")
        if path is not None:
            self.sign_off(path.with_suffix(".docx"))

    def sign_off(self, path: Path) -> None:
        """Write the sign-off sheet."""
        draft, kit = self._desk.session.draft, self._desk.kit
        versions = tuple((each.name, each.at) for each in self._desk.keeper.versions)
        if draft is not None:
            self._desk.tasks.start(
                "sign-off",
                lambda _progress: flow.export_sign_off(draft, path, kit, versions),
                lambda _nothing: self._desk.tell(f"签批单已生成：{path}", "good"),
                self._on_trouble,
            )

    def _on_trouble(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")
