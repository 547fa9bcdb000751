"""Many checked reports side by side: completeness, sums and outliers, year on year."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from lawdraft.model.survey import PARTS, Change, Counted, Survey, SurveyRow, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lawdraft.knowledge.entries import Indicator
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure, Report, SectionKind
    from lawdraft.model.survey import Copying, PartState

FAR = 10.0  # times the middle value, or a tenth of it: worth a call to the unit
ENOUGH = 4  # reports that give an indicator before any of them can be far from the others
WHOLE = 100.0  # per cent

Values = dict[str, float]  # by indicator


def row_of(name: str, report: Report, findings: tuple[Finding, ...]) -> SurveyRow:
    """What a table keeps of a checked report."""
    return SurveyRow(
        name=name,
        organisation=report.organisation,
        year=report.year,
        title=report.title,
        date=report.date.isoformat() if report.date else None,
        signature=report.signature,
        parts=tuple(_state(kind, report, findings) for kind, _ in PARTS),
        findings=findings,
        figures=tuple(_counted(figure) for figure in report.figures),
        text=report.text,
    )


def _state(kind: SectionKind, report: Report, findings: Sequence[Finding]) -> PartState:
    """Whether a part is there: under a heading of its own, or as the rule on parts sees it."""
    kinds = {k for section in report.sections for k in section.kinds}
    kinds |= {k for heading in report.headings for k in heading.kinds}
    if kind in kinds:
        return "there"
    name = {"first_responsible_person": "第一责任人"}.get(kind) or dict(PARTS)[kind]
    missing = [f for f in findings if f.rule == "missing-section" and name in f.message]
    if not missing:
        return "there"
    return "mentioned" if missing[0].level == "note" else "missing"


def _counted(figure: Figure) -> Counted:
    return Counted(
        figure.text, figure.thing, figure.number, figure.unit, figure.role, figure.indicator
    )


def gather(
    folder: str,
    rows: Iterable[SurveyRow],
    copying: Iterable[Copying],
    indicators: Mapping[str, Indicator],
) -> Survey:
    """The survey of a folder, from its rows and what was found to stand in two of them."""
    kept = tuple(rows)
    values = [values_of(row) for row in kept]
    return Survey(
        folder,
        kept,
        tuple(sorted(copying, key=lambda c: (-c.share, c.here, c.there))),
        tuple(_tallies(kept, values, indicators)),
        tuple(_changes(kept, values, indicators)),
        tuple(_twins(kept)),
    )


def values_of(row: SurveyRow) -> Values:
    """One value an indicator: the largest the report states as done, plans left out."""
    found: Values = {}
    for figure in row.figures:
        if figure.indicator and figure.role != "target":
            found[figure.indicator] = max(found.get(figure.indicator, 0.0), figure.number)
    return found


def newest_year(rows: Iterable[SurveyRow]) -> int | None:
    """The year the folder is about: the latest any of its reports is."""
    return max((row.year for row in rows if row.year), default=None)


def _tallies(
    rows: Sequence[SurveyRow], values: Sequence[Values], indicators: Mapping[str, Indicator]
) -> Iterable[Tally]:
    year = newest_year(rows)
    current = [n for n, row in enumerate(rows) if not row.trouble and row.year in (year, None)]
    for name, indicator in indicators.items():
        given = tuple((n, values[n][name]) for n in current if name in values[n])
        if given:
            yield _tally(indicator, given)


def _tally(indicator: Indicator, given: tuple[tuple[int, float], ...]) -> Tally:
    rate = indicator.kind == "rate"
    middle = median(value for _, value in given)
    far = tuple(n for n, value in given if _is_far(value, middle, len(given), rate=rate))
    return Tally(
        indicator.id,
        indicator.name,
        "、".join(indicator.units[:1]),
        given,
        None if rate else sum(value for _, value in given),
        middle,
        far,
    )


def _is_far(value: float, middle: float, count: int, *, rate: bool) -> bool:
    """A rate over 100 %, or a count ten times or a tenth of what is usual in this folder."""
    if rate:
        return value > WHOLE
    return count >= ENOUGH and (value > middle * FAR or value < middle / FAR)


def _changes(
    rows: Sequence[SurveyRow], values: Sequence[Values], indicators: Mapping[str, Indicator]
) -> Iterable[Change]:
    """Each unit's latest two years in the folder, indicator by indicator."""
    years: dict[str, dict[int, int]] = {}
    for number, row in enumerate(rows):
        if row.organisation and row.year:
            years.setdefault(row.organisation, {}).setdefault(row.year, number)
    for unit, of_year in years.items():
        for earlier, later in [sorted(of_year)[-2:]] if len(of_year) > 1 else []:
            before, now = values[of_year[earlier]], values[of_year[later]]
            for name in (n for n in indicators if n in before and n in now):
                kind = indicators[name]
                measure = kind.units[0] if kind.units else ""
                yield Change(unit, kind.name, measure, (earlier, before[name]), (later, now[name]))


def _twins(rows: Sequence[SurveyRow]) -> Iterable[tuple[int, ...]]:
    """Rows that say they are the same unit's report of the same year."""
    same: dict[tuple[str, int | None], list[int]] = {}
    for number, row in enumerate(rows):
        if row.organisation:
            same.setdefault((row.organisation, row.year), []).append(number)
    return (tuple(numbers) for numbers in same.values() if len(numbers) > 1)
