"""The usual structure: learned from one report up, saved, read back, refused where damaged."""

import pytest
from reading import report_of
from synthetic import make

from lawdraft.model.errors import BadPackError
from lawdraft.recognise.outline import learn_outline, load_outline, read_outline, save_outline


@pytest.fixture(scope="module")
def learned():
    return learn_outline([report_of(make(seed).text) for seed in range(12)], name="云岭县")


def test_kinds_come_in_order_with_shares_and_lengths(learned):
    kinds = [section.kind for section in learned.sections]
    assert kinds[0] == "opening"
    assert kinds.index("achievements") < kinds.index("shortcomings") < kinds.index("next_year_plan")
    achievements = next(s for s in learned.sections if s.kind == "achievements")
    assert achievements.share == 1.0
    assert 0 < achievements.length.low <= achievements.length.middle <= achievements.length.high
    assert achievements.topics


def test_no_town_enters_an_outline(learned):
    headings = [h for s in learned.sections for h in s.headings]
    headings += [h for s in learned.sections for t in s.topics for h in t.headings]
    assert not [h for h in headings if "镇" in h or "乡" in h or "20" in h]


def test_one_report_is_enough_and_none_gives_an_empty_outline():
    assert learn_outline([report_of(make(3).text)]).reports == 1
    assert learn_outline([]).sections == ()


def test_saved_and_read_back_the_same(learned, tmp_path):
    save_outline(learned, tmp_path / "outline.json")
    assert read_outline(tmp_path / "outline.json") == learned


def test_a_damaged_pack_of_the_user_gives_way_to_the_shipped_one(learned, tmp_path):
    for folder in ("shipped", "own"):
        (tmp_path / folder).mkdir()
    save_outline(learned, tmp_path / "shipped" / "outline.json")
    (tmp_path / "own" / "outline.json").write_text('{"pack": "outline", "format": 1}', "utf-8")
    assert load_outline(tmp_path / "shipped", tmp_path / "own") == learned
    with pytest.raises(BadPackError, match="不是完好的结构包"):
        read_outline(tmp_path / "own" / "outline.json")
    with pytest.raises(BadPackError, match="打不开"):
        read_outline(tmp_path / "missing.json")


def test_the_shipped_outline_loads_and_has_the_main_parts(tmp_path):
    from lawdraft.store.places import find_places

    outline = load_outline(find_places().resources, tmp_path)
    kinds = {section.kind for section in outline.sections}
    assert {"opening", "achievements", "shortcomings", "next_year_plan"} <= kinds
