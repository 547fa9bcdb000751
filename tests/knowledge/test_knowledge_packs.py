"""Packs: the shipped ones are sound, the user's go first, damaged ones are refused with a place."""

import json
import re
from pathlib import Path

import pytest

from lawdraft.knowledge import Knowledge, import_pack, list_packs
from lawdraft.knowledge.packs import KINDS, read_pack
from lawdraft.model.errors import BadPackError

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def packs(tmp_path):
    folder = tmp_path / "packs"
    folder.mkdir()
    return folder


def indicators(**changes):
    entry = {"id": "a", "name": "甲", "synonyms": ["甲"], "units": ["件"], "typical": [0, 9]}
    head = {
        "pack": "indicators",
        "format": 1,
        "version": "1",
        "as_of": "2027-01-01",
        "name": "县里的",
    }
    return json.dumps({**head, "entries": [entry], **changes}, ensure_ascii=False)


def test_shipped_packs_are_sound():
    found = list_packs(RESOURCES, Path("nowhere"))
    assert [info.kind for info in found] == ["indicators", "laws", "phrases", "wording", "places"]
    assert not [info for info in found if info.trouble]


def test_nothing_is_read_before_it_is_asked_for():
    assert Knowledge.load(Path("nowhere"), Path("nowhere")).packs == Path("nowhere")


def test_own_pack_goes_before_the_shipped_one(packs):
    (packs / "indicators.json").write_text(indicators(), "utf-8")
    knowledge = Knowledge.load(RESOURCES, packs)
    assert [i.name for i in knowledge.indicators] == ["甲"]
    assert knowledge.warnings == ()


def test_damaged_own_pack_is_refused_and_the_shipped_one_stays(packs):
    (packs / "indicators.json").write_text('{"pack": "indicators", ', "utf-8")
    knowledge = Knowledge.load(RESOURCES, packs)
    assert len(knowledge.indicators) > 50
    assert len(knowledge.warnings) == 1
    assert "indicators.json" in knowledge.warnings[0]


def test_refused_pack_is_listed_with_its_trouble(packs):
    (packs / "laws.json").write_text(indicators(), "utf-8")
    laws = [info for info in list_packs(RESOURCES, packs) if info.kind == "laws"]
    assert [info.shipped for info in laws] == [False, True]
    assert laws[0].trouble


MISTAKES = {
    "缺少": indicators(entries=[{"id": "a"}]),
    "entries[0].units": indicators(entries=[{"id": "a", "name": "甲", "synonyms": [], "units": 3, "typical": [0, 1]}]),
    "多出": indicators(colour="red"),
    "格式版本": indicators(format=9),
    "as_of": indicators(as_of="去年"),
    "as_of 应写成": indicators(as_of="2026-13-01"),
    "出现了两次": indicators(entries=json.loads(indicators())["entries"] * 2),
    "不在指标表里": indicators(relations=[{"left": "a", "op": "<=", "right": "b", "note": ""}]),
}  # fmt: skip


@pytest.mark.parametrize("told", MISTAKES)
def test_message_says_what_is_wrong_and_where(told, packs, tmp_path):
    file = tmp_path / "new.json"
    file.write_text(MISTAKES[told], "utf-8")
    with pytest.raises(BadPackError) as trouble:
        import_pack(file, packs)
    assert told in trouble.value.sentence
    assert not list(packs.iterdir())


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n", b"[]", b'{"pack": "weather"}', b"\xff\xfe"]
)
def test_other_files_are_no_packs(content, packs, tmp_path):
    file = tmp_path / "new.json"
    file.write_bytes(content)
    with pytest.raises(BadPackError):
        import_pack(file, packs)


def test_imported_pack_is_used(packs, tmp_path):
    file = tmp_path / "县指标.json"
    file.write_text("\ufeff" + indicators(), "utf-8")
    info = import_pack(file, packs)
    assert (info.kind, info.as_of, info.shipped) == ("indicators", "2027-01-01", False)
    assert Knowledge.load(RESOURCES, packs).indicators[0].id == "a"


def test_missing_file_is_told(packs, tmp_path):
    with pytest.raises(BadPackError, match="打不开"):
        import_pack(tmp_path / "none.json", packs)


def test_patterns_of_wording_flag_their_bad_and_leave_their_good():
    for word in Knowledge.load(RESOURCES, Path("nowhere")).wording:
        pattern = re.compile(word.pattern, re.MULTILINE)
        assert not word.bad or pattern.search(word.bad), word.id
        assert not word.good or not pattern.search(word.good), word.id


def test_hints_never_hide_a_match():
    knowledge = Knowledge.load(RESOURCES, Path("nowhere"))
    patterns = knowledge.word_patterns
    for word in patterns.look.items:
        bad, rule = word.entry.bad, word.entry.rule
        assert not bad or (word.may_stand_in(bad) and word in patterns.of(rule, bad)), word.entry.id


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_shipped_packs_stand_the_whole_test(kind):
    assert read_pack(RESOURCES / kind.FILE, kind) == read_pack(
        RESOURCES / kind.FILE, kind, shipped=True
    )
