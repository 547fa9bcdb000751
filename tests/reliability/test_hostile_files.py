"""Damaged and hostile drafts, packs, presets, sheets: one sentence each, and nothing changes."""

import json
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawdraft import flow
from lawdraft.model.draft import Draft
from lawdraft.model.errors import LawdraftError
from lawdraft.store.drafts import read_draft, write_draft
from lawdraft.store.places import find_places

SHIPPED = find_places()
FEW = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
damage = st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 255)), min_size=1, max_size=40)


@pytest.fixture
def kit(home):
    return flow.Kit()


@pytest.fixture(scope="module")
def draft_bytes(tmp_path_factory):
    path = tmp_path_factory.mktemp("draft") / "a.lawdraft"
    write_draft(path, Draft(organisation="青禾镇人民政府", year=2026))
    return path.read_bytes()


def damaged(data, hits, length):
    """The bytes with some of them changed, cut off at a length."""
    made = bytearray(data)
    for place, value in hits:
        made[place % len(made)] = value
    return bytes(made[: max(1, length % (len(made) + 1))])


def refuses_or_reads(work, path):
    """Whatever stands in a file, there is a value or a sentence, and the file is as it was."""
    before = path.read_bytes()
    sentence = sentence_of(work, path)
    assert len(sentence) <= 240
    assert "\n" not in sentence
    assert not sentence or any("\u4e00" <= character <= "\u9fff" for character in sentence)
    assert path.read_bytes() == before


def sentence_of(work, path):
    try:
        work(path)
    except LawdraftError as error:
        return error.sentence
    return ""


@FEW
@given(hits=damage, length=st.integers(0, 10**9))
def test_a_damaged_draft_is_told_in_a_sentence(tmp_path, draft_bytes, hits, length):
    path = tmp_path / "坏.lawdraft"
    path.write_bytes(damaged(draft_bytes, hits, length))
    refuses_or_reads(read_draft, path)


@pytest.mark.parametrize(
    "data", [b"", b"SQLite format 3\0", b"{}", b"\0" * 5000, b"PK\x03\x04" + b"x" * 999]
)
def test_what_is_no_draft_is_refused(tmp_path, data):
    path = tmp_path / "不是.lawdraft"
    path.write_bytes(data)
    with pytest.raises(LawdraftError):
        read_draft(path)


def test_another_programs_database_is_no_draft(tmp_path):
    path = tmp_path / "别的.lawdraft"
    db = sqlite3.connect(path)
    with db:
        db.execute("CREATE TABLE state (id INTEGER, data BLOB)")
        db.execute("INSERT INTO state VALUES (1, 'x')")
    db.close()
    refuses_or_reads(read_draft, path)
    with pytest.raises(LawdraftError):
        read_draft(path)


PACKS = ("laws.json", "phrases.json", "wording.json", "indicators.json", "outline.json")


@pytest.mark.parametrize("name", [n for n in PACKS if (SHIPPED.resources / n).exists()])
@FEW
@given(hits=damage, length=st.integers(0, 10**9))
def test_a_damaged_pack_is_refused_and_the_shipped_one_stays(kit, tmp_path, name, hits, length):
    data = (SHIPPED.resources / name).read_bytes()[:20_000]
    path = tmp_path / name
    path.write_bytes(damaged(data, hits, length))
    refuses_or_reads(lambda p: flow.import_pack(p, kit), path)


DEEP = "[" * 100_000
VALUES = (None, True, -1, 1e308, "", "x" * 100_000, [], {}, [[]], {"a": {}}, [None] * 1000)


@pytest.mark.parametrize("name", [n for n in PACKS if (SHIPPED.resources / n).exists()])
def test_a_pack_of_other_values_is_refused(kit, tmp_path, name):
    whole = json.loads((SHIPPED.resources / name).read_bytes())
    path = tmp_path / name
    for key in whole:
        for value in VALUES:
            path.write_text(json.dumps({**whole, key: value}), encoding="utf-8")
            refuses_or_reads(lambda p: flow.import_pack(p, kit), path)
    path.write_text(DEEP, encoding="utf-8")
    refuses_or_reads(lambda p: flow.import_pack(p, kit), path)


@FEW
@given(text=st.text(max_size=300), number=st.floats() | st.integers())
def test_any_preset_is_taken_or_refused(kit, tmp_path, text, number):
    path = tmp_path / "版式.toml"
    shipped = (SHIPPED.templates / "layouts" / "standard.toml").read_text(encoding="utf-8")
    for content in (text, shipped + "\n" + text, shipped.replace("=", f"= {number} #", 3)):
        path.write_text(content, encoding="utf-8", errors="replace")
        refuses_or_reads(lambda p: flow.import_pack(p, kit), path)


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600), b"a,b\n1,2", b"\xff" * 3000]
)
def test_a_sheet_that_is_none_is_refused(tmp_path, data):
    path = tmp_path / "答复.xlsx"
    path.write_bytes(data)
    draft = Draft(organisation="青禾镇人民政府", year=2026)
    refuses_or_reads(lambda p: flow.collect_in(draft, [p]), path)
