"""What other units call themselves, left in: 我局 in a township, 党工委 in a 镇, another bureau's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.home import Home
    from lawdraft.check.reading import Passage
    from lawdraft.model.finding import Finding

ID = "foreign-place"
_SELF = re.compile(
    r"(?<![一-鿿]自)(?:我|本)(?P<who>街道|镇|乡|局|委|院|厅|县|区|市|公司|校|处|办事处|支队|大队|社区|村)(?![一-鿿]*?人民共和国)"
)
_SELF_WORD = re.compile(
    r"(?:我委托|我处理|我处于|我处置|本处理|本处罚|我办理|我校对|本校|本区域|本市场|本区(?!委|政)|我区别|本院(?!子)|本委托|我社区|本社区|本村|我村|我市场|自我[一-鿿]|我院子|本县域|本县(?!委|政|司)|本市(?!委|政|司)|本处)"
)
_ZONE = re.compile(
    r"(?:区|园|开发区|高新区|经开区|新区|示范区|度假区|港|管委会|、|和|机关|农场|街道)\Z"
)
_DESK = re.compile(
    r"(?<![一-鿿])我(?:所(?![用有见知在说能需想属])|办(?![理事好的完成了])|站(?![在起到])|中心|队(?!伍)|科(?!技|学))"
)
_SPEECH = re.compile(r"“[^”\n]*”")


def other_names(passage: Passage, home: Home) -> Iterator[Finding]:
    """A finding at each name that a unit of another kind, or another bureau, gives itself."""
    yield from _selves(passage, home)
    yield from _desks(passage, home)
    yield from _our_county(passage, home)
    yield from _offices(passage, home)
    if home.level in ("局", "委", "办"):
        yield from _bureaus(passage, home)


def _selves(passage: Passage, home: Home) -> Iterator[Finding]:
    for found in _SELF.finditer(passage.text):
        who = found["who"]
        if who == home.level or _SELF_WORD.match(passage.text, found.start()):
            continue
        if who in ("县", "区", "市", "村", "社区") or (who == "镇" and home.level == "地区"):
            continue
        if passage.text[max(0, found.start() - 1) : found.start()] == "自":
            continue
        if any(
            a < found.start() < b for a, b in map(re.Match.span, _SPEECH.finditer(passage.text))
        ):
            continue
        yield passage.finding(
            ID,
            "warning",
            f"本单位是{home.unit}，“{found.group()}”是别的单位的自称。",
            *found.span(),
            suggestion="我" + home.level if who in ("街道", "镇", "乡", "局") else None,
        )


_OUR_COUNTY = re.compile(r"(?<![一-鿿]自)(?:我|本)(?P<who>县|区)(?![域级])")


def _desks(passage: Passage, home: Home) -> Iterator[Finding]:
    """我所, 我办 at the head of a clause: what an office within writes of itself."""
    for found in _DESK.finditer(passage.text):
        if home.level in ("镇", "乡", "街道", "苏木", "地区", "县", "区", "市", "旗"):
            yield passage.finding(
                ID,
                "warning",
                f"这是{home.unit}的报告，“{found.group()}”是别的单位的自称。",
                *found.span(),
            )


def _our_county(passage: Passage, home: Home) -> Iterator[Finding]:
    """我县 in a report from a district or city, 我区 from a county: the county above is not called so."""
    own = home.county[-1:] if home.county else ""
    if home.county.endswith("自治县"):
        own = "县"
    for found in _OUR_COUNTY.finditer(passage.text):
        wrong = own in "区市旗" if found["who"] == "县" else own == "县" and _no_region(home)
        if own and wrong and not _SELF_WORD.match(passage.text, found.start()):
            yield passage.finding(
                ID,
                "warning",
                f"本单位属{home.county}，“{found.group()}”像是别处稿子留下的。",
                *found.span(),
            )


def _no_region(home: Home) -> bool:
    """In an autonomous region 我区 may be the region itself; so it may where nobody knows."""
    return bool(home.province) and not home.province.endswith("自治区")


# a bureau has no such committee; 各乡镇党委, 联合镇政府 are others it speaks of
_TOWN_OFFICE = re.compile(
    r"(?<![一-鿿])(?:镇|乡|街道)(?:党委|党工委|政府|人民政府)(?=坚持|高度重视|主要|书记|班子|会议|研究|带头|每|始终|切实|理论|多次|严格|认真)"
)
_OTHERS = {
    "苏木": re.compile(
        r"街道党工委|街道办事处|街道办(?!事)|全街道|全乡(?![镇亲村])|全镇|镇(?<!乡.)(?:党委|政府|人民政府)|党(?<!区.)工委|乡(?<![一-鿿].)(?:党委|政府|人民政府)|镇(?<![一-鿿].)(?:长|人大)|乡(?<![一-鿿].)(?:长|人大)"
    ),
    "局": _TOWN_OFFICE,
    "委": _TOWN_OFFICE,
    "办": _TOWN_OFFICE,
    "镇": re.compile(
        r"乡(?<![一-鿿].)人大|办(?<![一-鿿].)事处(?=主任|党|班子|会议|坚持|高度)|党(?<!区.)工委|街道办事处|街道办(?!事)|全街道|全乡(?![镇亲村])|乡党委|乡政府|乡人民政府|乡长(?![期远大效江])|街道党工委|乡(?:(?<![一-鿿].)|(?<=[由在的与和对及].))(?:综合|司法所|纪委|便民|综治)"
    ),
    "乡": re.compile(
        r"街道党工委|党工委|街道办事处|街道办(?!事)|全街道|全镇|镇(?<![一-鿿].)人大|办(?<![一-鿿].)事处(?=主任|党|班子|会议|坚持|高度)|镇(?<!乡.)党委|镇(?<!乡.)政府|镇(?<!乡.)人民政府|镇(?<!乡.)长(?![期远大效江])|镇(?:(?<![一-鿿].)|(?<=[由在的与和对及].))(?:综合(?:行政)?执法|司法所|纪委|便民|综治)"
    ),
    "街道": re.compile(
        r"镇(?<![一-鿿].)人大(?!代表)|乡(?<![一-鿿].)人大(?!代表)|镇(?<!乡.)党委|镇(?<!乡.)政府|镇(?<!乡.)人民政府|镇(?<!乡.)长(?![期远大效江])|全镇|全乡(?![镇亲村])|乡党委|乡政府|乡长(?![期远大效江])|镇(?:(?<![一-鿿].)|(?<=[由在的与和对及].))(?:综合(?:行政)?执法|司法所|纪委|便民|综治)|乡(?:(?<![一-鿿].)|(?<=[由在的与和对及].))(?:综合(?:行政)?执法|司法所|纪委|便民|综治)"
    ),
}


def _offices(passage: Passage, home: Home) -> Iterator[Finding]:
    """党工委 in a 镇, 镇党委 in a 街道: what the unit's own committee is not called."""
    pattern = _OTHERS.get(home.level)
    if pattern is None:
        return
    for found in pattern.finditer(passage.text):
        before = passage.text[max(0, found.start() - 6) : found.start()]
        if _ZONE.search(before) or _place_before(before) or "《" in before:
            continue
        yield passage.finding(
            ID,
            "warning",
            f"本单位是{home.unit}，“{found.group()}”是别的单位的叫法。",
            *found.span(),
        )


def _place_before(before: str) -> bool:
    """A named office of another place is judged by its name, and 各乡镇党委 is general."""
    return bool(re.search(r"(?:各|乡|乡镇、|等|\d个?)\Z", before))


_BUREAU = re.compile(
    r"(?<![一-鿿])(?P<name>[一-鿿]{2,7}?(?:自治县|县|区|市|旗|州)[一-鿿]{2,10}?局)"
    r"(?=党组|将(?:继续|按照|进一步|持续|坚持)|坚持|高度重视|紧紧围绕|认真(?:贯彻|落实)|深入学习|切实|扎实|全面贯彻|始终|成立|紧扣|20\d\d年)"
)


def _bureaus(passage: Passage, home: Home) -> Iterator[Finding]:
    """云岭县水务局高度重视… in the report of 云岭县财政局: the subject is another bureau."""
    for found in _BUREAU.finditer(passage.text):
        if home.bare not in found["name"] and passage.role not in ("addressee", "signature"):
            yield passage.finding(
                ID,
                "warning",
                f"这是{home.unit}的报告，“{found['name']}”像是别处稿子留下的。",
                *found.span("name"),
            )
