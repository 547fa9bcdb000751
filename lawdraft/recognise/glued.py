"""Numbered paragraphs whose headings run into their bodies without a sign, read side by side.

Two readings of each group of siblings are weighed: a heading is all that stands before the first
full stop, or it ends where its words do and the body begins. The better one of the group is used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawdraft.recognise.candidates import Candidate, sibling_groups
from lawdraft.recognise.forms import CJK, NOMINAL, STOP, is_phrase
from lawdraft.recognise.undelimited import FAIR, SURE, best_cut, standard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.recognise.body import Piece
    from lawdraft.recognise.marks import Mark

_LONGEST = 30
_LIKELY = 3.0  # worth of a place where the heading would be as long as the others
_NEAR = 6  # characters
_LONGER = 1.35  # times the usual length
_ENOUGH = 1.4  # worth of a place where its siblings are glued too
_FEWEST = 0.55  # of the paragraphs in question must have a good place to end their heading


def void_at(piece: Piece, place: int, mark: Mark) -> Candidate:
    """A numbered paragraph in which no heading was found: a heading only if its siblings say so."""
    start = piece.start + mark.start
    return Candidate(mark, place, start, start, "run_in", certain=False, level=mark.level)


def reread(
    candidates: Sequence[Candidate], pieces: Sequence[Piece], names: tuple[str, ...]
) -> list[Candidate]:
    """The candidates, those of glued groups with their ends found anew; void ones are left out."""
    groups = [_weighed(group, pieces, names) for group in sibling_groups(candidates)]
    levels = {members[0].candidate.level for members in groups}
    glued = {
        level
        for level in levels
        if _is_glued([m for members in groups for m in members if m.candidate.level == level])
    }
    usual = {level: _usual_length(groups, level) for level in levels}
    read: list[Candidate] = []
    for members in groups:
        level = members[0].candidate.level
        if level in glued or _is_glued(members):
            read.extend(_ended(member, names) for member in members)
        else:
            read.extend(_odd_one(member, usual[level]) for member in members)
    return sorted((c for c in read if c.end > c.start), key=lambda candidate: candidate.start)


@dataclass(frozen=True, slots=True)
class _Member:
    """A numbered paragraph with what speaks for each reading of it."""

    candidate: Candidate
    words: str  # up to the stop; empty where a sign ends the heading
    place: int  # where the body begins in all likelihood
    worth: float

    @property
    def length(self) -> int:
        """Characters of the heading as found, without its mark."""
        return self.candidate.end - self.candidate.start - _width(self.candidate)

    @property
    def parted(self) -> float:
        """How well the words up to the stop read as a heading; those ended by a sign are one."""
        if not self.words:
            return 1.0 if self.candidate.end > self.candidate.start else 0.0
        if self.candidate.layout == "own" and self.candidate.certain:
            return 1.0 if self.worth < SURE or NOMINAL.search(self.words) else 0.6
        if len(self.words) > _LONGEST or not is_phrase(self.words.rstrip("。！")):
            return 0.0
        return 1.0 if self.worth < SURE else 0.4

    @property
    def glued(self) -> float:
        """How well they read as a heading and the beginning of its body."""
        return 1.0 if self.worth >= SURE else 0.6 if self.worth >= FAIR else 0.0


def _weighed(
    group: list[Candidate], pieces: Sequence[Piece], names: tuple[str, ...]
) -> list[_Member]:
    members = []
    for candidate in group:
        words = _words(candidate, pieces[candidate.piece])
        place, worth = _cut_of(words, names) if words else (0, 0.0)
        members.append(_Member(candidate, words, place, worth))
    return members


def _usual_length(groups: Sequence[Sequence[_Member]], level: int) -> int:
    """How long the headings of a level are where something parts them from their bodies; 0: none."""
    lengths = sorted(
        member.length
        for members in groups
        for member in members
        if member.candidate.level == level and member.length > 0 and member.parted >= 1.0
    )
    return lengths[len(lengths) // 2] if lengths else 0


def _odd_one(member: _Member, usual: int) -> Candidate:
    """A member that alone lost the sign behind its heading: far longer than the others are."""
    whole = len(member.words)
    longer = usual and whole > max(_LONGER * usual, usual + 8)
    near = abs(member.place - usual) <= _NEAR
    likely = member.worth >= SURE or (near and member.worth >= _LIKELY)
    if longer and likely and not NOMINAL.search(member.words):
        return _with_end(member.candidate, member.place)
    return member.candidate


def _is_glued(members: Sequence[_Member]) -> bool:
    glued = sum(member.glued for member in members)
    doubtful = sum(1 for member in members if member.words)
    return glued > sum(member.parted for member in members) and glued >= _FEWEST * doubtful


def _ended(member: _Member, names: tuple[str, ...]) -> Candidate:
    """The candidate with the end that its reading as glued gives it, where it gives one."""
    if not member.words:
        return member.candidate
    place, worth = member.place, member.worth
    if worth < FAIR and member.parted < 1.0:
        place, worth = best_cut(member.words, names, forced=True)
        worth = FAIR if worth >= _ENOUGH else 0.0
    return _with_end(member.candidate, place) if worth >= FAIR else member.candidate


def _words(candidate: Candidate, piece: Piece) -> str:
    """What follows the mark up to the next stop, where no sign has ended the heading before it."""
    if candidate.mark is None:
        return ""
    words = piece.text[candidate.start - piece.start + _width(candidate) :]
    stop = STOP.search(words)
    end = stop.start() if stop else len(words)
    found = candidate.end - candidate.start - _width(candidate)
    by_sign = candidate.closed and 0 < found < end
    whole = candidate.layout == "own" and not stop
    return "" if by_sign or whole or not CJK.search(words) else words[: end + 1]


def _width(candidate: Candidate) -> int:
    return candidate.mark.end - candidate.mark.start if candidate.mark else 0


def _cut_of(words: str, names: tuple[str, ...]) -> tuple[int, float]:
    if length := standard(words):
        return (length, SURE) if length < len(words) - 5 else (0, 0.0)
    return best_cut(words, names)


def _with_end(candidate: Candidate, place: int) -> Candidate:
    layout = "run_in" if candidate.layout == "own" else candidate.layout
    end = candidate.start + _width(candidate) + place
    return replace(candidate, end=end, layout=layout, certain=True, closed=False, leaf=False)
