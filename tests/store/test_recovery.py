import sqlite3
from dataclasses import replace

import pytest

from lawdraft.model.draft import Card, Draft, DraftSection, Topic
from lawdraft.model.errors import BadDraftError, CannotReadError
from lawdraft.store import backups, recovery
from lawdraft.store.drafts import DraftFile
from lawdraft.store.places import Places
from lawdraft.store.schema import PAGE_BYTES
from lawdraft.store.states import encode


@pytest.fixture
def places(tmp_path):
    folders = (tmp_path / name for name in ("templates", "resources", "data", "cache", "settings"))
    return Places(*folders)


@pytest.fixture
def draft():
    texts = ("".join(chr(0x4E00 + 97 * n * k % 9000) for k in range(300)) for n in range(9))
    topic = Topic("t", cards=tuple(Card(f"c{n}", text) for n, text in enumerate(texts)))
    return Draft(2025, "青禾镇", sections=(DraftSection("s", ("other",), topics=(topic,)),))


@pytest.fixture
def damaged(tmp_path, draft):
    with DraftFile.create(tmp_path / "坏.lawdraft", draft) as file:
        for number in range(6):
            file.save(replace(draft, title=f"第{number}稿"))
    return file.path


def test_unnamed_draft_is_offered_at_next_start(places, draft):
    recovery.create_unnamed(places, replace(draft, title="标题")).close()

    [found] = recovery.find_unnamed(places)

    assert (found.title, found.organisation, found.year) == ("标题", "青禾镇", 2025)


def test_odd_names_make_no_odd_paths(places, draft):
    with recovery.create_unnamed(places, replace(draft, organisation="../青/禾:镇")) as file:
        assert file.path.parent == places.unnamed


def test_damage_in_a_page_gives_an_older_state(damaged):
    data = bytearray(damaged.read_bytes())
    newest = data.rindex(encode(recovery.read_draft(damaged))[:64])
    data[newest : newest + 200] = b"\0" * 200
    damaged.write_bytes(data)

    assert recovery.recover(damaged).title == "第4稿"


def test_lost_tables_leave_the_states(damaged):
    data = bytearray(damaged.read_bytes())
    data[:PAGE_BYTES] = b"\0" * PAGE_BYTES
    damaged.write_bytes(data)

    assert recovery.recover(damaged).title.endswith("稿")


def test_truncated_file_gives_what_is_left(damaged):
    data = damaged.read_bytes()
    damaged.write_bytes(data[: len(data) - PAGE_BYTES])

    assert recovery.recover(damaged).organisation == "青禾镇"


def test_backup_serves_where_the_file_has_nothing(damaged, draft, places):
    backups.keep(damaged, encode(replace(draft, title="备份")), places)
    damaged.write_bytes(b"")

    assert recovery.recover(damaged, places).title == "备份"


def test_backups_are_the_last_twenty(damaged, draft, places):
    for number in range(25):
        backups.keep(damaged, encode(replace(draft, title=str(number))), places)
    damaged.write_bytes(b"")

    assert len(list((places.data / "backups").rglob("*-*"))) == 20
    assert recovery.recover(damaged, places).title == "24"


def test_nothing_left_says_what_to_do(tmp_path):
    path = tmp_path / "空.lawdraft"
    path.write_bytes(b"")

    with pytest.raises(BadDraftError, match="另一份"):
        recovery.recover(path)
    with pytest.raises(CannotReadError):
        recovery.recover(tmp_path / "无.lawdraft")


def test_opening_and_closing_keep_a_backup(damaged, places, monkeypatch):
    monkeypatch.setattr("lawdraft.store.drafts.find_places", lambda: places)
    with DraftFile.open(damaged) as file:
        file.save(replace(file.draft, title="最后一稿"))
    DraftFile.open(damaged).close()
    damaged.unlink()
    damaged.write_bytes(b"")

    assert len(backups.of(damaged, places)) == 2
    assert recovery.recover(damaged, places).title == "最后一稿"


def test_damaged_file_opens_as_a_new_draft(damaged, places):
    data = bytearray(damaged.read_bytes())
    data[:PAGE_BYTES] = b"\0" * PAGE_BYTES
    damaged.write_bytes(data)

    file, told = recovery.open_or_recover(damaged, places)

    assert file.path.parent == places.unnamed
    assert file.draft.organisation == "青禾镇"
    assert "找回" in told
    assert damaged.read_bytes() == bytes(data)
    file.close()


def test_sound_file_opens_as_itself(damaged, places):
    file, told = recovery.open_or_recover(damaged, places)

    assert (file.path, told) == (damaged, "")
    file.close()


def test_newer_programs_draft_is_not_recovered(damaged, places):
    with sqlite3.connect(damaged) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()

    with pytest.raises(BadDraftError, match="升级"):
        recovery.open_or_recover(damaged, places)
