"""Which encoding bytes of text are in: byte order mark, strict UTF-8, or the most readable one."""

from __future__ import annotations

import codecs

from lawdraft.read.common_characters import COMMON

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16's, which begins it
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs")
SAMPLE = 40_000  # bytes that are judged; the rest of a text is like its beginning
LEAST_READABLE = 0.25
"""Real text of any kind has over half of its characters among the common ones."""


def decode(data: bytes) -> str | None:
    """The text, or None where no encoding makes the bytes readable text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if (text := _strict_utf8(data)) is not None:
        return text
    sample = data[:SAMPLE]
    scores = {name: readability(sample.decode(name, "replace")) for name in CANDIDATES}
    best = max(CANDIDATES, key=scores.__getitem__)
    if scores[best] < LEAST_READABLE:
        return None
    return data.decode(best, "replace").replace("\0", "")


def decode_declared(data: bytes, declared: str | None) -> str | None:
    """Like `decode`, for a format that names its encoding; the name is believed only if it fits."""
    name = _known(declared)
    if name is None or any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data)
    if name != "utf-8" and not data.isascii() and (text := _strict_utf8(data)) is not None:
        return text  # pages moved to UTF-8 that still call themselves gb2312
    text = data.decode(name, "replace")
    if "\ufffd" not in text and not _is_western(name, data):
        return text
    other = decode(data)
    return text if other is None or readability(text) >= readability(other) else other


def _is_western(name: str, data: bytes) -> bool:
    """Whether the name fits any bytes at all: Chinese pages that name the server's default."""
    return name.startswith(("iso8859", "cp125", "latin", "windows-125")) and not data.isascii()


def readability(text: str) -> float:
    """Share of common characters, less the bytes that no character came out of."""
    if not text:
        return 0.0
    lost = text.count("\ufffd")
    return (sum(map(COMMON.__contains__, text)) - 2 * lost) / len(text)


def _strict_utf8(data: bytes) -> str | None:
    """Text where the bytes are UTF-8 throughout; a last character cut in two is left off."""
    if b"\0" in data:
        return None
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return None


def _known(name: str | None) -> str | None:
    """Python's name of a declared encoding; GB2312 and GBK as the GB18030 that holds both."""
    if not name:
        return None
    plain = name.strip().strip("\"'").lower()
    if plain in {"gb2312", "gbk", "gb_2312-80", "gb18030", "x-gbk", "cp936", "hz-gb-2312"}:
        return "gb18030"
    try:
        found = codecs.lookup(plain)
        "".encode(plain)  # not a codec of bytes to bytes, such as base64
    except (LookupError, ValueError, TypeError):
        return None
    return found.name
