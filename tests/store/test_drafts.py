import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from lawdraft.model import editing
from lawdraft.model.draft import Card, Draft, DraftSection, Topic
from lawdraft.model.errors import BadDraftError, CannotReadError, CannotWriteError
from lawdraft.model.files import sqlite_uri
from lawdraft.store import schema
from lawdraft.store.drafts import DraftFile, read_draft, write_draft


@pytest.fixture
def first() -> Draft:
    return Draft(2025, "青禾镇人民政府", title="青禾镇2025年法治政府建设工作总结")


@pytest.fixture
def file(tmp_path, first):
    with DraftFile.create(
        tmp_path / "青禾镇.lawdraft", first, {"去年.docx": b"PK\x03\x04"}
    ) as opened:
        yield opened


def titled(draft: Draft, title: str) -> Draft:
    return replace(draft, title=title)


def test_what_was_saved_is_there_again(file, first):
    file.save(titled(first, "二"))
    file.close()

    assert read_draft(file.path) == titled(first, "二")
    assert DraftFile.open(file.path).sources == {"去年.docx": b"PK\x03\x04"}


def test_undo_and_redo_survive_reopening(file, first):
    for title in "甲乙丙":
        file.save(titled(first, title))
    file.undo()
    file.close()

    with DraftFile.open(file.path) as again:
        assert again.draft.title == "乙"
        assert again.undo().title == "甲"
        assert [again.redo().title, again.redo().title] == ["乙", "丙"]
        assert again.redo() is None


def test_saving_after_undo_forgets_what_was_undone(file, first):
    file.save(titled(first, "甲"))
    file.undo()
    file.save(titled(first, "乙"))

    assert file.redo() is None
    assert file.undo() == first
    assert file.undo() is None


def test_history_gives_both_sides(file, first):
    for title in "甲乙丙":
        file.save(titled(first, title))
    file.undo()

    before, after = file.history

    assert [draft.title for draft in before] == [first.title, "甲"]
    assert [draft.title for draft in after] == ["丙"]


def test_only_the_latest_steps_are_kept(file, first, monkeypatch):
    monkeypatch.setattr("lawdraft.store.drafts.STATES_KEPT", 3)
    for number in range(10):
        file.save(titled(first, str(number)))

    assert [draft.title for draft in file.history[0]] == ["7", "8"]


def test_versions_keep_their_draft(file, first):
    version = file.name_version("初稿")
    file.save(titled(first, "改过的"))

    assert [each.name for each in file.versions] == ["初稿"]
    assert file.version(version.id) == first
    with pytest.raises(KeyError):
        file.version(99)


def test_second_window_reads_only(file, first):
    with DraftFile.open(file.path) as second:
        assert "另一个窗口" in second.read_only
        assert second.draft == first
        with pytest.raises(CannotWriteError, match="另一个窗口"):
            second.save(first)
    file.save(titled(first, "仍可保存"))
    assert read_draft(file.path).title == "仍可保存"


def test_second_window_may_write_once_the_first_is_closed(file):
    file.close()

    with DraftFile.open(file.path) as second:
        assert second.read_only == ""


def test_reading_changes_no_byte_and_leaves_nothing_beside(file):
    file.close()
    before = file.path.read_bytes(), file.path.stat().st_mtime_ns

    read_draft(file.path)

    assert (file.path.read_bytes(), file.path.stat().st_mtime_ns) == before
    assert list(file.path.parent.iterdir()) == [file.path]


def test_draft_of_a_newer_program_is_refused(file):
    file.close()
    with sqlite3.connect(file.path) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.close()

    with pytest.raises(BadDraftError, match="升级"):
        DraftFile.open(file.path)
    with pytest.raises(BadDraftError, match="升级"):
        read_draft(file.path)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\7" * 5000])
def test_what_is_no_draft_gets_a_sentence(tmp_path, content):
    path = tmp_path / "坏.lawdraft"
    path.write_bytes(content)

    with pytest.raises((BadDraftError, CannotReadError), match=r"坏\.lawdraft"):
        DraftFile.open(path)


def test_a_draft_that_is_held_is_not_replaced(tmp_path, first):
    path = tmp_path / "稿.lawdraft"
    write_draft(path, first)
    before = path.read_bytes()

    with DraftFile.open(path), pytest.raises(CannotWriteError, match="另一个窗口"):
        write_draft(path, first)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CannotWriteError, match="另一个程序"):
            write_draft(path, first)

    assert path.read_bytes() == before
    path.write_bytes(b"SQLite format 3\0" + b"\7" * 5000)
    write_draft(path, first)
    assert read_draft(path) == first


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "别的.lawdraft"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
    db.close()

    with pytest.raises(BadDraftError, match="不是本程序的草稿"):
        read_draft(path)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/data/a b#?.lawdraft"), "file:///data/a%20b%23%3F.lawdraft"),
        (PureWindowsPath("C:/草稿/a.lawdraft"), "file:///C:/%E8%8D%89%E7%A8%BF/a.lawdraft"),
        (PureWindowsPath("//server/share/a.lawdraft"), "file:////server/share/a.lawdraft"),
    ],
)
def test_paths_as_sqlite_wants_them(path, uri):
    assert sqlite_uri(path, "ro", windows=False) == f"{uri}?mode=ro"
    assert sqlite_uri(path, "rw", windows=True) == f"{uri}?mode=rw&vfs=win32-longpath"


def test_odd_names_open(tmp_path, first):
    path = tmp_path / "100%#?草稿 1.lawdraft"
    DraftFile.create(path, first).close()

    assert read_draft(path) == first


def test_draft_of_an_older_program_is_read(tmp_path, first):
    path = tmp_path / "旧.lawdraft"
    write_draft(path, first)
    older = zlib.compress(b'{"year":2024,"organisation":"\xe9\x9d\x92\xe7\xa6\xbe\xe9\x95\x87"}')
    with sqlite3.connect(path) as db:
        db.execute("UPDATE states SET draft = ?", (older,))
    db.close()

    assert read_draft(path) == Draft(2024, "青禾镇")


def test_missing_and_folder_get_a_sentence(tmp_path):
    with pytest.raises(CannotReadError, match="找不到"):
        read_draft(tmp_path / "无.lawdraft")
    with pytest.raises(BadDraftError):
        read_draft(tmp_path)


def test_vanished_file_is_not_written_into_the_void(file, first):
    file.path.unlink()

    assert not file.is_there()
    with pytest.raises(CannotWriteError, match="不见了"):
        file.save(first)


def test_failed_save_leaves_the_old_state_and_nothing_beside(file, first):
    file._db.execute(
        f"PRAGMA max_page_count = {file._db.execute('PRAGMA page_count').fetchone()[0]}"
    )
    huge = replace(first, last_text="".join(chr(0x4E00 + i % 20000) for i in range(200_000)))

    with pytest.raises(CannotWriteError, match="磁盘已满"):
        file.save(huge)

    assert file.draft == first
    assert list(file.path.parent.iterdir()) == [file.path]


def test_copy_takes_history_along(file, first, tmp_path):
    file.save(titled(first, "甲"))
    file.copy_to(tmp_path / "另存.lawdraft")

    with DraftFile.open(tmp_path / "另存.lawdraft") as copy:
        assert copy.undo() == first


def test_writing_over_a_folder_is_refused(tmp_path, first):
    with pytest.raises(CannotWriteError):
        write_draft(tmp_path, first)


def test_file_that_came_back_is_taken_up_again(file, first):
    away = file.path.with_name("拔出")
    file.path.rename(away)
    with pytest.raises(CannotWriteError, match="不见了"):
        file.save(titled(first, "甲"))
    file.path.write_bytes(away.read_bytes())

    file.save(titled(first, "乙"))

    assert read_draft(file.path).title == "乙"
    assert file.undo() == first


@pytest.fixture
def written():
    topic = Topic("t1", cards=(Card("c1", "原来的话。"),))
    return Draft(2026, "青禾镇", sections=(DraftSection("s1", ("other",), topics=(topic,)),))


def test_half_a_character_never_keeps_a_draft_from_being_saved(tmp_path, written):
    broken = editing.set_card_text(written, "c1", "前\ud83d后")
    whole = editing.set_card_text(written, "c1", "前\ud842\udfb7后")

    write_draft(tmp_path / "一.lawdraft", broken)
    write_draft(tmp_path / "二.lawdraft", whole)

    assert read_draft(tmp_path / "一.lawdraft").card("c1").text == "前\ufffd后"
    assert read_draft(tmp_path / "二.lawdraft").card("c1").text == "前\U00020bb7后"


def test_saving_as_never_replaces_a_draft_that_is_open(tmp_path, written):
    theirs, mine = tmp_path / "他的.lawdraft", tmp_path / "我的.lawdraft"
    for path in (theirs, mine):
        write_draft(path, written)
    with DraftFile.open(theirs) as other, DraftFile.open(mine) as own:
        with pytest.raises(CannotWriteError, match="另一个窗口"):
            own.copy_to(theirs)
        own.copy_to(mine)
        assert other.draft == own.draft == written
