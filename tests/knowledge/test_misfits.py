"""Characters that stand so in no proper text, told by the rows of three that texts have."""

import pytest

from lawdraft.flow import Kit
from lawdraft.knowledge.rows import read_rows
from lawdraft.model.errors import BadPackError

MISFITS = Kit().knowledge.misfits


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("落实重大事项集体讨仑决定制度", "讨仑", "讨论"),
        ("严格落实执法全过程记录制渡", "制渡", "制度"),
        ("推进法治政府设建各项工作", "设建", "建设"),
        ("主要负责人认真履行行职责", "行行", "行"),
        ("全面推进进行政执法规范化", "进进", "进"),
    ],
)
def test_a_slip_is_found_with_its_word(text, wrong, right):
    found = [(text[start:end], word) for start, end, word in MISFITS.find(text, range(len(text)))]
    assert (wrong, right) in found


@pytest.mark.parametrize(
    "text",
    [
        "公安局局长到场指导，派出所所长参加",
        "组织学习习近平法治思想",
        "弘扬钉钉子精神，挨家挨户走访家家户户",
        "依法处置涉疫案件，执法法律文书规范",
        "下洋镇人民政府召开周例会，机关干部述法",
        "持续推进进村入户宣讲，监管全覆盖全过程",
    ],
)
def test_proper_words_are_left_alone(text):
    assert list(MISFITS.find(text, range(len(text)))) == []


def test_a_phrase_that_lives_without_its_character_is_usual():
    text = "四、存在问题及原因"
    assert MISFITS.is_usual(text, 2, 6, "存在的问题")


@pytest.mark.parametrize("data", [b"", b"{}\n", b'{"parts": {"seen": 9}}\nabc'])
def test_a_damaged_file_is_told(tmp_path, data):
    file = tmp_path / "trigrams.bin"
    file.write_bytes(data)
    with pytest.raises(BadPackError, match="重新安装"):
        read_rows(file)
