"""预览: the public version with its marks, by mouse and by keyboard, and the way to the text."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from lawdraft.model import editing
from lawdraft.model.omission import places_put

WORDS = "村民王小明反映问题，电话13800001234。全年发生进京上访2起，均已化解。群众十分满意。"


@pytest.fixture
def preview(drafted, qtbot):
    session = drafted.desk.session
    card = list(session.draft.cards)[3]
    session.apply(editing.set_card_text(session.draft, card.id, WORDS), "写")
    qtbot.waitUntil(lambda: "13800001234" in session.report.text, timeout=100000)
    drafted.desk.card = card.id
    drafted.show_step("preview")
    return drafted.page("preview")


def printed(page):
    pages = page.view._pages
    return "".join(x.text for each in pages.pages for x in each.lines) if pages else ""


def make_public(page, qtbot):
    page.version.buttons["public"].click()
    qtbot.waitUntil(lambda: "138****1234" in printed(page), timeout=100000)


def test_the_public_pages_are_shown_with_every_omission_marked(drafted, preview, qtbot):
    assert "13800001234" in printed(preview)
    make_public(preview, qtbot)
    assert "进京上访" not in printed(preview)
    shown = drafted.desk.public.shown
    assert [each[:2] for each in preview.view._omitted] == list(places_put(shown.omissions))
    assert all(
        one.why in words
        for one, (*_, words) in zip(shown.omissions, preview.view._omitted, strict=True)
    )
    assert preview._panel.isVisible()
    preview.version.buttons["whole"].click()
    assert "13800001234" in printed(preview)
    assert preview.view._omitted == ()


def test_an_omission_is_gone_to_and_brought_back(drafted, preview, qtbot):
    make_public(preview, qtbot)
    listed = preview.omissions.list
    phone = next(i for i in range(listed.count()) if "手机号" in listed.item(i).text())
    listed.setCurrentRow(phone)
    start, end = preview.view._mark
    assert end > start >= 0
    listed.item(phone).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "13800001234" in printed(preview), timeout=100000)
    assert "进京上访" not in printed(preview)
    drafted.desk.session.undo()
    qtbot.waitUntil(lambda: "138****1234" in printed(preview), timeout=100000)


def test_what_is_left_out_is_told_under_the_mouse(preview, qtbot):
    from lawdraft.ui.painting import span_rects

    make_public(preview, qtbot)
    view = preview.view
    start, end, _words = next(each for each in view._omitted if "13800001234" in each[2])
    view.mark(start, end)
    for index, page in enumerate(view._pages.pages):
        for rect in span_rects(page, start, end):
            top = view._top(index) - view.verticalScrollBar().value()
            middle = rect.center() * view.zoom
            at = QPointF(view._left(page) + middle.x(), top + middle.y())
            assert "13800001234 → 138****1234" in view._omitted_at(at)
            assert view._omitted_at(at + QPointF(0, 300)) == ""


def test_a_click_into_the_public_page_leads_to_the_same_words(drafted, preview, qtbot):
    make_public(preview, qtbot)
    report, wanted = drafted.desk.session.report, []
    drafted.desk.card_wanted.connect(lambda *place: wanted.append(place))
    shown = drafted.desk.public.shown
    from lawdraft.model.omission import place_in_public

    place = report.text.index("群众十分满意")
    preview._on_clicked(place_in_public(shown.omissions, place) + 1)
    assert wanted[0][0] == drafted.desk.card
    assert WORDS[wanted[0][1] :].startswith("众十分满意")


def test_the_page_is_walked_and_left_by_keyboard_alone(drafted, preview, qtbot):
    view, card, wanted = preview.view, drafted.desk.card, []
    drafted.desk.card_wanted.connect(lambda *place: wanted.append(place))
    assert view.hasFocus() or preview.focusProxy() is view
    before = view._walked
    assert before >= 0  # at the card one came from
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert drafted.step == "fill"
    assert wanted[0] == (card, 0, 0)
    drafted.show_step("preview")
    assert view._walked == before
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view._walked > before
    assert view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view._walked <= before  # the line that the card begins in


@pytest.mark.parametrize("words", ["年法治政府建设年度报告", "云岭县人民政府", "青禾镇人民政府\n"])
def test_title_addressee_and_signature_lead_to_their_page(drafted, preview, words):
    wanted = []
    drafted.desk.place_wanted.connect(wanted.append)
    text = drafted.desk.session.report.text
    preview._on_clicked((text.rindex if words.endswith("\n") else text.index)(words))
    assert wanted == ["basics"]


def test_wheel_and_keys_change_the_size_and_it_is_told(preview, qtbot):
    view = preview.view
    preview._choose("100%")
    at = QPointF(200, 300)
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    view.wheelEvent(wheel)
    assert preview._size.placeholderText() == "110%"
    assert preview._size.currentIndex() == -1
    preview._full_size()
    assert preview._size.currentText() == "100%"
    assert view.zoom == pytest.approx(96 / 72)


def test_the_whole_page_stays_whole_when_the_window_changes(drafted, preview, qtbot):
    preview._choose("整页")
    drafted.resize(1366, 600)
    view = preview.view
    qtbot.waitUntil(lambda: view.zoom * 842 <= view.viewport().height(), timeout=10000)
