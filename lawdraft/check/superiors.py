"""Superiors of another kind, left in: 区委、区政府 in a town of a county, 省委 in a municipality."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lawdraft.check.home import Home
    from lawdraft.check.reading import Passage, Reading
    from lawdraft.model.finding import Finding

ID = "foreign-place"
_BODY = (
    r"(?:委(?:、|，|和|及|与|书记|常委|办|依法治|全面依法治|政法|宣传|组织|巡察|党校|的|领导|部署|要求|工作)"
    r"|(?:人民)?政府|纪委|监委|人大(?!代表)|政协|(?:人民)?法院|(?:人民)?检察院|直(?:各)?(?:部门|单位|机关)"
    r"|公安(?:分)?局|[一-鿿]{2,8}?(?<![大布格全僵时破开结战变残])局(?![面部限势长地]))"
)
_OF_COUNTY = re.compile(rf"(?P<kind>[县区旗]){_BODY}|全(?P<all>县)(?![市区])")
_OF_PROVINCE = re.compile(
    r"省委(?:、|和|书记|依法治|全面依法治|的|部署|要求)|省(?:人民)?政府(?!令)|省司法厅|全省"
)
_OF_REGION = re.compile(r"自治区(?:党委|(?:人民)?政府|司法厅)")
# behind these it is no end of a name: 在县委, but 张川县委; nor of a row of levels: 市县区
_LEADS = frozenset("在由向对受按照实彻经报省市州党和与及同于据到被把将从为以是请让达合绕跟助")
_ZONE = re.compile(
    r"(?:[城园新社辖片景库林牧矿厂校小灾山地特库港]|示范|开发|合作|协作|试验|先行|保护|居住|核心|功能|自贸|集聚|产业|经济|生活)\Z"
)
_OTHERS = re.compile(r"外[县区省]|各[县区]|[县区]（|兄弟|邻[县区]|跨[县区省]|异地|两地|邻近|毗邻")
ENOUGH = 2  # times the report must name its own kind where nothing else tells it


def other_superiors(passage: Passage, reading: Reading, home: Home) -> Iterator[Finding]:
    """A finding at each county, district or province that ours is not."""
    if passage.role in ("annex", "annex_note", "note", "signature", "date"):
        return
    own = _own_kind(reading, home)
    common = reading.knowledge.spelling.common
    for found in _bodies(_OF_COUNTY, passage.text, common):
        kind = found["kind"] or found["all"]
        if own and kind != own and not _others(passage, found):
            yield _finding(passage, found, home, own)
    if home.place is not None:
        province = home.place.province
        for pattern in _foreign_provinces(province):
            for found in _bodies(pattern, passage.text, common):
                if not _others(passage, found):
                    yield _finding(passage, found, home, province)


def _foreign_provinces(province: str) -> Iterator[re.Pattern[str]]:
    """省委 where ours is a municipality or a region, 自治区党委 where it is none."""
    if not province.endswith("省"):
        yield _OF_PROVINCE
    if not province.endswith("自治区"):
        yield _OF_REGION


def _finding(passage: Passage, found: re.Match[str], home: Home, own: str) -> Finding:
    where = f"本单位属{home.county}" if home.county else f"本单位的上级是{own}"
    where = f"本单位在{own}" if len(own) > 1 else where
    return passage.finding(
        ID, "warning", f"{where}，“{found.group()}”像是别处稿子留下的。", *found.span()
    )


def _others(passage: Passage, found: re.Match[str]) -> bool:
    """Whether other counties are spoken of in the sentence, or it is 园区, 社区."""
    span = passage.sentence(found.start())
    before = passage.text[max(span.start, found.start() - 12) : found.start()]
    around = passage.text[max(span.start, found.start() - 12) : found.end() + 6]
    return bool(_ZONE.search(before) or _OTHERS.search(around))


def _own_kind(reading: Reading, home: Home) -> str:
    """县, 区, 市 or 旗: as the county above is named, else as the report mostly writes; "" unsure."""
    told = {"县": "县", "区": "区", "市": "市", "旗": "旗"}.get(home.county[-1:], "")
    if home.county.endswith(("特区", "林区", "自治区")):
        return ""
    kinds = reading.superior_kinds
    others = {kind: count for kind, count in kinds.items() if kind != told}
    if told:  # a county that has become a district since is written so throughout
        return told if home.told or max(others.values(), default=0) <= kinds[told] else ""
    most, count = max(kinds.items(), key=lambda one: one[1], default=("", 0))
    return most if count >= ENOUGH and count > 2 * (kinds.total() - count) else ""


def superior_kinds(text: str, common: Container[str]) -> Counter[str]:
    """How often a report writes 县委, 区政府 … of its own county; `common` are ordinary words."""
    return Counter(found["kind"] or found["all"] for found in _bodies(_OF_COUNTY, text, common))


def _bodies(pattern: re.Pattern[str], text: str, common: Container[str]) -> Iterator[re.Match[str]]:
    """What stands for itself: neither 张川县委, the end of a name, nor 社区委员会."""
    for found in pattern.finditer(text):
        start = found.start()
        before = text[start - 1 : start]
        free = not "一" <= before <= "鿿" or before in _LEADS
        if free or text[max(0, start - 2) : start] in common:
            yield found
