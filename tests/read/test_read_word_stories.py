"""Text boxes of binary Word files, found in their piece table."""

import io
import struct

import olefile
import pytest
from read_samples import ole

from lawdraft.read.old_word import DRAWINGS, _without_tables
from lawdraft.read.word_stories import box_paragraphs

BODY, HEADER = "正文\r", "页眉\r"
BOXES = "框内一\r\x13DATE\x14元旦\x15框\x01内二\r\r"
ENDS = [0, len(BODY), len(BODY + HEADER), len(BODY + HEADER + BOXES)]


def a_file(flags=0x0200, boxes=BOXES, changes=b"\x01\x02\x00ab"):
    """Body and boxes as UTF-16, the header between them in one byte a character."""
    head = bytearray(0x400)
    struct.pack_into("<H", head, 0x0A, flags)
    struct.pack_into("<7i", head, 0x4C, len(BODY), 0, len(HEADER), 0, 0, 0, len(boxes))
    places = [len(head), 0x40000000 | 2 * 0x900, len(head) + 2 * len(BODY)]
    pieces = struct.pack("<4I", *ENDS) + b"".join(struct.pack("<HIH", 0, at, 0) for at in places)
    clx = changes + b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", head, 0x01A2, 0, len(clx))
    text = (BODY + boxes).encode("utf-16-le")
    return ole({"1Table": clx, "WordDocument": bytes(head) + text})


def boxes_of(data):
    with olefile.OleFileIO(io.BytesIO(data)) as opened:
        return box_paragraphs(opened)


@pytest.mark.parametrize("changes", [b"", b"\x01\x02\x00ab"])
def test_the_boxes_paragraphs_are_found_behind_the_other_stories(changes):
    assert boxes_of(a_file(changes=changes)) == ["框内一", "元旦框内二"]


def test_files_without_boxes_or_with_a_lock_have_none():
    assert boxes_of(a_file(boxes="")) == []
    assert boxes_of(a_file(flags=0x0300)) == []


def test_damaged_files_have_none():
    assert boxes_of(ole({"WordDocument": b"x"})) == []
    assert boxes_of(a_file(changes=b"\x01\xff\xff")) == []


def test_a_main_stream_without_its_tables_of_drawings():
    stream = bytes(range(256)) * 4
    emptied = _without_tables("WordDocument", stream)
    changed = [i for i, (a, b) in enumerate(zip(stream, emptied, strict=True)) if a != b]
    assert set(changed) <= {0x9A + 8 * n + 4 + k for n in DRAWINGS for k in range(4)}
    assert emptied[0x9A + 8 * 40 + 4 :][:4] == bytes(4)
    assert emptied[0x1A2:0x1AA] == stream[0x1A2:0x1AA]  # the text's own table
    assert _without_tables("1Table", stream) == stream
    assert _without_tables("WordDocument", b"short") == b"short"
