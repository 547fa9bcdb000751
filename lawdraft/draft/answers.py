"""Answers of offices and villages read from their sheets, and put into the ledger.

A sheet may come back renamed, saved anew by WPS, with text where numbers belong, or cut down to a
table without our hidden column; what is unsure is told and left to the clerk.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
import warnings
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.draft.ledger import number_of
from lawdraft.draft.sheets import HEADER, MARK_SHEET, REPORTER
from lawdraft.draft.word_answers import DOCUMENT, WrittenCell, read_page
from lawdraft.model.errors import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    AnyCell = Cell | MergedCell | WrittenCell

    from lawdraft.model.draft import Draft, Entry

_MOST_ROWS, _MOST_COLUMNS = 2000, 30
_LARGEST_FILE, _LARGEST_UNPACKED = 20_000_000, 60_000_000
_TITLE_YEAR = re.compile(r"(20\d\d)年.*收集表")
_NOTHING = frozenset({"", "无", "没有", "/", "-", "—", "——", "暂无", "不涉及"})
_NUMBER = re.compile(r"(?P<number>(?:约|近)?\d[\d,]*(?:\.\d+)?[十百千万亿]*[余多]?)(?P<unit>.*)")
_CHINESE = re.compile(r"(?P<number>[零一二两三四五六七八九十百千万亿]+[余多]?)(?P<unit>.*)")


@dataclass(frozen=True, slots=True)
class Reply:
    """One row of a sheet: whose figure, its value as it will be printed, or why it is doubtful."""

    entry: str
    value: str
    note: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet: who filled it in, its replies, and sentences about rows that fit nothing."""

    name: str
    supplier: str
    replies: tuple[Reply, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Table:
    """Where a sheet's columns stand."""

    thing: int
    answer: int
    unit: int | None = None
    note: int | None = None
    entry: int | None = None
    rows: list[tuple[AnyCell, ...]] = field(default_factory=list)


def read_sheet(path: Path, draft: Draft) -> SheetRead:
    """The answers in a file. Raises CannotReadError where it is damaged, or no sheet of ours."""
    filled = _open(path)
    if filled.year.isdigit() and int(filled.year) != draft.year:
        raise CannotReadError(
            f"“{path.name}”是{filled.year}年的收集表，这份草稿写的是{draft.year}年，没有采用。"
        )
    if not filled.tables:
        raise CannotReadError(f"“{path.name}”里没有找到要填的表，请确认发回来的是数据收集表。")
    replies: list[Reply] = []
    notes: list[str] = []
    for table in filled.tables:
        for row in table.rows:
            _read_row(row, table, draft, path.name, replies, notes)
    return SheetRead(path.name, filled.supplier, tuple(replies), tuple(notes))


@dataclass(frozen=True, slots=True)
class _Filled:
    """What a file holds, of either kind: who filled it in, for which year, and the tables."""

    supplier: str
    year: str
    tables: list[_Table]


def _open(path: Path) -> _Filled:
    from lxml.etree import LxmlError
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        data = path.read_bytes()
        return _filled_word(data) if _is_word(data, path) else _filled_book(_loaded(data))
    except FileNotFoundError as trouble:
        raise CannotReadError(f"找不到“{path.name}”。") from trouble
    except OSError as trouble:
        raise CannotReadError(f"“{path.name}”打不开，请检查它是否正被别的程序占用。") from trouble
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, IndexError,
            AttributeError, SyntaxError, EOFError, LxmlError, NotImplementedError,
            RuntimeError) as trouble:  # fmt: skip
        raise CannotReadError(
            f"“{path.name}”读不出来，可能已损坏、加了密码或是旧格式（.xls、.et、.doc）；"
            "请另存为 .xlsx 或 .docx 再发回。"
        ) from trouble


def _filled_book(book: Workbook) -> _Filled:
    tables = [t for sheet in book.worksheets if (t := _table(sheet)) is not None]
    return _Filled(_supplier(book), _marks(book).get("year", ""), tables)


def _filled_word(data: bytes) -> _Filled:
    page = read_page(data)
    titles = (_TITLE_YEAR.search(line) for line in page.lines)
    named = (line[len(REPORTER) :] for line in page.lines if line.startswith(REPORTER))
    tables = [table for rows in page.tables if (table := _word_table(rows)) is not None]
    return _Filled(
        supplier=next((name.strip("：: _") for name in named), ""),
        year=next((found[1] for found in titles if found), ""),
        tables=tables,
    )


def _word_table(rows: tuple[tuple[WrittenCell, ...], ...]) -> _Table | None:
    for place, row in enumerate(rows):
        table = _columns([cell.value for cell in row])
        if table is not None:
            table.rows += rows[place + 1 :]
            return table
    return None


def _loaded(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # extensions of WPS that openpyxl does not keep
        book = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # some programs write them wrong
    return book


def _is_word(data: bytes, path: Path) -> bool:
    """Whether it is a .docx; refuses what cannot be a sheet of ours before anything is unpacked."""
    if not data:
        raise CannotReadError(f"“{path.name}”是空文件。")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(each.file_size for each in archive.infolist())
        names = archive.namelist()
    if len(data) > _LARGEST_FILE or unpacked > _LARGEST_UNPACKED:
        raise CannotReadError(f"“{path.name}”太大，不像数据收集表，请核对。")
    return DOCUMENT in names


def _marks(book: Workbook) -> dict[str, str]:
    if MARK_SHEET not in book.sheetnames:
        return {}
    rows = book[MARK_SHEET].iter_rows(max_row=9, max_col=2, values_only=True)
    return {str(row[0]): str(row[1] if row[1] is not None else "") for row in rows}


def _supplier(book: Workbook) -> str:
    """Who filled the sheet in: what is printed on it before what was asked for."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=12, max_col=6, values_only=True):
            words = [str(value).strip() if value is not None else "" for value in row]
            for place, word in enumerate(words):
                if word.rstrip("：: ") == REPORTER:
                    return next(
                        (w for w in words[place + 1 :] if w), _marks(book).get("supplier", "")
                    )
                if word.startswith(REPORTER) and word[len(REPORTER) :].strip("：: "):
                    return word[len(REPORTER) :].strip("：: ")
    return _marks(book).get("supplier", "")


def _table(sheet: Worksheet) -> _Table | None:
    """The table below its header row; columns may have been moved or removed."""
    if sheet.title == MARK_SHEET:
        return None
    table: _Table | None = None
    for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS):
        if table is None:
            table = _columns([str(cell.value or "").strip() for cell in row])
        else:
            table.rows.append(row)
    return table


def _columns(words: list[str]) -> _Table | None:
    def find(*starts: str) -> int | None:
        return next((i for i, word in enumerate(words) if word.startswith(starts)), None)

    thing, answer = find(HEADER[1], "指标", "项目"), find("今年", "本年")
    if thing is None or answer is None:
        return None
    return _Table(thing, answer, find(HEADER[2]), find(HEADER[5]), find(HEADER[-1]))


def _read_row(
    row: tuple[AnyCell, ...],
    table: _Table,
    draft: Draft,
    name: str,
    replies: list[Reply],
    notes: list[str],
) -> None:
    if len(row) <= table.answer:
        return
    cell = row[table.answer]
    shown = _shown(cell)
    note = _words(row, table.note)
    if shown in _NOTHING and not note:
        return
    entry = _entry(row, table, draft)
    if entry is None:
        thing = _words(row, table.thing)
        if thing and shown not in _NOTHING:
            notes.append(f"“{name}”里的“{thing}”（{shown}）不在台账里，没有采用。")
        return
    replies.append(_reply(entry, shown, cell, note))


def _entry(row: tuple[AnyCell, ...], table: _Table, draft: Draft) -> Entry | None:
    """By our hidden number, if it still fits the words; else by words and unit."""
    thing, unit = _words(row, table.thing), _words(row, table.unit)
    entry_id = _words(row, table.entry)
    known = next((e for e in draft.ledger if e.id == entry_id), None)
    if known is not None and (not thing or _plain(known.thing) == _plain(thing)):
        return known
    fitting = [
        e
        for e in draft.ledger
        if thing and _plain(e.thing) == _plain(thing) and (not unit or e.unit == unit)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _words(row: tuple[AnyCell, ...], column: int | None) -> str:
    if column is None or column >= len(row) or row[column].value is None:
        return ""
    return str(row[column].value).strip()


def _plain(words: str) -> str:
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", words))


def _shown(cell: AnyCell) -> str:
    """The cell as a person would read it: 67.0 → 67, 0.931 shown as a percentage → 93.1%."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        if "%" in (cell.number_format or ""):
            return f"{round(value * 100, 6):g}%"
        return f"{value:.10g}"
    return unicodedata.normalize("NFKC", str(value)).strip()


def _reply(entry: Entry, shown: str, cell: AnyCell, note: str) -> Reply:
    found = _NUMBER.fullmatch(shown) or _CHINESE.fullmatch(shown)
    if found is None or isinstance(cell.value, dt.date | dt.time):
        return Reply(entry.id, shown, note, _doubt_about(shown, cell))
    value = found["number"].replace(",", "")
    unit = found["unit"].strip()
    if number_of(value.lstrip("约近")) is None:
        return Reply(entry.id, shown, note, "填的不是数字")
    wrong = unit not in ("", entry.unit or "")
    doubt = f"单位是“{unit}”，台账里是“{entry.unit or '无'}”" if wrong else ""
    return Reply(entry.id, shown if wrong else value, note, doubt)


def _doubt_about(shown: str, cell: AnyCell) -> str:
    if isinstance(cell.value, dt.date | dt.time):
        return "表格软件把它变成了日期"
    if shown in _NOTHING:
        return "填的是文字，不知道是不是 0" if shown else "没有填数字，只写了备注"
    return "填的不是数字"


def readable(paths: Iterable[Path], draft: Draft) -> tuple[list[SheetRead], list[str]]:
    """The sheets that can be read, and a sentence for each that cannot.

    Raises CannotReadError, with the first sentence, where none can.
    """
    sheets: list[SheetRead] = []
    refused: list[str] = []
    for path in paths:
        try:
            sheets.append(read_sheet(path, draft))
        except CannotReadError as trouble:
            refused.append(trouble.sentence)
    if refused and not sheets:
        raise CannotReadError(refused[0])
    return sheets, refused
