"""The report library's window: a whole folder taken in, stopped half-way, closed meanwhile, doubles."""

import pytest
from county_reports import PLACES, report_text

from lawdraft import flow
from lawdraft.ui.dialogs.library import LibraryDialog, folder_of


def until(qtbot, what, seconds=30):
    qtbot.waitUntil(what, timeout=seconds * 1000)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "各镇报告"
    for year in (2024, 2025):
        (made / f"{year}").mkdir(parents=True)
        for place in PLACES[:5]:
            text = report_text(place, year)
            (made / f"{year}" / f"{place}{year}.txt").write_text(text, encoding="utf-8")
    (made / "Thumbs.db").write_bytes(b"\0" * 20)
    (made / "~$青禾2024.docx").write_bytes(b"x" * 160)
    return made


@pytest.fixture
def dialog(window, qtbot):
    made = LibraryDialog(window, window.desk)
    made.open()
    return made


def test_a_folder_is_listed_by_unit_and_year(dialog, qtbot, folder):
    dialog.add([folder])
    until(qtbot, lambda: dialog.tree.topLevelItemCount() == 5)

    first = dialog.tree.topLevelItem(0)
    assert "加入了 10 份报告" in dialog.count.text()
    assert "没有加入" not in dialog.count.text()  # system and lock files are no reports
    assert (first.text(1), first.childCount()) == ("2024、2025", 2)
    assert [first.child(n).text(1) for n in range(2)] == ["2025", "2024"]


def test_what_stands_there_twice_is_told_and_chosen(dialog, qtbot, folder, monkeypatch):
    copy = (folder / "2025" / "青禾2025.txt").read_text(encoding="utf-8")
    (folder / "青禾（终稿）.txt").write_text(copy.replace("场次", "场 次"), encoding="utf-8")
    dialog.add([folder])
    until(qtbot, lambda: dialog.doubles.isVisible())
    dialog.doubles.click()
    monkeypatch.setattr("lawdraft.ui.dialogs.library.ask", lambda *_args, **_more: True)
    dialog.remove.click()
    until(qtbot, lambda: not dialog.doubles.isVisible())

    assert len(flow.list_library(folder_of(dialog._desk))) == 10


def test_stopped_half_way_keeps_what_was_taken_in(dialog, qtbot, folder, monkeypatch):
    desk = dialog._desk
    desk.tasks.progressed.connect(lambda job, done, *_: done == 3 and desk.tasks.cancel(job.name))
    real = flow.add_to_library
    monkeypatch.setattr(flow, "add_to_library", lambda *a: slowly(real(*a)))
    dialog.add([folder])
    assert dialog.cancel.isVisible()
    until(qtbot, lambda: dialog.count.text().startswith("停下了"))

    assert not dialog.cancel.isVisible()
    assert 3 <= len(flow.list_library(folder_of(desk))) < 10


def slowly(outcomes):
    import time

    for outcome in outcomes:
        yield outcome
        time.sleep(0.05)


def test_closed_while_files_are_taken_in(dialog, qtbot, folder, window):
    told = []
    window.desk.told.connect(lambda words, _tone: told.append(words))
    dialog.add([folder])
    dialog.reject()
    until(qtbot, lambda: bool(told))

    assert "加入了 10 份报告" in told[0]


def test_why_a_file_was_not_taken_in_is_told(dialog, qtbot, folder):
    (folder / "通知.txt").write_text("关于放假的通知。", encoding="utf-8")
    dialog.add([folder])
    until(qtbot, lambda: dialog.tree.topLevelItemCount() == 5)

    assert "1 个文件没有加入（通知.txt）" in dialog.count.text()
    assert "通知.txt：" in dialog.count.toolTip()
