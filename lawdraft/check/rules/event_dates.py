"""One event told with two dates: 3月18日召开…会议, 在…会议（3月28日）上."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.deeds import ONCE, THINGS
from lawdraft.check.events import Event, events
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.sameness import (
    MAYBE,
    SURE,
    apart,
    doubtful,
    likeness,
    one_time,
    quoted,
    recurs,
)
from lawdraft.check.whens import NEARLY, When, lengths, slipped, whens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_BEGUN = re.compile(r"启动|打响|拉开|开启|动员|部署|铺开|吹响")
_UNTIL = re.compile(r"[至到—–～~-]")
_NAMED = re.compile(r"“[^”]*”")
REACH = 30  # characters behind a date that may name what was begun
NOT_SURE = (SURE + MAYBE) / 2
MUCH = 3.0  # what may come again must share more to be asked about


def check(reading: Reading) -> Iterator[Finding]:
    """Each pair that cannot both be right, at the later place: dates, then how long it took."""
    dated = events(reading, whens(reading.text, reading.year))
    yield from _told_twice(reading, dated, likely)
    yield from _begun_twice(reading, dated)
    yield from _told_twice(reading, events(reading, lengths(reading.text)), _as_long)


def _told_twice(
    reading: Reading, told: tuple[Event, ...], judge: Callable[..., float]
) -> Iterator[Finding]:
    for at, later in enumerate(told):
        best = max(
            ((judge(reading, told, earlier, later), earlier) for earlier in told[:at]),
            key=lambda pair: pair[0],
            default=(0.0, later),
        )
        if best[0] >= MAYBE:
            yield _asked(reading, best[1], later, sure=best[0] >= SURE)


def likely(reading: Reading, told: tuple[Event, ...], one: Event, other: Event) -> float:
    """How surely two are one event with two dates."""
    if one.agrees(other) or not one_time(one, other):
        return 0.0
    if one.year != other.year and not one.deeds & other.deeds & THINGS:
        return 0.0
    again = recurs(one) or recurs(other)
    if apart(one, other) or (again and not slipped(one.dates[0], other.dates[0])):
        return 0.0
    score = likeness(reading.text, one, other)
    if score < MAYBE or _explained(reading, told, one, other, score):
        return 0.0
    if doubtful(one, other):
        return NOT_SURE if score >= MUCH else 0.0
    return NOT_SURE if again or one.year != other.year else score


def _begun_twice(reading: Reading, told: tuple[Event, ...]) -> Iterator[Finding]:
    """An action begun when it had long been going on: 8月2日至11月9日, and 9月中旬启动."""
    begun = [e for e in told if _BEGUN.search(e.core) and not _ranges(reading, e)]
    spans = [e for e in told if _ranges(reading, e) and not _BEGUN.search(e.core)] if begun else []
    for start in begun:
        end = start.dates[-1].end
        behind = re.split(r"[。；]", reading.text[end : end + REACH])[0]
        names = quoted(start) | set(_NAMED.findall(behind))
        for span in spans:
            named = names & set(_NAMED.findall(span.before + span.named))
            if named and _later(reading, span, start) and not apart(span, start):
                yield _asked(reading, *sorted((span, start), key=_place), sure=True)
                break


def _place(event: Event) -> int:
    return event.dates[0].start


def _ranges(reading: Reading, event: Event) -> bool:
    mark = event.dates[0]
    told = reading.text[mark.start : mark.end]
    return isinstance(mark, When) and len(event.dates) == 1 and bool(_UNTIL.search(told))


def _later(reading: Reading, span: Event, start: Event) -> bool:
    """Whether the day of the start lies within the span, past the first day or month told of it."""
    first, begun = span.dates[0], start.dates[0]
    if not (isinstance(first, When) and isinstance(begun, When)) or span.year != start.year:
        return False
    whole = not re.match(r"[^至到—–～~-]*[日号初]", reading.text[first.start : first.end])
    after = begun.first // 100 > first.first // 100 if whole else begun.first > first.first + NEARLY
    return after and begun.first <= first.last


def _as_long(reading: Reading, _: tuple[Event, ...], one: Event, other: Event) -> float:
    """How surely two are one event of two lengths: 历时3天 and 为期5天 of a course."""
    if one.agrees(other) or not one.deeds & other.deeds or apart(one, other):
        return 0.0
    days, others = (list(whens(e.before + "，" + e.core)) for e in (one, other))
    if days and others and not any(a.agrees(b) for a in days for b in others):
        return 0.0
    return likeness(reading.text, one, other)


def _explained(
    reading: Reading, told: tuple[Event, ...], one: Event, other: Event, score: float
) -> bool:
    """Whether another telling bears out the dates: two meetings, each spoken of again."""
    first, second = (_borne(reading, told, each) for each in (one, other))
    if one.deeds & other.deeds & ONCE:
        return bool(first and second) or max(first, second) > score
    return bool((first and one.refers) or (second and other.refers))


def _borne(reading: Reading, told: tuple[Event, ...], event: Event) -> float:
    """How alike is the likest other telling of the same date; 0 where there is none."""
    others = (each for each in told if each is not event and each.agrees(event))
    alike = (likeness(reading.text, each, event) for each in others if each.deeds & event.deeds)
    return max((score for score in alike if score >= MAYBE), default=0.0)


def _asked(reading: Reading, one: Event, other: Event, *, sure: bool) -> Finding:
    text = reading.text
    before, after = ((e.dates[0].start, e.dates[-1].end) for e in (one, other))
    start = max(reading.sentence_at(before[0]).start, before[0] - 20)
    around = text[start : before[1] + 20].replace("\n", " ")
    return reading.finding(
        ID,
        "warning" if sure else "note",
        f"前面写{text[slice(*before)]}，这里写{text[slice(*after)]}，说的像是同一件事，请核对。",
        *after,
        why=f"前文：{around}",
        other=before,
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("3月18日，召开法治镇创建推进会。\n在法治镇创建推进会（3月28日）上作动员，" + _TAIL),
    Example("7月1日，柳溪片区说事厅揭牌。\n柳溪片区说事厅自8月1日揭牌以来接待群众，" + _TAIL),
    Example("5月9日，“云上调解”平台启用。\n协调“云上调解”平台6月底启用，" + _TAIL),
)
CLEAN = (
    Example("4月26日，“云上调解”平台启用。\n出席4月底的“云上调解”平台启用仪式，" + _TAIL),
    Example("6月18日，上河村说事厅揭牌。\n6月28日，下河村说事厅揭牌，" + _TAIL),
    Example("3月立项建设说事厅。\n说事厅9月竣工，" + _TAIL),
    Example("3月举办执法资格培训班。\n9月举办执法资格培训班，" + _TAIL),
    Example("7月10日，第一期法治夜校开班。\n7月24日，第二期法治夜校开班，" + _TAIL),
)
