"""What lies below the files and folders that a user names."""

import pytest

from lawdraft.model.errors import CannotReadError
from lawdraft.read import can_read_suffixes
from lawdraft.store.targets import DOCUMENT_SUFFIXES, files_below

TEXT = "青禾镇2024年法治政府建设年度报告\n一、主要做法\n".encode()


def names_below(folder):
    return [path.name for path in files_below([folder])]


def test_scripts_data_and_notes_beside_reports_are_no_documents(tmp_path):
    for name in (
        "甲.txt",
        "乙.DOCX",
        "b.py",
        "c.json",
        "d.md",
        "e.csv",
        "f.log",
        ".g.txt",
        "~$h.docx",
    ):
        (tmp_path / name).write_bytes(TEXT)
    assert names_below(tmp_path) == ["乙.DOCX", "甲.txt"]


def test_a_document_under_another_name_is_found_by_its_content(tmp_path):
    (tmp_path / "a.dat").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.aspx").write_bytes(b"\r\n<!DOCTYPE html><html>")
    (tmp_path / "c.bin").write_bytes(b"{\\rtf1 x}")
    (tmp_path / "d.xml").write_bytes(b"<config/>")
    (tmp_path / "e.xml").write_bytes(b'<?mso-application?><w:wordDocument xmlns:w="x/2003/wordml">')
    (tmp_path / "Thumbs.db").write_bytes(bytes(9))
    for name in ("报告2024.12.30", "无后缀", "冒名.xlsx"):
        (tmp_path / name).write_bytes(TEXT)
    expected = ["a.dat", "b.aspx", "c.bin", "e.xml", "冒名.xlsx", "报告2024.12.30", "无后缀"]
    assert names_below(tmp_path) == expected


def test_a_file_named_outright_is_always_tried(tmp_path):
    (tmp_path / "notes.md").write_bytes(TEXT)
    assert files_below([tmp_path / "notes.md", tmp_path]) == [tmp_path / "notes.md"]
    with pytest.raises(CannotReadError, match="找不到"):
        files_below([tmp_path / "没有.txt"])


def test_every_suffix_that_can_be_read_is_a_document():
    assert set(can_read_suffixes()) - {".xml"} == DOCUMENT_SUFFIXES
