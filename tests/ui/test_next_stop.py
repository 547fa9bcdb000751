"""From figure to figure, ×× in the words among them; last year's panel speaks of what is shown."""

from dataclasses import replace

from PySide6.QtCore import Qt

from lawdraft.model import editing
from lawdraft.model.draft import Card
from lawdraft.ui.models.blanks import Stop, next_stop, stops

CARDS = (
    Card("c1", "调解⟦e1⟧件，约谈××人，走访⟦e2⟧户。"),
    Card("c2", "又调解⟦e1⟧件，宣讲⟦e3⟧场。"),
)
VALUES = {"e1": "12", "e2": "××", "e3": "××"}


def test_stops_are_counted_in_the_printed_text():
    there = stops(CARDS, VALUES)
    assert there[:3] == [Stop("c1", "e1", 2), Stop("c1", "", 8), Stop("c1", "e2", 14)]


def test_written_blanks_and_blank_figures_are_stopped_at():
    there = stops(CARDS, VALUES)
    assert next_stop(there, "c1", "e1", {"e2", "e3"}) == Stop("c1", "", 8)
    assert next_stop(there, "c1", "e2", {"e3"}).entry == "e3"


def test_it_goes_on_from_the_place_where_one_was():
    assert next_stop(stops(CARDS, VALUES), "c2", "e1", {"e2", "e3"}).entry == "e3"
    assert next_stop(stops(CARDS, VALUES), "c2", "e3", {"e2"}) is None


def test_enter_in_the_popup_selects_the_written_blank(drafted, qtbot):
    session, page = drafted.desk.session, drafted.page("fill").section
    drafted.show()
    card = next(c for c in session.draft.cards if editing.slots_of(c.text))
    entry = editing.slots_of(card.text)[0]
    slot = f"⟦{entry}⟧"
    text = card.text.replace(slot, f"{slot}件、又××", 1)
    session.edit(editing.set_card_text, card.id, text, what="改文字")
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    page._on_slot(card.id, entry)
    page.figures.popup.value.setText("5")

    qtbot.keyClick(page.figures.popup, Qt.Key.Key_Return)

    field = page.view(card.id).text
    assert field.textCursor().selectedText() == "××"
    assert session.entries[entry].value == "5"


def test_the_old_highlight_goes_on_the_page_of_titles(drafted):
    drafted.show()
    last = drafted.page("fill").inspector.last
    card = next(c for c in drafted.desk.session.draft.cards if c.last and c.decision != "drop")
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    assert last.text.extraSelections()

    drafted.desk.place_wanted.emit("basics")

    assert not last.text.extraSelections()


def test_a_card_that_is_new_leaves_no_highlight_of_another(drafted):
    drafted.show()
    session, last = drafted.desk.session, drafted.page("fill").inspector.last
    old = next(c for c in session.draft.cards if c.last)
    drafted.desk.card_wanted.emit(old.id, 0, 0)
    new = replace(old, last="")
    session.apply(editing.change_card(session.draft, old.id, lambda _card: new), "改")

    last.follow(old.id)

    assert not last.text.extraSelections()


def test_back_from_the_titles_the_change_of_the_card_is_shown_again(drafted):
    drafted.show()
    last = drafted.page("fill").inspector.last
    card = next(c for c in drafted.desk.session.draft.cards if c.last and c.decision != "drop")
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    drafted.desk.place_wanted.emit("basics")
    assert not last._words.toPlainText()

    drafted.desk.card_wanted.emit(card.id, 0, 0)

    assert last._words.toPlainText()


def test_last_years_panel_says_which_year_it_was(drafted, qtbot):
    session, inspector = drafted.desk.session, drafted.page("fill").inspector
    session.open(replace(session.draft, last_year=session.draft.year - 3), last=session.last)

    year = f"{session.draft.year - 3}年"
    assert inspector.tabText(0) == year
    assert inspector.last._whole.text() == f"{year}全文"
