"""The page 识别 as a clerk uses it: kinds changed, lines put back and taken off, all undoable."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

PAGE = """首页 > 政务公开 > 法治政府
云岭县青禾镇2025年法治政府建设工作报告
发布时间：2026-01-20 来源：青禾镇 浏览次数：88
2025年，青禾镇坚持以习近平法治思想为指导，推进依法行政，现将有关情况报告如下：
一、工作情况
（一）化解矛盾纠纷。全年排查矛盾纠纷286件，化解281件，组织普法宣传12场次。
（二）规范行政执法。办理行政执法案件15件，邀请法律顾问审查合同23份。
二、努力的几个方面
一是普法宣传针对性不强。二是行政执法人员少。
三、有关安排
计划开展普法宣传20场次，培训执法人员30人次。
青禾镇人民政府
2026年1月15日
上一篇：青禾镇2025年预算公开
"""


@pytest.fixture
def page(window, qtbot, tmp_path):
    """The page with a saved web page's text recognised."""
    (tmp_path / "去年.txt").write_text(PAGE, encoding="utf-8")
    window.open_path(tmp_path / "去年.txt")
    made = window.page("recognise")
    qtbot.waitUntil(lambda: made.report is not None, timeout=20000)
    return made


def corrected(qtbot, page, do):
    with qtbot.waitSignal(page.reading.corrected, timeout=20000):
        do()
    return page.report


def go_to(page, words):
    """The row of the section that begins with these words."""
    key = f"section:{page.report.text.index(words)}"
    page.tree.setCurrentIndex(page.tree.nodes.find(key))


def typed(field, words):
    """As an input method enters them."""
    field.setText(words)
    field.textEdited.emit(words)


def put_caret(page, words):
    cursor = page.original.document().find(words)
    assert not cursor.isNull(), words
    cursor.clearSelection()
    page.original.setTextCursor(cursor)


def section_of(report, words):
    at = report.text.index(words)
    return next(s for s in report.sections if s.start == at)


def test_kind_is_changed_in_the_list_and_taken_back(page, window, qtbot):
    go_to(page, "二、努力")
    box = page.view.kinds.first
    box.setCurrentIndex(box.findData("shortcomings"))
    report = corrected(qtbot, page, lambda: box.activated.emit(box.currentIndex()))
    assert section_of(report, "二、努力").kinds == ("shortcomings",)
    assert page.view.kinds.first.currentText() == "存在不足"
    before = corrected(qtbot, page, lambda: window._go_back("undo"))
    assert section_of(before, "二、努力").kinds != ("shortcomings",)
    again = corrected(qtbot, page, lambda: window._go_back("redo"))
    assert section_of(again, "二、努力").kinds == ("shortcomings",)


def test_two_kinds_by_the_menu_and_by_the_key(page, qtbot):
    go_to(page, "二、努力")
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    menu = page.view.make_kinds_menu()
    actions = {each.text(): each for each in menu.actions()}
    report = corrected(qtbot, page, actions["存在不足"].trigger)
    first = section_of(report, "二、努力").kinds
    assert first[-1] == "shortcomings"
    menu = page.view.make_kinds_menu()
    actions = {each.text(): each for each in menu.actions()}
    assert actions["存在不足"].isChecked()
    report = corrected(qtbot, page, actions["下年安排"].trigger)
    assert section_of(report, "二、努力").kinds == ("shortcomings", "next_year_plan")


def test_kinds_reach_the_draft_that_is_begun(page, window, qtbot):
    go_to(page, "二、努力")
    give = page.view.kinds.chosen.emit
    corrected(qtbot, page, lambda: give(("shortcomings", "next_year_plan")))
    page.go.click()
    qtbot.waitUntil(lambda: window.desk.session.report is not None, timeout=20000)
    draft = window.desk.session.draft
    section = next(s for s in draft.sections if s.last_heading.startswith("努力"))
    assert section.kinds == ("shortcomings", "next_year_plan")
    assert dict(draft.last_kinds)["二、努力的几个方面#0"] == section.kinds


def test_kinds_change_in_the_open_draft_and_ctrl_z_takes_them_back(drafted, qtbot):
    drafted.show_step("recognise")
    page, session = drafted.page("recognise"), drafted.desk.session
    heading = next(s for s in session.last.sections if s.kinds == ("shortcomings",))
    page.tree.setCurrentIndex(page.tree.nodes.find(f"section:{heading.start}"))
    with qtbot.waitSignal(session.last_changed, timeout=20000):
        page.view.kinds.chosen.emit(("shortcomings", "other"))
    assert any(s.kinds == ("shortcomings", "other") for s in session.draft.sections)
    assert any(s.kinds == ("shortcomings", "other") for s in session.last.sections)
    with qtbot.waitSignal(session.last_changed, timeout=20000):
        drafted._go_back("undo")
    assert all(s.kinds != ("shortcomings", "other") for s in session.draft.sections)
    assert all(s.kinds != ("shortcomings", "other") for s in session.last.sections)


def test_grey_line_is_put_back_by_the_button_and_the_tree_follows(page, qtbot):
    put_caret(page, "浏览次数")
    assert page.view._act.text() == "这是正文，放回去"
    report = corrected(qtbot, page, page.view._act.click)
    assert "浏览次数" in report.text
    assert len(page.report.removed) == 2
    assert page.view.tabs.tabText(2) == "去掉 2"
    assert page.view._act.text() == "这不是报告，去掉"
    assert "浏览次数" in page.original.textCursor().block().text()


def test_lines_are_taken_off_by_the_key_and_put_back_from_the_list(page, qtbot):
    put_caret(page, "（二）规范行政执法")
    report = corrected(qtbot, page, lambda: qtbot.keyClick(page.original, Qt.Key.Key_Delete))
    assert "规范行政执法" not in report.text
    assert page.tree.nodes.find(f"heading:{report.text.find('（二）')}").row() <= 0
    removed = page.view.removed
    page.view.tabs.setCurrentIndex(2)
    at = next(n for n in range(removed.list.count()) if "规范" in removed.list.item(n).text())
    removed.list.setCurrentRow(at)
    assert "规范行政执法" in page.original.textCursor().block().text()
    report = corrected(qtbot, page, removed.back.click)
    assert "规范行政执法" in report.text


def test_several_lines_are_chosen_at_once(page, qtbot):
    put_caret(page, "（一）化解")
    cursor = page.original.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    page.original.setTextCursor(cursor)
    menu = page.view.make_text_menu()
    off = next(each for each in menu.actions() if each.text() == "这不是报告，去掉")
    report = corrected(qtbot, page, off.trigger)
    assert "化解矛盾" not in report.text
    assert "规范行政执法" not in report.text


def test_taking_off_everything_is_refused_with_a_sentence(page, window, qtbot):
    page.original.selectAll()
    with qtbot.waitSignal(page.reading.refused, timeout=20000):
        page.original.off_wanted.emit()
    assert "没有改" in window.notice.text
    assert "化解矛盾" in page.report.text


def test_tree_and_text_follow_each_other(page, qtbot):
    put_caret(page, "培训执法人员")
    node = page.tree.nodes.node(page.tree.currentIndex())
    assert node.text == "三、有关安排"
    go_to(page, "一、工作")
    assert page.original.textCursor().block().text().startswith("一、工作")


def test_figure_is_told_in_place_and_in_the_list(page, qtbot):
    figures = page.view.figures
    at = next(n for n in range(figures.count()) if figures.item(n).text().startswith("286件"))
    figures.setCurrentRow(at)
    assert page.original.textCursor().block().text().startswith("（一）化解")
    place = page.original.document().find("286件")
    place.setPosition(place.selectionStart() + 1)
    page.original.setTextCursor(place)
    point = page.original.cursorRect(place).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, page.original.mapToGlobal(QPoint(0, 0)))
    page.original.viewportEvent(event)
    assert "数的是：矛盾纠纷" in QToolTip.text()
    assert "性质：成果" in QToolTip.text()
    assert figures.currentRow() == at


def test_year_is_corrected_and_the_reason_is_shown(page, qtbot):
    assert page.facts._why.text() == "标题写明“2025年”。"
    assert page.facts.year.value() == 2026
    report = corrected(qtbot, page, lambda: page.facts.last_year.setValue(2024))
    assert (report.year, report.year_reason) == (2024, "您改的。")
    assert page.facts.year.value() == 2025
    page.facts.year.setValue(2024)
    assert not page.facts._late.isHidden()


def test_unit_is_corrected_or_renamed(page, qtbot):
    field = page.facts.organisation
    assert page.facts._where.text() == "标题里写着。"
    typed(field, "青禾镇")
    assert page.facts._where.text() == "按您改的认。"
    typed(field, "白石镇人民政府")
    assert page.facts._where.text() == "文中的“青禾镇”会换成它。"
    page.begin()
    session = page._desk.session
    qtbot.waitUntil(lambda: session.draft is not None, timeout=20000)
    assert session.draft.organisation == "白石镇人民政府"
    assert "白石镇" in session.draft.title


def test_corrections_survive_reopening(page, window, qtbot):
    go_to(page, "二、努力")
    corrected(qtbot, page, lambda: page.view.kinds.chosen.emit(("shortcomings",)))
    put_caret(page, "浏览次数")
    corrected(qtbot, page, page.view._act.click)
    page.go.click()
    qtbot.waitUntil(lambda: window.desk.session.report is not None, timeout=20000)
    path = window.desk.keeper.path
    window.desk.keeper.close()
    with qtbot.waitSignal(window.desk.session.last_changed, timeout=20000):
        window.desk.keeper.open(path)
    last = window.desk.session.last
    assert section_of(last, "二、努力").kinds == ("shortcomings",)
    assert "浏览次数" in last.text
    assert last.year_reason == "标题写明“2025年”。"


def test_what_was_typed_stays_when_a_line_goes(page, qtbot):
    typed(page.facts.organisation, "青禾镇人民政府办公室")
    page.facts.year.setValue(2027)
    put_caret(page, "（二）规范行政执法")
    corrected(qtbot, page, page.view._act.click)
    assert page.facts.unit == "青禾镇人民政府办公室"
    assert page.facts.year.value() == 2027
