"""A composed report with the places of the draft in it."""

from dataclasses import dataclass
from typing import Literal

from lawdraft.model.report import Report

PlaceKind = Literal["card", "card_heading", "topic", "section", "title", "addressee", "signature"]


@dataclass(frozen=True, slots=True)
class Place:
    """The characters [start, end) of the report that come from one thing of the draft.

    `offset`: where they begin in that thing's own text. A slot is a place of its own: `entry` is
    the ledger entry printed there, and its own text is ⟦entry⟧. Markers and numbers are no place.
    """

    kind: PlaceKind
    id: str  # of the card, topic or section; empty for what stands around the body
    start: int
    end: int
    offset: int = 0
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """The report of a draft, and its places in order."""

    report: Report
    places: tuple[Place, ...]

    def place_at(self, offset: int) -> Place | None:
        """The place that holds a character of the report's text."""
        return next((p for p in self.places if p.start <= offset < p.end), None)
