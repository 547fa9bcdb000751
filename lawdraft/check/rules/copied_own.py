"""Passages taken over word for word from the unit's own earlier reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.setphrases import SET_PHRASES
from lawdraft.model.report import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "copied-own"
LAST = "去年的报告"
LONG = 120  # characters of a passage that is worth a warning
MOST = 0.8  # share of the text that makes it the whole report
SAME = 85  # per cent of letters in common, from which a passage is the old one
ALIKE = 0.5  # score of a passage with a word changed here and there
SHORTEST = 28  # letters of a sentence that is worth telling
_LETTERS = re.compile(r"[^一-鿿A-Za-z]+")


def check(reading: Reading) -> Iterator[Finding]:
    """From the library's comparison where there is one, else against last year's report."""
    comparison = reading.context.comparison
    found: set[tuple[int, int]] = set()
    if comparison is not None:
        for match in comparison.matches:
            if match.own and match.kind == "copied" and _told_anew(reading, match.draft):
                found.add((match.draft.start, match.draft.end))
                source = _called(match.report_id, reading)
                yield _finding(reading, match.draft.start, match.draft.end, source)
    if reading.context.last is not None:
        for start, end, same in (*_reworded(reading), *_runs(reading)):
            if _is_shortcoming(reading, start, end) or not _told_anew(reading, Span(start, end)):
                continue
            if not any(a < end and start < b for a, b in found):
                found.add((start, end))
                yield _finding(reading, start, end, LAST, same=same)


def _told_anew(reading: Reading, copied: Span) -> bool:
    """Whether it holds more than what stands alike every year: title, headings, the set opening."""
    letters = 0
    for passage in reading.body:
        start = max(copied.start, passage.start + passage.heading)
        end = min(copied.end, passage.start + len(passage.text))
        if passage.leading and end - start < LONG:
            continue
        letters += len(_LETTERS.sub("", reading.text[start:end])) if start < end else 0
    return letters >= SHORTEST // 2


def _is_shortcoming(reading: Reading, start: int, end: int) -> bool:
    """Whether it is a shortcoming: repeated ones are told by their own rule, not twice."""
    inside = any(span.start <= start < span.end for span in reading.parts("shortcomings"))
    return inside and end - start < LONG


def _reworded(reading: Reading) -> Iterator[tuple[int, int, bool]]:
    """Passages of last year's report with a word changed here and there, and whether hardly any."""
    from rapidfuzz import fuzz

    from lawdraft.similarity import compare_texts

    last = reading.context.last
    if last is None:
        return
    for match in compare_texts(reading.text, last.text, reading.organisation or None).matches:
        start, end = match.draft.start, match.draft.end
        if match.kind != "copied" or match.score < ALIKE:
            continue  # the same matter told anew: a unit's own years resemble each other
        key, before = (
            _key(t)
            for t in (reading.text[start:end], last.text[match.source.start : match.source.end])
        )
        if len(key) >= SHORTEST:
            yield start, end, fuzz.ratio(key, before) >= SAME


def _runs(reading: Reading) -> Iterator[tuple[int, int, bool]]:
    """Sentences of the body that stand in last year's report too, joined where they follow on."""
    last = reading.context.last
    known = {_key(last.text[s.start : s.end]) for s in reading.last_sentences} if last else set()
    run: tuple[int, int] | None = None
    for passage in reading.body:
        for span in reading.sentences_of(passage):
            text = reading.text[span.start : span.end]
            same = len(_key(text)) >= SHORTEST and _key(text) in known
            if same and run is not None and span.start - run[1] <= 2:
                run = (run[0], span.end)
            elif same:
                if run is not None:
                    yield *run, True
                run = (span.start, span.end)
    if run is not None:
        yield *run, True


def _key(sentence: str) -> str:
    """Its letters without numbers and marks: new figures in old words are still old words."""
    return _LETTERS.sub("", SET_PHRASES.sub("", sentence))


def _within_body(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Without the title, headings and signature at its ends: those stand alike every year."""
    told = [
        (max(start, p.start + p.heading), min(end, p.start + len(p.text)))
        for p in reading.body
        if p.start + len(p.text) > start and p.start + p.heading < end
    ]
    pieces = [(a, b) for a, b in told if _LETTERS.sub("", reading.text[a:b])]
    return (pieces[0][0], pieces[-1][1]) if pieces else (start, end)


def _called(name: str, reading: Reading) -> str:
    """What a report of the unit's own is called; in the library it has the name of its file."""
    if name == LAST:
        return LAST
    before = str(reading.year - 1) if reading.year else ""
    return f"{LAST}“{name}”" if before and before in name else f"本单位往年的报告“{name}”"


def _finding(reading: Reading, start: int, end: int, source: str, *, same: bool = True) -> Finding:
    start, end = _within_body(reading, start, end)
    words = len(_LETTERS.sub("", reading.text[start:end]))  # a row of figures is little text
    long = same and end - start >= LONG and words >= LONG
    written = sum(len(passage.text) for passage in reading.body)
    told = "全文" if long and end - start >= MOST * written else "这段话"
    how = "基本相同" if same else "大体相似"
    message = f"{told}与{source}{how}，请看是否需要改写。"
    return reading.finding(ID, "warning" if long else "note", message, start, end)


RULE = ReportRule(ID, check)
_OLD = (
    "镇司法所牵头组建院坝普法小分队，利用赶集日在集镇东口摆摊设点，面对面解答土地流转中的合同问题。"
)
FLAGGED = (Example(_OLD, last=_OLD),)
_NOW = (
    "云岭县青禾镇2025年法治政府建设年度报告\n2025年，青禾镇扎实推进依法行政，现将有关情况报告如下：\n一、主要举措和成效\n"
    "镇司法所组织网格员逐户走访，梳理邻里矛盾线索并分类建账，全年化解矛盾纠纷86件。\n二、存在的不足和原因\n"
    "执法力量薄弱，原因是编制不足。\n三、2026年工作安排\n办好法律顾问驻村服务。\n云岭县青禾镇人民政府\n2026年1月20日"
)
_THEN = (
    "云岭县青禾镇2024年法治政府建设年度报告\n过去一年，我镇稳步推动基层依法治理，情况如下：\n一、工作开展情况\n"
    + _OLD
    + "\n二、问题和原因\n普法形式单一，主要是经费有限。\n三、下一步打算\n组织行政执法人员轮训。\n云岭县青禾镇人民政府\n2025年1月18日"
)
_STOCK = (
    "2025年，青禾镇扎实推进依法行政，稳中求进抓依法治镇，各项工作取得新进展，现将有关情况报告如下："
)
_NOW_STOCK = _NOW.replace("2025年，青禾镇扎实推进依法行政，现将有关情况报告如下：", _STOCK)
_THEN_STOCK = _THEN.replace(
    "过去一年，我镇稳步推动基层依法治理，情况如下：\n一、工作开展情况",
    _STOCK.replace("2025", "2024") + "\n一、主要举措和成效",
)
CLEAN = (
    Example(_NOW, "whole", last=_THEN),
    Example(_NOW_STOCK, "whole", last=_THEN_STOCK),
)
