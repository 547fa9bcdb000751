"""Answers of offices and villages read from their sheets: which row is whose figure.

A sheet may come back renamed, saved anew by WPS, with rows and columns of its own, or cut down to
a table without our hidden column; what is unsure is told and left to the clerk.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.draft.ledger import number_of
from lawdraft.draft.names import short_name
from lawdraft.draft.sheet_files import SheetCell, read_returned
from lawdraft.draft.sheets import ANSWER_COLUMN, HEADER, REPORTER, suppliers_of
from lawdraft.draft.typed_values import NOTHING, read_typed, shown
from lawdraft.model.errors import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lawdraft.draft.sheet_files import Grid, Returned
    from lawdraft.model.draft import Draft, Entry

_TITLE = re.compile(r"(?P<unit>[\w（）()]*?)(?P<year>20\d\d)年[^，。]*收集表")
_HEAD_ROWS = 15
_TOTALS = ("合计", "小计", "总计", "填表人", "填报人", "联系人", "审核人", "负责人", "备注", "说明")
_THINGS = (HEADER[1], "指标", "项目", "内容", "填报内容", "填报项", "数据项", "事项", "名称")
_ANSWERS = ("今年", "本年", "填报数", "数值", "完成数", "实际数")
_BARE_ANSWERS = ("数据", "数字", "数量", "数值", "填报", "填报数据", "填写数字")
_LASTS = ("去年", "上年", "上一年")
_ENOUGH = 2  # rows that carry our numbers make a table without its header
_MOST_NAMED = 6


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


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table's columns stand."""

    thing: int
    answer: int
    unit: int | None = None
    last: int | None = None
    note: int | None = None
    entry: int | None = None
    unnamed: frozenset[int] = frozenset()  # no word above them


@dataclass(slots=True)
class _Reading:
    """What is being read out of one file."""

    draft: Draft
    name: str
    replies: list[Reply] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    empty_words: list[tuple[str, str]] = field(default_factory=list)  # 无, / and whose they are
    aside: list[str] = field(default_factory=list)  # typed over last year's value

    def read(self, row: tuple[SheetCell, ...], columns: _Columns) -> None:
        """Take one row as a reply, or as a sentence about it."""
        cell = row[columns.answer] if columns.answer < len(row) else SheetCell()
        typed, note = shown(cell), _words(row, columns.note)
        entry = _entry(row, columns, self.draft)
        if entry is None:
            self._tell_surplus(_words(row, columns.thing), typed)
        elif typed not in NOTHING or note:
            self._take(entry, cell, row, columns)
        elif typed:
            self.empty_words.append((typed, entry.thing))
        else:
            self._look_aside(entry, row, columns)

    def sentences(self) -> tuple[str, ...]:
        """What the clerk should hear about the sheet."""
        told = list(self.notes)
        if self.empty_words:
            words = "、".join(f"“{each}”" for each in dict.fromkeys(w for w, _ in self.empty_words))
            things = _few([thing for _, thing in self.empty_words])
            told.append(
                f"“{self.name}”里{things}填的是{words}，不知道是 0 还是没有统计，没有采用。"
            )
        if self.aside:
            told.append(
                f"“{self.name}”里{_few(self.aside)}“今年”一格空着，“去年”一格改过了，"
                "像是填错了格，没有采用，请核对。"
            )
        return tuple(told)

    def _take(
        self, entry: Entry, cell: SheetCell, row: tuple[SheetCell, ...], columns: _Columns
    ) -> None:
        note = _words(row, columns.note)
        typed = read_typed(cell, entry, unit=_words(row, columns.unit), note=note)
        self.replies.append(Reply(entry.id, typed.value, note, typed.doubt))
        if typed.told and not typed.doubt:
            self.notes.append(f"“{self.name}”里“{entry.thing}”：{typed.told}，请核对。")

    def _tell_surplus(self, thing: str, typed: str) -> None:
        if thing and typed not in NOTHING and not thing.startswith(_TOTALS):
            self.notes.append(f"“{self.name}”里的“{thing}”（{typed}）不在台账里，没有采用。")

    def _look_aside(self, entry: Entry, row: tuple[SheetCell, ...], columns: _Columns) -> None:
        """No answer in its cell: whether it stands in last year's, or beside the table."""
        last = _words(row, columns.last)
        if last and last[0].isdigit() and entry.last and number_of(last) != number_of(entry.last):
            self.aside.append(entry.thing)
            return
        beside = [w for at in columns.unnamed if (w := _words(row, at)) and w[0].isdigit()]
        if beside:
            doubt = f"“今年”一格空着，旁边写着“{beside[0]}”"
            self.replies.append(Reply(entry.id, beside[0], "", doubt))


def read_sheet(path: Path, draft: Draft) -> SheetRead:
    """The answers in a file. Raises CannotReadError where it is damaged, or no sheet of ours."""
    returned = read_returned(path)
    _check_ours(returned, draft, path.name)
    tables = _tables(returned, draft)
    if not tables:
        raise CannotReadError(f"“{path.name}”里没有找到要填的表，请确认发回来的是数据收集表。")
    reading = _Reading(draft, path.name)
    for columns, rows in tables:
        for row in rows:
            reading.read(row, columns)
    supplier = _supplier(returned, draft)
    return SheetRead(path.name, supplier, tuple(reading.replies), reading.sentences())


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


# -- whose sheet -----------------------------------------------------------------------------------


def _check_ours(returned: Returned, draft: Draft, name: str) -> None:
    """Refuses a sheet of another year or another unit."""
    unit, year = returned.marks.get("organisation", ""), returned.marks.get("year", "")
    for line in _head_lines(returned):
        if found := _TITLE.search(line):
            unit, year = unit or found["unit"], year or found["year"]
    if year.isdigit() and int(year) != draft.year:
        raise CannotReadError(
            f"“{name}”是{year}年的收集表，这份草稿写的是{draft.year}年，没有采用。"
        )
    theirs, ours = short_name(unit), short_name(draft.organisation)
    if theirs and ours and theirs not in draft.organisation and ours not in unit:
        raise CannotReadError(f"“{name}”是{unit}的收集表，不是{ours}的，没有采用。")


def _head_lines(returned: Returned) -> list[str]:
    cells = [
        str(cell.value).strip()
        for grid in returned.grids
        for row in grid.rows[:_HEAD_ROWS]
        for cell in row
        if isinstance(cell.value, str)
    ]
    return [*returned.lines, *cells]


def _supplier(returned: Returned, draft: Draft) -> str:
    """Who filled the sheet in: what is printed on it, by the name it was asked under."""
    asked = returned.marks.get("supplier", "")
    printed = _printed_supplier(returned)
    if asked and (asked in printed or (printed and printed in asked)):
        return asked
    known = {name for entry in draft.ledger for name in suppliers_of(entry)}
    alike = [name for name in known if printed and (name in printed or printed in name)]
    if printed in alike or not alike:
        return printed or asked
    return max(alike, key=lambda name: (len(name), name))  # 小青山村 before 青山村


def _printed_supplier(returned: Returned) -> str:
    rows = [[line] for line in returned.lines]
    for grid in returned.grids:
        rows += [[shown(cell) for cell in row] for row in grid.rows[:_HEAD_ROWS]]
    for row in rows:
        for place, word in enumerate(row):
            bare = word.lstrip("*（( ")
            if bare.startswith(REPORTER):
                said = bare[len(REPORTER) :].strip("：:_ （）()盖章")
                return said or next((w.strip() for w in row[place + 1 :] if w.strip()), "")
    return ""


# -- tables, rows and figures ----------------------------------------------------------------------


def _tables(
    returned: Returned, draft: Draft
) -> list[tuple[_Columns, tuple[tuple[SheetCell, ...], ...]]]:
    """The tables below their headers; a hidden sheet's only where no other has one."""
    for hidden in (False, True):
        grids = [grid for grid in returned.grids if grid.hidden == hidden]
        found = [table for grid in grids if (table := _table(grid, draft)) is not None]
        if found:
            return found
    return []


def _table(grid: Grid, draft: Draft) -> tuple[_Columns, tuple[tuple[SheetCell, ...], ...]] | None:
    for place, row in enumerate(grid.rows):
        columns = _columns([_squeezed(shown(cell)) for cell in row], draft)
        if columns is not None:
            return columns, grid.rows[place + 1 :]
    columns = _columns_by_numbers(grid, draft)
    return (columns, grid.rows) if columns is not None else None


def _columns(words: list[str], draft: Draft) -> _Columns | None:
    """Where the columns of a header row stand; they may have been moved, renamed or removed."""

    def find(*starts: str) -> int | None:
        return next((i for i, word in enumerate(words) if word.startswith(starts)), None)

    thing = find(*_THINGS)
    answer = find(*_ANSWERS)
    if answer is None:
        answer = find(f"{draft.year}年")
    if answer is None:
        answer = next((i for i, word in enumerate(words) if word in _BARE_ANSWERS), None)
    if thing is None or answer is None:
        return None
    last = find(*_LASTS, draft.last_called, f"{draft.year - 1}年")
    unnamed = frozenset(i for i in range(thing, len(words) + 3) if i >= len(words) or not words[i])
    note, unit = find(HEADER[5], "说明"), find(HEADER[2], "计量单位")
    return _Columns(thing, answer, unit, last, note, find(HEADER[-1]), unnamed)


def _columns_by_numbers(grid: Grid, draft: Draft) -> _Columns | None:
    """A table whose header was deleted: our numbers stand where we put them."""
    known = {entry.id for entry in draft.ledger}
    places = [i for row in grid.rows for i, cell in enumerate(row) if str(cell.value) in known]
    if len(places) < _ENOUGH or len(set(places)) != 1:
        return None
    shift = places[0] - (len(HEADER) - 1)
    if shift < 0:
        return None
    thing, unit, last, note = (HEADER.index(HEADER[i]) + shift for i in (1, 2, 3, 5))
    return _Columns(thing, ANSWER_COLUMN - 1 + shift, unit, last, note, places[0])


def _entry(row: tuple[SheetCell, ...], columns: _Columns, draft: Draft) -> Entry | None:
    """By our hidden number, if it still fits the words; else by words and unit."""
    thing, unit = _words(row, columns.thing), _words(row, columns.unit)
    entry_id = _words(row, columns.entry)
    known = next((e for e in draft.ledger if e.id == entry_id), None)
    if known is not None and (not thing or _plain(known.thing) == _plain(thing)):
        return known
    named = [e for e in draft.ledger if thing and _plain(e.thing) == _plain(thing)]
    fitting = [e for e in named if not unit or e.unit == unit] or named
    if len(fitting) > 1 and (last := _words(row, columns.last)):
        fitting = [e for e in fitting if e.last == last]
    return fitting[0] if len(fitting) == 1 else None


def _words(row: tuple[SheetCell, ...], column: int | None) -> str:
    return shown(row[column]) if column is not None and column < len(row) else ""


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _plain(words: str) -> str:
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", words))


def _few(things: list[str]) -> str:
    """“甲”“乙”等 9 处"""
    named = "".join(f"“{each}”" for each in things[:_MOST_NAMED])
    return f"{named}等 {len(things)} 处" if len(things) > _MOST_NAMED else named
