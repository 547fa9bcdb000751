"""Wording made ready for searching: patterns by rule, typos by how they begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawdraft.knowledge.entries import Wording


@dataclass(frozen=True, slots=True)
class WordPattern:
    """An entry with its pattern compiled."""

    entry: Wording
    pattern: re.Pattern[str]
    fine: re.Pattern[str] | None = None

    def may_stand_in(self, text: str) -> bool:
        """Whether it is worth searching the text: cheap, and never wrong with a no."""
        for hint in self.entry.hints:  # a plain loop: asked thousands of times a report
            if hint in text:
                return True
        return not self.entry.hints

    def replacement(self, found: re.Match[str]) -> str | None:
        """What to put in place of a match; None where the fix is not mechanical."""
        return None if self.entry.fix is None else found.expand(self.entry.fix)


def patterns_by_rule(entries: Sequence[Wording]) -> Mapping[str, tuple[WordPattern, ...]]:
    """The entries of each rule, compiled."""
    found: dict[str, list[WordPattern]] = {}
    for entry in entries:
        fine = re.compile(entry.fine) if entry.fine else None
        ready = WordPattern(entry, re.compile(entry.pattern), fine)
        found.setdefault(entry.rule, []).append(ready)
    return {rule: tuple(patterns) for rule, patterns in found.items()}


def by_beginning(typos: Mapping[str, str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """布署 → 部署 under 布署; longer ones of one beginning come first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for wrong in sorted(typos, key=len, reverse=True):
        found.setdefault(wrong[:2], []).append((wrong, typos[wrong]))
    return {beginning: tuple(pairs) for beginning, pairs in found.items()}
