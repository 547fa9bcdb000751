"""The bar above what was recognised: which unit, which year last year's report is about, which now."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QSpinBox, QWidget

from lawdraft.ui.widgets.basics import button, label, restyle, row
from lawdraft.ui.widgets.wheel import let_wheel_pass
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from lawdraft.model.report import Report
    from lawdraft.ui.look import Look

FIRST, LAST = 2000, 2100
ROOMY = 980  # pixels in the standard size
UNKNOWN = FIRST - 1  # shown as 没认出
_OFFICE = re.compile("(?:人民政府|街道办事处|办事处|管理委员会|管委会)$")


class UnitBar(QFrame):
    """Signals come from the user alone."""

    last_year_given = Signal(int)
    outlines_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self._look = look
        self._report: Report | None = None
        self._own_year = False  # the user set this year's number
        self.organisation = QLineEdit()
        self.organisation.setPlaceholderText("例如：青禾镇人民政府")
        self.last_year, self.year = _years("去年的报告写的年份"), _years("今年写哪一年")
        self.last_year.setMinimum(UNKNOWN)
        self.last_year.setSpecialValueText("没认出")
        self.outline = QComboBox()
        let_wheel_pass(self.outline)
        self.outline.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._where, self._why, self._late = label("", "small"), label("", "small"), label("", "warn")  # fmt: skip
        self._build()
        self.organisation.textEdited.connect(lambda _text: self._show_where())
        self.last_year.valueChanged.connect(self._on_last_year)
        self.year.valueChanged.connect(self._on_year)
        look.changed.connect(self._resize)
        self._resize()

    def _build(self) -> None:
        look_at = button("看看这些结构…", self.outlines_wanted.emit, part="link")
        self._groups = {
            "unit": _group("单位名称(&D)", self.organisation, self._where),
            "last": _group("去年那份写的是(&Y)", self.last_year, self._why),
            "year": _group("今年写(&N)", self.year, self._late),
            "outline": _group("按哪种结构(&G)", self.outline, look_at),
        }
        for field, name in ((self.organisation, "单位名称"), (self.outline, "按哪种结构建提纲")):
            field.setAccessibleName(name)
        layout = Wrapping(*self._groups.values(), spacing=26, between=6)
        layout.setContentsMargins(20, 10, 20, 10)
        self.setLayout(layout)

    def _resize(self) -> None:
        self.organisation.setFixedWidth(self._look.scaled(230))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reasons stand beside their fields where that takes no second line, else in the hints."""
        super().resizeEvent(event)
        roomy = self.width() >= self._look.scaled(ROOMY)
        for reason in (self._where, self._why):
            reason.setVisible(roomy)

    # -- showing ---------------------------------------------------------------------------------

    def show_report(self, report: Report, *, changeable: bool, fresh: bool = False) -> None:
        """What was recognised, and why; what the user typed stays, unless it is a `fresh` file."""
        before = (self._report.organisation or "") if self._report else self.unit
        self._report = report
        self._show_groups("unit", "last", "year")
        self._own_year = self._own_year and not fresh
        if fresh or self.unit == before:
            self.organisation.setText(report.organisation or "")
            self.organisation.setCursorPosition(0)
        with QSignalBlocker(self.last_year):
            self.last_year.setValue(report.year or UNKNOWN)
        why = report.year_reason if report.year else "请照原文填上。"
        self._why.setText(why)
        self._why.setToolTip(why)
        self.last_year.setToolTip(f"认出的根据：{why}")
        if not self._own_year:
            self._set_year(report.year + 1 if report.year else coming_year())
        self._show_where()
        self._show_late()
        self._enable(changeable=changeable)

    def show_draft(self, report: Report, organisation: str, year: int) -> None:
        """What an open draft began from; unit and year are the draft's now."""
        self.show_report(report, changeable=False, fresh=True)
        self.organisation.setText(organisation)
        self._set_year(year)
        self._where.clear()

    def show_blank(self, outlines: tuple[tuple[str, str], ...], chosen: str) -> None:
        """No report: unit, year and a structure to begin from (name and key)."""
        if self._report is not None:
            self.organisation.clear()
        self._report = None
        self._show_groups("unit", "year", "outline")
        self._set_year(coming_year())
        self._where.clear()
        self._late.hide()
        self.show_outlines(outlines, chosen)
        self._enable(changeable=True)

    def show_outlines(self, outlines: tuple[tuple[str, str], ...], chosen: str) -> None:
        """The structures to choose from."""
        with QSignalBlocker(self.outline):
            self.outline.clear()
            for name, key in outlines:
                self.outline.addItem(name, key)
            self.outline.setCurrentIndex(max(self.outline.findData(chosen), 0))

    # -- what is given ---------------------------------------------------------------------------

    @property
    def unit(self) -> str:
        """The unit's name as it stands in the field."""
        return self.organisation.text().strip()

    @property
    def renames(self) -> bool:
        """Whether the name given is none that last year's text knows: another unit's report."""
        if self._report is None or not self._report.organisation:
            return False
        core = _OFFICE.sub("", self.unit)
        return bool(core) and core not in self._report.text

    # -- inside ----------------------------------------------------------------------------------

    def _show_groups(self, *shown: str) -> None:
        for name, group in self._groups.items():
            group.setVisible(name in shown)

    def _enable(self, *, changeable: bool) -> None:
        for field in (self.organisation, self.last_year, self.year):
            field.setEnabled(changeable)

    def _set_year(self, year: int) -> None:
        with QSignalBlocker(self.year):
            self.year.setValue(year)

    def _show_where(self) -> None:
        """Where the name stands; after a change, what comes of it."""
        report = self._report
        if report is None:
            return
        if self.unit == (report.organisation or ""):
            words = report.organisation_reason or "没认出，请填上。"
        elif self.renames:
            words = f"文中的“{_OFFICE.sub('', report.organisation or '')}”会换成它。"
        else:
            words = "按您改的认。"
        self._where.setText(words)
        self.organisation.setToolTip(words)

    def _show_late(self) -> None:
        words = doubt_about(self.last_year.value(), self.year.value(), coming_year())
        self._late.setText(words)
        self._late.setVisible(bool(words) and self._report is not None)
        restyle(self._late, part="warn")

    def _on_last_year(self, year: int) -> None:
        if not self._own_year and year != UNKNOWN:
            self._set_year(year + 1)
        self._show_late()
        if year != UNKNOWN:
            self.last_year_given.emit(year)

    def _on_year(self, _year: int) -> None:
        self._own_year = True
        self._show_late()


def doubt_about(last: int, year: int, coming: int) -> str:
    """What is odd about the year to write, after a report about `last`; "" where nothing is."""
    if last != UNKNOWN and year <= last:
        return "应晚于去年那份，请核对"
    if year != coming:
        return f"现在一般写{coming}年的，请核对"
    if last != UNKNOWN and year - last > 1:
        return f"那份是{year - last}年前的，年份、数字请逐条核对"
    return ""


def coming_year() -> int:
    """The year that a report written today is about: until September the year before."""
    today = datetime.now().astimezone()
    return today.year if today.month > 9 else today.year - 1


def _years(name: str) -> QSpinBox:
    made = QSpinBox()
    let_wheel_pass(made)
    made.setRange(FIRST, LAST)
    made.setSuffix(" 年")
    made.setKeyboardTracking(False)  # a number half typed is none
    made.setAccessibleName(name)
    return made


def _group(words: str, field: QWidget, more: QWidget) -> QWidget:
    """A label with its field and what is said about it, never parted."""
    name: QLabel = label(words)
    name.setTextFormat(Qt.TextFormat.AutoText)
    name.setBuddy(field)
    made = QWidget()
    made.setLayout(row(name, field, more, spacing=8))
    return made
