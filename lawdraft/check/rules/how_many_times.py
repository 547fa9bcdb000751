"""A rhythm and a number of the year that do not go together: 每月举办1期, and 全年6期."""

from __future__ import annotations

import re
from collections import Counter
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.rules.how_often import EVERY, Rhythm, bare, bodies_of, of_one_thing, rhythm
from lawdraft.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

ID = "contradiction"
_A_YEAR = {
    "周": (44, 54), "两周": (22, 27), "半月": (22, 25), "旬": (33, 37), "月": (11, 13), "两月": (5, 6), "三月": (4, 4),
    "季": (4, 4), "半年": (2, 2),
}  # fmt: skip
"""How often a rhythm makes in a year, at least and at most."""
_UNITS = frozenset(("次", "场", "期", "轮", "批", "轮次", "期次", "回", "天"))
_TIMES = re.compile(
    r"(?P<n>\d{1,2}|[一二两三四])(?P<unit>次|场|期|轮|回|天(?!内))(?!会|全会|届)(?:以上)?(?![一二三四五六七八九十\d])"
)
_AT_LEAST = re.compile(r"至少|不少于|不低于|以上")
_MARK = r"(?:\d{1,2}月份?(?:[上中下]旬|初|底)?|第?[一二三四]季度|[上下]半年|[春秋]季)"
_LISTED = re.compile(
    rf"(?P<marks>{_MARK}(?:[、和及与]{_MARK})+)，?(?:均|都)?(?:分别|各)[^，。；\d]{{0,14}}(?P<n>\d|[一两])(?P<unit>次|场|期|轮)[^，。；、（]{{0,20}}"
)
_BESIDE = re.compile(
    rf"(?<![\d.])(?P<number>\d{{1,3}})(?P<unit>次|场|期|轮)次?[^，。；\d（]{{0,8}}[，（](?:坚持|做到|即)?{EVERY}(?:召开|举办|开展|组织|不少于|至少)*(?P<n>\d|[一两])(?:次|场|期|轮)(?=[，。；）])"
)
_SUM = re.compile(
    r"，(?:全年|一年来|年内|累计|总共|先后|已|共)+(?P<verb>[一-鿿]{0,4}?)了?(?P<number>\d{1,3})(?P<unit>次|场|期|轮|回)(?=[，。；、）])"
)
_OF_SOME = re.compile(
    r"各[村单部]|每个?[村社]|村村|其中|去年|上年|上半年|下半年|[一二三四前]季度|\d{1,2}月|专项|[村组]级|县级|全县|县里|平均"
)
_BELOW = re.compile(r"(?:村|社区|村居|网格|小组|农户)\Z")
_IN_PERSON = re.compile(r"主持|参加|出席|列席|带队|带头|讲授|宣讲|亲自")
_WHOLE = re.compile(r"全年|年内|累计|先后|共(?!同|建|治|享)")
_CUT = re.compile(r".*(?:全年|年内|累计)")
_ALSO_SMALL = re.compile(
    r"全年|今年以来|今年|年内|从未缺勤|完成|累计|办了|共计|共(?!同|建|治|享)|总计|先后|推动|督促|指导|分别|各|(?:活动|工作)\Z"
)
EACH = re.compile(EVERY)
_SEVERAL = re.compile(r"分别|各(?![类种项级村])")
_TOTAL = re.compile(
    r"(?:听取|对|参[加与]|在|就|围绕|结合|针对|把|将|书记|[镇乡]长|了)*(?:全年|一年来?|年内)(?:的|共)?\Z"
)
"""Before a number that counts all there were of what stands behind it: 听取全年15次集中排查的情况."""
_NAMED_ENDS = re.compile(
    r"[的里均都共发先]|(?<!集)中|情况|涉及|查出|听取|走访|参加|交办|受理|接待|形成"
)
BEFORE, BEHIND = 40, 40  # characters around a number or a word that may tell what is held
WEEKLY = 44  # times a year at least
LONG = 4  # characters that tell a thing in whatever order
SHORT = 3  # characters that tell a thing which is not held under the same words


class _Held(NamedTuple):
    """What is held how often a year."""

    told: Rhythm
    unit: str
    least: float
    most: float

    def tells(self, words: str) -> bool:
        """Whether some words may name it: they have its first or its last characters."""
        return self.told.what[-2:] in words or self.told.what[:2] in words


class _Counted(NamedTuple):
    """What a number counts, and whether one leader did it in person."""

    told: tuple[Rhythm, ...]
    in_person: bool


def check(reading: Reading) -> Iterator[Finding]:
    """Each number of the year that a rhythm denies, with the rhythm as its other place."""
    for found in _around(reading.text, EACH, _BESIDE):
        least, most = _A_YEAR.get(_period(found), (0, inf))
        times = parse_number(found["n"]) or 1
        if not least * times <= float(found["number"]) <= most * times:
            told = found.group()[found.group().index("每") :]
            yield _asked(reading, found.span("number"), found.end("unit"), told, found.span("n"))
    rhythms = list(_rhythms(reading))
    yield from _summed(reading, rhythms)
    held = [*rhythms, *_listed(reading)]
    for figure in reading.report.figures if held else ():
        if unit_class(figure.unit) not in _UNITS or figure.role == "target":
            continue
        words = reading.text[max(0, figure.start - BEFORE) : figure.end + BEHIND]
        wrong = [each for each in held if each.tells(words) and _may_deny(each, figure)]
        counted = _counted(reading, figure) if wrong else None
        if counted is None:
            continue
        against = next((each for each in wrong if _denied(each, figure, counted)), None)
        if against is not None:
            one = (against.told.start, against.told.end)
            words = reading.text[slice(*one)]
            yield _asked(reading, (figure.start, 0), figure.end, words, one)


def _summed(reading: Reading, rhythms: list[_Held]) -> Iterator[Finding]:
    """Each sum of the year right behind its rhythm that it denies: 每月研究1次，全年研究5次."""
    for each in rhythms:
        told = reading.text[each.told.start : each.told.end]
        found = _SUM.match(reading.text, each.told.end)
        if found is None or not _exact(each) or found["verb"][-2:] not in told:
            continue
        if not each.least <= float(found["number"]) <= each.most:
            one = (each.told.start, each.told.end)
            yield _asked(reading, (found.start("number"), 0), found.end("unit"), told, one)


def _around(text: str, cue: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What matches around a cue, which is far quicker than to look everywhere."""
    last = 0
    for place in cue.finditer(text):
        found = pattern.search(text, max(last, place.start() - BEFORE), place.end() + BEHIND)
        if found:
            last = found.end()
            yield found


def _asked(
    reading: Reading, start: tuple[int, int], end: int, words: str, other: tuple[int, int]
) -> Finding:
    told = reading.text[start[0] : end]
    message = f"这里写{told}，另一处写“{words}”，次数对不上，请核对。"
    return reading.finding(ID, "warning", message, start[0], end, other=other)


def _period(found: re.Match[str]) -> str:
    return found["period"].replace("个", "").replace("双", "两").rstrip("度")


def _rhythms(reading: Reading) -> Iterator[_Held]:
    """每季度召开1次…: what a year makes of it."""
    for found in re.finditer(EVERY, reading.text):
        told = rhythm(reading, found)
        a_year = _A_YEAR.get(told.period) if told else None
        if told is None or a_year is None:
            continue
        words = reading.text[told.start : told.end]
        if _OF_SOME.search(told.lead[-16:] + words) or _BELOW.search(told.lead):
            continue
        times = _TIMES.search(words)
        number = (parse_number(times["n"]) if times else 1) or 1
        most = inf if times is None or _AT_LEAST.search(words) else a_year[1] * number
        told = told._replace(what=_named(told.what))
        yield _Held(told, times["unit"] if times else "", a_year[0] * number, most)


def _listed(reading: Reading) -> Iterator[_Held]:
    """5月、10月分别组织1次: twice."""
    for found in _around(reading.text, _SEVERAL, _LISTED):
        if reading.in_plan(found.start()):
            continue
        lead = reading.text[reading.sentence_at(found.start()).start : found.start()]
        clause = re.split(r"[，；：]", lead)[-1]
        behind = found.group()[len(found["marks"]) :]
        number = len(re.findall(_MARK, found["marks"])) * (parse_number(found["n"]) or 1)
        words = clause + behind
        told = Rhythm("", bodies_of(words), _named(bare(words)), lead, *found.span())
        if len(told.what) >= SHORT:
            yield _Held(told, found["unit"], number, number)


def _named(what: str) -> str:
    """What is held, without words for the year and the deed of holding it."""
    return _ALSO_SMALL.sub("", _ALSO_SMALL.sub("", what))


def _may_deny(held: _Held, figure: Figure) -> bool:
    """Whether a number would be wrong if it were of what is held."""
    if held.least <= figure.number <= held.most or is_about(figure) or figure.high:
        return False
    if held.unit and unit_class(held.unit) != unit_class(figure.unit):
        return False
    if figure.unit == "天" and held.unit != "天":
        return False
    return not held.told.start <= figure.start < held.told.end


def _counted(reading: Reading, figure: Figure) -> _Counted | None:
    """What a number of the whole year counts, in each way its clause may be read."""
    span = reading.sentence_at(figure.start)
    lead = reading.text[span.start : figure.start]
    clause = re.split(r"[，；：、]", lead)[-1]
    before = re.split(r"[；。]", lead)[-1]
    if _OF_SOME.search(before[-20:]) or EACH.search(clause) or reading.in_plan(figure.start):
        return None
    behind = re.split(r"[，。；、（\n]", reading.text[figure.end : span.end])[0]
    in_person = bool(_IN_PERSON.search(clause) and not _WHOLE.search(clause))
    ways = [clause, _CUT.sub("", clause), clause + behind]
    if _TOTAL.fullmatch(clause):
        ways.append(_NAMED_ENDS.split(behind)[0])
    told = tuple(
        Rhythm("", bodies_of(words), what, lead, 0, 0)
        for words in dict.fromkeys(ways)
        if len(what := _named(bare(words))) >= SHORT
    )
    return _Counted(told, in_person)


def _denied(held: _Held, figure: Figure, counted: _Counted) -> bool:
    """Whether a number is of what is held; one leader may take part in fewer."""
    if figure.number < held.least and counted.in_person:
        return False
    exact = _exact(held)
    return any(
        of_one_thing(held.told, told) or (exact and _in_other_order(held.told, told))
        for told in counted.told
    )


def _exact(held: _Held) -> bool:
    """Whether it tells how often for sure; 每周三接访 may be in turn."""
    return bool(held.unit) or held.least < WEEKLY


def _in_other_order(one: Rhythm, other: Rhythm) -> bool:
    """Whether one says all of the other's words, the deed before or behind: 评查案卷, 案卷评查."""
    few, many = sorted((one.what, other.what), key=len)
    if one.bodies and other.bodies and not one.bodies & other.bodies:
        return False
    if len(few) < LONG or len(many) - len(few) > len("开展"):
        return False
    rest = Counter(many) - Counter(few)
    return not Counter(few) - Counter(many) and not rest.keys() & set("县市区省村")


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example("每季度体检一次执法案卷，全年共体检6次，" + _TAIL),
    Example("每半年评查一次执法案卷。\n全年开展执法案卷评查5次，" + _TAIL),
    Example("法律顾问每月驻点两天。\n法律顾问全年驻点16天，" + _TAIL),
    Example("全年组织执法人员培训6期。\n坚持每月举办1期执法人员培训，" + _TAIL),
    Example("召开法治建设联席会议6次，每季度1次，" + _TAIL),
    Example("5月、10月分别组织执法案卷评查1次。\n全年组织执法案卷评查4次，" + _TAIL),
    Example("每月集中排查纠纷2次。\n书记听取全年15次集中排查纠纷的情况汇报，" + _TAIL),
)
CLEAN = (
    Example("每季度体检一次执法案卷，全年共体检4次，" + _TAIL),
    Example("每半年评查一次执法案卷。\n全年参加县级执法案卷评查5次，" + _TAIL),
    Example("法律顾问每月驻点两天。\n民警全年驻点16天，" + _TAIL),
    Example("全年组织执法人员培训12期。\n坚持每月举办1期执法人员培训，" + _TAIL),
    Example("召开法治建设联席会议4次，每季度1次，" + _TAIL),
    Example("5月、10月分别组织执法案卷评查1次。\n全年组织合同评查4次，" + _TAIL),
    Example("每月集中排查纠纷2次。\n书记参加15次集中排查，听取全年24次集中排查的情况，" + _TAIL),
)
