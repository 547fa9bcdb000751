"""The duties of the two heads as first responsible persons, with what proves them."""

from dataclasses import dataclass
from typing import Literal

Placement = Literal["section", "topic", "point", "paragraph"]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One cell of the grid 书记/镇长 × duties; `proved`: a figure of this year stands behind it."""

    id: str
    role: Literal["secretary", "head"]
    name: str
    evidence: tuple[str, ...]  # ledger entries
    sentence: str  # with slots
    proved: bool = False
