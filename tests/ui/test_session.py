"""The session: sole writer, undo of everything, read-only drafts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawdraft.model import editing
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic
from lawdraft.ui.session import Session

DRAFT = Draft(
    2026,
    "青禾镇人民政府",
    sections=(
        DraftSection(
            "s1", ("achievements",), topics=(Topic("t1", cards=(Card("c1", "化解⟦e1⟧件。"),)),)
        ),
    ),
    ledger=(Entry("e1", "矛盾纠纷", "件", last="72"),),
    next_id=9,
)


@pytest.fixture
def session(qapp):
    made = Session()
    made.open(DRAFT)
    return made


def test_edit_tells_and_can_be_undone(session, qtbot):
    with qtbot.waitSignal(session.draft_changed):
        session.edit(editing.set_figure, "e1", "80", what="填数字")
    assert session.draft.entry("e1").value == "80"
    assert session.undo_what == "填数字"

    session.undo()
    assert session.draft == DRAFT
    assert session.redo_what == "填数字"

    session.redo()
    assert session.draft.entry("e1").value == "80"


def test_typing_without_a_pause_is_one_step(session):
    for words in ("化", "化解", "化解了"):
        session.edit(editing.set_card_text, "c1", words, what="改文字", merge="text c1")

    session.undo()

    assert session.draft == DRAFT


def test_other_work_between_ends_the_step(session):
    session.edit(editing.set_card_text, "c1", "甲", what="改文字", merge="text c1")
    session.edit(editing.set_figure, "e1", "1", what="填数字")
    session.edit(editing.set_card_text, "c1", "乙", what="改文字", merge="text c1")

    session.undo()

    assert session.draft.card("c1").text == "甲"


def test_no_change_is_no_step(session):
    assert not session.edit(editing.set_figure, "e1", None, what="填数字")
    assert session.undo_what == ""


def test_read_only_draft_refuses_with_its_sentence(qapp, qtbot):
    session = Session()
    session.open(DRAFT, read_only="另一个窗口正在编辑。")
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.edit(editing.set_figure, "e1", "1", what="填数字")

    assert refused.args == ["另一个窗口正在编辑。"]
    assert session.draft == DRAFT


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("figure"), st.sampled_from(["1", "2", "30", ""])),
        st.tuples(st.just("text"), st.text("甲乙丙。", max_size=4)),
        st.tuples(st.just("decision"), st.sampled_from(["keep", "drop", "numbers"])),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(st.just("redo"), st.none()),
    ),
    max_size=25,
)


@given(EDITS)
@settings(max_examples=60, derandomize=True, deadline=None)
def test_undoing_everything_gives_the_first_draft_and_redoing_the_last(edits):
    session = Session()
    session.open(DRAFT)
    for kind, value in edits:
        {
            "figure": lambda v: session.edit(editing.set_figure, "e1", v, what="x"),
            "text": lambda v: session.edit(editing.set_card_text, "c1", v, what="x"),
            "decision": lambda v: session.edit(editing.set_decision, "c1", v, what="x"),
            "undo": lambda _v: session.undo(),
            "redo": lambda _v: session.redo(),
        }[kind](value)
    while session.redo_what:
        session.redo()
    last = session.draft
    while session.undo_what:
        session.undo()
    assert session.draft == DRAFT
    while session.redo_what:
        session.redo()
    assert session.draft == last


def test_sums_show_the_value_worked_out(session):
    total = replace(DRAFT.ledger[0], id="e2", formula="{e1}+{e1}")
    session.open(replace(DRAFT, ledger=(*DRAFT.ledger, total)))
    session._printed = {"e2": "160"}

    assert session.entries["e2"].value == "160"
    assert session.entries["e1"].value is None
