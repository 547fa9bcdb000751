"""The manners of docs/command-line.md: one Chinese sentence, status 2, nothing asked."""

import errno
import json
import re

import pytest

from lawdraft.cli.checking import count_by_level

HEADS = ("一、主要举措和成效", "二、存在的不足和原因", "三、第一责任人职责", "四、下一年安排")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def assert_one_sentence(err):
    lines = err.splitlines()
    assert len(lines) == 1
    assert len(lines[0]) <= 240
    assert CHINESE.search(lines[0])
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "--what"),
        ("outline", "没有这个文件.docx"),
        ("nonsense",),
        ("new", "--year", "12", "--out", "a.lawdraft"),
        ("new", "--year", "abc", "--out", "a.lawdraft"),
        ("new", "--out", "a.lawdraft"),
        ("new", "--year", "2026", "--out", "a.docx"),
        ("new", "--year", "2026", "--outline", "没有.json", "--out", "a.lawdraft"),
        ("learn", ".", "--out", "a.txt"),
        ("library",),
        ("packs",),
        ("library", "list"),
        ("export", "a.docx"),
        ("export", "a.docx", "--out", "b.docx", "--layout", "sideways"),
    ],
)
def test_wrong_usage_gets_one_sentence(run, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*words)
    assert status == 2
    assert out == ""
    assert_one_sentence(err)


@pytest.mark.parametrize("content", [b"", b"   \n\n", b"\xff\xd8\xff\xe0" + bytes(200)])
def test_unreadable_files_get_one_sentence(run, content, tmp_path):
    file = tmp_path / "去年.docx"
    file.write_bytes(content)
    for command in ("read", "outline", "check"):
        status, out, err = run(command, file)
        assert (status, out) == (2, "")
        assert_one_sentence(err)


def test_a_text_that_is_no_report_is_readable_but_not_recognised(run, tmp_path):
    file = tmp_path / "菜谱.txt"
    file.write_text(
        "红烧肉的做法\n五花肉切块，焯水，加糖炒色。\n小火炖一个小时。\n", encoding="utf-8"
    )
    assert run("read", file)[0] == 0
    status, _, err = run("outline", file)
    assert status == 2
    assert "不像" in err


def test_bad_files_take_their_place_among_good_ones(run, tmp_path):
    good, bad = tmp_path / "好.txt", tmp_path / "坏.txt"
    good.write_text("第一行\n第二行", encoding="utf-8")
    bad.write_bytes(b"")
    status, out, _ = run("read", good, bad, good, "--json")
    first, second, third = map(json.loads, out.splitlines())
    assert status == 2
    assert [line["text"] for line in first["lines"]] == ["第一行", "第二行"]
    assert set(second) == {"source", "error"}
    assert third == first


def test_export_never_overwrites_its_input(run, tmp_path):
    file = tmp_path / "去年.txt"
    file.write_text("青禾镇2025年法治政府建设年度报告", encoding="utf-8")
    status, _, err = run("export", file, "--out", file)
    assert status == 2
    assert_one_sentence(err)
    assert file.read_text(encoding="utf-8").startswith("青禾镇")


@pytest.mark.parametrize("words", [("--help",), ("new", "--help"), ("library", "--help")])
def test_help_speaks_chinese(run, words):
    status, out, _ = run(*words)
    assert status == 0
    assert "用法" in out
    assert not re.search(r"Usage|Options|Show this", out)


def test_a_missing_library_is_made_and_said(run, tmp_path):
    library = tmp_path / "报告" / "库"
    status, out, err = run("library", "list", "--library", library)
    assert (status, out) == (0, "")
    assert "已新建" in err
    assert run("library", "list", "--library", library) == (0, "", "")


def test_why_the_system_refused_is_told_in_chinese(run, tmp_path):
    _, _, err = run("packs", "import", tmp_path / "没有.json")
    assert_one_sentence(err)
    assert "文件不存在" in err
    assert not re.search("[A-Za-z]{4}", err.replace(".json", ""))


def test_a_full_disk_behind_the_output_is_one_sentence(run, monkeypatch, tmp_path):
    def full(_text):
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "a.txt"
    file.write_text("青禾镇", encoding="utf-8")
    monkeypatch.setattr("lawdraft.cli.reading.print_text", full)
    monkeypatch.setattr("lawdraft.cli.door._drop_the_rest", lambda: None)
    status, _, err = run("read", file)
    assert status == 2
    assert "磁盘已满" in err


def test_the_window_without_a_screen_is_one_sentence(run, monkeypatch):
    monkeypatch.setattr("lawdraft.__main__.no_screen", lambda: True)
    status, _, err = run("open")
    assert status == 2
    assert_one_sentence(err)


def test_a_copied_report_is_shown_by_its_beginning(run, tmp_path):
    letters = "".join(chr(0x5000 + 37 * k % 4000) for k in range(1200))
    body = "".join(
        f"{head}\n{letters[300 * k : 300 * k + 300]}。\n" for k, head in enumerate(HEADS)
    )
    for name, town in (("a", "青禾镇"), ("b", "白石乡")):
        text = f"{town}2024年法治政府建设情况报告\n{body}{town}人民政府\n2025年1月9日\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    run("library", "add", "--library", tmp_path / "library", tmp_path / "a.txt")
    status, out, _ = run("similar", tmp_path / "b.txt", "--library", tmp_path / "library")
    told = [line for line in out.splitlines() if line.startswith("外单位 a.txt")]
    assert status == 0
    assert told
    assert all(len(line) <= 90 and line.endswith("…") for line in told)
    assert len(out.splitlines()) == len(told) + 1


def test_every_place_of_a_habit_is_counted():
    alike = [{"level": "error", "similar": 40}, {"level": "error", "similar": 0}]
    assert count_by_level(alike) == "错误 42 处，提醒 0 处，建议 0 处"
