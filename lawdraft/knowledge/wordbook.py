"""Wording made ready for searching: patterns by rule, typos by how they begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.knowledge.firstlook import first_look

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lawdraft.knowledge.entries import Wording
    from lawdraft.knowledge.firstlook import FirstLook


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


@dataclass(frozen=True)
class WordPatterns:
    """All entries; the paragraph at hand is looked at once for the rules of all of them."""

    look: FirstLook[WordPattern]
    kept: dict[str, Mapping[str, Sequence[WordPattern]]] = field(
        default_factory=dict, compare=False
    )

    def of(self, rule: str, text: str) -> Sequence[WordPattern]:
        """The entries of a rule that may stand in a text, in their order."""
        found = self.kept.get(text)
        if found is None:
            self.kept.clear()
            found = self.kept[text] = self._by_rule(text)
        return found.get(rule, ())

    def _by_rule(self, text: str) -> Mapping[str, Sequence[WordPattern]]:
        found: dict[str, list[WordPattern]] = {}
        for word in self.look.of(text):
            found.setdefault(word.entry.rule, []).append(word)
        return found


def word_patterns(entries: Iterable[Wording]) -> WordPatterns:
    """The entries, compiled."""
    return WordPatterns(first_look(map(_compiled, entries)))


def _compiled(entry: Wording) -> WordPattern:
    fine = re.compile(entry.fine) if entry.fine else None
    return WordPattern(entry, re.compile(entry.pattern), fine)


def by_beginning(typos: Mapping[str, str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """布署 → 部署 under 布署; longer ones of one beginning come first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for wrong in sorted(typos, key=len, reverse=True):
        found.setdefault(wrong[:2], []).append((wrong, typos[wrong]))
    return {beginning: tuple(pairs) for beginning, pairs in found.items()}
