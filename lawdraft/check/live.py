"""Checking while someone types: only the paragraph that changed is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.check.engine import arranged, passage_findings, report_findings
from lawdraft.check.home import Home
from lawdraft.check.meant import said_again
from lawdraft.check.reading import Context, Passage, Reading, shifted

if TYPE_CHECKING:
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Report

_Key = tuple[object, ...]
_Around = tuple[int | None, Home, str | None, frozenset[tuple[str, str]]]


class Live:
    """Remembers what each paragraph gave; one a window, for one draft and one context."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[_Key, tuple[Finding, ...]] = {}
        self._around: _Around | None = None
        self._whole: tuple[Finding, ...] = ()

    def turn_to(self, context: Context) -> None:
        """What to check against from now on; paragraphs are read anew where that matters to them."""
        same = self._context.knowledge is context.knowledge
        if not same or self._context.public != context.public:
            self._known = {}
        self._context = context

    def check(self, report: Report) -> tuple[Finding, ...]:
        """All findings; paragraphs seen before are not read again."""
        reading = Reading(report, self._context)
        self._whole = report_findings(reading)
        return self._joined(reading)

    def paragraphs(self, report: Report) -> tuple[Finding, ...]:
        """Findings of the paragraph rules alone: for every keystroke, check() when it rests."""
        return self._joined(Reading(report, self._context), whole=False)

    def _joined(self, reading: Reading, *, whole: bool = True) -> tuple[Finding, ...]:
        found = list(self._whole) if whole else []
        known: dict[_Key, tuple[Finding, ...]] = {}
        around = _around(reading)
        if around != self._around:  # what a paragraph is read against
            self._known, self._around = {}, around
        for passage in reading.passages:
            key = (*_key(passage), *said_again(passage.text, reading))
            again = key in self._known and passage.role != "signature"  # read against the title
            known[key] = self._known[key] if again else passage_findings(passage, reading)
            found += [shifted(finding, passage.start) for finding in known[key]]
        self._known = known
        return arranged(found, self._context)


def _around(reading: Reading) -> _Around:
    """What paragraph rules know of the whole report: year, unit, day, and whose names contradict."""
    leaders = frozenset((leader.name, other) for leader, other in reading.former_leaders)
    return reading.year, reading.home, reading.written, leaders


def _key(one: Passage) -> _Key:
    """All that a paragraph rule may look at in it; where the paragraph stands does not matter."""
    return one.text, one.role, one.kinds, one.heading, one.level, one.plan_from, one.leading
