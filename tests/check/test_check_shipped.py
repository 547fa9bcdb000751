"""Nothing the program itself ships is taken for a slip of the pen."""

import json
import re
from pathlib import Path

import pytest
from check_making import knowledge

from lawdraft import flow
from lawdraft.check import Context
from lawdraft.check.reading import Passage, Reading
from lawdraft.check.rules import typo

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SAMPLE = RESOURCES / "sample"
PACKS = ("outline.json", "indicators.json", "outlines/*.json", "sample/this-year.json")


def strings(value):
    """Every Chinese text of a pack, however deep."""
    if isinstance(value, str):
        return [value] if re.search("[一-鿿]{4}", value) else []
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in strings(part)]


def slips(texts):
    """What the rule finds in texts, each as a paragraph of its own."""
    report, _ = flow.load_report(SAMPLE / "last-year.docx", flow.Kit())
    reading = Reading(report, Context(knowledge(), year=report.year))
    passages = (Passage(text, 0, "body", ()) for text in texts)
    return [found.message for passage in passages for found in typo.check(passage, reading)]


@pytest.mark.parametrize("name", ["last-year.docx", "last-year.html"])
def test_the_sample_has_no_slip(name):
    kit = flow.Kit()
    report, draft = flow.load_report(SAMPLE / name, kit)
    found = flow.check(report, kit, draft=draft).findings
    assert [one.message for one in found if one.rule == "typo"] == []


@pytest.mark.parametrize("pattern", PACKS)
def test_the_packs_have_no_slip(pattern):
    for file in RESOURCES.glob(pattern):
        assert slips(strings(json.loads(file.read_text(encoding="utf-8")))) == []


PROPER = """审签行政规范性文件14件
开展“八五”普法终期评估验收
赴遂平县学习考察基层治理先进经验
党组主要负责人对重点任务亲自协调
党委主要负责人切实履行职责
弘扬扶贫济困、扶弱助残的风尚
认真贯彻乡村振兴促进法，规范执法
中国共产党党内法规，扎扎实实、认认真真
这项工作得到社会普遍称赞，投入的回报逐年增加
培养了一批批优秀人才，脚踏实地地干""".splitlines()


@pytest.mark.parametrize("text", PROPER)
def test_proper_words_are_no_slip(text):
    assert slips([text + "。"]) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("依法推进网络渔情处置工作，坚持正确导向。", "“渔情”像是“舆情”的笔误。"),
        ("在法治轨到上推进各项工作。", "“轨到”像是“轨道”的笔误。"),
        ("及时化解各类矛盾纠分，维护社会稳定。", "“纠分”像是“纠纷”的笔误。"),
    ],
)
def test_a_wrong_character_is_told_within_its_word(text, message):
    assert message in slips([text])


def test_a_word_in_its_own_company_is_no_slip():
    assert slips(["对镇政府现行有效的3件规范性文件逐一评估。"]) == []
    assert slips(["景区周边的民宿、农家乐证照齐全。"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "可以以市集形式疏导的，集中在在建码头西侧。",
        "发放耕地地力保护补贴，到在建工地对对方当事人释法。",
    ],
)
def test_a_character_that_ends_one_word_and_begins_the_next_is_no_slip(text):
    assert slips([text]) == []


@pytest.mark.parametrize(
    "text",
    [
        "以以案释法形式开展。",
        "对对重大事项进行审查。",
        "开展了了活动。",
        "避免经济损失失约130万元。",
        "逐船核对对船名。",
    ],
)
def test_a_character_written_twice_is_told(text):
    assert slips([text])


@pytest.mark.parametrize(
    "text", ["让居民真正了解了办事流程。", "抢抓春节返乡、庙会集会等时机开展宣传。"]
)
def test_two_words_that_share_a_character_are_no_word_told_again(text):
    assert slips([text]) == []
