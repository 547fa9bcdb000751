"""What changes in passing, and what is asked before it is taken over."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from lawdraft.model.draft import Entry
from lawdraft.ui.figures import change_in_words, lost_multiple
from lawdraft.ui.widgets.value_popup import ValuePopup
from lawdraft.ui.widgets.wheel import let_wheel_pass


def turn(field):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


@pytest.mark.parametrize("guarded", [True, False])
def test_wheel_over_a_list_that_was_not_clicked_changes_nothing(qtbot, guarded):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["不标", "特急"])
    if guarded:
        let_wheel_pass(box)
    box.show()
    box.clearFocus()
    turn(box)
    assert (box.currentText() == "不标") is guarded


@pytest.mark.parametrize(
    ("last", "value", "lost"),
    [
        ("104万", "120", "万"),
        ("104万", "120万", ""),
        ("104万", "1040000", ""),
        ("2万", "19800", ""),
        ("72", "1", ""),
        ("1.2亿", "1.3", "亿"),
    ],
)
def test_a_lost_multiple_is_seen(last, value, lost):
    assert lost_multiple(last, value) == lost


def test_large_changes_are_said_in_words():
    assert change_in_words("104万", "120").startswith("比去年减少 103.988万")


def test_a_lost_multiple_is_asked_once(qtbot):
    popup = ValuePopup(None)
    qtbot.addWidget(popup)
    entry = Entry(id="e1", thing="投资", unit="元", last="104万")
    popup.ask(entry, QPoint(0, 0))
    popup.value.setText("120")
    given = []
    popup.given.connect(lambda _entry, value: given.append(value))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert given == []
    assert "120万" in popup._change.text()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert given == ["120"]


def test_same_as_last_year_goes_on_to_the_next(qtbot):
    popup = ValuePopup(None)
    qtbot.addWidget(popup)
    popup.ask(Entry(id="e1", thing="会议", unit="次", last="4"), QPoint(0, 0))
    with qtbot.waitSignal(popup.next_wanted):
        popup._keep.click()
