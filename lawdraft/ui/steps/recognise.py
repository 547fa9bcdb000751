"""识别: what was recognised in last year's report beside its text; unit and year; then in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from lawdraft import flow
from lawdraft.model.correcting import draft_with_kinds
from lawdraft.model.errors import LawdraftError, PasswordNeededError
from lawdraft.ui.models.outline_words import outline_page
from lawdraft.ui.recognising import Recognising
from lawdraft.ui.undoing import go_back
from lawdraft.ui.widgets.basics import button, column, frame, holder, label, row
from lawdraft.ui.widgets.elided import Elided
from lawdraft.ui.widgets.recognised_view import RecognisedView
from lawdraft.ui.widgets.unit_bar import UnitBar

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Report, SectionKind
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.widgets.basics import Item

EMPTY, BUSY, TROUBLE, RESULT = range(4)


class RecogniseStep(QWidget):
    """Reads a file in the background, shows what it is, takes corrections, starts the draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.reading = Recognising(desk.tasks, desk.kit)
        self.facts = UnitBar(desk.look)
        self.view = RecognisedView(desk.look)
        self.tree, self.original = self.view.tree, self.view.original
        self.organisation, self.year = self.facts.organisation, self.facts.year
        self._blank = False
        self._outline = QTextBrowser()
        self._outline.setAccessibleName("所选的结构")
        self._outline.setProperty("part", "plain")
        self._outline.document().setDocumentMargin(22)
        self._middle = QStackedWidget()
        self._stack = QStackedWidget()
        for page in (self._empty_page(), self._busy_page(), self._trouble_page(), self._result()):
            self._stack.addWidget(page)
        self.setLayout(column(self._stack, spacing=0))
        self._connect()
        self._show_last()

    def _connect(self) -> None:
        reading, view, session = self.reading, self.view, self._desk.session
        reading.started.connect(self._on_started)
        reading.progressed.connect(self._on_progress)
        reading.found.connect(self._on_found)
        reading.corrected.connect(self._show_found)
        reading.failed.connect(self._on_failed)
        reading.refused.connect(self._desk.tell)
        view.kinds_given.connect(self._on_kinds)
        view.off_wanted.connect(reading.take_off)
        view.back_wanted.connect(reading.put_back)
        self.facts.last_year_given.connect(reading.give_year)
        self.facts.outlines_wanted.connect(self._choose_outline)
        self.facts.outline.activated.connect(self._on_outline)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._on_paste)
        session.opened.connect(self._on_opened)
        session.last_changed.connect(self._show_last)

    # -- what tests and the window ask for -------------------------------------------------------

    @property
    def report(self) -> Report | None:
        """Last year's report as it is shown."""
        return self.reading.now.report if self.reading.now else self._desk.session.last

    def undo(self) -> None:
        """Ctrl+Z here: the last correction, else the draft's last change."""
        if not self.reading.undo():
            go_back(self._desk, "undo")

    def redo(self) -> None:
        """Ctrl+Y likewise."""
        if not self.reading.redo():
            go_back(self._desk, "redo")

    # -- building --------------------------------------------------------------------------------

    def _empty_page(self) -> QWidget:
        text = label("还没有去年的报告", "heading")
        hint = label(
            "导入去年的报告后，这里会列出认出的标题、数字、署名和日期，并与原文对照。",
            "soft",
            wrap=True,
        )
        go = button("去导入", lambda: self._desk.step_wanted.emit("import"), part="primary")
        return holder(_centred(text, hint, row(None, go, None)))

    def _busy_page(self) -> QWidget:
        self._busy_text = label("", "heading", wrap=True)
        self._busy_note = label("", "soft")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(self._desk.look.scaled(320))
        self._bar.setAccessibleName("正在读取")
        stop = button("取消", self._on_cancel)
        return holder(
            _centred(
                self._busy_text, row(None, self._bar, None), self._busy_note, row(None, stop, None)
            )
        )

    def _trouble_page(self) -> QWidget:
        self._trouble = label("", "heading", wrap=True)
        other = button("换一个文件…", self._on_other, part="primary")
        self._password = button("输入密码…", self._ask_password)
        self._earlier = button("回到刚才那份", lambda: self._stack.setCurrentIndex(RESULT))
        buttons = row(None, self._password, other, self._earlier, None)
        return holder(_centred(self._trouble, 8, buttons))

    def _result(self) -> QWidget:
        self._summary = Elided("", "soft")
        self._summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._undo = button("撤销改动", self.undo, part="link", hint="退回上一步的改动（Ctrl+Z）")
        self.go = button("认得对，开始填写", self.begin, part="primary")
        self.go.setToolTip("按这个结构建今年的草稿")
        foot = row(self._summary, self._undo, self.go, margins=(20, 8, 20, 8))
        for page in (self.view, self._outline):
            self._middle.addWidget(page)
        return holder(column(self.facts, self._middle, frame(foot, "footer"), spacing=0, grow=1))

    # -- reading ---------------------------------------------------------------------------------

    def read(self, path: Path, *, password: str | None = None) -> None:
        """Read and recognise a file in the background."""
        self.reading.read(path, password=password)

    def paste(self, html: str | None, text: str | None) -> None:
        """Recognise what was copied elsewhere."""
        self.reading.paste(html, text)

    def _on_paste(self) -> None:
        """Ctrl+V where nothing is shown yet, or the first try brought nothing."""
        window = self.window()
        if self._stack.currentIndex() in (EMPTY, TROUBLE) and hasattr(window, "paste"):
            window.paste()

    def _on_started(self, name: str) -> None:
        self._busy_text.setText(f"正在读取“{name}”…")
        self._busy_note.clear()
        self._bar.setRange(0, 0)
        self._stack.setCurrentIndex(BUSY)

    def _on_progress(self, done: int, total: int, note: str) -> None:
        if total <= 1 and self._bar.maximum() > 1 and done < total:
            return  # a tick between two pages
        self._busy_note.setText(f"{note}（{done + 1}/{total}）" if total > 1 else note)
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)

    def _on_cancel(self) -> None:
        self.reading.cancel()
        if self.report is not None:
            self._stack.setCurrentIndex(RESULT)
        else:
            self._desk.step_wanted.emit("import")
            self._stack.setCurrentIndex(EMPTY)

    def _on_failed(self, error: LawdraftError) -> None:
        self._trouble.setText(error.sentence)
        locked = isinstance(error, PasswordNeededError)
        self._password.setVisible(locked)
        self._earlier.setVisible(self.report is not None)
        self._stack.setCurrentIndex(TROUBLE)
        if locked:
            QTimer.singleShot(0, self, self._ask_password)

    def _ask_password(self) -> None:
        from lawdraft.ui.dialogs.ask import ask_password

        path = self.reading.path
        if path is not None and (word := ask_password(self, path.name, self._trouble.text())):
            self.read(path, password=word)

    def _on_other(self) -> None:
        from lawdraft.ui.dialogs.files import ask_report

        if (path := ask_report(self)) is not None:
            self.read(path)

    # -- showing ---------------------------------------------------------------------------------

    def _on_found(self) -> None:
        self._blank = False
        self._show_found(fresh=True)
        now = self.reading.now
        assert now is not None
        told = (*now.document.source.warnings, *now.report.notes)
        self._desk.tell("".join(told[:2]))

    def _show_found(self, *, fresh: bool = False) -> None:
        now = self.reading.now
        if now is None:
            return
        self._middle.setCurrentWidget(self.view)
        self.view.show_report(now.report, rows_change=True, names=self._indicators())
        self.facts.show_report(now.report, changeable=True, fresh=fresh)
        self._summary.setText(_in_words(now.report))
        self._show_go("认得对，开始填写")

    def _indicators(self) -> dict[str, str]:
        return {each.id: each.name for each in self._desk.kit.knowledge.indicators}

    def _show_go(self, words: str) -> None:
        self._undo.setVisible(self.reading.can_undo)
        self.go.setText(words)
        self.go.setVisible(bool(words))
        self._stack.setCurrentIndex(RESULT)

    def _show_last(self) -> None:
        """With a draft open, the page shows what that draft began from."""
        session = self._desk.session
        if session.draft is None or session.last is None or self.reading.now is not None:
            return
        self._blank = False
        self._middle.setCurrentWidget(self.view)
        self.view.show_report(session.last, rows_change=False, names=self._indicators())
        self.facts.show_draft(session.last, session.draft.organisation, session.draft.year)
        self._summary.setText("草稿就是按这份建的；在这里改类别，草稿跟着改，可以撤销。")
        self._show_go("")

    def _on_opened(self) -> None:
        """Another draft: what was being recognised has become it, or is left."""
        if self._desk.session.draft is None:
            return
        self.reading.forget()
        if self._desk.session.last is None:
            self._stack.setCurrentIndex(EMPTY)
        self._show_last()

    # -- correcting ------------------------------------------------------------------------------

    def _on_kinds(self, key: str, kinds: tuple[SectionKind, ...]) -> None:
        session = self._desk.session
        if self.reading.now is not None:
            self.reading.give_kinds(key, kinds)
        elif session.draft is not None:
            session.edit(draft_with_kinds, key, kinds, what="改一部分的类别")

    # -- beginning -------------------------------------------------------------------------------

    def begin_blank(self) -> None:
        """Start without last year's report: ask for unit, year and structure only."""
        self.reading.forget()
        self._blank = True
        self._show_outlines()
        self._summary.setText("填好单位名称，就按这个结构建提纲；各部分都可以再改。")
        self._show_go("按提纲开始填写")
        self.facts.organisation.setFocus()

    def _show_outlines(self) -> None:
        listed = [each for each in flow.list_outlines(self._desk.kit) if each.outline]
        wanted = self._desk.preferences.value.outline
        known = next((each for each in listed if each.key == wanted), listed[0])
        self.facts.show_blank(tuple((each.name, each.key) for each in listed), known.key)
        if known.outline is not None:
            self._outline.setHtml(outline_page(known.outline, self._desk.look.colours))
        self._middle.setCurrentWidget(self._outline)

    def _on_outline(self, _index: int) -> None:
        self._desk.preferences.change(outline=self.facts.outline.currentData())
        self._show_outlines()

    def _choose_outline(self) -> None:
        from lawdraft.ui.dialogs.outlines import show_outlines

        show_outlines(self, self._desk)
        if self._blank:
            self._show_outlines()

    def begin(self) -> None:
        """Make this year's draft and go to 填写."""
        unit = self.facts.unit
        if not unit:
            self._desk.tell("请先填写单位名称，例如“青禾镇人民政府”。")
            self.facts.organisation.setFocus()
            return
        now, year, kit = self.reading.now, self.facts.year.value(), self._desk.kit
        key = self._desk.preferences.value.outline
        report = now.report if now else None
        if report is not None and not self.facts.renames:
            report = replace(report, organisation=unit)

        def work(_progress: Progress) -> tuple[Draft, Report | None]:
            outline = flow.chosen_outline(key, kit)
            draft = flow.start_draft(report, kit, year=year, organisation=unit, outline=outline)
            return replace(draft, last_kinds=now.corrections.kinds if now else ()), report

        self.go.setEnabled(False)  # a second click must not make a second draft
        self._desk.tasks.start("begin", work, self._on_begun, self._on_refused)

    def _on_begun(self, made: tuple[Draft, Report | None]) -> None:
        draft, report = made
        self.go.setEnabled(True)
        try:
            self._desk.keeper.begin(draft, source=self.reading.path, last=report)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")

    def _on_refused(self, error: LawdraftError) -> None:
        self.go.setEnabled(True)
        self._desk.tell(error.sentence, "bad")


def _in_words(report: Report) -> str:
    return (
        f"认出 {len(report.sections)} 个部分、{len(report.headings)} 个标题、"
        f"{len(report.points)} 条要点、{len(report.figures)} 个数字。认错的可以在左边改。"
    )


def _centred(*items: Item) -> QVBoxLayout:
    made = column(None, *items, None, spacing=14, margins=(60, 40, 60, 40))
    for index in range(made.count()):
        item = made.itemAt(index)
        widget = item.widget() if item is not None else None
        if isinstance(widget, QLabel):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
