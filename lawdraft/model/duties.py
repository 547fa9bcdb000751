"""The duties of the two heads as first responsible persons, with what proves them."""

from dataclasses import dataclass
from typing import Literal

Placement = Literal["section", "topic", "point", "paragraph"]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One cell of the grid 书记/镇长 × duties.

    `proved`: a figure of this year or a card of the achievements stands behind it.
    """

    id: str
    role: Literal["secretary", "head"]
    name: str
    evidence: tuple[str, ...]  # ledger entries
    sentence: str  # as it would be printed; figures not given are ××
    proved: bool = False
    cards: tuple[str, ...] = ()  # of the achievements, that speak of it
    missing: tuple[str, ...] = ()  # ledger entries without a value
    clause: str = ""  # of the regulation of 2016
    core: bool = True  # told unless the clerk chooses
    told: bool = False  # its sentence stands in the draft already
