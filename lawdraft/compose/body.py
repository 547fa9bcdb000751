"""The body of the report: sections, topics and cards that stand, numbered anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lawdraft.compose.standing import standing_sections
from lawdraft.compose.writing import Named
from lawdraft.text.markers import Marker, read_marker
from lawdraft.text.numerals import chinese_numeral

if TYPE_CHECKING:
    from lawdraft.compose.writing import Writing
    from lawdraft.model.draft import Card, DraftSection, Topic
    from lawdraft.model.report import Layout

_ENDED = re.compile(r"[。！？：；…][”’』」）]*$")
LEVELS = 4  # of headings, GB/T 9704 7.3.3


def write_body(writing: Writing, sections: tuple[DraftSection, ...]) -> None:
    """Write all sections that have something to say."""
    body = _Body(writing)
    for section in standing_sections(sections):
        body.section(section)


@dataclass(slots=True)
class _Body:
    writing: Writing
    numbers: list[int] = field(default_factory=lambda: [0] * (LEVELS + 1))
    series: dict[tuple[str, int, str], int] = field(default_factory=dict)
    outer: int = 0
    # What comes next must begin a paragraph, may join the one that is open, or has to.
    line: Literal["closed", "open", "waiting"] = "closed"

    def section(self, section: DraftSection) -> None:
        """Write a section and note its span and its heading."""
        start = len(self.writing.text) + (1 if self.writing.text else 0)
        heading = len(self.writing.headings) if section.heading else None
        self._restart_below(1)
        self.line = "closed"
        if section.heading:
            named = Named("section", section.id, section.heading, section.kinds)
            self._heading(1, named, section.layout, section.number)
        for topic in section.topics:
            self._topic(topic)
        self._end_heading()
        self.writing.section(section.kinds, start, heading)

    def _topic(self, topic: Topic) -> None:
        if topic.heading:
            self._heading(2, Named("topic", topic.id, topic.heading, topic.kinds), topic.layout)
        for card in topic.cards:
            self._card(topic, card)

    def _heading(self, level: int, named: Named, layout: Layout, outer: str = "") -> None:
        self._end_heading()
        runs_in = layout != "own"
        self.writing.new_paragraph()
        number = self._outer(outer) if outer else self._number(level)
        self.writing.heading(named, number, level, "run_in" if runs_in else "own")
        self.line = "waiting" if runs_in else "closed"

    def _card(self, topic: Topic, card: Card) -> None:
        if card.heading:
            named = Named("card_heading", card.id, card.heading, card.kinds)
            self._heading(_level(card), named, card.layout)
        if not card.text.strip():
            return
        marker = read_marker(card.marker or "")
        if marker is not None and (_is_second_level(marker) or _is_numbered(card)):
            self._end_heading()
            self.line = "closed"
        self._place(card)
        start = len(self.writing.text)
        marker_text = self._marker(topic, card, marker)
        self.writing.write(marker_text)
        self._words(card)
        if card.marker:
            self.writing.point(marker_text, start)

    def _place(self, card: Card) -> None:
        """Open the paragraph the card stands in, or go on in the one that is open."""
        if self.line == "waiting":
            self._end_heading()
        elif self.line == "closed" or card.new_paragraph:
            self.writing.new_paragraph(_role(card.text))
        self.line = "open"

    def _end_heading(self) -> None:
        """The full stop between a run-in heading and what follows it."""
        if self.line == "waiting" and not _ENDED.search(self.writing.text):
            self.writing.write("。")

    def _words(self, card: Card) -> None:
        place, begun = 0, False
        for line in card.text.split("\n"):
            if line.strip():
                if begun:
                    self.writing.new_paragraph(_role(line))
                self._line(card, line, place)
                begun = True
            place += len(line) + 1

    def _line(self, card: Card, line: str, offset: int) -> None:
        """One paragraph's text; `offset` is where the line begins in the card's own text."""
        text = line if "\t" in line else line.strip()
        self.writing.slotted("card", card.id, text, offset + line.index(text))

    def _number(self, level: int) -> str:
        """The next number of a level: 一、 （一） 1. （1）; those below start again."""
        self.numbers[level] += 1
        self._restart_below(level)
        count = self.numbers[level]
        if level == 1:
            return f"{chinese_numeral(count)}、"
        if level == 2:
            return f"（{chinese_numeral(count)}）"
        return f"{count}." if level == LEVELS - 1 else f"（{count}）"

    def _outer(self, last: str) -> str:
        """第一部分 and the like, above 一、: counted by themselves; those below start again."""
        self.outer += 1
        self._restart_below(0)
        marker = read_marker(last)
        return f"{marker.numbered(self.outer)} " if marker else last

    def _restart_below(self, level: int) -> None:
        self.numbers[level + 1 :] = [0] * (LEVELS - level)

    def _marker(self, topic: Topic, card: Card, marker: Marker | None) -> str:
        """The card's marker with its place in its series; 首先 and the like stay as they are."""
        if marker is None:
            return card.marker or ""
        if _is_second_level(marker):
            return self._number(2)
        if _is_numbered(card):
            return self._number(_level(card))
        key = (topic.id, card.series, marker.after + marker.script)
        self.series[key] = self.series.get(key, 0) + 1
        return marker.numbered(self.series[key])


def _is_second_level(marker: Marker) -> bool:
    return marker.script == "chinese" and marker.before in ("（", "(")


def _level(card: Card) -> int:
    return min(card.level or LEVELS - 1, LEVELS)


def _is_numbered(card: Card) -> bool:
    """A paragraph with the number of a heading level, and no heading."""
    return card.level is not None and not card.heading and card.new_paragraph


def _role(line: str) -> Literal["body", "table"]:
    return "table" if "\t" in line else "body"
