"""What a figure tells: who did what to what, how often, and what makes it a part or another year's.

A sentence is walked from figure to figure. The words between two figures are cut into nouns, verbs
and small words; what they leave out (化解347件 behind 排查矛盾纠纷356件) is taken from the head of the
sentence. The names of a thing are compared by their characters, in any order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.check.counting import unit_class
from lawdraft.check.naming import Named, Words, named
from lawdraft.check.retelling import NARROW, PERIOD, parsed

if TYPE_CHECKING:
    from lawdraft.check.reading import Reading
    from lawdraft.model.report import Figure, Span

FEW = 5  # characters that do not say what is meant
LINE = 40  # characters behind that tell what a meeting was for
REACH = 16  # characters behind a figure that may name what it counts
_SIGNS = re.compile(r"[，。；：！？\n（）]")
_ASIDE = re.compile(r"(?<=[一-鿿])（[^（）\d\n]{1,8}）\Z")  # 示范村（社区）18个
_EACH = re.compile(
    r"(?:全年|年内|今年|今年以来)?(?P<names>[一-鿿]{3,12}(?:[、和与及][一-鿿]{3,12})+)分别(?P<did>[一-鿿]{0,14})"
)
_OWN_MEETING = re.compile(
    r"(?:全年|年内|今年以来|今年|先后|累计|共){1,3}(?:共|先后)?(?:组织|专题)?(?:召开|举行)?[镇乡街道]{0,2}(?:党工?委|党政联席|[镇乡]?长?办公会|班子会)"
)
_HEADS = re.compile(
    r"(?:书记|[镇乡]长|主任|负责人|负责同志|主要领导)[^，。；]{0,6}(?:任|为)[^，。；]{0,4}组长"
)
_OF_ONE = re.compile(r"接待|接访|下访|包案|包联|批示|阅批|领办|带队|约谈|讲授|宣讲")
"""What one leader does in person, some of all that was done."""
_NEW_TIME = re.compile(r"(?:全年|年内|今年|一年来|本年度)(?!度?[上下]半年)")
_NAME = re.compile(r"[一-鿿“”]{1,16}")
_NAME_ENDS = re.compile(
    r"(?<=.)(?:中(?!心|小学|学|队|介|药|国|层)|均|已|都|仅|只有|全部|普遍|大多|多(?:为|数|是|由)|常态|平均|年龄|作用|被|由(?!头|于)|在(?!编|册|职|建|校|矫)|对(?!象|接)|和|与|及|等|为|也|并(?!联)|有(?!关)|是|尚|实际|缺|参|之)"
)
_QUOTED = re.compile(r"“([^”\d]{4,14})”")
_LEADER = re.compile(
    r"负责人|负责同志|主要领导|党政领导|[党镇乡街班]领导|书记|(?<!站)(?<!所)(?<!队)[镇乡县区]长(?!办公)|主任(?!委员|办公)|苏木达|班子成员"
)
_PLACE = re.compile(
    r"(?:\A|[，、。；：在由以到为对])(?!行政|自然|全|各|每|农|乡|镇|两|我|其|该|本|城|上|下|中心|驻|进|个|老旧|试点|示范|重点)"
    r"(?P<place>[一-鿿]{1,4}(?:村|社区|嘎查|片区))(?!级|居|民|两委|调解|法|务|干|规|（|/|工作)"
)
_WHOLE = re.compile(
    r"全[镇乡](?!长)|全街道|(?:全年|今年以来|年内)(?:累计|总计|合计)?共(?![同建治享])|总体"
)
"""What sets a clause free from who stood before it."""
_NO_PLACE = re.compile(
    r"(?:镇|乡|农|行政|自然|各|每|全|到|进|驻|个|名|\d)(?:村|社区)\Z|(?:老旧|城市)社区\Z"
)
_BODY = re.compile(
    r"调解委员会|调委会|调解组织|综治中心|调解室|工作室|司法所|派出所|法庭|[大中]队|办公室|工作站|服务站|律师|法律顾问|法律明白人|网格员|调解员|志愿者|服务队|联席会"
)
_PART_BODY = re.compile(
    r"中队|分队|司法所|派出所|(?<!综治)(?<!执法)中心|工作室|调解室|调委会|调解委员会"
)
_BOTH_LEVELS = re.compile(r"[镇乡][^，]{0,14}[和、与及][^，]{0,2}村级|两级|三级")
_YEAR = re.compile(r"全年|今年|本年|年内|一年来|年度|20\d\d年")
GROWN = "累计"
AVERAGE, RISE, FALL, SHARE = "average", "rise", "fall", "share"
CHANGES = (RISE, FALL)
_GROWN = re.compile(
    r"累计[^，。]{0,4}(?:培养|培育|选聘|建成|建立|设立|创建|打造|评选|命名|获)|年来(?<!一年来)|历年|[一二三四五六七八九]五”?(?:普法)?(?:期间|以来|时期)"
)
_EARLIER = re.compile(
    r"去年|上年|同期|往年|上一年|近[一二三四五两]年|20\d\d年以来|自20\d\d年|以前年度"
)
_TITLE = re.compile(r"《[^》\n]*》|（[^（）\n]*）")
_OF_YEAR = re.compile(r"(?<![—-])(20\d\d)年(?!以来|[—-])")
_OF_NOW = re.compile(r"(?:今年|当年|本年度?)(?:以来)?的\Z")
_NOW = re.compile(r"今年|全年(?!同)|本年|现有|目前|现在的")
_NO_COUNT = re.compile(
    r"(?<!平均)每(?!周|月|季|半|年|[^，。；]{1,8}平均)[一-鿿]|(?:较|(?<!占)比)(?!例|重|武|赛|学|对)|占(?!道|地|用|补|压)|从(?!业|事|严|重|轻|宽|源|[^，。]{1,8}到)|(?<![理自缘])由(?!于)(?![^，。]{1,6}[办理管处织施成解查供责审讲]的\Z)[^，。]{0,8}\Z|另(?!有)|计划|拟|力争|目标|(?<![回响对反适相供])应(?!急|诉|用|对)|超额|未(?!成年|经|[化办整解完])"
    r"|(?:增加|减少|下降|上升|提高|增长|压减|降低)了?\Z|不少于|至少|达到?\d|(?:减|升|降|增)(?:少|加)?了?\Z|另外"
)
_OUT_OF = re.compile(
    r"[一-鿿]{2,12}中(?:安排|拿出|列支|抽|选|挑|划|拨|切)"
)  # 从16万元经费中安排4万元
_MADE_UP = re.compile(r"[一-鿿“”、]{0,10}(?:组成|构成)")  # 由76人组成
_AVERAGE = re.compile(r"[平人村户月年]均(?!衡|等)|每[人名件](?!次)")
_FOR_EACH = re.compile(r"(?:平均)?每[人名件位](?:每年|一年)?(?:平均)?")
_SHARE = re.compile(r"占(?:比|[^，。]{0,3}\Z)|比[重例]")
_CHANGE = re.compile(
    r"(?:同比|[较比](?:去年|上年|上一年|同期)+)?(?:(?P<up>增加|上升|提高|增长|上涨|升|增)|减少|下降|压减|降低|减|降)(?:少|加)?了?\Z"
)
BECAME = re.compile(
    r"(?:增加|提高|上升|增长|扩大|扩充|发展|壮大|减少|压减|精简|缩减|下降|降低|缩短|调整)[到至为]|[增升扩降减缩][到至为]"
)
_FROM = re.compile(r"[由从](?:现有|目前|现在|原来|今年|当前|20\d\d年)?的?\Z")
_WANTED = re.compile(r"力争|计划|争取|明年")
_ROSE_FROM = re.compile(r"[由从][^，。]{0,8}\Z")
_RISING = re.compile(r"[，、]?[一-鿿]{0,4}(?:[到至]|翻)")
_AMONG = re.compile(r"(?<=[员人名件个家户案])中(?!心|队|小学|学|层|介|药|国)[^，。；]{0,14}\Z")


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure, the names of what it may count, what was done, by whom, and what narrows it."""

    figure: Figure
    unit: str
    keys: frozenset[frozenset[str]]
    act: str
    who: frozenset[str]  # 领导, 某村, 由调委会
    narrow: frozenset[str]  # 其中, 上半年, 现场
    sentence: Span
    quoted: frozenset[str]  # “法治小院”
    name: str = ""  # in plain words, for a message
    left: str = ""  # its clause up to the figure
    behind: str = ""  # its clause behind the figure
    around: str = ""  # the words around it that may name its matter
    measure: str = ""  # average, rise or fall; else how many

    @property
    def named(self) -> Named:
        """What it counts, for a figure that says less."""
        return Named(self.keys, self.act, self.name)

    @property
    def scope(self) -> frozenset[str]:
        """Who and what narrows it, together."""
        return self.who | self.narrow


def tellings(reading: Reading) -> tuple[Telling, ...]:
    """All figures of a report that tell a count, those of the plan too, in order."""
    told: list[Telling] = []
    for span in reading.sentences:
        if figures := reading.figures_in(span):
            walk = _Walk(reading, span)
            told += [telling for figure in figures if (telling := walk.tell(figure))]
    return tuple(told)


def _measured(clause: str, unit: str | None) -> tuple[str, str]:
    """What a figure measures, and its clause without the words of a change: 比上年下降."""
    if found := _CHANGE.search(clause):
        return RISE if found["up"] else FALL, clause[: found.start()]
    if unit == "%" and _SHARE.search(clause):
        return SHARE, clause
    return AVERAGE if _AVERAGE.search(clause) else "", clause


class _Walk:
    """One sentence from figure to figure, with what its heads were."""

    def __init__(self, reading: Reading, span: Span) -> None:
        self.reading = reading
        self.span = span
        self.cursor = span.start
        self.duty = "first_responsible_person" in reading.kinds_at(span.start)
        self.heads: list[Telling] = []
        self.previous: Telling | None = None
        self.before = ""  # the clause of the figure before, without 由
        self.source = ""  # the same, for a figure that it rose or fell to
        self.row = False  # within 其中…
        self.row_unit = self.row_sign = ""
        self.row_start = 0
        self.each: list[str] = []  # who has still to be counted, after 分别
        self.each_did = ""
        self.over: list[tuple[int, int]] = []  # rows that are past: their words narrow nothing

    def tell(self, figure: Figure) -> Telling | None:
        """What one figure tells; None where it is no count of this year's whole."""
        text = self.reading.text
        between = text[self.cursor : figure.start]
        self.cursor = figure.end
        named = _ASIDE.sub("", between)
        pieces = _SIGNS.split(named)
        clause = pieces[-1].lstrip("、和及与")
        self._enter_row(between, clause, figure)
        lead = self._lead(figure.start - len(between) + len(named) - len(clause))
        clause = self._each(between, clause)
        self.source = self.before if BECAME.fullmatch(clause) else ""
        if self.source:  # 平均时间由38天缩短到31天
            measure = _measured(self.source, figure.unit)[0]
        else:
            measure, clause = _measured(clause, figure.unit)
        self.before = _ROSE_FROM.sub("", clause)
        if figure.high is not None or figure.unit is None:
            return None
        if self._is_no_count(lead, clause, figure, changed=measure in CHANGES):
            return None
        self.previous = told = self._told(figure, clause, lead, pieces, measure)
        if told.keys:
            self.heads.append(told)
        return told

    def _each(self, between: str, clause: str) -> str:
        """党委会、镇长办公会分别听取汇报5次和3次: the clause as it stands for one of them."""
        if found := _EACH.fullmatch(clause):
            self.each = re.split(r"[、和与及]", found["names"])
            self.each_did = found["did"]
        elif len(self.each) < 1 or between not in ("和", "、", "，", "及", "与"):
            self.each = []
            return clause
        if not self.each:
            return clause
        self.row = False
        return self.each.pop(0) + self.each_did

    def _lead(self, end: int) -> str:
        """The sentence up to the clause, without the rows that are past."""
        lead, start = "", self.span.start
        for first, last in self.over:
            lead, start = lead + self.reading.text[start:first], last
        return lead + self.reading.text[start:end]

    def _enter_row(self, between: str, clause: str, figure: Figure) -> None:
        """其中 narrows what follows until another deed or unit: 其中邻里8件、婚姻6件，化解12件."""
        if re.search(r"其中|包括|分别", between):
            self.row = True
            self.row_start = figure.start - len(between)
            self.row_unit, self.row_sign = unit_class(figure.unit), ""
        elif self.row:
            sign = between[:1]
            before, verb, _ = parsed(clause)
            other = unit_class(figure.unit) not in (self.row_unit, "%")
            new = sign in "，；)）" and ((verb and not before) or (self.row_sign not in ("", sign)))
            self.row = not (other or new)
            if not self.row:
                self.over.append((self.row_start, figure.start - len(between)))
            self.row_sign = self.row_sign or sign

    def _is_no_count(self, lead: str, clause: str, figure: Figure, *, changed: bool) -> bool:
        """A share, or another year's figure; a change is told beside one."""
        behind = self.reading.text[figure.end : figure.end + 3]
        if behind.startswith(("的增", "以内")) or (
            _NO_COUNT.search(clause) and not self._told_back(clause, figure)
        ):
            return True
        words = _TITLE.sub("", (lead + clause).rsplit("；", 1)[-1])
        if BECAME.fullmatch(clause):  # 由上年的21人减少至13人
            return False
        last = -1 if changed else max((m.end() for m in _EARLIER.finditer(words)), default=-1)
        for m in _OF_YEAR.finditer(words):
            if int(m[1]) != self.reading.year:
                last = max(last, m.end())
        if last < 0:
            return False
        now = max((m.end() for m in _NOW.finditer(words)), default=-1)
        return last > max(now, words.rfind(f"{self.reading.year}年") + 1)

    def _told_back(self, clause: str, figure: Figure) -> bool:
        """Whether it is told yet: a share, this year's, the base of a rise, what a part is taken of."""
        share = figure.unit == "%" and _SHARE.search(clause)
        out_of = _MADE_UP.match(self.reading.text, figure.end) or _OUT_OF.match(
            self.reading.text, figure.end
        )
        return bool(share or out_of or _OF_NOW.search(clause) or self._rises(clause, figure))

    def _rises(self, clause: str, figure: Figure) -> bool:
        """Whether the plan begins with it: 力争由今年的428人次增加到500人次, 由36名增加到45名."""
        planned = figure.role == "target" or _WANTED.search(clause)
        if not (planned and _FROM.search(clause)):
            return False
        return _RISING.match(self.reading.text, figure.end) is not None

    def _told(
        self, figure: Figure, clause: str, lead: str, pieces: list[str], measure: str
    ) -> Telling:
        text, unit = self.reading.text, unit_class(figure.unit)
        found = _NAME.match(text, figure.end, figure.end + REACH)
        after = found.group() if found else ""
        behind = _NAME_ENDS.split(after)[0]
        keys, act, name = self._named(figure, clause, behind, pieces)
        narrow = self._narrow(lead, clause, behind)
        narrow = {word for word in narrow if word not in name}
        return Telling(
            figure=figure,
            unit=unit,
            keys=keys,
            act=act,
            who=frozenset(self._who(lead, clause, unit)),
            narrow=frozenset(narrow),
            sentence=self.span,
            quoted=frozenset(_QUOTED.findall(clause + after)),
            name=name,
            left=clause,
            behind=after,
            around=self._around(figure, lead, clause, behind),
            measure=measure,
        )

    def _named(self, figure: Figure, clause: str, behind: str, pieces: list[str]) -> Named:
        clause = _FOR_EACH.sub("", self.source or clause)
        if self._joined(figure) and self.previous and figure.unit != "%":
            return self.previous.named
        unit = unit_class(figure.unit)
        head = next((told.named for told in self.heads if told.unit == unit), None)
        last = self.heads[-1].named if self.heads else None
        return named(
            Words(
                unit=unit,
                printed=figure.unit or "",
                clause=clause,
                behind=behind,
                line=self.reading.text[figure.end : figure.end + LINE],
                pieces=pieces,
                head=head,
                last=last if self.row or figure.unit == "%" else None,
                first=not self.heads,
            )
        )

    def _joined(self, figure: Figure) -> bool:
        """62批104人次: nothing stands between the two."""
        return self.previous is not None and self.previous.figure.end == figure.start

    def _narrow(self, lead: str, clause: str, behind: str) -> set[str]:
        """What makes it a part, or more than a year's: 上半年, 其中, 村级, 全县, 累计."""
        found = set(NARROW.findall(clause + behind[:2])) - {"其中"}
        if not _NEW_TIME.match(clause):  # 3月调整领导小组，全年召开会议4次
            found |= set(PERIOD.findall(lead))
        if _BOTH_LEVELS.search(clause):
            found.discard("村级")
        if self.row or re.match(r"[^，。；]{0,2}其中", behind) or _AMONG.search(clause):
            found.add("其中")
        if _GROWN.search(lead + clause) and not _YEAR.search(lead + clause):
            found.add(GROWN)
        return found | self.reading.wider(lead + clause)

    def _around(self, figure: Figure, lead: str, clause: str, behind: str) -> str:
        """Its own words; where these are few, those before them too: 违法建设37处，面积2160平方米."""
        if self.previous and self._joined(figure):
            return self.previous.around
        words = clause + "，" + behind
        if len(clause) + len(behind) < FEW:
            words = re.sub(r"[\d.]+", "", lead[-REACH:]) + words
        return words

    def _who(self, lead: str, clause: str, unit: str) -> set[str]:
        found = set()
        lead = _HEADS.sub("", lead)
        if _LEADER.search(clause) or (
            _LEADER.search(lead) and not (_WHOLE.search(clause) or _OWN_MEETING.match(clause))
        ):
            found.add("领导")
        if self.duty and _OF_ONE.search(clause) and not _WHOLE.search(clause):
            found.add("领导")
        near = lead[-30:] + clause
        if not _WHOLE.search(clause):
            places = {m["place"] for m in _PLACE.finditer(near)}
            found |= {place for place in places if not _NO_PLACE.search(place)}
        return found | self._body(clause, unit)

    def _body(self, clause: str, unit: str) -> set[str]:
        """The office or the people that did it, where they stand before the verb."""
        pattern = _PART_BODY if unit == "人" else _BODY
        found = pattern.search(clause)
        if not found or _WHOLE.search(clause) or _BOTH_LEVELS.search(clause):
            return set()
        _, verb, _ = parsed(clause[found.end() :])
        return {"由" + found.group()} if verb is not None or unit == "人" else set()
