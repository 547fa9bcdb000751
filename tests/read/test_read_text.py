"""Plain text in the encodings Chinese offices use."""

import pytest
from read_samples import OPENING, TITLE, read_bytes, texts

from lawdraft.model.errors import CannotReadError
from lawdraft.read.decode import decode, decode_declared

TEXT = f"{TITLE}\n{OPENING}\n一、主要做法\n共排查矛盾纠纷72件，化解67件。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("length", [20, 60, 300])
def test_any_encoding_is_recognised(encoding, length):
    text = (TEXT * 5)[:length]
    assert decode(text.encode(encoding)) == text


def test_big5_is_recognised():
    text = "青禾鎮人民政府關於二〇二四年法治政府建設情況的報告，現將有關工作情況說明如下。"
    assert decode(text.encode("big5hkscs")) == text


def test_rare_characters_of_gb18030_survive(tmp_path):
    text = "青禾镇㙍村䶮组𠮷家坪法治文化广场已建成并投入使用。"
    assert texts(read_bytes(tmp_path, text.encode("gb18030"))) == [text]


def test_a_last_character_cut_in_two_does_not_change_the_encoding():
    assert decode(TEXT.encode("utf-8")[:-2]) == TEXT[:-2]


def test_a_few_bad_bytes_in_utf8_do_not_make_it_gbk():
    data = TEXT.encode("utf-8")
    found = decode(data[:30] + b"\xff" + data[30:])
    assert "法治政府建设" in found
    assert "共排查矛盾纠纷72件" in found


def test_lines_stand_as_in_the_file_blank_ones_too(tmp_path):
    document = read_bytes(tmp_path, "　　甲\r\n\r\n乙\n", "甲.txt")
    assert texts(document) == ["　　甲", "", "乙"]
    assert document.source.format == "txt"


def test_a_declared_encoding_is_believed_only_where_it_fits():
    assert decode_declared(TEXT.encode("utf-8"), "gb2312") == TEXT
    assert decode_declared(TEXT.encode("gb18030"), "utf-8") == TEXT
    assert decode_declared(TEXT.encode("gb18030"), "gb2312") == TEXT
    assert decode_declared(TEXT.encode("gb18030"), "no-such-name") == TEXT


def test_bytes_that_are_no_text_are_refused(tmp_path):
    with pytest.raises(CannotReadError, match="认不出"):
        read_bytes(tmp_path, bytes(range(256)) * 20, "甲.txt")


def test_nobody_reads_a_million_characters(tmp_path):
    with pytest.raises(CannotReadError, match="一百万字"):
        read_bytes(tmp_path, "法治建设" * 300_000, "甲.txt")
