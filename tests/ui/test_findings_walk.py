"""F7 goes on from where one is, also when what one was at is mended or called no problem."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex

from lawdraft.model import editing
from lawdraft.model.finding import RULE_NAMES, Finding
from lawdraft.ui.desk import place_of
from lawdraft.ui.models.readiness import readiness
from lawdraft.ui.models.reasons import REASONS, why_told
from lawdraft.ui.steps.check import _mechanical
from lawdraft.ui.widgets.findings_list import FindingsList

ALIKE = [
    Finding("typo", "warning", "布署像是笔误。", "布署", at, at + 2, "部署") for at in (10, 90)
]
BETWEEN = [Finding("stale-year", "warning", f"这里还是{y}年。", f"{y}年", at, at + 5)
           for y, at in ((2023, 40), (2022, 60))]  # fmt: skip
ALL = (ALIKE[0], *BETWEEN, ALIKE[1])


@pytest.fixture
def listed(drafted, qtbot):
    made = FindingsList(drafted.desk)
    qtbot.addWidget(made)
    made.show_findings(ALL, none="")
    return made


def test_what_is_mended_is_left_behind(listed):
    assert listed.step(1) == ALL[0]
    listed._let_go()
    listed.show_findings(ALL[1:], none="")
    assert listed.model.finding(listed.list.currentIndex()) is None
    assert listed.step(1) == ALL[1]


def test_one_that_vanishes_while_one_types_is_gone_on_from(listed):
    for _ in range(3):
        listed.step(1)
    listed.show_findings((ALL[0], ALL[1], ALL[3]), none="")
    assert listed.step(1) == ALL[3]


def test_back_from_a_mended_one_goes_to_the_one_before(listed):
    listed.step(1)
    listed.step(1)
    listed._let_go()
    listed.show_findings((ALL[0], ALL[2], ALL[3]), none="")
    assert listed.step(-1) == ALL[0]


def test_of_two_alike_the_nearer_one_stays_chosen(listed):
    listed.step(-1)
    moved = tuple(replace(f, start=f.start + 3, end=f.end + 3) for f in ALL)
    listed.show_findings(moved, none="")
    assert listed.list.currentIndex().row() == 3


def test_a_click_on_the_check_page_shows_the_finding_beside_the_words(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    drafted.show()
    card = next(c for c in session.draft.cards if c.text and c.decision != "drop")
    text = f"{card.text}统一布署，扎实推进。"
    session.edit(editing.set_card_text, card.id, text, what="改文字")
    qtbot.waitUntil(lambda: any(f.excerpt == "布署" for f in session.findings), timeout=20000)
    fill.inspector.setCurrentWidget(fill.inspector.last)
    drafted.show_step("check")
    page = drafted.page("check").findings
    row = next(n for n, f in enumerate(page.model.findings) if f.excerpt == "布署")

    page.list.setCurrentIndex(page.model.index(row))
    page.list.opened.emit(page.list.currentIndex())

    shown = fill.inspector.findings
    assert drafted.step == "fill"
    assert fill.inspector.currentWidget() is shown
    assert shown.model.finding(shown.list.currentIndex()).excerpt == "布署"


def test_last_years_words_are_one_click_away(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    drafted.show()
    qtbot.waitUntil(lambda: session.checked, timeout=20000)
    span = next(s for s in session.spans if session.draft.card(s.card).last)
    told = Finding("unchanged-figure", "warning", "与去年相同。", "", span.start, span.start + 2)
    findings = fill.inspector.findings
    findings.show_findings((told,), none="")
    findings.list.setCurrentIndex(QModelIndex())
    findings.step(1)
    assert not findings._last.isHidden()

    findings._last.click()

    assert fill.inspector.currentWidget() is fill.inspector.last
    assert fill.inspector.card == span.card


def test_fixing_all_at_once_leaves_years_and_places_to_the_clerk():
    year = replace(BETWEEN[0], suggestion="2026年")
    town = Finding("foreign-place", "warning", "红岭镇像是别处的。", "红岭镇", 70, 73, "松坪镇")
    assert _mechanical((year, town, *ALIKE)) == [(10, 12, "部署"), (90, 92, "部署")]


def test_what_is_undecided_is_gone_to_by_its_card(drafted, qtbot):
    drafted.show()
    drafted.show_step("check")
    undecided = next(c for c in drafted.desk.session.draft.cards if c.decision == "undecided")
    page = drafted.page("check")
    item = next(i for i in readiness(drafted.desk.session.draft, ()) if "没定怎么写" in i.text)

    page._on_item(item)

    assert drafted.desk.card == undecided.id


@pytest.mark.parametrize(
    ("rule", "message", "kind"),
    [
        ("missing-section", "缺少“存在的不足和原因”部分。", "shortcomings"),
        ("missing-section", "缺少“下一年度主要安排”部分。", "next_year_plan"),
        (
            "missing-section",
            "没有单独写“党政主要负责人履行……职责情况”。",
            "first_responsible_person",
        ),
        ("length", "篇幅偏长。", "achievements"),
    ],
)
def test_a_missing_part_is_gone_to(drafted, rule, message, kind):
    place = place_of(Finding(rule, "error", message), drafted.desk.session)
    part = next(s for s in drafted.desk.session.draft.sections if s.id == place)
    assert kind in part.kinds


def test_a_finding_without_a_law_still_says_why():
    assert why_told(BETWEEN[0]) == REASONS["stale-year"]
    assert why_told(replace(BETWEEN[0], why="前文：2026年")) == "前文：2026年"
    assert set(REASONS) <= set(RULE_NAMES)


def test_before_the_first_check_f7_says_that_one_waits(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    qtbot.waitUntil(lambda: session.checked, timeout=20000)
    session.checked, session.all_findings = False, ()
    fill.inspector._show_findings()

    fill.next_finding(1)

    assert "正在核对" in drafted.notice.text


def test_the_chosen_ones_words_are_never_cut(drafted, qtbot):
    drafted.desk.look.choose(dark=False, size="largest")
    made = FindingsList(drafted.desk)
    qtbot.addWidget(made)
    made.resize(380, 390)
    made.show()
    long = replace(ALIKE[0], why="前文：" + "加强与有关部门的沟通协调，建立信息共享的机制。" * 9)
    made.show_findings((long, *BETWEEN), none="")
    made.step(1)
    qtbot.wait(50)

    assert made._why.height() >= made._why.heightForWidth(made._why.width())
    assert made._why.toolTip() == long.why


def test_only_the_finding_one_is_at_is_marked(drafted):
    drafted.show()
    section = drafted.desk.session.draft.sections[1]
    one, other = [c for t in section.topics for c in t.cards if c.text][:2]
    page = drafted.page("fill").section
    drafted.desk.card_wanted.emit(one.id, 0, 2)
    assert page.view(one.id).text.textCursor().hasSelection()

    drafted.desk.card_wanted.emit(other.id, 0, 2)

    assert not page.view(one.id).text.textCursor().hasSelection()
    assert page.view(other.id).text.textCursor().hasSelection()
