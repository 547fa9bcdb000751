"""Rates whose two numbers stand in other sentences: 执法人员24名，其中15名持证 … 持证人员只占52.5%.

A sentence is meant where it holds every character of what the rate is of, and the part of it what
makes the part: a rate of 环保类工单 is not of all 工单 told elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.accounts import entries_of, wholes_before
from lawdraft.check.told_rates import does

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.accounts import Entry
    from lawdraft.check.reading import Reading
    from lawdraft.check.told_rates import Rate
    from lawdraft.model.report import Span

_MARKS = re.compile(r"[，。；：、（）\n]")
_SMALL = re.compile(
    r"全[镇乡年]|全街道|我[镇乡]|我街道|目前|现有|今年|本年度?|全年|仅仅|仅|只有?|约|的|各类|总体|整体|虽然?|但|中|类"
)
_OTHER = re.compile(
    r"去年|上年|同期|往年|20\d\d|[上下]半年|季度|\d月|全[县市省国区]|[县市省]级|平均|以来|历年|累计"
)
_SHARE = re.compile(r"(?:所占|占|比例|比重)")
_TAKEN_UP = re.compile(
    r"此|该|这|其|两者|二者|两类|前[两二三]|合计|以上|上述|共|总|人数|数量|面积|金额|件|案"
)
_FEW = 2  # characters that what a rate is of must have
_WIDE = frozenset(
    ("案件", "事项", "问题", "人员", "工作", "纠纷", "群众", "干部", "任务", "项目", "意见", "建议")
)
"""Names of so much that no one sentence is meant."""


def pairs_elsewhere(reading: Reading, span: Span, rate: Rate) -> list[tuple[Entry, Entry]]:
    """Part and whole of every other sentence that the rate can be of."""
    what, deed = _asked(rate)
    lead = reading.text[span.start : rate.start]
    if len(what) < _FEW or what in _WIDE or reading.in_plan(rate.start) or _OTHER.search(lead):
        return []
    return [
        pair
        for other in reading.sentences
        if other != span and not _OTHER.search(reading.text, other.start, other.end)
        for pair in _pairs(reading, other, what, deed)
    ]


def _asked(rate: Rate) -> tuple[str, str]:
    """What a rate is of, and the deed that it counts: 热线工单, 办结; of a share all its words."""
    if rate.is_share:
        piece = _MARKS.split(rate.gap)[-1]
        return _SMALL.sub("", _SHARE.split(piece)[0]), ""
    what = _SMALL.sub("", rate.stem[:-2])
    return what.removesuffix("人员") or what, rate.stem[-2:]


def _pairs(reading: Reading, span: Span, what: str, deed: str) -> Iterator[tuple[Entry, Entry]]:
    text = reading.text
    if not set(what) <= set(text[span.start : span.end]):
        return
    entries = entries_of(reading, span)
    for at, part in enumerate(entries):
        if part.is_rate or part.past or part.change or part.figure.high is not None:
            continue
        for whole in wholes_before(entries, at):
            told = text[whole.figure.start - len(whole.label) : part.figure.end] + part.after
            fits = whole.figure.number >= part.figure.number > 0 and set(what) <= set(told)
            if fits and _is_part(part, whole, what, deed):
                yield part, whole


def _is_part(part: Entry, whole: Entry, what: str, deed: str) -> bool:
    """Whether the part does what the rate counts, or bears what its name has beyond the whole's."""
    if deed:
        return does(deed, part.words) and not does(deed, whole.label)
    pairs = [what[at : at + 2] for at in range(len(what) - 1)]
    own = [pair for pair in pairs if pair not in whole.words]
    return any(pair in part.words or does(pair, part.words) for pair in own)


def subject_of(rate: Rate, ahead: Sequence[Entry]) -> Entry | None:
    """The number that a share calls by its name: 村级121件、乡级33件，村级占78.6%; None for no one."""
    what = _subject(rate)
    if len(what) < _FEW or len(ahead) < _FEW:
        return None
    pairs = {what[at : at + 2] for at in range(len(what) - 1)}
    scores = [
        sum(pair in entry.words for pair in pairs) + (what[:2] in entry.words) for entry in ahead
    ]
    best = max(scores)
    return ahead[scores.index(best)] if best and scores.count(best) == 1 else None


def of_another(rate: Rate, entries: Sequence[Entry]) -> bool:
    """Whether a share names what no number before it does: 民事27件、刑事9件，老年人案件占25%."""
    what = _subject(rate)
    if len(what) < _FEW or _TAKEN_UP.match(what):
        return False
    told = "".join(entry.gap + entry.after for entry in entries)
    return not all(sign in told for sign in what[:2])


def _subject(rate: Rate) -> str:
    """The words of its clause before a share, where a clause begins behind the last number."""
    pieces = _MARKS.split(rate.gap)
    return _SMALL.sub("", _SHARE.split(pieces[-1])[0]) if len(pieces) > 1 else ""
