"""The report's text while it grows, and the spans of what was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.model.composed import Place
from lawdraft.model.draft import BLANK
from lawdraft.model.editing import SLOT
from lawdraft.model.report import Heading, Paragraph, Point, Section, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.composed import PlaceKind
    from lawdraft.model.report import Layout, ParagraphRole, SectionKind

_ID = re.compile(r"[a-z]+\d+")


@dataclass(frozen=True, slots=True)
class Named:
    """The words of a heading, without number, and the thing of the draft that they name."""

    kind: PlaceKind
    id: str
    words: str
    kinds: tuple[SectionKind, ...] = ()


@dataclass(slots=True)
class Writing:
    """Paragraphs are parted by line ends; nothing written changes later.

    `values` are the figures by entry id.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def new_paragraph(self, role: ParagraphRole = "body") -> None:
        """Begin a paragraph; what is written next stands in it."""
        if self.text:
            self.text += "\n"
        self.paragraphs.append(Paragraph(role, len(self.text), len(self.text)))

    def write(self, words: str) -> Span:
        """Write into the paragraph that is open."""
        start = len(self.text)
        self.text += words
        last = self.paragraphs[-1]
        self.paragraphs[-1] = Paragraph(last.role, last.start, len(self.text))
        return Span(start, len(self.text))

    def place(
        self, kind: PlaceKind, thing: str, words: str, offset: int = 0, entry: str | None = None
    ) -> Span:
        """Write words that come from a thing of the draft, and note where."""
        span = self.write(words)
        if words:
            self.places.append(Place(kind, thing, span.start, span.end, offset, entry))
        return span

    def slotted(self, kind: PlaceKind, thing: str, text: str, offset: int = 0) -> None:
        """Write a thing's own text, which begins at `offset` of it, with the values of its slots."""
        place = 0
        for slot in SLOT.finditer(text):
            value = self._value(slot)
            if value is None:
                continue  # typed by somebody: words like others
            self.place(kind, thing, text[place : slot.start()], offset + place)
            self.place(kind, thing, value, offset + slot.start(), slot[1])
            place = slot.end()
        self.place(kind, thing, text[place:], offset + place)

    def filled(self, text: str) -> None:
        """Write a text with the values of its slots; it is no place to come back to."""
        self.write(SLOT.sub(lambda slot: self._value(slot) or slot[0], text))

    def _value(self, slot: re.Match[str]) -> str | None:
        """What a slot prints: ×× also where the ledger lost its entry; None where it is no slot."""
        return self.values.get(slot[1]) or (BLANK if _ID.fullmatch(slot[1]) else None)

    def heading(self, heading: Named, number: str, level: int, layout: Layout) -> None:
        """Write a heading with its number into the paragraph that is open."""
        start = self.write(number).start
        self.slotted(heading.kind, heading.id, heading.words)
        end = len(self.text)
        words = self.text[start:end]
        self.headings.append(Heading(level, words, layout, start, end, heading.kinds))

    def point(self, marker: str, start: int) -> None:
        """Note that a point runs from `start` to here."""
        self.points.append(Point(marker, start, len(self.text)))

    def section(self, kinds: tuple[SectionKind, ...], start: int, heading: int | None) -> None:
        """Note that a section runs from `start` to here."""
        self.sections.append(Section(kinds, heading, start, len(self.text)))
