"""The leader's file compared with the draft: what was changed, placed on cards, one by one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lawdraft.draft.accepting import own_text
from lawdraft.model.draft import SLOT_CLOSE, SLOT_OPEN
from lawdraft.model.errors import NotAReportError
from lawdraft.model.rounds import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.draft.marked import MarkedParagraph
    from lawdraft.model.composed import Composed, Place
    from lawdraft.model.draft import Draft

_CONTEXT = 16  # characters either side by which a change is found again
_ALIKE = 40.0  # per cent: below that two paragraphs are not the same one
_SHORTEST_PART = 10  # characters that a rest of a paragraph must have to be known again
_RELATED = 0.2  # of the draft's characters stand in paragraphs that came back
_JOINED = 2  # characters between two changes that are told as one
_STOPS = re.compile(r"[。；，、\s]*")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_NUMBER = re.compile(r"[\d.,一二三四五六七八九十百千万亿零两余多约]+")


@dataclass(frozen=True, slots=True)
class _Hunk:
    """[start, end) of the composed text became `after`."""

    start: int
    end: int
    after: str
    author: str = ""
    tracked: bool = False


def revisions(
    draft: Draft, composed: Composed, returned: Sequence[MarkedParagraph]
) -> tuple[Revision, ...]:
    """What a returned file changes in the draft whose composed text went out.

    Raises NotAReportError for a file that has next to nothing in common with it.
    """
    found: list[Revision] = []
    finder = _Finder(draft, composed)
    report = composed.report
    base = [(p.start, report.text[p.start : p.end]) for p in report.paragraphs if p.start < p.end]
    last_place = 0
    pairs = list(_aligned([text for _, text in base], [p.new or p.old for p in returned]))
    _check_related([base[here][1] for here, there in pairs if here is not None and there is not None],
                   len(report.text))  # fmt: skip
    for here, there in pairs:
        if here is None and there is not None:
            found.append(finder.new_paragraph(returned[there], last_place))
        elif here is not None and there is None:
            start, text = base[here]
            found += finder.placed(_Hunk(start, start + len(text), ""))
            last_place = start + len(text)
        elif here is not None and there is not None:
            start, text = base[here]
            last_place = start + len(text)
            for hunk in _hunks(start, text, returned[there]):
                found += finder.placed(hunk)
            found += finder.comments(start, text, returned[there])
    return tuple(replace(each, id=f"r{n}") for n, each in enumerate(found, start=1))


def _check_related(common: list[str], length: int) -> None:
    if sum(map(len, common)) < length * _RELATED:
        raise NotAReportError("这份文件和草稿几乎没有相同的内容，请确认选对了送审返回的文件。")


def _aligned(base: list[str], returned: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of paragraphs in order; None for one that has no partner."""
    for tag, b0, b1, r0, r1 in SequenceMatcher(None, base, returned, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(b0, b1), range(r0, r1), strict=True)
        else:
            yield from _best_pairs(base, returned, (b0, b1), (r0, r1))


def _best_pairs(
    base: list[str], returned: list[str], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[tuple[int | None, int | None]]:
    """The pairing, in order, with the greatest likeness (as in sequence alignment)."""
    rows, columns = here[1] - here[0], there[1] - there[0]
    alike = [
        [_alike(base[here[0] + i], returned[there[0] + j]) for j in range(columns)]
        for i in range(rows)
    ]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < rows or j < columns:
        fits = i < rows and j < columns and alike[i][j] >= _ALIKE
        if fits and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield here[0] + i, there[0] + j
            i, j = i + 1, j + 1
        elif i < rows and (j == columns or best[i][j] == best[i + 1][j]):
            yield here[0] + i, None
            i += 1
        else:
            yield None, there[0] + j
            j += 1


def _alike(one: str, other: str) -> float:
    """Per cent; a paragraph of which little is left is still itself."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(one, other)
    if min(len(one), len(other)) < _SHORTEST_PART or whole >= _ALIKE:
        return whole
    return max(whole, fuzz.partial_ratio(one, other) * 0.6)


def _hunks(start: int, text: str, paragraph: MarkedParagraph) -> list[_Hunk]:
    """Changes of one paragraph: as they were tracked, else as a comparison finds them."""
    if paragraph.old == text:
        return _tracked(start, paragraph)
    hunks = _compared(start, text, paragraph)
    return [
        h
        for h in hunks
        if h.tracked or not _same_print(text[h.start - start : h.end - start], h.after)
    ]


def _same_print(before: str, after: str) -> bool:
    """Whether nothing but the width of marks and blanks differs: laying out mends that itself."""
    return _folded(before) == _folded(after)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return "".join(plain.split())


def _tracked(start: int, paragraph: MarkedParagraph) -> list[_Hunk]:
    hunks: list[_Hunk] = []
    place = start
    open_hunk: _Hunk | None = None
    for run in paragraph.runs:
        if run.mark == "same":
            place += len(run.text)
            open_hunk = None
            continue
        if open_hunk is None:
            open_hunk = _Hunk(place, place, "", run.author, tracked=True)
            hunks.append(open_hunk)
        if run.mark == "deleted":
            place += len(run.text)
            open_hunk = replace(open_hunk, end=place)
        else:
            open_hunk = replace(open_hunk, after=open_hunk.after + run.text)
        hunks[-1] = open_hunk
    return hunks


def _compared(start: int, text: str, paragraph: MarkedParagraph) -> list[_Hunk]:
    from rapidfuzz.distance import Levenshtein

    hunks: list[_Hunk] = []
    new = paragraph.new
    marks = _marks(paragraph)
    for op in Levenshtein.opcodes(text, new):
        if op.tag == "equal":
            continue
        author = next((marks[i] for i in range(op.dest_start, op.dest_end) if marks[i]), "")
        hunk = _Hunk(start + op.src_start, start + op.src_end, new[op.dest_start : op.dest_end],
                     author, tracked=bool(author))  # fmt: skip
        previous = hunks[-1] if hunks else None
        if previous and hunk.start - previous.end <= _JOINED and previous.author == hunk.author:
            between = text[previous.end - start : hunk.start - start]
            hunk = replace(hunk, start=previous.start, after=previous.after + between + hunk.after)
            hunks.pop()
        hunks.append(hunk)
    return hunks


def _marks(paragraph: MarkedParagraph) -> list[str]:
    """The author of each character of the new text, where it was inserted as a tracked change."""
    marks: list[str] = []
    for run in paragraph.runs:
        if run.mark != "deleted":
            marks += [run.author if run.mark == "inserted" else ""] * len(run.text)
    return marks


class _Finder:
    """Finds what of the draft a change of the composed text belongs to."""

    def __init__(self, draft: Draft, composed: Composed) -> None:
        self._draft = draft
        self._places = composed.places
        self._text = composed.report.text

    def placed(self, hunk: _Hunk) -> list[Revision]:
        """The revisions of one change: one, unless it strikes out several cards."""
        struck = self._struck_cards(hunk)
        if struck:
            return self._with_what_is_left(struck, hunk)
        touched = [p for p in self._places if self._touches(p, hunk)]
        if not touched:
            return [self._unplaced(hunk)]
        figure = self._figure(touched, hunk)
        if figure is not None:
            return [figure]
        first = touched[0]
        same = [p for p in touched if (p.kind, p.id) == (first.kind, first.id)]
        here = self._words(same, replace(hunk, end=min(hunk.end, same[-1].end)))
        rest = [p for p in touched if p not in same]
        if not rest:
            return [here]
        return [here, *self.placed(_Hunk(rest[0].start, hunk.end, "", hunk.author, hunk.tracked))]

    def _touches(self, place: Place, hunk: _Hunk) -> bool:
        if hunk.start == hunk.end:  # an insertion belongs to what it follows, else to what follows
            return place.start < hunk.start <= place.end or (
                place.start == hunk.start and not self._ends_at(hunk.start)
            )
        return place.start < hunk.end and hunk.start < place.end

    def _ends_at(self, offset: int) -> bool:
        return any(place.end == offset for place in self._places)

    def _struck_cards(self, hunk: _Hunk) -> dict[str, tuple[int, int]]:
        """Spans of the cards of which nothing is left but, at most, the last full stop."""
        if hunk.after.strip():
            return {}
        whole = {}
        for card in dict.fromkeys(p.id for p in self._places if p.kind == "card"):
            places = [p for p in self._places if p.id == card and p.kind == "card"]
            start, end = places[0].start, places[-1].end
            if hunk.start <= start and _STOPS.fullmatch(self._text, min(hunk.end, end), end):
                whole[card] = (start, end)
        return whole

    def _with_what_is_left(self, struck: dict[str, tuple[int, int]], hunk: _Hunk) -> list[Revision]:
        """The struck cards as such, and what the change takes from their neighbours."""
        first, last = min(struck.values())[0], max(struck.values())[1]
        found: list[Revision] = []
        for start, end in ((hunk.start, first), (last, hunk.end)):
            taken = "".join(
                self._text[max(p.start, start) : min(p.end, end)]
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
                before=self._text[start:end],
                after="",
                author=hunk.author,
                tracked=hunk.tracked,
            )
            for card, (start, end) in struck.items()
        )
        return [*found, *dropped]

    def _figure(self, touched: list[Place], hunk: _Hunk) -> Revision | None:
        """A change of nothing but a printed figure changes the ledger."""
        slots = [p for p in touched if p.entry]
        if len(slots) != 1:
            return None
        place = slots[0]
        inside = place.start <= hunk.start and hunk.end <= place.end
        before = self._text[place.start : place.end]
        after = before[: hunk.start - place.start] + hunk.after + before[hunk.end - place.start :]
        if not inside or not _NUMBER.fullmatch(after):
            return None
        return Revision(
            "", "figure", place.entry or "", before, after, "", "", hunk.author, hunk.tracked
        )

    def _words(self, places: list[Place], hunk: _Hunk) -> Revision:
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

    def _unplaced(self, hunk: _Hunk) -> Revision:
        left = self._text[max(0, hunk.start - _CONTEXT) : hunk.start].rpartition("\n")[2]
        right = self._text[hunk.end : hunk.end + _CONTEXT].partition("\n")[0]
        before = self._text[hunk.start : hunk.end]
        return Revision(
            "", "unplaced", "", before, hunk.after, left, right, hunk.author, hunk.tracked
        )

    def new_paragraph(self, paragraph: MarkedParagraph, behind: int) -> Revision:
        """A paragraph that is new: a card behind the last one before it, or first in its topic."""
        earlier = [p for p in self._places if p.id and p.end <= behind]
        target = self._home(earlier[-1]) if earlier else ""
        author = next((run.author for run in paragraph.runs if run.author), "")
        tracked = any(run.mark == "inserted" for run in paragraph.runs)
        kind = "new_card" if target else "unplaced"
        return Revision("", kind, target, "", paragraph.new, "", "", author, tracked)  # type: ignore[arg-type]

    def _home(self, before: Place) -> str:
        """The card behind which a new one comes, or the topic in which it comes first."""
        if before.kind != "section":
            return before.id
        topics = self._draft.section(before.id).topics
        return topics[0].id if topics else ""

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
