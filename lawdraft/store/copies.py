"""Two copies of one draft file: what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.errors import BadDraftError
from lawdraft.store import schema
from lawdraft.store.states import decode

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.draft import Draft


def common_state(one: Path, other: Path) -> Draft:
    """The latest state that both files have kept: where the copies parted.

    Raises BadDraftError where they were never one draft, or parted too long ago.
    """
    theirs = set(_states(other))
    for data in reversed(_states(one)):
        if data in theirs:
            return decode(data)
    raise BadDraftError(
        f"“{other.name}”和这份草稿不是同一份草稿的两个副本，或分开太久了，不能自动合并。"
    )


def _states(path: Path) -> list[bytes]:
    """All kept states, the oldest first; named versions count as states."""
    with schema.reading(path) as db:
        named = [row[0] for row in db.execute("SELECT draft FROM versions ORDER BY id")]
        return named + [row[0] for row in db.execute("SELECT draft FROM states ORDER BY id")]
