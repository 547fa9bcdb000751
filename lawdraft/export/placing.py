"""Sets broken lines on pages: what fits where, table rows whole, 版记 at the foot, page numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.export.blocks import CELL_MARGIN, Block, Grid, Piece, Record
from lawdraft.export.breaking import Broken, break_block
from lawdraft.model.pages import Area, Line, Page, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.export.blocks import Geometry, Placed, Plan
    from lawdraft.export.measure import Widths

BASELINE = 0.82  # of an exact line's height: where Word and LibreOffice set its baseline
NUMBER_LINE = 280  # twips, the page number's line
NUMBER_IN = 320  # twips, one 3号 character from the edge
DASH_MIDDLE = 0.36  # em: how far a dash stands above its baseline


@dataclass
class _Sheet:
    """The page being filled; y in twips from the type area's top."""

    lines: list[tuple[int, Broken, int, int]] = field(default_factory=list)  # y, line, offset, dx
    rules: list[tuple[float, float, float, float, float, str]] = field(default_factory=list)
    used: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item's last line ended: page index, and how many twips of it were used."""

    page: int
    used: int


class Setter:
    """Fills sheets item by item; `spots` remember where each item began and ended."""

    def __init__(
        self, items: Sequence[Placed], page: Geometry, widths: Widths | None = None
    ) -> None:
        self.items, self.page, self.widths = items, page, widths
        self.sheets = [_Sheet()]
        self.spots: list[tuple[Spot, Spot]] = []

    @property
    def sheet(self) -> _Sheet:
        """The page being filled."""
        return self.sheets[-1]

    def run(self) -> None:
        """Set all items."""
        for number, (item, offset) in enumerate(self.items):
            begun = len(self.sheets)
            if isinstance(item, Block):
                self._keep_with_next(number)
                first = self._set_block(item, offset)
            elif isinstance(item, Grid):
                first = self._set_grid(item, offset)
            else:
                first = self._set_record(item)
            self.spots.append(
                (first or Spot(begun - 1, 0), Spot(len(self.sheets) - 1, self.sheet.used))
            )

    def _keep_with_next(self, number: int) -> None:
        """A chain of blocks that keep with the next goes over whole, if a page can hold it."""
        item = self.items[number][0]
        assert isinstance(item, Block)
        before = self.items[number - 1][0] if number else None
        if not item.keep_next or (isinstance(before, Block) and before.keep_next):
            return
        need = self._chain_height(number)
        if self.sheet.used and self.sheet.used + need > self.page.area_height >= need:
            self.sheets.append(_Sheet())

    def _chain_height(self, number: int) -> int:
        need = 0
        for item, _ in self.items[number:]:
            if not isinstance(item, Block):
                break
            lines = len(break_block(item, self.page.area_width, self.widths))
            need += item.before + item.line * (lines if item.keep_next else 1)
            if not item.keep_next:
                break
        return need

    def _set_block(self, block: Block, offset: int) -> Spot:
        if block.new_page and (self.sheet.used or len(self.sheets) > 1):
            self.sheets.append(_Sheet())
        self.sheet.used += block.before
        lines = break_block(block, self.page.area_width, self.widths)
        first = self._set_lines(block.line, lines, offset)
        if block.rule:
            y = self.sheet.used + block.rule.space * 20 + block.rule.width * 10
            right = self.page.area_width
            self.sheet.rules.append((0, y, right, y, block.rule.width, block.rule.colour))
            self.sheet.used = round(y)  # a border takes its room below the line
        return first

    def _set_lines(self, height: int, lines: tuple[Broken, ...], offset: int) -> Spot:
        """Put lines of one height below each other; where the first of them went."""
        room, down = self.page.area_height, round(height * BASELINE)
        sheet = self.sheet
        if sheet.used + height > room and sheet.used:
            sheet = self._new_sheet()
        first = Spot(len(self.sheets) - 1, sheet.used)
        for line in lines:
            if sheet.used + height > room and sheet.used:
                sheet = self._new_sheet()
            sheet.lines.append((sheet.used + down, line, offset, 0))
            sheet.used += height
        return first

    def _new_sheet(self) -> _Sheet:
        self.sheets.append(_Sheet())
        return self.sheets[-1]

    def _set_grid(self, grid: Grid, offset: int) -> Spot:
        first = None
        for number in range(len(grid.heights)):
            if self.sheet.used + _least(grid, number) > self.page.area_height and self.sheet.used:
                self._new_sheet_of_grid(grid, number, offset)
            first = first or Spot(len(self.sheets) - 1, self.sheet.used)
            if number in grid.splits:
                self._set_split_row(grid, number, offset)
            else:
                self._set_row(grid, number, offset)
        return first or Spot(len(self.sheets) - 1, self.sheet.used)

    def _new_sheet_of_grid(self, grid: Grid, number: int, offset: int) -> None:
        """The next page; the head rows are repeated on it."""
        self.sheets.append(_Sheet())
        for head in range(min(grid.head_rows, number)):
            self._set_row(grid, head, offset)

    def _set_split_row(self, grid: Grid, number: int, offset: int) -> None:
        """A row that goes on over the foot of the page; its cells begin at its top."""
        cells = [
            break_block(cell, width - 2 * CELL_MARGIN, self.widths)
            for cell, width in zip(grid.rows[number], grid.widths, strict=True)
        ]
        height, done, rule = grid.rows[number][0].line, 0, round(grid.line_width * 20)
        while done < max(map(len, cells)):
            count = max((self.page.area_height - self.sheet.used - 2 * rule) // height, 0)
            if done and count < 1:
                self._new_sheet_of_grid(grid, number, offset)
                continue
            count = max(count, 1)
            self._set_part(grid, [lines[done : done + count] for lines in cells], height, offset)
            done += count

    def _set_part(
        self, grid: Grid, cells: list[tuple[Broken, ...]], height: int, offset: int
    ) -> None:
        top, x = self.sheet.used, (self.page.area_width - sum(grid.widths)) // 2
        left = x
        for lines, width in zip(cells, grid.widths, strict=True):
            for number, line in enumerate(lines):
                y = top + number * height + round(height * BASELINE)
                self.sheet.lines.append((y, line, offset, x + CELL_MARGIN))
            x += width
        deep = max(map(len, cells)) * height + round(grid.line_width * 20)
        self.sheet.used += deep
        if grid.line_width:
            self._frame(grid, left, top, deep)

    def _set_row(self, grid: Grid, number: int, offset: int) -> None:
        height, top = grid.heights[number], self.sheet.used
        left = (self.page.area_width - sum(grid.widths)) // 2
        x = left
        for column, (cell, width) in enumerate(zip(grid.rows[number], grid.widths, strict=True)):
            deep = 1 + sum((number + d, column) in grid.spans for d in range(1, len(grid.rows)))
            if (number, column) not in grid.spans:
                self._set_cell(cell, x, width, top, height * deep, offset)
            x += width
        self.sheet.used += height
        if grid.line_width:
            self._frame(grid, left, top, height)

    def _set_cell(
        self, cell: Block, x: int, width: int, top: int, height: int, offset: int
    ) -> None:
        lines = break_block(cell, width - 2 * CELL_MARGIN, self.widths)
        y = top + max(0, height - len(lines) * cell.line) // 2
        for line in lines:
            self.sheet.lines.append(
                (y + round(cell.line * BASELINE), line, offset, x + CELL_MARGIN)
            )
            y += cell.line

    def _frame(self, grid: Grid, left: int, top: int, height: int) -> None:
        right, bottom = left + sum(grid.widths), top + height
        for y in (top, bottom):
            self.sheet.rules.append((left, y, right, y, grid.line_width, "000000"))
        x = left
        for width in (0, *grid.widths):
            x += width
            self.sheet.rules.append((x, top, x, bottom, grid.line_width, "000000"))

    def _set_record(self, record: Record) -> Spot:
        for _ in range(int(record.own_page) + int(record.blank_page_before)):
            self.sheets.append(_Sheet())
        blocks = [block for block in (record.copies, record.printing) if block]
        lines = [break_block(block, self.page.area_width, self.widths) for block in blocks]
        height = sum(len(lot) * block.line for lot, block in zip(lines, blocks, strict=True))
        y = self.page.area_height - height
        first = Spot(len(self.sheets) - 1, y)
        right = self.page.area_width
        for number, (lot, block) in enumerate(zip(lines, blocks, strict=True)):
            thick = 1.0 if number == 0 else 0.75
            self.sheet.rules.append((0, y, right, y, thick, "000000"))
            for line in lot:
                self.sheet.lines.append((y + round(block.line * BASELINE), line, 0, 0))
                y += block.line
        self.sheet.rules.append((0, y, right, y, 1.0, "000000"))
        return first


def _least(grid: Grid, number: int) -> int:
    """The room a row needs to begin on a page; the head does not stand there without a row."""
    split = grid.rows[number][0].line + round(2 * grid.line_width * 20)
    need = split if number in grid.splits else grid.heights[number]
    if number < grid.head_rows and number + 1 < len(grid.heights):
        return need + _least(grid, number + 1)
    return need


def depth_of(items: Sequence[Placed], page: Geometry) -> int:
    """Twips that items at the top of a page take."""
    setter = Setter(items, page)
    setter.run()
    return setter.sheet.used


def fits_on_page(items: Sequence[Placed], page: Geometry) -> bool:
    """Whether items that begin at the top of a page end on it."""
    setter = Setter(items, page)
    setter.run()
    return len(setter.sheets) == 1


def record_height(record: Record, area: int, widths: Widths | None = None) -> int:
    """Twips a 版记 takes at the foot of a page, with a line of air above it."""
    blocks = [block for block in (record.copies, record.printing) if block]
    return sum(len(break_block(block, area, widths)) * block.line for block in blocks)


def set_pages(plan: Plan, widths: Widths | None = None) -> tuple[Page, ...]:
    """The finished pages."""
    setter = Setter(plan.items, plan.geometry, widths)
    setter.run()
    unnumbered = unnumbered_pages(plan, len(setter.sheets))
    return tuple(
        _page(plan, sheet, number, numbered=number not in unnumbered)
        for number, sheet in enumerate(setter.sheets, 1)
    )


def unnumbered_pages(plan: Plan, count: int) -> frozenset[int]:
    """A blank page before the 版记 and the 版记's own page after it bear no number (7.5)."""
    if not plan.numbered:
        return frozenset(range(1, count + 1))
    last = plan.items[-1][0] if plan.items else None
    if isinstance(last, Record) and last.blank_page_before:
        return frozenset({count - 1, count})
    return frozenset()


def _page(plan: Plan, sheet: _Sheet, number: int, *, numbered: bool) -> Page:
    page = plan.geometry
    even = page.mirrored and number % 2 == 0
    left = (page.outer if even else page.binding) / 20
    top = page.top / 20
    area = Area(left, top, left + page.area_width / 20, (page.height - page.bottom) / 20)
    lines = [_line(entry, left, top) for entry in sheet.lines]
    if numbered:
        lines.append(_number(plan, number, area))
    rules = tuple(
        Rule(left + x0 / 20, top + y0 / 20, left + x1 / 20, top + y1 / 20, width, "#" + colour)
        for x0, y0, x1, y1, width, colour in sheet.rules
    )
    return Page(number, page.width / 20, page.height / 20, area, tuple(lines), rules)


def _line(entry: tuple[int, Broken, int, int], left: float, top: float) -> Line:
    y, broken, offset, dx = entry
    if broken.start < 0:
        return Line(left + dx / 20, top + y / 20, broken.runs)
    return Line(
        left + dx / 20, top + y / 20, broken.runs, offset + broken.start, offset + broken.end
    )


def _number(plan: Plan, number: int, area: Area) -> Line:
    """— 1 —: at the right on odd pages, at the left on even ones, one character in (7.5)."""
    size = plan.number_size
    text = Piece(f"— {number} —", "song")
    block = Block((text,), size=size, line=NUMBER_LINE, spacing=0, align="left")
    run = break_block(block, 10**6)[0].runs
    width = run[-1].x + run[-1].width
    x = area.left + NUMBER_IN / 20 if number % 2 == 0 else area.right - NUMBER_IN / 20 - width
    y = area.bottom + plan.geometry.number_below / 20 + size * DASH_MIDDLE
    return Line(x, y, run)
