"""Laws named in a text, in 《》 and without."""

from pathlib import Path

import pytest

from lawdraft.knowledge import Knowledge

ROOT = Path(__file__).resolve().parents[2]
CITED = Knowledge.load(ROOT / "resources", ROOT / "no-packs").citations


def titles(text, *, known):
    return [each.title for each in CITED.of(text) if each.known is known]


def test_known_titles_with_and_without_brackets():
    text = "学习《中华人民共和国民法典》、行政处罚法和中华人民共和国水法、信访工作条例。"
    assert titles(text, known=True) == ["民法典", "行政处罚法", "水法", "信访工作条例"]
    first, _, water, _ = CITED.of(text)
    assert text[first.start : first.end] == "《中华人民共和国民法典》"
    assert text[water.start : water.end] == "中华人民共和国水法"


def test_longest_name_goes_before_the_one_it_ends_with():
    assert titles("宣传劳动合同法、人口与计划生育法。", known=True) == [
        "劳动合同法",
        "人口与计划生育法",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("学习民法典、基层自治管理法、行政复议法等。", "基层自治管理法"),
        ("组织学习乡镇执法程序法和行政处罚法。", "乡镇执法程序法"),
        ("依据行政处置法作出决定。", "行政处置法"),
        ("把《物业管理条例》和居民自治基本法讲给居民听。", "居民自治基本法"),
    ],
)
def test_item_of_a_list_or_studied_is_a_title(text, title):
    assert titles(text, known=False) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "坚持尊法学法守法用法，办事依法、遇事找法、解决问题用法、化解矛盾靠法。",
        "推行四步工作法、背靠背调解法，学习民法典和司法解释。",
        "普及劳动保护法律法规，推进严格执法、公正司法。",
        "改进工作方法、创新办法，运用换位思考法。",
    ],
)
def test_words_that_end_like_laws_are_none(text):
    assert titles(text, known=False) == []


def test_name_of_another_rule_that_ends_alike_is_not_the_state_s():
    assert titles("落实省信访条例和农村供水条例。", known=True) == []


def test_wrong_name_is_no_part_of_a_right_one():
    text = "学习人口与计划生育法和未成年人权益保护法。"
    assert "未成年人权益保护法" in titles(text, known=True)
    assert "计划生育法" not in titles(text, known=True)
    assert titles("普及劳动保护法律法规", known=True) == []
