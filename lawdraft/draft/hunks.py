"""What changed inside a paragraph, point by point: numbers of points and headings count themselves."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawdraft.draft.aligning import aligned, moved
from lawdraft.text.markers import read_marker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.draft.marked import MarkedParagraph
    from lawdraft.text.markers import Marker

_JOINED = 2  # characters between two changes that are told as one
_RETYPED, _RETYPED_ALIKE = 12, 60.0  # characters, per cent
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_NUMERALS = {"chinese": "[一二三四五六七八九十]{1,3}", "arabic": r"\d{1,2}", "circled": "[①-⑳]"}
_BEFORE_POINT = r"(?:^|(?<=[。；;：:！？!?，,\n]))"


@dataclass(frozen=True, slots=True)
class Hunk:
    """[start, end) of the composed text became `after`."""

    start: int
    end: int
    after: str
    author: str = ""
    tracked: bool = False
    new_point: bool = False  # a point of its own, behind what stands before `start`
    source: int | None = None  # where that point stood, if it only changed its place


@dataclass(frozen=True, slots=True)
class _Segment:
    """A point with its marker: [start, end) of a text, its own words from `words` on."""

    start: int
    words: int
    end: int

    def of(self, text: str) -> str:
        return text[self.words : self.end]


def hunks_of(
    start: int, text: str, paragraph: MarkedParagraph, gaps: Sequence[tuple[int, int]]
) -> list[Hunk]:
    """Changes of a paragraph that begins at `start`: as tracked, else as a comparison finds them.

    `gaps`: what stands in `text` between the things of the draft: markers, numbers, line ends.
    """
    hunks = _tracked(start, paragraph) if paragraph.old == text else []
    exact = bool(hunks) and not any(_is_retyped(_before(h, start, text), h.after) for h in hunks)
    if not exact:
        compared = _compared(start, text, paragraph.new, paragraph)
        hunks = [h for h in compared if not _same_print(_before(h, start, text), h.after)]
    shapes = _shapes(text, gaps)
    if hunks and shapes and _touch_numbers(hunks, start, gaps, shapes):
        return list(_by_points(start, text, paragraph, gaps, shapes))
    return hunks


def _before(hunk: Hunk, start: int, text: str) -> str:
    return text[hunk.start - start : hunk.end - start]


def _is_retyped(before: str, after: str) -> bool:
    """Whether a stretch was struck out and written again with little changed."""
    from rapidfuzz import fuzz

    if _same_print(before, after):
        return True
    return len(before) >= _RETYPED and fuzz.ratio(before, after) >= _RETYPED_ALIKE


def _touch_numbers(
    hunks: list[Hunk], start: int, gaps: Sequence[tuple[int, int]], shapes: list[str]
) -> bool:
    """Whether a change reaches into a marker, or brings one."""
    pattern = re.compile(f"(?:{'|'.join(shapes)})")
    inside = any(h.start - start < b and a < h.end - start for h in hunks for a, b in gaps)
    return inside or any(pattern.search(h.after) or "\n" in h.after for h in hunks)


def _same_print(before: str, after: str) -> bool:
    """Whether nothing but the width of marks and blanks differs: laying out mends that itself."""
    return _folded(before) == _folded(after) and before.count("\n") == after.count("\n")


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return "".join(plain.split())


# -- point by point --------------------------------------------------------------------------------


def _shapes(text: str, gaps: Sequence[tuple[int, int]]) -> list[str]:
    """Patterns of the kinds of markers that the paragraph has: [一二三…]是."""
    markers = (read_marker(text[a:b].strip()) for a, b in gaps)
    return list(dict.fromkeys(_shape(marker) for marker in markers if marker is not None))


def _shape(marker: Marker) -> str:
    return f"{re.escape(marker.before)}{_NUMERALS[marker.script]}{re.escape(marker.after)}"


def _segments(text: str, marks: Sequence[tuple[int, int]]) -> list[_Segment]:
    cuts = [*marks] if marks and marks[0][0] == 0 else [(0, 0), *marks]
    ends = [a for a, _ in cuts[1:]] + [len(text)]
    return [_Segment(a, b, end) for (a, b), end in zip(cuts, ends, strict=True)]


def _by_points(
    start: int,
    text: str,
    paragraph: MarkedParagraph,
    gaps: Sequence[tuple[int, int]],
    shapes: list[str],
) -> Iterator[Hunk]:
    """The changes of each point by itself; a point struck out, or a new one, as a whole."""
    new = paragraph.new
    ours = _segments(
        text, [_trimmed(text, gap) for gap in gaps if read_marker(text[slice(*gap)].strip())]
    )
    found = re.finditer(f"{_BEFORE_POINT}[ \u3000]*(?:{'|'.join(shapes)})", new)
    theirs = _segments(new, [match.span() for match in found])
    mine, words = [s.of(text).strip() for s in ours], [s.of(new).strip() for s in theirs]
    pairs = aligned(mine, words, joining=False)
    shifted = moved(pairs, mine, words)
    done = 0  # of our text
    author = next((run.author for run in paragraph.runs if run.author), "")
    for pair in pairs:
        here, there = pair.here.start, pair.there.start
        if pair.here and pair.there:
            done = ours[here].end
            yield from _one_point(start, text, ours[here], theirs[there], paragraph)
        elif pair.here and here not in shifted.values():
            done = ours[here].end
            yield Hunk(start + ours[here].start, start + done, "", author, bool(author))
        elif pair.there and there in shifted:
            source = ours[shifted[there]]
            at = start + done
            point = Hunk(at, at, words[there], author, bool(author), new_point=True)
            yield replace(point, source=start + source.words)
            yield from _one_point(start, text, source, theirs[there], paragraph)
        elif pair.there and words[there]:
            whole = new[theirs[there].start : theirs[there].end].strip()
            yield Hunk(start + done, start + done, whole, author, bool(author), new_point=True)


def _trimmed(text: str, gap: tuple[int, int]) -> tuple[int, int]:
    """A gap without the line end before its marker, which belongs to the point before."""
    return gap[0] + len(text[slice(*gap)]) - len(text[slice(*gap)].lstrip("\n")), gap[1]


def _one_point(
    start: int, text: str, here: _Segment, there: _Segment, paragraph: MarkedParagraph
) -> Iterator[Hunk]:
    mine, words = here.of(text), there.of(paragraph.new)
    ends = mine.endswith("\n"), words.endswith("\n")
    mine, words = mine.rstrip("\n"), words.strip("\n")
    if ends == (True, False) and words.endswith("。") and not mine.endswith("。"):
        words = words[:-1]  # a heading that runs in ends with a full stop by itself
    unmarked = here.words > here.start and there.words == there.start
    for hunk in _compared(start + here.words, mine, words, paragraph, there.words):
        if _same_print(_before(hunk, start, text), hunk.after):
            continue
        if unmarked and hunk.start == hunk.end == start + here.words:
            hunk = replace(hunk, start=start + here.start)  # 一是 became 首先
        yield hunk
    at = start + here.words + len(mine)
    if ends == (True, False) and here.end < len(text):
        yield Hunk(at, at + 1, "")
    elif ends == (False, True) and here.end < len(text):
        yield Hunk(at, at, "\n")


# -- as tracked, as compared -----------------------------------------------------------------------


def _tracked(start: int, paragraph: MarkedParagraph) -> list[Hunk]:
    hunks: list[Hunk] = []
    place = start
    open_hunk: Hunk | None = None
    for run in paragraph.runs:
        if run.mark == "same":
            place += len(run.text)
            open_hunk = None
            continue
        if open_hunk is None:
            open_hunk = Hunk(place, place, "", run.author, tracked=True)
            hunks.append(open_hunk)
        if run.mark == "deleted":
            place += len(run.text)
            open_hunk = replace(open_hunk, end=place)
        else:
            open_hunk = replace(open_hunk, after=open_hunk.after + run.text)
        hunks[-1] = open_hunk
    return hunks


def _compared(
    start: int, text: str, new: str, paragraph: MarkedParagraph, skipped: int = 0
) -> list[Hunk]:
    """What makes `new` of `text`; `skipped`: where `new` begins in the paragraph's new text."""
    from rapidfuzz.distance import Levenshtein

    hunks: list[Hunk] = []
    marks = _marks(paragraph)
    struck = [run for run in paragraph.runs if run.mark == "deleted"]
    for op in Levenshtein.opcodes(text, new):
        if op.tag == "equal":
            continue
        inserted = marks[skipped + op.dest_start : skipped + op.dest_end]
        gone = text[op.src_start : op.src_end]
        author = next(filter(None, inserted), "") or next(
            (run.author for run in struck if gone and gone in run.text), ""
        )
        hunk = Hunk(start + op.src_start, start + op.src_end, new[op.dest_start : op.dest_end],
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
