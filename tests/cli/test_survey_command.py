"""`lawdraft survey`: statuses, what it prints, the table it leaves."""

import json
import os
import subprocess
import sys

import pytest
from county_reports import fill_folder, report_text
from openpyxl import load_workbook


def run(*words):
    command = [sys.executable, "-m", "lawdraft", *map(str, words)]
    own = os.environ | {"PYTHONUTF8": "1"}  # Windows answers into a pipe in its code page
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=own, check=False
    )


@pytest.fixture
def folder(tmp_path):
    fill_folder(tmp_path / "报告", 3)
    (tmp_path / "报告" / "坏.docx").write_bytes(b"PK\x03\x04")
    return tmp_path / "报告"


def test_a_table_comes_out_and_the_bad_file_does_not_stop_it(folder, tmp_path):
    done = run("survey", folder, "--out", tmp_path / "表.xlsx", "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert [("error" in row) for row in found["reports"]] == [False, False, False, True]
    assert "总览" in load_workbook(tmp_path / "表.xlsx").sheetnames


def test_a_table_inside_the_folder_is_made_anew_and_is_no_row(folder):
    for _ in range(2):
        done = run("survey", folder, "--out", folder / "表.xlsx")
        assert done.returncode == 0, done.stderr
        assert "共 4 个文件" in done.stdout


@pytest.mark.parametrize("out", ["表.docx", "没有/表.xlsx", "报告/冒名.xlsx"])
def test_targets_that_cannot_be_are_refused(folder, tmp_path, out):
    (folder / "冒名.xlsx").write_text(report_text("柳溪", 2025), encoding="utf-8")
    done = run("survey", folder, "--out", tmp_path / out)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "冒名" not in out or "青禾" not in (tmp_path / out).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["没有这个文件夹", "报告/00000.txt", "空"])
def test_no_folder_or_nothing_in_it_is_status_2(folder, tmp_path, name):
    (tmp_path / "空").mkdir()
    done = run("survey", tmp_path / name, "--out", tmp_path / "表.xlsx")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "表.xlsx").exists()
