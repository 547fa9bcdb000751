"""From verdicts to what the user sees: spans in code points, the three numbers, leftovers."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.model.report import Span
from lawdraft.model.similarity import Comparison, Match
from lawdraft.similarity.counts import SET_UNITS
from lawdraft.similarity.grams import SIZE
from lawdraft.similarity.holders import SetPassage, set_passages
from lawdraft.similarity.leftovers import leftovers
from lawdraft.similarity.normal import code_points, encode, fold
from lawdraft.similarity.unit import same_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from lawdraft.model.similarity import MatchKind
    from lawdraft.similarity.comparing import Aligned
    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.normal import Codes
    from lawdraft.similarity.passages import Passage
    from lawdraft.similarity.sources import Sources
    from lawdraft.similarity.verdict import Judged

    Mask = NDArray[np.bool_]

_CLOSING = frozenset(ord(mark) for mark in "。；;！!？?”’）)》")
_OPENING = frozenset(ord(mark) for mark in "“‘（(《")
_DIGITS = frozenset(ord(digit) for digit in "0123456789０１２３４５６７８９")
_IN_NUMBER, _AFTER_NUMBER = frozenset(map(ord, ".,．，")), frozenset(map(ord, "%％‰"))
_COMMON = 0.3  # rarity in official prose below which a gram is common property
_KNOWN = 0.8  # below which prose knows a gram at all
_COMMON_HERE = 0.12  # and in this library: a third of its units have it
_PHRASE = 8  # letters of a set phrase
_LONGEST_NUMBER = 24  # characters
_LEAST_LEFT = 12  # letters of a passage outside the user's set phrases for it to count
_LOOKED_IN = 4  # reports in which set phrases are looked up
_LAW = re.compile(r"《[^《》\n]{2,60}》")


@dataclass(frozen=True, slots=True)
class Asked:
    """The text that was passed, whose it is, and of which year."""

    text: str
    unit: str | None
    year: int | None
    phrases: tuple[str, ...] = ()  # the user's set phrases, in normal letters


class Spans:
    """Turns letters of a normal text into spans of the text as given."""

    def __init__(self, raw: Codes, place: NDArray[np.int64], start: int, end: int) -> None:
        self._raw = raw[start:end]
        self._place, self._start = place, start
        self._points = code_points(self._raw)

    def of(self, first: int, last: int) -> Span:
        """Letters first..last as code points, with their marks and the whole of a number."""
        start = int(self._place[first]) - self._start
        end = self._after(int(self._place[last - 1]) - self._start)
        while start and int(self._raw[start - 1]) in _OPENING:
            start -= 1
        while end < len(self._raw) and int(self._raw[end]) in _CLOSING:
            end += 1
        if self._points is None:
            return Span(start, end)
        return Span(int(self._points[start]), int(self._points[end]))

    def _after(self, last: int) -> int:
        """What follows the letter at `last`; a number is one letter, of which it is the first."""
        end, codes = last + 1, self._raw[last : last + _LONGEST_NUMBER].tolist()
        if codes[0] not in _DIGITS:
            return end
        for code, following in pairwise([*codes[1:], 0]):
            inside = code in _IN_NUMBER and following in _DIGITS
            if not (inside or code in _DIGITS or code in _AFTER_NUMBER):
                break
            end += 1
        return end


def compare_result(
    asked: Asked, draft: Weighed, sources: Sources, kept: Sequence[Judged], aligned: Aligned
) -> Comparison:
    """Matches and shares of one text: `kept` are its copied passages."""
    spans = Spans(draft.normal.raw, draft.normal.place, 0, len(draft.normal.raw))
    sides = Sides(sources, asked.unit)
    users = _users_letters(draft, asked.phrases)
    said = Sayings(draft)
    copied = [_match(one.passage, asked, spans, sides, users, said) for one in kept]
    set_text: list[SetPassage] = []
    if aligned.holders and aligned.points:
        set_text = [*set_passages(draft, sources, aligned.holders, aligned.points)]
    common = _common_letters(draft) | users
    for one in set_text:
        common[one.start : one.end] = False
    phrases = [_set_text(one, spans, sides) for one in set_text]
    phrases += _phrases(common, draft, spans, sides)
    for one in set_text:
        common[one.start : one.end] = True
    everything = sorted(
        (*copied, *phrases), key=lambda one: (one.draft.start, one.kind, one.report_id)
    )
    shared = _shared(asked.text, spans, common)
    copied = [match for match in copied if match.kind == "copied"]
    taken = _taken(asked.text, copied) & ~shared
    others = _taken(asked.text, [match for match in copied if not match.own]) & ~shared
    size = max(1, len(asked.text))
    shares = (float(mask.sum() / size) for mask in (taken, shared, others))
    return Comparison(tuple(everything), *shares)


def _taken(text: str, copied: Sequence[Match]) -> Mask:
    """Characters inside these matches."""
    taken = np.zeros(len(text), bool)
    for match in copied:
        taken[match.draft.start : match.draft.end] = True
    return taken


def _shared(text: str, spans: Spans, common: Mask) -> Mask:
    """Characters of set phrases and law titles."""
    shared = np.zeros(len(text), bool)
    for start, end in _runs(common):
        span = spans.of(start, end)
        shared[span.start : span.end] = True
    for found in _LAW.finditer(text):
        shared[found.start() : found.end()] = True
    return shared


def _common_letters(draft: Weighed) -> Mask:
    """Letters inside runs of at least eight that official prose or many towns have."""
    common = np.zeros(len(draft.normal), bool)
    low = np.zeros(len(draft.normal), bool)
    count = len(draft.grams)
    low[:count] = (draft.prose < _COMMON) | (draft.rarity[:count] < _COMMON_HERE)
    for start, end in _runs(low, _PHRASE - SIZE + 1):
        common[start : end + SIZE - 1] = True
    return common


def _users_letters(draft: Weighed, phrases: Sequence[str]) -> Mask:
    """Letters inside the user's set phrases."""
    users = np.zeros(len(draft.normal), bool)
    text = _letters(draft.normal.codes) if phrases else ""
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            users[at : at + len(phrase)] = True
            at = text.find(phrase, at + len(phrase))
    return users


def normal_phrases(phrases: Iterable[str], letters: Codes) -> tuple[str, ...]:
    """Set phrases in normal letters, without those too short to mean anything."""
    folded = (_letters(fold(encode(phrase), letters)[0]) for phrase in phrases)
    return tuple(phrase for phrase in folded if len(phrase) >= SIZE)


def _runs(mask: Mask, least: int = 1) -> Iterator[tuple[int, int]]:
    """Start and end of each run of at least so many letters."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.view(np.int8), [0]))))
    start, end = edges[::2], edges[1::2]
    kept = end - start >= least
    yield from zip(start[kept].tolist(), end[kept].tolist(), strict=True)


class Sides:
    """The reports' side of matches: spans of their texts, and whether they are the unit's own."""

    def __init__(self, sources: Sources, unit: str | None) -> None:
        self.sources, self._unit = sources, unit
        self._spans: dict[int, Spans] = {}
        self._own: dict[int, bool] = {}

    def span(self, report: int, first: int, last: int) -> Span:
        """Letters first..last of the sources in the report's own text."""
        if report not in self._spans:
            start, end = self.sources.spans[report].tolist()
            normal = self.sources.normal
            self._spans[report] = Spans(normal.raw, normal.place, start, end)
        return self._spans[report].of(first, last)

    def own(self, report: int) -> bool:
        """True for the draft's own unit."""
        if report not in self._own:
            self._own[report] = same_unit(self._unit, self.sources.rows[report].unit)
        return self._own[report]

    def text(self, report: int, span: Span) -> str:
        """What a span of the report says."""
        start, end = self.sources.spans[report].tolist()
        raw = self.sources.normal.raw[start:end]
        return raw.tobytes().decode("utf-16-le", "surrogatepass")[span.start : span.end]


class Sayings:
    """Which words of a draft everybody says: in official prose, or in this library."""

    def __init__(self, draft: Weighed) -> None:
        self._draft, self._text = draft, ""

    def common(self, word: str) -> bool:
        """True for “八五” (too short to name anything) and “法律明白人”, not for “渔火夜话”."""
        letters = "".join(one for one in word if one.isalnum()).lower()
        self._text = self._text or _letters(self._draft.normal.codes)
        at = self._text.find(letters) if len(letters) >= SIZE else -1
        if at < 0:
            return True
        inside = slice(at, at + len(letters) - SIZE + 1)
        known = self._draft.prose[inside] < _KNOWN
        return bool(known.any() or (self._draft.held[inside] >= SET_UNITS).all())


def _match(
    passage: Passage, asked: Asked, spans: Spans, sides: Sides, users: Mask, said: Sayings
) -> Match:
    """A copied passage; a set phrase where little but the user's set phrases is in it."""
    report, row = passage.report, sides.sources.rows[passage.report]
    draft = spans.of(passage.start, passage.end)
    source = sides.span(report, passage.source_start, passage.source_end)
    words: tuple[str, ...] = ()
    if not sides.own(report):
        words = leftovers(
            asked.text[draft.start : draft.end],
            sides.text(report, source),
            source_unit=row.unit,
            unit=asked.unit,
            year=asked.year,
            elsewhere=asked.text[: draft.start] + "\n" + asked.text[draft.end :],
            common=said.common,
        )
    share = round(passage.share, 4)
    left = int((~users[passage.start : passage.end]).sum())
    kind: MatchKind = "copied" if left >= _LEAST_LEFT else "set_phrase"
    return Match(row.id, kind, sides.own(report), draft, source, share, words)


def _set_text(one: SetPassage, spans: Spans, sides: Sides) -> Match:
    name = sides.sources.rows[one.report].id
    draft = spans.of(one.start, one.end)
    source = sides.span(one.report, one.source_start, one.source_end)
    return Match(name, "set_phrase", sides.own(one.report), draft, source, round(one.share, 4))


def _phrases(common: Mask, draft: Weighed, spans: Spans, sides: Sides) -> list[Match]:
    """Set phrases that one of the likeliest reports has word for word."""
    sources = sides.sources
    starts = sources.starts[: _LOOKED_IN + 1].tolist()
    ours = _letters(draft.normal.codes)
    theirs = _letters(sources.normal.codes[: starts[-1]])
    found = []
    for start, end in _runs(common):
        first = theirs.find(ours[start:end])
        report = bisect_right(starts, first) - 1
        if first < 0 or first + end - start > starts[report + 1]:
            continue
        source = sides.span(report, first, first + end - start)
        name, own = sources.rows[report].id, sides.own(report)
        found.append(Match(name, "set_phrase", own, spans.of(start, end), source, 1.0))
    return found


def _letters(codes: Codes) -> str:
    return codes.tobytes().decode("utf-16-le", "surrogatepass")
