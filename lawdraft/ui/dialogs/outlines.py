"""常见结构: which structures there are, what they hold, which one a new draft begins from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QSplitter,
    QTextBrowser,
    QWidget,
)

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.models.outline_words import outline_page
from lawdraft.ui.widgets.basics import button, column, frame, label, restyle, row
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from lawdraft.model.document import Progress
    from lawdraft.model.outline import KnownOutline, LearnedOutline
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.tasks import Job

KEY = Qt.ItemDataRole.UserRole
FILES = "结构文件 (*.json)"
JOB = "learn"
MOST_TOLD = 12  # files whose trouble is named
INTRO = "没有去年的报告时，新草稿按这里选的结构建提纲：有哪些部分、什么次序、用什么标题。"


class OutlinesDialog(QDialog):
    """At the left the structures, at the right what the chosen one holds."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: dict[str, KnownOutline] = {}
        self.setWindowTitle("常见结构")
        self.list = QListWidget()
        self.list.setAccessibleName("有哪些结构")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.page = QTextBrowser()
        self.page.setProperty("part", "plain")
        self.page.setAccessibleName("这个结构的内容")
        self.page.document().setDocumentMargin(14)
        self._told = label("", "soft", wrap=True)
        self._told.hide()
        self._build()
        self.list.currentItemChanged.connect(lambda _n, _o: self._show_current())
        desk.tasks.progressed.connect(self._on_progress)
        desk.tasks.cancelled.connect(self._on_cancelled)
        self.refill(desk.preferences.value.outline)
        room = desk.look.scaled
        self.resize(min(room(940), self._screen_width()), min(room(620), self._screen_height()))

    def _screen_width(self) -> int:
        return self.screen().availableGeometry().width() - 40

    def _screen_height(self) -> int:
        return self.screen().availableGeometry().height() - 60

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.use = button("就用这个", self._on_use, part="primary")
        self.learn = button("从一批报告学习…", self._on_learn)
        self.learn.setToolTip("选一个放着多份报告的文件夹，学出本地常用的结构")
        self.take = button("导入结构文件…", self._on_import)
        self.save = button("存成文件…", self._on_save)
        self.save.setToolTip("交给别的单位用")
        self.remove = button("删除", self._on_remove)
        close = button("关闭", self.reject)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(frame(column(self.list), "card"))
        both.addWidget(frame(column(self.page), "card"))
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 7)
        both.setChildrenCollapsible(False)
        self.list.setMinimumWidth(self._desk.look.scaled(170))
        foot = Wrapping(self.use, self.learn, self.take, self.save, self.remove, close)
        intro = label(INTRO, "soft", wrap=True)
        parts = (intro, both, self._learning(), self._told, foot)
        self.setLayout(column(*parts, spacing=10, margins=(18, 16, 18, 14), grow=1))

    def _learning(self) -> QFrame:
        self._note = label("", "small")
        self._bar = QProgressBar()
        self._bar.setAccessibleName("学习进度")
        self._stop = button("取消", lambda: self._desk.tasks.cancel(JOB))
        self._busy = frame(row(self._note, self._bar, self._stop, margins=(12, 8, 12, 8)), "quiet")
        self._busy.hide()
        return self._busy

    # -- showing ---------------------------------------------------------------------------------

    def refill(self, wanted: str) -> None:
        """List the structures anew, this one current."""
        chosen = self._desk.preferences.value.outline
        self._known = {each.key: each for each in flow.list_outlines(self._desk.kit)}
        self.list.clear()
        for known in self._known.values():
            mark = "✓ " if known.key == chosen else ""
            item = QListWidgetItem(f"{mark}{known.name}")
            item.setData(KEY, known.key)
            origin = "随程序的" if known.shipped else "自己的"
            item.setToolTip(f"{known.name}（{origin}{'，正在用' if mark else ''}）")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            self.list.addItem(item)
        keys = list(self._known)
        self.list.setCurrentRow(keys.index(wanted) if wanted in keys else 0)

    @property
    def current(self) -> KnownOutline | None:
        """The structure looked at."""
        item = self.list.currentItem()
        return self._known.get(item.data(KEY)) if item is not None else None

    def _show_current(self) -> None:
        known = self.current
        if known is None:
            return
        if known.outline is not None:
            self.page.setHtml(outline_page(known.outline, self._desk.look.colours))
        else:
            self.page.setPlainText(known.trouble)
        self.use.setEnabled(known.outline is not None)
        self.save.setEnabled(known.outline is not None)
        self.remove.setEnabled(known.key.startswith("own:"))

    def _tell(self, words: str, tone: str = "soft") -> None:
        self._told.setText(words)
        self._told.setToolTip("")
        self._told.setVisible(bool(words))
        restyle(self._told, part=tone)

    # -- doing -----------------------------------------------------------------------------------

    def _on_use(self) -> None:
        if (known := self.current) is not None:
            self._desk.preferences.change(outline=known.key)
            self._desk.tell(f"以后新建的草稿按“{known.name}”的结构来。", "good")
            self.accept()

    def _on_learn(self) -> None:
        from lawdraft.ui.dialogs.files import ask_folder

        if (folder := ask_folder(self, "选择放着多份报告的文件夹")) is not None:
            self.learn_from(folder)

    def learn_from(self, folder: Path) -> None:
        """Learn from all reports of a folder in the background."""
        kit, name = self._desk.kit, folder.name or str(folder)

        def work(progress: Progress) -> tuple[str, LearnedOutline]:
            learned = flow.learn_outline([folder], kit, name=name, progress=progress)
            return flow.keep_outline(learned.outline, kit), learned

        self._set_busy(busy=True)
        self._desk.tasks.start(JOB, work, self._on_learned, self._on_not_learned, replaces=True)

    def _on_learned(self, result: tuple[str, LearnedOutline]) -> None:
        key, learned = result
        self._set_busy(busy=False)
        self.refill(key)
        words = f"从 {learned.outline.reports} 份报告学到了，记在左边。要用它，请点“就用这个”。"
        if learned.troubles:
            words += f"有 {len(learned.troubles)} 个文件没有用上（鼠标停在这里看原因）。"
        self._tell(words, "small")
        self._told.setToolTip("\n".join(learned.troubles[:MOST_TOLD]))

    def _on_not_learned(self, error: LawdraftError) -> None:
        self._set_busy(busy=False)
        self._tell(error.sentence, "bad")

    def _on_progress(self, job: Job, done: int, total: int, note: str) -> None:
        if job.name == JOB:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            self._note.setText(f"已读 {done}/{total}")
            self._note.setToolTip(note)

    def _on_cancelled(self, job: Job) -> None:
        if job.name == JOB:
            self._set_busy(busy=False)
            self._tell("已取消，没有改动。")

    def _set_busy(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._bar.setRange(0, 0)
        self._note.setText("正在读报告…")
        self._tell("")
        for each in (self.learn, self.take, self.remove):
            each.setEnabled(not busy)
        if not busy:
            self._show_current()

    def _on_import(self) -> None:
        from lawdraft.ui.dialogs.files import ask_file

        if (file := ask_file(self, "选择结构文件", FILES)) is not None:
            self.take_in(file)

    def take_in(self, file: Path) -> None:
        """Check a structure file and keep it; a bad one is one sentence."""
        try:
            key = flow.import_outline(file, self._desk.kit)
        except LawdraftError as error:
            self._tell(error.sentence, "bad")
            return
        self.refill(key)
        self._tell("已导入。要用它，请点“就用这个”。", "small")

    def _on_save(self) -> None:
        from lawdraft.ui.dialogs.files import ask_save

        known = self.current
        if known is None or known.outline is None:
            return
        suggested = Path.home() / f"{known.name}.json"
        out = ask_save(self, "存成文件", suggested, FILES)
        if out is None:
            return
        try:
            flow.save_outline(known.outline, out.with_suffix(".json"))
        except LawdraftError as error:
            self._tell(error.sentence, "bad")
        else:
            self._tell(f"已存到 {out.with_suffix('.json')}", "small")

    def _on_remove(self) -> None:
        from lawdraft.ui.dialogs.ask import ask

        known = self.current
        if known is None or not ask(self, f"删除结构“{known.name}”？", "删除"):
            return
        try:
            flow.remove_outline(known.key, self._desk.kit)
        except LawdraftError as error:
            self._tell(error.sentence, "bad")
            return
        if self._desk.preferences.value.outline == known.key:
            self._desk.preferences.change(outline="")
        self.refill("")

    def reject(self) -> None:
        """Closing stops what is being learned."""
        self._desk.tasks.cancel(JOB)
        super().reject()


def show_outlines(parent: QWidget, desk: Desk) -> None:
    """Open the dialog until it is closed."""
    OutlinesDialog(parent, desk).exec()
