"""Shares of one whole that make more than it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.rows import overlapping
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sums import ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

_SHARE = re.compile(r"占比?(?:为|约|达)?\Z|(?:类|纠纷|案件|事项|问题)(?:约|为)?\Z")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding a row of percentages, over the whole row."""
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.unit == "%" and f.high is None]
        yield from _shares(reading, figures)


def _shares(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """婚姻家庭占45%、邻里占38%、土地占27%: shares of one whole make no more than it."""
    shares = [f for f in figures if _SHARE.search(_near(reading, f))]
    if len(shares) < 3 or any(b.start - a.end > 20 for a, b in pairwise(shares)):
        return
    added = sum(share.number for share in shares)
    start, end = shares[0].start, shares[-1].end
    whole = re.search(r"其余|其他|剩余", reading.text[start:end])
    wrong = added > 101 or (whole is not None and added < 99)
    if wrong and not overlapping(reading, start - 14, shares):
        yield reading.finding(ID, "warning", f"各项占比相加是{added:g}%，请核对。", start, end)


def _near(reading: Reading, figure: Figure) -> str:
    return reading.text[max(0, figure.start - 6) : figure.start]


RULE = ReportRule(ID, check)
FLAGGED = (Example("纠纷中婚姻家庭占45%、邻里关系占38%、土地山林占27%。"),)
CLEAN = (Example("纠纷中婚姻家庭占45%、邻里关系占38%、其他占17%。"),)
