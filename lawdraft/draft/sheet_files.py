"""Files that offices send back, as rows of cells: .xlsx, .xls and .et, .ods, .csv, .docx, web tables.

Content decides the kind, never the name; hidden sheets count only where nothing else is there.
"""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.draft.word_answers import DOCUMENT, read_page
from lawdraft.model.errors import CannotReadError, reason_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lxml import etree
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    Typed = str | int | float | bool | dt.date | dt.time | dt.timedelta | None

MARK_SHEET = "lawdraft"  # hidden: which unit and year the sheet asks for
MOST_ROWS, MOST_COLUMNS = 2000, 30
_LARGEST_FILE, _LARGEST_UNPACKED = 20_000_000, 60_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_ODF = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_WORDS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ENCODINGS = ("utf-8-sig", "gb18030")
_DELIMITERS = "\t,;，"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell as it was typed; `percent`: its number is shown as a percentage."""

    value: Typed = None
    percent: bool = False
    formula: bool = False  # of which no result was stored


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet or table, row by row."""

    rows: tuple[tuple[SheetCell, ...], ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """All tables of a file, the lines beside them, and what our hidden sheet says."""

    grids: tuple[Grid, ...] = ()
    lines: tuple[str, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)


def read_returned(path: Path) -> Returned:
    """The tables in a file. Raises CannotReadError, as a sentence, where there is none to read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as trouble:
        raise CannotReadError(f"找不到“{path.name}”。") from trouble
    except PermissionError as trouble:
        raise CannotReadError(
            f"没有权限读取“{path.name}”，或它正被别的程序占用；请关闭占用它的程序，或复制一份到桌面再试。"
        ) from trouble
    except OSError as trouble:
        sentence = f"“{path.name}”不能读取（{reason_of(trouble)}），请换一份文件。"
        raise CannotReadError(sentence) from trouble
    if not data.strip():
        raise CannotReadError(f"“{path.name}”是空文件。")
    if len(data) > _LARGEST_FILE:
        raise _too_large(path)
    return _explained(data, path)


def _explained(data: bytes, path: Path) -> Returned:
    from lxml.etree import LxmlError
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return _of_kind(data, path)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, IndexError,
            AttributeError, SyntaxError, EOFError, LxmlError, NotImplementedError, OSError,
            RuntimeError, csv.Error, zlib.error) as trouble:  # fmt: skip
        raise CannotReadError(
            f"“{path.name}”读不出来，可能已损坏或加了密码；请去掉密码、另存为 .xlsx 再发回。"
        ) from trouble


def _of_kind(data: bytes, path: Path) -> Returned:
    if data.startswith(_OLE):
        return _old_book(data, path)
    if not data.startswith(_ZIP):
        return _text_table(data, path)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(each.file_size for each in archive.infolist()) > _LARGEST_UNPACKED:
            raise _too_large(path)
        names = archive.namelist()
        if DOCUMENT not in names and _ODF in names:
            return _open_document(archive.read(_ODF))
    return _word(data) if DOCUMENT in names else _book(data)


def _too_large(path: Path) -> CannotReadError:
    return CannotReadError(f"“{path.name}”太大，不像数据收集表，请核对。")


def _word(data: bytes) -> Returned:
    page = read_page(data)
    grids = (
        Grid(tuple(tuple(SheetCell(cell.value) for cell in row) for row in table))
        for table in page.tables
    )
    return Returned(tuple(grids), page.lines)


# -- .xlsx -----------------------------------------------------------------------------------------


def _book(data: bytes) -> Returned:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions of WPS that openpyxl does not keep
        shown = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
        typed = load_workbook(io.BytesIO(data), read_only=True)
    grids, marks = [], {}
    for sheet, formulas in zip(shown.worksheets, typed.worksheets, strict=True):
        if sheet.title == MARK_SHEET:
            rows = sheet.iter_rows(max_row=9, max_col=2, values_only=True)
            marks = {str(row[0]): str(row[1] if row[1] is not None else "") for row in rows}
            continue
        grids.append(Grid(tuple(_book_rows(sheet, formulas)), sheet.sheet_state != "visible"))
    return Returned(tuple(grids), marks=marks)


def _book_rows(sheet: Worksheet, formulas: Worksheet) -> Iterator[tuple[SheetCell, ...]]:
    """The rows with what each cell shows; a formula without a stored result is marked."""
    for each in (sheet, formulas):
        each.reset_dimensions()  # type: ignore[attr-defined]  # some programs write them wrong
    both = zip(
        sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS),
        formulas.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True),
        strict=False,
    )
    for row, typed in both:
        yield tuple(_book_cell(cell, words) for cell, words in zip(row, typed, strict=False))


def _book_cell(cell: Cell | MergedCell, typed: object) -> SheetCell:
    value: Typed = cell.value  # type: ignore[assignment]  # data_only gives no formula objects
    if value is None and isinstance(typed, str) and typed.startswith("="):
        return SheetCell(typed, formula=True)
    return SheetCell(value, "%" in (cell.number_format or ""))


# -- .xls, .et -------------------------------------------------------------------------------------


def _old_book(data: bytes, path: Path) -> Returned:
    """A workbook of the old binary kind. Raises CannotReadError for a locked or another file."""
    import office_oxide
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as package:
        if package.exists("EncryptedPackage"):
            raise CannotReadError(f"“{path.name}”加了密码，请对方去掉密码再发回。")
        if not (package.exists("Workbook") or package.exists("Book")):
            raise CannotReadError(f"“{path.name}”是旧格式，请另存为 .xlsx 或 .docx 再发回。")
    try:
        with office_oxide.Document.from_bytes(data, "xls") as document:
            sections = document.to_ir()["sections"]
    except office_oxide.OfficeOxideError as trouble:
        raise ValueError(str(trouble)) from trouble
    grids, marks = [], {}
    for section in sections:
        tables = [each for each in section["elements"] if each["type"] == "table"]
        rows = tuple(_spread(_old_row(row) for table in tables for row in table["rows"]))
        if section["title"] == MARK_SHEET:
            marks = {str(row[0].value): str(row[1].value) for row in rows if len(row) > 1}
        else:
            grids.append(Grid(rows))
    return Returned(tuple(grids), marks=marks)


def _old_row(row: dict[str, list[dict[str, object]]]) -> Iterator[tuple[str, int, int]]:
    for cell in row["cells"]:
        yield _old_words(cell), int(str(cell["col_span"])), int(str(cell["row_span"]))


def _old_words(node: object) -> str:
    if isinstance(node, list):
        return "".join(_old_words(each) for each in node)
    if not isinstance(node, dict):
        return ""
    return str(node.get("text") or "") or _old_words(node.get("content"))


def _spread(rows: Iterable[Iterable[tuple[str, int, int]]]) -> Iterator[tuple[SheetCell, ...]]:
    """Cells at their own columns: one over several columns or rows leaves the others empty."""
    covered: dict[int, int] = {}  # column → rows still covered from above
    for count, row in enumerate(rows):
        if count >= MOST_ROWS:
            return
        cells: list[SheetCell] = []
        for words, width, height in row:
            while covered.get(len(cells), 0) > 0:
                covered[len(cells)] -= 1
                cells.append(SheetCell())
            for place in range(min(max(width, 1), MOST_COLUMNS)):
                covered[len(cells)] = max(height, 1) - 1
                cells.append(SheetCell(words) if place == 0 else SheetCell())
        yield tuple(cells[:MOST_COLUMNS])


# -- .ods, .odt ------------------------------------------------------------------------------------


def _open_document(content: bytes) -> Returned:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(content, parser)
    grids, marks = [], {}
    for table in root.iter(f"{_TABLE}table"):
        rows = tuple(_open_rows(table))
        if table.get(f"{_TABLE}name") == MARK_SHEET:
            marks = {str(row[0].value): str(row[1].value) for row in rows if len(row) > 1}
        else:
            grids.append(Grid(rows))
    lines = (
        "".join(str(each) for each in line.itertext())
        for line in root.iter(f"{_WORDS}p", f"{_WORDS}h")
        if next(line.iterancestors(f"{_TABLE}table"), None) is None
    )
    return Returned(tuple(grids), tuple(filter(None, lines)), marks)


def _open_rows(table: etree._Element) -> Iterator[tuple[SheetCell, ...]]:
    for count, row in enumerate(table.iter(f"{_TABLE}table-row")):
        if count >= MOST_ROWS:
            return
        cells: list[SheetCell] = []
        for cell in row:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            lines = ("".join(str(t) for t in each.itertext()) for each in cell.iter(f"{_WORDS}p"))
            words = "".join(lines)
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            cells += [SheetCell(words)] * min(times, MOST_COLUMNS)
        yield tuple(cells[:MOST_COLUMNS])


# -- .csv and web tables ---------------------------------------------------------------------------


def _text_table(data: bytes, path: Path) -> Returned:
    text = _decoded(data)
    if "\0" in text:
        raise ValueError(path.name)
    if "<table" in text[:20000].lower():
        return _web_tables(text)
    counts = {each: text.count(each) for each in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda each: counts[each])
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))[:MOST_ROWS]
    return Returned(
        (Grid(tuple(tuple(SheetCell(cell) for cell in row[:MOST_COLUMNS]) for row in rows)),)
    )


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(_ENCODINGS)


def _web_tables(text: str) -> Returned:
    """The tables of a web page: what some systems export under the name of .xls."""
    from lxml import html

    grids = []
    for table in html.document_fromstring(text).iter("table"):
        rows = (
            (
                ("".join(str(t) for t in cell.itertext()).strip(), *_spans(cell))
                for cell in row.iterchildren("td", "th")
            )
            for row in table.iter("tr")
        )
        grids.append(Grid(tuple(_spread(rows))))
    return Returned(tuple(grids))


def _spans(cell: etree._Element) -> tuple[int, int]:
    width, height = cell.get("colspan", "1"), cell.get("rowspan", "1")
    return int(width) if width.isdigit() else 1, int(height) if height.isdigit() else 1
