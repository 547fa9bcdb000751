"""The editor of a card's text with its figures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest

from lawdraft.model.draft import Entry
from lawdraft.model.finding import Finding
from lawdraft.ui.widgets.slot_text import SlotText

RAW = "排查⟦e1⟧件，化解⟦e2⟧件。"
ENTRIES = {
    "e1": Entry("e1", "矛盾纠纷", "件", last="72", value="80"),
    "e2": Entry("e2", "矛盾纠纷", "件", last="70"),
}


@pytest.fixture
def text(window, qtbot):
    made = SlotText(window.desk.look, "文字")
    qtbot.addWidget(made)
    made.show_text(RAW, ENTRIES)
    made.resize(400, 80)
    return made


def at(text, position):
    cursor = text.textCursor()
    cursor.setPosition(position)
    text.setTextCursor(cursor)


def test_text_comes_back_as_it_went_in(text):
    assert text.raw == RAW
    assert text._read() == RAW


def test_typing_beside_a_slot_keeps_it(text, qtbot):
    at(text, 3)
    with qtbot.waitSignal(text.edited) as edited:
        text.insertPlainText("多")

    assert edited.args == ["排查⟦e1⟧多件，化解⟦e2⟧件。"]


def test_typing_before_a_slot_keeps_it(text):
    at(text, 2)
    text.insertPlainText("了")

    assert text.raw == "排查了⟦e1⟧件，化解⟦e2⟧件。"


def test_backspace_takes_a_whole_slot(text):
    at(text, 3)
    QTest.keyClick(text, Qt.Key.Key_Backspace)

    assert text.raw == "排查件，化解⟦e2⟧件。"


def test_committed_input_method_text_arrives(text):
    at(text, 0)
    event = QInputMethodEvent("全年", [])
    QGuiApplication.sendEvent(text, event)
    assert text.raw == RAW

    event = QInputMethodEvent()
    event.setCommitString("全年")
    QGuiApplication.sendEvent(text, event)
    assert text.raw == "全年" + RAW


def test_copied_text_has_values(text):
    text.selectAll()

    assert text.createMimeDataFromSelection().text() == "排查80件，化解××件。"


def test_pasted_lines_become_one(text):
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("第一行\n  第二行\n")
    at(text, 0)
    text.insertFromMimeData(data)

    assert text.raw == "第一行第二行" + RAW


def test_enter_splits(text, qtbot):
    at(text, 5)
    with qtbot.waitSignal(text.split) as split:
        QTest.keyClick(text, Qt.Key.Key_Return)

    assert split.args == ["排查⟦e1⟧件，", "化解⟦e2⟧件。"]


@pytest.mark.parametrize(("printed", "position"), [(0, 0), (2, 2), (4, 3), (5, 4), (8, 7), (10, 8)])
def test_printed_offsets_are_found(text, printed, position):
    """排查80件，化解××件。 stands in the document as 排查▯件，化解▯件。"""
    assert text.position_of(printed) == position


def test_findings_become_waves_at_their_words(text):
    text.show_findings([(6, 8, Finding("typo", "warning", "错字", "化解"))])

    assert text.extraSelections()[0].cursor.selectedText() == "化解"


def test_f2_asks_for_the_next_figure(text, qtbot):
    at(text, 3)
    with qtbot.waitSignal(text.slot_wanted) as wanted:
        QTest.keyClick(text, Qt.Key.Key_F2)

    assert wanted.args == ["e2"]


def test_figures_follow_the_ledger_without_an_edit(text, qtbot):
    from dataclasses import replace

    with qtbot.assertNotEmitted(text.edited):
        text.show_text(RAW, ENTRIES | {"e2": replace(ENTRIES["e2"], value="79")})

    assert text.printed_value("e2") == "79"


def test_number_at_the_caret_can_be_taken_into_the_ledger(text):
    text.show_text("开展培训12次。", {})
    at(text, 5)

    assert text._number_span() == (4, 7)


def test_waves_stay_when_the_words_are_put_in_anew(text):
    text.show_findings([(6, 8, Finding("typo", "warning", "错字", "化解"))])

    text.show_text(RAW + "，办结", ENTRIES)

    (mark,) = text.extraSelections()
    assert mark.cursor.selectedText() == "化解"


def test_f2_goes_to_a_blank_in_the_words_too(text, qtbot):
    text.show_text("化解⟦e2⟧件，原因在于××。", ENTRIES)
    at(text, 0)
    with qtbot.waitSignal(text.slot_wanted):
        QTest.keyClick(text, Qt.Key.Key_F2)
    at(text, 3)
    QTest.keyClick(text, Qt.Key.Key_F2)

    assert text.textCursor().selectedText() == "××"
