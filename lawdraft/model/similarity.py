"""What comparing says: spans of a draft that stand in other reports, copied or set phrase."""

from dataclasses import dataclass
from typing import Literal

from lawdraft.model.report import Span

MatchKind = Literal["copied", "set_phrase"]


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
    substance: float = 0.0  # share inside copied spans of others, set phrases and law titles out
    set_phrases: float = 0.0
