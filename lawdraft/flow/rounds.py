"""Rounds with the leader and with a colleague: what came back, placed on the draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.flow.drafting import compose, compose_with_places, reopen_promises
from lawdraft.flow.reading import read_file

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import Conflict, Merged, Revision
    from lawdraft.model.tracking import PromiseMatch


def read_round(path: Path, draft: Draft, kit: Kit) -> tuple[Revision, ...]:
    """The changes in a file that came back from the leader, placed on the draft that went out.

    A .docx tells tracked changes and comments; any other kind is compared as text.
    """
    from lawdraft.draft.marked import plain_paragraphs, read_marked
    from lawdraft.draft.rounds import revisions

    document = read_file(path)
    if document.source.format == "docx":
        returned = read_marked(path.read_bytes(), path.name)
    else:
        returned = plain_paragraphs(line.text for line in document.lines)
    return revisions(draft, compose_with_places(draft, kit), returned)


def compare_drafts(before: Draft, after: Draft, kit: Kit) -> tuple[Revision, ...]:
    """What changed in the report's text between two states of one draft: 初稿 and 签发.

    The revisions are placed on `before`; accepting them all leads to the text of `after`.
    """
    from lawdraft.draft.marked import plain_paragraphs
    from lawdraft.draft.rounds import revisions

    lines = compose_with_places(after, kit).report.text.split("\n")
    return revisions(before, compose_with_places(before, kit), plain_paragraphs(iter(lines)))


def accept_revision(draft: Draft, revision: Revision) -> Draft:
    """Take one change over; raises BadUsageError where its place is gone."""
    from lawdraft.draft.accepting import accept

    return reopen_promises(accept(draft, revision))


def merge_copy(own: Path, draft: Draft, other: Path) -> Merged:
    """A colleague's copy of the draft file `own` taken into `draft`, its present state.

    Raises BadDraftError where the two were never one draft.
    """
    from lawdraft.draft.merging import merge
    from lawdraft.store.copies import common_state
    from lawdraft.store.drafts import read_draft

    merged = merge(common_state(own, other), draft, read_draft(other))
    return replace(merged, draft=reopen_promises(merged.draft))


def take_theirs(draft: Draft, conflict: Conflict) -> Draft:
    """A colleague's words where both changed something. Raises BadUsageError."""
    from lawdraft.draft.merging import take_theirs as take

    return reopen_promises(take(draft, conflict))


def export_sign_off(
    draft: Draft, path: Path, kit: Kit, versions: Sequence[tuple[str, dt.datetime]] = ()
) -> None:
    """Write the sign-off sheet of the draft as a .docx; `versions`: names and times, in order."""
    from lawdraft.draft.signoff import sign_off_sheet
    from lawdraft.model.files import write_atomically

    write_atomically(path, sign_off_sheet(draft, compose(draft, kit).text, versions))


def match_promises(draft: Draft, kit: Kit) -> tuple[PromiseMatch, ...]:
    """Which cards and figures speak of each promise of last year's plan, and what they suggest."""
    from lawdraft.draft.tracking import match_promises as match
    from lawdraft.text import words

    words.load(kit.places.cache)
    return match(draft)


def follow_promise(draft: Draft, promise_id: str) -> Draft:
    """Where the answer to a promise has to be told: a card in achievements, shortcomings or plan."""
    from lawdraft.draft.tracking import with_consequences

    return with_consequences(draft, promise_id)
