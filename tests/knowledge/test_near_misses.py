"""Set phrases and core words with one character amiss."""

from pathlib import Path

import pytest

from lawdraft.knowledge import Knowledge

KNOWLEDGE = Knowledge.load(Path(__file__).resolve().parents[2] / "resources", Path("nowhere"))


def phrases_in(text):
    return {right for _start, _end, right in KNOWLEDGE.near_misses.slips(text)}


@pytest.mark.parametrize("phrase", KNOWLEDGE.wording_pack.pack.set_phrases)
def test_a_phrase_in_its_own_form_is_no_slip(phrase):
    assert phrases_in(f"认真推进{phrase}，取得实效。") == set()


@pytest.mark.parametrize(
    "printed", ["法治政建设", "法治治政府建设", "法治府政建设", "习近平新时代中国特设社会主义思想"]
)
def test_one_character_lost_doubled_swapped_or_changed(printed):
    assert phrases_in(f"推进{printed}。")


def test_an_end_that_differs_is_another_phrase():
    assert phrases_in("全面依法治县，公共法律服务点，党组理论学习中心组。") == set()
