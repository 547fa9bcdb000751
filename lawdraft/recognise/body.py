"""The report's text put together from its rows, each paragraph with its place and role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.model.report import ParagraphRole
    from lawdraft.recognise.rows import Row


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph to be: its text, its role, the style its file gave it."""

    text: str
    role: ParagraphRole
    style: str | None = None
    start: int = 0
    torn: bool = False  # came from a line that held several paragraphs
    row: int = 0
    line: int = 0

    @property
    def end(self) -> int:
        """Where it ends in the whole text."""
        return self.start + len(self.text)


def pieces_of(parts: Iterable[tuple[Row, ParagraphRole]]) -> list[Piece]:
    """Paragraphs in order, placed one a line."""
    pieces, place = [], 0
    for row, role in parts:
        pieces.append(Piece(row.text, role, row.style, place, row.torn, row.number, row.line))
        place += len(row.text) + 1
    return pieces


def text_of(pieces: Sequence[Piece]) -> str:
    """The whole text, a paragraph a line."""
    return "\n".join(piece.text for piece in pieces)
