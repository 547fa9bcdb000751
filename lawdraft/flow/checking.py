"""check, with similarity where there is a library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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
    """What checking one report gave; `comparison` is None where there is no library."""

    report: Report
    findings: tuple[Finding, ...]
    comparison: Comparison | None


class LiveCheck:
    """Checks one draft again and again while it is typed: a paragraph seen before is not read again."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._live: Live | None = None

    def check(
        self, report: Report, draft: Draft, last: Report | None, library: Path | None
    ) -> Checked:
        """All findings of the draft's report, as `check` gives them."""
        from lawdraft.check import Context, Live

        comparison = compare(report, library, self._kit) if library else None
        context = Context(
            knowledge=self._kit.knowledge,
            year=draft.year,
            organisation=draft.organisation,
            last=last,
            draft=draft,
            comparison=comparison,
        )
        if self._live is None:
            self._live = Live(context)
        self._live.turn_to(context)
        return Checked(report, self._live.check(report), comparison)


def compare(report: Report, library: Path, kit: Kit) -> Comparison:
    """Similarity of a report to the library's; the report itself, if in it, is found too.

    What the user called a set phrase is not counted.
    """
    from lawdraft.similarity import Index
    from lawdraft.store.notes import read_set_phrases

    phrases = read_set_phrases(kit.places)
    with Index.open(library) as index:
        return index.compare(report.text, unit=report.organisation, phrases=phrases)


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
    return Checked(report, check_report(report, context), comparison)
