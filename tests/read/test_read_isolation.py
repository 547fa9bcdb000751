"""The reading process: bounded, cancellable, and gone when its parent is."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from read_samples import rtf

from lawdraft.model.errors import CancelledError, CannotReadError
from lawdraft.read import isolation
from lawdraft.read.frames import Request
from lawdraft.read.isolation import ReadingProcess

POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="uses signals and /proc")


def gone(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{number}/stat").read_text("utf-8")
    return status.rsplit(")", 1)[1].split()[0] == "Z"


def waited(condition, seconds=5.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_one_process_reads_many_files():
    with ReadingProcess() as process:
        first = process.ask(Request("rtf"), rtf(r"甲\par"))
        number = process._process.pid
        second = process.ask(Request("rtf"), rtf(r"乙\par"))
        assert process._process.pid == number
    assert [c.lines[0].text for c in (first, second)] == ["甲", "乙"]


def test_after_trouble_the_next_file_is_read():
    with ReadingProcess() as process:
        with pytest.raises(CannotReadError, match="损坏"):
            process.ask(Request("pdf"), b"%PDF-nothing")
        assert process.ask(Request("rtf"), rtf(r"甲\par")).lines[0].text == "甲"


@POSIX
def test_a_process_that_dies_is_told_and_replaced():
    with ReadingProcess() as process:
        process.ask(Request("rtf"), rtf("甲"))
        os.kill(process._process.pid, signal.SIGSTOP)
        os.kill(process._process.pid, signal.SIGKILL)
        assert waited(lambda: process._process.poll() is not None)
        assert process.ask(Request("rtf"), rtf("乙")).lines[0].text == "乙"


@POSIX
def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    with ReadingProcess() as process:
        process.ask(Request("rtf"), rtf("甲"))
        monkeypatch.setattr(isolation, "SECONDS", 0.5)
        number = process._process.pid
        os.kill(number, signal.SIGSTOP)
        with pytest.raises(CannotReadError, match="没有读完"):
            process.ask(Request("rtf"), rtf("乙"))
        assert gone(number)


@POSIX
def test_cancelling_ends_the_process():
    def stop(_done, _total, _note):
        raise CancelledError

    with ReadingProcess() as process:
        process.ask(Request("rtf"), rtf("甲"))
        number = process._process.pid
        os.kill(number, signal.SIGSTOP)
        with pytest.raises(CancelledError):
            process.ask(Request("rtf"), rtf("乙"), stop)
        assert gone(number)


@POSIX
def test_memory_is_bounded():
    with (
        ReadingProcess() as process,
        pytest.raises(CannotReadError, match=r"内存过多|损坏"),
    ):
        process.ask(Request("rtf", memory=20 << 20), rtf("甲" * 200_000))


HOLDER = """
import sys
from lawdraft.read.frames import Request
from lawdraft.read.isolation import ReadingProcess
process = ReadingProcess()
process.ask(Request("rtf"), b"{\\\\rtf1 a\\\\par}")
print(process._process.pid, flush=True)
sys.stdin.read()
"""


@POSIX
def test_no_reading_process_outlives_a_killed_parent():
    parent = subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdin.close()
    parent.stdout.close()
    assert waited(lambda: gone(child))


def test_a_folder_of_documents_supplies_no_modules(tmp_path, monkeypatch):
    (tmp_path / "lxml.py").write_text("raise SystemExit", "utf-8")
    (tmp_path / "msgspec.py").write_text("raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    with ReadingProcess() as process:
        assert process.ask(Request("rtf"), rtf("甲")).lines[0].text == "甲"


def test_a_request_for_more_memory_gets_a_process_of_its_own():
    with ReadingProcess() as process:
        process.ask(Request("rtf"), rtf("甲"))
        number = process._process.pid
        process.ask(Request("rtf", memory=1 << 30), rtf("乙"))
        assert process._process.pid != number
        assert gone(number)


@POSIX
def test_progress_through_pages_is_repeated_not_lost_between_them():
    told = []

    def tell(*step):
        told.append(step)
        if len(told) > 8:
            raise CancelledError

    with ReadingProcess() as process:
        process.ask(Request("rtf"), rtf("甲"))
        os.kill(process._process.pid, signal.SIGSTOP)
        with pytest.raises(CancelledError):
            process.ask(Request("rtf", pages=(2, 3, 4)), rtf("乙"), tell)
    assert set(told) == {(0, 3, "正在读取文件")}
