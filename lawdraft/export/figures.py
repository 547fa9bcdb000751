"""The figures sheet (.xlsx): last year beside this year, the change computed, one page."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from lawdraft.model.workbook import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Figure, Report

HEAD = ("序号", "指标", "单位", "上年", "本年", "增减", "增减率", "提供单位", "备注", "类别")
WIDTHS = (6, 36, 10, 12, 12, 12, 10, 18, 40, 10)
RESULT, TARGET = "今年结果", "明年目标"
FIXED_TIME = datetime(2012, 7, 1)  # noqa: DTZ001  a fixed stamp, so that the bytes are the same
NUMBER = re.compile(r"^\s*([\d,，]+(?:\.\d+)?)\s*(万|千|亿)?")
SCALE = {"万": 10_000, "千": 1_000, "亿": 100_000_000, None: 1}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: values as printed."""

    thing: str
    unit: str
    last: str
    value: str
    supplier: str = ""
    note: str = ""
    target: bool = False  # announced for next year, no result of this one


def write_figures(report: Report, draft: Draft | None, *, public: bool = False) -> bytes:
    """The sheet's bytes: the draft's ledger, or the figures recognised in the report.

    Targets for next year stand in a block of their own below the results.
    """
    from openpyxl import Workbook

    rows = list(_ledger(draft, public=public) if draft and draft.ledger else _figures(report))
    rows.sort(key=lambda row: row.target)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    year = (draft.year if draft else report.year) or "本"
    sheet.title = "数据表"
    sheet.append([f"{report.organisation or ''}{year}年法治政府建设数据表"])
    sheet.append(list(HEAD))
    for number, row in enumerate(rows, 1):
        sheet.append(list(_cells(number, row)))
    _dress(sheet, len(rows))
    return _saved(book)


def _ledger(draft: Draft, *, public: bool) -> Iterator[Row]:
    for entry in draft.ledger:
        if public and not entry.public:
            continue
        note = entry.note if entry.public else "不公开；" + entry.note
        yield Row(
            entry.thing,
            entry.unit or "",
            entry.last or "",
            entry.value or "",
            entry.supplier,
            note.rstrip("；"),
            entry.role == "target",
        )


def _figures(report: Report) -> Iterator[Row]:
    for figure in report.figures:
        if figure.role != "background":
            yield Row(
                figure.thing,
                figure.unit or "",
                "",
                _printed(figure),
                "",
                _place(report, figure),
                figure.role == "target",
            )


def _printed(figure: Figure) -> str:
    """The figure without its unit: 2万余份 → 2万余."""
    return figure.text.removesuffix(figure.unit or "")


def _place(report: Report, figure: Figure) -> str:
    start = max(0, report.text.rfind("\n", 0, figure.start) + 1, figure.start - 14)
    return "…" + report.text[start : figure.end].strip()


def _cells(number: int, row: Row) -> Iterator[object]:
    line = number + 2
    last, value = as_number(row.last), as_number(row.value)
    yield number
    yield safe(row.thing)
    yield safe(row.unit)
    yield safe(row.last) if last is None else last
    yield safe(row.value) if value is None else value
    both = last is not None and value is not None
    yield f"=E{line}-D{line}" if both else ""
    yield f'=IF(D{line}=0,"",(E{line}-D{line})/D{line})' if both else ""
    yield safe(row.supplier)
    yield safe(row.note)
    yield TARGET if row.target else RESULT


def as_number(printed: str) -> float | int | None:
    """2万余 → 20000, 85.4 → 85.4; None where no number begins it."""
    found = NUMBER.match(printed)
    if not found:
        return None
    value = float(found[1].replace(",", "").replace("，", "")) * SCALE[found[2]]
    return int(value) if value == int(value) else value


def safe(text: str) -> str:
    """Text that a sheet must not take for a formula."""
    return "'" + text if text[:1] in ("=", "+", "-", "@") else text


def _dress(sheet: Worksheet, count: int) -> None:
    """One page wide, the head repeated, borders, 增减率 in per cent."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEAD))
    sheet["A1"].font = Font(name="方正小标宋简体", size=18)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 32
    thin = Side(style="thin")
    for cells in sheet.iter_rows(min_row=2, max_row=count + 2, max_col=len(HEAD)):
        for cell in cells:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.font = Font(name="黑体" if cell.row == 2 else "仿宋", size=11)
            centred = cell.row == 2 or cell.column not in (2, 9)
            cell.alignment = Alignment(
                horizontal="center" if centred else "left", vertical="center", wrap_text=True
            )
        cells[6].number_format = "0.0%"
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _saved(book: Workbook) -> bytes:
    """The book's bytes without the time they were made."""
    import zipfile

    from lawdraft.export.package import EPOCH

    book.properties.created = book.properties.modified = FIXED_TIME
    raw, clean = io.BytesIO(workbook_bytes(book)), io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(clean, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2012-07-01T00:00:00Z", data
                )
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return clean.getvalue()
