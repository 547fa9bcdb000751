"""One meeting that two people are said to have chaired."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.denials import denials
from lawdraft.check.persons import Mention, mentions_of
from lawdraft.check.rule import Example, ReportRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding

ID = "contradiction"
_CHAIR = re.compile(
    r"主持(?!人|词|稿|公道|正义|制定|起草|日常|[^，。；]{0,4}工作(?!会|推进))(?:召开|召集|举行|开好)?了?"
)
_TYPE = re.compile(
    r"听证会|推进会议?|动员会议?|总结会议?|部署会议?|培训班|座谈会|论证会|现场会|启动会|仪式|大会|论坛|工作会议?|会议|专题会"
)
_OFFICE = re.compile(
    r"(?P<office>(?:党委|党工委)?副?书记|副?[镇乡]长|办事处副?主任|人大副?主席|副?所长|政法委员)(?:亲自|带头|牵头|全程|具体|会上|同志|都|负责)*\Z"
)
_OFFICE_FIRST = re.compile(
    r"^[^一-鿿]*[一-鿿]{0,4}?(?P<office>(?:党委|党工委)书记|[镇乡]长|办事处主任|人大主席)(?=[^一-鿿]|切实|认真|严格|带头|坚持|牵头|亲自|主持|履行|始终|定期|全年|高度)"
)
_WITH = re.compile(r"[与和同请由对]|会同|支持|陪同|协助|委托|通报|汇报|讲话")
_MANY = re.compile(r"\d+[次场期届轮]|每|多次|历次|先后|分别|各[村站]|例会")
_NTH = re.compile(r"第[一二三四五六七八九十\d]+[次期批届轮]")
_ROUTINE = re.compile(
    r"(?:党委|党工委|办公|常务|委员)会|中心组|联席会|小组会|调度会|班子|专题会|学习会|研判会|碰头会|议事会"
)
_DATE = re.compile(r"(\d{1,2})月(\d{1,2})日")
_SMALL = re.compile(
    r"20\d\d年|\d{1,2}月\d{1,2}日|\d{1,2}月(?:[上中下]旬|底|初|份)?|[上下]午|年初|年底|今年|召开|召集|举行|举办|组织|主持|亲自|就|的|了|于|在|[镇乡]党委|党工委|[镇乡]政府|街道|全[镇乡]|[镇乡]|[^一-鿿]|及时|专门|高规格|如期|成功"
)
BACK = 1200  # characters a section on one leader may reach back to the name
TELLS = 5  # characters that tell a meeting


class _Chaired(NamedTuple):
    host: str
    event: str
    date: str
    start: int
    end: int


def check(reading: Reading) -> Iterator[Finding]:
    """Each later host whom an earlier one denies."""
    people = mentions_of(reading.text, reading.knowledge.spelling.common)
    held = [
        each for found in _CHAIR.finditer(reading.text) if (each := _held(reading, found, people))
    ]
    for one, other in denials(reading, held, _one_meeting):
        yield reading.finding(
            ID,
            "warning",
            f"前面写这次会由{one.host}主持，这里是{other.host}主持，请核对。",
            other.start,
            other.end,
            other=(one.start, one.end),
        )


def _held(reading: Reading, found: re.Match[str], people: tuple[Mention, ...]) -> _Chaired | None:
    """A meeting with who chaired it; None for many meetings, or where nobody is told."""
    text, start = reading.text, found.start()
    span = reading.sentence_at(start)
    lead = re.split(r"；", text[span.start : start])[-1]
    behind = re.split(r"[，。；、\n]", text[found.end() : span.end + 1])[0]
    phrase = _phrase(lead, behind)
    if not phrase or reading.in_plan(start) or _MANY.search(phrase + lead[-10:]):
        return None
    host = _host(reading, start, people)
    event = _SMALL.sub("", phrase)
    date = _DATE.findall(phrase + behind) or _DATE.findall(lead)
    day = "-".join(date[-1]) if date else ""
    if not host or len(event) < TELLS or (_ROUTINE.search(event) and not day):
        return None
    return _Chaired(host, event, day, start, found.end() + len(behind))


def _phrase(lead: str, behind: str) -> str:
    """The meeting's name: behind the verb, else the last told before it."""
    types = list(_TYPE.finditer(behind))
    if types and len(_SMALL.sub("", behind[: types[-1].end()])) >= TELLS:
        return behind[: types[-1].end()]
    for clause in reversed(re.split(r"[，：]", lead)):
        types = list(_TYPE.finditer(clause))
        if types:
            return clause[: types[-1].end()]
    return ""


def _host(reading: Reading, place: int, people: tuple[Mention, ...]) -> str:
    """Who chairs: told in the clause, else whom the paragraph is about."""
    text = reading.text
    clause = re.split(r"[，。；：\n]", text[max(0, place - 40) : place])[-1]
    named = [one for one in people if place - len(clause) <= one.start < place]
    if named:
        return named[-1].name
    office = _OFFICE.search(clause)
    if office:
        return _known(office["office"], people)
    if re.search(r"(?:[他她]|委员会|领导小组|受)\Z", clause):
        return ""
    return _subject(text, place, people)


def _subject(text: str, place: int, people: tuple[Mention, ...]) -> str:
    """The person a paragraph, or the list below a name, is about."""
    offset = max(0, place - BACK)
    for line in reversed(text[offset:place].split("\n")):
        at = text.rfind(line, offset, place)
        for one in reversed(
            [one for one in people if at <= one.start < min(at + len(line), place)]
        ):
            before = re.split(r"[，。；：]", text[at : one.start])[-1]
            if not _WITH.search(before):
                return one.name
        for sentence in reversed(re.split(r"[。；]", line)):
            office = _OFFICE_FIRST.match(sentence)
            if office:
                return _known(office["office"], people)
        if line and not line.startswith(("●", "■", "◆", "—", "·", "1", "2", "3", "4", "5")):
            return ""
    return ""


def _known(office: str, people: tuple[Mention, ...]) -> str:
    """The name of who holds an office where the report tells it, else the office."""
    office = re.sub(r"党委|党工委|办事处|人大", "", office)
    vice, post = office.startswith("副"), office.removeprefix("副")
    for one in people:
        for each in one.posts:
            if each.post == post and each.vice == vice and not re.search("村|支|纪", each.unit):
                return one.name
    return office


def _one_meeting(one: _Chaired, other: _Chaired) -> bool:
    """Whether both are one meeting under two hosts."""
    if one.host == other.host or (one.date and other.date and one.date != other.date):
        return False
    if bool(re.search(r"[长记任席员]\Z", one.host)) != bool(
        re.search(r"[长记任席员]\Z", other.host)
    ):
        return False  # a name and an office that no name is told for
    if _NTH.findall(one.event) != _NTH.findall(other.event):
        return False
    few, many = sorted((one.event, other.event), key=len)
    if re.sub(r"会议?\Z|大会\Z", "", few) in many:
        return True
    pairs = {few[at : at + 2] for at in range(len(few) - 1)}
    shared = sum(pair in many for pair in pairs)
    return few[-2:] == many[-2:] and shared >= (0.5 if one.date == other.date != "" else 0.9) * len(
        pairs
    )


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
FLAGGED = (
    Example(
        "8月6日召开烟花爆竹整治听证会，由副镇长汪海主持。\n镇长罗兵主持烟花爆竹整治听证会，" + _TAIL
    ),
)
CLEAN = (
    Example(
        "8月6日召开烟花爆竹整治听证会，由副镇长汪海主持。\n镇长罗兵主持农贸市场搬迁听证会，" + _TAIL
    ),
    Example("镇党委书记林涛主持召开党委会6次。\n镇长方敏主持召开镇长办公会8次，" + _TAIL),
)
