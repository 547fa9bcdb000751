"""Findings mended in the window: all of a kind as one step of undo, and the other place shown."""

from dataclasses import replace

from lawdraft.model import editing
from lawdraft.model.finding import Finding
from lawdraft.ui.anchors import places
from lawdraft.ui.widgets.findings_list import mend_all

FAULTY = "运用法制思维、法制方式、法制宣传、法制教育推动工作。"
MENDED = FAULTY.replace("法制", "法治")


def with_habit(drafted, qtbot):
    """A card with one habit in the open draft, checked: its id and the finding."""
    session = drafted.desk.session
    card = next(card for card in session.draft.cards if len(card.text) > 30)
    changed = editing.change_card(session.draft, card.id, lambda each: replace(each, text=FAULTY))
    session.apply(changed, "试")
    rules = lambda: [f for f in session.findings if f.rule == "wrong-term" and f.similar == 3]  # noqa: E731
    qtbot.waitUntil(lambda: bool(rules()), timeout=20000)
    return card.id, rules()[0]


def test_a_habit_is_mended_and_undone_at_once(drafted, qtbot):
    session = drafted.desk.session
    card, habit = with_habit(drafted, qtbot)

    assert mend_all(drafted.desk, places(habit), "同类都改") == 4
    assert session.draft.card(card).text == MENDED

    session.undo()
    assert session.draft.card(card).text == FAULTY


def test_the_list_offers_to_mend_the_whole_habit(drafted, qtbot):
    _card, habit = with_habit(drafted, qtbot)
    drafted.show_step("check")
    shown = drafted.page("check").findings
    row = shown.model.row_of(habit)
    shown.list.setCurrentIndex(shown.model.index(row))

    assert shown._all.text() == "同类 4 处都改"


def test_the_other_place_is_a_click_away(drafted, qtbot):
    card, habit = with_habit(drafted, qtbot)
    other = Finding("sum-mismatch", "error", "不符。", "", habit.start, habit.end, other=habit.more[0][:2])  # fmt: skip
    drafted.desk.session.take_findings((other,), None)
    drafted.show_step("check")
    shown = drafted.page("check").findings
    shown.list.setCurrentIndex(shown.model.index(0))

    with qtbot.waitSignal(drafted.desk.card_wanted) as wanted:
        shown._other.click()
    assert wanted.args == [card, FAULTY.index("法制", 3), FAULTY.index("法制", 3) + 2]
