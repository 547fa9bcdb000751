"""Numbers that are surely parts: with their neighbours they make a whole told before, or stand in a list.

What is a part of one whole is not itself the whole of what follows it.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from lawdraft.check.accounts import entries_of
from lawdraft.check.chains import can_be_whole, chain
from lawdraft.check.rows import sums_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawdraft.check.accounts import Entry
    from lawdraft.check.reading import Reading


def settled_parts(reading: Reading) -> frozenset[int]:
    """Where the parts start that make a number of an earlier sentence of their paragraph."""
    places: set[int] = set()
    for sentences in _paragraphs(reading):
        told: set[tuple[str, float]] = set()
        for entries in sentences:
            for at in range(len(entries) - 1):
                places.update(_row_of_one_told(entries, at, told))
            told.update((e.kind, e.figure.number) for e in entries if can_be_whole(e))
    return frozenset(places)


def _paragraphs(reading: Reading) -> Iterator[list[tuple[Entry, ...]]]:
    """The numbers of each paragraph, sentence by sentence."""
    rows: dict[int, list[tuple[Entry, ...]]] = {}
    for span in reading.sentences:
        line = reading.text.rfind("\n", 0, span.start)
        rows.setdefault(line, []).append(entries_of(reading, span))
    yield from rows.values()


def _row_of_one_told(
    entries: Sequence[Entry], at: int, told: set[tuple[str, float]]
) -> Iterable[int]:
    """The parts from `at` on that make a number told before; none where they make none."""
    kind = entries[at].kind
    if not any(kind == other for other, _ in told):
        return ()
    row = [part for part in chain(entries, at) if part.kind == kind]
    for count, made in enumerate(sums_of(row), 2):
        if (kind, made) in told:
            return [part.figure.start for part in row[:count]]
    return ()


def is_listed(entries: Sequence[Entry], at: int) -> bool:
    """Whether a number stands among others joined by 、 and so is no whole: 邻里64件、土地47件."""
    one = entries[at]
    behind = takewhile(lambda e: e.kind == one.kind, entries[at + 1 : at + 2])
    after = any(e.gap.startswith("、") and e.opener < 0 for e in behind)
    before = at > 0 and one.gap.startswith("、") and entries[at - 1].kind == one.kind
    return after or before
