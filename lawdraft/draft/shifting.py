"""Paragraphs of a returned file that are new, or that stand somewhere else than in the draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lawdraft.draft.placing import card_home
from lawdraft.model.rounds import Revision

if TYPE_CHECKING:
    from lawdraft.draft.marked import MarkedParagraph
    from lawdraft.model.composed import Composed, Place
    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import RevisionKind

_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；！？]{2,40}$"
)
_SHOWN = 24  # characters of what is told to stand before


def is_heading(text: str) -> bool:
    """Whether a new paragraph opens a part or a topic of its own: （五）加强应急管理."""
    return _HEADING.match(text.strip()) is not None


@dataclass(slots=True)
class Shifts:
    """Finds the home of new and of moved paragraphs, one after another as they came back."""

    draft: Draft
    composed: Composed
    behind: Place | None = None  # the last one moved; what follows it comes behind it
    taken: set[str] = field(default_factory=set)  # ids that moved with their topic or part
    fresh: list[Revision] = field(default_factory=list)  # a new heading and what follows it
    earlier: list[str] = field(default_factory=list)  # new paragraphs behind the same place

    def added(self, paragraph: MarkedParagraph, place: int) -> list[Revision]:
        """A new paragraph: a card, or with a heading a topic or part of its own."""
        text = paragraph.new.strip()
        author = next((run.author for run in paragraph.runs if run.author), "")
        tracked = any(run.mark == "inserted" for run in paragraph.runs)
        if self.fresh and not (is_heading(text) and "、" in text[:4]):
            [heading] = self.fresh
            self.fresh = [replace(heading, after=f"{heading.after}\n{text}")]
            return []
        told, self.fresh = self.fresh, []
        before = self._before(place)
        if before is None:
            return [*told, Revision("", "unplaced", "", "", text, "", "", author, tracked)]
        if is_heading(text):
            kind: RevisionKind = "new_topic" if text[0] == "（" else "new_section"
            self.fresh = [Revision("", kind, before.id, "", text, "", "", author, tracked)]
            return told
        left = "\n".join(self.earlier)
        self.earlier.append(text)
        target = card_home(self.draft, before)
        if not target:
            return [*told, Revision("", "unplaced", "", "", text, "", "", author, tracked)]
        return [*told, Revision("", "new_card", target, "", text, left, "", author, tracked)]

    def closed(self) -> list[Revision]:
        """Old text follows: the new heading that was open is told with what stood below it."""
        told, self.fresh = self.fresh, []
        self.behind, self.earlier = None, []
        return told

    def moved(self, start: int, end: int, place: int, paragraph: MarkedParagraph) -> list[Revision]:
        """The paragraph at [start, end) of our text came back behind `place`."""
        before = self._before(place)
        told = self.closed()
        things = list(dict.fromkeys(p.id for p in self._inside(start, end) if p.id))
        things = [each for each in things if each not in self.taken]
        if before is None or not things:
            return told
        behind = before.id
        for thing in things:
            left = self._words(before, thing)
            told.append(Revision("", "move", thing, paragraph.new[:_SHOWN], "", left, behind))
            behind = thing
            self._take(thing)
            if thing[0] in "ts":
                break
        return told

    def _take(self, thing: str) -> None:
        """What goes along with a topic or a part needs no move of its own."""
        if thing.startswith("t"):
            self.taken |= {card.id for card in self.draft.topic(thing).cards}
        elif thing.startswith("s"):
            for topic in self.draft.section(thing).topics:
                self.taken |= {topic.id, *(card.id for card in topic.cards)}

    def _before(self, place: int) -> Place | None:
        earlier = [p for p in self.composed.places if p.id and p.end <= place]
        return earlier[-1] if earlier else None

    def _inside(self, start: int, end: int) -> list[Place]:
        return [p for p in self.composed.places if start <= p.start < end]

    def _words(self, place: Place, thing: str) -> str:
        """What stands before: for a topic the heading of the one before it."""
        for topic in self.draft.topics if thing.startswith("t") else ():
            if topic.heading and any(card.id == place.id for card in topic.cards):
                return topic.heading[:_SHOWN]
        return self.composed.report.text[: place.end].rpartition("\n")[2][:_SHOWN]
