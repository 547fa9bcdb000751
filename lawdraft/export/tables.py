"""Tables as wide as the type area: columns by what stands in them, rows as high as they need."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.arrange import CELL_MARGIN, pieces
from lawdraft.export.blocks import Block, Grid
from lawdraft.export.breaking import count_lines
from lawdraft.export.measure import em_width

if TYPE_CHECKING:
    from lawdraft.export.arrange import Style
    from lawdraft.export.blocks import Align, Placed
    from lawdraft.export.content import Table, Text

SIZES = ((6, 14.0), (9, 12.0), (99, 10.5))  # up to so many columns, this size: 4号 小4 5号
NARROWEST = 4.0  # em a column has at least, before all are fitted


def make_grid(table: Table, style: Style, area: int) -> Placed:
    """The grid of a table; rows with fewer cells are filled up with empty ones."""
    count = max(len(row) for row in table.rows)
    size = next(size for most, size in SIZES if count <= most)
    columns = [[row[i].printed if i < len(row) else "" for row in table.rows] for i in range(count)]
    widths = column_widths(columns, area, size)
    base = min((cell.start for row in table.rows for cell in row if cell.start >= 0), default=0)
    rows = tuple(_row(row, number, count, size, base) for number, row in enumerate(table.rows))
    heights = tuple(_height(row, widths, style) for row in rows)
    return Grid(rows, widths, heights=heights), base


def _height(row: tuple[Block, ...], widths: tuple[int, ...], style: Style) -> int:
    """A text line at least, or what the fullest cell needs."""
    needs = (
        count_lines(cell, width - 2 * CELL_MARGIN) * cell.line
        for cell, width in zip(row, widths, strict=True)
    )
    return max(style.line - 5, *needs)


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
    """Twips of each column: by its longest cell, evened out, together as wide as the area."""
    wanted = []
    for column in columns:
        longest = max((em_width(cell) for cell in column), default=0.0)
        wanted.append(max(NARROWEST, min(longest, 16.0) + 0.6 * max(0.0, longest - 16.0) ** 0.5))
    total = sum(wanted)
    widths = [int(area * want / total) for want in wanted]
    widths[-1] += area - sum(widths)
    return tuple(widths)
