"""One thing under two names: 品牌调解室“老马说事”1个, 全镇唯一的品牌调解室“老杨说事”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.persons import one_apart
from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.report import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_PLACE = (
    r"(?:室(?!内)|站(?!点|在)|团(?!结|队)|队(?!伍)|厅|岗(?!位)|馆|庭(?!院|审)|中心|平台|驿站"
    r"|广场|公园|长廊|小程序|公众号|栏目|课堂|品牌)"
)
_KIND = rf"(?:[一-鿿]{{1,6}}?{_PLACE})"
_WITHIN = rf"(?:(?:调解|工作|普法|法律|法治|志愿|服务|宣讲|宣传|议事|说事|巡逻)+{_PLACE})"
_QUOTED = re.compile(rf"“(?P<name>[一-鿿]{{2,10}}?)(?P<kind>{_WITHIN})?”")
_BEHIND = re.compile(rf"(?P<kind>{_KIND})")
_BEFORE = re.compile(rf"(?P<kind>{_KIND})\Z")
_SMALL = re.compile(
    r".*(?:唯一|打造|组建|创建|建立|成立|设立|建成|创立|培育|建好|依托|发挥|全[镇乡]|街道|[镇乡]级?|[的了个支家处由在把以])(?=[一-鿿]{3})"
)
_FOUNDED = re.compile(r"(?:组建|创建|成立|打造|设立|建成|创立)[^，。；、]{0,12}\Z")
_SEVERAL = re.compile(
    r"分别|[又另还再]|各[村站所]|(?<!\d)(?:[2-9]|\d\d+|[两三四五六七八九十])[个支家处]|等|、“|”、"
)
_ONE = re.compile(r"(?<![\d一二三四五六七八九十])[1一][个支家处](?![一-鿿]{0,2}月)")
_OTHERS = re.compile(r"村(?!级)|社区|学校|[中小]学|企业|公司|派出所|妇联|团委|景区|县|市")
_ONLY = re.compile(r"唯一|仅有的?一")
_BREAK = re.compile(r"[，。；\n]")
NEAR = 40  # characters behind a name that tell how often, how many
LARGE, VERY_LARGE = 10, 100  # numbers that two things seldom, hardly ever share
BEHIND = 3  # characters behind a name that say what it is
ALIKE = 2  # such numbers


class _Named(NamedTuple):
    name: str
    kind: str
    only: bool  # said to be the only one
    one: bool  # said to be one
    founded: bool
    led: bool
    numbers: frozenset[tuple[float, str]]  # from ten, told behind it in its sentence
    behind: str  # what it is, where its kind is none of the usual
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later name of what has another name before."""
    told = [each for found in _QUOTED.finditer(reading.text) if (each := _named(reading, found))]
    for one, other in denials(reading, told, _at_odds):
        yield reading.finding(
            ID,
            "warning" if _surely(one, other) else "note",
            f"前面写“{one.name}”，这里写“{other.name}”，说的像是同一个{other.kind or '名称'}，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _named(reading: Reading, found: re.Match[str]) -> _Named | None:
    """A name with the kind of thing that it names, beside it; None of one among several."""
    text, start, end = reading.text, found.start(), found.end()
    left = _BREAK.split(text[max(0, start - 30) : start])[-1]
    right = _BREAK.split(text[end : end + 20])[0]
    kind = found if found["kind"] else _BEHIND.match(right) or _BEFORE.search(left)
    clause = f"{left}“”{right}"
    numbers = _numbers(reading, end)
    if (kind is None and not numbers) or _SEVERAL.search(clause) or reading.in_plan(start):
        return None
    only = bool(_ONLY.search(left))
    if _OTHERS.search(left) and not only:
        return None
    return _Named(
        found["name"],
        _SMALL.sub("", kind["kind"]) if kind else "",
        only,
        bool(_ONE.search(clause)),
        bool(_FOUNDED.search(left)),
        "first_responsible_person" in reading.kinds_at(start),
        numbers,
        right[:BEHIND],
        start,
        end,
    )


def _numbers(reading: Reading, end: int) -> frozenset[tuple[float, str]]:
    """What is counted behind a name, up to the next one."""
    span = reading.sentence_at(end)
    stop = reading.text.find("“", end, span.end)
    near = Span(end, min(end + NEAR, span.end if stop < 0 else stop))
    return frozenset(
        (figure.number, figure.unit)
        for figure in reading.figures_in(near)
        if figure.number >= LARGE and figure.unit and figure.unit not in "年月日%"
    )


def _counted_alike(one: _Named, other: _Named) -> bool:
    """Whether the same numbers are told of both: 76场 and 112件, or 620人次 of a 驿站."""
    same = one.numbers & other.numbers
    kinds = one.kind[-2:] or one.behind, other.kind[-2:] or other.behind
    alike = len(set(kinds)) == 1 and kinds[0] != "" and any(n >= VERY_LARGE for n, _ in same)
    return len(same) >= ALIKE or alike


def _at_odds(one: _Named, other: _Named) -> bool:
    """Whether both seem to be the one thing of their kind."""
    if one.name in other.name or other.name in one.name:
        return False
    if _counted_alike(one, other):
        return True
    if not one.kind or one.kind[-3:] != other.kind[-3:]:
        return False
    if _surely(one, other):
        return True
    few, many = sorted((one.kind, other.kind), key=len)
    both = one.founded and other.founded and one.led != other.led
    return both and many.endswith(few)


def _surely(one: _Named, other: _Named) -> bool:
    """Whether one is the only one of its kind, or the sole one is but a character off."""
    if _counted_alike(one, other):
        return True
    sole = one.one or other.one or one.only or other.only
    return (sole and one_apart(one.name, other.name)) or (
        (one.only or other.only) and one.kind == other.kind
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("打造“老马说事”品牌调解室1个。\n创建了全镇唯一的品牌调解室“老杨说事”，" + _TAIL),
    Example("打造“老马说事”品牌调解室1个。\n依托全镇唯一的“湖畔茶座”品牌调解室，" + _TAIL),
    Example(
        "推广“屋场夜话”，开展76场，解决诉求112件。\n开展“板凳夜谈”76场、解决诉求112件，" + _TAIL
    ),
    Example("建有“老兵调解室”1个。\n全镇唯一的“老班长调解室”缺少场地，" + _TAIL),
    Example("建成“渔家灯火”法治驿站1处。\n用好“渔家烟火”法治驿站，" + _TAIL),
)
CLEAN = (
    Example("打造“老马说事”品牌调解室1个。\n依托全镇唯一的“湖畔茶座”法治驿站，" + _TAIL),
    Example("西湾村建成“渔家灯火”法治驿站。\n东湾村建成“渔家烟火”法治驿站，" + _TAIL),
    Example("成立“蓝马甲”志愿服务队1支。\n学校“红马甲”志愿服务队参与宣传，" + _TAIL),
    Example("组建“石榴红”宣讲团、“老兵”宣讲团。\n发挥全镇唯一的“老兵”宣讲团作用，" + _TAIL),
    Example("打造“老马说事”品牌调解室1个。\n全镇唯一的品牌调解室“老马说事”，" + _TAIL),
)
