"""Similarity of a draft while it is typed: the edited paragraph at once, the whole behind it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lawdraft.flow.kit import Kit
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Report
    from lawdraft.model.similarity import Comparison, Match
    from lawdraft.similarity import Index, Session

LAST = "去年的报告"  # what matches with the draft's own source are named


@dataclass(frozen=True, slots=True)
class Against:
    """What a paragraph is compared with, and whose it is."""

    library: Path
    unit: str
    year: int
    last_text: str = ""  # the draft's source: the unit's own earlier year, in the library or not
    phrases: tuple[str, ...] = ()  # the user's set phrases


class LiveComparison:
    """Compares one paragraph after the other; for one thread, which keeps the library open."""

    def __init__(self) -> None:
        self._against: Against | None = None
        self._index: Index | None = None
        self._session: Session | None = None

    def paragraph(self, text: str, against: Against) -> tuple[Finding, ...]:
        """Passages of other units' reports in it, counted from its beginning.

        Raises BadLibraryError where the library cannot be read.
        """
        from lawdraft.check import copied_finding

        matches = self._turned_to(against).compare(text).matches
        return tuple(
            copied_finding(match, text)
            for match in matches
            if match.kind == "copied" and not match.own
        )

    def close(self) -> None:
        """Let go of the library's files."""
        if self._index is not None:
            self._index.close()
        self._index = self._session = self._against = None

    def _turned_to(self, against: Against) -> Session:
        if self._session is not None and self._against == against:
            return self._session
        from lawdraft.similarity import Index, Session

        if self._index is None or self._against is None or self._against.library != against.library:
            self.close()
            self._index = Index.open(against.library)
        self._session = Session(
            self._index,
            against.unit,
            against.year,
            phrases=against.phrases,
            beside=_own(against.last_text),
        )
        self._against = against
        return self._session


def compare(report: Report, library: Path, kit: Kit, last: Report | None = None) -> Comparison:
    """Similarity of a report to the library's; the report itself, if in it, is found too.

    What the user called a set phrase is not counted. `last`, the unit's own earlier report, counts
    as one of the library's, named LAST.
    """
    from lawdraft.similarity import Index
    from lawdraft.store.notes import read_set_phrases

    phrases, beside = read_set_phrases(kit.places), _own(last.text if last else "")
    with Index.open(library) as index:
        return index.compare(report.text, unit=report.organisation, phrases=phrases, beside=beside)


def compare_with_last(report: Report, last: Report, kit: Kit) -> Comparison:
    """The same where there is no library: what stands in the unit's own last report."""
    from lawdraft.similarity import compare_texts
    from lawdraft.store.notes import read_set_phrases

    phrases = read_set_phrases(kit.places)
    found = compare_texts(report.text, last.text, report.organisation, phrases)
    return replace(found, matches=tuple(replace(each, report_id=LAST) for each in found.matches))


def source_texts(
    comparison: Comparison, library: Path | None, last: Report | None
) -> dict[str, str]:
    """The texts of the reports that copied passages stand in, by name; one that is gone is left out."""
    from lawdraft.model.errors import BadLibraryError
    from lawdraft.similarity import Index

    names = {match.report_id for match in comparison.matches if match.kind == "copied"}
    texts = {LAST: last.text} if last is not None and LAST in names else {}
    if library is None or not names - texts.keys():
        return texts
    with Index.open(library) as index:
        for name in names - texts.keys():
            with contextlib.suppress(BadLibraryError):  # taken out meanwhile
                texts[name] = index.text(name)
    return texts


def by_paragraph(comparison: Comparison, text: str, texts: Mapping[str, str]) -> tuple[Match, ...]:
    """The copied passages, those over several paragraphs a paragraph each: one thing to look at.

    `texts`: of the sources, by name; a passage of an unknown one stays whole.
    """
    from lawdraft.similarity import parted

    return tuple(
        part
        for match in comparison.matches
        if match.kind == "copied"
        for part in parted(match, text, texts.get(match.report_id, ""))
    )


def without_last(comparison: Comparison) -> Comparison:
    """What of it comes from the library: last year's report has its own rules."""
    kept = tuple(match for match in comparison.matches if match.report_id != LAST)
    return replace(comparison, matches=kept)


def _own(last_text: str) -> tuple[tuple[str, str], ...]:
    return ((LAST, last_text),) if last_text.strip() else ()
