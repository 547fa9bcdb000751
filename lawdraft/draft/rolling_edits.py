"""From which year to which a text is rolled, and one change of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.draft import Change

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class Roll:
    """From which year to which; `names` are the old unit's names and what stands for them now.

    `sessions` are the plenums held by the end of the new year, oldest first: 二十届三中, 二十届四中.
    """

    last: int
    year: int
    names: tuple[tuple[str, str], ...] = ()
    sessions: tuple[str, ...] = ()

    @property
    def by(self) -> int:
        """Years between the two reports, 1 as a rule."""
        return self.year - self.last


@dataclass(frozen=True, slots=True)
class Edit:
    """[start, end) of a text and what becomes of it."""

    start: int
    end: int
    change: Change


def kept(found: re.Match[str], why: str) -> Edit:
    """What stays as it is, with why it is told; "" only guards it against other changes."""
    return Edit(found.start(), found.end(), Change(found[0], found[0], why))


def inside(edit: Edit, others: list[Edit]) -> bool:
    """Whether an edit touches what another one changes."""
    return any(edit.start < other.end and other.start < edit.end for other in others)
