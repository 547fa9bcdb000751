"""Which indicator a figure gives: by its own words and its unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import Figure


class Indicator(Protocol):
    """What recognising needs to know of an indicator."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def synonyms(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def units(self) -> Sequence[str]: ...  # noqa: D102


class Knows(Protocol):
    """Knowledge as far as recognising uses it."""

    @property
    def indicators(self) -> Sequence[Indicator]: ...  # noqa: D102


_WALLS = "。；\n"


def label(figures: Sequence[Figure], text: str, knowledge: Knows | None) -> tuple[Figure, ...]:
    """The figures with the indicator whose words stand nearest, where its unit fits."""
    if knowledge is None:
        return tuple(figures)
    by_unit = _by_unit(knowledge.indicators)
    labelled = []
    for place, figure in enumerate(figures):
        left = max(_sentence_start(text, figure.start), figures[place - 1].end if place else 0)
        near = text[max(left, figure.start - 40) : figure.start]
        after = text[figure.end : figure.end + 14].split("，")[0].split("。")[0]
        found = _best(by_unit.get(figure.unit or "", ()), near, after)
        labelled.append(replace(figure, indicator=found) if found else figure)
    return tuple(labelled)


def _by_unit(indicators: Sequence[Indicator]) -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for indicator in indicators:
        for unit in indicator.units:
            table.setdefault(unit, []).extend((word, indicator.id) for word in indicator.synonyms)
    return table


def _best(words: Sequence[tuple[str, str]], near: str, after: str) -> str | None:
    """The nearest word wins, a longer one before a shorter one at the same place."""
    best, found = 0.0, None
    for word, name in words:
        place = near.rfind(word)
        if place >= 0:
            score = 100 - (len(near) - place - len(word)) + 3 * len(word)
        elif word in after:
            score = 95 - after.find(word) + 3 * len(word)
        else:
            continue
        if score > best:
            best, found = score, name
    return found


def _sentence_start(text: str, place: int) -> int:
    return max(text.rfind(sign, 0, place) for sign in _WALLS) + 1
