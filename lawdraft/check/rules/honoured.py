"""One honour of one village, office or person at two levels: 全国, and 全省民主法治示范村."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.persons import mentions_of
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_HONOUR = re.compile(
    r"(?P<level>全国|国家级|全省|省级|全区|自治区级|全市|市级|全州|州级|全县|县级|全旗|旗级|区级)”?“?(?P<honour>[一-鿿](?:(?!的)[一-鿿“”·]){2,16}?)(?=”|[，。；：、（）]|称号|荣誉|为(?:契机|榜样|标杆|目标|示范)|的|后|\Z)"
)
_BY = re.compile(
    r"被?(?P<level>司法部|[国省市县区])[一-鿿]{0,6}(?:[厅局部委办]|政府)?(?:、[国省市县区][一-鿿]{1,8})?(?:联合)?(?:表彰|命名|评|授予|认定|确定|列)[一-鿿]{0,2}“?(?P<honour>(?![国省市县全])[一-鿿][一-鿿·]{3,14}?)(?=”|[，。；：、（）]|称号|荣誉|的|\Z)"
)
"""An honour by who gives it: 被省司法厅命名为“民主法治示范村”."""
_LEVEL = {"司法部": "国", "国家级": "国", "自治区级": "自治区"}
_HOLDER = re.compile(
    r"(?P<holder>“[一-鿿]{2,12}”|[一-鿿]{1,10}(?:村|社区|所|室|调委会|委员会|中心|大队|中队|站|小区|学校|小学|中学|公司|广场|公园|基地|案例|家庭))(?=[一-鿿，、“”]*\Z)"
)
_JUNK = re.compile(
    r".*(?:我[镇乡县]|全[镇乡]|街道|其中|支持|指导|推动|做好|以|由|将|把|对|为|的|和|与|[镇乡])(?=..)"
)
_DEED = re.compile(
    r"命名|评为|获评|评[上定]|荣?获|创[成建]|入选|表彰|授予|认定|列为|称号|复核|成为|榜样|标杆|契机|依托|发挥|用好"
)
_NOT_YET = re.compile(
    r"争创|争取|力争|申报|申创|推荐|(?<!模)拟|将|升级|升格|此前|曾|基础上|之后|[先又]后|继|目标|对标|计划|培育|候选|通过|先进事迹|迈进|冲刺"
)
_NOT_GOT = re.compile(r"[未没](?:能|有)?(?:获|被|通过|入选|创成|评)|落选")
_YEAR = re.compile(r"20\d\d(?=年)")
_BARE = frozenset(("社区", "调解室", "司法", "中心", "学校", "案例", "委员会", "公司"))
_ANY = re.compile(r"(?:人民)?调(?:解委员)?委?会|司法所|工作室|[一-鿿]{0,2}大?中?队")
SAME = 4  # characters an honour's name must share


class _Honour(NamedTuple):
    level: str
    name: str
    holder: str
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later honour whose level an earlier one denies."""
    named = [*_HONOUR.finditer(reading.text), *_BY.finditer(reading.text)]
    named.sort(key=re.Match.start)
    honours = [each for found in named if (each := _told(reading, found))]
    for one, other in denials(reading, honours, _one_honour):
        before, after = reading.text[one.start : one.end], reading.text[other.start : other.end]
        yield reading.finding(
            ID,
            "warning",
            f"前面写“{before}”，这里写“{after}”，说的像是同一个荣誉，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _told(reading: Reading, found: re.Match[str]) -> _Honour | None:
    """An honour with whose it is; None where it is only striven for, or nobody's."""
    span = reading.sentence_at(found.start())
    lead = re.split(r"[；]", reading.text[span.start : found.start()])[-1]
    behind = re.split(r"[，；。]", reading.text[found.end() : span.end])[0]
    clause = re.split(r"[，]", lead)[-1]
    around = clause + behind
    years = {int(year) for year in _YEAR.findall(lead)} - {reading.year}
    if years or _NOT_YET.search(around) or _NOT_GOT.search(around + found["honour"]):
        return None
    holder = _holder(reading, found, lead)
    if not holder or not (
        _DEED.search(around + found.group()) or holder in found["honour"] + behind
    ):
        return None
    level = found["level"]
    level = _LEVEL.get(level, level.strip("全级"))
    return _Honour(level, found["honour"].strip("“”"), holder, found.start(), found.end())


def _holder(reading: Reading, found: re.Match[str], lead: str) -> str:
    """The village, office or person that holds it: told behind it, else last before."""
    people = mentions_of(reading.text, reading.knowledge.spelling.common)
    inside = next((one for one in people if found.start() < one.start <= found.end() + 1), None)
    if inside is not None:
        return inside.name
    near = [one for one in people if found.start() - len(lead) <= one.start < found.start()]
    place = _HOLDER.search(re.split(r"[，]", lead)[-1]) or _HOLDER.search(lead)
    if near and (place is None or near[-1].end > found.start() - len(lead) + place.end("holder")):
        return near[-1].name
    return _plain(place)


def holder_before(words: str) -> str:
    """The village or office at the end of some words; "" for none."""
    return _plain(_HOLDER.search(words))


def _plain(place: re.Match[str] | None) -> str:
    name = _JUNK.sub("", place["holder"]) if place else ""
    return "" if name in _BARE or len(name) < len("某村") else name


def _one_honour(one: _Honour, other: _Honour) -> bool:
    """Whether both are the same honour of the same holder, at two levels."""
    if one.level == other.level:
        return False
    if not _one_holder(one.holder, other.holder):
        return False
    few, many = sorted((one.name, other.name), key=len)
    return many.startswith(few[: max(SAME, len(few) - 2)])


def _one_holder(one: str, other: str) -> bool:
    """Whether both name one: 东风村调委会 is not 镇调委会, of which but 调委会 is left."""
    if one == other or _ANY.fullmatch(one) or _ANY.fullmatch(other):
        return one == other
    return one.endswith(other) or other.endswith(one)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("东风村获评省级民主法治示范村。\n东风村被命名为市级民主法治示范村，" + _TAIL),
    Example("调解员石大林被评为全省模范人民调解员。\n以全国模范人民调解员石大林为榜样，" + _TAIL),
)
CLEAN = (
    Example("东风村获评省级民主法治示范村。\n西河村被命名为市级民主法治示范村，" + _TAIL),
    Example(
        "镇调委会被省司法厅授予“优秀人民调解委员会”称号。\n东风村调委会被市司法局授予"
        "“优秀人民调解委员会”称号，" + _TAIL
    ),
    Example("东风村获评省级民主法治示范村。\n指导东风村争创全国民主法治示范村，" + _TAIL),
)
