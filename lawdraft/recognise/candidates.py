"""Possible headings while the whole text is weighed, and which of them stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import Layout
    from lawdraft.recognise.marks import Mark


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading: where its words end, and how sure its form makes us."""

    mark: Mark | None
    piece: int
    start: int
    end: int  # of the heading's words, in the whole text
    layout: Layout
    certain: bool  # False: a numbered paragraph unless its siblings are headings
    level: int
    closed: bool = True  # False: no sign parts it from the body
    leaf: bool = False  # a sentence on its own line with nothing below it


def sibling_groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Runs of the same level without a higher one between."""
    groups: list[list[Candidate]] = []
    open_groups: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        for level in [level for level in open_groups if level > candidate.level]:
            del open_groups[level]
        if candidate.level not in open_groups:
            open_groups[candidate.level] = []
            groups.append(open_groups[candidate.level])
        open_groups[candidate.level].append(candidate)
    return groups
