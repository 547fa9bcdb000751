"""What one reader gives: lines, text it left out, and what the user should be told."""

from __future__ import annotations

from dataclasses import dataclass

from lawdraft.model.document import Line, Removed
from lawdraft.model.errors import CannotReadError

LONGEST_TEXT = 1_000_000
"""Characters; a report has some thousand, a year's collected reports a few hundred thousand."""


@dataclass(frozen=True, slots=True)
class Content:
    """Lines in order; `reader` names the way taken, `warnings` are sentences for the clerk."""

    lines: tuple[Line, ...]
    reader: str
    dropped: tuple[Removed, ...] = ()
    warnings: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()  # pages that are pictures, counted from 0


def refuse_too_long(characters: int) -> None:
    """Raise CannotReadError for text no report can be, before it costs time in later steps."""
    if characters > LONGEST_TEXT:
        raise CannotReadError(
            "文件里的文字超过一百万字，不像一份报告；请只留下要读的那份报告再试。"
        )


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of plain text as they stand, blank ones too: line 3 is the file's line 3."""
    refuse_too_long(len(text))
    return tuple(Line(line) for line in text.splitlines())
