"""check, with similarity where there is a library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.flow.comparing import compare, compare_with_last, without_last

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.check import Live
    from lawdraft.flow.kit import Kit
    from lawdraft.model.draft import Draft
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Report
    from lawdraft.model.similarity import Comparison


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one report gave; `comparison` is None where there was nothing to compare with."""

    report: Report
    findings: tuple[Finding, ...]
    comparison: Comparison | None
    with_library: bool = False  # else it was compared with last year's report alone


class LiveCheck:
    """Checks one draft again and again while it is typed: a paragraph seen before is not read again."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._live: Live | None = None

    def check(
        self, report: Report, draft: Draft, last: Report | None, library: Path | None
    ) -> Checked:
        """All findings of the draft's report, as `check` gives them.

        The comparison counts `last` as the unit's own earlier year, with a library or without.
        """
        from lawdraft.check import Context, Live

        comparison = compare(report, library, self._kit, last) if library else None
        context = Context(
            knowledge=self._kit.knowledge,
            year=draft.year,
            organisation=draft.organisation,
            last=last,
            draft=draft,
            comparison=without_last(comparison) if comparison else None,
        )
        if self._live is None:
            self._live = Live(context)
        self._live.turn_to(context)
        if comparison is None and last is not None:
            comparison = compare_with_last(report, last, self._kit)
        return Checked(report, self._live.check(report), comparison, library is not None)


def check(
    report: Report,
    kit: Kit,
    *,
    year: int | None = None,
    organisation: str | None = None,
    last: Report | None = None,
    draft: Draft | None = None,
    library: Path | None = None,
    public: bool = False,
) -> Checked:
    """All checks, similarity included where there is a library."""
    from lawdraft.check import Context, check_report

    comparison = compare(report, library, kit) if library else None
    context = Context(
        knowledge=kit.knowledge,
        year=year,
        organisation=organisation,
        last=last,
        draft=draft,
        comparison=comparison,
        public=public,
    )
    return Checked(report, check_report(report, context), comparison, library is not None)
