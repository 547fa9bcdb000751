"""Fixed pages (PDF, OFD) back to text: pieces in their places → rows → paragraphs.

Such files know where each character stands but not what a paragraph is. Chinese documents make it
easy: body lines reach the right edge, a paragraph begins indented, its last line falls short.
All measures are in the file's own unit; only their ratio to the type size matters.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from lawdraft.model.document import Line, Removed
from lawdraft.read.page_columns import in_reading_order
from lawdraft.read.page_tables import table_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.read.page_piece import Piece
    from lawdraft.read.page_tables import Box, Cells

PAGE_NUMBER = re.compile(
    r"[—\-–－―·.\s]*(第?\s*\d{1,4}\s*页?\s*([/／,，共]+\s*第?共?\s*\d{1,4}\s*页?)?)[—\-–－―·.\s]*"
)
BEGINS_ANEW = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]"
    r"|第[一二三四五六七八九十]+[章节条]|(?:特此|专此)报告|附件?[:：]"
)
NO_BREAK = re.compile(  # a line never ends inside: before closing, behind opening signs, in a word
    r"[“‘（《〈【〔(\[]*(?:[!-~]{1,80}|[\u4e00-\u9fff](?=[，。、；：！？”’）》〉】〕％%)\]…]))"
    r"[，。、；：！？”’）》〉】〕％%)\]…]*"
)
LONG_WORD = re.compile(r"(?=[!-~]*[A-Za-z])[!-~]{6,80}")  # an address of the web, behind a colon
ENDS = "。！？：；”）)"
EDGE = 0.12  # of the page's height: where page numbers and running heads stand
COLUMN_GAP = 2.5  # type sizes; wider gaps in a row part the cells of a table
WORD_GAP = 0.2
SHORT_OF_EDGE = 2.2  # type sizes a full line may fall short: no punctuation begins a line
INDENT = 1.2
MOST = 0.5  # of all rows
LARGER = 1.2
FULL_TITLE = 1.6  # type sizes a full row of a title may leave free
CENTRED = 0.8  # type sizes a row in the middle falls short at both ends
WIDE_ENOUGH = 0.5  # of the page's width: narrower text is no running text
SPACED = 1.35  # times the usual distance of rows


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces beside each other; `cells` where wide gaps part them."""

    cells: tuple[str, ...]
    left: float
    right: float
    middle: float
    size: float
    page: int = 0
    place: float = 0.5  # of the page's height from its top
    page_width: float = 0.0  # of a page with columns: the column's
    gutter: float = 0.0  # where the page's columns part, 0 where there is only one

    @property
    def text(self) -> str:
        """The row's text, its cells parted by tabs."""
        return "\t".join(self.cells)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 0, its size, and what is drawn on it besides text."""

    number: int
    width: float
    height: float
    drawn: tuple[Box, ...] = ()


def rows_of_page(pieces: Iterable[Piece], page: Page, before: Sequence[Row] = ()) -> list[Row]:
    """The rows of a page from top to bottom, column by column; `before`: those of earlier pages."""
    found = list(pieces)
    tables = table_rows(found, page.drawn) if page.drawn else []
    ruled = {id(piece) for table in tables for cell in table.cells for piece in cell}
    rows = _text_rows([p for p in found if id(p) not in ruled], page, before)
    for table in tables:
        row = _table_row(table, page)
        rows.insert(next((i for i, r in enumerate(rows) if r.middle > row.middle), len(rows)), row)
    return rows


def _text_rows(pieces: Iterable[Piece], page: Page, before: Sequence[Row]) -> list[Row]:
    gutter = before[-1].gutter if before else 0.0
    groups = [sorted(group, key=lambda p: p.left) for group in _grouped(pieces)]
    rows = [(_row(placed.group), placed) for placed in in_reading_order(groups, page.width, gutter)]
    return [
        replace(
            row,
            left=row.left - placed.shift,
            right=row.right - placed.shift,
            page=page.number,
            place=row.middle / (page.height or 1),
            page_width=placed.width,
            gutter=placed.gutter,
        )
        for row, placed in rows
        if row.text.strip()
    ]


def _table_row(table: Cells, page: Page) -> Row:
    middle = (table.box.top + table.box.bottom) / 2
    return Row(
        tuple(map(_cell_text, table.cells)),
        table.box.left,
        table.box.right,
        middle,
        median(piece.size for cell in table.cells for piece in cell),
        page.number,
        middle / (page.height or 1),
        page.width,
    )


def _cell_text(cell: Iterable[Piece]) -> str:
    text = ""
    for group in _grouped(cell):
        row = " ".join(_row(sorted(group, key=lambda p: p.left)).cells)
        text = _joined(text, row) if text else row
    return text


def _grouped(pieces: Iterable[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.left)):
        group = groups[-1] if groups else None
        if group and abs(group[0].middle - piece.middle) <= 0.5 * max(group[0].size, piece.size):
            group.append(piece)
        else:
            groups.append([piece])
    return groups


def _row(group: list[Piece]) -> Row:
    size = sorted(p.size for p in group)[len(group) // 2] or 1.0
    cells, right, last = [""], group[0].left, ""
    for piece in group:
        gap = (piece.left - right) / size
        if last == piece.text and gap < -0.6 * len(last):  # drawn twice, to look bold
            continue
        if cells[-1] and gap > COLUMN_GAP:
            cells.append("")
        elif gap > WORD_GAP and _part_words(cells[-1], piece.text):
            cells[-1] += " "
        cells[-1] += piece.text
        right, last = max(right, piece.right), piece.text
    return Row(tuple(c.strip() for c in cells), group[0].left, right, group[0].middle, size)


def _part_words(before: str, after: str) -> bool:
    return (
        before[-1:].isascii()
        and after[:1].isascii()
        and (before[-1:].isalpha() or after[:1].isalpha())
    )


def told_apart(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the text, and those that repeat on the pages' edges (running heads)."""
    pages = len({row.page for row in rows})
    body = [row for row in rows if not _is_page_number(row)]
    repeated = Counter(key for row in body if (key := _edge_key(row)))
    running = {key for key, times in repeated.items() if times >= max(3, 0.6 * pages)}
    return (
        [row for row in body if _edge_key(row) not in running],
        [row for row in body if _edge_key(row) in running],
    )


def _at_edge(row: Row) -> bool:
    return row.place < EDGE or row.place > 1 - EDGE


def _is_page_number(row: Row) -> bool:
    return _at_edge(row) and PAGE_NUMBER.fullmatch(row.text) is not None


def _edge_key(row: Row) -> tuple[str, int] | None:
    return (re.sub(r"\d+", "0", row.text), round(row.place * 50)) if _at_edge(row) else None


@dataclass(frozen=True, slots=True)
class Measure:
    """The text block: its edges, the type size, and the usual distance of its rows."""

    left: float
    right: float  # that rows of running text reach
    edge: float  # the utmost
    size: float
    step: float

    def centred(self, row: Row) -> bool:
        """Whether a row stands in the middle, as titles do; an indent of two is no such place."""
        before, behind = (row.left - self.left) / self.size, (self.edge - row.right) / self.size
        return before > CENTRED and abs(before - behind) < 0.5 and abs(before - 2) > 0.2

    def titled(self, row: Row) -> bool:
        """Whether a row stands in a larger type, as titles do."""
        return row.size > LARGER * self.size


def _measured(rows: Sequence[Row]) -> Measure:
    lefts = sorted(row.left for row in rows)
    rights = sorted(row.right for row in rows)
    size = sorted(row.size for row in rows)[len(rows) // 2]
    enough = max(2, len(rows) * 0.06)
    left = next((x for x in lefts if _near(lefts, x, size) >= enough), lefts[0])
    usual = median(lefts)
    if _near(lefts, usual - 0.2 * size, size) > MOST * len(
        lefts
    ):  # a block set in; numbers hang out
        left = max(left, usual)
    steps = sorted(
        b.middle - a.middle for a, b in pairwise(rows) if a.page == b.page and b.middle > a.middle
    )
    step = steps[len(steps) // 2] if steps else size * 2
    edge = next(
        (x for x in reversed(rights) if _near(rights, x - 0.4 * size, size) >= 2), rights[-1]
    )
    return Measure(left, rights[int((len(rights) - 1) * 0.9)], edge, size, step)


def _near(values: Sequence[float], value: float, size: float) -> int:
    return sum(1 for other in values if value <= other <= value + 0.4 * size)


def paragraphs(rows: Sequence[Row]) -> tuple[list[Line], list[Removed]]:
    """The lines of all pages, and the running heads with the line before which they stood."""
    body, running = told_apart(rows)
    if not body:
        return [], []
    measure, lines = _measured(body), [Line("")]
    begun: list[int] = []  # for each row of the body, the line it went into
    for before, row in zip([None, *body], body, strict=False):
        if before is not None and _goes_on(before, row, measure):
            lines[-1] = replace(lines[-1], text=_joined(lines[-1].text, row.text))
        else:
            lines.append(Line(row.text, table=len(row.cells) > 1))
        begun.append(len(lines) - 1)
    removed = [Removed(_line_at(head, body, begun), head.text) for head in running]
    return lines[1:], removed


def _line_at(head: Row, body: Sequence[Row], begun: Sequence[int]) -> int:
    place = (head.page, head.middle)
    after = (b for row, b in zip(body, begun, strict=True) if (row.page, row.middle) > place)
    return next(after, begun[-1] + 1)


def _goes_on(before: Row, row: Row, measure: Measure) -> bool:
    """Whether a row continues the paragraph of the row before it."""
    em = measure.size
    if len(row.cells) > 1 or len(before.cells) > 1:
        return False
    if measure.titled(before) and measure.titled(row):
        return row.page == before.page and _is_full_title(before, row, measure)
    if measure.right - measure.left < WIDE_ENOUGH * row.page_width:
        return False
    missing = SHORT_OF_EDGE + _unbreakable(before, row)
    if before.right < measure.right - missing * em or row.left > measure.left + INDENT * em:
        return False
    if abs(before.size - row.size) > 0.25 * em or measure.centred(before):
        return False
    if row.page == before.page and row.middle - before.middle > SPACED * measure.step:
        return False
    if row.left < measure.left - INDENT * em and BEGINS_ANEW.match(row.text):
        return False
    return not (before.text.endswith(tuple(ENDS)) and BEGINS_ANEW.match(row.text))


def _is_full_title(before: Row, row: Row, measure: Measure) -> bool:
    """Whether a title's row is full, so that it went on by itself; others were broken on purpose."""
    room = measure.edge - measure.left - (before.right - before.left)
    return room < FULL_TITLE * before.size and abs(before.size - row.size) < 0.1 * row.size


def _unbreakable(before: Row, row: Row) -> float:
    """How many type sizes more a row may fall short because the next begins with a long word."""
    if BEGINS_ANEW.match(row.text):
        return 0.0
    word = (LONG_WORD if before.text.endswith(tuple(ENDS)) else NO_BREAK).match(row.text)
    return sum(0.5 if sign.isascii() else 1.0 for sign in word[0]) if word else 0.0


def _joined(before: str, after: str) -> str:
    return before + (" " if _part_words(before, after) and before[-1:] != "-" else "") + after
