"""What is told moves nothing, and the keys reach it."""

import pytest
from PySide6.QtCore import QPoint, Qt

LONG = "草稿存不到“U 盘”了，先存在这台电脑上；插回 U 盘后会自动接上，写好的内容都在。" * 3


def top_of(widget, window):
    return widget.mapTo(window, QPoint(0, 0)).y()


@pytest.mark.parametrize("size", ["standard", "largest"])
def test_a_sentence_moves_nothing_under_the_typing_hand(qtbot, drafted, size):
    drafted.desk.look.choose(dark=False, size=size)
    drafted.resize(911, 512)
    drafted.show()
    qtbot.waitExposed(drafted)
    field = drafted.page("fill")
    before = top_of(field, drafted), field.height()

    drafted.desk.tell(LONG, "bad")
    qtbot.wait(50)

    assert (top_of(field, drafted), field.height()) == before
    assert drafted.notice.isVisible()
    assert drafted.notice.height() >= drafted.topbar.height()
    assert drafted.notice.height() >= drafted.notice.heightForWidth(drafted.notice.width())


def test_f6_puts_it_away_and_leaves_the_caret(qtbot, drafted):
    drafted.show()
    qtbot.waitExposed(drafted)
    held = drafted.focusWidget()
    drafted.desk.tell("请看一看。")
    assert not drafted.topbar.isEnabled()

    qtbot.keyClick(drafted.focusWidget(), Qt.Key.Key_F6)

    assert drafted.notice.isHidden()
    assert drafted.topbar.isEnabled()
    assert drafted.focusWidget() is held


def test_without_a_bar_it_keeps_its_own_place(qtbot, window):
    window.show()
    qtbot.waitExposed(window)
    window.desk.tell("没有读出文字，请换一份。", "bad")
    qtbot.wait(50)
    assert top_of(window.stack, window) >= window.notice.height() > 0

    window.notice.hide()
    qtbot.wait(50)
    assert top_of(window.stack, window) == 0
