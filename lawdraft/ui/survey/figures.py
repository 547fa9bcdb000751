"""指标: each indicator over all reports, and who gave what for the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from lawdraft.ui.survey.lines import (
    TALLY_HEADS,
    TALLY_WIDTHS,
    VALUE_HEADS,
    VALUE_WIDTHS,
    tally_lines,
    value_lines,
)
from lawdraft.ui.survey.table import Table
from lawdraft.ui.widgets.basics import column, holder, label

if TYPE_CHECKING:
    from lawdraft.model.survey import Survey
    from lawdraft.ui.look import Look

EXPLAINED = "同一年度各份报告里能认出的指标。“悬殊”是比中间的数大十倍以上或不到十分之一的，多半是单位或小数点写错。"
NONE = "各份报告里没有认出可以汇总的指标。"


class FiguresPage(QWidget):
    """The indicators at the left, the values of one at the right."""

    opened = Signal(object)  # the row of a report

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._survey: Survey | None = None
        self.tallies = Table(look, "指标汇总", TALLY_HEADS, TALLY_WIDTHS)
        self.values = Table(look, "各单位的数", VALUE_HEADS, VALUE_WIDTHS)
        self._name = label("", "heading", wrap=True)
        self._explained = label(EXPLAINED, "soft", wrap=True)
        right = column(self._name, self.values, spacing=8, margins=(10, 0, 0, 0), grow=1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.tallies)
        both.addWidget(holder(right))
        both.setSizes([look.scaled(640), look.scaled(480)])
        both.setChildrenCollapsible(False)
        self.setLayout(column(self._explained, both, spacing=10, margins=(16, 12, 16, 12), grow=1))
        self.tallies.chosen.connect(self._show)
        self.values.opened.connect(self.opened)

    def show_survey(self, survey: Survey) -> None:
        """The indicators of a survey."""
        self._survey = survey
        self._explained.setText(EXPLAINED if survey.tallies else NONE)
        self.values.show_lines(())
        self._name.setText("")
        self.tallies.show_lines(tally_lines(survey))

    def _show(self, number: int) -> None:
        if self._survey is not None and number < len(self._survey.tallies):
            tally = self._survey.tallies[number]
            self._name.setText(tally.name)
            self.values.show_lines(value_lines(self._survey, tally))
