"""A figure as it is compared with others: its words, how telling these are in this report, its doer.

What two mentions of one count share is mostly a few words that stand in this report nowhere else;
how rare a pair of characters is among its sentences says how much it tells (Spärck Jones 1972).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.check.counting import looks_back
from lawdraft.check.meanings import PAIRS, by_meaning, kinds_of, meanings_in
from lawdraft.check.once import once
from lawdraft.check.retelling import parsed
from lawdraft.check.telling import AVERAGE, BECAME
from lawdraft.text.pairs import han_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lawdraft.check.reading import Reading
    from lawdraft.check.telling import Telling
    from lawdraft.model.report import Figure, Span

BARE = 14  # characters of a clause that may say nothing but how much
FEW = 2  # characters of its own clause that say nothing: the clause before is its name
BEHIND = 24  # characters that may say that all of them were settled
SELDOM = 3  # sentences that may have what is hardly told elsewhere
SET = 30  # times that a plan may set without a word for it: 开展培训3期
WIDE = 40  # characters around a figure that may name the matter
_NO_NAME = re.compile(
    r"全年|今年|年内|本年|累计|总计|合计|共计|共有|共|达到|达|为|约|近|有|已|同比|[较比](?:去年|上年|同期)+|增加|上升|提高|增长|上涨|减少|下降|压减|降低|调整|精简|缩减|缩短|压缩|扩大|发展|壮大|到|至|[一二三四五六]是|[^一-鿿]"
)
_ATTRIBUTE = re.compile(
    _NO_NAME.pattern
    + r"|惠及|受益|涉及|金额|资金|总额|总计|面积|占地|投资|价值|折合|人民币|巡回|演出|巡演|展演|上演|播放|开展|开讲|开课|服务|活动|组织|举办|队员|成员|会员|参加|参与|参训|参会|覆盖|受众|听众|观众|受教育|群众|居民|村民|人员|人数|次数|数量|现场|其|每|均|了|的|收到|收集|发放|成功|解决|办结|办理|审结|案件|办案|完成"
)
"""What says how many, how much or how far, of the matter that the clause before names."""
_QUOTED = re.compile(r"“([^”\d]{2,14})”")
_BREAKS = re.compile(r"[，。；：！？（\n:]")
_BOTH = r"(?:书记|[镇乡]长)[、和与][^，。；]{0,6}?(?:[镇乡]长|主任|书记)"
_ONE_LEADER = r"(?<!支部)(?<!支)书记|[镇乡区县]长(?!办公)|主任(?!办公)|主席|苏木达|其他成员"
_LEADER = (
    rf"{_BOTH}|副书记|副[镇乡]长|副主任|{_ONE_LEADER}|班子成员|主要负责人|负责人|主要领导|领导干部"
    "|分管领导|党政领导"
)
_TITLE = re.compile(_LEADER + r"|所长|队长|律师|法官|民警|调解员|网格员|志愿者|支书")
_PERSONAL = re.compile(
    r"带队|带头|亲自|分管|领办|包案|包联|批示|参加|列席|出席|主持|听取|接[访待]|讲[授法了]|[讲授]课|调研|督办|签批|约谈|学法|宣讲|阅|走访|慰问|下访|旁听|研究|讨论|述法|专题|会议|次会|入户|主讲|宣誓"
)
"""What each of the leaders does, and each as often as he likes."""
_ALL_SETTLED = re.compile(
    r"[^。；]{0,10}?(?:(?:全部|件件|[均都皆](?=已|得|成|按|当|及|妥|被|按|依|在|顺|化|办|整|解)|100%)[^，。；]{0,8}(?:化解|办结|调[成解处]|结案|整改|处[结理置]|[办答]复|解决|完成|落实|到位)|全部|100%)"
)
_IN_PERSON = re.compile(r"带队|带头|亲自|分管|领办|包案|批示|(?<!人均)参加|列席|出席")
_LED = re.compile(r"带队|领办|包案|包联")
_BODY = re.compile(
    r"党工?委(?!书记|副书记|委员|政法)|[镇乡]长办公|主任办公|政府常务|领导小组|中心组|联席会|班子会|行政办公会"
)
_STANDING = re.compile(
    r"编制|核定|在岗|实有|到岗|持证|执法资格|执法证|聘用|辅助|专职|兼职|退休|新进|村级|[镇乡]级|街道级|社区级"
)
_SIDE = re.compile(r"[东西南北](?=片|区|部|线)|[男女](?=性|生|干|士)|城区|乡村|镇区")
_COUNTY = re.compile(r"全[县市省州国旗]|[县市区旗]直|上级")
_TIME = frozenset(
    ("天", "日", "工作日", "个工作日", "小时", "分钟", "年", "岁", "个月", "月", "周")
)
_PERIOD = re.compile(r"[上下]半年|[一二三四1-4]季度|\d{1,2}月(?!底)|首[批次]|第[一二三四][批期轮]")
_SETTLED = re.compile(r"化解|办结|调成|调解成功|成功调|结案|整改|处结|办复|合格|完成|解决|成功")
_FOUND = re.compile(r"排查|受理|立案|发现|接到|收到|登记|应|共有|下达|摸排|交办|转办|承办|收集")
_ALL = re.compile(
    r"全年|今年|年内|累计|共(?![同建治享产青])|总|现有|全[镇乡县]|全街道|一年来|年度|全部|在册|配备"
)
_SOME = re.compile(
    r"其中|仅|只有|(?<=[员人名件个家户案])”?中(?!心|队|小学|学|层|介|药|国)|中的\Z|部分|(?<![现共所拥没原已])有的|另|(?:取得|持有|具有|具备|考取|通过|获得)[^，。；]{1,12}的[仅只]?有?\Z|个别|首批|新增|新[建培聘配编购添设]|第[一二三](?![课责季])"
)
_SOME_DID = re.compile(
    r"[一-鿿“”]{0,12}(?:通过|考取|取得|获评|荣获|获得|被评|受到|入选|参加|具有|未|没有|不满|尚|赴|参训|报考|毕业|从事|兼任)"
)
_PICKED = re.compile(r"的[仅只]?有\Z|的[一-鿿]{0,4}(?:人员?|干部|队员)(?:[仅只]有?|不过)\Z")
_NEW = re.compile(
    r"新(?!型|时代|修|就业|业态|居民|市民|农|闻|媒|能源|区|村|城|社)[一-鿿]|添置|添购|增[配设购聘]|购[置买入]|购了"
)
_ALL_DID = re.compile(r"均|全部|都|人人|多为|普遍")
_STANDS = re.compile(r"现有|建强|选聘|共有|设有|配备|编制|在岗|在编|在册|聘请|下?辖|共\Z|建有|建成")
_WHOLE = re.compile(r"(?:[我全]?(?:镇|乡|街道|办事处|苏木)[里上]?)?")
_REST = re.compile(
    r"其他|其它|其余|另|剩余|(?:未|没有?|没能)(?:[办化整解完][结解改决成])(?:完?成)?(?:到位)?的\Z|结转的?\Z"
)
_STILL = re.compile(r"[尚还仍]有")
_UNDONE = re.compile(r"[一-鿿]{0,10}?(?:未(?!成年)|没|正在|[尚仍还]在)")
_AIMED = re.compile(
    r"力争|实现|目标|不少于|不低于|不超过|至少|确保|计划|拟|将(?!于)|争取|每(?!周|月)|[高升加大面展]到|[高升加面展]至|达到|控制在|完成|新增|新建|再"
)
_HELD = re.compile(r"\A[^全今年]*(?:开展|举办|组织|创作|召开|编排)")
_AT_LEAST = re.compile(r"[一-鿿]{0,8}(?:以上|以内|以下|左右)")
_BOUND = re.compile("以[上下内]|左右")
_SUCH = re.compile(r"这样的|[的]?(?:成果|经验|做法|基础|成效|势头)")
_DONE = re.compile(
    r"今年|当年|全年|现有|已|原有|反馈的|排查出|交办的|尚未|未[办化整]|没有|剩余|结转|基础上|的\Z|[由从]\Z|对"
)


_OWN_RATE = re.compile(r"的([一-鿿]{2,8})率")
_HOURS = re.compile(r"累计|总|共|人均|培训|学习|服务|时长|时间|课")
_DAYS = re.compile(r"坐班|值班|驻点|集训|轮训|累计")
_PARTED = re.compile(r"([坐值讲授上开])[了过足满]{0,2}\Z")
_OBJECT = re.compile(r"[一-鿿]{0,4}?[班课会]")
_WITHIN = re.compile(r"以?内|制|值班|在线|不打烊|值守|响应|自助|热线")


@dataclass(frozen=True)
class Mention:
    """A telling with what comparing it needs; `words`: its clause, the clause before where it says nothing."""

    told: Telling
    words: str
    pairs: frozenset[str]
    listed: frozenset[str]  # those of a known meaning, as they stand
    around: frozenset[str]
    rare: float  # how rare its pairs are, together
    rare_around: float
    seldom: frozenset[str]  # those around it that hardly another sentence has
    matter: str  # the clause before, where its own says nothing, or of a rate
    title: str  # who the sentence, else its paragraph, is about: 书记
    own_title: bool  # whether the sentence says it
    after: str  # what the text says behind it
    planned: bool
    number: float

    @once
    def signs(self) -> frozenset[str]:
        """The Chinese characters of its words."""
        return frozenset(sign for sign in self.words if sign >= "一")

    @once
    def quoted(self) -> frozenset[str]:
        """The names in quotes of its clause, else of those before that name it: 法治夜巡."""
        return self.told.quoted or frozenset(self.words.split("，")[:-1])

    @once
    def name_signs(self) -> frozenset[str]:
        """The characters of all names of what it counts."""
        return frozenset().union(*self.told.keys)

    @once
    def of_all(self) -> bool:
        """Whether its clause says that it is the year's, or the township's, whole."""
        return bool(_ALL.search(self.told.left))

    @once
    def of_some(self) -> bool:
        """Whether its clause says that it is a part."""
        told = self.told
        if _SOME.search(told.left) or _SOME.match(told.behind):
            return True
        return bool(_SOME_DID.match(told.behind)) and not _ALL_DID.search(told.behind)

    @once
    def new(self) -> bool:
        """新购5台: those that came, not how many there are."""
        return bool(_NEW.search(self.told.left))

    @once
    def done(self) -> bool:
        """Whether the plan says that it was done: 对今年排查的13件."""
        return bool(_DONE.search(self.told.left) or _SUCH.search(self.told.behind))

    @once
    def stands(self) -> bool:
        """Whether it tells how many there are, not how many there were."""
        left = self.told.left
        people = self.told.unit == "人" and _WHOLE.fullmatch(left)  # 镇里21名执法人员
        return bool(people or _STANDS.search(left))

    @once
    def kinds(self) -> Mapping[int, set[str]]:
        """Whom it is for, what a dispute is about, where it was: as far as its words say so."""
        return kinds_of(self.listed)

    @once
    def is_rest(self) -> bool:
        """其他纠纷8件."""
        left = self.told.left
        still = _STILL.search(left) and _UNDONE.match(self.after)
        return bool(still or _REST.search(left[-8:]))

    @once
    def picked(self) -> bool:
        """超过60日办结的有14件: those of all that are so."""
        return bool(_PICKED.search(self.told.left))

    @once
    def led(self) -> bool:
        """带队检查11次: what one leader did of all."""
        return bool(_LED.search(self.told.left))

    @once
    def office(self) -> str:
        """The office of the one leader that did it: 书记, 镇长."""
        return self.title if re.fullmatch(_ONE_LEADER, self.title) else ""

    @once
    def by_leader(self) -> bool:
        """Whether it tells what one of the leaders, or all of them, did."""
        return bool(self.title) and re.fullmatch(_LEADER, self.title) is not None

    @once
    def personal(self) -> bool:
        """Whether it tells what each of the leaders does in person: 听取汇报4次."""
        return bool(_PERSONAL.search(self.told.left + self.told.behind))

    @once
    def all_settled(self) -> bool:
        """受理164件，全部化解: as many were settled as were found."""
        return bool(_ALL_SETTLED.match(self.after))

    @once
    def in_person(self) -> bool:
        """带队检查11次: some of all that was done."""
        return bool(_IN_PERSON.search(self.told.left))

    @once
    def bodies(self) -> frozenset[str]:
        """Who met: 党委, 镇长办公."""
        found = _BODY.findall(self.told.left + self.told.behind + "，" + self.told.name)
        return frozenset(body.replace("工", "") for body in found)

    @once
    def standings(self) -> frozenset[str]:
        """编制, 在岗, 村级: which of the people or bodies."""
        found = _STANDING.findall(self.words)
        return frozenset("持证" if said.startswith("执法") else said for said in found)

    @once
    def periods(self) -> frozenset[str]:
        """下半年, 4月: a part of the year."""
        return frozenset(_PERIOD.findall(self.told.left))

    @once
    def own_rate(self) -> frozenset[str]:
        """Of 98.2%的调解成功率: the characters of what it is called behind the number."""
        called = _OWN_RATE.match(self.told.behind)
        return frozenset(called[1]) if called else frozenset()

    @once
    def owner(self) -> frozenset[str]:
        """Of a rate: the characters of what it is a rate of, in its clause, else in the one before."""
        before, _, after = parsed(self.matter)
        return frozenset(self.told.act or before + after)

    @once
    def sides(self) -> frozenset[str]:
        """东片区, 女: which half of them."""
        return frozenset(_SIDE.findall(self.words))

    @once
    def county(self) -> bool:
        """全县: not the township's own."""
        return bool(_COUNTY.search(self.told.left))

    @once
    def settled(self) -> bool:
        """Whether it tells what was settled, not what was found."""
        return bool(_SETTLED.search(self.words)) and not _FOUND.search(self.told.left)

    @once
    def found(self) -> bool:
        """Whether it tells what was found, not what was settled."""
        return bool(_FOUND.search(self.words)) and not _SETTLED.search(self.words)

    @once
    def head(self) -> str:
        """The last two characters of its name."""
        _, _, after = parsed(self.told.left)
        name = self.told.behind or after or self.words
        return name[:2] if self.told.behind else name[-2:]


class Rarity:
    """How rare pairs of characters are among the sentences of a report, in nats."""

    def __init__(self, reading: Reading) -> None:
        self.sentences = Counter[str]()
        for span in reading.sentences:
            self.sentences.update(han_pairs(reading.text[span.start : span.end]))
        for word, told in meanings_in(self.sentences).items():
            self.sentences[word] = min(told, len(reading.sentences))
        self.seldom = {pair for pair, n in self.sentences.items() if 1 < n <= SELDOM}
        most = len(reading.sentences) + 1
        self.of_once = math.log(most / 1.5) or 1.0
        self.of = {pair: math.log(most / (n + 0.5)) for pair, n in self.sentences.items()}

    def sum(self, pairs: Iterable[str]) -> float:
        """All pairs' together; one that goes over a number stands in no sentence as it is."""
        known = self.of
        return sum([known[pair] for pair in pairs if pair in known])


def mentions(reading: Reading, rarity: Rarity) -> list[Mention]:
    """All figures that tell a count of the year, of the plan those that look back."""
    return [
        mention
        for told in reading.mentioned
        if (told.unit not in _TIME or _is_time_spent(told))
        and not _is_standard(reading.text, told.figure)
        and not (told.figure.role == "target" and BECAME.fullmatch(told.left))
        and not ((mention := _mention(reading, told, rarity)).planned and _is_aim(told))
    ]


def _is_standard(text: str, figure: Figure) -> bool:
    """Whether it is to be reached, or sorts people: 4次以上 of a plan, 2名大专以上; 达60学时以上 was reached."""
    bound = _BOUND.match(text, figure.end)
    return bool(_AT_LEAST.match(text, figure.end)) and not (bound and figure.role != "target")


def _is_time_spent(told: Telling) -> bool:
    """Whether hours or days are counted, as 累计服务384小时, and not a time to act in."""
    spent = {"小时": _HOURS, "天": _DAYS}.get(told.unit)
    if told.measure == AVERAGE:
        return True
    return bool(spent and spent.search(_said(told).partition("#")[0])) and not _WITHIN.match(
        told.behind
    )


def _said(told: Telling) -> str:
    """Its clause with # for the number; a verb that it parts is put together: 坐班# of 坐了25天班."""
    verb = _PARTED.search(told.left)
    if verb and _OBJECT.match(told.behind):
        return told.left[: verb.end(1)] + told.behind + "#"
    return told.left + "#" + told.behind


def _mention(reading: Reading, told: Telling, rarity: Rarity) -> Mention:
    text, figure = reading.text, told.figure
    lead = text[told.sentence.start : figure.start]
    words = _said(told)
    own = told.left + told.behind
    bare = len(own) <= BARE and len(_ATTRIBUTE.sub("", own)) < FEW
    matter = ""
    if bare or told.unit == "%":  # whose rate it is stands before
        matter = _before(lead[: len(lead) - len(told.left)])
        words = "，".join((*_QUOTED.findall(lead[lead.rfind("；") + 1 :]), matter + words))
    start = max(told.sentence.start, figure.start - WIDE)
    end = min(told.sentence.end, figure.end + WIDE // 2)
    around = text[start : figure.start] + " " + text[figure.end : end]
    said = _TITLE.search(lead)
    title = said or _TITLE.search(text, text.rfind("\n", 0, figure.start) + 1, figure.start)
    said_pairs, wide = han_pairs(words), han_pairs(around)
    listed = said_pairs & PAIRS
    pairs = by_meaning(said_pairs, listed)
    return Mention(
        told=told,
        words=words,
        pairs=pairs,
        listed=listed,
        around=wide,
        rare=rarity.sum(pairs),
        rare_around=rarity.sum(wide),
        seldom=wide & rarity.seldom,
        matter=matter,
        title=title.group() if title else "",
        own_title=said is not None,
        after=text[figure.end : figure.end + BEHIND],
        planned=figure.role == "target" and not looks_back(text, figure),
        number=figure.number,
    )


def _before(lead: str) -> str:
    """The last piece of a sentence that says something: 便民服务办件 of 便民服务办件：6251件."""
    for piece in reversed(_BREAKS.split(lead)):
        if len(_NO_NAME.sub("", piece)) >= FEW:
            return piece
    return ""


def _is_aim(told: Telling) -> bool:
    """Whether the plan's figure is to be reached: 4次以上; 对今年未办结的3件 is not."""
    if _DONE.search(told.left) or _SUCH.search(told.behind):
        return False
    held = told.figure.number <= SET and not told.behind and _HELD.search(told.left)
    return bool(held or _AIMED.search(told.left))


def same_line(text: str, one: Span, other: Span) -> bool:
    """Whether two sentences stand in one paragraph."""
    return text.find("\n", one.end - 1, other.start) < 0
