"""汇总: a folder of reports side by side, for whoever gets thirty of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QProgressBar, QStackedWidget, QTabWidget, QWidget

from lawdraft import flow
from lawdraft.model.files import reachable
from lawdraft.ui.survey.copying import CopyingPage
from lawdraft.ui.survey.figures import FiguresPage
from lawdraft.ui.survey.lines import (
    CHANGE_HEADS,
    CHANGE_WIDTHS,
    TO_MEND,
    TOWN_WIDTHS,
    TOWNS,
    change_lines,
    in_words,
    town_line,
    town_lines,
)
from lawdraft.ui.survey.problems import ProblemsPage
from lawdraft.ui.survey.table import Table
from lawdraft.ui.tasks import Tasks
from lawdraft.ui.widgets.basics import button, column, frame, holder, label, row
from lawdraft.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.document import Progress
    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.finding import Finding
    from lawdraft.model.survey import Survey, SurveyRow
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.tasks import Job

EXPLAINED = (
    "把各乡镇、街道交来的报告放进一个文件夹，一次看清：谁交了、四个必备部分齐不齐、有哪些问题、"
    "主要数字的合计和悬殊、彼此有没有雷同、与上一年比怎样。原文件不会被改动，也不连网络。"
)
FORMATS = "Word、WPS、PDF、OFD、网页、纯文本混在一起也可以，子文件夹里的也算。"
NO_YEARS = "文件夹里没有同一单位两个年度的报告。把上一年的报告也放进这个文件夹，就能逐个指标对比。"
STOPPED = "已停下。读过的 {} 个文件都记着，再次汇总同一个文件夹时从那里接着。"
ROWS_EVERY_MS = 150  # what was read meanwhile joins the table


class SurveyStep(QWidget):
    """First the question which folder, then a table that grows, then all of its tabs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.survey: Survey | None = None
        self.folder: Path | None = None
        self.tasks = Tasks("survey", self)  # of its own: a draft stays live meanwhile
        self._read: list[SurveyRow] = []
        self._table: Path | None = None  # exported last
        self._soon = QTimer(self, singleShot=True, interval=ROWS_EVERY_MS)
        self._build()
        self._connect()

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._desk.look
        self.towns = Table(look, "各份报告", TOWNS, TOWN_WIDTHS)
        self.problems, self.figures = ProblemsPage(look), FiguresPage(look)
        self.copying = CopyingPage(look)
        self.changes = Table(look, "年度对比", CHANGE_HEADS, CHANGE_WIDTHS)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._question())
        self._stack.addWidget(self._answer())
        self.setLayout(column(self._header(), self._stack, spacing=0, grow=1))
        self._show_state()

    def _header(self) -> QWidget:
        back = button("‹ 返回开始", lambda: self._desk.step_wanted.emit("import"), part="link")
        self._where = label("", "soft")
        self.other = button("换一个文件夹…", self.ask_folder)
        self.again = button("再汇总一次", self._on_again, hint="文件有增减或改过以后")
        self.save = button("导出表格…", self._on_export, part="primary")
        title = label("汇总各单位的报告", "heading")
        parts = (back, title, self._where, None, self.again, self.other, self.save)
        return frame(row(*parts, margins=(16, 9, 16, 9), spacing=10), "bar")

    def _question(self) -> QWidget:
        self.choose = button("选择文件夹…", self.ask_folder, part="primary")
        head = label("一个文件夹的报告，一次看完", "title")
        words = label(EXPLAINED, "soft", wrap=True)
        formats = label(FORMATS, "small", wrap=True)
        self.trouble = label("", "bad", wrap=True)
        self.trouble.hide()
        inside = (None, head, words, formats, 8, self.trouble, row(self.choose, None), None)
        page = holder(column(*inside, spacing=12))
        page.setMaximumWidth(self._desk.look.scaled(760))
        return holder(row(page, margins=(60, 20, 60, 60)))

    def _answer(self) -> QWidget:
        self._said = label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("汇总的进度")
        self._note = label("", "small")
        self.stop = button("停下", self._on_stop, hint="读过的都记着，下次接着来")
        self._working = holder(row(self._bar, self._note, self.stop, spacing=12, grow=0))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        names = ("总览", "问题", "主要数字", "彼此雷同", "与上一年比")
        for page, name in zip(self._pages(), names, strict=True):
            self.tabs.addTab(page, name)
        head = column(self._said, self._working, spacing=6, margins=(16, 8, 16, 6))
        return holder(column(head, self.tabs, spacing=0, grow=1))

    def _pages(self) -> tuple[QWidget, ...]:
        self._find = QLineEdit()
        self._find.setPlaceholderText("查找单位或文件名")
        self._find.setAccessibleName("查找单位或文件名")
        self._find.setClearButtonEnabled(True)
        self._find.setFixedWidth(self._desk.look.scaled(220))
        self._which = Choice("显示哪些报告", {"all": "全部", "bad": "要过问的"})
        self._which.show_choice("all")
        hint = label("双击一行，看这一份的问题、数字和原文。", "small")
        above = row(self._find, self._which, None, hint)
        towns = column(above, self.towns, spacing=8, margins=(16, 10, 16, 12), grow=1)
        self._no_years = label(NO_YEARS, "soft", wrap=True)
        years = column(self._no_years, self.changes, spacing=8, margins=(16, 12, 16, 12), grow=1)
        return holder(towns), self.problems, self.figures, self.copying, holder(years)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._add_read)
        self.tasks.progressed.connect(self._on_progress)
        self.tasks.cancelled.connect(self._on_cancelled)
        self.tasks.crashed.connect(self._desk.tasks.crashed)
        self._desk.closed.connect(self.tasks.finish)
        self.towns.opened.connect(self.open_town)
        self.figures.opened.connect(self.open_town)
        self.problems.opened.connect(lambda place: self.open_town(*place))
        self._find.textChanged.connect(self._filter)
        self._which.chosen.connect(self._filter)

    # -- surveying -------------------------------------------------------------------------------

    def ask_folder(self) -> None:
        """Which folder, then begin."""
        from lawdraft.ui.dialogs.files import ask_folder

        if (folder := ask_folder(self, "选择放有各单位报告的文件夹")) is not None:
            self.begin(folder)

    def begin(self, folder: Path) -> None:
        """Read and compare all reports of a folder in the background."""
        self.tasks.cancel()
        self.folder, self.survey, self._read = folder, None, []
        kit, tell = self._desk.kit, self._read.append
        self.towns.show_lines(())
        self._where.setText(folder.name or str(folder))
        self._where.setToolTip(str(folder))

        def work(progress: Progress) -> Survey:
            table = self._table  # made in this very folder it is no report
            return flow.survey(
                reachable(folder), kit, leave_out=table, progress=progress, tell=tell
            )

        self.tasks.start("survey", work, self._on_done, self._on_refused, shown=True)
        self._bar.setRange(0, 0)
        self._show_state()

    def _on_again(self) -> None:
        if self.folder is not None:
            self.begin(self.folder)

    def _on_stop(self) -> None:
        self.tasks.cancel()

    def _on_progress(self, _job: Job, done: int, total: int, note: str) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        doing = "正在读" if done * 2 < total else "正在比对"
        self._note.setText(f"{doing}：{note}"[:60])
        if not self._soon.isActive():
            self._soon.start()

    def _add_read(self) -> None:
        """What was read since the last look joins the table."""
        begun = len(self.towns.model_of_cells.lines)
        if self.survey is None and self.tasks.busy:
            fresh = self._read[begun:]
            lines = [town_line(begun + n, each) for n, each in enumerate(fresh)]
            self.towns.model_of_cells.add(lines)
            self._said.setText(f"已读 {begun + len(fresh)} 个文件…")

    def _on_done(self, survey: Survey) -> None:
        self.survey = survey
        self._said.setText(in_words(survey))
        self.towns.show_lines(town_lines(survey))
        self.problems.show_survey(survey)
        self.figures.show_survey(survey)
        self.copying.show_survey(survey)
        self.changes.show_lines(change_lines(survey), sort=(0, Qt.SortOrder.AscendingOrder))
        self.changes.setVisible(bool(survey.changes))
        self._no_years.setVisible(not survey.changes)
        self._filter()
        self._show_state()

    def _on_refused(self, error: LawdraftError) -> None:
        self.trouble.setText(error.sentence)
        self.folder = None
        self._show_state()
        self.trouble.show()

    def _on_cancelled(self, _job: Job) -> None:
        if not self.tasks.busy:
            self._said.setText(STOPPED.format(len(self._read)))
            self._show_state()

    def _show_state(self) -> None:
        """What can be done now: choose, stop, or look and export."""
        busy, done = self.tasks.busy, self.survey is not None
        self.trouble.hide()
        self._stack.setCurrentIndex(0 if self.folder is None else 1)
        self._working.setVisible(busy)
        self.save.setVisible(self.folder is not None)
        self.save.setEnabled(done)
        self.again.setVisible(self.folder is not None and not busy)
        self.other.setVisible(self.folder is not None)
        self._where.setVisible(self.folder is not None)
        for at in range(1, self.tabs.count()):
            self.tabs.setTabEnabled(at, done)
        if not done:
            self.tabs.setCurrentIndex(0)

    # -- looking ---------------------------------------------------------------------------------

    def open_town(self, number: int, finding: Finding | None = None) -> None:
        """The details of one report, at a finding where one is given."""
        if self.survey is None:
            return
        if self.survey.rows[number].trouble:
            self._desk.tell(
                f"“{self.survey.rows[number].name}”：{self.survey.rows[number].trouble}"
            )
            return
        from lawdraft.ui.survey.town import TownDialog

        dialog = TownDialog(self, self._desk, self.survey, number)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        if finding is not None:
            dialog.show_finding(finding)

    def _filter(self, _what: str = "") -> None:
        only = TO_MEND if self._which.choice == "bad" else ""
        self.towns.sorted.look_for(self._find.text(), only=only)

    # -- giving it out ---------------------------------------------------------------------------

    def _on_export(self) -> None:
        from lawdraft.ui.dialogs.files import ask_save

        if self.folder is None:
            return
        suggested = self.folder.parent / f"{self.folder.name}汇总.xlsx"
        path = ask_save(self, "导出汇总表", suggested, "Excel 表格 (*.xlsx)")
        if path is not None:
            self.export(path.with_suffix(".xlsx"))

    def export(self, path: Path) -> None:
        """Write the workbook in the background: all tables, and a page a report."""
        found, self._table = self.survey, path
        if found is None:
            return
        self.tasks.start(
            "table",
            lambda _progress: flow.export_survey(found, reachable(path)),
            lambda _nothing: self._desk.tell(f"汇总表已保存：{path}", "good"),
            lambda error: self._desk.tell(error.sentence, "bad"),
        )
