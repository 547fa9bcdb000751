"""Which two numbers a rate is of: its own words name the part, the whole stands before or around it.

Every pair that it may be of is looked at; where one of them gives the rate, it is read so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from lawdraft.check.accounts import Entry, entries_of, in_lines, joined, wholes_before
from lawdraft.check.counting import is_about
from lawdraft.check.shares import fits
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Figure, Span

_LINK = r"(?:均|分别|已经?|也|都|约|近|达成?|到|为|是|有|仅|只|高|保持|在|超过?|提升至|提高到|稳定|至|了)*"
_NAMED = re.compile(rf"(?P<stem>[一-鿿“”]{{1,12}}?)(?:率|(?<=满意)度)(?:[：:]|{_LINK})\Z")
_SHARE = re.compile(
    rf"(?:占(?P<of>[^，。；、\d]{{0,12}}?)(?:的)?(?:比例|比重|比)?|(?:占比|比例|比重)){_LINK}\Z"
)
_WORDS = {
    "化解": "化解|成功|调解|调处|办结", "调解": "调解|调成|成功|化解|调处", "调处": "调处|调解|成功|化解", "成功": "成功|化解|调解|调处",
    "办结": "办结|办理完毕|办毕|办完|结案|完结", "结案": "结案|办结|审结", "整改": "整改|销号|整治|改正", "合格": "合格|通过|及格", "通过": "通过|合格|取得",
    "优秀": "优秀|90分|九十分|优良", "优良": "优", "满意": "满意", "参考": "参考|参加|应考|实考|到考", "参训": "参训|参加|实训", "参加": "参加", "参与": "参与|参加",
    "到会": "到会|实到|参会", "参会": "到会|实到|参会", "出席": "出席|实到|到会",
    "答复": "答复|回复|办复", "回复": "答复|回复|办复", "办复": "答复|回复|办复", "覆盖": "已有|配齐|实现|覆盖|已建|配备|建成|设立|聘请", "出庭": "出庭", "应诉": "出庭",
    "完成": "完成|建成|落实|达成|办结", "履行": "履行", "履约": "履行|履约", "持证": "持证|取得|持有|执法证", "网办": "网办|网上|线上|一网", "采纳": "采纳|采用|吸收",
    "签约": "签约|签订", "签订": "签订|签", "销号": "销号|整改", "办理": "办理|办结", "解决": "解决|办结", "清零": "化解|清零", "回收": "收回|回收", "建成": "建成|建有|已建",
    "处置": "处置|处理|办结", "处理": "处理|处置|办结", "发现": "发现|存在|查出", "配备": "配备|配有|配齐|聘请", "上证": "持证|取得", "审结": "审结|结案", "达标": "达标|合格", "销案": "销案|办结",
    "胜诉": "胜诉", "败诉": "败诉", "纠错": "撤销|变更|违法|纠错", "维持": "维持", "即办": "即办", "述法": "述法", "响应": "响应|接单|签收", "签收": "签收",
}  # fmt: skip
"""What a number does that a rate of this name counts, where another word may say it."""
_FELT = re.compile(
    r"满意|知晓|安全感|认可|好评|支持|信任|获得感|普及|应诉|出庭|准确|及时|规范|公开|响应|发案|命中|利用|使用|参与"
)
"""Rates of surveys and of everything at once: only of a number that bears their name."""
_WHOLE = re.compile(r"共|总|应|全[部镇乡]|现有|辖|排查|受理|登记|在册|收到|接收|发现")
_TENTHS = re.compile(
    r"(?P<about>近|约|超过?|逾)?(?P<tenths>[一二三四五六七八九])成(?P<half>半)?(?![员立为果功效熟本就长绩都全人分型交])(?P<more>以上|多|左右)?"
)
_FRACTION = re.compile(
    r"(?P<about>近|约|超过?|逾)?(?P<low>[二三四五六七八九十])分之(?P<high>[一二三四五六七八九])(?P<more>以上|多|左右)?"
)
_NARROWER = re.compile(
    r"按期|按时|及时|如期|限时|时限|重大|较大|重点|突出|疑难|积案|涉企|初次|首次"
)
_EACH = re.compile(r"^(?:全部|均|都|全数)|均已?|全部")
_SUBJECT = re.compile(
    r"(?:\A|(?<=[，。；：、\n）]))(?P<who>[一-鿿]{3,10}?)(?=在(?:全部|所有|各类|总)|约?占)"
)
_HINT = re.compile(r"成|分之")
TENTH = 4.9
WIDE, FAR, NEAR, CLOSE = 45.0, 15.0, 12.0, 6.0  # points that a rate may be off, the surer its pair
NEXT = 26  # characters from the part to its rate
_RAISED = re.compile(
    r"(?P<stem>[一-鿿]{1,12}?)率[由从][^，。；]{0,10}%[，]?(?:[提上增升扩][一-鿿]{0,2}|[下降回][一-鿿]{0,2})[至到为]\Z"
)
_TOP = re.compile(r"(?<=[比率])(?:最高|最大|较高|居首)，")
DIRECT = "的"
_OF_WHOLE = re.compile(r"[一-鿿]{0,6}(?:（[一-鿿、]{1,5}）)?[一-鿿]{0,4}的|")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Rate:
    """A share as told: its place, how much, how exact, and the words before it."""

    start: int
    end: int
    text: str
    percent: float
    figure: Figure | None  # None for 八成 and 三分之二
    slack: float
    stem: str  # 化解 of 矛盾纠纷化解率; "" for a share
    of: str  # 总数 of 占总数的; "" where nothing is named
    gap: str  # words since the number before it, or the sentence's start

    @property
    def is_share(self) -> bool:
        """Whether it says 占 and not the name of a rate."""
        return not self.stem

    def fits(self, part: Entry, whole: Entry) -> bool:
        """Whether these two numbers give it, as printed."""
        if whole.figure.number <= 0:
            return False
        share = part.figure.number / whole.figure.number * 100
        about = is_about(part.figure) or is_about(whole.figure)
        if self.percent == 100 and share < 100 and not about:
            return False  # 5309 of 5326 rounds to it, but not all are done
        if self.figure is not None:
            return fits(share, self.figure, about=about)
        return abs(share - self.percent) <= self.slack + (3.0 if about else 0.0)


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


def rates_of(reading: Reading, span: Span) -> Iterator[Rate]:
    """Every rate and share of a sentence that tells what it is of."""
    last = ""
    for entry in entries_of(reading, span):
        figure = entry.figure
        if entry.kind == "%" and figure.high is None and "分别" not in entry.gap:
            raised = _RAISED.search(last + "%" + entry.gap) if last else None
            name = (raised["stem"], "") if raised else None
            yield from _told(reading, span, entry.gap, figure, name)
        last = entry.gap[-NEXT:] if entry.kind == "%" else ""
    if _HINT.search(reading.text, span.start, span.end):
        yield from _in_words(reading, span)


def _told(
    reading: Reading, span: Span, gap: str, figure: Figure, known: tuple[str, str] | None
) -> Iterator[Rate]:
    named = known or _name(reading.text[max(span.start, figure.start - 20) : figure.start])
    if named is None and _OF_WHOLE.fullmatch(gap):
        named = "", DIRECT  # 占全部180件的20%
    if named is not None:
        text = reading.text[figure.start : figure.end]
        yield Rate(figure.start, figure.end, text, figure.number, figure, 0.0, *named, gap)


def _name(left: str) -> tuple[str, str] | None:
    """The stem of a rate's name, or what a share is of; None where the words name neither."""
    piece = re.split(r"[，。；、（）\n]", _TOP.sub("", left))[-1].rstrip("约近超逾")
    share = _SHARE.search(piece)
    if share is not None:
        return "", share["of"] or ""
    found = _NAMED.search(piece)
    return (found["stem"].strip("“”"), "") if found else None


def _in_words(reading: Reading, span: Span) -> Iterator[Rate]:
    """八成, 三分之二: as rates with the slack that such words have."""
    for found in (
        *_TENTHS.finditer(reading.text, span.start, span.end),
        *_FRACTION.finditer(reading.text, span.start, span.end),
    ):
        before = [e for e in entries_of(reading, span) if e.figure.end <= found.start()]
        gap = reading.text[before[-1].figure.end if before else span.start : found.start()]
        named = _name(reading.text[max(span.start, found.start() - 20) : found.start()])
        if named is None and _OF_WHOLE.fullmatch(gap):
            named = "", DIRECT
        if named is None:
            continue
        percent, slack = _worth(found)
        yield Rate(found.start(), found.end(), found.group(), percent, None, slack, *named, gap)


def _worth(found: re.Match[str]) -> tuple[float, float]:
    wide = 3.0 if found["about"] or found["more"] else 0.0
    if found.re is _TENTHS:
        return _DIGITS.index(found["tenths"]) * 10 + (5 if found["half"] else 0), TENTH + wide
    return (parse_number(found["high"]) or 0) / (parse_number(found["low"]) or 1) * 100, 4 + wide


def quotients(reading: Reading) -> Iterator[Quotient]:
    """Every rate that the numbers it is of do not give."""
    for span, entries, before in in_lines(reading):
        for rate in rates_of(reading, span):
            yield from _of_rate(rate, entries, before)
            if rate.is_share and rate.of != DIRECT:
                yield from _named_elsewhere(reading, span, rate, entries)


def _of_rate(rate: Rate, entries: Sequence[Entry], before: Sequence[Entry]) -> Iterator[Quotient]:
    counts = [e for e in entries if _counts(e)]
    parts = _parts(rate, entries, counts)
    pairs = [(p, w) for p in parts for w in _wholes(rate, p, entries, counts)]
    if parts and not pairs:
        pairs = [(p, w) for p in parts[:1] for w in _earlier(p, before)]
    if rate.percent == 100:
        pairs = [pair for pair in pairs if not _of_others(rate, pair, entries)]
    if not parts and not counts:
        pairs = _both_earlier(rate, before)
    if not pairs or any(rate.fits(*pair) for pair in (*pairs, *_together(rate, counts))):
        return
    first = [pair for pair in pairs if pair[0] is pairs[0][0]]
    part, whole = min(first, key=lambda pair: abs(_percent(*pair) - rate.percent))
    if abs(_percent(part, whole) - rate.percent) <= _reach(rate, part, whole, entries):
        yield Quotient(rate, part, whole)


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


@cache
def _doing(stem: str) -> re.Pattern[str]:
    """The words that say of a number that it is what the rate counts: 网上办理 for 网办率."""
    core = stem[-2:]
    alike = "[一-鿿“”]{0,6}".join(map(re.escape, core))
    words = [_WORDS.get(core, alike), *((_WORDS.get(stem[-4:-2], ""),) if core == "成功" else ())]
    return re.compile("|".join(word for word in words if word))


def does(stem: str, words: str) -> bool:
    """Whether a number's words say what a rate counts."""
    return bool(_doing(stem).search(words))


def _parts(rate: Rate, entries: Sequence[Entry], counts: Sequence[Entry]) -> list[Entry]:
    """The numbers that a rate may say something of, the likeliest first."""
    ahead = [e for e in counts if e.figure.end <= rate.start]
    behind = _up_to_semicolon([e for e in counts if e.figure.start >= rate.end][:4])
    if rate.of == DIRECT:
        told = len(ahead) > 1 and "占" in ahead[-1].gap
        return ahead[-2:-1] if told else []
    if rate.is_share:
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
        if e.kind == part.kind and _counts(e) and e.figure.number >= part.figure.number > 0
    ]
    return known[-1:]


def _both_earlier(rate: Rate, before: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """受理47件，办结45件。办结率达99%。: both numbers stand in the sentence before."""
    if rate.is_share or len(rate.stem) > 8:
        return []
    counts = [e for e in before if _counts(e)]
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
