"""The list of townships: look-ups by name, small and quick, damaged files refused."""

import gzip
from pathlib import Path

import pytest

from lawdraft.knowledge.places import FILE, read_places
from lawdraft.knowledge.spelling import FILE as SPELLING
from lawdraft.knowledge.spelling import read_spelling
from lawdraft.model.errors import BadPackError

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="module")
def places():
    return read_places(RESOURCES / FILE)


def test_township_tells_its_county(places):
    found = places.townships("殷祖镇")
    assert [(p.province, p.city, p.name) for p in found] == [("湖北省", "黄石市", "大冶市")]


def test_common_name_stands_in_many_counties(places):
    assert len(places.townships("城关镇")) > 50


@pytest.mark.parametrize("name", ["青禾镇", "祖镇", "殷祖乡", "", "镇"])
def test_what_is_no_township(places, name):
    assert not places.is_township(name)


def test_subdistricts_and_others(places):
    assert places.is_township("东风路街道")
    assert places.is_region("大冶市")
    assert not places.is_region("云岭县")


def test_list_is_whole_and_small():
    size = (RESOURCES / FILE).stat().st_size
    text = gzip.decompress((RESOURCES / FILE).read_bytes()).decode().split("\n", 1)[1]
    names = sum(line.rsplit("|", 1)[1].count(code) for line in text.splitlines() for code in "0123")
    assert size <= 250_000
    assert names == 41_352


@pytest.mark.parametrize(
    "content", [b"", b"x" * 50, gzip.compress(b"{}\n"), gzip.compress(b"[]\nx|y|z|")]
)
def test_damaged_list_is_refused(tmp_path, content):
    file = tmp_path / FILE
    file.write_bytes(content)
    with pytest.raises(BadPackError):
        read_places(file)
    with pytest.raises(BadPackError):
        read_spelling(file)


def test_frequent_words_are_known():
    common = read_spelling(RESOURCES / SPELLING).common
    assert {"实施", "运用", "享有"} <= common
    assert "殷祖" not in common


def test_towns_of_a_county_with_their_ends(places):
    (county,) = places.townships("殷祖镇")
    towns = places.towns(county)
    assert {"殷祖镇", "金湖街道"} <= towns
    assert not [town for town in towns if town[-1] in "0123"]


def test_what_may_be_a_name_of_a_township(places):
    assert all(map(places.like_a_name, ("柳溪", "石桥", "白鹤", "马家店")))
    assert not any(map(places.like_a_name, ("拨打", "做实", "围堵", "联动")))
