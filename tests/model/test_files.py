"""Files are written whole or not at all, and every failure is one sentence."""

import errno
import os
from pathlib import Path

import pytest

from lawdraft.model.errors import CannotWriteError
from lawdraft.model.files import name_trouble, refuse_overwriting, write_atomically


def test_writes_and_replaces_whole(tmp_path):
    target = tmp_path / "报告.docx"
    write_atomically(target, b"first")
    write_atomically(target, b"second")
    assert target.read_bytes() == b"second"
    assert [p.name for p in tmp_path.iterdir()] == ["报告.docx"]


def test_new_file_is_readable_by_others_as_usual(tmp_path):
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_atomically(tmp_path / "made", b"")
    assert (tmp_path / "made").stat().st_mode == plain.stat().st_mode


def test_link_is_followed_and_stays_a_link(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "word"),
    [("none/x.docx", "不存在"), ("", "文件夹"), ("a\0b", "文件名"), ("长" * 300, "太长")],
)
def test_impossible_targets_are_sentences(tmp_path, name, word):
    with pytest.raises(CannotWriteError, match=word):
        write_atomically(Path(f"{tmp_path}/{name}"), b"x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("code", "word"),
    [(errno.ENOSPC, "磁盘已满"), (errno.EROFS, "没有权限"), (errno.EIO, "没有保存")],
)
def test_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, code, word):
    target = tmp_path / "x.docx"
    target.write_bytes(b"old")

    def fail(handle):
        raise OSError(code, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWriteError, match=word):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_file_held_open_by_word_is_told(tmp_path, monkeypatch):
    target = tmp_path / "x.docx"
    target.write_bytes(b"old")

    def locked(self, other):
        trouble = PermissionError(errno.EACCES, "locked")
        trouble.winerror = 32
        raise trouble

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(CannotWriteError, match="WPS"):
        write_atomically(target, b"new")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("code", [53, 59, 64, 67, 121, 1231])
def test_a_share_out_of_reach_is_told(tmp_path, monkeypatch, code):
    def gone(*_):
        trouble = OSError(errno.EINVAL, "network")
        trouble.winerror = code
        raise trouble

    monkeypatch.setattr(os, "open", gone)
    with pytest.raises(CannotWriteError, match=r"连不上.*先存到本机"):
        write_atomically(tmp_path / "x.docx", b"new")


@pytest.mark.parametrize("name", ["报告:终稿.docx", "a<b>.docx", 'a"b.docx', "a|b?.pdf", "a*.txt"])
def test_names_windows_forbids_are_told_with_what_is_wrong(name):
    bad = next(c for c in name if c in ':<>"|?*')
    assert f"不能有 {bad}" in name_trouble(name, windows=True)
    assert name_trouble(name, windows=False) == ""


@pytest.mark.parametrize("name", ["CON.docx", "nul", "com1.pdf", "LPT9.txt", "报告. "])
def test_names_of_devices_are_told(name):
    assert "换一个文件名" in name_trouble(name, windows=True)


@pytest.mark.parametrize(
    "name", ["报告：终稿（2）.docx", "青禾镇2026年.docx", "common.docx", "com.txt"]
)
def test_usual_names_are_fine_on_windows(name):
    assert name_trouble(name, windows=True) == ""


def test_input_is_never_overwritten(tmp_path):
    source = tmp_path / "old.docx"
    source.write_bytes(b"old")
    refuse_overwriting(tmp_path / "new.docx", source)
    with pytest.raises(CannotWriteError, match="不能覆盖"):
        refuse_overwriting(tmp_path / "sub" / ".." / "old.docx", source)
