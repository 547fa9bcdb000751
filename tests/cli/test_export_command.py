"""lawdraft export: a draft's own wishes, and one sentence for each way a file cannot be written."""

import errno
import os
import zipfile
from dataclasses import replace

import pytest

from lawdraft.model import files
from lawdraft.model.draft import Draft, Wishes
from lawdraft.store.drafts import read_draft, write_draft

LAST = (
    "青禾镇2025年法治政府建设工作报告\n2025年，青禾镇推进依法行政，现报告如下。\n一、工作情况\n"
    "全镇辖12个村，排查矛盾纠纷40件，化解39件，化解率97.5%。\n二、下一步打算\n"
    "一是补充执法人员3名；二是组织培训4期。\n青禾镇人民政府\n2026年1月6日\n"
)
WISHES = Wishes(
    layout="red-head",
    preset="补偿边距",
    options=(("发文字号", "青禾政〔2026〕3号"), ("抄送", "县司法局"), ("印章", "否")),
)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(LAST, encoding="utf-8")
    return path


@pytest.fixture
def draft(run, report, tmp_path):
    """A draft that wishes for a red head."""
    path = tmp_path / "今年.lawdraft"
    run("new", "--from", report, "--year", 2026, "--out", path)
    made: Draft = read_draft(path)
    write_draft(path, replace(made, wishes=WISHES))
    return path


@pytest.fixture
def exported(run, draft, tmp_path):
    """exported(words…) → word/document.xml of what `lawdraft export` makes of the draft."""

    def call(*words):
        out = tmp_path / "x.docx"
        status, _, err = run("export", draft, "--out", out, *words)
        assert status == 0, err
        with zipfile.ZipFile(out) as package:
            return package.read("word/document.xml").decode()

    return call


def test_a_draft_is_exported_as_it_wishes(exported):
    made = exported()

    assert "FF0000" in made
    assert "青禾政〔2026〕3号" in made
    assert "抄送：县司法局。" in made
    assert 'w:linePitch="589"' in made  # 补偿边距


def test_the_command_line_goes_before_the_wishes(exported):
    made = exported("--preset", "国标", "--option", "发文字号=青禾政〔2026〕8号")

    assert "青禾政〔2026〕8号" in made
    assert "〔2026〕3号" not in made
    assert 'w:linePitch="579"' in made


def test_plain_on_the_command_line_lets_red_head_wishes_rest(exported):
    made = exported("--layout", "plain")

    assert "FF0000" not in made
    assert "青禾政〔2026〕3号" not in made
    assert "抄送：县司法局。" in made


def test_a_wish_by_its_english_name_wins_too(exported):
    assert "青禾政〔2026〕9号" in exported("--option", "number=青禾政〔2026〕9号")


def test_a_read_only_folder_is_one_sentence(run, report, tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise PermissionError(errno.EACCES, "read-only")

    monkeypatch.setattr(files, "_write_neighbour", refuse)
    status, _, err = run("export", report, "--out", tmp_path / "x.docx")

    assert (status, len(err.splitlines())) == (2, 1)
    assert "没有权限写入" in err
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="for a user without all rights")
def test_a_truly_read_only_folder_is_one_sentence(run, report, tmp_path):
    folder = tmp_path / "只读"
    folder.mkdir(mode=0o500)

    status, _, err = run("export", report, "--out", folder / "x.docx")

    assert (status, len(err.splitlines())) == (2, 1)
    assert "没有权限写入" in err


def test_an_output_held_open_by_word_is_one_sentence(run, report, tmp_path, monkeypatch):
    out = tmp_path / "x.docx"
    out.write_bytes(b"old")

    def held(*_arguments, **_more):
        trouble = PermissionError(errno.EACCES, "in use")
        trouble.winerror = 32
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(files.Path, "replace", held)
        status, _, err = run("export", report, "--out", out)

    assert (status, len(err.splitlines())) == (2, 1)
    assert "正被别的程序（如 Word、WPS）打开" in err
    assert out.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".lawdraft-")] == []


def test_a_full_disk_is_one_sentence(run, report, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        status, _, err = run("export", report, "--out", tmp_path / "x.docx")

    assert (status, len(err.splitlines())) == (2, 1)
    assert "磁盘已满" in err
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize("alias", ["去年.txt", "./去年.txt", "链接.docx"])
def test_the_source_is_never_the_output(run, report, alias):
    if alias == "链接.docx":
        os.link(report, report.parent / alias)
    out = f"{report.parent}/{alias}"

    status, _, err = run("export", report, "--out", out)

    assert (status, len(err.splitlines())) == (2, 1)
    assert "不能覆盖原文件" in err
    assert report.read_text(encoding="utf-8") == LAST


def test_a_table_below_the_date_is_not_dropped_silently(run, tmp_path):
    table = "指标\t2024年\t2025年\n矛盾纠纷\t270\t286\n执法检查\t40\t46\n"
    told = {}
    for name, label in (("无.txt", ""), ("有.txt", "附件\n")):
        (tmp_path / name).write_text(LAST + label + table, encoding="utf-8")
        _, _, told[name] = run("export", tmp_path / name, "--out", tmp_path / "x.txt")

    assert "表格 3 行" in told["无.txt"]
    assert "附件" in told["无.txt"]
    assert told["有.txt"] == ""
    assert "270" in (tmp_path / "x.txt").read_text(encoding="utf-8")
