"""The text boxes of a binary Word file, read from its piece table.

The converter leaves them out in some files; their characters stand in a story of their own behind
the body's. Field names as in the published description of the format, [MS-DOC] 2.5 and 2.8.35.
"""

from __future__ import annotations

import re
import struct
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import olefile

FLAGS, COUNTS, CLX = 0x0A, 0x4C, 0x01A2  # places in the file information block
ENCRYPTED, IN_FIRST_TABLE = 0x0100, 0x0200
BOXES = 6  # of the stories: body, footnotes, headers, –, comments, endnotes, text boxes
COMPRESSED = 0x40000000
LONGEST_STORY = 100_000
FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ufffc]")


def box_paragraphs(ole: olefile.OleFileIO) -> list[str]:
    """The paragraphs of all text boxes, in the file's order; none where they cannot be found."""
    try:
        head = ole.openstream("WordDocument").read()
        flags = int.from_bytes(head[FLAGS : FLAGS + 2], "little")
        if flags & ENCRYPTED:
            return []
        counts = struct.unpack_from("<7i", head, COUNTS)
        start, end = list(accumulate(counts, initial=0))[BOXES : BOXES + 2]
        if not 0 < end - start <= LONGEST_STORY:
            return []
        table = ole.openstream("1Table" if flags & IN_FIRST_TABLE else "0Table").read()
        text = "".join(_characters(head, table, start, end))
    except (OSError, ValueError, LookupError, struct.error):
        return []
    shown = FIELD.sub(lambda m: m[1] or "", FIELD.sub(lambda m: m[1] or "", text))
    paragraphs = re.split("[\r\v\f]", shown.replace("\x07", "\t"))
    return [piece for p in paragraphs if (piece := CONTROLS.sub("", p).strip())]


def _characters(head: bytes, table: bytes, start: int, end: int) -> Iterator[str]:
    """The characters from `start` to `end`, through the pieces that hold them."""
    place, length = struct.unpack_from("<II", head, CLX)
    pieces = _piece_table(table[place : place + length])
    count = (len(pieces) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", pieces)
    for number, (first, last) in enumerate(pairwise(places)):
        low, high = max(first, start), min(last, end)
        if low >= high:
            continue
        at = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * number + 2)[0]
        if at & COMPRESSED:
            begin = (at & ~COMPRESSED) // 2 + low - first
            yield head[begin : begin + high - low].decode("cp1252", "replace")
        else:
            begin = at + 2 * (low - first)
            yield head[begin : begin + 2 * (high - low)].decode("utf-16-le", "replace")


def _piece_table(clx: bytes) -> bytes:
    """The table of pieces behind the property changes that may stand before it."""
    at = 0
    while clx[at] == 1:
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    return clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
