"""What a rule is: a name, a function, and examples that show what it flags and what it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lawdraft.check.reading import Passage, Reading
from lawdraft.model.finding import Finding

CheckPassage = Callable[[Passage, Reading], Iterable[Finding]]
CheckReport = Callable[[Reading], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class PassageRule:
    """A rule that looks at one paragraph at a time; its findings count from the paragraph."""

    id: str
    check: CheckPassage


@dataclass(frozen=True, slots=True)
class ReportRule:
    """A rule that needs the whole report."""

    id: str
    check: CheckReport


Rule = PassageRule | ReportRule


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule flags or leaves alone; a test demands both of every rule.

    `text` is one paragraph of the part named, or a whole report where `part` is "whole".
    """

    text: str
    part: str = "achievements"  # achievements, shortcomings, plan, opening, whole
    year: int = 2025
    written: str = "2026-01-20"
    organisation: str = "云岭县青禾镇人民政府"
    last: str = ""  # last year's paragraph of the same part, or whole report
    public: bool = False
    copied: str = ""  # words that a comparison found in another unit's report
