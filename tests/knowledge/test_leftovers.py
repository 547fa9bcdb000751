"""Two words of one meaning side by side, of which an edit left one too many."""

from itertools import permutations
from pathlib import Path

import pytest

from lawdraft.knowledge import Knowledge

RESOURCES = Path(__file__).parents[2] / "resources"
KNOWN = Knowledge.load(RESOURCES, Path("nowhere"))


def found(text):
    return [text[each.start : each.end] for each in KNOWN.leftovers.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("带领党员走进深入村组", "走进深入"),
        ("持续推动推进移风易俗", "推动推进"),
        ("当前目前仍有短板", "当前目前"),
        ("健全了完善议事规则", "健全了完善"),
        ("为每个村配备了有法律顾问", "配备了有"),
        ("妥善处理置突发事件", "处理置"),
        ("年内举行召开会议4次", "举行召开"),
        ("对清单作了进行了一次调整", "作了进行了"),
        ("为每个小组添置了购买宣传栏", "添置了购买"),
        ("司法所逐一一一核对台账", "逐一一一"),
        ("每名网格员联络联系30户居民", "联络联系"),
        ("学法氛围更加浓郁厚", "浓郁厚"),
        ("党员带头率先签承诺书", "带头率先"),
        ("热线接听接到来电132个", "接听接到"),
        ("依法办事的能力本领偏弱", "能力本领"),
        ("网格员及时地立即上报", "及时地立即"),
        ("信访总量同比减少降低", "减少降低"),
    ],
)
def test_one_of_two_words_is_too_many(text, words):
    assert words in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "健全完善工作机制",
        "制定出台实施办法",
        "建立了健全的制度",
        "开展了有针对性的培训",
        "配备了有执业证的律师",
        "面对面向群众宣讲",
        "召开推动推进会",
        "垃圾处理处置设施",
        "雨水持续不断",
        "制定了加强管理的意见",
        "共排查出各类纠纷20起",
        "志愿者帮着清理了3车废品",
        "打通了了却群众心愿的通道",
        "完善了聘请程序",
        "走访慰问困难群众",
        "对清理中废止的文件作了说明",
        "落实法律顾问聘请和调解员补助",
        "会前赶往现场，了解多方意见",
        "矛盾纷繁复杂，须经投票表决",
    ],
)
def test_what_may_stand_side_by_side_is_left_alone(text):
    assert not found(text)


def test_sets_have_two_words_and_no_verb_twice():
    sets = KNOWN.wording_pack.pack.leftovers
    for words in (*sets.verbs, *sets.unsure, *sets.small, *sets.nouns, *sets.kin):
        assert len(set(words.split())) == len(words.split()) > 1


def test_words_said_to_stand_together_are_of_one_set():
    sets = KNOWN.wording_pack.pack.leftovers
    alike = [words.split() for words in (*sets.verbs, *sets.unsure, *sets.small, *sets.nouns)]
    pairs = {one + other for words in alike for one, other in permutations(words, 2)}
    for words in sets.together:
        for one, other in permutations(words.split(), 2):
            assert one + other in pairs
        assert " " in words or words in pairs
