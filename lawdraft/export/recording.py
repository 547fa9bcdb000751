"""版记: 抄送, 印发机关 and 印发日期 at the foot of the last page (7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block, Piece, Record
from lawdraft.export.mending import print_date

if TYPE_CHECKING:
    from lawdraft.export.options import Options
    from lawdraft.export.preset import Preset


def record_of(options: Options, preset: Preset, area: int, printed_date: str) -> Record | None:
    """The 版记 the options ask for; the printing date is the report's own where none is given."""
    if not (options.copies or options.printer):
        return None
    size, line = preset.number("record.size_pt"), round(preset.number("record.line_pt") * 20)
    day = print_date(options.print_day) if options.print_day else printed_date
    return Record(
        copies=_copies(options.copies, size, line) if options.copies else None,
        printing=_printing(options.printer, day, size, line, area),
    )


def _copies(names: str, size: float, line: int) -> Block:
    """抄送：…。 one character in on both sides, run-over lines after the colon (7.4.2)."""
    em = round(size * 20)
    text = "抄送：" + names.removeprefix("抄送：").rstrip("。，、；") + "。"
    return Block(
        (Piece(text),), "Record", size, line, 0, "both", left=4 * em, right=em, first=-3 * em
    )


def _printing(printer: str, day: str, size: float, line: int, area: int) -> Block:
    """印发机关 one character in at the left, the date and 印发 at the right (7.4.3)."""
    em = round(size * 20)
    date = f"{day}印发" if day else ""
    return Block(
        (Piece(printer), Piece("\t"), Piece(date)),
        "Record",
        size,
        line,
        0,
        "left",
        left=em,
        right=em,
        stop=area - em,
    )
