"""By which names a figure's thing may be called: a meeting, a person, a rate, or what a verb governs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.counting import GENERIC
from lawdraft.check.retelling import NAMES, first_name, leading, parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 3  # characters of a name that say what is counted
SHORT = 2  # of one that says it where the numbers are alike
CORE = frozenset(map(frozenset, NAMES))
NEAR = 16  # characters of a clause before that may name the matter
_TIMES = frozenset(("次", "人次", "场次", "元", "%", "平方米"))
"""Units behind which the next matter begins: 巡查16次发现问题."""
_CASES = re.compile(r"立案|查处|违法|处罚")
_BEFORE_NAME = re.compile(
    r"现有|共有|设有|有|配备|聘请|担任|作为|的|在册|共|全[镇乡]|街道|大队|中队|中心|办公室|局|队|委员会|调委会|、|名|和|及"
)
_RATE = re.compile(
    r"(?P<name>(?:按期|按时|限时|及时)?(?:[一-鿿]{2}率|满意度|知晓度|覆盖面|安全感|获得感))(?:[为是达到至共了均都已保持稳定在提升高始终维]|以上|超过?){0,6}\Z"
)
_IS_OF = re.compile(r"的是(?P<owner>\w{2,12})")
_RATE_HEAD = re.compile(r"(?:调解|调处|群众|人民|综合|事项|案件)+\Z")
_PERSONS = (
    (re.compile(r"(?:人民)?调解(?:员|队伍)"), "调解员"),
    (re.compile(r"网格(?:员|队伍)"), "网格员"),
    (re.compile(r"“?法律明白人”?"), "法律明白人"),
    (
        re.compile(
            r"执法(?:人员|队员|干部|力量|队伍)|持证人员|持证上岗|(?:持有|取得)(?:行政)?执法(?:资格)?证"
        ),
        "执法人员",
    ),
    (re.compile(r"法律顾问"), "法律顾问"),
    (re.compile(r"志愿者|志愿服务队员"), "志愿者"),
    (re.compile(r"(?:社区)?矫正(?:对象|人员)"), "矫正对象"),
    (re.compile(r"(?:安置)?帮教(?:对象|人员)|刑满释放人员|刑释人员"), "帮教对象"),
    (re.compile(r"辅警"), "辅警"),
    (re.compile(r"监督员"), "监督员"),
    (re.compile(r"法治副校长"), "法治副校长"),
    (re.compile(r"联络员"), "联络员"),
    (re.compile(r"信息员"), "信息员"),
    (re.compile(r"人民陪审员"), "人民陪审员"),
    (re.compile(r"(?:机关|在编|在岗|镇村|乡村)干部|干部职工"), "干部"),
)
_ALL_CERTIFIED = re.compile(
    r"，?(?:已|现已)?(?:全部|全员|均已|均|都|人人)(?:持|取得|拥有|具有|具备)(?:有|了)?(?:行政)?(?:执法(?:资格)?证|行政执法资格|证上岗)"
)
PERSONS = frozenset(name for _, name in _PERSONS)
_WEAK = frozenset("刑满释放政府镇乡街道区人民持证行政综合一线专兼职在岗编机关职工有资格的骨队伍全")
_MEETING = re.compile(
    r"(?P<body>党工?委(?!理论|书记|副书记|、|政府|和|领导|主要|会同)|党政联席|政府常务|[镇乡]长办公|主任办公|(?:法治建设|依法治[镇乡理])?领导小组|中心组|班子)"
)
_TOPIC = re.compile(r"法治|依法治|依法行政|学法|习近平法治思想")
VILLAGES = re.compile(r"(?:行政|自然)?村(?!级)|社区(?!矫|服|工)|嘎查|居委会|居民小组")
_LINE = re.compile(r"[^，。；\n\d]{0,20}(?:，专题[^，。；\n\d]{2,18}(?=[，。；]))?")
_MET = re.compile(
    r"专题(?:研究|学习|审议|听取|部署)|研究法治|研究部署|听取[^，。；]{0,8}汇报|(?:召开|举行)(?:专题)?会议\Z"
)
LONGEST = 40  # characters of the clauses before that may name the body that met
_HEARD = re.compile(r"听取")
_STUDY = re.compile(r"学习|学法|研学|研讨")


class Named(NamedTuple):
    """Possible names as sets of characters, the class of the deed, one name in plain words."""

    keys: frozenset[frozenset[str]]
    act: str
    name: str


NOTHING = Named(frozenset(), "", "")


@dataclass(frozen=True, slots=True)
class Words:
    """What a figure stands in: its clause before and behind, the clauses before, the line behind."""

    unit: str  # its class: 人 for 名
    printed: str
    clause: str
    behind: str
    line: str  # the rest of the sentence, for meetings
    pieces: Sequence[str]
    head: Named | None  # the figure of the sentence that a bare one belongs to
    last: Named | None  # the figure before, within a row
    first: bool  # whether no figure stands before it in the sentence


def named(words: Words) -> Named:
    """The names of what a figure counts; none where its words do not say."""
    if words.printed == "%":
        return _rate(words)
    if words.unit == "个" and VILLAGES.match(words.behind):
        return NOTHING  # how many there are is a rule of its own
    if words.unit == "人" and (person := _person(words)):
        return person
    if words.unit == "次" and (meeting := _meeting(words)):
        return meeting
    return _thing(words)


def people_in(words: str) -> frozenset[str]:
    """The plain names of those who serve, as far as words name them: 执法人员."""
    return frozenset(name for pattern, name in _PERSONS if pattern.search(words))


def _thing(words: Words) -> Named:
    """What the last verb of the clause governs, else what stands before it, else the head."""
    _, verb, _ = parsed(words.clause)
    options = _options(words)
    if not options and verb is not None and words.head is not None:
        return Named(words.head.keys, verb or words.head.act, words.head.name)
    if not options and words.unit == "件" and _CASES.search(words.clause + words.behind):
        options = ["罚案"]
    earlier = _earlier(words) if options and len(options[0]) <= ENOUGH else ""
    if earlier and frozenset(options[0]) not in CORE:
        options += [earlier + option for option in options]
    if verb is None and words.last is not None:
        verb = words.last.act
    told = {frozenset(option) for option in options if option and option not in GENERIC}
    keys = frozenset(key for key in told if len(key) >= SHORT)
    return Named(keys, verb or "", options[0] if options else "")


def _options(words: Words) -> list[str]:
    before, verb, after = parsed(words.clause)
    follows = leading(words.behind)
    timed = words.printed in _TIMES
    if verb is None and follows and not timed:
        return [follows, after + follows, first_name(words.behind)]
    if after:
        return [after] if timed else [after, after + follows]
    if follows and not (timed and before):
        return [follows, before + follows, first_name(words.behind)]
    return [before] if before else []


def _earlier(words: Words) -> str:
    """The clause before, where it may name the matter: “法治夜市”品牌，全年活动84场."""
    if len(words.pieces) < 2 + (not words.first) or len(words.pieces[-2]) > NEAR:
        return ""
    before, _, after = parsed(words.pieces[-2])
    return after or before


def _rate(words: Words) -> Named:
    """A rate's name; whose it is stands in the place of the verb."""
    found = _RATE.search(words.clause)
    if not found:
        return NOTHING
    before, _, after = parsed(_RATE_HEAD.sub("", words.clause[: found.start()]))
    behind = _IS_OF.match(words.line)
    owner = set(behind["owner"] if behind else after or before)
    if not owner and words.last is not None and words.last.keys:
        owner = set(sorted(words.last.keys, key=len)[0])
    return Named(frozenset((frozenset(found["name"]),)), "".join(sorted(owner)), found["name"])


def _person(words: Words) -> Named | None:
    """Those who serve, by their plain name and what tells them apart: 专职, 新进, not 持证."""
    for pattern, name in _PERSONS:
        after = pattern.search(words.behind)
        found = after or pattern.search(words.clause)
        if found:
            extra = (words.behind if after else words.clause)[: found.start()]
            before, _, late = parsed(_BEFORE_NAME.split(extra)[-1])
            key = frozenset(name) | (frozenset(late or before) - _WEAK)
            act = parsed(words.clause)[1] or ""
            return Named(frozenset((key,)), act if act in ("新", "参") else "", name)
    if _ALL_CERTIFIED.match(words.line):
        return Named(frozenset((frozenset("执法人员"),)), "", "执法人员")
    return None


def _meeting(words: Words) -> Named | None:
    """What a body met for: 党委会 on the rule of law, 中心组 to study."""
    line = _LINE.match(words.line)
    told = words.clause + (line.group() if line else "")
    if _MET.search(words.clause) and not _MEETING.search(told):
        told = "，".join(words.pieces[:-1])[-LONGEST:] + told  # 党工委听取汇报，全年专题研究5次
    body = "".join(dict.fromkeys(found["body"] for found in _MEETING.finditer(told)))
    if not body or not _TOPIC.search(told):
        return None
    if body == "中心组" and _STUDY.search(told):
        topic = "习近平法治思想" if "习近平法治思想" in told else "学法"
    elif "会" not in told and not re.search(r"研究|审议", told):
        return None
    elif _STUDY.search(told):
        topic = "会学法"
    else:
        topic = "听取汇报" if _HEARD.search(told) and "专题" not in told else "研究法治"
    name = body.replace("工", "") + topic
    return Named(frozenset((frozenset(name),)), "", name)
