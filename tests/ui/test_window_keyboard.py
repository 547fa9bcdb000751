"""Everything by keyboard alone, and names for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

FIELDS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit)


def active(window):
    """Shortcuts and focus need the active window, also offscreen."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 5000)


def shown_fields(window):
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, FIELDS)
        and each.isVisibleTo(window)
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parent(), (QComboBox, QAbstractSpinBox, QAbstractItemView))
    ]


def name_of(widget):
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words or widget.toolTip()


@pytest.mark.parametrize("step", ["import", "recognise", "fill", "preview", "check", "export"])
def test_every_field_has_a_name(drafted, step):
    drafted.show_step(step)
    if step == "fill":
        places = ("basics", "ledger", "collect", "promises", "duties", "diary", "rounds", "s1")
        for place in places:
            drafted.page("fill").show_place(place)
            assert [w for w in shown_fields(drafted) if not name_of(w)] == [], place

    assert [w for w in shown_fields(drafted) if not name_of(w)] == []


def test_steps_by_alt_and_digit(drafted, qtbot):
    active(drafted)
    for key, step in ((Qt.Key.Key_4, "preview"), (Qt.Key.Key_6, "export"), (Qt.Key.Key_3, "fill")):
        QTest.keyClick(drafted, key, Qt.KeyboardModifier.AltModifier)
        assert drafted.step == step


def test_ctrl_z_inside_a_field_undoes_the_draft(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    first = session.draft
    card = next(iter(first.cards))
    active(drafted)
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    text = fill.section.view(card.id).text
    text.setFocus()
    text.insertPlainText("今年")
    assert session.draft != first

    QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.draft == first
    assert text.raw == card.text
    QTest.keyClick(text, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.draft.card(card.id).text.startswith("今年")


def test_tab_goes_from_text_to_its_decisions(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    card = next(iter(session.draft.cards))
    active(drafted)
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    view = fill.section.view(card.id)
    for _ in range(6):
        if any(each.hasFocus() for each in view.choice.buttons.values()):
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for decision in ("undecided", "drop", "rewrite", "numbers"):
        assert view.choice.buttons[decision].hasFocus()
        QTest.keyClick(view.choice.buttons[decision], Qt.Key.Key_Left)
    assert session.draft.card(card.id).decision == "undecided"

    QTest.keyClick(view.choice.buttons["keep"], Qt.Key.Key_Space)
    assert session.draft.card(card.id).decision == "keep"


def test_figures_one_after_the_other_by_f2_and_enter(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    card = next(c for c in session.draft.cards if c.text.count("⟦") >= 2)
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    view, popup = fill.section.view(card.id), fill.section.figures.popup
    QTest.keyClick(view.text, Qt.Key.Key_F2)
    for value in ("11", "22"):
        assert popup.isVisible()
        popup.value.setText(value)
        QTest.keyClick(popup.value, Qt.Key.Key_Return)
    popup.hide()

    values = {e.id: e.value for e in session.draft.ledger}
    from lawdraft.model.editing import slots_of

    assert [values[slot] for slot in slots_of(card.text)[:2]] == ["11", "22"]


def test_figures_in_the_table_by_typing_and_enter(drafted, qtbot):
    from lawdraft.ui.models.ledger import VALUE

    fill = drafted.page("fill")
    fill.show_place("ledger")
    table = fill.ledger.table
    table.setFocus()
    table.setCurrentIndex(fill.ledger.model.index(0, VALUE))
    QTest.keyClick(table, Qt.Key.Key_8)
    QTest.keyClick(table.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: drafted.desk.session.draft.ledger[0].value == "8", timeout=3000)

    qtbot.waitUntil(lambda: table.currentIndex().row() == 1, timeout=3000)


def test_enter_makes_a_new_card_with_the_words_behind_the_caret(drafted):
    session, fill = drafted.desk.session, drafted.page("fill")
    card = next(c for c in session.draft.cards if c.marker and len(c.text) > 10)
    drafted.desk.card_wanted.emit(card.id, 5, 5)
    QTest.keyClick(fill.section.view(card.id).text, Qt.Key.Key_Return)
    cards = list(session.draft.cards)
    new = cards[[c.id for c in cards].index(card.id) + 1]

    assert session.draft.card(card.id).text + new.text == card.text
    assert new.marker == card.marker


def test_enter_before_the_first_word_makes_an_empty_card_above(drafted):
    session, fill = drafted.desk.session, drafted.page("fill")
    card = next(c for c in session.draft.cards if c.marker and len(c.text) > 10)
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    QTest.keyClick(fill.section.view(card.id).text, Qt.Key.Key_Return)
    cards = list(session.draft.cards)
    above = cards[[c.id for c in cards].index(card.id) - 1]

    assert session.draft.card(card.id).text == card.text
    assert session.draft.card(card.id).decision == card.decision
    assert above.text == ""


def test_size_and_colours_change_everywhere(drafted, qtbot):
    from lawdraft.ui.dialogs.look import apply, make_menu

    desk = drafted.desk
    names = [action.text() for action in make_menu(drafted, desk).findChildren(QAction)]
    assert {"标准", "大", "特大", "浅色", "深色"} <= set(names)
    apply(desk, "size", "largest")
    apply(desk, "theme", "dark")
    assert desk.look.dark
    assert drafted.rail.width() > 100
    desk.preferences.store()
    apply(desk, "size", "standard")
    apply(desk, "theme", "light")


def test_a_figure_is_kept_by_a_click_elsewhere_and_not_by_escape(drafted):
    from lawdraft.model.editing import slots_of

    session, fill = drafted.desk.session, drafted.page("fill")
    card = next(c for c in session.draft.cards if c.text.count("⟦") >= 2)
    first, second = slots_of(card.text)[:2]
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    popup = fill.section.figures.popup
    fill.section._show_slot(card.id, first)
    popup.value.setText("11")
    popup.hide()  # what a click elsewhere does
    fill.section._show_slot(card.id, second)
    popup.value.setText("22")
    QTest.keyClick(popup.value, Qt.Key.Key_Escape)

    values = {e.id: e.value for e in session.draft.ledger}
    assert (values[first], values[second]) == ("11", None)
    assert not popup.isVisible()
