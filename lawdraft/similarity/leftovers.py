"""Words of the source's unit that a copied span still says: names, villages, firms, stale years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.similarity.unit import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HAN = r"\u4e00-\u9fff"
_PLACE = re.compile(rf"[{_HAN}]{{2,3}}?(?:镇|乡|街道|社区|村|县|市|区|苏木|自治旗)")
_FIRM = re.compile(rf"[{_HAN}]{{2,10}}(?:律师事务所|法律服务所|有限公司|合作社)")
_QUOTED = re.compile(r"“[^“”\n]{2,12}”")
_YEAR = re.compile(r"(20\d\d)年")
_STARTS = "在到从对向由和与及为的各全本我该镇乡村市县区社将把于等共是有让被至经派驻邀请聘委托联合会同组织召"
_GENERIC = re.compile(
    r"(?:农|乡|全|各|本|我|该|示范|行政|自然|重点|中心|试点|城|集|建制|贫困|脱贫|先进|文明|美丽|移民|搬迁|"
    r"网格|智慧|特色|平安|法治|无讼|和谐|安置|老旧|新型|小|多|个|一|两|三|四|五|六|七|八|九|十|所有|每|辖|"
    r"驻|包|片|山|园|景|校|库|库|开发|高新|工业|灌|地|社|小|街|镇|村|居|市|县|自治|基层|相关|有关|部分|其他)"
    r"(?:镇|乡|街道|社区|村|县|市|区)$"
)


def leftovers(
    draft_span: str, source_span: str, *, source_unit: str | None, unit: str | None,
    year: int | None, elsewhere: str = "", common: Callable[[str], bool] = lambda _word: False,
) -> tuple[str, ...]:  # fmt: skip
    """Strings of the draft's span that belong to the source, in the order they stand.

    `elsewhere`: the draft's text outside; a place named there too is the draft's own.
    `common`: whether everybody says a word: “八五”, “法律明白人”.
    """
    own = place_of(unit) if unit else ""
    found: dict[str, int] = {}
    for word in _unit_words(source_unit, own):
        if word in draft_span:
            found.setdefault(word, draft_span.index(word))
    for word in _named(draft_span):
        foreign = word in source_span and word not in elsewhere
        if foreign and not (own and (own in word or word in own)):
            found.setdefault(word, draft_span.index(word))
    for word in _QUOTED.findall(draft_span):
        if word in source_span and word not in elsewhere and not common(word):
            found.setdefault(word, draft_span.index(word))
    for word in _stale_years(draft_span, source_span, year):
        found.setdefault(word, draft_span.index(word))
    return tuple(sorted(found, key=lambda word: (found[word], word)))


def _unit_words(source_unit: str | None, own: str) -> Iterator[str]:
    if not source_unit:
        return
    place = place_of(source_unit)
    if place and place != own:
        yield place
        county = source_unit[: source_unit.find(place)]
        if len(county) >= 3 and not county.startswith("中共"):
            yield county


def _named(span: str) -> Iterator[str]:
    for found in _FIRM.finditer(span):
        yield found[0].lstrip(_STARTS) or found[0]
    for found in _PLACE.finditer(span):
        word = found[0].lstrip(_STARTS)
        if len(word) >= 3 and not _GENERIC.search(word):
            yield word


def _stale_years(draft_span: str, source_span: str, year: int | None) -> Iterator[str]:
    if year is None:
        return
    in_source = set(_YEAR.findall(source_span))
    for found in _YEAR.finditer(draft_span):
        if found[1] in in_source and int(found[1]) < year:
            yield found[0]
