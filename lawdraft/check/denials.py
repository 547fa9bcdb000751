"""What a report tells in one place and denies in another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lawdraft.check.reading import Reading


class Told(Protocol):
    """Something told at a place."""

    @property
    def start(self) -> int:
        """Where it stands."""


T = TypeVar("T", bound=Told)


def denials(
    reading: Reading, told: Sequence[T], at_odds: Callable[[T, T], bool]
) -> Iterator[tuple[T, T]]:
    """Pairs (one, later one) of two sentences that are at odds; each later one once."""
    done: set[int] = set()
    for one, other in combinations(told, 2):
        if other.start in done or not at_odds(one, other):
            continue
        if reading.sentence_at(one.start) != reading.sentence_at(other.start):
            done.add(other.start)
            yield one, other
