"""The reports a draft is aligned with: several texts as one run of normal letters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.database import Row, unpack
from lawdraft.similarity.grams import SIZE, grams
from lawdraft.similarity.normal import Normal, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawdraft.similarity.grams import Grams
    from lawdraft.similarity.normal import Codes

    # sentence bounds of a report, what each letter covers of its sentence, sums a sentence
    Cover = tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]

_LONGEST = 32_000  # letters of one entry
_NEWLINE = np.array([10], np.uint16)


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Reports `rows`; entry k has the letters starts[k] to starts[k + 1] of `normal`.

    A very long report has several entries, a stretch of it each.
    """

    rows: Sequence[Row]
    normal: Normal  # of all texts, a line end between two
    starts: NDArray[np.int64]  # letters
    spans: NDArray[np.int64]  # of the whole report's text: first code unit, end
    grams: Grams  # those that cross from one report into the next are 0
    covers: dict[tuple[object, int], Cover] = field(default_factory=dict)  # weighed already


def gather_sources(rows: Sequence[Row], letters: Codes) -> Sources:
    """Unpack and normalise these reports in one go."""
    texts = [np.frombuffer(unpack(row.body), np.uint16) for row in rows]
    return join_sources(rows, texts, letters)


def join_sources(rows: Sequence[Row], texts: Sequence[Codes], letters: Codes) -> Sources:
    """Sources from texts as UTF-16 codes."""
    raw = np.concatenate([part for text in texts for part in (text, _NEWLINE)] or [_NEWLINE[:0]])
    raw_starts = np.cumsum([0, *(len(text) + 1 for text in texts)])
    normal = normalise(raw, letters)
    edges = np.searchsorted(normal.place, raw_starts).tolist()
    parts = [
        (k, at)
        for k in range(len(rows))
        for at in range(edges[k], max(edges[k] + 1, edges[k + 1]), _LONGEST)
    ]
    starts = np.array([at for _, at in parts] + edges[-1:], np.int64)
    if len(parts) > len(rows):
        normal = replace(normal, bounds=np.union1d(normal.bounds, starts))
    spans = np.array([(raw_starts[k], raw_starts[k + 1] - 1) for k, _ in parts], np.int64)
    values = np.zeros(len(normal), np.uint64)
    inner = grams(normal.codes)
    values[: len(inner)] = inner
    for back in range(1, SIZE):
        ends = starts[1:] - back
        values[ends[ends >= 0]] = 0
    return Sources([rows[k] for k, _ in parts], normal, starts, spans.reshape(-1, 2), values)


def part_of(whole: Sources, first: int, last: int) -> Sources:
    """The entries first to last as sources of their own."""
    start, end = int(whole.starts[first]), int(whole.starts[last])
    unit, after = int(whole.spans[first, 0]), int(whole.spans[last - 1, 1]) + 1
    normal = whole.normal
    low, high = np.searchsorted(normal.bounds, (start, end))
    return Sources(
        whole.rows[first:last],
        Normal(
            normal.codes[start:end],
            normal.place[start:end] - unit,
            normal.bounds[low : high + 1] - start,
            normal.raw[unit:after],
        ),
        whole.starts[first : last + 1] - start,
        whole.spans[first:last] - unit,
        whole.grams[start:end],
    )


def stack_sources(parts: Sequence[Sources]) -> Sources:
    """Several sources as one, without normalising again."""
    if len(parts) == 1:
        return parts[0]
    letters = np.cumsum([0, *(len(part.normal) for part in parts)])
    units = np.cumsum([0, *(len(part.normal.raw) for part in parts)])
    bounds = [part.normal.bounds[:-1] + at for part, at in zip(parts, letters, strict=False)]
    normal = Normal(
        np.concatenate([part.normal.codes for part in parts]),
        np.concatenate([p.normal.place + at for p, at in zip(parts, units, strict=False)]),
        np.concatenate([*bounds, letters[-1:]]),
        np.concatenate([part.normal.raw for part in parts]),
    )
    starts = [part.starts[:-1] + at for part, at in zip(parts, letters, strict=False)]
    spans = [part.spans + at for part, at in zip(parts, units, strict=False)]
    return Sources(
        [row for part in parts for row in part.rows],
        normal,
        np.concatenate([*starts, letters[-1:]]),
        np.concatenate(spans),
        np.concatenate([part.grams for part in parts]),
    )
