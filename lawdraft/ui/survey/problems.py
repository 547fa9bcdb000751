"""问题: how often each rule speaks in the folder, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from lawdraft.ui.survey.lines import (
    PLACE_HEADS,
    PLACE_WIDTHS,
    RULE_HEADS,
    RULE_WIDTHS,
    place_lines,
    rule_lines,
)
from lawdraft.ui.survey.table import Table
from lawdraft.ui.widgets.basics import column, label

if TYPE_CHECKING:
    from lawdraft.model.finding import Severity
    from lawdraft.model.survey import Survey
    from lawdraft.ui.look import Look

EXPLAINED = "左边是各类问题，右边是出在哪些报告里。双击右边的一行，看它在报告里的位置。"
NONE = "这些报告里没有发现问题。"


class ProblemsPage(QWidget):
    """The rules at the left, the places of one at the right."""

    opened = Signal(object)  # (row of a report, Finding)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._survey: Survey | None = None
        self.rules = Table(look, "问题种类", RULE_HEADS, RULE_WIDTHS)
        self.places = Table(look, "出问题的地方", PLACE_HEADS, PLACE_WIDTHS)
        self._explained = label(EXPLAINED, "soft", wrap=True)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.rules)
        both.addWidget(self.places)
        both.setSizes([look.scaled(380), look.scaled(740)])
        both.setChildrenCollapsible(False)
        self.setLayout(column(self._explained, both, spacing=10, margins=(16, 12, 16, 12), grow=1))
        self.rules.chosen.connect(self._show)
        self.places.opened.connect(self.opened)

    def show_survey(self, survey: Survey) -> None:
        """The findings of a survey."""
        self._survey = survey
        self.places.show_lines(())
        lines = list(rule_lines(survey))
        self._explained.setText(EXPLAINED if lines else NONE)
        self.rules.show_lines(lines)

    def _show(self, key: tuple[str, Severity]) -> None:
        if self._survey is not None:
            self.places.show_lines(place_lines(self._survey, *key))
