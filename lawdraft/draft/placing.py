"""Where in the draft a change of its composed text belongs: card, heading, figure, frame."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.accepting import own_text, read_day
from lawdraft.draft.hunks import Hunk
from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.rounds import Revision

if TYPE_CHECKING:
    from lawdraft.draft.marked import MarkedParagraph
    from lawdraft.model.composed import Composed, Place
    from lawdraft.model.draft import Draft
    from lawdraft.model.rounds import RevisionKind

_CONTEXT = 16  # characters either side by which a change is found again
_STOPS = re.compile(r"[。；，、\s]*")
_NUMBER = re.compile(r"[\d.,一二三四五六七八九十百千万亿零两余多约]+")


class Finder:
    """Finds what of the draft a change of the composed text belongs to."""

    def __init__(self, draft: Draft, composed: Composed) -> None:
        self._draft = draft
        self._places = composed.places
        self.text = composed.report.text
        self._new_points: dict[int, list[str]] = {}  # by where they stand
        self._date = next((p for p in composed.report.paragraphs if p.role == "date"), None)

    def gaps(self, start: int, end: int) -> list[tuple[int, int]]:
        """What stands between things of the draft, from `start`: markers, numbers, line ends."""
        gaps, done = [], start
        for place in self._places:
            if start <= place.start < end:
                if place.start > done:
                    gaps.append((done - start, place.start - start))
                done = place.end
        return [*gaps, (done - start, end - start)] if done < end else gaps

    def is_one_line(self, start: int, end: int) -> bool:
        """Whether nothing but one heading, or one line around the body, stands there."""
        things = {(p.kind, p.id) for p in self._places if start <= p.start < end}
        return len(things) == 1 and things.pop()[0] != "card"

    def struck(self, start: int, end: int) -> list[Revision]:
        """A paragraph that did not come back."""
        return self.placed(Hunk(start, end, ""))

    def placed(self, hunk: Hunk) -> list[Revision]:
        """The revisions of one change: one, unless it strikes out several cards."""
        if hunk.new_point:
            return [self._new_point(hunk)]
        if (paragraphing := self._paragraphing(hunk)) is not None:
            return [paragraphing]
        struck = self._struck_cards(hunk)
        if struck:
            return self._with_what_is_left(struck, hunk)
        touched = [p for p in self._places if self._touches(p, hunk)]
        if not touched:
            return [self._unplaced(hunk)]
        figure = self._figure(touched, hunk) or self._figure(touched, self._bare(hunk))
        if figure is not None:
            return [figure]
        first = touched[0]
        same = [p for p in touched if (p.kind, p.id) == (first.kind, first.id)]
        here = self._words(same, replace(hunk, end=min(hunk.end, same[-1].end)))
        rest = [p for p in touched if p not in same]
        if not rest:
            return [here]
        return [here, *self.placed(Hunk(rest[0].start, hunk.end, "", hunk.author, hunk.tracked))]

    def _touches(self, place: Place, hunk: Hunk) -> bool:
        if hunk.start == hunk.end:  # an insertion belongs to what it follows, else to what follows
            return place.start < hunk.start <= place.end or (
                place.start == hunk.start and not self._ends_at(hunk.start)
            )
        return place.start < hunk.end and hunk.start < place.end

    def _ends_at(self, offset: int) -> bool:
        return any(place.end == offset for place in self._places)

    def _struck_cards(self, hunk: Hunk) -> dict[str, tuple[int, int]]:
        """Spans of the cards of which nothing is left but, at most, the last full stop."""
        if hunk.after.strip():
            return {}
        whole = {}
        for card in dict.fromkeys(p.id for p in self._places if p.kind == "card"):
            places = [p for p in self._places if p.id == card and p.kind == "card"]
            start, end = places[0].start, places[-1].end
            if hunk.start <= start and _STOPS.fullmatch(self.text, min(hunk.end, end), end):
                whole[card] = (start, end)
        return whole

    def _with_what_is_left(self, struck: dict[str, tuple[int, int]], hunk: Hunk) -> list[Revision]:
        """The struck cards as such, and what the change takes from their neighbours."""
        first, last = min(struck.values())[0], max(struck.values())[1]
        found: list[Revision] = []
        for start, end in ((hunk.start, first), (last, hunk.end)):
            taken = "".join(
                self.text[max(p.start, start) : min(p.end, end)]
                for p in self._places
                if p.start < end and start < p.end
            )
            if not _STOPS.fullmatch(taken):  # a full stop follows by itself
                found += self.placed(replace(hunk, start=start, end=end))
        dropped = (
            Revision(
                id="",
                kind="drop",
                target=card,
                before=self.text[start:end],
                after="",
                author=hunk.author,
                tracked=hunk.tracked,
            )
            for card, (start, end) in struck.items()
        )
        return [*found, *dropped]

    def _bare(self, hunk: Hunk) -> Hunk:
        """What really changed: of 41场次 that became 43场次, the number alone."""
        before, after = self.text[hunk.start : hunk.end], hunk.after
        behind = _shared(before[::-1], after[::-1])
        before, after = before[: len(before) - behind], after[: len(after) - behind]
        ahead = _shared(before, after)
        start = hunk.start + ahead
        return replace(hunk, start=start, end=hunk.end - behind, after=after[ahead:])

    def _figure(self, touched: list[Place], hunk: Hunk) -> Revision | None:
        """A change of nothing but a printed figure changes the ledger."""
        slots = [p for p in touched if p.entry]
        if len(slots) != 1:
            return None
        place = slots[0]
        inside = place.start <= hunk.start and hunk.end <= place.end
        before = self.text[place.start : place.end]
        after = before[: hunk.start - place.start] + hunk.after + before[hunk.end - place.start :]
        if not inside or not _NUMBER.fullmatch(after):
            return None
        return Revision(
            "", "figure", place.entry or "", before, after, "", "", hunk.author, hunk.tracked
        )

    def _words(self, places: list[Place], hunk: Hunk) -> Revision:
        """A change of words, in the terms of the thing's own text."""
        kind, thing = places[0].kind, places[0].id
        own = own_text(self._draft, kind, thing)
        start, end = self._own(places, hunk.start), self._own(places, hunk.end)
        end = max(start, end)
        return Revision(
            id="",
            kind=kind,
            target=thing,
            before=own[start:end],
            after=hunk.after,
            left=own[max(0, start - _CONTEXT) : start],
            right=own[end : end + _CONTEXT],
            author=hunk.author,
            tracked=hunk.tracked,
        )

    def _own(self, places: list[Place], offset: int) -> int:
        """A place in the report as a place in the thing's own text; slots are whole or not."""
        for place in places:
            if offset <= place.end:
                inside = max(0, offset - place.start)
                if place.entry is None:
                    return place.offset + inside
                slot = len(SLOT_OPEN + place.entry + SLOT_CLOSE)
                return place.offset + (slot if offset >= place.end else 0)
        return places[-1].offset + places[-1].end - places[-1].start

    def _unplaced(self, hunk: Hunk) -> Revision:
        if self._date and self._date.start <= hunk.start and hunk.end <= self._date.end:
            return self._dated(hunk, self._date.start, self._date.end)
        left = self.text[max(0, hunk.start - _CONTEXT) : hunk.start].rpartition("\n")[2]
        right = self.text[hunk.end : hunk.end + _CONTEXT].partition("\n")[0]
        before = self.text[hunk.start : hunk.end]
        return Revision(
            "", "unplaced", "", before, hunk.after, left, right, hunk.author, hunk.tracked
        )

    def _dated(self, hunk: Hunk, start: int, end: int) -> Revision:
        """The whole date line, as it was and as it is."""
        before = self.text[start:end]
        after = self.text[start : hunk.start] + hunk.after + self.text[hunk.end : end]
        kind: RevisionKind = "date" if read_day(after) else "unplaced"
        return Revision("", kind, "", before, after, "", "", hunk.author, hunk.tracked)

    def _new_point(self, hunk: Hunk) -> Revision:
        """二是…, new in its paragraph: a card behind the one before it."""
        earlier = [p for p in self._places if p.id and p.end <= hunk.start]
        if not earlier:
            return self._unplaced(hunk)
        if hunk.source is not None:
            return self._moved_point(hunk, hunk.source, earlier[-1])
        target = card_home(self._draft, earlier[-1])
        before = self._new_points.setdefault(hunk.start, [])
        left = "\n".join(before)
        before.append(hunk.after)
        return Revision(
            "", "new_card", target, "", hunk.after, left, "", hunk.author, hunk.tracked, joined=True
        )

    def _moved_point(self, hunk: Hunk, source: int, behind: Place) -> Revision:
        """A point that only changed its place among its neighbours."""
        card = next((p for p in self._places if p.start >= source), None)
        if card is None or card.kind not in ("card", "card_heading"):
            return self._unplaced(hunk)
        left = self.text[: behind.end].rpartition("\n")[2][-_CONTEXT:]
        before = hunk.after[: 2 * _CONTEXT]
        return Revision("", "move", card.id, before, "", left, behind.id, hunk.author, hunk.tracked)

    def _paragraphing(self, hunk: Hunk) -> Revision | None:
        """A line end that came or went between two things of the draft; None for any other change."""
        gone = self.text[hunk.start : hunk.end]
        opened = hunk.after == "\n" and not gone
        if not opened and not (gone == "\n" and hunk.after in ("", "。")):
            return None
        before = [p for p in self._places if p.end <= hunk.start]
        behind = next((p for p in self._places if p.start >= hunk.end), None)
        if not before or behind is None or behind.kind not in ("card", "card_heading"):
            return None
        first = before[-1]
        if (first.kind, first.id) == (behind.kind, behind.id):
            return None  # inside one card: a change of its words
        heading = first.kind in ("topic", "section", "card_heading")
        if hunk.after == "。" and not heading:
            return None  # a heading that runs in ends with a full stop by itself
        target = first.id if heading else behind.id
        after = "另起一段" if opened else "接在上一段后面"
        shown = self.text[behind.start : behind.start + _CONTEXT].partition("\n")[0]
        return Revision("", "paragraph", target, shown, after, "", "", hunk.author, hunk.tracked)

    def comments(self, start: int, text: str, paragraph: MarkedParagraph) -> list[Revision]:
        """What is said beside a paragraph, on the card it is said of."""
        found = []
        for note in paragraph.notes:
            beside = paragraph.new[note.start : note.end]
            at = text.find(beside) if beside else min(note.start, max(0, len(text) - 1))
            offset = start + (at if at >= 0 else min(note.start, max(0, len(text) - 1)))
            place = self._near(offset, start, start + len(text))
            found.append(
                Revision(
                    id="",
                    kind="comment",
                    target=place.id if place else "",
                    before=beside,
                    after="",
                    author=note.author,
                    comment=note.text,
                )
            )
        return found

    def _near(self, offset: int, start: int, end: int) -> Place | None:
        """The place at an offset, else the first one of the paragraph."""
        inside = [p for p in self._places if start <= p.start < end]
        return next((p for p in inside if p.start <= offset < p.end), inside[0] if inside else None)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def card_home(draft: Draft, before: Place) -> str:
    """The card behind which a new one comes, or the topic in which it comes first; "": none."""
    if before.kind != "section":
        return before.id
    topics = draft.section(before.id).topics
    return topics[0].id if topics else ""
