"""collect out and collect in, as a clerk's script would call them."""

import json

import pytest
from openpyxl import load_workbook

from lawdraft.model.draft import Draft, Entry
from lawdraft.store.drafts import DraftFile, read_draft, write_draft


@pytest.fixture
def path(tmp_path):
    ledger = (Entry("e1", "排查矛盾纠纷", "件", last="72"), Entry("e2", "化解", "件", last="67"))
    write_draft(tmp_path / "a.lawdraft", Draft(2025, "青禾镇", ledger=ledger))
    return tmp_path / "a.lawdraft"


@pytest.fixture
def sheet(run, path):
    _, out, _ = run("collect", "out", path, "--out", path.parent / "表" / "发出")
    [name] = out.split("\n")[:-1]
    book = load_workbook(name)
    book.worksheets[0]["E5"] = 80
    book.worksheets[0]["E6"] = "不少"
    book.save(name)
    return name


def test_sheets_out_and_in(run, path, sheet):
    status, _, err = run("collect", "in", path, sheet)

    assert status == 0
    assert "不少" in err
    assert [entry.value for entry in read_draft(path).ledger] == ["80", None]


def test_same_sheet_again_leaves_the_file_alone(run, path, sheet):
    run("collect", "in", path, sheet)
    before = path.read_bytes()

    assert run("collect", "in", path, sheet)[0] == 0
    assert path.read_bytes() == before


def test_out_leaves_the_draft_and_only_sheets(run, path):
    before = path.read_bytes()
    folder = path.parent / "出"

    run("collect", "out", path, "--out", folder)

    assert path.read_bytes() == before
    assert {each.suffix for each in folder.iterdir()} == {".xlsx"}


def test_no_readable_sheet_is_status_two(run, path, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"x")

    status, _, err = run("collect", "in", path, tmp_path / "坏.xlsx")

    assert status == 2
    assert len(err.splitlines()) == 1


def test_json_tells_what_was_taken(run, path, sheet):
    _, out, _ = run("collect", "in", path, sheet, "--json")

    assert json.loads(out)["taken"] == 1


def test_draft_open_in_the_window_is_not_written_to(run, path, sheet):
    with DraftFile.open(path):
        status, _, err = run("collect", "in", path, sheet)

    assert status == 2
    assert "另一个窗口" in err
