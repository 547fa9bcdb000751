"""From verdicts to what the user sees: spans in code points, the three numbers, leftovers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.model.report import Span
from lawdraft.model.similarity import Comparison, Match
from lawdraft.similarity.grams import SIZE
from lawdraft.similarity.holders import SetPassage, set_passages
from lawdraft.similarity.leftovers import leftovers
from lawdraft.similarity.normal import code_points
from lawdraft.similarity.unit import same_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.comparing import Aligned
    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.normal import Codes
    from lawdraft.similarity.sources import Sources
    from lawdraft.similarity.verdict import Judged

    Mask = NDArray[np.bool_]

_CLOSING = frozenset(ord(mark) for mark in "。；;！!？?”’）)》")
_COMMON = 0.3  # rarity below which a gram is common property
_PHRASE = 8  # letters of a set phrase
_LOOKED_IN = 4  # reports in which set phrases are looked up
_LAW = re.compile(r"《[^《》\n]{2,60}》")


@dataclass(frozen=True, slots=True)
class Asked:
    """The text that was passed, whose it is, and of which year."""

    text: str
    unit: str | None
    year: int | None


class Spans:
    """Turns letters of a normal text into spans of the text as given."""

    def __init__(self, raw: Codes, place: NDArray[np.int64], start: int, end: int) -> None:
        self._raw = raw[start:end]
        self._place, self._start = place, start
        self._points = code_points(self._raw)

    def of(self, first: int, last: int) -> Span:
        """Letters first..last as code points, closing marks included."""
        start = int(self._place[first]) - self._start
        end = int(self._place[last - 1]) - self._start + 1
        while end < len(self._raw) and int(self._raw[end]) in _CLOSING:
            end += 1
        if self._points is None:
            return Span(start, end)
        return Span(int(self._points[start]), int(self._points[end]))


def compare_result(
    asked: Asked, draft: Weighed, sources: Sources, kept: Sequence[Judged], aligned: Aligned
) -> Comparison:
    """Matches and shares of one text: `kept` are its copied passages."""
    spans = Spans(draft.normal.raw, draft.normal.place, 0, len(draft.normal.raw))
    common = _common_letters(draft)
    copied = [_match(one, asked, spans, sources) for one in kept]
    set_text = list(set_passages(draft, sources, aligned))
    for one in set_text:
        common[one.start : one.end] = False
    phrases = [_set_text(one, asked, spans, sources) for one in set_text]
    phrases += _phrases(common, draft, sources, spans, asked)
    matches = sorted(
        (*copied, *phrases), key=lambda one: (one.draft.start, one.kind, one.report_id)
    )
    for one in set_text:
        common[one.start : one.end] = True
    set_mask = _in_text(asked, spans, common)
    other = np.zeros(len(asked.text), bool)
    for match in copied:
        if not match.own:
            other[match.draft.start : match.draft.end] = True
    size = max(1, len(asked.text))
    return Comparison(
        tuple(matches), float((other & ~set_mask).sum() / size), float(set_mask.sum() / size)
    )


def _common_letters(draft: Weighed) -> Mask:
    """Letters inside runs of at least eight that official prose or many towns have."""
    letters = len(draft.normal)
    common = np.zeros(letters, bool)
    low = np.zeros(letters, bool)
    low[: len(draft.grams)] = draft.rarity[: len(draft.grams)] < _COMMON
    for start, end in _runs(low):
        if end - start + SIZE - 1 >= _PHRASE:
            common[start : end + SIZE - 1] = True
    return common


def _runs(mask: Mask) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.view(np.int8), [0]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _match(one: Judged, asked: Asked, spans: Spans, sources: Sources) -> Match:
    passage, row = one.passage, sources.rows[one.passage.report]
    there = _source_spans(sources, passage.report)
    draft, source = spans.of(passage.start, passage.end), there.of(
        passage.source_start, passage.source_end
    )  # fmt: skip
    own = same_unit(asked.unit, row.unit)
    words: tuple[str, ...] = ()
    if not own:
        words = leftovers(
            asked.text[draft.start : draft.end],
            _source_text(sources, passage.report, source),
            source_unit=row.unit,
            unit=asked.unit,
            year=asked.year,
            elsewhere=asked.text[: draft.start] + "\n" + asked.text[draft.end :],
        )
    return Match(row.id, "copied", own, draft, source, round(one.passage.share, 4), words)


def _set_text(one: SetPassage, asked: Asked, spans: Spans, sources: Sources) -> Match:
    row, there = sources.rows[one.report], _source_spans(sources, one.report)
    draft, source = spans.of(one.start, one.end), there.of(one.source_start, one.source_end)
    own = same_unit(asked.unit, row.unit)
    return Match(row.id, "set_phrase", own, draft, source, round(one.share, 4))


def _source_spans(sources: Sources, report: int) -> Spans:
    start, end = (int(edge) for edge in sources.raw_starts[report : report + 2])
    return Spans(sources.normal.raw, sources.normal.place, start, end - 1)


def _source_text(sources: Sources, report: int, span: Span) -> str:
    start, end = (int(edge) for edge in sources.raw_starts[report : report + 2])
    text = sources.normal.raw[start : end - 1].tobytes().decode("utf-16-le", "surrogatepass")
    return text[span.start : span.end]


def _phrases(
    common: Mask, draft: Weighed, sources: Sources, spans: Spans, asked: Asked
) -> list[Match]:
    """Set phrases that one of the likeliest reports has word for word."""
    texts = [
        sources.normal.codes[start:end].tobytes().decode("utf-16-le")
        for start, end in zip(
            sources.starts[:_LOOKED_IN].tolist(), sources.starts[1 : _LOOKED_IN + 1].tolist(),
            strict=False,
        )
    ]  # fmt: skip
    found = []
    for start, end in _runs(common):
        phrase = draft.normal.codes[start:end].tobytes().decode("utf-16-le")
        for report, text in enumerate(texts):
            at = text.find(phrase)
            if at >= 0:
                first = int(sources.starts[report]) + at
                there = _source_spans(sources, report).of(first, first + end - start)
                row = sources.rows[report]
                own = same_unit(asked.unit, row.unit)
                here = spans.of(start, end)
                found.append(Match(row.id, "set_phrase", own, here, there, 1.0))
                break
    return found


def _in_text(asked: Asked, spans: Spans, common: Mask) -> Mask:
    mask = np.zeros(len(asked.text), bool)
    for start, end in _runs(common):
        span = spans.of(start, end)
        mask[span.start : span.end] = True
    for found in _LAW.finditer(asked.text):
        mask[found.start() : found.end()] = True
    return mask
