"""Paths of over 260 characters, as deep folders on Windows make them."""

from pathlib import Path

import pytest

from lawdraft.model.files import reachable, write_atomically

LONG = "\\".join(["很长的文件夹名字" * 4] * 9)


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("C:\\报告\\a.docx", "C:\\报告\\a.docx"),
        (f"C:\\{LONG}\\a.docx", f"\\\\?\\C:\\{LONG}\\a.docx"),
        (f"\\\\host\\share\\{LONG}\\a.docx", f"\\\\?\\UNC\\host\\share\\{LONG}\\a.docx"),
        (f"\\\\?\\C:\\{LONG}\\a.docx", f"\\\\?\\C:\\{LONG}\\a.docx"),
    ],
)
def test_windows_is_asked_in_the_form_without_a_limit(path, opened):
    assert str(reachable(Path(path), windows=True)) == opened


def test_other_systems_need_nothing(tmp_path):
    path = tmp_path / ("长" * 70) / ("长" * 70) / ("长" * 70) / "a.docx"
    assert reachable(path, windows=False) is path


def test_a_file_deep_down_is_written_and_read(tmp_path):
    folder = reachable(tmp_path.joinpath(*["很长的文件夹名字" * 2] * 18))
    folder.mkdir(parents=True)
    path = reachable(folder / "报告.txt")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"
