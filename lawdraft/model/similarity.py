"""What comparing says: spans of a draft that stand in other reports, copied or set phrase."""

from dataclasses import dataclass
from typing import Literal

from lawdraft.model.report import Span

MatchKind = Literal["copied", "set_phrase"]
AlignedKind = Literal["equal", "replace", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Match:
    """A span of the draft and where it stands in a report of the library."""

    report_id: str
    kind: MatchKind
    own: bool  # from the same unit's earlier years
    draft: Span
    source: Span
    score: float  # 0..1
    leftovers: tuple[str, ...] = ()  # words of the source's unit left standing in the draft


@dataclass(frozen=True, slots=True)
class Comparison:
    """All matches of one text; shares are of its characters."""

    matches: tuple[Match, ...] = ()
    substance: float = 0.0  # share inside copied spans, set phrases and law titles left out
    set_phrases: float = 0.0
    others: float = 0.0  # of the substance, what other units wrote; the rest is 沿用 of one's own


@dataclass(frozen=True, slots=True)
class Held:
    """A report of the library as a list shows it."""

    id: str
    unit: str | None  # as printed or as given; None where none was recognised
    year: int | None
    characters: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage said twice inside one text; `first` stands before `second`."""

    first: Span
    second: Span
    score: float  # 0..1


@dataclass(frozen=True, slots=True)
class Aligned:
    """One stretch of two texts side by side: equal, replaced, only left or only right."""

    kind: AlignedKind
    draft: Span
    source: Span
