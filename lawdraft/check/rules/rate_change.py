"""Changes that their own numbers do not give: from 50 to 40 is not 30% less."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.accounts import entries_of
from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.shares import fits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.accounts import Entry
    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

ID = "rate-mismatch"
_UP = r"增长|上升|提高|提升|增加|增幅|涨幅|多"
_DOWN = r"下降|减少|降低|降幅|压降|缩减|少"
_GROWTH = re.compile(rf"(?P<up>{_UP})|(?P<down>{_DOWN})")
_LAST = r"(?:去年|上年|上一年|前一年|20\d\d年)(?:同期)?"
_CHANGE = re.compile(rf"(?:由|从)(?:{_LAST})?的?[^，。；\d]{{0,8}}\Z")
_AGAINST = re.compile(rf"(?:[较比]|，|,|（){_LAST}[的为是有]{{0,2}}(?:约|共)?\Z")
_BEFORE = re.compile(rf"{_LAST}[^，。；\d]{{0,8}}\Z")
_TIMES = re.compile(
    r"(?P<way>增长|提高|增加|上升)了?(?:近|约)?(?P<times>[一两二三四五]|\d(?:\.\d)?)(?P<half>倍半|点五倍|倍)|(?P<double>翻了?一番)"
)
_NUMBERS = {"一": 1.0, "两": 2.0, "二": 2.0, "三": 3.0, "四": 4.0, "五": 5.0}
_SIGN = re.compile(
    rf"(?:同比|环比|[较比]{_LAST}|同期)[^，。；\d]{{0,4}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
)
_LATER = re.compile(rf"[，（(]?(?:[较比]|而)?(?:{_LAST}|同期)(?:同期)?[一-鿿]{{0,6}}")
_TEN = "零一二三四五六七八九"
_ABOUT_WORD = r"(?P<about>将近|接近|近|约|超过?|逾|过)?"
_SIZE = re.compile(
    rf"[，、（]?(?!其中)(?:[一-鿿]{{0,6}}?(?:量|数|幅|幅度)|同比|环比|整体|大幅|有效|[较比](?:去年|上年|同期))*(?:{_UP}|{_DOWN}|压减|压缩|降幅)(?:达到?|为|了|幅度)*"
    rf"{_ABOUT_WORD}(?:(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?|(?P<low>[二三四五六])分之(?P<high>[一二三四五])|(?P<middle>一?半))(?!以来|年)(?P<more>多|以上|有余|左右)?"
)
TENTH, FRACTION = 4.9, 3.0  # points that 六成 or 三分之一 may be off
POINT = 0.051  # percentage points that rounding may cost
_ANEW = re.compile(
    r"[，、](?:其中|而|但)?(?P<who>[一-鿿“”]{2,14}?)(?:由|从|[较比](?:[去上前]|20)|同比)"
)
_FRAME = re.compile(r"总[量数]|数量|件数|人数|受理|发生|排查|办理|案件|全年|[总数量]")
_AMOUNT = re.compile(r"(?:总[量数]|数量|件数|总件数|发生[量数]|案件|量|数|同比)+\Z")
FAR = 12.0  # points beyond which a number of the sentence before is not the one meant
NEXT = 16  # characters from a number to the change it has


def check(reading: Reading) -> Iterator[Finding]:
    """Changes in per cent, in percentage points and in times."""
    for span in reading.sentences:
        entries = entries_of(reading, span)
        figures = [entry.figure for entry in entries]
        for at, figure in enumerate(figures):
            if figure.unit == "%" and figure.high is None:
                yield from _change(reading, entries, at)
                yield from _since_before(reading, entries, at)
            elif figure.unit in ("百分点", "个百分点") and at >= 2:
                yield from _points(reading, figures[at - 2], figures[at - 1], figure)
            if figure.unit in ("百分点", "个百分点") and 0 < at < len(figures) - 1:
                yield from _points_before(reading, figures[at - 1], figure, figures[at + 1])
        yield from _times(reading, figures)
        yield from _sizes(reading, figures)


def _change(reading: Reading, entries: Sequence[Entry], at: int) -> Iterator[Finding]:
    """由50件增至60件，增长20%; 60件，比上年的50件增加10件，增长20%: the sign and the size."""
    rate = entries[at]
    way = _GROWTH.search(rate.gap[-NEXT:])
    if way is None or re.search(r"[率度](?!的)", rate.gap[-NEXT:]):
        return
    known = _spans(entries, at)
    if not known or any(_gives(one, other, ends, rate.figure, way) for one, other, ends in known):
        return
    one, other, ends = known[0]
    change = (ends[1] - ends[0]) / ends[0] * 100
    word = "增长" if change > 0 else "下降"
    told = sorted((one.figure, other.figure), key=lambda f: f.start)
    yield _finding(
        reading,
        rate.figure,
        f"从{ends[0]:g}到{ends[1]:g}是{word}{abs(change):.1f}%，这里写{way.group()}{rate.figure.text}。",
        (told[0].start, told[1].end),
    )


def _since_before(reading: Reading, entries: Sequence[Entry], at: int) -> Iterator[Finding]:
    """与2024年的146件相比，纠纷总量下降14.4%: this year's number stands in a sentence before."""
    rate, old = entries[at], entries[at - 1]
    way = _GROWTH.search(rate.label)
    if at != 1 or way is None or not old.past or is_about(old.figure) or not old.figure.number:
        return
    what = _AMOUNT.sub("", rate.label[: way.start()])[-2:]
    news = _named_before(reading, old, what) if len(what) == 2 else []
    known = [(old, new, (old.figure.number, new.figure.number)) for new in news]
    if not known or any(_gives(*told, rate.figure, way) for told in known):
        return
    change = (known[-1][2][1] / old.figure.number - 1) * 100
    if (change > 0) != bool(way["up"]) or abs(abs(change) - rate.figure.number) > FAR:
        return
    new = known[-1][1].figure
    told = f"从{old.figure.number:g}到{new.number:g}是{way.group()}{abs(change):.1f}%"
    message = f"{told}，这里写{way.group()}{rate.figure.text}。"
    yield _finding(reading, rate.figure, message, (new.start, old.figure.end))


def _named_before(reading: Reading, old: Entry, what: str) -> list[Entry]:
    """The numbers of the line before a figure that count the same by their own words."""
    start = reading.text.rfind("\n", 0, old.figure.start) + 1
    spans = [s for s in reading.sentences if start <= s.start and s.end <= old.figure.start]
    told = (entry for span in spans[-2:][::-1] for entry in entries_of(reading, span))
    return [
        entry
        for entry in told
        if entry.kind == old.kind
        and not (entry.is_rate or entry.past or entry.change)
        and what in entry.label
        and entry.figure.number > 0
    ][::-1]


_Told = tuple["Entry", "Entry", tuple[float, float]]


def _spans(entries: Sequence[Entry], at: int) -> list[_Told]:
    """The numbers before and after that a change may be of, as two entries tell them; likeliest first."""
    beside = [e for e in _of_clause(entries, at) if not e.is_rate and e.figure.high is None]
    ahead = [e for e in beside if e.figure.start < entries[at].figure.start]
    if ahead and entries[at - 1] is ahead[-1] and _next_to(entries[at].gap):
        kind = ahead[-1].kind
        found = _pairs([e for e in ahead if e.kind == kind])
        return found or _pairs([e for e in beside if e.kind == kind])
    behind = [e for e in beside if e not in ahead]
    if not any(e.past or e.change for e in behind):
        return []
    return _pairs([e for e in behind if e.kind == behind[0].kind])


def _next_to(gap: str) -> bool:
    """Whether a rate stands right behind a number, with no more than the change between."""
    return len(gap) <= NEXT and "；" not in gap


def _pairs(known: Sequence[Entry]) -> list[_Told]:
    """Old and new, old and step, new and step."""
    old = [e for e in known if e.past][-1:]
    new = [e for e in known if not (e.past or e.change)]
    by = [e for e in known if e.change and e.figure.number > 0][-1:]
    told: list[_Told] = []
    for one in old:
        told += [(one, step, _moved(one, step, 1)) for step in by]
        told += [(one, other, (one.figure.number, other.figure.number)) for other in reversed(new)]
    for step in by:
        told += [(other, step, _moved(other, step, -1)[::-1]) for other in reversed(new)]
    return [each for each in told if each[2][0] > 0]


def _of_clause(entries: Sequence[Entry], at: int) -> Sequence[Entry]:
    """The numbers around a rate between two semicolons, up to the next rate behind it."""
    first = next((i for i in range(at, 0, -1) if "；" in entries[i].gap), 0)
    told = entries[at].gap + (entries[at - 1].words if at else "")
    for other in range(at + 1, len(entries)):
        gap = entries[other].gap
        if entries[other].is_rate or "；" in gap or _of_another(gap, told):
            return entries[first:other]
    return entries[first:]


def _of_another(gap: str, told: str) -> bool:
    """信访总量下降12.3%，越级访人数由21人减至13人: something else begins, of which the rate tells nothing."""
    found = _ANEW.match(gap)
    who = _FRAME.sub("", found["who"]) if found else ""
    return len(who) > 1 and not any(pair in told for pair in map("".join, pairwise(who)))


def _moved(start: Entry, step: Entry, sign: int) -> tuple[float, float]:
    """38场增加8场: 38 and 46; backwards with a sign of -1."""
    up = re.search(_UP, step.label) is not None
    number = start.figure.number
    return number, number + (step.figure.number if up else -step.figure.number) * sign


def _gives(
    one: Entry, other: Entry, ends: tuple[float, float], rate: Figure, way: re.Match[str]
) -> bool:
    """Whether the change is the one told, up or down, as printed."""
    change = (ends[1] - ends[0]) / ends[0] * 100
    about = is_about(one.figure) or is_about(other.figure)
    return (change > 0) == bool(way["up"]) and fits(abs(change), rate, about=about)


def _ends(reading: Reading, one: Figure, other: Figure) -> tuple[float, float] | None:
    """The number before and the number after; None where the words do not tell them apart."""
    text = reading.text
    if _AGAINST.search(text[max(0, other.start - 14) : other.start]):
        return other.number, one.number
    left = text[max(0, one.start - 16) : one.start]
    if _CHANGE.search(left) or _BEFORE.search(left):
        return one.number, other.number
    return None


def _points(reading: Reading, one: Figure, other: Figure, points: Figure) -> Iterator[Finding]:
    """由82%提高到95%，提高15个百分点."""
    text = reading.text
    if not (one.unit == other.unit == "%") or points.start - other.end > NEXT:
        return
    way = _GROWTH.search(text[other.end : points.start])
    ends = _ends(reading, one, other)
    if way is None or ends is None or is_about(points) or points.high is not None:
        return
    yield from _apart(reading, ends, (one, other), points, way)


def _apart(
    reading: Reading,
    ends: tuple[float, float],
    told: tuple[Figure, Figure],
    points: Figure,
    way: re.Match[str],
) -> Iterator[Finding]:
    """Two rates differ by other points than are told; `told`: as they stand in the text."""
    change = ends[1] - ends[0]
    if abs(abs(change) - points.number) < POINT and (change > 0) == bool(way["up"]):
        return
    yield _finding(
        reading,
        points,
        f"从{ends[0]:g}%到{ends[1]:g}%相差{abs(change):.4g}个百分点，这里写{way.group()}{points.text}。",
        (told[0].start, told[1].end),
    )


def _points_before(reading: Reading, new: Figure, points: Figure, old: Figure) -> Iterator[Finding]:
    """98.2%，比去年提高3.5个百分点，去年为95.9%."""
    way = _SIGN.search(reading.text[new.end : points.start])
    told = _LATER.fullmatch(reading.text[points.end : old.start])
    if way is None or told is None or not (new.unit == old.unit == "%") or is_about(points):
        return
    yield from _apart(reading, (old.number, new.number), (new, old), points, way)


def _times(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """由41份增至82份，增长一倍半."""
    for one, other in pairwise(figures):
        found = _TIMES.search(reading.text, other.end, other.end + NEXT)
        ends = _ends(reading, one, other) if found else None
        if found is None or ends is None or unit_class(one.unit) != unit_class(other.unit):
            continue
        times = 2.0 if found["double"] else 1.0 + _told(found["times"], found["half"])
        if ends[0] <= 0 or abs(ends[1] / ends[0] - times) <= 0.15 * times:
            continue
        yield reading.finding(
            ID,
            "warning",
            f"从{ends[0]:g}到{ends[1]:g}是{ends[1] / ends[0]:.1f}倍，这里写{found.group()}。",
            *found.span(),
            other=(one.start, other.end),
        )


def _sizes(reading: Reading, figures: Sequence[Figure]) -> Iterator[Finding]:
    """由40人增加到64人，增长六成半; 由600件减少到400件，减少一半."""
    for one, other in pairwise(figures):
        found = _SIZE.match(reading.text, other.end, other.end + 2 * NEXT)
        ends = _ends(reading, one, other) if found else None
        if found is None or ends is None or unit_class(one.unit) != unit_class(other.unit):
            continue
        low, high = _meant(found)
        if ends[0] <= 0 or low <= abs(ends[1] / ends[0] - 1) * 100 <= high:
            continue
        change = abs(ends[1] / ends[0] - 1)
        told = found.group().lstrip("，、（")
        yield reading.finding(
            ID,
            "warning",
            f"从{ends[0]:g}到{ends[1]:g}相差{change:.1%}，这里写{told}。",
            found.end() - len(told),
            found.end(),
            other=(one.start, other.end),
        )


def _meant(found: re.Match[str]) -> tuple[float, float]:
    """The least and the most per cent that a size told in words can mean."""
    if found["tenths"]:
        size, slack = _TEN.index(found["tenths"].replace("两", "二")) * 10.0, TENTH
        size += 5 if found["half"] else 0
    elif found["low"]:
        size, slack = 100.0 * _TEN.index(found["high"]) / _TEN.index(found["low"]), FRACTION
    else:
        size, slack = 50.0, FRACTION
    if found["more"] in ("多", "以上", "有余") or found["about"] in ("超", "超过", "逾", "过"):
        return size - 0.5, size + 5 * FRACTION
    if found["about"] in ("近", "将近", "接近"):
        return size - 8, size + 0.5
    return size - slack, size + slack


def _told(times: str, half: str) -> float:
    number = _NUMBERS[times] if times in _NUMBERS else float(times)
    return number + (0.5 if half != "倍" else 0.0)


def _finding(reading: Reading, at: Figure, message: str, other: tuple[int, int]) -> Finding:
    return reading.finding(ID, "warning", message, at.start, at.end, other=other)


RULE = ReportRule(ID, check)
FLAGGED = (
    Example("信访总量同比下降12.3%，总量由上年的50件降至40件。"),
    Example("信访量由50件降至40件，下降30%。"),
    Example("受理热线工单90件，较去年增加10件，同比增长200%。"),
    Example("持证率由82%提高到95%，提高15个百分点。"),
    Example("涉企检查由上年的180次降至60次，减少三分之一。"),
    Example("热线工单由600件减少到400件，减少一半。"),
    Example("合同审查由41份增至82份，增长一倍半。"),
    Example("受理工单4312件，比上年的4875件减少563件，下降15.1%。"),
    Example("纠纷发生量同比下降15.2%，由去年的312件降为今年的273件。"),
    Example("与2024年的214件相比，纠纷总量减少25件，下降17.1%。"),
    Example("全年排查矛盾纠纷125件，化解120件。与2024年的146件相比，纠纷总量下降16.8%。"),
)
CLEAN = (
    Example("信访总量同比下降12.3%，越级访人数由上年的21人减少至13人。"),
    Example("信访量由50件降至40件，下降20%，办结率100%。"),
    Example("受理热线工单90件，较去年增加10件，同比增长12.5%。"),
    Example("持证率由82%提高到95%，提高13个百分点；满意度98%，提高1.2个百分点。"),
    Example("合同审查由41份增至82份，增长一倍。"),
    Example("纠纷由200件降至150件，其中物业纠纷下降四成。"),
    Example("工单由600件降至210件，减少一半以上，检查由180次降至120次，减少三分之一。"),
    Example("受理工单4312件，比上年的4875件减少563件，下降11.5%；按期办结4290件。"),
    Example("与2024年的214件相比，纠纷总量减少25件，下降11.7%。"),
    Example("全年排查矛盾纠纷125件，化解120件。与2024年的146件相比，纠纷总量下降14.4%。"),
    Example("全年排查矛盾纠纷125件。与2024年的60件相比，山林纠纷下降20%，为48件。"),
    Example("普法46场，其中赶集18场、进校28场，比2024年的38场增加8场，增长21.1%。"),
)
