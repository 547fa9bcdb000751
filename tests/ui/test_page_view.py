"""The page preview: where clicks lead, what is painted again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lawdraft import flow
from lawdraft.ui.widgets.page_view import PageView


@pytest.fixture
def shown(window, qtbot, kit, sample):
    report = flow.outline_file(sample.last_report, kit)
    view = PageView(window.desk.look)
    qtbot.addWidget(view)
    view.resize(640, 900)
    view.show_pages(flow.lay_out(report, kit))
    view.show()
    return view, report


def test_a_click_tells_the_place_in_the_text(shown, qtbot):
    view, _report = shown
    line = next(each for each in view._pages.pages[0].lines if "定期研究" in each.text)
    run = line.runs[0]
    page = view._pages.pages[0]
    x = view._left(page) + (line.x + run.x + run.width / 2) * view.zoom
    y = view._top(0) + (line.y - 5) * view.zoom
    with qtbot.waitSignal(view.clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    assert line.start <= clicked.args[0] <= line.end


def test_marking_scrolls_to_the_page(shown):
    view, report = shown
    view.mark(len(report.text) - 5, len(report.text))

    assert view.verticalScrollBar().value() > 0


def test_unchanged_pages_are_not_painted_again(shown, qtbot):
    view, _report = shown
    view.grab()
    before = dict(view._painted)
    view.show_pages(view._pages)
    view.grab()

    assert before
    assert all(view._painted[number][2] is kept[2] for number, kept in before.items())


def test_zoom_stays_in_bounds_and_returns_to_the_width(shown):
    view, _report = shown
    fitted = view.zoom
    view.set_zoom(99)
    assert view.zoom == 3.0
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom < 3.0
    view.set_zoom(0)
    assert view.zoom == fitted


def test_two_pages_stand_side_by_side_where_there_is_room(shown, qtbot):
    view, _report = shown
    view.resize(1800, 900)
    view.set_zoom(96 / 72)
    first, second, third = view._pages.pages[:3]
    assert view._top(0) == view._top(1) < view._top(2)
    assert view._left(first) == view._left(third) < view._left(second)

    line = next(each for each in second.lines if each.start >= 0)
    x = view._left(second) + (line.x + line.runs[0].x + 5) * view.zoom
    y = view._top(1) + (line.y - 5) * view.zoom
    with qtbot.waitSignal(view.clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert line.start <= clicked.args[0] <= line.end


def test_a_changed_page_is_painted_a_moment_later(shown, qtbot, kit):
    from dataclasses import replace

    view, report = shown
    view.grab()
    old = view._painted[1][2]
    changed = flow.lay_out(replace(report, text=report.text.replace("定期", "按季")), kit)
    view.show_pages(changed)
    view.grab()
    assert view._painted[1][2] is old

    qtbot.waitUntil(lambda: view._painted[1][1] == changed.pages[0], timeout=3000)
