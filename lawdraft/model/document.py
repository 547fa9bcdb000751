"""What reading a file gives: its lines in order, with what the file knew about each."""

from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[int, int, str], None]
"""progress(done, total, note): called by long steps; it raises CancelledError to stop them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as its file shows it; `text` includes the automatic number Word displays."""

    text: str
    style: str | None = None
    numbering: str | None = None  # that automatic number alone, 一、 （一） 1.
    table: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that is not the report; `line` is its 1-based line of what was read."""

    line: int
    text: str
    row: int | None = field(default=None, compare=False)  # names it in Corrections


@dataclass(frozen=True, slots=True)
class Source:
    """Where lines came from: `format` by content (docx, doc, txt…), `reader` the way taken."""

    path: str
    format: str
    reader: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: its lines, and visible text the web-page reader left out of them."""

    source: Source
    lines: tuple[Line, ...]
    dropped: tuple[Removed, ...] = ()  # `line`: the read line before which the text stood

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)
