"""Which headings stand over which where the marks are used the other way round: （一） below 1、."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.recognise.marks import mark_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import Heading

_FEWEST = 3


def by_rank(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings with the level of their place in the text, not of their mark.

    They differ where the first heading's marks count through the whole text and marks of a higher
    level stand only between them, counted anew each time; elsewhere nothing changes.
    """
    if not headings or not _turned(headings):
        return tuple(headings)
    top = headings[0].level
    return tuple(
        replace(heading, level=1 if heading.level == top else heading.level + 1)
        for heading in headings
    )


def with_kinds(headings: Sequence[Heading], ranked: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings as printed, with the kinds that were found by their rank."""
    pairs = zip(headings, ranked, strict=True)
    return tuple(replace(heading, kinds=other.kinds) for heading, other in pairs)


def _turned(headings: Sequence[Heading]) -> bool:
    top = headings[0].level
    through = [mark.number for h in headings if h.level == top and (mark := mark_at(h.text))]
    inner = [mark.number for h in headings if h.level < top and (mark := mark_at(h.text))]
    if not inner or len(through) < _FEWEST or min(h.level for h in headings) == 1:
        return False
    return through == list(range(1, len(through) + 1)) and inner[0] == 1
