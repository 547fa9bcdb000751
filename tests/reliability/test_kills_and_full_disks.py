"""A command that is killed, or finds the disk full, leaves what was there, whole."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from county_reports import fill_folder

from lawdraft.store.places import find_places

SAMPLE = find_places().resources / "sample" / "last-year.docx"
OLD = b"what stood here before"
LITTLE = 2048  # bytes a process may write into one file before the disk is full

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and signals of POSIX")
WRITERS = (
    "export SAMPLE --out TARGET.docx",
    "export SAMPLE --out TARGET.pdf",
    "export SAMPLE --out TARGET.txt",
    "export SAMPLE --out TARGET.xlsx",
    "new --from SAMPLE --year 2026 --out TARGET.lawdraft",
    "learn SAMPLE --out TARGET.json",
    "survey FOLDER --out TARGET.xlsx",
)


def words_of(line, folder):
    names = {"SAMPLE": str(SAMPLE), "FOLDER": str(SAMPLE.parent)}
    words = [
        names.get(word, word.replace("TARGET", str(folder / "target"))) for word in line.split()
    ]
    return [sys.executable, "-B", "-m", "lawdraft", *words]


def limit_files():
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LITTLE, LITTLE))


@posix
@pytest.mark.slow
@pytest.mark.parametrize("line", WRITERS)
def test_a_full_disk_leaves_the_old_file_and_says_so(line, tmp_path):
    words = words_of(line, tmp_path)
    target = next(tmp_path / word.split("/")[-1] for word in words if "/target." in word)
    target.write_bytes(OLD)
    done = subprocess.run(
        words, capture_output=True, text=True, preexec_fn=limit_files, check=False
    )
    assert done.returncode == 2, done.stderr
    assert "满" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert target.read_bytes() == OLD
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


@posix
@pytest.mark.slow
@pytest.mark.parametrize("line", WRITERS)
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_kill_leaves_the_old_file_or_the_new_one(line, part, tmp_path):
    words = words_of(line, tmp_path)
    target = next(tmp_path / word.split("/")[-1] for word in words if "/target." in word)
    begun = time.monotonic()
    subprocess.run(words, capture_output=True, check=True)
    whole, taken = target.read_bytes(), time.monotonic() - begun
    target.write_bytes(OLD)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(taken * part)
    process.send_signal(signal.SIGKILL)
    process.wait()
    found = target.read_bytes()
    assert found == OLD or abs(len(found) - len(whole)) <= len(whole) * 0.05


@posix
@pytest.mark.slow
def test_a_killed_library_still_opens_and_holds_what_it_said(tmp_path):
    fill_folder(tmp_path / "报告", 40)
    library = str(tmp_path / "库")
    add = [sys.executable, "-m", "lawdraft", "library", "add", str(tmp_path / "报告")]
    for seconds in (0.8, 1.2, 1.6, 2.4):
        process = subprocess.Popen([*add, "--library", library], stdout=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        process.wait()
    done = subprocess.run([*add, "--library", library], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    listed = [sys.executable, "-m", "lawdraft", "library", "list", "--library", library]
    done = subprocess.run(listed, capture_output=True, text=True, check=False)
    assert len(done.stdout.splitlines()) == 40


@posix
@pytest.mark.slow
def test_a_killed_survey_goes_on_where_it_was(tmp_path, home):
    fill_folder(tmp_path / "报告", 80)
    out = tmp_path / "表.xlsx"
    words = [sys.executable, "-m", "lawdraft", "survey", str(tmp_path / "报告"), "--out", str(out)]
    kept = home / "cache" / "survey.sqlite3"
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    while process.poll() is None and rows_kept(kept) < 5:
        time.sleep(0.02)
    process.kill()
    process.wait()
    known = rows_kept(kept)
    assert known >= 5
    assert not out.exists()
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "读出报告 80 份" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["报告", "表.xlsx"]


def rows_kept(path):
    if not path.exists():
        return 0
    with contextlib.closing(sqlite3.connect(path)) as db:
        try:
            return db.execute("SELECT count(*) FROM found").fetchone()[0]
        except sqlite3.OperationalError:  # busy, or not made yet
            return 0


@posix
@pytest.mark.slow
def test_no_process_outlives_a_killed_command(tmp_path):
    fill_folder(tmp_path / "报告", 200)
    for number in range(30):
        (tmp_path / "报告" / f"{number}.rtf").write_text(r"{\rtf1 " + "x" * 200_000 + "}")
    words = ["survey", str(tmp_path / "报告"), "--out", str(tmp_path / "表.xlsx")]
    process = subprocess.Popen([sys.executable, "-m", "lawdraft", *words], start_new_session=True)
    time.sleep(1.5)
    process.kill()
    process.wait()
    time.sleep(1)
    assert not processes_of_session(process.pid)


def processes_of_session(session):
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            ended = (place / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
            if os.getsid(int(place.name)) == session and not ended:
                found.append(place.name)
        except (ProcessLookupError, PermissionError, FileNotFoundError):
            continue
    return found
