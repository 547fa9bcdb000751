"""Plain text in any of the encodings Chinese offices use."""

from __future__ import annotations

from lawdraft.model.errors import CannotReadError
from lawdraft.read.content import Content, text_lines
from lawdraft.read.decode import decode

LARGEST_TEXT = 8 << 20
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f")


def read(data: bytes, password: str | None = None) -> Content:
    """The lines of a text file, as they stand. Raises CannotReadError where it is no text."""
    del password
    if len(data) > LARGEST_TEXT:
        raise CannotReadError("这个文本文件太大（超过 8 MB），不像一份报告；请换一份文件。")
    text = decode(data)
    if text is None or _is_binary(text):
        raise CannotReadError(
            "认不出这是什么文件，不是能读的文字文件；请用 Word 或 WPS 打开，另存为 .docx 再试。"
        )
    return Content(text_lines(text.replace("\x1a", "")), "text")


def _is_binary(text: str) -> bool:
    sample = text[:20_000]
    return sum(map(CONTROLS.__contains__, sample)) > len(sample) / 100
