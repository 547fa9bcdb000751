"""What office PCs are like: deep Chinese folders, code page 936, files that Word holds, lost drives."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from lawdraft.model.files import reachable
from lawdraft.read import isolation
from lawdraft.store.places import find_places

SAMPLE = find_places().resources / "sample" / "last-year.docx"
PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"
# SQLite on other systems opens paths of up to 512 bytes; on Windows a path is far longer.
DEEP, TIMES = (
    ("司法所 资料（内部）", 40) if sys.platform == "win32" else ("司法所 ziliao neibu beifen", 9)
)
windows = pytest.mark.skipif(sys.platform != "win32", reason="Windows alone")


def run(*words, **more):
    command = [sys.executable, "-m", "lawdraft", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, **more)


def sentence(done):
    """The one Chinese line on standard error, whatever the code page."""
    try:
        said = done.stderr.decode("utf-8")
    except UnicodeDecodeError:
        said = done.stderr.decode("gb18030")
    assert len(said.strip().splitlines()) == 1, said
    return said.strip()


@pytest.fixture
def deep(tmp_path):
    """A folder of over 260 characters, Chinese and with spaces, with last year's report in it."""
    folder = reachable(tmp_path.joinpath(*[DEEP] * TIMES))
    folder.mkdir(parents=True)
    assert len(str(folder)) > 260
    shutil.copy2(SAMPLE, folder / "去年 的报告.docx")
    yield folder
    shutil.rmtree(reachable(tmp_path / DEEP), ignore_errors=True)


def plain(path):
    """The path as a user types it, without the form that has no limit."""
    return str(path).removeprefix("\\\\?\\")


@pytest.mark.slow
def test_every_step_works_in_a_deep_chinese_folder(deep):
    last, draft = plain(deep / "去年 的报告.docx"), plain(deep / "今 年.lawdraft")
    steps = (
        ("read", last, "--json"),
        ("new", "--from", last, "--year", "2026", "--out", draft),
        ("check", draft, "--json"),
        ("export", draft, "--out", plain(deep / "今 年.docx")),
        ("export", draft, "--out", plain(deep / "今 年.pdf")),
        ("collect", "out", draft, "--out", plain(deep / "收集 表")),
        ("library", "add", last, "--library", plain(deep / "报告 库")),
        ("similar", last, "--library", plain(deep / "报告 库"), "--json"),
        ("survey", plain(deep), "--out", plain(deep / "汇 总.xlsx")),
    )
    for step in steps:
        done = run(*step)
        assert done.returncode == 0, (step, done.stderr)
    made = {path.name for path in deep.iterdir()}
    assert {"今 年.lawdraft", "今 年.docx", "今 年.pdf", "收集 表", "汇 总.xlsx"} <= made
    assert not [name for name in made if name.startswith(".lawdraft-")]


def test_a_console_of_code_page_936_gets_its_words_and_json_stays_utf_8():
    own = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    shown = run("outline", SAMPLE, env=own)
    assert shown.returncode == 0, shown.stderr
    assert "青禾镇" in shown.stdout.decode("gbk")
    told = json.loads(run("outline", SAMPLE, "--json", env=own).stdout.decode("utf-8"))
    assert "青禾镇" in told["organisation"]


def test_a_character_that_the_console_lacks_stops_nothing(tmp_path):
    path = tmp_path / "生僻字.txt"
    path.write_text("𬭊镇 ☑ 2025年法治政府建设年度报告\n一、主要成效\n", encoding="utf-8")
    done = run("read", path, env={**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert "法治政府建设" in done.stdout.decode("gbk", "replace")


def lost():
    """A drive letter that nobody has; elsewhere a folder that is gone."""
    if sys.platform == "win32":
        free = next(letter for letter in "QRSTUVWY" if not Path(f"{letter}:\\").exists())
        return f"{free}:\\U盘\\报告"
    return "/没有 的盘/U盘/报告"


@pytest.mark.parametrize(
    "words",
    [
        ("read", "LOST.docx"),
        ("export", SAMPLE, "--out", "LOST.docx"),
        ("survey", "LOST", "--out", "x.xlsx"),
        ("compose", "LOST.lawdraft"),
    ],
)
def test_a_drive_that_is_gone_is_one_sentence(words, tmp_path):
    done = run(*(str(word).replace("LOST", lost()) for word in words), cwd=tmp_path)
    assert done.returncode == 2
    assert sentence(done)
    assert not list(tmp_path.iterdir())


@windows
def test_a_target_that_word_holds_open_is_told_and_stays(tmp_path):
    import _winapi

    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    handle = _winapi.CreateFile(str(target), 0x80000000, 1, 0, 3, 0, 0)  # read, others may read
    done = run("export", SAMPLE, "--out", target)
    _winapi.CloseHandle(handle)
    assert done.returncode == 2
    assert "关闭" in sentence(done)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["报告.docx"]


@windows
def test_a_source_that_nobody_else_may_read_is_told(tmp_path):
    import _winapi

    source = tmp_path / "报告.docx"
    shutil.copy2(SAMPLE, source)
    handle = _winapi.CreateFile(str(source), 0x80000000, 0, 0, 3, 0, 0)  # shared with nobody
    done = run("read", source)
    _winapi.CloseHandle(handle)
    assert done.returncode == 2
    assert "关闭" in sentence(done)


@windows
def test_a_source_that_word_holds_is_still_read(tmp_path):
    import _winapi

    source = tmp_path / "报告.docx"
    shutil.copy2(SAMPLE, source)
    handle = _winapi.CreateFile(str(source), 0xC0000000, 1, 0, 3, 0, 0)  # as Word opens it
    opened = run("read", source, "--json")
    _winapi.CloseHandle(handle)
    assert opened.returncode in (0, 2)  # wine refuses a second reader of a writer's file
    assert opened.returncode == 0 or "关闭" in sentence(opened)


def test_a_read_only_target_is_told_and_stays(tmp_path):
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    if os.access(target, os.W_OK):
        pytest.skip("this user may write everything")
    done = run("export", SAMPLE, "--out", target)
    assert done.returncode == 2
    assert sentence(done)
    assert target.read_bytes() == b"old"
    target.chmod(0o666)


def test_the_reading_process_opens_no_console(monkeypatch):
    given = {}
    monkeypatch.setattr(isolation.subprocess, "Popen", lambda *_a, **more: given.update(more))
    monkeypatch.setattr(isolation.subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    isolation._start()
    assert given["creationflags"] == 0x08000000


def test_the_executables_say_how_they_scale():
    settings = {
        element.tag.rpartition("}")[2]: element.text
        for element in ET.parse(PACKAGING / "lawdraft.manifest").iter()
    }
    assert "PerMonitorV2" in settings["dpiAwareness"]
    assert settings["longPathAware"] == "true"
