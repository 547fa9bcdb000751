import pytest

from lawdraft.text.markers import read_marker, split_number


@pytest.mark.parametrize(
    ("printed", "third"),
    [("一是", "三是"), ("二要", "三要"), ("第一，", "第三，"), ("1.", "3."), ("（1）", "（3）"),
     ("(一)", "(三)"), ("①", "③"), ("十二、", "三、")],
)  # fmt: skip
def test_marker_is_written_with_another_number(printed, third):
    assert read_marker(printed).numbered(3) == third


@pytest.mark.parametrize("word", ["首先", "其中", "1.5", "", "一把手"])
def test_words_are_no_markers(word):
    assert read_marker(word) is None


@pytest.mark.parametrize(
    ("heading", "number", "words"),
    [("一、主要成效", "一、", "主要成效"), ("（十一）普法", "（十一）", "普法"),
     ("2. 规范执法", "2.", "规范执法"), ("第三部分 下步打算", "第三部分", "下步打算"),
     ("一．总体情况", "一．", "总体情况"), ("（一）、普法", "（一）、", "普法"), ("二）执法", "二）", "执法"),
     ("一站式调解", "", "一站式调解"), ("2.5万份资料", "", "2.5万份资料")],
)  # fmt: skip
def test_heading_falls_into_number_and_words(heading, number, words):
    assert split_number(heading) == (number, words)


@pytest.mark.parametrize(
    ("heading", "number"),
    [("第一，抓学习", "第一，"), ("第十二、抓执法", "第十二、"), ("第一责任人职责", "")],
)
def test_a_number_in_words_is_one_where_it_is_parted(heading, number):
    assert split_number(heading) == (number, heading.removeprefix(number))


@pytest.mark.parametrize(
    ("heading", "expected", "words"),
    [("（二规范执法", 2, "规范执法"), ("三存在不足", 3, "存在不足"), ("三存在不足", 1, "三存在不足"),
     ("一站式调解", 2, "一站式调解")],
)  # fmt: skip
def test_damaged_number_is_one_where_it_is_expected(heading, expected, words):
    assert split_number(heading, expected)[1] == words
