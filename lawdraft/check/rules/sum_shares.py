"""Shares of one whole that make more than it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.accounts import entries_of
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sums import ID, overlapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.accounts import Entry
    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

_SHARE = re.compile(r"占比?(?:为|约|达)?\Z|(?:类|纠纷|案件|事项|问题)(?:约|为)?\Z")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding a row of percentages, over the whole row."""
    for span in reading.sentences:
        entries = [e for e in entries_of(reading, span) if e.kind == "%" and e.figure.high is None]
        yield from _shares(reading, entries)


def _shares(reading: Reading, entries: Sequence[Entry]) -> Iterator[Finding]:
    """婚姻家庭占45%、邻里占38%、土地占27%: shares of one whole make no more than it."""
    shares = tuple(e for e in entries if _SHARE.search(e.gap[-6:]))
    figures = [share.figure for share in shares]
    if len(shares) < 3 or any(b.start - a.end > 20 for a, b in pairwise(figures)):
        return
    added = sum(figure.number for figure in figures)
    whole = any(re.search(r"其余|其他|剩余", share.gap) for share in shares)
    wrong = added > 101 or (whole and added < 99)
    if wrong and not overlapping(shares):
        message = f"各项占比相加是{added:g}%，请核对。"
        yield reading.finding(ID, "warning", message, figures[0].start, figures[-1].end)


RULE = ReportRule(ID, check)
FLAGGED = (Example("纠纷中婚姻家庭占45%、邻里关系占38%、土地山林占27%。"),)
CLEAN = (Example("纠纷中婚姻家庭占45%、邻里关系占38%、其他占17%。"),)
