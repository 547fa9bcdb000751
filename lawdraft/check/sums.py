"""Whether parts make their total, and the finding where they do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding, Severity
    from lawdraft.model.report import Figure

ID = "sum-mismatch"
_OPEN = re.compile(r"涉及|等|主要|多为|以及其他|其他(?!\d)|之一|尤其|特别|大多")
PAIRS = (
    ("线上", "线下"), ("现场", "线上"), ("镇级", "村级"), ("行政村", "社区"), ("男", "女"), ("专职", "兼职"),
    ("村级", "镇"), ("成功", "未"), ("办结", "在办"), ("书面", "口头"), ("村", "居"), ("初信", "重信"), ("来信", "来访"), ("上半年", "下半年"), ("一季度", "二季度"), ("三季度", "四季度"), ("其余", ""), ("其他", ""), ("剩余", ""),
)  # fmt: skip
"""Two names that leave nothing out: parts told by them are all there are."""


def compare(
    reading: Reading, total: Figure, parts: Sequence[Figure], row: str
) -> Iterator[Finding]:
    """The finding, unless the parts make the total or may be only some of it."""
    added = sum(part.number for part in parts)
    level = _level(added, total.number, len(parts), row)
    if level is not None:
        yield uneven(reading, total, parts, level)


def uneven(reading: Reading, total: Figure, parts: Sequence[Figure], level: Severity) -> Finding:
    """The finding at the parts; the total is its other place."""
    shown = "＋".join(_plain(part.number) for part in parts)
    added = _plain(sum(part.number for part in parts))
    return reading.finding(
        ID,
        level,
        f"分项相加{shown}＝{added}，与总数{total.text}不符。"
        if len(parts) > 1
        else f"分项{parts[0].text}比总数{total.text}还多。",
        parts[0].start,
        parts[-1].end,
        other=(total.start, total.end),
    )


def _plain(number: float) -> str:
    """A sum without needless places."""
    return f"{number:g}" if number < 1e6 else f"{number:.0f}"


def _level(added: float, total: float, parts: int, row: str) -> Severity | None:
    """More than the total is wrong; less may be a list that names only some."""
    if added == total:
        return None
    if added > total:
        return "error"
    if _OPEN.search(row):
        return None
    if any(a in row and b in row for a, b in PAIRS):
        return "warning"
    if added >= 0.8 * total and parts >= 2:
        return "warning"
    return "note" if parts >= 3 and added >= 0.5 * total else None
