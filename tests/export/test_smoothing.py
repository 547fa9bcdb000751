"""Badly broken lines are mended, by the paragraph's spacing or by a line's own."""

from export_samples import LONG

from lawdraft.export.blocks import Block, Piece
from lawdraft.export.breaking import break_block, flawed_lines
from lawdraft.export.measure import BOTH_KINDS
from lawdraft.export.smoothing import apart, mended

ROOM = 8841


def paragraph(text):
    return Block((Piece(text, start=0),), "BodyText", first=630, indent_characters=2)


def test_a_line_left_short_by_a_long_word_is_filled_alone():
    text = "一是落实“三项制度”。镇纪检监察室经常性开展" + "DeepSeek等工具的试点，" + LONG * 2
    block = paragraph(text)
    assert flawed_lines(block, ROOM) == (0,)
    made = mended(block, ROOM)
    assert not any(flawed_lines(made, ROOM, widths) for widths in BOTH_KINDS)
    assert made.text == text


def test_a_sound_paragraph_stays_as_it_is():
    block = paragraph(LONG)
    assert mended(block, ROOM) == block


def test_characters_apart_keep_text_places_and_order():
    block = Block((Piece("甲乙丙丁", start=10), Piece("戊己庚辛", "hei", start=14)), "BodyText")
    made = apart(block, 2, 6, -8)
    assert made.text == block.text
    assert [(p.text, p.start, p.tight) for p in made.pieces] == [
        ("甲乙", 10, 0),
        ("丙丁", 12, -8),
        ("戊己", 14, -8),
        ("庚辛", 16, 0),
    ]


def test_a_line_set_closer_holds_more():
    block = Block((Piece("字" * 60, start=0),), "BodyText")
    closer = apart(block, 0, 29, -12)
    ends = [line.end for line in break_block(closer, ROOM)]
    assert ends[0] == 29
    assert break_block(block, ROOM)[0].end == 28
