"""The rows of a report put into their parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from lawdraft.model.report import ParagraphRole
    from lawdraft.recognise.rows import Row


@dataclass(slots=True)
class Frame:
    """The rows in their parts; `removed` are those that are not the report."""

    title: list[Row] = field(default_factory=list)
    addressee: Row | None = None
    head: list[tuple[Row, ParagraphRole]] = field(default_factory=list)  # under the title
    body: list[Row] = field(default_factory=list)
    tail: list[tuple[Row, ParagraphRole]] = field(default_factory=list)
    removed: list[Row] = field(default_factory=list)
    loose_date: Row | None = None  # a date under the title that may be the page's
    signature: str | None = None
    date: date | None = None
