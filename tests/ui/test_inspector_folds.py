"""In a narrow window the inspector is called by a button or F8, and takes the tree's place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lawdraft.ui.geometry import restore_geometry, store_geometry

NARROW = (820, 500)


@pytest.fixture
def narrow(drafted, qtbot):
    drafted.resize(*NARROW)
    fill = drafted.page("fill")
    qtbot.waitUntil(lambda: not fill.inspector.isVisible(), timeout=5000)
    drafted.activateWindow()
    return drafted


def test_a_strip_with_the_names_of_the_pages_stands_there_instead(narrow):
    fill = narrow.page("fill")
    names = [each.accessibleName().split(" ")[0] for each in fill.folded.buttons]

    assert fill.folded.isVisible()
    assert names == ["对照：去年", "对照：预览", "对照：核查"]


def test_f8_calls_it_and_sends_it_away(narrow):
    fill = narrow.page("fill")
    assert QTest.qWaitForWindowActive(narrow, 5000)
    QTest.keyClick(narrow, Qt.Key.Key_F8)
    assert fill.inspector.isVisible()
    assert not fill.tree.isVisible()
    QTest.keyClick(narrow, Qt.Key.Key_F8)

    assert not fill.inspector.isVisible()
    assert fill.tree.isVisible()


def test_a_button_calls_its_page(narrow):
    fill = narrow.page("fill")
    fill.folded.buttons[1].click()

    assert fill.inspector.isVisible()
    assert fill.inspector.currentWidget() is fill.inspector.pages


def test_a_finding_is_read_also_there(narrow, qtbot):
    qtbot.waitUntil(lambda: narrow.desk.session.findings != (), timeout=20000)
    narrow._next_finding(1)

    assert narrow.page("fill").inspector.findings.isVisible()


def test_nothing_of_a_card_is_cut(narrow):
    fill = narrow.page("fill")
    fill.folded.buttons[0].click()
    card = next(c for c in narrow.desk.session.draft.cards if c.marker)
    narrow.desk.card_wanted.emit(card.id, 0, 0)
    QTest.qWait(50)
    view = fill.section.view(card.id)
    right = view._more.mapTo(view, QPoint(view._more.width(), 0)).x()

    assert right <= view.width() <= fill.section._area.viewport().width()


def test_another_part_shows_its_own_last_year(drafted):
    fill, draft = drafted.page("fill"), drafted.desk.session.draft
    section = next(s for s in draft.sections[2:] if s.topics and s.topics[0].cards)
    fill.tree.chosen.emit(section.id)

    assert fill.inspector.card == section.topics[0].cards[0].id


def test_the_whole_screen_stays_the_whole_screen_at_another_scaling(drafted):
    stored = store_geometry(drafted)
    restore_geometry(drafted, "bad" + stored + "+")

    assert drafted.isMaximized()


def test_a_topic_of_another_section_comes_to_the_top(drafted, qtbot):
    fill, draft = drafted.page("fill"), drafted.desk.session.draft
    section = next(s for s in draft.sections if len(s.topics) > 2 and s.topics[1].heading)
    fill.show_place(draft.sections[0].id)
    fill.tree.chosen.emit(section.topics[1].id)
    field, area = fill.section._topics[section.topics[1].id], fill.section._area

    qtbot.waitUntil(lambda: 0 <= field.mapTo(area, QPoint()).y() < 60, timeout=2000)
