"""This year beside last year: figures that count the same, however they are worded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.check.naming import CORE, ENOUGH, PERSONS
from lawdraft.check.retelling import PERIOD
from lawdraft.check.telling import GROWN, Telling
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.counting import Count
    from lawdraft.check.reading import Reading

_STANDING = ("村", "社区", "人口", "户", "面积", "耕地")
_APART = (
    frozenset(("收", "结")), frozenset(("新", "")), frozenset(("新", "育")), frozenset(("收", "签")),
    frozenset(("结", "签")),
)  # fmt: skip
"""Deeds that are not one another: what came in and what was settled."""
_PLAIN = re.compile(
    r"全年|年内|今年|累计|总计|合计|共计?|组织|开展|举办|受理|办理|办结|完成|接待|各类|各级|各项|全[镇乡县区]|街道|案件|事项|工作|活动|人员|法治|行政|依法|提供|发放|主要|领导|化解|处理|群众|现有|推动|实施"
    r"|参加|参与|涉及|收到|接到|承办|解决|主动|积极|持续|深入|通过|镇村|辖区|全部|相关|有关|负责人|中心|政府|安全|服务|重大|重点|其中|达到|发现|的"
)
_DEED = frozenset(("培训", "检查", "审查", "宣传", "调解", "整改", "专项", "巡查", "公开", "审核"))
PEOPLE = frozenset((
    "学生", "居民", "村民", "党员", "企业", "商户", "老人", "妇女", "青年", "代表", "职工", "师生", "家长", "农户",
))  # fmt: skip
"""Who came, and not what for."""
_STOCK = re.compile(r"现有|共有|拥有|配备|配齐|组建|选配|聘任|聘请|总数|队伍")


def same_counts(reading: Reading) -> Iterator[tuple[Count, Count]]:
    """Pairs (this year, last year) of figures that count the same, by words, verb and unit."""
    known: dict[object, Count] = {}
    for count in reading.last_counts:
        known.setdefault(_key(count), count)
    for count in reading.counts:
        before = known.get(_key(count))
        if before is not None and not _standing(count):
            yield count, before


def _key(count: Count) -> object:
    """Last year's 残余 words may differ; verb, noun, unit and what narrows it may not."""
    verb, noun, unit, scope, _ = count.key
    return verb, noun, unit, tuple(word for word in scope if not word.startswith("20"))


def _standing(count: Count) -> bool:
    return count.figure.role in ("background", "rate") or (
        count.noun.endswith(_STANDING) and not count.verb
    )


def kindred(now: Telling, before: Telling) -> bool:
    """Whether two years' figures may count the same thing: 办理各类事项, 便民大厅办理群众事项."""
    if not of_one_stage(now, before):
        return False
    apart = now.scope ^ before.scope
    for told in (now.scope - before.scope, before.scope - now.scope):
        occasions = {word for word in told if word.startswith("宣传")}
        apart -= occasions if len(occasions) > 1 else set()  # 宣传月、宣传周等节点: the whole year
    if any(PERIOD.fullmatch(word) or word in ("领导", GROWN) for word in apart):
        return False
    if same_name(now, before):
        return True
    mine, theirs = content(now.around), content(before.around)
    both = mine & theirs
    if both - _DEED - PEOPLE:
        return True
    if both:
        return not (mine - both and theirs - both)
    raw = han_pairs(now.around) & han_pairs(before.around)
    return not (mine and theirs) and len(raw) >= 2


def of_one_stage(now: Telling, before: Telling) -> bool:
    """Whether both are of one measure word, and not what came in and what was settled."""
    return now.unit == before.unit and frozenset((now.act, before.act)) not in _APART


def same_name(now: Telling, before: Telling) -> bool:
    """Whether both bear one name that says what is counted."""
    return any(len(key) >= ENOUGH or key in CORE for key in now.keys & before.keys)


def likeness(now: Telling, before: Telling) -> float:
    """How much of their wording is the same, 0 to 1."""
    mine, theirs = han_pairs(now.around), han_pairs(before.around)
    return len(mine & theirs) / max(1, len(mine | theirs))


def is_standing(told: Telling) -> bool:
    """What a place has, not what the year brought: villages, the persons who serve."""
    figure = told.figure
    if figure.role != "result" or figure.unit == "%":
        return True
    stock = (
        told.unit == "人" and not told.act and (told.name in PERSONS or _STOCK.search(told.left))
    )
    return bool(stock) or bool(re.match(r"行政村|村|社区|居民|户|人口|党员", told.behind))


@lru_cache(maxsize=2048)
def content(words: str) -> frozenset[str]:
    """Pairs of characters that say which matter is meant, without the words of every sentence."""
    return han_pairs(_PLAIN.sub(" ", words))
