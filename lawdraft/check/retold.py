"""One count told in two places in other words: 办理12345热线工单872件, 政务服务热线工单827件.

A clause is cut into nouns, verbs and small words. Two figures count the same where the nouns are
made of the same characters in any order, the verbs are of one class and nothing narrows one only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.check.counting import agree, unit_class
from lawdraft.check.retelling import NAMES, NARROW, OTHER, PART_OF, PLAIN, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.counting import Count
    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Figure, Span

ENOUGH = 3  # characters of nouns that say what is counted
MANY = 5  # characters that the nouns of both must share where they are not the same
ALIKE = 0.7  # share of their characters in common from which they are surely one count
MAYBE = 0.6  # share in common from which it is worth a question
SLIPPED = 0.5  # share that will do where a slip of the finger makes one number of the other
WORD = 2  # characters by which persons may be called longer and still be the same persons
NEAR = 0.5  # with other words the smaller number is at least so much of the larger, else a part
APART = frozenset("女男老新旧东西南北前后内外未非无不副县市省村级初再首")
FAR = 3.0  # numbers further apart than these times are counts of different things
REACH = 12  # characters behind a figure that may name what it counts
CORE = frozenset(map(frozenset, NAMES))
_SAME_UNIT = {"份": "件", "条": "件", "项": "件", "宗": "件", "个": "件", "期": "次"}
_NAME = re.compile(r"[一-鿿“”（）]{1,16}")
_SIGNS = re.compile(r"[，。；：！？\n（）]")
_LEADER = re.compile(
    r"负责人|负责同志|主要领导|书记|(?<!站)(?<!所)[镇乡县区]长|主任|苏木达|班子成员"
)
_PLACE = re.compile(
    r"[一-鿿]{1,4}(?:(?<![各全每个家和两乡农范丽山城])村|社区|小区|嘎查|网格)(?![级居民两、（])"
)
_YEAR = re.compile(r"全年|今年|本年|年内|一年来|年度")
GROWN = "累计"
_GROWN = re.compile(
    r"累计[^，。]{0,4}(?:培养|培育|选聘|建成|建立|设立|创建|打造|评选|命名|获)|年来(?<!一年来)|历年|“?[一二三四五六七八九]五”?普法"
)
_QUOTED = re.compile(r"“([^”]{4,14})”")
_TIMES = frozenset(("次", "人次", "场次", "元", "%"))  # 巡查16次 is followed by another matter
_RATE = re.compile(r"(?P<name>[一-鿿]{4,12}(?:率|度|感|面))[为是达到至共了]{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the nouns it may count, its verb's class, and what narrows it."""

    figure: Figure
    keys: frozenset[frozenset[str]]
    verb: str
    narrow: frozenset[str]
    sentence: Span
    quoted: frozenset[str] = frozenset()  # “法治小院”


def retold(reading: Reading, counts: tuple[Count, ...]) -> Iterator[tuple[Figure, Figure, bool]]:
    """(earlier, later, whether it is sure) of figures that count the same and differ."""
    known: dict[str, list[Told]] = {}
    for count in counts:
        told = _told(reading, count)
        row = known.setdefault(_unit(count.figure), [])
        whole = (told, *_part(reading, told))
        found = [(e, sure) for e in row for each in whole if (sure := _contradict(e, each))]
        row += whole
        if found:
            before, share = max(found, key=lambda pair: pair[1])
            yield before.figure, told.figure, share >= ALIKE


def _part(reading: Reading, told: Told) -> Iterator[Told]:
    """建立普法小组的村民小组51个: some of the 村民小组, never more than all."""
    before = reading.text[told.sentence.start : told.figure.start]
    clause = _SIGNS.split(before)[-1]
    if told.keys and "的" in clause:
        whole, verb = tokens(clause.rsplit("的", 1)[-1])
        if len(whole) >= ENOUGH:
            keys = frozenset((frozenset(whole),))
            yield Told(told.figure, keys, verb, told.narrow | {"的"}, told.sentence)


def _unit(figure: Figure) -> str:
    unit = unit_class(figure.unit)
    return _SAME_UNIT.get(unit, unit)


def _contradict(one: Told, other: Told) -> float:
    """How surely two figures count the same and cannot both be right: 0 to 1."""
    apart = one.sentence != other.sentence or "的" in one.narrow ^ other.narrow
    if not (one.keys and other.keys and apart) or one.figure is other.figure:
        return 0.0
    if agree(one.figure, other.figure) or min(one.figure.number, other.figure.number) <= 0:
        return 0.0
    a, b = sorted((one.figure.number, other.figure.number))
    slip = slipped(a, b)
    if not slip and b > FAR * a:
        return 0.0
    if slip and len(one.narrow ^ other.narrow) == 1 and _same_verb(one.verb, other.verb):
        return _alike(one, other, slip=True)
    if one.narrow != other.narrow or not _same_verb(one.verb, other.verb):
        return float(_more_than_whole(one, other) or _more_than_whole(other, one))
    if one.keys & other.keys:
        return 1.0
    if not slip and a < NEAR * b:
        return 0.0
    return _alike(one, other, slip=slip) or (MAYBE if one.quoted & other.quoted else 0.0)


def _alike(one: Told, other: Told, *, slip: bool) -> float:
    """How alike the nouns are: 重大行政决策风险评估 only says a little more than 重大决策风险评估."""
    few, many = sorted((one, other), key=lambda told: told.figure.number)
    pairs = ((a, b) for a in few.keys for b in many.keys)
    if unit_class(one.figure.unit) == "人" and not slip:
        pairs = ((a, b) for a, b in pairs if len(a - b) <= WORD)  # 城管中队执法人员 is a part
    return max((_close(a, b, slip=slip) for a, b in pairs), default=0.0)


def _close(one: frozenset[str], other: frozenset[str], *, slip: bool) -> float:
    both = one & other
    if len(both) < (MANY - 1 if slip else MANY):
        return 0.0
    more, less = one - other, other - one
    if (more | less) & APART or (more and less and not slip):
        return 0.0
    share = len(both) / len(one | other)
    if slip:
        return max(share, ALIKE) if share >= SLIPPED else 0.0
    return share if share >= MAYBE else 0.0


def _same_verb(one: str, other: str) -> bool:
    """Whether both have one verb; a count without any (热线工单872件) was received or handled."""
    return one == other or (not (one and other) and (one or other) in PLAIN)


def _more_than_whole(part: Told, whole: Told) -> bool:
    """Whether a part is larger than what holds it: 办结84件 of 受理72件, 书记接访30人次 of 全年20人次."""
    if GROWN in part.narrow - whole.narrow or not part.narrow >= whole.narrow - {GROWN}:
        return False
    if part.figure.number <= whole.figure.number:
        return False
    if whole.figure.unit == "%" or not part.keys & whole.keys:
        return False
    return _same_verb(part.verb, whole.verb) or (part.verb, whole.verb) in PART_OF


def slipped(one: float, other: float) -> bool:
    """Whether a slip of the finger makes one of the other: 827 and 872."""
    a, b = f"{one:g}", f"{other:g}"
    return len(a) == len(b) >= 2 and sorted(a) == sorted(b)


def _told(reading: Reading, count: Count) -> Told:
    figure = count.figure
    sentence = reading.sentence_at(figure.start)
    before = reading.text[sentence.start : figure.start]
    parts = [part for part in _SIGNS.split(_after_figures(before, reading, figure)) if part]
    clause = parts[-1] if parts and not _SIGNS.match(before[-1:]) else ""
    nouns, verb = tokens(clause)
    earlier = parts[-2] if len(parts) > 1 else ""
    behind = reading.text[figure.end : figure.end + REACH]
    if not nouns and len(count.noun) > 1 and count.noun[:4] not in clause + behind:
        nouns, own = tokens(count.noun)
        verb = verb or own
    lead = before[: len(before) - len(clause)] if clause else before
    dated = figure.role != "target" and _other_year(reading, lead + clause)
    if OTHER.search(lead + clause) or dated:
        return Told(figure, frozenset(), verb, frozenset(), sentence)
    if figure.unit == "%":
        named = _RATE.search(clause)
        keys = frozenset((frozenset(named["name"]),)) if named else frozenset()
        return Told(figure, keys, "", frozenset(NARROW.findall(lead + clause)), sentence)
    wanted = "“" in earlier or (len(nouns) <= ENOUGH and len(earlier) <= 16)
    keys, later = _keys(reading, figure, nouns, tokens(earlier)[0] if wanted else "")
    scope = frozenset(NARROW.findall(lead + clause + later[:2])) | _subject(lead)
    scope |= since(lead + clause) | reading.wider(lead + clause)
    quoted = frozenset(_QUOTED.findall(clause + reading.text[figure.end : figure.end + REACH]))
    return Told(figure, keys, verb, scope, sentence, quoted)


def _other_year(reading: Reading, words: str) -> bool:
    """Whether the words name another year than the report's: 2023年罚款2.1万元 in one on 2025."""
    return any(int(year) != reading.year for year in re.findall(r"(20\d\d)年", words))


def since(words: str) -> set[str]:
    """Whether it was added up over years: 累计培养 without 全年."""
    grown = _GROWN.search(words) and not _YEAR.search(words)
    return {GROWN} if grown else set()


def _after_figures(before: str, reading: Reading, figure: Figure) -> str:
    """The sentence up to a figure, its earlier figures as signs: 排查52件化解50件."""
    start = figure.start - len(before)
    for other in reading.figures_in(reading.sentence_at(figure.start)):
        if other.end <= figure.start:
            width = other.end - other.start
            at = other.start - start
            before = before[:at] + "，" * width + before[at + width :]
    return before


def _subject(lead: str) -> set[str]:
    """Who did it, where the sentence names a leader or one village: a part of the unit's count."""
    found = {"领导"} if _LEADER.search(lead) else set()
    return found | set(_PLACE.findall(lead))


def _keys(
    reading: Reading, figure: Figure, nouns: str, earlier: str
) -> tuple[frozenset[frozenset[str]], str]:
    """Characters of the nouns, with as much of what follows the figure as may belong to them."""
    found = _NAME.match(reading.text, figure.end, figure.end + REACH)
    after = found.group() if found else ""
    keys = {nouns}
    if figure.unit not in _TIMES:
        keys |= {nouns + tokens(after[:end])[0] for end in range(2, len(after) + 1)}
    keys |= {earlier + key for key in keys if earlier}
    told = {frozenset(key) for key in keys if key}
    return frozenset(key for key in told if len(key) >= ENOUGH or key in CORE), after
