"""Which reports of a library stand in it twice, under whatever names."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lawdraft.similarity.unit import place_of

if TYPE_CHECKING:
    from lawdraft.model.similarity import Held
    from lawdraft.similarity.index import Index

_ALIKE = 0.95  # share of the letters of two versions of one report
_LONGEST = 20_000  # characters compared of a report
_MOST = 40  # versions of one unit and year that are compared with each other


def twins(index: Index) -> dict[str, str]:
    """For each report that repeats another: the name of that other one.

    Only reports of one unit and year are compared; where no unit is known, those of equal length.
    """
    found: dict[str, str] = {}
    for _key, group in groupby(sorted(index.list(), key=_order), key=_order):
        members = sorted(group, key=lambda held: held.id)[:_MOST]
        if len(members) > 1:
            found |= _among(index, members)
    return found


def _order(held: Held) -> tuple[str, int, int]:
    if held.unit is None:
        return "", held.year or 0, held.characters
    return place_of(held.unit), held.year or 0, 0


def _among(index: Index, members: list[Held]) -> dict[str, str]:
    from rapidfuzz.distance import Indel

    texts = {held.id: "".join(index.text(held.id).split())[:_LONGEST] for held in members}
    found: dict[str, str] = {}
    for at, later in enumerate(members):
        for earlier in members[:at]:
            alike = Indel.normalized_similarity(
                texts[earlier.id], texts[later.id], score_cutoff=_ALIKE
            )
            if earlier.id not in found and alike >= _ALIKE:
                found[later.id] = earlier.id
                break
    return found
