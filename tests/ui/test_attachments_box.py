"""附件 on the page 导出: from a file, from the ledger, by name; its matter as a table or text."""

from dataclasses import replace

import pytest

from lawdraft.model import attaching, editing
from lawdraft.ui.dialogs.attachment import AttachmentDialog


@pytest.fixture
def page(drafted):
    drafted.show_step("export")
    return drafted.page("export")


def attachments(window):
    return window.desk.session.draft.attachments


def dialog_of(page, window, number=0):
    return AttachmentDialog(
        page, window.desk, attachments(window)[number].id, page.attachments.take
    )


def test_a_file_becomes_an_attachment_with_pages(drafted, page, qtbot, tmp_path):
    path = tmp_path / "附件1 任务清单.csv"
    path.write_text("任务,牵头\n普法,司法所\n", encoding="utf-8")
    before = len(drafted.desk.session.pages.pages)
    box = page.attachments
    box.read(path, lambda t: box._change(attaching.add_attachment, t.name, t.text))
    qtbot.waitUntil(lambda: bool(attachments(drafted)), timeout=100000)
    assert attachments(drafted)[0].name == "任务清单"
    assert attachments(drafted)[0].text == "任务\t牵头\n普法\t司法所"
    qtbot.waitUntil(lambda: len(drafted.desk.session.pages.pages) == before + 1, timeout=100000)


def test_a_file_that_cannot_be_read_is_told(drafted, page, qtbot, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04")
    page.attachments.read(tmp_path / "坏.xlsx", pytest.fail)
    qtbot.waitUntil(lambda: "坏.xlsx" in drafted.notice.text, timeout=100000)
    assert not attachments(drafted)


def test_name_order_and_undo(drafted, page):
    box = page.attachments
    box._on_named()
    box._on_ledger()
    name = next(iter(box.names.values()))
    name.setText("任务清单")
    name.textEdited.emit(name.text())
    assert attachments(drafted)[0].name == "任务清单"
    assert box._states[attachments(drafted)[0].id].text().startswith("只列名称")
    box._change(attaching.move_attachment, attachments(drafted)[1].id, -1)
    assert attachments(drafted)[1].name == "任务清单"
    drafted.desk.session.undo()
    assert attachments(drafted)[0].name == "任务清单"


def test_figures_of_the_ledger_stay_slots_where_they_are_left_alone(drafted, page, qtbot):
    page.attachments._on_ledger()
    session = drafted.desk.session
    dialog = dialog_of(page, drafted)
    assert dialog.text == attachments(drafted)[0].text
    dialog.cells.item(1, 1).setText("改过的指标")
    dialog.keep()
    line = attachments(drafted)[0].text.split("\n")[1]
    assert line.split("\t")[1] == "改过的指标"
    assert line.endswith("⟧")
    entry = line.split("⟦")[1][:-1]
    session.apply(editing.set_figure(session.draft, entry, "4321"), "填数")
    qtbot.waitUntil(lambda: "\t4321" in session.report.text, timeout=100000)


def test_last_years_prose_is_offered(drafted, page):
    session = drafted.desk.session
    draft = attaching.add_attachment(session.draft, "典型案例")
    old = replace(draft.attachments[0], last="一、案情。\n二、结果。")
    session.apply(replace(draft, attachments=(old,)), "x")
    dialog = dialog_of(page, drafted)
    dialog._copy.click()
    dialog.keep()
    assert attachments(drafted)[0].text == "一、案情。\n二、结果。"


def test_a_block_of_a_sheet_is_pasted_into_the_cells(drafted, page, qapp):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    session = drafted.desk.session
    session.apply(attaching.add_attachment(session.draft, "表", "甲\t乙\n1\t2"), "x")
    dialog = dialog_of(page, drafted)
    dialog.cells.setCurrentCell(1, 0)
    qapp.clipboard().setText("3\t4\n5\t6\n")
    QTest.keyClick(dialog.cells, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qapp.clipboard().clear()
    assert dialog.text == "甲\t乙\n3\t4\n5\t6"


def test_names_given_as_an_option_become_attachments(drafted, page):
    from lawdraft.model import wishing
    from lawdraft.ui.widgets.attachments_box import on_names

    session = drafted.desk.session
    session.apply(wishing.set_option(session.draft, "附件", "甲表|乙方案"), "x")
    page.attachments._change(on_names, ["甲表", "乙方案"])
    assert [a.name for a in attachments(drafted)] == ["甲表", "乙方案"]
    assert session.draft.wishes.options == ()


def test_what_is_only_named_is_told_after_the_export(drafted, page, qtbot, tmp_path):
    session = drafted.desk.session
    draft = attaching.add_attachment(session.draft, "典型案例")
    session.apply(attaching.add_attachment(draft, "统计表", "甲\t乙"), "x")
    page.path.setText(str(tmp_path / "a.docx"))
    page.export()
    qtbot.waitUntil(lambda: page.result.made is not None, timeout=100000)
    assert "附件“典型案例”只列了名称，请另外附上。" in page.result._notes.text()


def test_a_blank_in_an_attachment_is_gone_to_where_it_is_given(drafted, page, qtbot):
    desk, session = drafted.desk, drafted.desk.session
    session.apply(attaching.add_attachment(session.draft, "统计表", "甲\t乙\n处罚\t××"), "x")
    qtbot.waitUntil(lambda: "处罚\t××" in session.report.text, timeout=100000)
    at = session.report.text.index("处罚\t××") + 3
    drafted.show_step("preview")
    desk.show_place(at)
    assert drafted.step == "export"
    qtbot.waitUntil(lambda: not page.attachments.visibleRegion().isEmpty(), timeout=10000)
    drafted.show_step("check")
    qtbot.waitUntil(lambda: bool(session.findings), timeout=100000)
    desk.show_finding(replace(session.findings[0], start=at, end=at + 2))
    assert drafted.step == "export"
