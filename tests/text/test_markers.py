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
     ("一站式调解", "", "一站式调解"), ("2.5万份资料", "", "2.5万份资料")],
)  # fmt: skip
def test_heading_falls_into_number_and_words(heading, number, words):
    assert split_number(heading) == (number, words)
