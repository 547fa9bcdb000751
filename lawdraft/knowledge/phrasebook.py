"""Dated phrases made ready for searching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawdraft.knowledge.entries import Phrase


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """A phrase with its patterns; `hints` are words of which one must stand in the text."""

    entry: Phrase
    pattern: re.Pattern[str]
    fine: re.Pattern[str] | None
    early: re.Pattern[str] | None

    def may_stand_in(self, text: str) -> bool:
        """Whether it is worth searching the text: cheap, and never wrong with a no."""
        return not self.entry.hints or any(hint in text for hint in self.entry.hints)


def dated(entry: Phrase) -> DatedPhrase:
    """The phrase of an entry, its patterns compiled."""
    return DatedPhrase(
        entry,
        re.compile(entry.pattern),
        re.compile(entry.fine) if entry.fine else None,
        re.compile(entry.early) if entry.early else None,
    )
