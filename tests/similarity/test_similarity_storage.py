import errno
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest_similarity import copied, paragraph, report

from lawdraft.model.errors import BadLibraryError, CancelledError
from lawdraft.similarity import Index, database, segment

HERE = Path(__file__).parent
ADDER = """
import sys
sys.path[:0] = [sys.argv[2], sys.argv[3]]
from conftest_similarity import report
from lawdraft.similarity import Index
index = Index.create(sys.argv[1])
for k in range(int(sys.argv[4]), 10_000):
    index.add(f"r{k}", report(f"青禾{k}镇", 2024, k))
    print(k, flush=True)
"""


def _add_until_killed(folder, first, seconds):
    root = str(HERE.parent.parent)
    command = [sys.executable, "-c", ADDER, str(folder), str(HERE), root, str(first)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    said = child.communicate()[0].split("\n")
    return [int(line) for line in said if line.isdigit()]


@pytest.mark.slow
def test_killed_while_adding_loses_nothing(tmp_path):
    dice, done = random.Random(5), []
    for _ in range(20):
        done += _add_until_killed(tmp_path / "l", len(done) + 1000, dice.uniform(0.4, 1.2))
        with Index.open(tmp_path / "l") if done else Index.create(tmp_path / "l") as index:
            assert {f"r{k}" for k in done} <= {held.id for held in index.list()}
    with Index.open(tmp_path / "l") as index:
        for k in done[:: max(1, len(done) // 10)]:
            assert f"r{k}" in {m.report_id for m in copied(index.compare(paragraph(f"{k}/1")))}


def test_two_readers_while_one_writes(library):
    troubles = []

    def read():
        try:
            with Index.open(library) as index:
                for _ in range(15):
                    assert copied(index.compare(paragraph("白石乡/2")))
        except Exception as trouble:  # noqa: BLE001 - told by the main thread
            troubles.append(trouble)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    with Index.open(library) as index:
        for k in range(10):
            index.add(f"new{k}", report(f"新{k}镇", 2024, f"new{k}"))
    for reader in readers:
        reader.join()
    assert troubles == []


def test_reader_sees_what_another_added(library):
    with Index.open(library) as reader, Index.open(library) as writer:
        assert copied(reader.compare(paragraph("later/2"))) == []
        writer.add("later", report("后来镇", 2024, "later"))
        assert copied(reader.compare(paragraph("later/2")))[0].report_id == "later"


def test_full_disk_keeps_what_was_there(library, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(segment, "write", full)
    with Index.open(library) as index:
        with pytest.raises(BadLibraryError, match="空间"):
            index.add("x", report("满盘镇", 2024, "full"))
        assert "x" not in {held.id for held in index.list()}
        assert copied(index.compare(paragraph("白石乡/2")))


def test_full_database_keeps_what_was_there(library):
    with Index.open(library) as index:
        pages = index._db.execute("PRAGMA page_count").fetchone()[0]
        index._db.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(BadLibraryError, match="空间"):
            index.add("x", report("满盘镇", 2024, "full", paragraphs=300))
        assert copied(index.compare(paragraph("白石乡/2")))


def test_read_only_library_is_compared_but_not_changed(library, monkeypatch):
    monkeypatch.setattr(database, "_writable", lambda _: False)
    with Index.open(library) as index:
        assert copied(index.compare(paragraph("白石乡/2")))
        with pytest.raises(BadLibraryError, match="只读"):
            index.add("x", report("只读镇", 2024, "ro"))


def test_read_only_library_with_damaged_segment_is_compared(library, monkeypatch):
    (path,) = library.glob("segment-*")
    path.write_bytes(b"")
    monkeypatch.setattr(database, "_writable", lambda _: False)
    with Index.open(library) as index:
        assert copied(index.compare(paragraph("白石乡/2")))
    assert path.stat().st_size == 0


def test_cancelled_adding_keeps_what_came_before(library):
    def stop(done, _total, _note):
        if done == 2:
            raise CancelledError

    more = [(f"c{k}", report(f"取消{k}镇", 2024, f"c{k}")) for k in range(4)]
    with Index.open(library) as index:
        with pytest.raises(CancelledError):
            index.add_many(more, progress=stop)
        assert {"c0", "c1"} <= {held.id for held in index.list()}


def test_waste_of_a_crash_is_swept(library):
    waste = library / "segment-00ff.new"
    waste.write_bytes(b"half")
    with Index.open(library) as index:
        index.add("x", report("清扫镇", 2024, "sweep"))
    assert not waste.exists()
    assert len(list(library.glob("segment-*"))) == 1


def test_rebuild_finds_the_same(library):
    with Index.open(library) as index:
        before = index.compare(paragraph("白石乡/2"))
        index.remove("青禾镇")
        index.rebuild()
        assert index.compare(paragraph("白石乡/2")).matches == before.matches
        assert copied(index.compare(paragraph("青禾镇/2"))) == []


def test_many_small_additions_end_in_few_segments(tmp_path):
    with Index.create(tmp_path) as index:
        for k in range(40):
            index.add(f"r{k}", report(f"零星{k}镇", 2024, f"small{k}", paragraphs=2))
        assert len(list(tmp_path.glob("segment-*"))) <= 2
        assert copied(index.compare(paragraph("small7/1")))[0].report_id == "r7"


def test_damaged_database_is_a_sentence(library):
    path = library / "library.sqlite"
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(BadLibraryError), Index.open(library) as index:
        index.compare(paragraph("白石乡/2"))


def test_other_program_holding_the_lock_is_a_sentence(library, monkeypatch):
    monkeypatch.setattr(database, "_WAIT", 0.1)
    other = sqlite3.connect(library / "library.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Index.open(library) as index, pytest.raises(BadLibraryError, match="另一个窗口"):
        index.add("x", report("占用镇", 2024, "lock"))
    other.close()
