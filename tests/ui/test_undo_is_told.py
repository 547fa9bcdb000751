"""Undo says what it took back and goes there, also in a draft opened again."""

from dataclasses import replace

import pytest

from lawdraft.model import editing
from lawdraft.model.editing import slots_of
from lawdraft.ui.models.changed import changed


@pytest.fixture
def text_of_second_section(drafted):
    section = next(s for s in drafted.desk.session.draft.sections[2:] if s.topics[0].cards)
    return section.topics[0].cards[0]


def test_an_undo_elsewhere_is_told_and_shown(drafted, text_of_second_section):
    session, card = drafted.desk.session, text_of_second_section
    session.edit(editing.set_card_text, card.id, "今年新写的一段话。", what="改文字")
    drafted.page("fill").show_place(session.draft.sections[0].id)
    drafted._go_back("undo")

    assert session.draft.card(card.id).text == card.text
    assert drafted.notice.text.startswith("已撤销：改“")
    assert drafted.page("fill").section.current == card.id


def test_an_undo_in_a_table_goes_to_the_ledger(drafted):
    session, fill = drafted.desk.session, drafted.page("fill")
    entry = session.draft.ledger[0]
    session.edit(editing.set_figure, entry.id, "77", what="填数字")
    drafted.show_step("check")
    drafted._go_back("undo")

    assert drafted.step == "fill"
    assert fill._middle.currentWidget() is fill.ledger
    assert drafted.notice.text == f"已撤销：“{entry.thing}”填成 77"


def test_an_undo_of_a_figure_stays_in_the_ledger(drafted):
    """Also where the figure was the last one open of a card, which became 改数 by it."""
    session, fill = drafted.desk.session, drafted.page("fill")
    blank = {entry.id for entry in session.draft.ledger if not entry.value}
    card = next(c for c in session.draft.cards if blank & {*slots_of(c.text)})
    entry, *others = dict.fromkeys(slot for slot in slots_of(card.text) if slot in blank)
    draft = editing.set_decision(session.draft, card.id, "undecided")
    for other in others:
        draft = editing.set_figure(draft, other, "3")
    session.apply(draft, "填数字")
    drafted.desk.entry_wanted.emit(entry)
    fill.ledger._edit(entry, "value", "80")
    assert session.draft.card(card.id).decision == "numbers"
    drafted._go_back("undo")

    assert fill._middle.currentWidget() is fill.ledger
    assert drafted.notice.text.endswith("填成 80")


def test_steps_of_an_earlier_day_say_what_they_were(drafted, qtbot, tmp_path):
    keeper, session = drafted.desk.keeper, drafted.desk.session
    session.apply(replace(session.draft, title="另一个标题"), "改标题")
    path = tmp_path / "草稿.lawdraft"
    keeper.save_as(path)
    keeper.open(path)
    qtbot.waitUntil(lambda: session.undo_what != "", timeout=20000)
    drafted._go_back("undo")

    assert drafted.notice.text == "已撤销：改标题"
    assert drafted.desk.preferences.value.last_place == "basics"


def test_a_card_that_goes_leaves_the_caret_in_its_neighbour(drafted):
    session, fill = drafted.desk.session, drafted.page("fill")
    topic = next(t for t in session.draft.topics if len(t.cards) > 1)
    drafted.desk.card_wanted.emit(topic.cards[0].id, 3, 3)
    fill.section._on_add(topic.id)
    drafted._go_back("undo")

    assert fill.section.current == topic.cards[-1].id


def test_nothing_to_undo_is_said(drafted):
    drafted._go_back("undo")

    assert drafted.notice.text == "没有可撤销的修改了。"


def test_words_for_every_kind_of_change(drafted):
    draft = drafted.desk.session.draft
    card, promise = next(iter(draft.cards)), draft.promises[0]
    dropped = editing.set_decision(draft, card.id, "drop")
    answered = editing.set_promise(draft, promise.id, state="done")
    gone = editing.remove_card(draft, card.id)

    assert "定为“删除”" in changed(draft, dropped).words
    assert changed(draft, answered).place == "promises"
    assert changed(gone, draft).card == card.id
    assert changed(gone, draft).near == list(draft.cards)[1].id
    assert changed(draft, draft).words == ""


def test_good_news_of_the_page_before_goes_with_it(drafted, qtbot):
    drafted.desk.tell("给 6 个数字填上了提供单位。", "good")
    assert drafted.notice.text
    qtbot.wait(450)
    drafted.show_step("preview")

    assert drafted.notice.text == ""


def test_bad_news_of_a_step_goes_with_it_and_that_of_the_file_stays(drafted, qtbot):
    drafted.desk.tell("有 1 处没能采纳，还留在下面，请逐处看。", "bad")
    qtbot.wait(450)
    drafted.show_step("export")
    assert drafted.notice.text == ""

    drafted.desk.keeper.troubled.emit("U 盘拔掉了。")
    qtbot.wait(450)
    drafted.show_step("fill")
    assert drafted.notice.text == "U 盘拔掉了。"
