"""Rounds with the leader and with a colleague: what came back, placed on the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.flow.drafting import compose_with_places
from lawdraft.flow.reading import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import Revision


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


def accept_revision(draft: Draft, revision: Revision) -> Draft:
    """Take one change over; raises BadUsageError where its place is gone."""
    from lawdraft.draft.accepting import accept

    return accept(draft, revision)
