"""A county's view of many reports: a row for each file, and what they show side by side."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from lawdraft.model.finding import LEVEL_NAMES, Finding, Severity
from lawdraft.model.report import FigureRole, SectionKind, Span

PartState = Literal["there", "mentioned", "missing"]
PARTS: tuple[tuple[SectionKind, str], ...] = (
    ("achievements", "主要举措和成效"),
    ("shortcomings", "存在的不足和原因"),
    ("first_responsible_person", "第一责任人职责情况"),
    ("next_year_plan", "下一年度主要安排"),
)
"""The parts every report must have (督察工作规定第二十五条), as a table heads its columns."""
STATES: Mapping[PartState, str] = {"there": "有", "mentioned": "仅提及", "missing": "缺"}


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a report, short: what it counts and how many."""

    text: str
    thing: str
    number: float
    unit: str | None
    role: FigureRole
    indicator: str | None


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One file of the folder; with `trouble` it is no report that can be read, and nothing else."""

    name: str  # its path below the folder, with /
    trouble: str = ""
    organisation: str | None = None
    year: int | None = None
    title: str | None = None
    date: str | None = None  # 2026-01-20
    signature: str | None = None
    parts: tuple[PartState, ...] = ()  # in the order of PARTS
    findings: tuple[Finding, ...] = ()
    figures: tuple[Counted, ...] = ()
    text: str = ""

    @property
    def unit(self) -> str:
        """Who sent it, or the file's name where the report does not say."""
        return self.organisation or self.name

    def count(self, level: Severity) -> int:
        """How many findings of a level."""
        return sum(finding.level == level for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in two reports: spans of the texts of the one and of the other."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Copying:
    """How much of report `here` stands in report `there` (indices of rows)."""

    here: int
    there: int
    share: float  # of the characters of `here`
    passages: tuple[Passage, ...]
    own: bool  # the same unit's other year


@dataclass(frozen=True, slots=True)
class Tally:
    """One indicator over all reports of the newest year in the folder."""

    indicator: str
    name: str
    unit: str
    values: tuple[tuple[int, float], ...]  # (row, value)
    total: float | None  # None for rates, which do not add up
    middle: float
    outliers: tuple[int, ...]  # rows far from the middle


@dataclass(frozen=True, slots=True)
class Change:
    """One indicator of one unit from a year to the next one in the folder."""

    unit: str
    name: str
    measure: str
    earlier: tuple[int, float]  # (year, value)
    later: tuple[int, float]


@dataclass(frozen=True, slots=True)
class Spoken:
    """How often one rule spoke with one severity: places, and the reports they stand in."""

    rule: str
    level: Severity
    reports: int
    places: int


@dataclass(frozen=True, slots=True)
class Survey:
    """A whole folder."""

    folder: str
    rows: tuple[SurveyRow, ...]
    copying: tuple[Copying, ...] = ()
    tallies: tuple[Tally, ...] = ()
    changes: tuple[Change, ...] = ()
    twins: tuple[tuple[int, ...], ...] = ()  # rows of the same unit and year

    @property
    def readable(self) -> tuple[int, ...]:
        """The rows that are reports."""
        return tuple(number for number, row in enumerate(self.rows) if not row.trouble)

    @property
    def complete(self) -> int:
        """How many reports have all parts."""
        return sum("missing" not in self.rows[number].parts for number in self.readable)

    def spoken(self) -> tuple[Spoken, ...]:
        """The rules that spoke; the gravest first, then what most reports have."""
        places: Counter[tuple[str, Severity]] = Counter()
        reports: Counter[tuple[str, Severity]] = Counter()
        for number in self.readable:
            found = [(each.rule, each.level) for each in self.rows[number].findings]
            places.update(found)
            reports.update(set(found))
        grave = tuple(LEVEL_NAMES)
        order = sorted(places, key=lambda key: (grave.index(key[1]), -reports[key], key[0]))
        return tuple(Spoken(*key, reports[key], places[key]) for key in order)

    def most_alike(self) -> dict[int, Copying]:
        """For each report the other unit's report of which it holds most."""
        most: dict[int, Copying] = {}
        for pair in self.copying:
            known = most.get(pair.here)
            if not pair.own and (known is None or pair.share > known.share):
                most[pair.here] = pair
        return most

    def twin_rows(self) -> dict[int, tuple[int, ...]]:
        """For each row of a unit and year that came more than once, all rows of these."""
        return {number: group for group in self.twins for number in group}

    def remark(self, number: int, twins: tuple[int, ...] = ()) -> str:
        """What a reader should know of a row before anything else; empty where nothing."""
        row = self.rows[number]
        if row.trouble:
            return row.trouble
        said = [] if row.organisation else ["认不出单位"]
        said += [] if row.year else ["认不出年度"]
        if len(twins) > 1:
            first = islice((self.rows[n].name for n in twins if n != number), 3)
            said.append(f"同一单位同一年度还有 {len(twins) - 1} 份：{'、'.join(first)}")
        return "；".join(said)


def growth(before: float, now: float) -> str:
    """+12.5%, 持平; empty where there was nothing to grow from."""
    if not before:
        return ""
    return "持平" if before == now else f"{(now - before) / before:+.1%}"
