"""The entries of the knowledge packs, as they stand in their JSON files.

Every fact carries its source and how sure it is; `unsure` entries never make errors or warnings.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Confidence = Literal["high", "medium", "unsure"]


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something such reports count: 排查矛盾纠纷 in 件, 化解率 in %."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    units: tuple[str, ...]
    typical: tuple[float, float]  # per township and year; a judgement, for notes alone
    section: str = ""
    kind: Literal["count", "rate"] = "count"
    supplier: str = ""
    note: str = ""
    standing: bool = False  # villages, inhabitants: the same every year
    public: bool = True  # False: better left out of the public version


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """left ≤ right, both ids of indicators, where both stand in one report."""

    left: str
    op: Literal["<="]
    right: str
    note: str
    confidence: Confidence = "medium"


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rate = part ÷ whole × 100, ids of indicators."""

    rate: str
    part: str
    whole: str
    confidence: Confidence = "medium"
