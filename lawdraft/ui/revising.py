"""Takes the leader's changes over into the open draft, or off the list; each can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft import flow
from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.editing import slots_of
from lawdraft.model.errors import LawdraftError

if TYPE_CHECKING:
    from lawdraft.model.draft import Card, Draft
    from lawdraft.model.revision import Revision
    from lawdraft.ui.desk import Desk

TOLD_ONLY = ("comment", "unplaced")  # nothing to take over mechanically


def accept(desk: Desk, revision: Revision) -> None:
    """One change into the draft; what cannot be taken is told and stays on the list."""
    draft = desk.session.draft
    if draft is None:
        return
    try:
        changed = flow.accept_revision(draft, revision)
    except LawdraftError as error:
        desk.tell(error.sentence, "bad")
        return
    desk.session.apply(without(changed, (revision,)), "采纳领导的改动")


def refuse(desk: Desk, revision: Revision) -> None:
    """One change off the list."""
    if (draft := desk.session.draft) is not None:
        what = "看过批注" if revision.kind == "comment" else "不采纳领导的改动"
        desk.session.apply(without(draft, (revision,)), what)


def accept_all(desk: Desk) -> None:
    """All that can be taken over, as one step of undo; what cannot stays on the list."""
    draft, failed = desk.session.draft, 0
    if draft is None:
        return
    for revision in draft.revisions:
        if revision.kind in TOLD_ONLY:
            continue
        try:
            draft = without(flow.accept_revision(draft, revision), (revision,))
        except LawdraftError:
            failed += 1
    desk.session.apply(draft, "采纳领导的全部改动")
    if failed:
        desk.tell(f"有 {failed} 处没能采纳，还留在下面，请逐处看。", "bad")


def without(draft: Draft, revisions: tuple[Revision, ...]) -> Draft:
    """The draft with these off the list."""
    gone = {each.id for each in revisions}
    return replace(draft, revisions=tuple(r for r in draft.revisions if r.id not in gone))


def told_in(draft: Draft, target: str) -> tuple[Card, int, int] | None:
    """The card that a change is about, and where in its text the figure of that id stands.

    A card itself counts whole; of a figure the first card that is written this year.
    """
    slot = f"{SLOT_OPEN}{target}{SLOT_CLOSE}"
    for card in draft.cards:
        if card.id == target:
            return card, 0, len(card.text)
        at = card.text.find(slot)
        if at >= 0 and card.decision != "drop":
            return card, at, at + len(slot)
    return None


def of_card(draft: Draft, card: Card) -> tuple[Revision, ...]:
    """The leader's changes of a card: its words, its heading, its figures, what is said of it."""
    if not draft.revisions:
        return ()
    things = {card.id, *slots_of(card.text)}
    return tuple(each for each in draft.revisions if each.target in things)
