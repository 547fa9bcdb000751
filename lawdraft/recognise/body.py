"""The report's text put together from its rows, each paragraph with its place and role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.recognise.marks import mark_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.model.report import ParagraphRole
    from lawdraft.recognise.rows import Row

_LONE_NUMERAL = re.compile(r"(?:^|[。；：，])[一二三四五六七八九十]{1,2}$")
_OPEN_END = re.compile(r"[\u4e00-\u9fff0-9，、]$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph to be: its text, its role, the style its file gave it."""

    text: str
    role: ParagraphRole
    style: str | None = None
    start: int = 0
    torn: bool = False  # came from a line that held several paragraphs

    @property
    def end(self) -> int:
        """Where it ends in the whole text."""
        return self.start + len(self.text)


def pieces_of(parts: Iterable[tuple[Row, ParagraphRole]]) -> list[Piece]:
    """Paragraphs in order, a lone 一 joined to the 是… of the next line, placed one a line."""
    joined: list[tuple[str, ParagraphRole, str | None, bool]] = []
    for row, role in parts:
        if (
            joined
            and role == "body"
            and joined[-1][1] == "body"
            and _belongs(joined[-1][0], row.text)
        ):
            joined[-1] = (joined[-1][0] + row.text, role, joined[-1][2], row.torn)
        else:
            joined.append((row.text, role, row.style, row.torn))
    pieces, place = [], 0
    for text, role, style, torn in joined:
        pieces.append(Piece(text, role, style, place, torn))
        place += len(text) + 1
    return pieces


def _belongs(above: str, below: str) -> bool:
    """Whether a line goes on with the one above: 一 / 是加强领导."""
    if below.startswith("是") and _LONE_NUMERAL.search(above):
        return True
    mark = mark_at(above)
    return mark is not None and mark.end == len(above) and mark_at(below) is None


def text_of(pieces: Sequence[Piece]) -> str:
    """The whole text, a paragraph a line."""
    return "\n".join(piece.text for piece in pieces)
