"""The ledger never scrolls sideways: what has no column stands below the table."""

import pytest
from PySide6.QtCore import Qt

from lawdraft.ui.models.ledger import NOTE, PUBLIC, SUPPLIER, VALUE


@pytest.fixture
def ledger(drafted, qtbot):
    drafted.desk.look.choose(dark=False, size="largest")
    drafted.resize(911, 512)
    drafted.show()
    drafted.desk.place_wanted.emit("ledger")
    page = drafted.page("fill").ledger
    qtbot.waitUntil(lambda: page.rest.isVisible(), timeout=5000)
    return page


def test_a_narrow_ledger_does_not_scroll_sideways(ledger, qtbot):
    qtbot.wait(50)
    assert ledger.table.horizontalScrollBar().maximum() == 0
    assert all(ledger.table.isColumnHidden(at) for at in (SUPPLIER, NOTE, PUBLIC))
    assert not ledger.table.isColumnHidden(VALUE)


def test_the_line_below_changes_the_chosen_figure(ledger, drafted, qtbot):
    ledger.table.setCurrentIndex(ledger.model.index(1, VALUE))
    entry = ledger.model.entry(1).id

    ledger.rest.fields["supplier"].insert("综治办")
    qtbot.keyClick(ledger.rest.fields["supplier"], Qt.Key.Key_Return)
    ledger.rest.public.click()

    changed = drafted.desk.session.entries[entry]
    assert (changed.supplier, changed.public) == ("综治办", False)


def test_another_row_shows_its_own_words(ledger, drafted):
    entry = ledger.model.entry(0)
    ledger._edit(entry.id, "note", "全年")
    ledger.table.setCurrentIndex(ledger.model.index(0, VALUE))
    assert ledger.rest.fields["note"].text() == "全年"
    ledger.table.setCurrentIndex(ledger.model.index(1, VALUE))
    assert ledger.rest.fields["note"].text() == ""


def test_with_room_the_columns_are_back(ledger, drafted, qtbot):
    drafted.desk.look.choose(dark=False, size="standard")
    drafted.resize(1366, 740)
    qtbot.waitUntil(lambda: not ledger.rest.isVisible(), timeout=5000)
    assert not ledger.table.isColumnHidden(NOTE)
