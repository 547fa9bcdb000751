"""The matter of an attachment: from a file, or a table of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.draft import Draft

SHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file gives for an attachment: a name, and lines whose cells are parted by tabs."""

    name: str
    text: str


def read_attachment(path: Path) -> Taken:
    """The name and matter in a file of text or of tables. Raises CannotReadError."""
    from lawdraft.draft.attached import refuse_too_large, sheet_lines, tidy
    from lawdraft.read import read_document

    is_sheet = path.suffix.lower() in SHEETS
    lines = sheet_lines(path) if is_sheet else [each.text for each in read_document(path).lines]
    taken = Taken(*tidy(tuple(lines), path.stem))
    refuse_too_large(taken.text, path.name)
    return taken


def figures_attachment(draft: Draft, kit: Kit | None = None) -> Taken:
    """A table of all figures of the ledger, last year and this year, that follows the ledger."""
    from lawdraft.draft.attached import figures_table

    names = {each.id: each.name for each in kit.knowledge.indicators} if kit else {}
    return Taken(f"{draft.year}年法治政府建设主要数据统计表", figures_table(draft, names))
