"""Files that web systems put whole into a .docx instead of writing Word's own paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError
from lawdraft.read.formats import reader_of
from lawdraft.read.sniff import sniff

if TYPE_CHECKING:
    from lawdraft.model.document import Line

READABLE = ("html", "mht", "txt")  # the usual ones; a .docx in a .docx could go on for ever
NOT_READ = "文中嵌入的另一份文件没有读入，请用 Word 打开后另存为 .docx 再读一次。"


def chunk_lines(data: bytes | None) -> tuple[Line, ...] | None:
    """The lines of an embedded file, None where it is of a kind that is not read there."""
    try:
        kind = sniff(data).format if data else None
        if data is None or kind not in READABLE:
            return None
        return tuple(line for line in reader_of(kind).read(data).lines if line.text.strip())
    except CannotReadError:
        return None
