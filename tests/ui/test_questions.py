"""What was left as it was last year is asked about in plain words, until it is rewritten."""

from dataclasses import replace

import pytest

from lawdraft.model import editing
from lawdraft.model.draft import Change

WORDS = "2025年是“十四五”规划收官之年"
LEFT = Change(WORDS, WORDS, "收官、开局是哪一年不跟着报告年份走，今年怎么写请您定", asked=True)


@pytest.fixture
def asked(drafted, qtbot):
    """The view of a card with such words."""
    session = drafted.desk.session
    drafted.show()
    card = next(c for c in session.draft.cards if c.text and c.decision != "drop")

    def closing(card):
        return replace(card, text=f"{WORDS}，任务很重。", changes=(LEFT,))

    session.apply(editing.change_card(session.draft, card.id, closing), "改")
    drafted.desk.card_wanted.emit(card.id, 0, 0)
    return drafted.page("fill").section.view(card.id)


def test_the_buttons_say_what_they_do(asked):
    assert [b.text() for b in asked.questions.buttons] == ["今年还这样写", "去改这一句"]


def test_to_write_it_anew_selects_it(asked):
    asked.questions.buttons[1].click()
    assert asked.text.textCursor().selectedText() == WORDS
    assert not asked.questions.isHidden()


def test_once_rewritten_it_is_not_asked_any_more(asked):
    asked.questions.buttons[1].click()
    asked.text.textCursor().insertText("2026年是“十五五”规划开局之年")
    assert asked.questions.isHidden()


def test_yes_settles_it(asked, drafted):
    asked.questions.buttons[0].click()
    card = drafted.desk.session.draft.card(asked.id)
    assert not any(change.asked for change in card.changes)
    assert WORDS in card.text
