"""The county's table of a survey: an overview, findings, figures, copying, and a page a town."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.export.survey_pages import (
    MOST_PAGES,
    all_findings,
    changes,
    copied_pairs,
    figures,
    matrix,
    overview,
    rules,
    town_page,
)
from lawdraft.model.workbook import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from lawdraft.export.survey_pages import Look, Page, Value
    from lawdraft.model.survey import Survey

TITLE_LENGTH = 31  # Excel's limit for a sheet's name
NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_000  # Excel takes 32,767 characters a cell


def write_survey(survey: Survey) -> bytes:
    """The workbook's bytes."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    titles = _titles(survey)
    for name, page in _pages(survey, titles):
        _lay(book, name, page)
    return workbook_bytes(book)


def _pages(survey: Survey, titles: dict[int, str]) -> Iterator[tuple[str, Page]]:
    yield "总览", overview(survey, titles)
    yield "问题汇总", rules(survey)
    yield "问题清单", all_findings(survey)
    yield "指标汇总", figures(survey)
    if survey.changes:
        yield "年度对比", changes(survey)
    if survey.copying:
        grid = matrix(survey)
        if grid.rows:
            yield "雷同矩阵", grid
        yield "雷同对照", copied_pairs(survey)
    for number, title in titles.items():
        yield title, town_page(survey, number)


def _titles(survey: Survey) -> dict[int, str]:
    """A sheet name for each town's page, all different; none beyond what a book can bear."""
    taken = {"总览", "问题汇总", "问题清单", "指标汇总", "年度对比", "雷同矩阵", "雷同对照"}
    titles: dict[int, str] = {}
    for number in survey.readable[:MOST_PAGES]:
        row = survey.rows[number]
        stem = row.unit.removesuffix("人民政府") + (str(row.year) if row.year else "")
        titles[number] = _free(NOT_IN_A_TITLE.sub("", stem)[:TITLE_LENGTH] or "报告", taken)
        taken.add(titles[number].casefold())
    return titles


def _free(stem: str, taken: set[str]) -> str:
    """The name itself, or with the first number that makes it a new one."""
    name, number = stem, 1
    while name.casefold() in taken:
        number += 1
        tail = f"（{number}）"
        name = stem[: TITLE_LENGTH - len(tail)] + tail
    return name


def _lay(book: Workbook, name: str, page: Page) -> None:
    """One sheet: widths, a dark head that stays in sight, cells that wrap."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet = book.create_sheet(name)
    for number, width in enumerate(page.widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    if page.frozen:
        sheet.freeze_panes = page.frozen
    sheet.page_setup.orientation = page.orientation
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    dress = _Dress(sheet)
    for line, row in enumerate(page.rows, 1):
        sheet.append([dress.cell(value, row.look) for value in row.values])
        if row.link:
            place = f"{get_column_letter(row.link[0])}{line}"
            link = Hyperlink(ref=place, location=f"'{row.link[1]}'!A1")
            sheet._hyperlinks.append(link)  # noqa: SLF001  openpyxl has no other way here


class _Dress:
    """Makes the cells of one sheet; the looks are made once, for a book may have many cells."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self._sheet = sheet
        self._made: dict[tuple[Look, bool], StyleArray] = {}
        thin = Side(style="thin", color="BFC8CC")
        self._border = Border(left=thin, right=thin, top=thin, bottom=thin)
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._plain_line = Alignment(vertical="center")
        self._fonts = {
            "title": Font(name="微软雅黑", size=15, bold=True),
            "head": Font(name="微软雅黑", size=10, bold=True, color="FFFFFF"),
            "part": Font(name="微软雅黑", size=11, bold=True, color="1F6478"),
        }
        self._plain = Font(name="微软雅黑", size=10)
        self._fills = {
            "head": PatternFill("solid", fgColor="1F6478"),
            "bad": PatternFill("solid", fgColor="FBEAE8"),
            "warn": PatternFill("solid", fgColor="FCF2DC"),
        }

    def cell(self, value: Value, look: Look) -> Cell:
        """A cell of the sheet; text is never taken for a formula."""
        from openpyxl.cell import WriteOnlyCell

        bare = _clean(value)
        cell = WriteOnlyCell(self._sheet, value=bare)
        if isinstance(bare, str):
            cell.data_type = "s"
        share = isinstance(bare, float) and 0 <= bare <= 1 and look != "value"
        made = self._made.get((look, share))
        if made is None:
            self._dress(cell, look, share=share)
            self._made[look, share] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001  looking a style up again takes longer than all else
        else:
            cell._style = made  # type: ignore[attr-defined]  # noqa: SLF001
        return cell

    def _dress(self, cell: Cell, look: Look, *, share: bool) -> None:
        cell.font = self._fonts.get(look, self._plain)
        inside = look not in ("title", "part", "note")
        cell.alignment = self._wrapped if inside else self._plain_line
        if inside:
            cell.border = self._border
        if look in self._fills:
            cell.fill = self._fills[look]
        cell.number_format = "0.0%" if share else "General"


def _clean(value: Value) -> Value:
    """A value that a workbook can hold."""
    if isinstance(value, str):
        return NOT_IN_XML.sub("", value)[:LONGEST_CELL]
    return value
