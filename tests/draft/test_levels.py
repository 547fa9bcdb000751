import pytest

from lawdraft.draft.duties import titles_of
from lawdraft.draft.names import level_of, own_word, worded_for


@pytest.mark.parametrize("name", ["云岭县教育局", "云岭县水利局", "云岭县"])
def test_counties_and_bureaus_do_not_speak_like_townships(name):
    text = "健全镇村两级排查调处机制，推动村务协商，发挥村（社区）法律顾问作用。"

    neutral = worded_for(name, text)

    assert "村" not in neutral
    assert worded_for("青禾镇", text) == text


def test_a_bureau_is_a_bureau():
    assert level_of("云岭县教育局") == "局"
    assert own_word("云岭县教育局") == "我局"
    assert titles_of("云岭县教育局") == ("局党组书记", "局长")
