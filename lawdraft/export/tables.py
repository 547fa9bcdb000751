"""Tables as wide as the type area: columns by what stands in them, rows as high as they need."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.blocks import CELL_MARGIN, Block, Grid
from lawdraft.export.breaking import count_lines
from lawdraft.export.measure import em_width
from lawdraft.export.stretches import pieces

if TYPE_CHECKING:
    from lawdraft.export.blocks import Align, Placed, Style
    from lawdraft.export.content import Table, Text

SIZES = ((6, 14.0), (9, 12.0), (99, 10.5))  # up to so many columns, this size: 4号 小4 5号
NARROWEST = 2.0  # em a column has at least, where there is room
MOST_EMPTY = 1.9  # lines at a page's foot: 22 lines fill it, tables leave less than two (5.2.3)
BORDER = 10  # twips: a row with more than its least height has its rule's width on top
AIR = 1.0  # em beside a cell's text: its margins and a little more


def make_grid(table: Table, style: Style, area: int) -> Placed:
    """The grid of a table; rows with fewer cells are filled up with empty ones."""
    count = max(len(row) for row in table.rows)
    size = next(size for most, size in SIZES if count <= most)
    columns = [[row[i].printed if i < len(row) else "" for row in table.rows] for i in range(count)]
    widths = column_widths(columns, area, size)
    base = min((cell.start for row in table.rows for cell in row if cell.start >= 0), default=0)
    rows = tuple(_row(row, number, count, size, base) for number, row in enumerate(table.rows))
    heights = tuple(_height(row, widths, style) for row in rows)
    return Grid(rows, widths, heights=heights, splits=_splitting(heights, style.line)), base


def _splitting(heights: tuple[int, ...], pitch: int) -> frozenset[int]:
    """Rows that would leave two empty lines at a page's foot if they were kept whole.

    So may the first row below the head, so that a table begins where two lines are left.
    """
    return frozenset(
        number
        for number, height in enumerate(heights)
        if number and height > (pitch if number == 1 else pitch * MOST_EMPTY)
    )


def _height(row: tuple[Block, ...], widths: tuple[int, ...], style: Style) -> int:
    """A text line at least, or what the fullest cell needs."""
    needs = (
        count_lines(cell, width - 2 * CELL_MARGIN) * cell.line
        for cell, width in zip(row, widths, strict=True)
    )
    return max(style.line - 5, *(need + BORDER for need in needs))


def _row(
    row: tuple[Text, ...], number: int, count: int, size: float, base: int
) -> tuple[Block, ...]:
    cells = [_cell(text, number, size, base) for text in row]
    blank = Block(style="TableText", size=size, line=round(size * 1.3 * 20), spacing=0)
    return (*cells, *[blank] * (count - len(cells)))


def _cell(text: Text, number: int, size: float, base: int) -> Block:
    shift = text.start - base if text.start >= 0 else 0
    made = pieces(text, "hei" if number == 0 else "fang")
    moved = tuple(
        replace(piece, start=piece.start + shift) if text.start >= 0 else replace(piece, start=-1)
        for piece in made
    )
    align: Align = "center" if number == 0 or em_width(text.printed) <= 12 else "left"
    return Block(moved, "TableText", size, round(size * 1.3 * 20), 0, align)


def column_widths(columns: list[list[str]], area: int, size: float) -> tuple[int, ...]:
    """Twips of each column: short ones get what their longest cell needs, long ones the rest."""
    room = area / 20 / size
    needs = [max(NARROWEST, max(map(em_width, column), default=0.0) + AIR) for column in columns]
    if sum(needs) > room:
        needs = _squeezed(needs, room)
    exact = [int(area * need / sum(needs)) for need in needs]
    widths = [_off_the_edge(width, size) for width in exact]
    widest = widths.index(max(widths))
    if widths[widest] + area - sum(widths) < size * 20:  # very many columns
        widths, widest = exact, len(exact) - 1
    widths[widest] += area - sum(widths)
    return tuple(widths)


def _off_the_edge(width: int, size: float) -> int:
    """A width that holds a quarter of a character more than its characters fill.

    Where they fill it to a hair's breadth, programs do not agree on what still fits.
    """
    half = size * 10  # twips
    inside = width - 2 * CELL_MARGIN
    return round((inside // half + 0.5) * half) + 2 * CELL_MARGIN


def _squeezed(needs: list[float], room: float) -> list[float]:
    """Columns narrower than their equal share keep their need; the others share what is left."""
    given: dict[int, float] = {}
    for number in sorted(range(len(needs)), key=needs.__getitem__):
        left = room - sum(given.values())
        share = left / (len(needs) - len(given))
        if needs[number] > share:
            break
        given[number] = needs[number]
    rest = [number for number in range(len(needs)) if number not in given]
    weights = {number: needs[number] ** 0.5 for number in rest}
    left = room - sum(given.values())
    for number in rest:
        given[number] = left * weights[number] / sum(weights.values())
    return [given[number] for number in range(len(needs))]
