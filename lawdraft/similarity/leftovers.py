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
    r"驻|包|片|山|园|景|校|库|库|开发|高新|工业|灌|地|小|街|镇|村|居|市|县|自治|基层|相关|有关|部分|其他)"
    r"(?:镇|乡|街道|社区|村|县|市|区)$"
)


_BEFORE_NAME = "在到从对向由和与及为的各将把于经至赴往是驻聘请"  # a name begins after these
_AFTER_NAME = re.compile(
    rf"(?![{_HAN}])"
    r"|(?:党委|党工委|党支部|党总支|人民|政府|办事处|综治|综合|司法所|派出所|两委|“两委”|居委会|村委会|委员会"
    r"|调解|法律|法治|普法|平安|便民|群众|村民|居民|全体|等地|等\d|网格|开展|组织|举办|召开|设立|设置|建立|打造|牵头|负责|发生|反映|建成|率先|试点|示范"
    r"|[的等在和与及将把对向由为是共至到])"
)
_NO_NAME = re.compile(
    r"^(?:深入|走进|走遍|进入|下沉|推行|推动|推进|推广|培养|培育|选拔|选派|选聘|配备|覆盖|联系|服务|指导|督促|帮扶|包保"
    r"|包联|组织|动员|统筹|协调|保障|推选|推荐|表彰|打造|创建|建设|建成|建立|创新|实行|实施|开展|落实|加强|提升|引导|指派|涉及|面向|聚焦|依托|协助"
    r"|现有|共有|下辖|所辖|其中|以及|两个|多个|部分|相关|有关|每个|所有|全体|各个)"
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
        start = found.end() - len(word)
        if len(word) < 3 or _GENERIC.search(word) or _NO_NAME.match(word):
            continue
        if _begins(span, start) and _AFTER_NAME.match(span, found.end()):
            yield word


def _begins(span: str, start: int) -> bool:
    """Where a name can begin: not amid running words, as 拔培养村 of 选拔培养村级骨干."""
    before = span[start - 1 : start]
    return not before or not "\u4e00" <= before <= "\u9fff" or before in _BEFORE_NAME


def _stale_years(draft_span: str, source_span: str, year: int | None) -> Iterator[str]:
    if year is None:
        return
    in_source = set(_YEAR.findall(source_span))
    for found in _YEAR.finditer(draft_span):
        if found[1] in in_source and int(found[1]) < year:
            yield found[0]
