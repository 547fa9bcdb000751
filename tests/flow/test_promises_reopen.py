"""A promise whose sentence is taken out waits for its answer again, whichever door took it out."""

from lawdraft import flow
from lawdraft.model.draft import Card, Draft, DraftSection, Promise, Topic
from lawdraft.model.rounds import Revision


def test_a_revision_that_drops_the_sentence_reopens_the_promise():
    card = Card("c1", "已建成法治文化广场。")
    section = DraftSection("s1", ("achievements",), topics=(Topic("t1", cards=(card,)),))
    promise = Promise("p1", "建成法治文化广场", state="done", told=("c1",))
    draft = Draft(2026, "青禾镇", sections=(section,), promises=(promise,), next_id=9)

    taken = flow.accept_revision(draft, Revision("r1", "drop", "c1", card.text, ""))

    assert taken.promises[0].state == "open"
