"""Which dates a report gives to which event, named by its clause: the deed and what it was done to."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from lawdraft.check.deeds import ONCE, deeds_of
from lawdraft.check.objects import object_of
from lawdraft.check.once import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.check.whens import Mark

_CLAUSE = re.compile(r"[^，：]+")
_BARE = re.compile(
    r"[在于自从以当上下午晚天期间年内份起●◆·\-—\s（）()\d.、一二三四五六七八九十是今]*"
)
_LIST = re.compile(r"[、和及与]{1,2}|以及")
_FURTHER = 2  # clauses behind a bare date that may name the event
_BACK = 3  # clauses before that may name it
_LATER = re.compile(
    r"力争|计划[于在将]|预计|将[于在]|拟[于在]|争取|确保|明年|来年|下一年|去年|上年|往年|前年|每逢|每年"
)
_LAW_IN_FORCE = re.compile(r"起(?:正式)?[施实]行")
_MANY = re.compile(
    r"每[月周季年逢]|按[月周季]|逐[月季]|定期|分别|多次|先后|轮流|各[一1]|(?<!第)(?:(?<!\d)[2-9]|\d\d+|[两二三四五六七八九十])(?:场次|[次期场轮批])(?!会)"
)
_HELD = re.compile(
    r"(）?[一-鿿“”、]{0,24}?(?:会|会议|班|仪式|活动|赛)）?)(?:上(?!级|报|门)|部署|提出|指出|确定|明确|交办|通报)|）上"
)
_WORDS = re.compile(r"[《“]")
_PAST = re.compile(
    r"(?:用好|发挥|依托|借助|推广|巩固|总结|针对|对照|深化|落实|固化|优化|延续|放大|盘活|擦亮|围绕|把|[今当]年|[已才刚])[^，；＃]{0,4}＃"
)
_YET = re.compile(
    r"(?:[做办开搞建][好实]|筹[备办建]|迎接|推[进动]|加快|准备|完成|组织|为|待)[^，；＃]{0,6}＃"
)
_POINTS = re.compile(r"该|(?<!尤)其(?!中|他|余)|双方|此(?!次)")
_SINCE = re.compile(r"以来|为契机|作为[^，]{0,4}(?:起点|契机|开端)|为(?:新的?)?起点")
_VERB = re.compile(r"＃[一-鿿]{0,6}?([一-鿿]{2})(?:的|以来)")
_BEHIND = re.compile(r"[一-鿿”》]{4,}(?:之?后|时|期间|之际|当[天日]|[案赛会班动程]中)\Z")
_DAY_OF = re.compile(r"(?:宪法|禁毒|教育|安全|消费者[^，]{0,4}|环境|纪念|普法)日|节|[前起]")
_OF = re.compile(
    r"(?:上午|下午|晚上?|当天)?(?:在[一-鿿]{2,10})?[一-鿿]{0,4}的(?!是)|[一-鿿“”]{0,16}(?:会|班|仪式)(?:上|部署|提出|指出|确定|明确|期间|交办|通报)"
)
_ATTENDED = re.compile(
    r"出席|陪同|(?:现场|全程)指挥|坐镇|督战|观看|旁听|参演|迎接|配合|到会|到场|列席|全程参[与加]|担任|致辞|作(?:了|开[班场讲]|动员|专题|辅导|交流|总结|重要|主旨){0,2}(?:讲话|动员|部署|发言|致辞|辅导)|第一[课讲]|带[头队]参加|主持(?!下|召开|制定|编制|研究|开展)|亲临"
)
_POINTED = re.compile(
    r"(?:指出|反馈|交办|部署|提出|查出|发现|移交|确定|明确|通过|印发|出台|审定|签订|达成|召开|举办|开展|举行|评定)的"
)
_YEARLY = re.compile(r"年度[一-鿿]{2,8}会|年终[一-鿿]{2,6}会|总结(?:表彰)?大?会")
_SHORT = {
    "社会治安综合治理": "综治",
    "综合行政执法": "综合执法",
    "人民调解委员会": "调委会",
    "公共法律服务工作": "公共法律服务",
    "法治宣传教育第九个五年规划": "“九五”普法规划",
    "政务服务便民热线": "热线",
}
"""How a thing is called in full, and for short."""
_FULL = re.compile("|".join(_SHORT))
_SOLE = re.compile(r"唯一|仅有的?一[期次场]|(?<!榜)首[届次场张个家例份位座](?!要)")


@dataclass(frozen=True)
class Event:
    """What is dated: the clause that tells it, those before it, and how it is spoken of."""

    dates: tuple[Mark, ...]
    core: str  # the clause of the date, which tells the deed
    named: str  # the clauses that name what it was done to
    before: str
    refers: bool  # as of something known: 出席4月10日的推进会
    led: bool  # in what the leader did, where much is told again
    year: int | None

    @once
    def deeds(self) -> frozenset[str]:
        """What was done."""
        return deeds_of(self.core)

    @property
    def sole(self) -> bool:
        """Whether it is said to be the only or the first of its kind."""
        return bool(_SOLE.search(self.core))

    @once
    def yearly(self) -> bool:
        """Whether it is held but once a year."""
        return bool(_YEARLY.search(self.core))

    @once
    def verb(self) -> str:
        """By what a known one is pointed to: 开营 of 7月26日开营的夏令营."""
        found = _VERB.search(self.core)
        return found[1] if found else ""

    @once
    def repeated(self) -> bool:
        """Whether it is told of more than one time."""
        return len(self.dates) > 1 or bool(_MANY.search(self.pointed or self.core))

    @once
    def pointed(self) -> str:
        """How a known one is pointed to: 5月才启用的, whatever is told of it behind."""
        found = _OF.match(self.core, self.core.index("＃") + 1)
        return found[0] if found else ""

    def agrees(self, other: Event) -> bool:
        """Whether one date of each can be right of the other."""
        if self.year != other.year:
            return False
        return any(one.agrees(two) for one in self.dates for two in other.dates)


def events(reading: Reading, marks: Iterable[Mark]) -> tuple[Event, ...]:
    """The events of a report that have been, at dates or of lengths, in its order."""
    found: list[Event] = []
    groups: dict[int, list[tuple[Mark, ...]]] = {}
    ends = _sentence_ends(reading.text)
    for group in _groups(reading.text, list(marks)):
        groups.setdefault(bisect(ends, group[0].start), []).append(group)
    for number, row in groups.items():
        start = ends[number - 1] + 1 if number else 0
        end = ends[number] if number < len(ends) else len(reading.text)
        found += _of_sentence(reading, (start, end), row)
    return tuple(found)


@lru_cache(maxsize=2)  # asked for dates, then for lengths of one report
def _sentence_ends(text: str) -> list[int]:
    """Where its sentences end, sign by sign: far quicker than a search for any of the signs."""
    ends = []
    for sign in "。；;！？\n":
        at = text.find(sign)
        while at >= 0:
            ends.append(at)
            at = text.find(sign, at + 1)
    return sorted(ends)


def _groups(text: str, dates: list[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Dates that are told in a row are of one clause: 4月和10月各办一期."""
    row = dates[:1]
    for one, other in pairwise(dates):
        if not _LIST.fullmatch(text, one.end, other.start):
            yield tuple(row)
            row = []
        row.append(other)
    if row:
        yield tuple(row)


def _of_sentence(
    reading: Reading, sentence: tuple[int, int], groups: list[tuple[Mark, ...]]
) -> Iterator[Event]:
    """The events of a sentence; what stands before the next date in its clause is of that."""
    left = sentence[0]
    for group, following in zip_longest(groups, groups[1:]):
        right = sentence[1]
        if following:
            right, end = following[0].start, group[-1].end
            comma = reading.text.rfind("，", end, right)
            right = comma if comma >= 0 else right
        event = _event(reading, (left, right), group)
        if event is not None:
            yield event
        left = right


def _event(reading: Reading, reach: tuple[int, int], group: tuple[Mark, ...]) -> Event | None:
    text, start, end = reading.text, group[0].start, group[-1].end
    if _titled(text, start) or _LAW_IN_FORCE.match(text, end):
        return None
    clauses = [m.span() for m in _CLAUSE.finditer(text, *reach)]
    own = next((n for n, (a, b) in enumerate(clauses) if a <= start < b), None)
    if own is None:
        return None
    first = clauses[own][0]
    left, right = text[first:start], text[end : clauses[own][1]]
    core = _core(left, right, [text[a:b] for a, b in clauses[own + 1 : own + 1 + _FURTHER]])
    refers = _refers(left, right, core)
    if _LATER.search(core) or (reading.in_plan(start) and not _looks_back(core, group[0])):
        return None
    if held := _HELD.match(right):
        core = left + "＃" + (held[1] or "")
    named, before = _names(text[_sentence_start(text, first) : first], text[reach[0] : first], core)
    led = "first_responsible_person" in reading.kinds_at(start)
    core, named, before = (_FULL.sub(_shortened, words) for words in (core, named, before))
    return Event(group, core, named, before, refers, led, group[0].year or reading.year)


def _shortened(found: re.Match[str]) -> str:
    return _SHORT[found[0]]


def _looks_back(core: str, date: Mark) -> bool:
    """Whether a plan speaks of what has been: 用好4月挂牌的中心, 把今年8月的晚会办成品牌."""
    if _SINCE.search(core) or (date.exact and not _DAY_OF.search(core)):
        return True
    if _YET.search(core):
        return False
    known = _OF.match(core, core.index("＃") + 1)
    return bool(_PAST.search(core)) or bool(known and deeds_of(known[0]) & ONCE)


def _core(left: str, right: str, behind: list[str]) -> str:
    """The clause of the date, and those behind until one tells a deed."""
    core, bare = left + "＃" + right, bool(_BARE.fullmatch(left + right))
    for clause in behind:
        if not bare and deeds_of(core):
            break
        core, bare = core + "，" + clause, False
    return core


def _sentence_start(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in "。；;！？\n") + 1


def _names(sentence: str, reach: str, core: str) -> tuple[str, str]:
    """What names the event, and what may: the clauses before where its own only points to them."""
    clauses = _CLAUSE.findall(sentence)[-_BACK:]
    if _POINTS.search(core) or not (object_of(core) or _WORDS.search(core)):
        return "，".join([*clauses, core]), ""
    return core, "，".join(_CLAUSE.findall(reach)[-_BACK:])


def _titled(text: str, place: int) -> bool:
    return text.rfind("《", max(0, place - 40), place) > text.rfind("》", max(0, place - 40), place)


def _refers(left: str, right: str, core: str) -> bool:
    bracket = left.endswith("（") and right.startswith("）")
    return bool(
        bracket
        or _OF.match(right)
        or _BEHIND.search(right)
        or _SINCE.search(core)
        or _ATTENDED.search(core)
        or _POINTED.search(right)
        or _SOLE.search(core)
    )
