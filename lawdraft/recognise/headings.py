"""Headings of every habit: numbered on a line of their own, run in, inside a line, and unnumbered.

Several readings of the text are tried; each is scored on the whole text and the best one is used.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.model.report import Heading
from lawdraft.recognise.candidates import Candidate, sibling_groups
from lawdraft.recognise.forms import CJK, LONGEST, STOP, ending_of, gap_in, is_phrase
from lawdraft.recognise.glued import reread, void_at
from lawdraft.recognise.marks import ORDINAL, Mark, bare_at, mark_at
from lawdraft.recognise.undelimited import heading_words, standard
from lawdraft.recognise.unnumbered import unnumbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawdraft.recognise.body import Piece

_MIDDLE = re.compile(
    r"(?<=[。！；;\s”）：])(?=[（(]?[一二三四五六七八九十0-9]{1,3}[、．.）)]|[①-⑳⑴-⒇㈠-㈩])"
)


_LONGEST_BARE = 16  # of a heading with no body behind it on its line
_SHORTEST = 14  # of a paragraph with a second heading inside
_NEAR = 6  # paragraphs
_LONGEST_LAST = 30  # of a heading with which its line ends, the body being on the next


def find_headings(pieces: Sequence[Piece], names: tuple[str, ...] = ()) -> tuple[Heading, ...]:
    """All headings in order, with level and layout; kinds are not set yet.

    `names`: how the report calls its unit.
    """
    candidates = reread(_numbered(pieces, names), pieces, names)
    candidates = _shortened(_settle(candidates), pieces, names)
    chosen = _ranked(sorted([*candidates, *_without_number(pieces, candidates)], key=_place))
    text = {piece.start: piece.text for piece in pieces}
    return tuple(
        Heading(
            candidate.level,
            text[pieces[candidate.piece].start][
                candidate.start - pieces[candidate.piece].start : candidate.end
                - pieces[candidate.piece].start
            ],
            candidate.layout,
            candidate.start,
            candidate.end,
        )
        for candidate in chosen
    )


def _place(candidate: Candidate) -> int:
    return candidate.start


def _without_number(pieces: Sequence[Piece], numbered: list[Candidate]) -> list[Candidate]:
    levels = {candidate.piece: candidate.level for candidate in numbered}
    return [
        Candidate(None, place, pieces[place].start, pieces[place].end, "own", True, level)  # noqa: FBT003
        for place, level in unnumbered(pieces, levels)
    ]


# --- numbered -------------------------------------------------------------------------------------


def _numbered(pieces: Sequence[Piece], names: tuple[str, ...]) -> list[Candidate]:
    candidates: list[Candidate] = []
    latest: dict[str, Mark] = {}
    bare = _bare_marks(pieces)
    for place, piece in enumerate(pieces):
        if piece.role != "body":
            continue
        mark = mark_at(piece.text) or bare.get(place)
        if mark is not None:
            candidates.append(_at_start(piece, place, mark, _below(pieces, place), names))
            latest[mark.form] = mark
        if len(piece.text) > _SHORTEST:
            inner = _inside(piece, place, latest, _next_mark(pieces, place))
            latest.update((found.mark.form, found.mark) for found in inner if found.mark)
            candidates += inner
    return candidates


def _bare_marks(pieces: Sequence[Piece]) -> dict[int, Mark]:
    """Paragraphs numbered without any sign, where two in a row go on: 一加强… 二规范…."""
    body = [(place, piece.text) for place, piece in enumerate(pieces) if piece.role == "body"]
    level = (
        2 if any(text and (mark := mark_at(text)) and mark.level == 1 for _, text in body) else 1
    )
    found = [(place, mark) for place, text in body if (mark := bare_at(text, level))]
    sure: dict[int, Mark] = {}
    for (place, mark), (later, following) in pairwise(found):
        if following.number == mark.number + 1:
            sure[place], sure[later] = mark, following
    return sure


def _next_mark(pieces: Sequence[Piece], place: int) -> Mark | None:
    """The number that the next numbered paragraph begins with."""
    below = (mark_at(piece.text) for piece in pieces[place + 1 : place + 1 + _NEAR] if piece.text)
    return next((mark for mark in below if mark is not None), None)


def _below(pieces: Sequence[Piece], place: int) -> Piece | None:
    if place + 1 < len(pieces) and pieces[place + 1].role in ("body", "table"):
        return pieces[place + 1]
    return None


def _at_start(
    piece: Piece, place: int, mark: Mark, below: Piece | None, names: tuple[str, ...]
) -> Candidate:
    """The heading a paragraph begins with; void where its words are none by themselves."""
    under = below.text if below else None
    ending = ending_of(piece.text[mark.end :], mark, under, torn=piece.torn, names=names)
    if ending is None:
        return void_at(piece, place, mark)
    end = piece.start + mark.end + ending.length
    return Candidate(
        mark, place, piece.start, end, ending.layout, ending.certain, mark.level, ending.closed, ending.leaf
    )  # fmt: skip


def _inside(
    piece: Piece, place: int, before: Mapping[str, Mark], after: Mark | None
) -> list[Candidate]:
    """Headings inside a paragraph: numbers that go on with its own, after the end of a sentence."""
    found: list[Candidate] = []
    for spot in _MIDDLE.finditer(piece.text, 4):
        mark = mark_at(piece.text, spot.start())
        if mark is not None and mark.level != ORDINAL:
            found += [c for c in [_within(piece, place, mark)] if c is not None]
    return [candidate for candidate in found if _continues(candidate, found, before, after)]


def _within(piece: Piece, place: int, mark: Mark) -> Candidate | None:
    """The heading that begins with a mark inside a paragraph."""
    text = piece.text
    stop = STOP.search(text, mark.end)
    whole = text[mark.end : stop.start() if stop else len(text)]
    length = _ended_by_sign(text[mark.end :], whole)
    words = whole[: length or len(whole)]
    if not 3 <= len(words) <= LONGEST or not CJK.search(words) or "；" in words:
        return None
    end = mark.end + len(words)
    clear = text[mark.start - 1] not in "；;"
    follows = len(text) - end > 6 and not mark_at(text, min(end + 1, len(text) - 1))
    last = stop is None and text[mark.start - 1] in "。！" and len(words) <= _LONGEST_LAST
    bare = (
        len(words) <= _LONGEST_BARE and text[mark.start - 1] == "。" and mark.level == _first(text)
    )
    certain = (follows or last or bare) and is_phrase(words) and clear
    start = piece.start + mark.start
    return Candidate(mark, place, start, piece.start + end, "mid_line", certain, mark.level)


def _first(text: str) -> int:
    """The level of the number that a paragraph begins with; 0 where it begins with none."""
    mark = mark_at(text)
    return mark.level if mark else 0


def _ended_by_sign(rest: str, words: str) -> int:
    """Where ：, a gap or a usual heading ends before its sentence does; 0 where none does."""
    colon = words.find("：")
    if 2 <= colon <= 24:
        return colon
    usual = standard(words)
    return gap_in(rest, min(len(words), LONGEST)) or (usual if usual < len(words) - 5 else 0)


def _continues(
    candidate: Candidate, others: list[Candidate], before: Mapping[str, Mark], after: Mark | None
) -> bool:
    """A number inside a line is a heading's where the one before or behind it, of its form, is too."""
    mark = candidate.mark
    assert mark is not None
    beside = [other.mark for other in others if other.mark is not None]
    beside += [before[mark.form]] if mark.form in before else []
    if any(other.form == mark.form and abs(other.number - mark.number) == 1 for other in beside):
        return True
    return after is not None and after.form == mark.form and after.number == mark.number + 1


# --- the whole text decides -----------------------------------------------------------------------


def _settle(candidates: list[Candidate]) -> list[Candidate]:
    """Doubtful numbered paragraphs are headings where most of their siblings are."""
    groups = sibling_groups(candidates)
    kept: list[Candidate] = []
    for group in groups:
        sure = sum(candidate.certain for candidate in group)
        kept.extend(
            candidate
            for candidate in group
            if candidate.certain or _with_siblings(candidate, sure, len(group))
        )
    return sorted(kept, key=lambda candidate: candidate.start)


def _shortened(
    candidates: list[Candidate], pieces: Sequence[Piece], names: tuple[str, ...]
) -> list[Candidate]:
    """A run-in heading far longer than its siblings has lost the 。 behind it."""
    shortened = []
    for group in sibling_groups(candidates):
        usual = sorted(candidate.end - candidate.start for candidate in group)[len(group) // 2]
        for candidate in group:
            length = candidate.end - candidate.start
            if len(group) > 2 and candidate.layout == "run_in" and length > max(24, 1.7 * usual):
                candidate = _cut_short(candidate, pieces[candidate.piece], names)
            shortened.append(candidate)
    return sorted(shortened, key=_place)


def _cut_short(candidate: Candidate, piece: Piece, names: tuple[str, ...]) -> Candidate:
    begin = candidate.mark.end if candidate.mark else 0
    if piece.text[candidate.end - piece.start : candidate.end - piece.start + 1] not in "。！":
        return candidate
    length = heading_words(piece.text[begin : candidate.end - piece.start], torn=True, names=names)
    end = piece.start + begin + length
    return replace(candidate, end=end) if length > 0 and end < candidate.end - 5 else candidate


def _with_siblings(candidate: Candidate, sure: int, size: int) -> bool:
    if candidate.layout == "mid_line" or (
        candidate.leaf and candidate.layout == "own" and sure * 2 < size
    ):
        return False
    length = candidate.end - candidate.start
    if not candidate.closed and not candidate.certain:
        return size > 1 and sure * 2 >= size - 1
    longest = 40 if candidate.leaf else 70
    return sure * 2 >= size and ((length <= longest and size > 1) or length <= 40)


def _ranked(candidates: list[Candidate]) -> list[Candidate]:
    """第一， says nothing of rank: it stands one below the heading it comes under."""
    current, ranked = 0, []
    for candidate in candidates:
        if candidate.level == ORDINAL:
            ranked.append(replace(candidate, level=min(current + 1, ORDINAL - 1)))
        else:
            current = candidate.level
            ranked.append(candidate)
    return ranked
