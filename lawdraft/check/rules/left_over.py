"""How many are still open, told twice: 其余5件正在调处, 目前未化解的8件纠纷."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.counting import unit_class
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_DONE = r"(?:化解|办结|整改|解决|结案|销号|调处|办理完毕|处置|完成)(?:成功|完成|到位|完毕)?"
_NUMBER = r"(?P<number>\d(?<![\d.].)\d*)(?P<unit>[件起处宗个条项])"
_NAME = r"(?P<name>[一-鿿]{2,10}?)(?=[均都全已大多主由因需仍在中，。；、（]|逐|涉|久|难|长|将|要|落|实|挂|分|明|列|开|建|加|抓|依|多|实|进|对)"
_STATES: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"(?:其余|剩余|余下|尚余|还剩|剩下)的?{_NUMBER}(?P<name>[一-鿿]{{0,8}}?)，?(?:已|也|均|因[^，。；\d]{{1,10}})*(?:正在|仍在|尚|仍|未|待|正|持续|制定|列入|纳入|落实)"
    ),
    re.compile(rf"(?:未|没有)(?:能|得到|及时|成功)*{_DONE}的{_NUMBER}{_NAME}"),
    re.compile(
        rf"{_NUMBER}(?P<name>(?:(?![正仍尚还均已未])[一-鿿]){{2,10}}?)(?:目前|至今|仍然?|还|尚)*(?:没有|未|没)(?:能|得到|及时|成功)*{_DONE}"
    ),
    re.compile(
        rf"(?:剩余|余下|剩下|遗留)的?{_NUMBER}(?P<name>(?:(?![正仍尚还均已未])[一-鿿]){{2,8}}?)(?=[正仍尚还均已未]|依法|尽快|逐|办|化|限|，|。|、|，|落|整)"
    ),
    re.compile(rf"{_NUMBER}(?:尚|仍|目前|还|至今)?未(?:能|得到|及时|成功)*{_DONE}的?{_NAME}"),
    re.compile(
        rf"(?:尚有|仍有|还有|尚余|还剩){_NUMBER}(?P<name>[一-鿿]{{0,10}}?)(?:目前|至今|因[^，。；\d]{{1,10}})?(?:仍|尚|还)?(?:未|没有|没)(?:能|得到|及时|成功)*{_DONE}"
    ),
    re.compile(
        rf"(?:尚有|仍有|还有|尚余|还剩|有){_NUMBER}(?P<name>[一-鿿]{{0,8}}?)(?:目前|因[^，。；\d]{{1,10}})?(?:正在|仍在|还在)(?:办理|化解|调处|整改|处理|推进|调解)"
    ),
)
_SETTLED = re.compile(
    rf"(?<![\d.])(?P<many>\d+)(?P<unit>[件起处宗个条项])(?P<name>[一-鿿]{{0,8}}?)[，、](?:目前|现|均|已|共|其中|成功|依法|按期|按时|及时|就地|完成|督促|全部)*{_DONE}了?(?P<few>\d+)(?P=unit)(?!以)"
)
_DEED = re.compile(r"\A(?:受理|办理|承办|排查|接收|收到|登记|接到)\Z")
SHORT = 2  # characters of a name
_PART = re.compile(
    r"去年|上年|同期|往年|历年|上半年|下半年|季度|\d{1,2}月|专项|[村镇]级|其中|20\d\d年|历史|积案|遗留"
)
_PERIOD = re.compile(r"去年|上年|同期|往年|上半年|下半年|[一二三四前]季度|20\d\d年(?:以来|底前)")
_MATTERS = {
    "信访": re.compile(r"信访|来信|来访"),
    "热线": re.compile(r"热线|工单|12345"),
    "纠纷": re.compile(r"纠纷|矛盾"),
    "问题": re.compile(r"问题|隐患"),
    "建议": re.compile(r"建议|提案"),
    "案件": re.compile(r"处罚|立案|执法案"),
}
"""What may be left over, by the words that tell it."""
WIDE = 4  # characters of a name that tells no kind: 矛盾纠纷


class _Left(NamedTuple):
    number: int
    unit: str
    name: str
    told: str  # its sentence up to it, and its name
    matter: str  # what it is about: 信访; told by its name, its sentence, or the heading before
    start: int
    end: int
    reckoned: bool = False  # told by what was found and what was settled


def check(reading: Reading) -> Iterator[Finding]:
    """Each number at its later place, once."""
    left = sorted({each for pattern in _STATES for each in _left(reading, pattern)}, key=_place)
    if left:
        left = sorted((*left, *_reckoned(reading)), key=_place)
    told: set[int] = set()
    for one, other in combinations(left, 2):
        if other.start not in told and _apart(reading, one, other):
            told.add(other.start)
            yield reading.finding(
                ID,
                "warning",
                f"{_told_as(reading, one, '前面')}，{_told_as(reading, other, '这里')}，说的像是同一件事，请核对。",
                other.start,
                other.end,
                other=(one.start, one.end),
            )


def _reckoned(reading: Reading) -> Iterator[_Left]:
    """受理诉求3846件，办结3820件: what this leaves open, 26件."""
    nouns = {count.figure.start: count.noun for count in reading.counts}
    for found in _SETTLED.finditer(reading.text):
        few, many = int(found["few"]), int(found["many"])
        span = reading.sentence_at(found.start())
        lead = reading.text[span.start : found.start()]
        part = re.split(r"[；]", lead)[-1]
        if few >= many or reading.in_plan(found.start()) or _PERIOD.search(part):
            continue
        clause = re.split(r"[，；]", part)[-1]
        noun = _DEED.sub("", nouns.get(found.start(), ""))
        name = noun or found["name"] or _last_matter(part)
        if _PART.search(clause + found["name"]) or len(name) < SHORT:
            continue
        told = part + found["name"] + name
        heading = reading.text[max(0, span.start - HEADING) : span.start]
        matter = _matter(name) or _matter(told) or _matter(heading)
        yield _Left(
            many - few, found["unit"], name, told, matter, found.start(), found.end(), reckoned=True
        )


def _place(each: _Left) -> int:
    return each.start


def _left(reading: Reading, pattern: re.Pattern[str]) -> Iterator[_Left]:
    for found in pattern.finditer(reading.text):
        start, end = found.start("number"), found.end("unit")
        lead = reading.text[reading.sentence_at(start).start : start]
        if (
            _PERIOD.search(lead)
            or _PART.search(re.split(r"[，；]", lead)[-1])
            or _PART.search(found["name"])
        ):
            continue
        told = lead.rsplit("；", 1)[-1] + found["name"]
        heading = reading.text[max(0, start - len(lead) - HEADING) : start - len(lead)]
        matter = _matter(found["name"]) or _matter(told) or _matter(heading)
        yield _Left(int(found["number"]), found["unit"], found["name"], told, matter, start, end)


def _told_as(reading: Reading, each: _Left, where: str) -> str:
    left = f"还有{each.number}{each.unit}"
    told = reading.text[each.start : each.end]
    return f"{where}写“{told}”（{left}）" if each.reckoned else f"{where}写{left}"


HEADING = 16  # characters of a heading before a sentence


def _matter(words: str) -> str:
    """The last matter that words tell; "" for none."""
    places = {
        found.end(): matter for matter, told in _MATTERS.items() for found in told.finditer(words)
    }
    return places[max(places)] if places else ""


def _last_matter(words: str) -> str:
    """The last word for a matter: 纠纷 of 排查化解矛盾纠纷，全年受理."""
    told = [found for pattern in _MATTERS.values() for found in pattern.finditer(words)]
    return max(told, key=re.Match.end).group() if told else ""


def _apart(reading: Reading, one: _Left, other: _Left) -> bool:
    """Whether both are of one matter and cannot both be right."""
    same = unit_class(one.unit) == unit_class(other.unit) and one.number != other.number
    if not same or reading.sentence_at(one.start) == reading.sentence_at(other.start):
        return False
    if one.reckoned or other.reckoned:
        return _against_sum(*((other, one) if one.reckoned else (one, other)))
    if one.matter == other.matter != "" and not (_matter(one.name) and _matter(other.name)):
        return True  # one is only called 事项, or nothing
    if not (one.name or other.name):
        return False
    few, many = sorted((one, other))
    if len(few.name) >= WIDE and not (many.name.endswith(few.name) or few.name in many.told):
        return False  # 3件未化解的山林纠纷 are some of 5
    return _names(one, other) and _names(other, one)


def _against_sum(told: _Left, left: _Left) -> bool:
    """Whether as many as are told cannot be left open; fewer may be some of them."""
    if left.number > told.number and not left.name.endswith(told.name):
        return False
    return not told.reckoned and _names(told, left) and _names(left, told)


def _names(one: _Left, other: _Left) -> bool:
    """Whether what one is called by stands in the sentence of the other."""
    return one.name[-2:] in other.told


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example(
        "排查矛盾纠纷125件，化解120件，其余5件正在调处。\n未化解的8件纠纷涉及历史权属，" + _TAIL
    ),
)
CLEAN = (
    Example(
        "排查矛盾纠纷125件，化解120件，其余5件正在调处。\n未化解的5件纠纷涉及历史权属，" + _TAIL
    ),
    Example("排查矛盾纠纷125件，化解120件，其余5件正在调处。\n还有8件信访件未办结，" + _TAIL),
)
