"""An office that is said to sit in two places: 办公室设在司法所, 设在党政办的领导小组办公室."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.groups import KIND, OWN, bare_name
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_SITS = re.compile(
    r"(?:设(?:置|立)?(?:在|于)|挂靠(?:在|于)?|(?<=下设办公室)[在于])(?P<seat>[一-鿿]{2,16}?(?:所|办公室|中心|[办局站科队]))(?:(?P<of>的)|(?=[，。；、（）\n]|内|[一二三四]楼|大厅|窗口|负责|承担|由|具体|日常|并|每))"
)
_OFFICE_OF = re.compile(rf"(?P<name>[一-鿿“”]{{0,16}}?)(?:{KIND})的?(?:下设)?(?:日常)?办公室")
_GROUP = re.compile(rf"(?P<name>[一-鿿“”]{{0,16}}?)(?:{KIND})")
_PLACE = re.compile(r"(?P<name>[一-鿿“”]{2,14}(?:中心|[站点庭]|(?<!办公)室|窗口|信箱|基地))")
_FRONT = re.compile(
    r".*(?:成立了?|组建了?|设立|建立|建成|健全|依托|整合|打造|挂牌|充实|完善|调整|[的由将把]|全[镇乡])|“|”|[镇乡](?!村)|街道"
)
_SEVERAL = re.compile(
    r"[各每](?:个)?[村社单]|村村|分别|\d+个|[两三四五六七八九十]个|原|此前|之前|由[^，。]{1,14}调整|改[设为]|迁|搬|去年|上年|拟|将|还|也|同时"
)
_SMALL = re.compile(
    r"[镇乡](?!村)|街道|全[镇乡]|党委|党工委|人民政府|政府|办事处|内部|机关|县|区|市"
)
BACK = 3  # clauses before that may name whose office it is
LEAST = 2  # characters of a seat
LONG = 3  # characters of a name that may have more before


class _Seat(NamedTuple):
    thing: str  # the name of a place, or of the group whose office it is
    office: bool
    seat: str
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later seat that an earlier one denies."""
    told = [seat for found in _SITS.finditer(reading.text) if (seat := _seat(reading, found))]
    groups = {seat.thing for seat in told if seat.office and seat.thing}
    own = all(OWN in group for group in groups)  # then one without a name is of that group

    def at_odds(one: _Seat, other: _Seat) -> bool:
        return _one_thing(one, other, own=own) and not _one_seat(one.seat, other.seat)

    for one, other in denials(reading, told, at_odds):
        before, after = reading.text[one.start : one.end], reading.text[other.start : other.end]
        yield reading.finding(
            ID,
            "warning",
            f"前面写“{before}”，这里写“{after}”，说的像是同一个机构，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _seat(reading: Reading, found: re.Match[str]) -> _Seat | None:
    """What sits where; None where several do, where it was moved, or where it is only planned."""
    span = reading.sentence_at(found.start())
    lead = reading.text[span.start : found.start()]
    clauses = re.split(r"[，；：]", lead)
    behind = re.split(r"[，。；、（\n]", reading.text[found.end() : span.end])[0]
    if _SEVERAL.search(clauses[-1] + behind[:4]):
        return None
    if found["of"]:
        named, end = _thing([behind]), found.end() + len(behind)
    elif reading.in_plan(found.start()):
        return None
    else:
        named, end = _thing(clauses), found.end()
    seat = _SMALL.sub("", found["seat"])
    if named is None or len(seat) < LEAST:
        return None
    return _Seat(*named, seat, found.start(), end)


def _thing(clauses: list[str]) -> tuple[str, bool] | None:
    """Whose office, or which place, the last clause tells of; the group may be named before it."""
    last = next((words for words in reversed(clauses) if words), "")
    own = _OFFICE_OF.search(last)
    if own is not None:
        return bare_name(own["name"]), True
    if last.endswith("办公室"):
        groups = [found for words in clauses[-BACK - 1 :] for found in _GROUP.finditer(words)]
        return (bare_name(groups[-1]["name"]), True) if groups else None
    places = _PLACE.findall(last)
    return (_FRONT.sub("", places[-1]), False) if places else None


def _one_thing(one: _Seat, other: _Seat, *, own: bool) -> bool:
    """Whether both tell of one place or one group's office: 执法协调小组 is 行政执法协调小组."""
    few, many = sorted((one.thing, other.thing), key=len)
    if one.office != other.office or (one.office and not few and many and not own):
        return False
    return few == many or not few or (len(few) >= LONG and many.endswith(few))


def _one_seat(one: str, other: str) -> bool:
    """Whether a short name tells the same seat: 党政办, 党政综合办公室."""
    few, many = sorted((one, other), key=len)
    rest = iter(many)
    return all(sign in rest for sign in few)


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example(
        "成立法治建设领导小组，办公室设在司法所。\n设在党政办的法治建设领导小组办公室，" + _TAIL
    ),
)
CLEAN = (
    Example(
        "成立法治建设领导小组，办公室设在党政办。\n设在党政综合办公室的领导小组办公室，" + _TAIL
    ),
    Example("成立法治建设领导小组，办公室设在司法所。\n平安建设领导小组办公室设在综治办，" + _TAIL),
)
