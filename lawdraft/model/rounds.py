"""What came back from a round: changes of a marked-up file, or a colleague's copy."""

from dataclasses import dataclass

from lawdraft.model.draft import Draft
from lawdraft.model.revision import Revision, RevisionKind

__all__ = ("Conflict", "Merged", "Revision", "RevisionKind")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both copies changed: mine was kept, theirs is told. `item`: an id, or empty."""

    item: str
    field: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Two copies of a draft made one."""

    draft: Draft
    conflicts: tuple[Conflict, ...] = ()
