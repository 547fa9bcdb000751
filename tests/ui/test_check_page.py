"""可以上报了吗: one count for every page, what is dismissed comes back one by one."""

from lawdraft.model import editing
from lawdraft.model.draft import BLANK
from lawdraft.model.finding import Finding
from lawdraft.ui.models.findings import rows
from lawdraft.ui.models.readiness import readiness

FAULTY = "运用法制思维、法制方式、法制宣传、法制教育推动工作，全面安排布署，根据《信访条例》办理。"


def until(qtbot, what, seconds=20):
    qtbot.waitUntil(what, timeout=seconds * 1000)


def checked(drafted, qtbot):
    session = drafted.desk.session
    card = next(card for card in session.draft.cards if len(card.text) > 30)
    session.edit(editing.set_card_text, card.id, FAULTY, what="改文字")
    until(qtbot, lambda: any(f.excerpt == "布署" for f in session.findings))
    drafted.show_step("check")
    return drafted.page("check"), session, card


def choose(page, rule, words=""):
    model = page.findings.model
    row = next(n for n, f in enumerate(model.findings) if f.rule == rule and words in f.excerpt)
    page.findings.list.setCurrentIndex(model.index(row))


def test_every_page_counts_the_rows_of_the_list(drafted, qtbot):
    page, session, card = checked(drafted, qtbot)
    told = rows(session.findings)
    warnings = sum(f.level == "warning" for f in told)

    assert page.levels.buttons["warning"].text() == f"应当看 {warnings}"
    items = {item.place: item.text for item in readiness(session.draft, session.findings)}
    assert items["warnings"] == f"另有 {warnings} 处应当看"
    view = drafted.page("fill").section._cards.get(card.id)
    marks = {f for _s, _e, f in session.marks([card.id])[card.id] if f.level != "note"}
    assert view is None or view._problems.text() == f"{len(marks)} 处要看"


def test_a_habit_is_dismissed_whole_and_comes_back(drafted, qtbot):
    page, session, _card = checked(drafted, qtbot)
    choose(page, "wrong-term")
    page.findings._dismiss.click()
    until(qtbot, lambda: not any(f.rule == "wrong-term" for f in session.findings))

    choose(page, "typo", "布署")
    page.findings._dismiss.click()
    lines = [action.text() for action in page.restoring().actions()]
    assert lines[:2] == ["恢复：用词“法制”", "恢复：错别字“布署”"]
    page.restoring().actions()[0].trigger()
    until(qtbot, lambda: any(f.rule == "wrong-term" for f in session.findings))
    assert not any(f.excerpt == "布署" for f in session.findings)


def test_undo_brings_a_dismissed_finding_back(drafted, qtbot):
    page, session, _card = checked(drafted, qtbot)
    choose(page, "typo", "布署")
    page.findings._dismiss.click()
    session.undo()
    until(qtbot, lambda: any(f.excerpt == "布署" for f in session.findings))


def test_rows_that_gather_are_dismissed_with_all_they_stand_for(drafted, qtbot):
    page, session, _card = checked(drafted, qtbot)
    kept = tuple(
        Finding("copied-own", "note", "这段话与去年的报告基本相同。", words, at, at + 4)
        for at, words in ((3, "甲甲甲甲"), (9, "乙乙乙乙"))
    )
    session.take_findings(kept)
    choose(page, "copied-own")
    page.findings._on_dismiss()

    assert {key.split("|")[1] for key in session.draft.not_problems} == {"甲甲甲甲", "乙乙乙乙"}


def test_an_empty_figure_is_always_a_problem(drafted, qtbot):
    page, session, _card = checked(drafted, qtbot)
    session.take_findings((Finding("placeholder", "error", "空着。", BLANK, 0, 2),))
    page.findings.list.setCurrentIndex(page.findings.model.index(0))
    assert page.findings._dismiss.isHidden()


def test_a_copied_finding_leads_to_its_source_and_back(drafted, qtbot):
    page, session, card = checked(drafted, qtbot)
    span = next(s for s in session.spans if s.card != card.id and s.end - s.start > 60)
    one = Finding(
        "copied-own", "note", "这段话与去年的报告基本相同。", "", span.start + 30, span.end
    )
    session.take_findings((one,), session.comparison)
    page.findings.list.setCurrentIndex(page.findings.model.index(0))
    page.findings._beside.click()
    view = page._similar
    until(qtbot, lambda: view._line() is not None and view._wanted < 0)

    here = view._line().here
    assert here.start <= one.start < here.end
    assert view.sides.theirs.extraSelections()
    with qtbot.waitSignal(drafted.desk.card_wanted):
        view._edit.click()
    assert drafted.step == "fill"


def test_the_self_check_sheet_is_one_click_from_the_comparison(drafted, qtbot):
    page, _session, _card = checked(drafted, qtbot)
    page._similar._on_sheet()
    assert drafted.step == "export"
    assert drafted.page("export").kind.currentData() == "self-check"


def test_part_of_a_passage_can_be_called_a_set_phrase(drafted, qtbot):
    from lawdraft import flow

    page, session, _card = checked(drafted, qtbot)
    page.tabs.setCurrentWidget(page._similar)
    view = page._similar
    until(qtbot, lambda: view._line() is not None and view._line().there is not None)
    shares = session.comparison
    ours, line = view.sides.ours, view._line()
    cursor = ours.textCursor()
    cursor.setPosition(line.here.start + 8)
    cursor.setPosition(line.here.start + 30, cursor.MoveMode.KeepAnchor)
    ours.setTextCursor(cursor)
    assert view._phrase.text() == "选中的是固定表述"
    view._phrase.click()
    until(qtbot, lambda: session.comparison is not shares)

    assert len(flow.set_phrases(drafted.desk.kit)[0]) <= 22
    assert session.comparison.substance < shares.substance


def test_a_narrow_window_has_the_answer_as_a_tab(drafted, qtbot):
    """1366 × 768 at 150 % leaves 911 points: nothing is squeezed, nothing is lost."""
    page, _session, _card = checked(drafted, qtbot)
    assert page.tabs.count() == 2
    drafted.resize(911, 500)
    until(qtbot, lambda: page.tabs.count() == 3)
    assert page.tabs.tabText(0) == "可以上报了吗？"
    drafted.desk.passage_wanted.emit(0)
    assert page.tabs.currentWidget() is page._similar
    drafted.resize(1366, 740)
    until(qtbot, lambda: page.tabs.count() == 2)
    assert page._ready.isVisible()


def test_colours_follow_the_look(drafted, qtbot):
    page, _session, _card = checked(drafted, qtbot)
    page.tabs.setCurrentWidget(page._similar)
    view = page._similar
    until(qtbot, lambda: bool(view.sides.theirs.extraSelections()))
    drafted.desk.look.choose(dark=True, size="standard")
    (marked, *_rest) = view.sides.theirs.extraSelections()
    ground = marked.format.background().color().name().upper()
    drafted.desk.look.choose(dark=False, size="standard")
    assert ground == "#3A3018"


def test_a_check_that_crashes_is_told(drafted, qtbot, monkeypatch):
    desk = drafted.desk
    until(qtbot, lambda: desk.session.checked)
    drafted.show_step("check")
    desk.tasks.crashed.disconnect()  # meant here
    monkeypatch.setattr(desk.live._checking, "check", lambda *_args: 1 / 0)
    desk.live.refresh()
    until(qtbot, lambda: bool(desk.session.check_trouble))

    assert "没有做成" in drafted.page("check")._verdict.text()
    monkeypatch.undo()
    desk.live.refresh()
    until(qtbot, lambda: desk.session.checked)
    assert "没有做成" not in drafted.page("check")._verdict.text()
