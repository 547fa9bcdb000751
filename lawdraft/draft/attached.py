"""What becomes the matter of an attachment: a file's lines tidied, or the ledger as a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.errors import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lawdraft.draft.sheet_files import SheetCell
    from lawdraft.model.draft import Draft, Entry

_LABEL = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[：:]?\s*$")
_FILE_LABEL = re.compile(r"^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[：:．.、\-_]?\s*(?=\S)")
_TABLED = frozenset({"result", "rate", "background"})
_AROUND = re.compile(  # of a row's name: what is said around it
    r"^(?:[我本全]?[镇乡街道县市区]*)?(?:在?(?:今年|全年|年内|本年度)|共|累计|现有)+|(?:分别|一共|共|现|各)?有$|[“”\s]"
)
_ASIDE = re.compile(r"（[^（）]*）")
_BARE = 2  # characters: 化解, 群众 name nothing by themselves
_MARK = f"[，。；、：！？\\n{SLOT_OPEN}{SLOT_CLOSE}]"
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


def figures_table(draft: Draft, names: Mapping[str, str] | None = None) -> str:
    """指标 单位 去年 今年: a row a figure; this year's are slots, so that they follow the ledger.

    `names`: of the indicators, by id, for figures whose own words name nothing (化解). Facts that
    stand (21 个村) are rows too; targets and what is not public are left out.
    """
    head = ("序号", "指标", "单位", f"{draft.last_year or draft.year - 1}年", f"{draft.year}年")
    shown = [e for e in draft.ledger if e.role in _TABLED and e.public]
    rows, told = [], set()
    for n, entry in enumerate(shown, 1):
        name = _row_name(entry, draft, names or {})
        if (name, entry.unit) in told:
            name = _other_name(name, entry, draft, n)
        told.add((name, entry.unit))
        slot = SLOT_OPEN + entry.id + SLOT_CLOSE
        rows.append((str(n), name, entry.unit or "", entry.last or "", slot))
    return "\n".join("\t".join(row) for row in (head, *rows))


def _row_name(entry: Entry, draft: Draft, names: Mapping[str, str]) -> str:
    """What a row counts: the ledger's words; the indicator's, or those behind the figure, where bare."""
    own = _AROUND.sub("", entry.thing)
    if len(own) > _BARE:
        return own[:LONGEST_THING]
    full = names.get(entry.indicator or "", "").replace("(", "（").replace(")", "）")
    head = re.split("[/（]", full)[0]
    known = head if len(head) > _BARE else full
    behind = _beside(entry, draft)[1]
    fuller = [each for each in (known, behind) if len(each) > _BARE]
    return next(iter(fuller), own or known or behind or entry.thing or "（未写明）")


def _other_name(name: str, entry: Entry, draft: Draft, number: int) -> str:
    """Another name for a second row of the same words: 法律明白人（每个村）, else with its row."""
    each = re.search(r"每个?[^每]{1,6}$", _beside(entry, draft)[0])
    return f"{name}（{each[0]}）" if each else f"{name}（第{number}行）"


def _beside(entry: Entry, draft: Draft) -> tuple[str, str]:
    """The words before and behind a figure in its clause of the report."""
    slot = SLOT_OPEN + entry.id + SLOT_CLOSE
    text = next((card.text for card in draft.cards if slot in card.text), "")
    before, _, behind = (_ASIDE.sub("", each) for each in text.partition(slot))
    before = re.split(_MARK, before)[-1]
    behind = re.split(_MARK, behind.removeprefix(entry.unit or ""))[0]
    return _AROUND.sub("", before)[-LONGEST_THING:], _AROUND.sub("", behind)[:LONGEST_THING]
