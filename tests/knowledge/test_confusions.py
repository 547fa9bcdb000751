"""Real words in the wrong place."""

from pathlib import Path

import pytest

from lawdraft.knowledge import Knowledge
from lawdraft.knowledge.confusions import confusions_of
from lawdraft.knowledge.entries import Confusion

RESOURCES = Path(__file__).parents[2] / "resources"
ENTRIES = Knowledge.load(RESOURCES, Path("nowhere")).wording_pack.pack.confusions


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e.wrong}-{e.right}-{e.bad}")
def test_entry_flags_its_bad_and_leaves_its_good(entry):
    one = confusions_of((entry,))
    assert list(one.find(entry.bad))
    assert entry.good
    assert not list(one.find(entry.good))


def test_what_is_meant_in_the_same_sentence_is_left_alone():
    one = confusions_of((Confusion("调节", "调解", behind="矛盾", fine="水位"),))
    assert not list(one.find("开闸泄洪降低水位，调节矛盾。"))
    assert len(list(one.find("水位下降。调节矛盾。"))) == 1
