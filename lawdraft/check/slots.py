"""Where something was, by whom and with whom: the places of a sentence that one thing fills but once.

在县法院旁听, 由党政办公室调度, 与检察院签订协议, 由老粮站改建: what fills the place, and the rest
of the sentence, which tells of what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.check.deeds import THINGS, deeds_of, masked
from lawdraft.check.objects import COMMON
from lawdraft.check.once import once
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading

_BODY = r"(?:[所局院办队站厅委室部]|中心|大学|学院|[党学]校|公司|法庭|协会|商会|集团|事务所|办公室|联合会|党支部)"
_HAS = r"(?:村|社区|公园|长廊|广场|小学|中学|学校|司法所|派出所|小区|调解室|调委会|站)"
_AT = r"(?:[厅堂馆园庭院楼校村站所厂社街]|[广市现操剧]场|社区|村委会|小学|中学|中心|公园|基地|会议室|文化站|厂房|旧址|粮站|仓库|大院|营地|礼堂|码头)"
_FILL = r"(?P<fill>[一-鿿]{1,16}?"
_VERB = r"(?P<verb>牵头|负责|承办|主办|统筹|调度|编制|起草|主讲|授课|承建|实施|督办|管理|运营|组建|创办|冠名|提供|保障|审查|评估|考核)"
_HELD = r"(?:隆重|正式|顺利|成功|集中)?(?:举行|举办|召开|揭牌|挂牌|成立|落成|启动|启用|开班|开讲|[开启闭]幕|开庭|开营|上演|首演|建成|拍摄|签约)"
WHERE, SITE, FROM, BY, WITH, HOLDER = "where", "site", "from", "by", "with", "holder"
_KINDS = (
    (WHERE, "在于", re.compile(rf"[在于]{_FILL}{_AT})(?:内|里|门前|前)?(?={_HELD})")),
    (
        SITE,
        "地选位坐建落安",
        re.compile(
            rf"(?:地点(?:设|选|定)?[在为]|选址(?:定?[在于]|为)?|位于|坐落[在于]|建在|建于|落户[在于]?|安排在){_FILL}{_AT})(?=[，。；、（）的内])"
        ),
    ),
    (
        WHERE,
        "走赴前来参",
        re.compile(
            rf"(?:走进|赴|前往|来到|参观){_FILL}(?:法院|检察院|法庭|基地|监狱|(?:看守|戒毒|拘留)所|展?馆|纪念园|园区))"
        ),
    ),
    (
        FROM,
        "由依利将把在",
        re.compile(
            rf"(?:由|依托|利用|将|把|在){_FILL}(?:厂房|旧址|[一-鿿]{{2}}[院所馆站楼库房]|校舍|粮[站库仓]|仓库|祠堂|院落|[小中]学|厂|礼堂|供销社|大院|老[屋宅街楼]|站房|办公楼|民[房居]))(?:[的中内]|基础上|闲置房屋)*(?=改[建造成]|建成|打造|建设|建起)"
        ),
    ),
    (
        BY,
        "由",
        re.compile(rf"由{_FILL}{_BODY})(?:逐[月季]|每[月季]|具体|统一|全程|按月|按季)?{_VERB}"),
    ),
    (
        HOLDER,
        "为是落花即",
        re.compile(rf"(?:为|是|落户|花落|即){_FILL}{_HAS})(?=[，。；\n])"),
    ),
    (
        HOLDER,
        "获评命荣创入",
        re.compile(rf"(?:获评|评为|命名为|荣获|创成|入选)[^，。；\n]{{4,24}}?的{_FILL}{_HAS})"),
    ),
    (
        WITH,
        "与同和",
        re.compile(
            rf"[与同和]{_FILL}{_BODY})(?:正式|共同|联合)?(?P<verb>签订|签署|签约|结对|共建)"
        ),
    ),
)
_AT_HEAD = {
    head: [(kind, pattern) for kind, heads, pattern in _KINDS if head in heads]
    for head in "".join(heads for _, heads, _ in _KINDS)
}
_AWARDED = re.compile(
    rf"(?P<fill>[一-鿿]{{2,8}}?{_HAS})(?:成功|被|荣|新|顺利|再)*(?:获评|评为|命名为|创成|创建为|荣?获得?|入选)"
)
_HONOUR = re.compile(r"示范|先进|优秀|称号|星级|枫桥|模范|十佳|最美")
_ONLY = re.compile(r"(?<!\d)[1一]个|唯一|首个")
_CUE = re.compile(
    r"地点|选址|位于|坐落|建[在于]|安排在|花落|获评|评为|命名为|创成|创建为|荣?获|入选|落户|走进|前往|来到|参观|依托|利用|[在于由与同和赴为是即将把]"
)
_SMALL = re.compile(
    r"\A(?:我|本|全|(?:[镇乡县市区]|街道)(?![一-鿿]?\Z)|的|老|原|旧|闲置)+(?=[一-鿿]{2})"
)
_GENERIC = re.compile(
    r"文化广场|广场|大厅|会议室|社区|村|厂房|旧址|礼堂|学校|小学|中学|中心|办公室|律师事务所|委员会|有限公司|公司|人民"
)
_SEVERAL = re.compile(
    r"分别|各[村社部自地]|先后|轮流|多次|每[逢次场]|等地?(?:[，。；、]|\Z)|、|巡回|和\Z|以及|所在|区域|定期"
)
_MADE = re.compile(r"改[建造成为]|打造|建设|签署|改建而成|的")
_MARKS = str.maketrans("", "", "“”《》")
_NUMBER = re.compile(r"(?<![\d.])(\d{2,}(?:\.\d+)?)([一-鿿%])")
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})[日号]")
_MONTH = re.compile(r"(\d{1,2})月")
_NAME = re.compile(r"“([^”]{2,20})”|《([^》]{2,40})》")
_TIME_UNITS = frozenset("年月日号时点%")
_DEED_OF_HONOUR = "获评命创入荣"
BEFORE = 14  # characters before a word of honour that name who has it
_CLAUSE = re.compile(r"[^，。；：\n]+")
_BACK = 2  # clauses before that tell of what


@dataclass(frozen=True)
class Slot:
    """What fills one place of a sentence at [start, end), and what is told there."""

    kind: str
    fill: str
    verb: str
    clause: str  # without what fills it
    told: str  # with the clauses before
    frame: str  # and the one behind
    start: int
    end: int

    @once
    def pairs(self) -> frozenset[str]:
        """Pairs of characters of what is told, but such as stand in every report."""
        return _of(self.told)

    @once
    def fills(self) -> frozenset[str]:
        """Those of what fills it, without 广场, 社区 ….; of its own name alone where that is all."""
        return han_pairs(_GENERIC.sub("＃", self.fill)) - COMMON or han_pairs(self.fill)

    @once
    def numbers(self) -> frozenset[tuple[str, str]]:
        """Numbers from ten with what they count."""
        return frozenset(n for n in _NUMBER.findall(self.frame) if n[1] not in _TIME_UNITS)

    @once
    def days(self) -> frozenset[tuple[str, str]]:
        """Days told of it."""
        return frozenset(_DAY.findall(self.frame))

    @once
    def months(self) -> frozenset[str]:
        """Months told of it."""
        return frozenset(_MONTH.findall(self.frame))

    @once
    def names(self) -> frozenset[str]:
        """Names in “” and 《》."""
        return frozenset(one or other for one, other in _NAME.findall(self.frame))

    @once
    def own(self) -> frozenset[str]:
        """Those of its clause alone."""
        return _of(self.clause)

    @property
    def only(self) -> bool:
        """Whether it is said to be one alone."""
        return bool(_ONLY.search(self.frame))

    @once
    def deeds(self) -> frozenset[str]:
        """What was done but once."""
        return deeds_of(self.clause) & THINGS


def _of(words: str) -> frozenset[str]:
    """The pairs of what words tell of, without what was done and what every report has."""
    return han_pairs(_MADE.sub("＃", masked(words.translate(_MARKS)))) - COMMON


def slots(reading: Reading) -> Iterator[Slot]:
    """What was where, by whom, with whom, who was honoured: one thing each."""
    text, last = reading.text, 0
    for cue in _CUE.finditer(text):
        if cue.start() < last:
            continue
        for kind, found in _found(text, cue.start()):
            if slot := _slot(reading, kind, found):
                last = found.end("fill")
                yield slot


def _found(text: str, place: int) -> Iterator[tuple[str, re.Match[str]]]:
    for kind, pattern in _AT_HEAD[text[place]]:
        if found := pattern.match(text, place):
            yield kind, found
    if text[place] in _DEED_OF_HONOUR:
        back = max(place - BEFORE, *(text.rfind(sign, 0, place) + 1 for sign in "，。；：、\n"))
        if (found := _AWARDED.search(text, back)) and found.end("fill") <= place < found.end():
            yield HOLDER, found


def _slot(reading: Reading, kind: str, found: re.Match[str]) -> Slot | None:
    text, span = reading.text, reading.sentence_at(found.start())
    left = max(text.rfind(sign, span.start, found.start()) for sign in "，；：") + 1 or span.start
    right = min(
        (at for sign in "，。；\n" if (at := text.find(sign, found.end())) >= 0), default=span.end
    )
    fill = _SMALL.sub("", found["fill"])
    place = found.start("fill" if kind == HOLDER else 0)
    end = found.end() if kind == BY else found.end("fill")
    clause = text[left:place] + "＃" + text[end:right]
    if len(fill) < 2 or _SEVERAL.search(clause) or _SEVERAL.search(found["fill"]):
        return None
    before = re.split(r"[，：]", text[span.start : left].rpartition("；")[2].rstrip("，："))[
        -_BACK:
    ]
    verb = text[found.end("fill") : found.end()] if "verb" in found.groupdict() else ""
    behind = _CLAUSE.match(text, right + 1, max(span.end, right + 1))
    told = "，".join((*before, clause))
    frame = told + "，" + behind[0] if behind else told
    if kind == HOLDER and not _HONOUR.search(frame):
        return None
    return Slot(kind, fill, verb, clause, told, frame, found.start(), found.end("fill"))
