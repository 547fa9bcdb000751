"""Two sides that make a whole, told without 其中: done and open, 线上 and 线下."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sums import ID, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

_HALVES = (
    ("线上", "线下"), ("现场", "线上"), ("镇级", "村级"), ("专职", "兼职"),
    ("书面", "口头"), ("来信", "来访"), ("上半年", "下半年"), ("初信", "重信"), ("初访", "重访"),
)  # fmt: skip
_LOOKED = re.compile(r"(?:检查|抽查|巡查|排查|走访|监测|评估)[^，。；\d]{0,10}\Z")
_FAULTY = re.compile(
    r"，(?:其中)?(?:发现|查出|查处|存在|整改)(?:有|存在)?(?:问题|隐患|违法|违规|不合格)[^，。；\d]{0,6}"
)
_DONE_OPEN = (
    (
        r"已|化解|办结|结案|审结|整改|完成|销号|处置|答复",
        r"未|尚未|正在|仍在|剩余|其余|另有|尚有|稳控|在办|攻坚|推进中",
    ),
    (r"持证", r"未持证|无证"),
    (r"按时|按期|如期", r"超期|逾期"),
    (r"合格|通过", r"不合格|未通过|不通过"),
    (r"属实", r"不属实|失实"),
)


def check(reading: Reading) -> Iterator[Finding]:
    """A whole and what it falls into, or what was found in it, one figure behind the other."""
    for span in reading.sentences:
        figures = [f for f in reading.figures_in(span) if f.unit is not None and f.high is None]
        yield from _done_and_open(reading, figures)
        yield from _halves(reading, figures)
        yield from _found_among(reading, figures)


def _done_and_open(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """210处，已整改189处，未整改31处: done and not done make the whole."""
    for total, done, left in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = {unit_class(figure.unit) for figure in (total, done, left)}
        first, second = (reading.text[a.end : b.start] for a, b in ((total, done), (done, left)))
        if len(kinds) > 1 or len(first) > 14 or len(second) > 14 or "。" in first + second:
            continue
        pair = next(
            (p for p in _DONE_OPEN if re.search(p[0], first) and re.search(p[1], second)), None
        )
        if pair is None or any(is_about(figure) for figure in (total, done, left)):
            continue
        if done.number + left.number != total.number and "其中" not in first + second:
            yield from compare(reading, total, (done, left), "其余")


def _halves(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """普法52次，线上28次，线下34次: two halves told by their names, without 其中."""
    for total, one, other in zip(figures, figures[1:], figures[2:], strict=False):
        kinds = {unit_class(figure.unit) for figure in (total, one, other)}
        first, second = reading.text[total.end : one.start], reading.text[one.end : other.start]
        if len(kinds) > 1 or len(first) > 10 or len(second) > 10 or "其中" in first:
            continue
        told = any((a in first and b in second) or (b in first and a in second) for a, b in _HALVES)
        sure = not any(is_about(figure) for figure in (total, one, other))
        if told and sure and one.number + other.number > total.number:
            yield from compare(reading, total, (one, other), "其余")


def _found_among(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """检查企业85家，发现问题企业92家: those found are among those checked."""
    for total, part in pairwise(figures):
        between = reading.text[total.end : part.start]
        looked = _LOOKED.search(reading.text[max(0, total.start - 16) : total.start])
        same = unit_class(total.unit) == unit_class(part.unit) and total.unit in ("家", "户", "个")
        if same and looked and _FAULTY.fullmatch(between) and part.number > total.number:
            yield from compare(reading, total, (part,), "")


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("排查隐患210处，已整改189处，未整改31处。"),
    Example("开展普法52次，线上28次，线下34次。"),
    Example("全年检查企业85家，发现问题企业92家。"),
)
CLEAN = (
    Example("排查隐患210处，已整改189处，未整改21处。"),
    Example("开展普法52次，线上28次，线下24次。"),
    Example("全年检查企业85家，发现问题企业12家。"),
)
