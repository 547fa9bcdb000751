"""This year beside last year: figures that count the same, sentences that answer a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.counting import Count
    from lawdraft.check.reading import Reading

_STANDING = ("村", "社区", "人口", "户", "面积", "耕地")


def same_counts(reading: Reading) -> Iterator[tuple[Count, Count]]:
    """Pairs (this year, last year) of figures that count the same, by words, verb and unit."""
    known: dict[object, Count] = {}
    for count in reading.last_counts:
        known.setdefault(_key(count), count)
    for count in reading.counts:
        before = known.get(_key(count))
        if before is not None and not _standing(count):
            yield count, before


def _key(count: Count) -> object:
    """Last year's 残余 words may differ; verb, noun, unit and what narrows it may not."""
    verb, noun, unit, scope, _ = count.key
    return verb, noun, unit, tuple(word for word in scope if not word.startswith("20"))


def _standing(count: Count) -> bool:
    return count.figure.role in ("background", "rate") or (
        count.noun.endswith(_STANDING) and not count.verb
    )
