"""Entries by how their hints begin: of hundreds, the few that are worth searching a text for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from lawdraft.text.pairs import pair_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class _Hinting(Protocol):
    @property
    def hints(self) -> tuple[str, ...]: ...


class _Entered(Protocol):
    @property
    def entry(self) -> _Hinting: ...


Item = TypeVar("Item", bound=_Entered)


@dataclass(frozen=True)
class FirstLook(Generic[Item]):
    """Items in their order; their numbers by the pairs and single characters that hints begin with."""

    items: tuple[Item, ...]
    always: tuple[int, ...]  # without hints
    pairs: Mapping[str, tuple[int, ...]]
    signs: Mapping[str, tuple[int, ...]]

    def of(self, text: str) -> list[Item]:
        """The items that may stand in a text, in their order; of the others none can."""
        numbers = set(self.always)
        for pair in pair_places(text).keys() & self.pairs.keys():
            numbers.update(self.pairs[pair])
        for sign in self.signs.keys() & set(text):
            numbers.update(self.signs[sign])
        return [self.items[number] for number in sorted(numbers)]


def first_look(items: Iterable[Item]) -> FirstLook[Item]:
    """Ready for asking."""
    listed = tuple(items)
    always: list[int] = []
    begun: dict[str, list[int]] = {}
    for number, item in enumerate(listed):
        hints = item.entry.hints
        if not all(hints):  # an empty hint stands everywhere
            hints = ()
        if not hints:
            always.append(number)
        for beginning in {hint[:2] for hint in hints}:
            begun.setdefault(beginning, []).append(number)
    return FirstLook(
        listed,
        tuple(always),
        {start: tuple(numbers) for start, numbers in begun.items() if len(start) > 1},
        {start: tuple(numbers) for start, numbers in begun.items() if len(start) == 1},
    )
