"""Lines made of paragraphs and table rows, alike for every format that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.document import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

PICTURE_PLACE = "\ufffc"  # where a picture stands in the characters of a .doc
UNREADABLE = "\ufffd"
BLANKS = " \t\r\v\f\xa0\u3000\u2002\u2003"
MANY_PARAGRAPHS = 3
LONG_CELL = 150


def paragraph_lines(text: str, *, style: str | None = None, label: str = "") -> list[Line]:
    """The lines of one paragraph, cut at its line breaks; `label` stands before the first."""
    pieces = [piece.rstrip() for piece in text.replace(PICTURE_PLACE, "").split("\n")]
    pieces = [piece for piece in pieces if piece.strip(UNREADABLE + BLANKS)]
    if not pieces:
        return []
    first = label + pieces[0].lstrip() if label else pieces[0]
    lines = [Line(first, style, label or None)]
    return lines + [Line(piece, style) for piece in pieces[1:]]


def row_lines(cells: Sequence[Sequence[Line]]) -> list[Line]:
    """One line a table row, its cells parted by tabs.

    A cell that holds a whole text, paragraph after paragraph, is a frame around it (a form, a
    web page laid out with tables): its paragraphs stay lines of their own.
    """
    if any(_is_frame(cell, alone=len(cells) == 1) for cell in cells):
        return [line for cell in cells for line in cell]
    text = "\t".join(" ".join(line.text.strip() for line in cell) for cell in cells)
    return [Line(text, table=True)] if text.strip() else []


def _is_frame(cell: Sequence[Line], *, alone: bool) -> bool:
    length = sum(len(line.text) for line in cell)
    if alone:
        return len(cell) > 1 or length > LONG_CELL
    return len(cell) >= MANY_PARAGRAPHS and length > LONG_CELL
