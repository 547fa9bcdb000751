"""While somebody types: one paragraph against the library, in a millisecond or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.arrays import among
from lawdraft.similarity.candidates import candidates
from lawdraft.similarity.comparing import align, copied_passages
from lawdraft.similarity.draft import weigh_text
from lawdraft.similarity.marking import Asked, compare_result, normal_phrases
from lawdraft.similarity.sources import gather_sources, stack_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawdraft.model.similarity import Comparison
    from lawdraft.similarity.draft import Weighed
    from lawdraft.similarity.grams import Grams
    from lawdraft.similarity.index import Index, View
    from lawdraft.similarity.segment import Segment
    from lawdraft.similarity.sources import Sources

_REPORTS = 12  # aligned for one paragraph: enough to tell set text from a copy
_KEPT = 64  # reports kept unpacked
_LONGEST = 4000  # characters of a paragraph that is looked at
_FEW_NEW = 16  # grams that typing four or five characters brings
_PARAGRAPHS = 8  # whose reports are remembered


class Session:
    """Compares paragraphs of one draft; keeps the reports it met unpacked."""

    def __init__(
        self,
        index: Index,
        unit: str | None = None,
        year: int | None = None,
        exclude: Iterable[str] = (),
        phrases: Iterable[str] = (),
        beside: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`phrases` and `beside` as `Index.compare` takes them."""
        self._index, self._unit, self._year = index, unit, year
        self._beside = tuple(beside)
        self._own: list[Sources] | None = None
        self._phrases = tuple(phrases)
        self._exclude = frozenset(exclude)
        self._kept: dict[int, Sources] = {}
        self._segments: Sequence[Segment] = ()
        self._recent: list[tuple[Grams, Sources]] = []

    def compare(self, paragraph: str) -> Comparison:
        """Matches of one paragraph; their `draft` spans index it."""
        view = self._index.view(self._unit, self._exclude)
        draft = weigh_text(paragraph[:_LONGEST], view.background, view.rarity)
        sources = self._sources(draft, view)
        aligned = align(draft, sources, view.rarity, self._unit)
        kept = copied_passages(draft, sources, aligned)
        phrases = normal_phrases(self._phrases, view.background.letters)
        asked = Asked(paragraph[:_LONGEST], self._unit, self._year, phrases)
        return compare_result(asked, draft, sources, kept, aligned)

    def _sources(self, draft: Weighed, view: View) -> Sources:
        """The reports to align with: those of a moment ago where few letters changed since."""
        if view.segments is not self._segments:
            self._segments, self._recent = view.segments, []
        for known, sources in self._recent:
            if np.count_nonzero(~among(draft.grams, known)) <= _FEW_NEW:
                return sources
        sources = self._find(draft, view)
        self._recent = [(np.sort(draft.grams), sources), *self._recent[: _PARAGRAPHS - 1]]
        return sources

    def _find(self, draft: Weighed, view: View) -> Sources:
        likely = candidates(draft, view.segments, view.left_out, _REPORTS)
        numbers = [one.number for one in likely]
        missing = [number for number in numbers if number not in self._kept]
        for row in view.fetch(missing).values():
            self._kept[row.num] = gather_sources([row], view.background.letters)
        parts = [self._kept[number] for number in numbers if number in self._kept]
        parts += self._own_sources(view)
        self._forget(set(numbers))
        return stack_sources(parts) if parts else gather_sources([], view.background.letters)

    def _own_sources(self, view: View) -> list[Sources]:
        """The unit's own earlier reports that were passed, unpacked once."""
        if self._own is None:
            rows = self._index.own_rows(self._beside, self._unit)
            self._own = [gather_sources(rows, view.background.letters)] if rows else []
        return self._own

    def _forget(self, used: set[int]) -> None:
        """Let go of what was not needed for the longest time."""
        for number in used & self._kept.keys():
            self._kept[number] = self._kept.pop(number)
        for number in [*self._kept][: max(0, len(self._kept) - _KEPT)]:
            del self._kept[number]
