"""What becomes the matter of an attachment: a file's lines tidied, or the ledger as a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.errors import CannotReadError

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.draft.sheet_files import SheetCell
    from lawdraft.model.draft import Draft

_LABEL = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[：:]?\s*$")
_FILE_LABEL = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[：:．.、\-_]?\s*(?=\S)")
LONGEST_TITLE = 60
LONGEST_THING = 20
MOST_CELLS = 4000  # some thirty pages; more would hold up the pages beside every keystroke
MOST_CHARACTERS = 60_000


def sheet_lines(path: Path) -> tuple[str, ...]:
    """The rows of a workbook's first sheet with words, cells parted by tabs. Raises CannotReadError."""
    from lawdraft.draft.sheet_files import read_returned

    returned = read_returned(path)
    grids = sorted(returned.grids, key=lambda grid: grid.hidden)
    tables = (["\t".join(map(_printed, row)) for row in grid.rows] for grid in grids)
    return next((tuple(rows) for rows in tables if "".join(rows).strip()), returned.lines)


def _printed(cell: SheetCell) -> str:
    """A cell as its sheet shows it: words keep their signs (①, ㎡, Ⅲ, ，), only line ends become blanks."""
    from lawdraft.draft.typed_values import shown

    return " ".join(cell.value.split()) if isinstance(cell.value, str) else shown(cell)


def is_too_large(text: str) -> bool:
    """Whether it would make more pages than a report's attachment has."""
    return text.count("\t") > MOST_CELLS or len(text) > MOST_CHARACTERS


def refuse_too_large(text: str, file: str) -> None:
    """Raise CannotReadError for what belongs in a file of its own."""
    if is_too_large(text):
        count = text.count("\n") + 1
        raise CannotReadError(
            f"“{file}”有 {count} 行，太大，不宜排在附件页上；请点“只列名称”，另外附上这份文件。"
        )


def tidy(lines: tuple[str, ...], name: str) -> tuple[str, str]:
    """Its title and its lines without label, empty rows and columns; `name`: where it has no title."""
    kept = [line.rstrip() for line in lines if line.strip()]
    if kept and _LABEL.match(kept[0].strip()):
        kept = kept[1:]
    titled = len(kept) > 1 and _is_title(kept[0])
    title = kept[0].strip() if titled else _FILE_LABEL.sub("", name).strip()
    return title, "\n".join(_without_empty_columns(kept[1:] if titled else kept))


def _is_title(line: str) -> bool:
    """A short line without a full stop; in a sheet, a row with one cell filled."""
    cells = [cell for cell in line.split("\t") if cell.strip()]
    return len(cells) == 1 and len(cells[0]) <= LONGEST_TITLE and not line.rstrip().endswith("。")


def _without_empty_columns(lines: list[str]) -> list[str]:
    """Rows of one width, where no column is empty from top to bottom."""
    rows = [line.split("\t") for line in lines if "\t" in line]
    wide = max(map(len, rows), default=0)
    used = [at for at in range(wide) if any(at < len(row) and row[at].strip() for row in rows)]
    return ["\t".join(_cells(line.split("\t"), used)) if "\t" in line else line for line in lines]


def _cells(row: list[str], used: list[int]) -> list[str]:
    return [row[at].strip() if at < len(row) else "" for at in used]


def figures_table(draft: Draft) -> str:
    """指标 单位 去年 今年: a row a figure; this year's are slots, so that they follow the ledger."""
    head = ("序号", "指标", "单位", f"{draft.last_year or draft.year - 1}年", f"{draft.year}年")
    shown = [e for e in draft.ledger if e.role in ("result", "rate") and e.public and e.thing]
    rows = [
        (str(n), e.thing[:LONGEST_THING], e.unit or "", e.last or "", SLOT_OPEN + e.id + SLOT_CLOSE)
        for n, e in enumerate(shown, 1)
    ]
    return "\n".join("\t".join(row) for row in (head, *rows))
