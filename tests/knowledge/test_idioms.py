"""Idioms with one character wrong, and neighbours that only look like them."""

import pytest

from lawdraft.flow import Kit
from lawdraft.knowledge.idioms import idioms_of

KNOWLEDGE = Kit().knowledge


def slips(text):
    return [right for _start, _end, right in KNOWLEDGE.idioms.slips(text)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("坚持宽严想济，规范执法", "宽严相济"),
        ("为高质量发展保架护航", "保驾护航"),
        ("群众喜闻乐建的形式", "喜闻乐见"),
    ],
)
def test_an_idiom_with_a_wrong_character_is_found(text, right):
    assert right in slips(text)


def test_the_idiom_itself_and_longer_words_are_left_alone():
    assert slips("宽严相济、保驾护航，喜闻乐见的形式，家喻户晓") == []


def test_every_idiom_of_the_pack_has_four_characters():
    assert {len(idiom) for idiom in KNOWLEDGE.wording_pack.pack.idioms} == {4}


def test_no_slip_across_a_mark():
    idioms = idioms_of(["宽严相济"])
    assert list(idioms.slips("宽严，济")) == []
