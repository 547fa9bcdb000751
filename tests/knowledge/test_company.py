"""Words told by the company they keep."""

import lzma
from pathlib import Path

import pytest

from lawdraft.knowledge.company import FILE, company_of, parsed, read_company
from lawdraft.model.errors import BadPackError

SHIPPED = Path(__file__).parents[2] / "resources" / FILE
AGES = "年纪\t年级\t>较大 <上了 ~老人\t~小学 >组"
COMPANY = company_of((AGES, "焦点\t交点\t>问题 <争议\t<航线"))


def told(text):
    return [(one.start, one.wrong, one.right, one.beside) for one in COMPANY.find(text)]


def test_a_neighbour_of_the_other_word_tells():
    assert told("一些年级较大的群众") == [(2, "年级", "年纪", True)]
    assert told("争议交点逐条列出") == [(2, "交点", "焦点", True)]


def test_a_small_word_between_does_not_hide_a_neighbour():
    assert told("上了的年级") == [(3, "年级", "年纪", True)]
    assert told("交点了问题") == [(0, "交点", "焦点", True)]
    assert told("上的年级") == []


def test_a_word_farther_off_in_the_clause_tells_too():
    assert told("走访老人时问清年级和病史") == [(7, "年级", "年纪", False)]
    assert told("走访了老人，问清年级和病史") == []


def test_what_makes_the_printed_word_right_is_heeded():
    assert told("小学高年级较大的班额") == []
    assert told("年级组对老人开展宣传") == []


def test_a_word_without_company_is_left_alone():
    assert told("年级、班级逐个核对") == []


@pytest.mark.parametrize("line", ["年纪\t年级\t>大", "年纪年级", "\t年级\t>大\t"])
def test_a_line_that_is_no_pair_is_refused(line):
    with pytest.raises(ValueError, match="年级"):
        parsed(line)


@pytest.mark.parametrize(
    "content", [b"", b"\xfd7zXZ broken", lzma.compress(b""), lzma.compress(b"words")]
)
def test_a_damaged_file_is_told_in_a_sentence(tmp_path, content):
    path = tmp_path / FILE
    path.write_bytes(content)
    with pytest.raises(BadPackError, match="请重新安装程序"):
        read_company(path)


def test_the_shipped_pairs_can_be_read():
    lines = [line for lines in read_company(SHIPPED).lines.values() for line in lines]
    assert len(lines) > 500
    assert all(any(parsed(line).told) for line in lines)


def test_company_speaks_for_the_printed_word_or_the_other():
    assert COMPANY.speaks("年级较大的群众", 0, "年级", "年纪") is True
    assert COMPANY.speaks("小学年级的家长", 2, "年级", "年纪") is False
    assert COMPANY.speaks("年纪较大的群众", 0, "年纪", "年级") is False
    assert COMPANY.speaks("年级不一", 0, "年级", "年纪") is None
    with pytest.raises(KeyError):
        COMPANY.speaks("年轮", 0, "年轮", "年龄")


def test_a_word_of_one_character_is_told_by_its_neighbours():
    company = company_of(("到\t倒\t<调整 >基层\t>塌 <压", "与\t于\t>原告\t<对"))
    assert [one.start for one in company.find("施工时间调整倒八月，调整倒塌的墙")] == [6]
    assert [one.start for one in company.find("把责任倒基层，压倒基层，对于原告，于原告沟通")] == [
        3,
        17,
    ]
    assert [one.start for one in company.find("调整倒基层")] == [2]
