"""The pages of 填写 beside the sections: notes, duties, sheets, promises, formulas, doubts."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.model.diary import DiaryNote
from lawdraft.model.draft import Answer
from lawdraft.model.giving import give_figure, plain_value
from lawdraft.store.notes import add_note, add_phrase, read_diary
from lawdraft.ui.anchors import reslotted
from lawdraft.ui.dialogs.diary import DiaryDialog
from lawdraft.ui.dialogs.formula import FormulaDialog
from lawdraft.ui.widgets.suggesting import suggestions, taken
from lawdraft.ui.widgets.value_popup import ValuePopup


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=20000)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("开展活动20场次了", "开展活动⟦e1⟧场次了"), ("组织活动20场次", "组织活动⟦e1⟧场次"),
     ("开展活动30场次", "开展活动30场次"), ("", "")],
)  # fmt: skip
def test_a_heading_keeps_figures_that_were_not_touched(typed, kept):
    assert reslotted("开展活动⟦e1⟧场次", {"e1": "20"}, typed) == kept


def test_notes_are_kept_and_changed_without_a_draft(window, qtbot):
    window.note_down()
    form = _form(window)
    form.text.setText("在广场开展禁毒宣传")
    form.number.setText("200")
    form.keep.click()
    form.table.selectRow(0)
    form._change.click()
    form.number.setText("300")
    form.keep.click()

    assert [note.number for note in read_diary(window.desk.kit.places)] == ["300"]
    form.table.selectRow(0)
    form._drop.click()
    assert read_diary(window.desk.kit.places) == ()


def _form(window):
    return window.findChild(DiaryDialog).form


def test_a_note_without_words_is_asked_for(window):
    window.note_down()
    _form(window).keep.click()
    assert "做了什么" in window.notice.text


def test_notes_add_up_for_the_ledger(drafted, kit):
    session, page = drafted.desk.session, drafted.page("fill").diary
    entry = next(
        e for e in session.draft.ledger if e.role == "result" and e.unit == "件" and not e.value
    )
    year = session.draft.year
    for month in (3, 6):
        add_note(kit.places, DiaryNote(dt.date(year, month, 1), entry.thing, "", "4", "件"))
    drafted.page("fill").show_place("diary")
    [found] = [
        s for s in flow.note_sums(session.draft, read_diary(kit.places)) if s.entry == entry.id
    ]
    page.take(found)

    assert session.draft.entry(entry.id).value == "8"


def test_words_of_all_three_kinds_are_offered(drafted, kit):
    draft = drafted.desk.session.draft
    topic = next(t for t in draft.topics if t.heading and "普法" in t.heading)
    day = dt.date(draft.year, 6, 26)
    add_note(kit.places, DiaryNote(day, "在广场开展普法宣传", "普法宣传", "200", "人次"))
    add_phrase(kit.places, "事事有回音")
    offered = suggestions(draft, topic.cards[0].id, kit)
    note = next(each for each in offered if each.kind == "note")
    put = taken(draft, topic.cards[0].id, note, 0, kit)

    assert {each.kind for each in offered} == {"note", "variant", "phrase"}
    assert put.card(topic.cards[0].id).text.startswith("6月26日，在广场开展普法宣传，共⟦")
    assert put.ledger[-1].value == "200"


def test_a_wording_goes_below_last_years_words(drafted, kit):
    draft = drafted.desk.session.draft
    opening, card = [c for c in draft.cards if c.last][:2]
    assert suggestions(draft, opening.id, kit) == ()  # no wording is offered beside the matter
    variant = next(s for s in suggestions(draft, card.id, kit) if s.kind == "variant")
    put = taken(draft, card.id, variant, 0, kit)

    assert put.card(card.id).text == card.text
    assert len(list(put.cards)) == len(list(draft.cards)) + 1


def test_duties_are_told_where_wanted_and_once(drafted, qtbot):
    session, page = drafted.desk.session, drafted.page("fill").duties
    drafted.page("fill").show_place("duties")
    until(qtbot, lambda: bool(page.ticks))
    assert not page.wanted()  # nothing proves a duty yet, so none is proposed
    for name in ("secretary_leadership", "head_planning"):
        page.ticks[name].setChecked(True)
    wanted = page.wanted()
    page.tell.click()
    told = "".join(card.text for card in session.draft.cards)
    assert wanted
    assert "第一责任人" in told
    until(qtbot, lambda: not page.wanted())

    before = session.draft
    page.tell.click()
    assert session.draft == before


def test_answers_that_differ_stand_side_by_side(drafted):
    session, page = drafted.desk.session, drafted.page("fill").collect
    entry = next(
        e for e in session.draft.ledger if e.role == "result" and not e.value and not e.supplier
    )
    answers = (
        Answer(entry.id, "司法所", "7", "甲.xlsx"),
        Answer(entry.id, "综治办", "9", "乙.xlsx"),
    )
    session.apply(replace(session.draft, answers=answers), "收表")
    assert [found.entry for found in flow.contradictions(session.draft)] == [entry.id]
    page.take_answer(entry.id, "9")

    assert session.draft.entry(entry.id).value == "9"
    assert flow.contradictions(session.draft) == ()


def test_sheets_as_word_forms(drafted, qtbot, tmp_path):
    page = drafted.page("fill").collect
    page.kind.buttons["word"].click()
    page.send_to(tmp_path)
    until(qtbot, lambda: "已生成" in drafted.notice.text)

    assert {path.suffix for path in tmp_path.iterdir()} == {".docx"}


def test_two_targets_of_one_sentence_are_one_card(drafted):
    session, page = drafted.desk.session, drafted.page("fill").promises
    first = session.draft.promises[0]
    second = replace(first, id="p9999", thing="培训", number=200.0, unit="人次")
    session.apply(replace(session.draft, promises=(first, second)), "试")

    assert page._body.count() == 3  # the hint, one card, the stretch
    assert page.cards["p9999"].parent() is page.cards[first.id].parent()


def test_a_formula_is_chosen_and_worked_out(drafted, qtbot):
    desk, session = drafted.desk, drafted.desk.session
    one, other, total = [e for e in session.draft.ledger if e.role == "result"][:3]
    draft = editing.set_figure(editing.set_figure(session.draft, one.id, "30"), other.id, "12")
    session.apply(draft, "填")
    dialog = FormulaDialog(drafted, desk, session.draft, session.draft.entry(total.id))
    dialog.kind.buttons["difference"].click()
    dialog.one.setCurrentIndex(dialog.one.findData(one.id))
    dialog.other.setCurrentIndex(dialog.other.findData(other.id))
    dialog._on_keep()

    assert session.draft.entry(total.id).formula == f"{{{one.id}}}-{{{other.id}}}"
    until(qtbot, lambda: session.entries[total.id].value == "18")


def test_words_in_place_of_a_number_are_taken_at_the_second_enter(qtbot, drafted):
    popup, given = ValuePopup(drafted), []
    popup.given.connect(lambda *what: given.append(what))
    entry = drafted.desk.session.draft.ledger[0]
    popup.ask(entry, drafted.mapToGlobal(drafted.rect().center()))
    popup.value.setText("很多")
    QTest.keyClick(popup.value, Qt.Key.Key_Return)
    assert given == []
    assert popup.isVisible()
    QTest.keyClick(popup.value, Qt.Key.Key_Return)

    assert given == [(entry.id, "很多")]


def test_a_unit_typed_with_its_number_is_left_out(drafted):
    draft = drafted.desk.session.draft
    entry = next(e for e in draft.ledger if e.unit == "件" and e.role == "result")

    assert give_figure(draft, entry.id, "７２件").entry(entry.id).value == "72"
    assert plain_value("2万余份", "份") == "2万余"
    assert plain_value("若干", "件") == "若干"


def test_a_note_begun_is_not_wiped_when_opened_again(window, qtbot):
    window.note_down()
    dialog = window.findChild(DiaryDialog)
    dialog.form.text.setText("在广场开展")
    dialog.reject()
    window.note_down()

    assert not dialog.form.text.hasSelectedText()
    assert dialog.form.text.cursorPosition() == 5
    dialog.reject()


def test_new_points_show_the_number_that_is_printed(drafted, qtbot):
    session, fill = drafted.desk.session, drafted.page("fill")
    topic = next(t for t in session.draft.topics if len(t.cards) > 1 and t.cards[-1].marker)
    fill.show_card(topic.cards[-1].id)
    fill.section._on_add(topic.id)
    new = session.draft.topic(topic.id).cards[-1].id
    session.edit(editing.set_card_text, new, "今年新做的一件事。", what="改文字")
    qtbot.waitUntil(lambda: new in session.markers, timeout=20000)

    assert session.markers[new] != topic.cards[-1].marker
    assert fill.section.view(new)._marker.text() == session.markers[new]
    assert session.markers[new] + "今年新做的一件事" in session.report.text
