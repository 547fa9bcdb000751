"""The report's text while it grows, and the spans of what was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.model.report import Heading, Paragraph, Point, Section, Span

if TYPE_CHECKING:
    from lawdraft.model.report import Layout, ParagraphRole, SectionKind


@dataclass(frozen=True, slots=True)
class SlotSpan:
    """Where the value of a ledger entry was printed."""

    entry: str
    start: int
    end: int


@dataclass(slots=True)
class Writing:
    """Paragraphs are parted by line ends; nothing written changes later."""

    text: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    slots: list[SlotSpan] = field(default_factory=list)

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

    def heading(
        self, level: int, words: str, layout: Layout, kinds: tuple[SectionKind, ...] = ()
    ) -> None:
        """Write a heading with its number into the paragraph that is open."""
        span = self.write(words)
        self.headings.append(Heading(level, words, layout, span.start, span.end, kinds))

    def point(self, marker: str, start: int) -> None:
        """Note that a point runs from `start` to here."""
        self.points.append(Point(marker, start, len(self.text)))

    def section(self, kinds: tuple[SectionKind, ...], start: int, heading: int | None) -> None:
        """Note that a section runs from `start` to here."""
        self.sections.append(Section(kinds, heading, start, len(self.text)))
