"""What stands between a report and its file: blocks with every measure settled, in twips.

One twip is 1/20 point. The Word writer writes blocks, the layout model breaks them into lines;
neither decides anything, so that the preview and the file cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lawdraft.model.pages import FontRole

TWIPS_PER_MM = 1440 / 25.4
BLACK, RED = "000000", "FF0000"
CELL_MARGIN = 57  # twips at either side of a cell
Align = Literal["both", "left", "center", "right"]


def twips(mm: float) -> int:
    """Millimetres in twips."""
    return round(mm * TWIPS_PER_MM)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look; a line feed breaks the line, a tab goes to the next stop."""

    text: str
    font: FontRole = "fang"
    start: int = -1  # offset into Report.text; -1: not of it
    bold: bool = False
    colour: str = BLACK
    tight: int = 0  # twips by which its characters stand further apart than the block's


@dataclass(frozen=True, slots=True)
class BottomRule:
    """A rule under a paragraph, `space` points below its line."""

    width: float  # points
    space: float
    colour: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `line` is its exact line height; `first` below zero hangs."""

    pieces: tuple[Piece, ...] = ()
    style: str = "Normal"
    size: float = 16.0  # points
    line: int = 579
    spacing: int = -5  # between characters
    align: Align = "both"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    indent_characters: int = 0  # Word keeps the indent at so many characters
    stop: int = 0  # a right tab stop, from the type area's left; 0: none
    rule: BottomRule | None = None
    new_page: bool = False
    keep_next: bool = False

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells; each cell is one block. `widths` of the columns."""

    rows: tuple[tuple[Block, ...], ...]
    widths: tuple[int, ...]
    line_width: float = 0.5  # points; 0: no rules (a joint red head)
    head_rows: int = 1
    heights: tuple[int, ...] = ()  # exact row heights; empty: as high as the cells need
    spans: tuple[tuple[int, int], ...] = ()  # (row, column) of cells that go on downwards
    splits: frozenset[int] = frozenset()  # rows that may go over the foot of a page, line by line


@dataclass(frozen=True, slots=True)
class Record:
    """版记 at the foot of its page: 抄送 and 印发, 4号, between rules as wide as the type area."""

    copies: Block | None
    printing: Block
    own_page: bool = False  # begins a new page
    blank_page_before: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """The measures that text blocks share, in twips."""

    size: float
    line: int
    spacing: int
    character: int  # one character with its spacing
    indent: int  # how many characters a paragraph is indented
    bold: tuple[bool, bool, bool, bool]  # of levels 1 to 4
    keep_headings: bool


Item = Block | Grid | Record
Placed = tuple[Item, int]  # an item, and the offset of Report.text its pieces count from


@dataclass(frozen=True, slots=True)
class Geometry:
    """The page in twips."""

    width: int
    height: int
    top: int
    bottom: int
    binding: int
    outer: int
    mirrored: bool
    number_below: int  # from the type area's foot to the page number's dashes

    @property
    def area_width(self) -> int:
        """Of the type area (版心)."""
        return self.width - self.binding - self.outer

    @property
    def area_height(self) -> int:
        """Of the type area (版心)."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Plan:
    """A document ready to be written or laid out."""

    items: tuple[Placed, ...]
    geometry: Geometry
    title: str
    author: str
    fonts: tuple[tuple[FontRole, str], ...]
    number_size: float
    pitch: int  # the text's line height
    size: float = 16.0  # the text's
    spacing: int = -5  # the text's
    title_size: float = 22.0
    title_line: int = 720
    numbered: bool = True  # page numbers printed
    subject: str = ""
    even_record: bool = True  # 版记 on an even page
    made: str = ""  # ISO date of the document, for its properties
