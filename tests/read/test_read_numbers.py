"""Automatic numbers: as Word shows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_samples import docx, in_list, level, numbering, p, read_bytes, texts

from lawdraft.read.number_formats import bullet, chinese, roman, written

OUTLINE = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)


def read(tmp_path, body, lists, styles=""):
    return read_bytes(tmp_path, docx(body, numbering=lists, styles=styles), "报告.docx")


def test_three_levels_restart_below_their_parent(tmp_path):
    depths = (0, 1, 2, 2, 1, 2, 0, 1)
    document = read(tmp_path, "".join(p("甲", in_list(1, d)) for d in depths), numbering(*OUTLINE))
    expected = ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]
    assert [line.numbering for line in document.lines] == expected
    assert texts(document)[1] == "（一）甲"


def test_numbers_by_style_and_level_named_in_the_list(tmp_path):
    lists = numbering(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
    )
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{i}"/>{inner}</w:style>'
        for i, inner in (("h1", numbered), ("h2", numbered), ("h3", '<w:basedOn w:val="h2"/>'))
    )
    body = "".join(p("甲", f'<w:pStyle w:val="{s}"/>') for s in ("h1", "h2", "h3", "h1"))
    document = read(tmp_path, body, lists, styles)
    assert [line.numbering for line in document.lines] == ["一、", "（一）", "（二）", "二、"]


def test_number_zero_takes_the_styles_numbering_away(tmp_path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    plain = '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", '<w:pStyle w:val="h"/>') + p("乙", plain) + p("丙", '<w:pStyle w:val="h"/>')
    document = read(tmp_path, body, numbering(*OUTLINE), styles)
    assert texts(document) == ["一、甲", "乙", "二、丙"]


def test_a_second_use_with_a_new_start_restarts_once(tmp_path):
    uses = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(p("甲", in_list(n)) for n in (1, 1, 2, 2, 1))
    document = read(tmp_path, body, numbering(level(0, "decimal", "%1."), uses=uses))
    assert [line.numbering for line in document.lines] == ["1.", "2.", "1.", "2.", "3."]


def test_an_override_may_replace_the_level(tmp_path):
    uses = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "decimal", "第%1条")
        + "</w:lvlOverride></w:num>"
    )
    document = read(tmp_path, p("甲", in_list(1)), numbering(*OUTLINE, uses=uses))
    assert texts(document) == ["第1条甲"]


@pytest.mark.parametrize(("restart", "third"), [("0", "3."), ("1", "1."), ("2", "1.")])
def test_restart_rules_of_a_level(tmp_path, restart, third):
    levels = (*OUTLINE[:2], level(2, "decimal", "%3.", f'<w:lvlRestart w:val="{restart}"/>'))
    depths = (0, 1, 2, 2, 0, 1, 2)
    document = read(tmp_path, "".join(p("甲", in_list(1, d)) for d in depths), numbering(*levels))
    assert document.lines[-1].numbering == third


def test_a_level_that_continues_across_second_level_headings(tmp_path):
    levels = (*OUTLINE[:2], level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>'))
    depths = (0, 1, 2, 1, 2)
    document = read(tmp_path, "".join(p("甲", in_list(1, d)) for d in depths), numbering(*levels))
    assert document.lines[-1].numbering == "2."


def test_legal_numbering_writes_all_counters_in_figures(tmp_path):
    levels = (OUTLINE[0], level(1, "chineseCounting", "%1.%2", "<w:isLgl/>"))
    document = read(tmp_path, p("甲", in_list(1)) + p("乙", in_list(1, 1)), numbering(*levels))
    assert texts(document) == ["一、甲", "1.1乙"]


def test_a_numbering_style_is_followed_to_its_list(tmp_path):
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="ns"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="ns"/>{OUTLINE[0]}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert texts(read(tmp_path, p("甲", in_list(1)), lists)) == ["一、甲"]


def test_empty_numbered_paragraphs_count_and_deleted_ones_do_not(tmp_path):
    deleted = f"<w:p><w:pPr>{in_list(1)}<w:rPr><w:del w:id='1'/></w:rPr></w:pPr></w:p>"
    body = p("甲", in_list(1)) + p("", in_list(1)) + deleted + p("乙", in_list(1))
    document = read(tmp_path, body, numbering(*OUTLINE))
    assert texts(document) == ["一、甲", "三、乙"]


def test_enumerations_written_by_numbering(tmp_path):
    lists = numbering(level(0, "chineseCounting", "%1是"))
    document = read(tmp_path, "".join(p("抓落实。", in_list(1)) for _ in range(3)), lists)
    assert texts(document) == ["一是抓落实。", "二是抓落实。", "三是抓落实。"]


def test_bullets_are_shown_as_signs(tmp_path):
    lists = numbering(level(0, "bullet", "\uf06c"))
    assert texts(read(tmp_path, p("甲", in_list(1)), lists)) == ["●甲"]
    assert bullet("\uf0b7") == "•"


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (105, "ideographDigital", "一〇五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (11, "ideographTraditional", "11"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (4, "ideographTraditional", "丁"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (27, "lowerLetter", "aa"),
        (1994, "upperRoman", "MCMXCIV"),
        (3, "no-such-format", "3"),
        (0, "chineseCounting", "〇"),
        (-1, "decimal", "-1"),
    ],
)
def test_number_formats(number, form, expected):
    assert written(number, form) == expected


@settings(derandomize=True, max_examples=100)
@given(st.integers(1, 9999))
def test_chinese_numbers_are_read_back(number):
    total, digit = 0, 0
    for sign in chinese(number).replace("零", ""):
        if sign in "十百千":
            total += (digit or 1) * 10 ** ("十百千".index(sign) + 1)
            digit = 0
        else:
            digit = "〇一二三四五六七八九".index(sign)
    assert total + digit == number


@settings(derandomize=True, max_examples=50)
@given(st.integers(1, 3999))
def test_roman_numbers_are_read_back(number):
    values = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
    signs = [values[sign] for sign in roman(number)]
    total = sum(-a if a < b else a for a, b in zip(signs, [*signs[1:], 0], strict=True))
    assert total == number


def test_a_column_numbered_by_word_alone_keeps_its_numbers(tmp_path):
    rows = "".join(
        f"<w:tr><w:tc>{p('', in_list(1, 2))}</w:tc><w:tc>{p(text)}</w:tc></w:tr>" for text in "甲乙"
    )
    document = read(tmp_path, f"<w:tbl>{rows}</w:tbl>" + p("", in_list(1, 2)), numbering(*OUTLINE))
    assert texts(document) == ["1.\t甲", "2.\t乙"]


def test_a_hidden_number_counts_and_does_not_show(tmp_path):
    hidden = level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>")
    body = p("甲", in_list(1)) + p("乙", in_list(1, 1))
    document = read(tmp_path, body, numbering(hidden, level(1, "decimal", "%1.%2")))
    assert texts(document) == ["甲", "1.1乙"]
