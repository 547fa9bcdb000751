"""One report of a survey: its findings, figures and copied words beside its text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLayout, QSplitter, QTabWidget, QWidget

from lawdraft.model.report import Span
from lawdraft.model.survey import PARTS, STATES
from lawdraft.ui.models.findings import FINDING, FindingsModel
from lawdraft.ui.survey.lines import STATE_TONES, named
from lawdraft.ui.survey.table import Cell, Line, Table
from lawdraft.ui.survey.texts import ReportText
from lawdraft.ui.widgets.basics import button, column, label, row
from lawdraft.ui.widgets.findings_view import FindingsView

if TYPE_CHECKING:
    from lawdraft.model.finding import Finding
    from lawdraft.model.survey import Survey
    from lawdraft.ui.desk import Desk

FIGURE_HEADS, FIGURE_WIDTHS = ("指标", "本报告", "全部报告的中位数", "提示"), (0, 80, 118, 90)
COPIED_HEADS, COPIED_WIDTHS = ("与哪一份相同", "占本报告", "原文"), (170, 72, 0)
MOST_PASSAGES = 200


class TownDialog(QDialog):
    """What to tell the town, and where it stands in its report."""

    def __init__(self, parent: QWidget, desk: Desk, survey: Survey, number: int) -> None:
        super().__init__(parent)
        self._survey, self._number = survey, number
        self._row = survey.rows[number]
        self.setWindowTitle(f"{self._row.unit} {self._row.year or ''}")
        self.findings = FindingsModel(self)
        self.list = FindingsView(desk.look)
        self.list.setModel(self.findings)
        self.figures = Table(desk.look, "主要数字", FIGURE_HEADS, FIGURE_WIDTHS)
        self.copied = Table(desk.look, "与其他报告相同的内容", COPIED_HEADS, COPIED_WIDTHS)
        self.text = ReportText(desk.look, "报告原文")
        self._build(desk)
        self._fill()
        self.resize(desk.look.scaled(1080), desk.look.scaled(640))

    def _build(self, desk: Desk) -> None:
        self.tabs = QTabWidget()
        for page in (self.list, self.figures, self.copied):
            self.tabs.addTab(page, "")
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.tabs)
        both.addWidget(self.text)
        both.setSizes([desk.look.scaled(520), desk.look.scaled(520)])
        both.setChildrenCollapsible(False)
        source = button("打开原文件", self._on_open_file, hint=self._row.name)
        close = button("关闭", self.close)
        foot = row(label(self._row.name, "small"), None, source, close)
        whole = column(*self._head(), both, foot, spacing=10, margins=(22, 16, 22, 14))
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.list.opened.connect(self._on_finding)
        self.list.selectionModel().currentChanged.connect(self._on_finding)
        self.copied.chosen.connect(self._on_span)
        self.tabs.currentChanged.connect(self._on_tab)

    def _head(self) -> tuple[QWidget | QLayout, ...]:
        said = self._row
        signed = f"署名：{said.signature or '（没有）'}　日期：{said.date or '（没有）'}"
        badges = [
            label(f"{name}：{STATES[state]}", STATE_TONES[state])
            for (_kind, name), state in zip(PARTS, said.parts, strict=True)
        ]
        title = label(said.title or f"{said.unit}（没有标题）", "heading", wrap=True)
        return title, label(signed, "soft", wrap=True), row(*badges, None)

    def _fill(self) -> None:
        self.text.show_text(self._row.text)
        self.findings.show(self._row.findings)
        figures, copied = list(self._figures()), list(self._copied())
        self.figures.show_lines(figures)
        self.copied.show_lines(copied)
        names = (
            ("核查发现", len(self._row.findings)),
            ("主要数字", len(figures)),
            ("雷同", len(copied)),
        )
        for at, (name, count) in enumerate(names):
            self.tabs.setTabText(at, f"{name} {count}" if count else name)
        self.text.show_text(self._row.text)

    def show_finding(self, finding: Finding) -> None:
        """Bring one of the findings before the eyes."""
        place = self.findings.row_of(finding)
        if place >= 0:
            self.list.setCurrentIndex(self.findings.index(place))
        self._mark(finding)

    def _figures(self) -> list[Line]:
        lines = []
        for tally in self._survey.tallies:
            value = dict(tally.values).get(self._number)
            if value is None:
                continue
            far = self._number in tally.outliers
            hint = Cell("请核实" if far else "", tone="bad")
            shown = Cell(f"{value:,.12g}{tally.unit}", value, "bad" if far else "")
            lines.append(Line((Cell(tally.name), shown, Cell(f"{tally.middle:,.12g}", tally.middle), hint)))  # fmt: skip
        return lines

    def _copied(self) -> list[Line]:
        lines: list[Line] = []
        for pair in self._survey.copying:
            if pair.here != self._number:
                continue
            there = self._survey.rows[pair.there]
            whom = Cell(named(there))
            share = Cell(f"{pair.share:.0%}", pair.share, share=pair.share)
            for passage in pair.passages[: MOST_PASSAGES - len(lines)]:
                words = " ".join(self._row.text[passage.here.start : passage.here.end].split())
                lines.append(Line((whom, share, Cell(words)), passage.here))
        return lines

    def _on_tab(self, at: int) -> None:
        page = self.tabs.widget(at)
        if page is self.copied and self.copied.key() is not None:
            self._on_span(self.copied.key())
        elif page is self.list:
            self._on_finding(self.list.currentIndex())

    def _on_finding(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        finding = index.data(FINDING) if index.isValid() else None
        if finding is not None:
            self._mark(finding)

    def _mark(self, finding: Finding) -> None:
        if finding.start is None or finding.end is None:
            self.text.show_text(self._row.text)
            return
        self._on_span(Span(finding.start, max(finding.end, finding.start + 1)))

    def _on_span(self, span: Span) -> None:
        self.text.show_text(self._row.text, (span,))
        self.text.go_to(0)

    def _on_open_file(self) -> None:
        path = Path(self._survey.folder) / self._row.name
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
