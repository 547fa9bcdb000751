"""How surely two clauses tell one event: the pairs of characters they share, by how rare they are."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from lawdraft.check.deeds import ONCE, THINGS
from lawdraft.check.objects import COMMON, heads_of, object_of, phrases_of, runs_of, weight

if TYPE_CHECKING:
    from lawdraft.check.events import Event

_WORDS = re.compile(r"《[^》]*》|“[^”]*”")
_APART = re.compile(
    r"再次|再度|重新|二次|复[核评查检]|回头看|[又另]|补充|修[订改]|试(?!点|题)|筹备|筹建|终止|恢复"
)
_POINTED = re.compile(r"(?<=反馈|指出|交办|查出|发现|移交)的")
NTH = re.compile(r"(?:第[一二三四五六七八九十\d]+|[首末初中终])(?=[期批评检次届场轮季阶部])")
_SEASON = re.compile(r"[春夏秋冬](?=季|耕|节|训|运|防)|[上下]半年|[一二三四]季度")
_RANK = re.compile(
    r"[省市县区州旗](?=委|政府|人大|政协|司法|依法|普法|纪委|公安|法院|人民|检察|综合|级|直|厅|局|发改|民政|农业|市场|应急)"
)
_VILLAGE = re.compile(r"([一-鿿]{1,2})(?:村|社区|屯|嘎查|[镇乡]|街道)(?!级|民|干|规|组|居|矫)")
_NO_VILLAGE = re.compile(
    r"(?:示范|文明|重点|先进|试点|样板|特色|中心|法治|星级)\Z|[的我在来回赴全各该本乡农跨邻每驻镇个然两政进入下到]\Z"
)
_OF_VILLAGE = re.compile(
    r"(?<!示范)(?:村|社区)(?=[一-鿿]{0,2}(?:调委会|综治中心|调解室|广场|公园|大厅|站))"
)
_TOWN = re.compile(r"(?<![一-鿿])[全我本]?(?:[镇乡](?=[一-鿿])|街道)")
_OF_VILLAGE = re.compile(
    r"(?<!示范)(?:村|社区)(?=[一-鿿]{0,2}(?:调委会|综治中心|调解室|广场|公园|大厅|站))"
)
_OWN_TOWN = re.compile(r"[一-鿿]*[用设成建立于由了好责办派导](?:[镇乡]|街道)")
_SIDE = re.compile(r"[东西南北中上下](?=[片部区线段街路岸组场])|[甲乙丙丁]")
_WHERE = re.compile(r"(?:在|走进|开进|赴)([一-鿿]{2,3})(?![一-鿿]{0,8}[上下中内])")
_SOMEONE = re.compile(r"[一-鿿](?=某|家(?![庭长]|门口))")
_WIDER = re.compile(r"全[县市省区州旗国](?!委)|[县市省]里|[县市省区]级")
_TAKEN_PART = re.compile(r"(?:参加|参与|出席|选派|赴)[^，。；]{0,8}全[县市省区州旗国](?!委)")
_OWN = re.compile(r"举办|组织|开展|举行")
_ENDS = frozenset("的该个在和与由")
_LEAD = frozenset("在与和由为对到于从动使及同、将了")
_HIGH = re.compile(r"省(?!级)|全国|国家|中央|自治区")
_BODY = re.compile(
    r"党工?委会|领导小组|常务会|办公会|联席会|例会|中心组|班子会|专题会|主任会|调度会|研判会"
)
KIN = 2  # characters of a kind, and of what tells one of its kind from others
RARE, LOOSE = 1.0, 0.6
COVERED = 0.6
NO_NAME = frozenset(("会议", "活动", "培训", "训班", "仪式", "工作", "专题", "题会"))
SURE, MAYBE = 2.0, 1.2
BARE, KIND = 2, 1.3
NAMED = 5  # characters that name a thing, however common
_NAME = re.compile(r"＃[^，的]{0,8}的[镇乡]?([一-鿿“”]{5,16})")
_ALONE = re.compile(
    r"(?:\A|[^一-鿿“]|[镇乡我本全了将]|街道|[新建]成的?|[揭挂]牌|启用|开通|成立|设立|组建)[镇乡]?\Z"
)
FLOOR, SPOKEN_OF, WHOLE = 0.6, 1.5, 0.9


def apart(one: Event, other: Event) -> bool:
    """Whether a word tells them apart: 第二期, another village, a body of another rank, 再次."""
    a, b = one.core, other.core
    if bool(_APART.search(_POINTED.split(a)[0])) != bool(_APART.search(_POINTED.split(b)[0])):
        return True
    if any(
        _differ(set(p.findall(a)), set(p.findall(b)))
        for p in (NTH, _SEASON, _RANK, _SOMEONE, _SIDE)
    ):
        return True
    if _wider_than(a, b) or _wider_than(b, a):
        return True
    if ("村级" in a) != ("村级" in b) or _other_kind(one, other):
        return True
    return _other_village(a, b) or _elsewhere(a, b) or _other_name(one, other)


def _other_kind(one: Event, other: Event) -> bool:
    """Whether other words stand before or behind the same: 执法服务大厅, and 便民服务大厅."""
    if "唯一" in one.core + other.core:
        return False
    here, there = one.before + one.named, other.before + other.named
    for run in phrases_of(one.core):
        for told in phrases_of(other.core):
            for mine, its in (_rests(run[::-1], told[::-1]), _rests(run, told)):
                if mine and mine not in there + there[::-1] and its not in here + here[::-1]:
                    return True
    return False


def _rests(run: str, told: str) -> tuple[str, str]:
    """The two characters of each behind what both begin with; "" where they do not, or are general."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(run, told, strict=False))
    same = sum(1 for _ in pairs)
    rests = run[same : same + KIN], told[same : same + KIN]
    if same < KIN or any(len(rest) < KIN or rest in NO_NAME for rest in rests):
        return "", ""
    return rests


def _wider_than(one: str, other: str) -> bool:
    """The county's, in which one takes part, is not the unit's own: 参加全县知识竞赛, 举办知识竞赛."""
    return bool(_TAKEN_PART.search(one) and _OWN.search(other)) and not _WIDER.search(other)


def _elsewhere(one: str, other: str) -> bool:
    """Each tells a place that the other does not: 在枫树坳审理, 在南塘审理."""
    a, b = _WHERE.findall(one), _WHERE.findall(other)
    return bool(a and b) and not any(p[:2] in other for p in a) and not any(p[:2] in one for p in b)


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one and other and not one & other)


def villages(words: str) -> set[str]:
    """The villages, towns and streets that some words name."""
    names = (m[1] for m in _VILLAGE.finditer(words) if not _OWN_TOWN.fullmatch(m[0]))
    return {n[-1] if n[0] in _LEAD else n for n in names if not _NO_VILLAGE.search(n)}


def _other_village(one: str, other: str) -> bool:
    a, b = villages(one), villages(other)
    for words, others in ((one, other), (other, one)):
        if _OF_VILLAGE.search(words) and not _OF_VILLAGE.search(others) and _TOWN.search(others):
            return True
    return bool(a and b) and not any(x.endswith(y) or y.endswith(x) for x in a for y in b)


def _other_name(one: Event, other: Event) -> bool:
    """Each names something in 《》 or “” that the other does not."""
    a, b = quoted(one), quoted(other)
    if not a or not b:
        return False
    here, there = one.before + one.named, other.before + other.named
    return not any(n[1:-1] in there for n in a) and not any(n[1:-1] in here for n in b)


def quoted(event: Event) -> set[str]:
    """Its names in “” and 《》."""
    return set(_WORDS.findall(event.named))


def likeness(text: str, one: Event, other: Event) -> float:
    """The rare pairs that two events of a text share, about 1 for each that only they have."""
    runs, others = object_of(one.named), object_of(other.named)
    a, b = _joined(runs), _joined(others)
    a_all = a | _joined(object_of(one.before))
    b_all = b | _joined(object_of(other.before))
    both = a_all & b_all
    covered = max((_covered(run, both) for run in (*runs, *others)), default=0.0)
    bare = max(
        _bare(one, other),
        _bare(other, one),
        _by_kind(text, one, other),
        _by_kind(text, other, one),
        _by_name(one, other),
        _by_name(other, one),
    )
    if covered < COVERED:
        return bare
    least = FLOOR if one.deeds & other.deeds & THINGS else 0.0
    total = sum(
        (RARE if pair in a and pair in b else LOOSE if pair in a or pair in b else 0.1)
        * _rarity(text, pair, one, other, least)
        for pair in both
    )
    known = one.sole or other.sole or _wholly(one, runs, both) or _wholly(other, others, both)
    if one.deeds & other.deeds & ONCE and quoted(one) & quoted(other):
        total = max(total, SURE)
    return max(total * (SPOKEN_OF if known else 1), bare)


def _bare(known: Event, told: Event) -> float:
    """A known event called by its kind alone, 陪同案卷评查, 7月12日推进会, where that kind is told once."""
    name = _joined(runs_of(known.core))
    if not known.refers or len(name - NO_NAME) < BARE or not name <= _joined(runs_of(told.core)):
        return 0.0
    if ("met" in known.deeds) != ("met" in told.deeds):
        return 0.0
    return SURE if "met" in known.deeds and len(name - NO_NAME) > BARE else KIND


def _by_name(known: Event, told: Event) -> float:
    """A thing pointed to by what was done to it, told elsewhere by that very name: 4月成立的物业纠纷调解室."""
    name = _NAME.search(known.core) if known.pointed else None
    if name is None or not known.deeds & told.deeds & THINGS:
        return 0.0
    full = name[1]
    for end in range(len(full), NAMED - 1, -1):
        at = told.core.find(full[:end])
        if at >= 0:
            return SURE if _ALONE.search(told.core[:at]) else 0.0
    return 0.0


def _by_kind(text: str, known: Event, told: Event) -> float:
    """A thing called by two characters, of which the report tells but one: 驿站自3月启用以来."""
    name = _joined(runs_of(known.core))
    if not known.refers or len(name) != 1 or not known.deeds & told.deeds & THINGS:
        return 0.0
    kind = next(iter(name))
    if kind in COMMON or kind not in _joined(runs_of(told.core)):
        return 0.0
    before = {lead for lead in re.findall(rf"([一-鿿]{{2}}){kind}", text) if lead[1] not in _ENDS}
    return KIND if len(before) == 1 else 0.0


def _joined(runs: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*runs)


def _wholly(event: Event, runs: tuple[frozenset[str], ...], both: frozenset[str]) -> bool:
    """Whether it speaks of a known event and of nothing else."""
    return event.refers and all(_covered(run, both, 0) >= WHOLE for run in runs)


def _covered(run: frozenset[str], both: frozenset[str], least: float = 1.0) -> float:
    """How much of a run the other event has, too; 0 where that is no more than common words."""
    shared = sum(map(weight, run & both))
    return shared / sum(map(weight, run)) if shared >= least else 0.0


def _rarity(text: str, pair: str, one: Event, other: Event, least: float) -> float:
    if pair in COMMON:
        return 0.1
    own = sum((e.before + e.named).count(pair) for e in (one, other))
    return max(1 / (1 + max(_count(text, pair) - own, 0) / 2), least)


@lru_cache(maxsize=1024)  # the same pairs are asked about for each pair of events
def _count(text: str, pair: str) -> int:
    return text.count(pair)


def one_time(one: Event, other: Event) -> bool:
    """Whether it is an event of one time, or one speaks of it as known."""
    shared = one.deeds & other.deeds
    if one.repeated or other.repeated:
        return False
    if shared & ONCE or _from_above(one, other):
        return True
    known = one.refers or other.refers or one.led != other.led or (one.yearly and other.yearly)
    return known and (bool(shared) or _same_verb(one, other) or _same_head(one, other))


def doubtful(one: Event, other: Event) -> bool:
    """Whether it may come again and neither speaks of it as known."""
    once = bool(one.deeds & other.deeds & ONCE) or _from_above(one, other)
    return not (once or one.refers or other.refers or (one.yearly and other.yearly))


def _from_above(one: Event, other: Event) -> bool:
    """Whether both are a visit from the province or higher, which seldom comes twice."""
    return "visited" in one.deeds & other.deeds and all(
        _HIGH.search(each.core) for each in (one, other)
    )


def _same_head(one: Event, other: Event) -> bool:
    """Whether a known one, pointed to by no verb, is of a kind that the other names too."""
    pairs = ((one, other), (other, one))
    return any(
        a.refers and not a.verb and (heads_of(a.core) - COMMON - NO_NAME) & _joined(runs_of(b.core))
        for a, b in pairs
    )


def _same_verb(one: Event, other: Event) -> bool:
    return any(a.verb and a.verb in b.core for a, b in ((one, other), (other, one)))


def recurs(event: Event) -> bool:
    """Whether it is a meeting of a body that meets again and again."""
    return bool(_BODY.search(event.core))
