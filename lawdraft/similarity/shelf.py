"""The index of a library on disk: its segments, kept in step with the texts."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity import checked, database, segment
from lawdraft.similarity.building import Item, build
from lawdraft.similarity.counts import Rarity
from lawdraft.similarity.normal import fold
from lawdraft.similarity.postings import REPORTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lawdraft.similarity.background import Background
    from lawdraft.similarity.segment import Segment

_ALWAYS_MERGED = 64  # reports of a segment that is too small to stay alone
_READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """Segments to ask, numbers in them that are no longer there, towns of the library."""

    segments: tuple[Segment, ...] = ()
    gone: frozenset[int] = frozenset()
    towns: int = 0

    def rarity(self, background: Background, *, own: bool = False) -> Rarity:
        """How rare grams are for this library."""
        return Rarity(background, tuple(one.counts for one in self.segments), self.towns, own)


def load(db: sqlite3.Connection, folder: Path, background: Background) -> Shelf:
    """What is on disk, in step with the texts; a damaged segment is made anew."""
    names = [row[0] for row in db.execute("SELECT name FROM segment ORDER BY name")]
    marks = checked.read_marks(folder)
    segments = []
    for name in names:
        whole = marks.get(name) == checked.mark_of(folder / name)
        with contextlib.suppress(segment.DamagedSegmentError):
            segments.append(segment.read(folder / name, trusted=whole))
    if len(segments) == len(names):
        return _shelf(db, segments)
    try:
        with contextlib.nullcontext() if db.in_transaction else database.writing(db):
            return _complete(db, folder, background, segments)
    except (sqlite3.OperationalError, OSError):  # read-only or full: in memory this time
        return _in_memory(db, background, segments)


def _in_memory(
    db: sqlite3.Connection, background: Background, segments: Sequence[Segment]
) -> Shelf:
    missing = _missing(db, segments)
    for start in range(0, len(missing), REPORTS):
        fresh = _items(db, background, missing[start : start + REPORTS])
        segments = [*segments, *_build(background, segments, fresh)]
    return _shelf(db, segments)


def _shelf(db: sqlite3.Connection, segments: Sequence[Segment]) -> Shelf:
    gone = frozenset(row[0] for row in db.execute("SELECT num FROM gone"))
    towns = db.execute("SELECT count(*) FROM town").fetchone()[0]
    return Shelf(tuple(segments), gone, int(towns))


def _missing(db: sqlite3.Connection, segments: Sequence[Segment]) -> list[int]:
    held = {int(number) for one in segments for number in one.numbers}
    return [row[0] for row in db.execute("SELECT num FROM report") if row[0] not in held]


def _nothing() -> None:
    """No texts to write."""


def extend(
    db: sqlite3.Connection,
    folder: Path,
    background: Background,
    segments: Sequence[Segment],
    fresh: Sequence[Item],
    store: Callable[[], None] = _nothing,
) -> Shelf:
    """Index `fresh` reports, small segments merged in; inside the caller's transaction.

    `store` writes their texts meanwhile, on another core.
    """
    merged, left = _to_merge(segments, len(fresh))
    numbers = {int(number) for one in merged for number in one.numbers}
    items = [*fresh, *_items(db, background, sorted(numbers - {item.number for item in fresh}))]
    with ThreadPoolExecutor(1) as writer:
        stored = writer.submit(store)
        made = _build(background, left, items)
        for one in made:
            segment.write(one, folder)
        stored.result()
    _name_segments(db, [*left, *made])
    return _shelf(db, [*left, *made])


def rebuild(db: sqlite3.Connection, folder: Path, background: Background) -> Shelf:
    """Index all texts anew."""
    return _complete(db, folder, background, [])


def _complete(
    db: sqlite3.Connection, folder: Path, background: Background, segments: Sequence[Segment]
) -> Shelf:
    """Index what no segment holds yet, a full segment at a time."""
    missing = _missing(db, segments)
    for start in range(0, max(1, len(missing)), REPORTS):
        fresh = _items(db, background, missing[start : start + REPORTS])
        made = extend(db, folder, background, segments, fresh)
        segments = made.segments
    return made


def _to_merge(segments: Sequence[Segment], fresh: int) -> tuple[list[Segment], list[Segment]]:
    merged: list[Segment] = []
    size = fresh
    for one in sorted(segments, key=len):
        small = len(one) <= max(_ALWAYS_MERGED, size)
        if small and size + len(one) <= REPORTS:
            merged.append(one)
            size += len(one)
    return merged, [one for one in segments if one not in merged]


def _build(background: Background, left: Sequence[Segment], items: Sequence[Item]) -> list[Segment]:
    made: list[Segment] = []
    for start in range(0, len(items), REPORTS):
        part = items[start : start + REPORTS]
        before = [*left, *made]
        held = {int(town) for one in before for town in one.towns}
        towns = {item.town for item in part}
        rarity = Rarity(background, tuple(one.counts for one in before), len(held))
        name = f"segment-{secrets.token_hex(8)}.index"
        made.append(build(name, part, rarity, len(towns - held)))
    return made


def _items(db: sqlite3.Connection, background: Background, numbers: Sequence[int]) -> list[Item]:
    """These reports from their texts; removed ones are left out."""
    items = []
    for start in range(0, len(numbers), _READ_AT_ONCE):
        rows = database.fetch(db, numbers[start : start + _READ_AT_ONCE])
        for row in rows.values():
            raw = np.frombuffer(database.unpack(row.body), np.uint16)
            items.append(Item(row.num, row.town, fold(raw, background.letters)[0]))
    return items


def _name_segments(db: sqlite3.Connection, segments: Sequence[Segment]) -> None:
    """The table says which files count; what it does not name is waste."""
    db.execute("DELETE FROM segment")
    rows = [(one.name, len(one)) for one in segments]
    db.executemany("INSERT INTO segment VALUES (?, ?)", rows)
    held = {int(number) for one in segments for number in one.numbers}
    gone = [row[0] for row in db.execute("SELECT num FROM gone") if row[0] not in held]
    db.executemany("DELETE FROM gone WHERE num = ?", [(number,) for number in gone])


def sweep(db: sqlite3.Connection, folder: Path) -> None:
    """After writing: note what is whole, remove files that no table names."""
    named = {row[0] for row in db.execute("SELECT name FROM segment")}
    checked.write_marks(folder, sorted(named))
    for path in [*folder.glob("segment-*.index"), *folder.glob("segment-*.new")]:
        if path.name not in named:
            with contextlib.suppress(OSError):  # mapped by another reader: next time
                path.unlink()
