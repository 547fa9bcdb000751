"""The main window: rail at the left, one page a step, notices above; nothing but wiring."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from lawdraft.model.errors import LawdraftError
from lawdraft.ui.dropping import take_copied, take_dropped, welcome_anything
from lawdraft.ui.geometry import restore_geometry, store_geometry
from lawdraft.ui.pages import Pages
from lawdraft.ui.widgets.basics import column, holder, row
from lawdraft.ui.widgets.notice import Notice
from lawdraft.ui.widgets.rail import STEPS, Rail
from lawdraft.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from lawdraft.ui.desk import Desk
    from lawdraft.ui.steps.fill import FillStep
    from lawdraft.ui.steps.recognise import RecogniseStep
    from lawdraft.ui.steps.survey import SurveyStep

NAME = "法治报告助手"
NEEDS_DRAFT = ("fill", "preview", "check", "export")
BEGINNINGS = ("import", "survey")  # where one is before there is a draft


class Window(QMainWindow):
    """Pages are built when first shown, so that the window itself stands at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        desk.setParent(self)
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._add_shortcuts()
        restore_geometry(self, desk.preferences.value.geometry)
        self.show_step("import")
        self._allow_steps()

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.rail = Rail(self.desk.look)
        self._look_button = self.rail.add_extra("settings", "外观", "字号大小、浅色或深色")
        self._help_button = self.rail.add_extra("help", "帮助", "这一页怎么用（F1）")
        self.topbar = TopBar(self.desk, self.save_as)
        self.topbar.hide()
        self.notice = Notice(self.desk.look, self.topbar)
        self.stack = Pages(self.desk)
        right = column(self.topbar, self.notice.place, self.stack, spacing=0)
        right.setStretch(2, 1)
        self.notice.lie_over(beside := holder(right))
        whole = row(self.rail, beside, spacing=0)
        whole.setStretch(1, 1)
        self.setCentralWidget(holder(whole))

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.show_step)
        self._look_button.clicked.connect(lambda _checked=False: self._choose_look())
        self._help_button.clicked.connect(lambda _checked=False: self.show_help())
        desk.step_wanted.connect(self.show_step)
        desk.back_wanted.connect(self._go_back)
        desk.place_shown.connect(lambda _place: self.notice.leave())
        desk.told.connect(self.notice.tell_of_page)
        desk.session.opened.connect(self._allow_steps)
        desk.session.refused.connect(self.notice.tell)
        desk.keeper.troubled.connect(lambda words: self.notice.tell(words, "bad" if words else ""))
        desk.keeper.opened.connect(self._on_opened)
        desk.live.troubled.connect(lambda words: self.notice.tell(words, "bad"))

    def _add_shortcuts(self) -> None:
        for number, (key, _text, _hint) in enumerate(STEPS, 1):
            self._shortcut(f"Alt+{number}", lambda key=key: self._show_if_allowed(key))
        self._shortcut("Ctrl+Z", lambda: self._go_back("undo"))
        self._shortcut("Ctrl+Y", lambda: self._go_back("redo"))
        self._shortcut("Ctrl+Shift+Z", lambda: self._go_back("redo"))
        self._shortcut("Ctrl+S", self._save_now)
        self._shortcut("Ctrl+Shift+S", self.save_as)
        self._shortcut("Ctrl+Shift+E", lambda: self._show_if_allowed("export"))
        self._shortcut("Ctrl+J", self.note_down)
        self._shortcut("F1", self.show_help)
        self._shortcut("F7", lambda: self._next_finding(1))
        self._shortcut("Shift+F7", lambda: self._next_finding(-1))

    def _shortcut(self, keys: str, action: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(action)

    # -- steps -----------------------------------------------------------------------------------

    def page(self, key: str) -> QWidget:
        """The page of a step, built when first asked for."""
        return self.stack.page(key)

    @property
    def step(self) -> str:
        """The step shown now."""
        return self.stack.step

    def show_step(self, key: str) -> None:
        """Show the page of a step."""
        before, page = self.stack.currentWidget(), self.page(key)
        self.stack.setCurrentWidget(page)
        if page is before:
            self.notice.leave()
        else:
            self.notice.go_with_page()
        self.rail.mark("import" if key in BEGINNINGS else key)
        if key not in BEGINNINGS:
            self.desk.preferences.change(last_step=key)

    def _show_if_allowed(self, key: str) -> None:
        if key in self._allowed():
            self.show_step(key)

    def _allowed(self) -> tuple[str, ...]:
        recognised = self.stack.has("recognise") or self.desk.session.draft is not None
        has_draft = self.desk.session.draft is not None
        return ("import", *(("recognise",) if recognised else ()), *(NEEDS_DRAFT * has_draft))

    def _allow_steps(self) -> None:
        self.rail.allow(self._allowed())
        draft = self.desk.session.draft
        self.setWindowTitle(f"{draft.organisation} {draft.year}年度 — {NAME}" if draft else NAME)
        if draft is None and self.step in NEEDS_DRAFT:
            self.show_step("import")

    def _on_opened(self) -> None:
        self.notice.tell(self.desk.session.read_only)
        self.show_step("fill")

    # -- doing -----------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """What was given on the command line or dropped: a draft, a report, a folder of reports."""
        if path.is_dir():
            self.show_step("survey")
            cast("SurveyStep", self.page("survey")).begin(path)
        elif path.suffix.lower() == ".lawdraft":
            self.desk.keeper.open(path)
        else:
            self.read_report(path)

    def paste(self) -> None:
        """What was copied in a browser or in Word as last year's report; a copied file is opened."""
        take_copied(self)

    def paste_words(self, html: str | None, words: str | None) -> None:
        """Words from elsewhere as last year's report."""
        self._recognise(lambda page: page.paste(html, words))

    def read_report(self, path: Path) -> None:
        """Show a report on the page 识别."""
        self._recognise(lambda page: page.read(path))

    def begin_blank(self) -> None:
        """Start from the usual outline, without last year's report."""
        self._recognise(lambda page: page.begin_blank())

    def _recognise(self, do: Callable[[RecogniseStep], None]) -> None:
        do(cast("RecogniseStep", self.page("recognise")))
        self._allow_steps()
        self.show_step("recognise")

    def save_as(self) -> None:
        """另存到…"""
        from lawdraft.ui.dialogs.files import ask_save_draft

        path = ask_save_draft(self, self.desk.session.draft)
        if path is not None:
            self._managed(lambda: self.desk.keeper.save_as(path))

    def note_down(self) -> None:
        """随手记: from any page, with or without a draft."""
        from lawdraft.ui.dialogs.diary import show_diary

        show_diary(self, self.desk)

    def show_help(self) -> None:
        """Help for the page shown."""
        from lawdraft.ui.dialogs.help import show_help

        show_help(self, self.desk, self.step)

    def _choose_look(self) -> None:
        from lawdraft.ui.dialogs.look import choose_look

        choose_look(self._look_button, self.desk)

    def _go_back(self, way: str) -> None:
        """Undo or redo: what the page shown corrects itself, else the draft."""
        from lawdraft.ui.undoing import go_back

        own = getattr(self.stack.currentWidget(), way, None)
        own() if own is not None else go_back(self.desk, way)

    def _save_now(self) -> None:
        if self._managed(self.desk.keeper.save_now):
            self.notice.tell("已保存。平时不用按保存，每次修改都会自动存好。", "good")

    def _managed(self, do: Callable[[], None]) -> bool:
        try:
            do()
        except LawdraftError as error:
            self.notice.tell(error.sentence, "bad")
            return False
        return True

    def _next_finding(self, way: int) -> None:
        if self.desk.session.draft is not None:
            self.show_step("fill")
            cast("FillStep", self.page("fill")).next_finding(way)

    # -- Qt --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Anything may be dropped anywhere."""
        welcome_anything(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped file is opened; of several one is chosen."""
        take_dropped(self, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already, or is now; where it cannot be, ask."""
        from lawdraft.ui.dialogs.ask import ask_close_unsaved

        desk = self.desk
        desk.preferences.change(geometry=store_geometry(self))
        desk.closed.emit()  # what is still being typed is taken first
        desk.live.stop()
        try:
            desk.keeper.close()
        except LawdraftError as error:
            if not ask_close_unsaved(self, error.sentence):
                event.ignore()
                return
        desk.preferences.change(last_open="")
        desk.preferences.store()
        desk.tasks.end()
        event.accept()
