"""What such reports usually hold, learned from many: order, shares, topics, figures, lengths."""

from dataclasses import dataclass

from lawdraft.model.report import SectionKind


@dataclass(frozen=True, slots=True)
class Range:
    """Low, middle and high (10th, 50th, 90th percentile) of something counted."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class OutlineFigure:
    """An indicator such reports usually give; `share` of the reports that do."""

    indicator: str
    thing: str
    unit: str | None
    share: float
    values: Range


@dataclass(frozen=True, slots=True)
class OutlineTopic:
    """A topic known by its keywords; `headings` are usual ones, the most frequent first."""

    id: str
    name: str
    keywords: tuple[str, ...]
    headings: tuple[str, ...]
    share: float
    figures: tuple[OutlineFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A kind of section: how many reports have it, where it stands, how long it is."""

    kind: SectionKind
    headings: tuple[str, ...]
    share: float
    place: float  # mean place among the sections, 0 first .. 1 last
    length: Range  # characters
    topics: tuple[OutlineTopic, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The usual structure, from `reports` reports; a pack like the others, with a date."""

    name: str
    date: str
    reports: int
    sections: tuple[OutlineSection, ...] = ()
    length: Range = Range(2500, 3500, 5000)
    source: str = ""  # where it comes from: the reports it was learned from, or a rule


@dataclass(frozen=True, slots=True)
class KnownOutline:
    """An outline to choose; `trouble` is why its file cannot be used, `outline` is then None."""

    key: str
    name: str
    outline: Outline | None
    path: str
    shipped: bool
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class LearnedOutline:
    """An outline with what could not be read while learning it, a sentence each."""

    outline: Outline
    troubles: tuple[str, ...]
