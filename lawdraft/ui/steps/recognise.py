"""识别: what was recognised in last year's report beside its text; unit and year; then in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QProgressBar,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lawdraft import flow
from lawdraft.model.errors import LawdraftError, NotAReportError, PasswordNeededError
from lawdraft.ui.models.recognised import recognised_nodes
from lawdraft.ui.widgets.basics import button, column, frame, holder, label, row
from lawdraft.ui.widgets.original import Original
from lawdraft.ui.widgets.tree import Tree

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.document import Document, Progress
    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Report
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.widgets.basics import Item


class RecogniseStep(QWidget):
    """Reads a file in the background, shows what it is, starts the draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self._report: Report | None = None
        self.tree = Tree(desk.look, "认出的结构")
        self.original = Original(desk.look)
        self._stack = QStackedWidget()
        for page in (
            self._empty_page(),
            self._busy_page(),
            self._trouble_page(),
            self._result_page(),
        ):
            self._stack.addWidget(page)
        self.setLayout(column(self._stack, spacing=0))
        self.tree.chosen.connect(self._on_chosen)
        desk.session.opened.connect(self._show_last)
        desk.session.last_changed.connect(self._show_last)
        self._show_last()

    # -- building --------------------------------------------------------------------------------

    def _empty_page(self) -> QWidget:
        text = label("还没有去年的报告", "heading")
        hint = label(
            "导入去年的报告后，这里会列出认出的标题、数字、署名和日期，并与原文对照。", "soft"
        )
        go = button("去导入", lambda: self._desk.step_wanted.emit("import"), part="primary")
        return holder(_centred(text, hint, row(None, go, None)))

    def _busy_page(self) -> QWidget:
        self._busy_text = label("正在读取…", "heading")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setFixedWidth(self._desk.look.scaled(320))
        bar.setAccessibleName("正在读取")
        stop = button("取消", self._on_cancel)
        return holder(_centred(self._busy_text, row(None, bar, None), row(None, stop, None)))

    def _trouble_page(self) -> QWidget:
        self._trouble = label("", "heading", wrap=True)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = button("换一个文件…", lambda: self._desk.step_wanted.emit("import"), part="primary")
        self._anyway = button("输入密码…", self._on_password)
        return holder(_centred(self._trouble, 8, row(None, self._anyway, back, None)))

    def _result_page(self) -> QWidget:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self._captioned("认出的结构", "点一行，右边跳到原文", self.tree))
        both.addWidget(
            self._captioned("去年的原文", "灰色的行不是报告内容，已自动去掉", self.original)
        )
        both.setSizes([430, 800])
        both.setChildrenCollapsible(False)
        return holder(column(self._facts(), both, self._footer(), spacing=0))

    def _captioned(self, title: str, hint: str, content: QWidget) -> QWidget:
        head = row(label(title, "heading"), 4, label(hint, "faint"), None, margins=(18, 12, 18, 8))
        return frame(column(head, content, spacing=0, grow=1), "side")

    def _facts(self) -> QWidget:
        self.organisation = QLineEdit()
        self.organisation.setMinimumWidth(self._desk.look.scaled(280))
        self.organisation.setPlaceholderText("例如：青禾镇人民政府")
        self.year = QSpinBox()
        self.year.setRange(2000, 2100)
        self.year.setSuffix(" 年")
        self._reason = label("", "small")
        unit, year = label("单位名称(&D)"), label("今年写哪一年的报告(&N)")
        unit.setBuddy(self.organisation)
        year.setBuddy(self.year)
        for each in (unit, year):
            each.setTextFormat(Qt.TextFormat.AutoText)
        self.organisation.setAccessibleName("单位名称")
        self.year.setAccessibleName("报告年份")
        facts = row(unit, self.organisation, 18, year, self.year, 10, self._reason, None, margins=(20, 12, 20, 12))  # fmt: skip
        return frame(facts, "bar")

    def _footer(self) -> QWidget:
        self._summary = label("", "soft")
        self.go = button("认得对，开始填写", self.begin, part="primary")
        self.go.setToolTip("按这个结构建今年的草稿")
        return frame(row(self._summary, None, self.go, margins=(20, 10, 20, 10)), "footer")

    # -- doing -----------------------------------------------------------------------------------

    def read(self, path: Path, *, password: str | None = None) -> None:
        """Read and recognise a file in the background."""
        self._path, self._report = path, None
        self._busy_text.setText(f"正在读取“{path.name}”…")
        self._stack.setCurrentIndex(1)
        kit = self._desk.kit

        def work(progress: Progress) -> tuple[Document, Report]:
            document = flow.read_file(path, password=password, progress=progress)
            progress(1, 2, "")
            return document, flow.recognise(document, kit)

        self._desk.tasks.start("read", work, self._on_read, self._on_failed, replaces=True)

    def begin_blank(self) -> None:
        """Start without last year's report: ask for unit and year only."""
        self._path, self._report = None, None
        self.tree.show_nodes(())
        self.original.show_words(
            "没有去年的报告。\n\n填好上面的单位名称和年份，就按常见的结构建一份提纲。"
        )
        self.year.setValue(_coming_year())
        self._reason.setText("")
        self._summary.setText("将按同类报告常见的结构建提纲。")
        self.go.setText("按提纲开始填写")
        self.go.setVisible(True)
        self._stack.setCurrentIndex(3)
        self.organisation.setFocus()

    def begin(self) -> None:
        """Make this year's draft and go to 填写."""
        organisation = self.organisation.text().strip()
        if not organisation:
            self._desk.tell("请先填写单位名称，例如“青禾镇人民政府”。")
            self.organisation.setFocus()
            return
        report, year, kit = self._report, self.year.value(), self._desk.kit

        def work(_progress: Progress) -> Draft:
            return flow.start_draft(report, kit, year=year, organisation=organisation)

        self._desk.tasks.start("begin", work, self._on_begun, self._on_refused)

    def _on_begun(self, draft: Draft) -> None:
        try:
            self._desk.keeper.begin(draft, source=self._path, last=self._report)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")

    def _on_refused(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")

    def _on_read(self, both: tuple[Document, Report]) -> None:
        document, report = both
        self._report = report
        self._fill(report)
        self.original.show_document(document, report)
        self.go.setVisible(True)
        self.go.setText("认得对，开始填写")
        for sentence in document.source.warnings[:1]:
            self._desk.tell(sentence)

    def _fill(self, report: Report) -> None:
        self.tree.show_nodes(recognised_nodes(report))
        self.organisation.setText(report.organisation or "")
        self.year.setValue((report.year + 1) if report.year else _coming_year())
        reason = (
            f"去年的报告写的是 {report.year} 年" if report.year else "没认出去年报告的年份，请核对"
        )
        self._reason.setText(reason)
        self._reason.setToolTip(report.year_reason)
        points, removed = len(report.points), len(report.removed)
        gone = f"，去掉了 {removed} 行与报告无关的内容" if removed else ""
        self._summary.setText(
            f"认出 {len(report.sections)} 个部分、{len(report.headings)} 个标题、{points} 条要点、"
            f"{len(report.figures)} 个数字{gone}。"
        )
        self._stack.setCurrentIndex(3)

    def _show_last(self) -> None:
        """With a draft open, the page shows what that draft began from."""
        session = self._desk.session
        if session.draft is None or self._report is not None:
            return
        if session.last is not None:
            self._fill(session.last)
            self.original.show_report(session.last)
            self.go.setVisible(False)
            self.organisation.setText(session.draft.organisation)
            self.year.setValue(session.draft.year)

    def _on_failed(self, error: LawdraftError) -> None:
        self._trouble.setText(error.sentence)
        self._anyway.setVisible(isinstance(error, PasswordNeededError))
        self._stack.setCurrentIndex(2)
        if isinstance(error, NotAReportError):
            self._trouble.setText(f"{error.sentence}")

    def _on_password(self) -> None:
        from lawdraft.ui.dialogs.ask import ask_password

        if self._path is not None and (word := ask_password(self, self._path.name)):
            self.read(self._path, password=word)

    def _on_cancel(self) -> None:
        self._desk.tasks.cancel("read")
        self._desk.step_wanted.emit("import")

    def _on_chosen(self, key: str) -> None:
        self.original.go_to(int(key.partition(":")[2]))


def _centred(*items: Item) -> QVBoxLayout:
    made = column(None, *items, None, spacing=14, margins=(60, 40, 60, 40))
    for index in range(made.count()):
        item = made.itemAt(index)
        widget = item.widget() if item is not None else None
        if isinstance(widget, QLabel):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _coming_year() -> int:
    """The year that a report written today is about: until September the year before."""
    today = datetime.now().astimezone()
    return today.year if today.month > 9 else today.year - 1
