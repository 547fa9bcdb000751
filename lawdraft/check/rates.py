"""Which two numbers a rate is of: its own words name the part, the whole stands before or around it.

Every pair that it may be of is looked at; where one of them gives the rate, it is read so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from lawdraft.check.accounts import Entry, entries_of, in_lines, joined, wholes_before
from lawdraft.check.elsewhere import of_another, pairs_elsewhere, subject_of
from lawdraft.check.left_out import all_but, behind_of, is_excepted, is_left_out
from lawdraft.check.told_rates import DIRECT, NEXT, Rate, does, rates_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Span

_FELT = re.compile(
    r"满意|知晓|安全感|认可|好评|支持|信任|获得感|普及|应诉|出庭|准确|及时|规范|公开|响应|发案|命中|利用|使用|参与"
)
"""Rates of surveys and of everything at once: only of a number that bears their name."""
_WHOLE = re.compile(r"共|总|应|全[部镇乡]|现有|辖|排查|受理|登记|在册|收到|接收|发现")
_NARROWER = re.compile(
    r"按期|按时|及时|如期|限时|时限|重大|较大|重点|突出|疑难|积案|涉企|初次|首次"
)
_EACH = re.compile(r"^(?:全部|均|都|全数)|均已?|全部")
_SUBJECT = re.compile(
    r"(?:\A|(?<=[，。；：、\n）]))(?P<who>[一-鿿]{3,10}?)(?=在(?:全部|所有|各类|总)|约?占)"
)
_LAST_YEAR = re.compile(r"(?:而|但)?(?:20\d\d年|去年|上年)(?!的|同期|相比)")
_THIS_YEAR = re.compile(r"今年|本年|全年")
WIDE, FAR, NEAR, CLOSE = 45.0, 15.0, 12.0, 6.0  # points that a rate may be off, the surer its pair


@dataclass(frozen=True, slots=True)
class Quotient:
    """A rate and the two numbers that do not give it."""

    rate: Rate
    part: Entry
    whole: Entry

    @property
    def percent(self) -> float:
        """What the two numbers give."""
        return self.part.figure.number / self.whole.figure.number * 100


def quotients(reading: Reading) -> Iterator[Quotient]:
    """Every rate that the numbers it is of do not give."""
    for span, entries, before in in_lines(reading):
        for rate in rates_of(reading, span):
            yield from _of_rate(reading, span, rate, entries, before)
            if rate.is_share and rate.of != DIRECT:
                yield from _named_elsewhere(reading, span, rate, entries)


def _of_rate(
    reading: Reading, span: Span, rate: Rate, entries: Sequence[Entry], before: Sequence[Entry]
) -> Iterator[Quotient]:
    counts = [e for e in entries if _counts(e)]
    pairs = _pairs_of(reading, span, rate, entries, before)
    if rate.percent == 100:
        pairs = [pair for pair in pairs if not _of_others(rate, pair, entries)]
    if not pairs or any(rate.fits(*pair) for pair in (*pairs, *_together(rate, counts))):
        return
    first = [pair for pair in pairs if pair[0] is pairs[0][0]]
    part, whole = min(first, key=lambda pair: abs(_percent(*pair) - rate.percent))
    if abs(_percent(part, whole) - rate.percent) <= _reach(rate, part, whole, entries):
        yield Quotient(rate, part, whole)


def _pairs_of(
    reading: Reading, span: Span, rate: Rate, entries: Sequence[Entry], before: Sequence[Entry]
) -> list[tuple[Entry, Entry]]:
    """Part and whole that a rate may be of: of its sentence, of the one before, of any other."""
    counts = [e for e in entries if _counts(e)]
    few = _left_out(rate, entries, counts)
    counts = [e for e in counts if e not in few]
    parts = [_whole_of(part, counts) or part for part in _parts(rate, entries, counts)]
    if few and (is_excepted(few[-1]) or not any(does(rate.stem, e.words) for e in parts)):
        return all_but(rate, few[-1], counts)
    pairs = [(p, w) for p in parts for w in _wholes(rate, p, entries, counts)]
    if pairs:
        return pairs
    if parts:
        known = [(p, w) for p in parts[:1] for w in _earlier(p, before)]
        return known or _row_of(rate, counts)
    if any(e.figure.end <= rate.start for e in counts) or rate.of == DIRECT:
        return []
    both = [] if counts else _both_earlier(rate, before)
    if both or rate.percent == 100 or _FELT.search(rate.stem):
        return both
    return pairs_elsewhere(reading, span, rate)


def _whole_of(part: Entry, counts: Sequence[Entry]) -> Entry | None:
    """成功2891宗，其中镇级1120宗、村级1771宗，成功率98%: the last of a row stands for its whole."""
    at, made = counts.index(part), part.figure.number
    for back in range(at - 1, 0, -1):
        row, whole = counts[back], counts[back - 1]
        if row.kind != part.kind or "；" in counts[back + 1].gap:
            return None
        made += row.figure.number
        if whole.kind == part.kind and whole.figure.number == made:
            return whole
    return None


def _left_out(rate: Rate, entries: Sequence[Entry], counts: Sequence[Entry]) -> list[Entry]:
    """The numbers ahead of a rate that count what it does not."""
    if rate.is_share or _FELT.search(rate.stem) or _NARROWER.search(rate.stem):
        return []
    ahead = (e for e in counts if e.figure.end <= rate.start)
    return [e for e in ahead if is_left_out(rate, e, behind_of(rate, e, entries))]


def _row_of(rate: Rate, counts: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """专职18名、兼职54名，专职占25%: of both together, where no whole is told."""
    ahead = [e for e in counts if e.figure.end <= rate.start]
    part = subject_of(rate, ahead) if rate.is_share else None
    row = [e for e in ahead if part is not None and e.kind == part.kind]
    return [(part, _sum(row))] if part is not None and len(row) > 1 else []


def _of_others(rate: Rate, pair: tuple[Entry, Entry], entries: Sequence[Entry]) -> bool:
    """化解率97.9%，重大纠纷化解率100%, 按期办结率100%: of fewer than the numbers told."""
    narrower = _NARROWER.search(rate.stem)
    if narrower is not None and not any(narrower.group() in entry.words for entry in pair):
        return True
    name, end = rate.stem[-2:] + "率", pair[0].figure.end
    between = (e for e in entries if end <= e.figure.start < rate.start)
    return any(e.kind == "%" and name in e.label for e in between)


def _together(rate: Rate, counts: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """书记包案5件，化解4件，班子包案12件，化解11件: a rate may be of both together."""
    if rate.is_share:
        return []
    done = [e for e in counts if does(rate.stem, e.words)]
    kinds = {e.kind for e in done}
    rest = [e for e in counts if e not in done and e.kind in kinds]
    if len(done) < 2 or len(kinds) > 1 or not rest:
        return []
    return [(_sum(done), _sum(rest))]


def _sum(entries: Sequence[Entry]) -> Entry:
    """Several numbers as one."""
    number = sum(entry.figure.number for entry in entries)
    return replace(entries[0], figure=replace(entries[0].figure, number=number))


def _counts(entry: Entry) -> bool:
    """Whether it is a number of this year that a rate can be of."""
    return not (entry.is_rate or entry.past or entry.change or entry.figure.high is not None)


def _percent(part: Entry, whole: Entry) -> float:
    return part.figure.number / whole.figure.number * 100


def _reach(rate: Rate, part: Entry, whole: Entry, entries: Sequence[Entry]) -> float:
    """How far a rate may be off and still be meant of such a pair."""
    if _EACH.search(part.after):
        return CLOSE
    if rate.is_share:
        return WIDE if part.figure.start < rate.start else NEAR
    if not does(rate.stem, part.words):
        return NEAR
    between = (e for e in entries if part.figure.end <= e.figure.start < rate.start)
    beside = part.figure.start < rate.start and len(rate.gap) <= NEXT and whole in entries
    return WIDE if beside and all(e.kind != part.kind for e in between) else FAR


def _parts(rate: Rate, entries: Sequence[Entry], counts: Sequence[Entry]) -> list[Entry]:
    """The numbers that a rate may say something of, the likeliest first."""
    ahead = [e for e in counts if e.figure.end <= rate.start]
    behind = _up_to_semicolon([e for e in counts if e.figure.start >= rate.end][:4])
    if rate.of == DIRECT:
        told = len(ahead) > 1 and "占" in ahead[-1].gap
        return ahead[-2:-1] if told else []
    if rate.is_share:
        named_so = subject_of(rate, ahead)
        if named_so is not None or of_another(rate, ahead):
            return [named_so] if named_so is not None else []
        return ahead[-1:] if _near(rate, ahead) else _share_ahead(entries, ahead, behind)
    named = [e for e in reversed(_beside(rate, ahead)) if does(rate.stem, e.words)][:1]
    named += [e for e in behind if rate.stem[-2:] in e.words][: 2 - len(named)]
    if rate.percent == 100 or _FELT.search(rate.stem):
        return named
    last = [e for e in entries if e.figure.end <= rate.start][-1:]
    alone = last and last == ahead[-1:] and _near(rate, ahead) and last[0] not in named
    return [*named, *last] if alone else named


def _up_to_semicolon(behind: list[Entry]) -> list[Entry]:
    return list(takewhile(lambda entry: "；" not in entry.gap, behind))


def _share_ahead(
    entries: Sequence[Entry], ahead: Sequence[Entry], behind: list[Entry]
) -> list[Entry]:
    """占比42.5%，340件中有145件: both numbers stand behind their share."""
    if ahead or len(behind) < 2 or len([e for e in entries if e.is_rate]) > 1:
        return []
    return behind[1:2]


def _beside(rate: Rate, ahead: list[Entry]) -> list[Entry]:
    """Those told since the last semicolon: 整治82处；清理124处，整治率100%."""
    if "；" in rate.gap:
        return ahead
    for at in range(len(ahead) - 1, 0, -1):
        if "；" in ahead[at].gap:
            return ahead[at:]
    return ahead


def _near(rate: Rate, ahead: Sequence[Entry]) -> bool:
    """Whether the last number stands in the words right before the rate."""
    return bool(ahead) and rate.start - ahead[-1].figure.end <= NEXT and "；" not in rate.gap


def _wholes(
    rate: Rate, part: Entry, entries: Sequence[Entry], counts: Sequence[Entry]
) -> list[Entry]:
    """The numbers of the sentence that a part may be of, those before it first."""
    alike = [e for e in counts if e is not part and e.kind == part.kind]
    both = joined([e for e in reversed(alike) if e.figure.start < part.figure.start])
    known = [e for e in (*alike, *both) if e.figure.number >= part.figure.number > 0]
    if rate.of == DIRECT:
        return [e for e in known if part.figure.end < e.figure.start < rate.start][-1:]
    ahead = [e for e in known if e.figure.start < part.figure.start and not _shared(e, entries)]
    if ahead:
        return ahead
    return [e for e in known if e.figure.start > part.figure.start and _WHOLE.search(e.words)][:1]


def _shared(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a number has a share of its own: 98件，占36%."""
    at = entries.index(entry) + 1 if entry in entries else len(entries)
    follower = entries[at] if at < len(entries) else None
    return follower is not None and follower.kind == "%" and "占" in follower.label


def _earlier(part: Entry, before: Sequence[Entry]) -> list[Entry]:
    """The last number of the sentence before that the part may be of."""
    known = [
        e
        for e in before
        if e.kind == part.kind
        and _counts(e)
        and e.figure.number >= part.figure.number > 0
        and not _of_last_year(before, e)
    ]
    return known[-1:]


def _of_last_year(entries: Sequence[Entry], entry: Entry) -> bool:
    """2024年排查178件，成功化解171件: the second is last year's as well."""
    for other in reversed(entries[: entries.index(entry) + 1]):
        if other.past and _LAST_YEAR.match(other.label):
            return True
        if "；" in other.gap or _THIS_YEAR.search(other.gap):
            return False
    return False


def _both_earlier(rate: Rate, before: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """受理47件，办结45件。办结率达99%。: both numbers stand in the sentence before."""
    if rate.is_share or len(rate.stem) > 8:
        return []
    counts = [e for e in before if _counts(e)]
    told = "".join(e.gap + e.after for e in before)
    if not set(rate.stem[:-2]) <= set(told):
        return []  # 合理意见采纳率 of 意见56条
    parts = [e for e in counts if does(rate.stem, e.words)]
    if len(parts) != 1 or _FELT.search(rate.stem):
        return []
    return [(parts[0], w) for w in _earlier(parts[0], counts[: counts.index(parts[0])])]


def _named_elsewhere(
    reading: Reading, span: Span, rate: Rate, entries: Sequence[Entry]
) -> Iterator[Quotient]:
    """物业纠纷在全部742件纠纷中占36%: how many they were stands in another sentence."""
    found = _SUBJECT.search(reading.text, span.start, rate.start)
    if found is None or _parts_ahead(rate, entries, found.end()):
        return
    pairs = [
        (entry, whole)
        for other in reading.sentences
        if other != span
        for told in (entries_of(reading, other),)
        for at, entry in enumerate(told)
        if entry.label.endswith(found["who"]) and _counts(entry) and entry.figure.role != "target"
        for whole in (*wholes_before(told, at), *(e for e in entries if _counts(e)))
        if whole.kind == entry.kind and whole.figure.number >= entry.figure.number > 0
    ]
    if len({part.figure.number for part, _ in pairs}) != 1:
        return
    if any(rate.fits(part, whole) for part, whole in pairs):
        return
    part, whole = min(pairs, key=lambda pair: abs(_percent(*pair) - rate.percent))
    if abs(_percent(part, whole) - rate.percent) <= FAR:
        yield Quotient(rate, part, whole)


def _parts_ahead(rate: Rate, entries: Sequence[Entry], place: int) -> bool:
    """Whether a number stands between what has a share and the share, but for its whole."""
    between = [e for e in entries if place <= e.figure.start and e.figure.end <= rate.start]
    return len(between) > 1 or any(not _WHOLE.search(e.label) for e in between)
