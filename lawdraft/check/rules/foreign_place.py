"""Another township, county or office left in, unless the sentence makes it legitimate."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.check.neighbours import neighbours
from lawdraft.check.onpurpose import OWN_CUE, WITH, named_on_purpose
from lawdraft.check.rule import Example, PassageRule
from lawdraft.check.selfnames import other_names
from lawdraft.check.superiors import other_superiors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.home import Home
    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge import Knowledge
    from lawdraft.knowledge.places import Places
    from lawdraft.model.finding import Finding

ID = "foreign-place"
_SUFFIX = re.compile(r"街道|镇|乡")
_REGION = re.compile(
    r"[一-鿿](?:自治县|县|区|市|省)(?=[县区市]委|[县区市](?:人民)?政府|委|人民政府|政府|司法局|依法治|纪委|人大|政协|信访局|综合|综治|便民|政务服务|矛盾|监委|党委|法治|普法|平安|[一-鿿]{1,4}镇)"
)
# 平邑县委、县政府部署 is said of one's superiors alone
_LEADING = re.compile(
    r"(?:委(?:、[县区市](?:人民)?政府)?|(?:人民)?政府)(?:和有关部门)?的?(?:坚强|正确|统一|有力)?(?:领导|部署|要求|安排|决策|有关|关于|中心工作|各项)"
)
_HAN = re.compile(r"[一-鿿]+\Z")
_STOP_BEFORE = frozenset(
    "的了与和在由被到对把将向以为是于从同及或各全我本该每某其此两几等对让使给跟至经按据"
)
_NO_COUNTY = _STOP_BEFORE | frozenset("市省州邻外跨上下落认真照受学传达报助共乡级责请任")
_VERBS = frozenset("开成代高富涉应单理办")  # 开县级会议
_LAND = frozenset("山河江湖林岭溪泉阳州宁原川坪坝沟塘桥口源南北东西")
_COMMON = re.compile(
    r"(?:乡|城|集|村|市|全|我|本|各|该|每|某|建制|重|小城|名|强|古|小|水|家|故|老|返|回|下|还|入|他|同|离|爱|侨|山|民族|之|进|到|本|两|三|四|五|六|七|八|九|十|多个|\d|个|主次|主|沿|背|条|省|区|县|级|部|中心|示范|试点|先进|平安|文明|卫生|美丽|特色|特大|大|工业|农业|旅游|生态|宜居|法治|重点|坐|所在|辖区|相关|有关|其他|周边|邻近|邻|外|跨|等|部分|不同|兄弟|经济|区域|优秀|红色|边境|贫困|欠发达|产业|新型|智慧|幸福|和谐|民主|枫桥|首批|培育|创建|列为|定为|试验|服务|融|助|兴|强|惠|富|扶|送法|送法下|三下|归|思|醉|还|望|原|异|县直|市直|镇)\Z"
)
_NOT_AFTER = re.compile(
    r"(?:级|街村|村|贤|亲|情|土|愁|野|音|试|邻|间|党校|静|定|压|痛|守|区(?!域|政府|各|县)|镇|政府驻地)"
)
_TOWNS = ("街道", "镇", "乡", "地区", "苏木")
# names of towns that are verbs too; what the second do is done to offices: 会同镇政府
_DEEDS = re.compile(
    r"建设|创新|团结|发展|振兴|繁荣|联合|建新|更新|新建|招商|解放|起步|集体|革新|超越|复原|开通|打通|重新|长期|计划"
)
_PLAIN_DEEDS = re.compile(r"会同|发放|迎接|联络|统一")
_ACTING = re.compile(
    r"人民政府|政府|办事处|党委|党工委|人大|纪委|纪工委|坚持|认真|始终|高度|20\d\d"
)
_ANY_DISTRICT = frozenset(("城区", "郊区", "矿区"))  # what a district is called, not its name


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each name that is not the report's own."""
    home = reading.home
    if not home.unit or passage.role in ("annex", "annex_note", "note"):
        return
    if passage.role == "addressee":
        yield from _regions(passage, home, reading.knowledge)
        if home.level in _TOWNS:
            yield from other_superiors(passage, reading, home)
        return
    if home.level in _TOWNS:  # a county's report names its townships
        yield from _townships(passage, home, reading)
        yield from _regions(passage, home, reading.knowledge)
        yield from _signed_by_another(passage, reading, home)
        yield from _bare_names(passage, reading, home)
        yield from other_superiors(passage, reading, home)
    elif home.county:
        yield from _regions(passage, home, reading.knowledge)
        yield from _other_counties(passage, home, reading.knowledge)
    yield from other_names(passage, home)
    yield from _former_leaders(passage, reading)


def _former_leaders(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """党委书记张明 in one place and 党委书记李刚 in another: one of them is left from before."""
    for leader, other in reading.former_leaders:
        start = leader.start - passage.start
        if 0 <= start < len(passage.text):
            yield passage.finding(
                ID,
                "warning",
                f"这里写“{leader.name}”，别处同一职务写的是“{other}”，请核对是不是往年的负责人。",
                start,
                leader.end - passage.start,
            )


_SIGNED = re.compile(
    r"(?:中共)?[一-鿿]{2,12}?(?:自治县|县|区|市|旗|镇|乡|街道)(?:委员会|人民政府|[一-鿿]{2,10}局|办事处)\s*\Z"
)


def _signed_by_another(passage: Passage, reading: Reading, home: Home) -> Iterator[Finding]:
    """柳林县人民政府 below a township's report, where the township itself signs nowhere."""
    text = passage.text.strip()
    if passage.role != "signature" or not _SIGNED.match(text) or not _own_title(reading, home):
        return
    signed = "".join(each.text for each in reading.passages if each.role == "signature")
    if home.bare in signed.replace(f"{home.bare}{_county_end(signed, home)}", ""):
        return
    yield passage.finding(
        ID, "warning", f"这是{home.unit}的报告，落款却是“{text}”，请核对。", 0, len(passage.text)
    )


def _county_end(signed: str, home: Home) -> str:
    """县 where a county of the same name signs: 柳林县 is not 柳林镇; else the unit's own end."""
    found = re.search(rf"{re.escape(home.bare)}(自治县|县|市|旗)", signed)
    return found[1] if found else "\0"


def _own_title(reading: Reading, home: Home) -> bool:
    title = reading.report.title or ""
    own = home.unit in title or home.unit in (reading.context.organisation or "")
    return own and not re.search(r"督察|检查|考核|评估|复函|批复", title)


def _townships(passage: Passage, home: Home, reading: Reading) -> Iterator[Finding]:
    text, knowledge = passage.text, reading.knowledge
    for found in _SUFFIX.finditer(text):
        start = _name_start(text, found.start(), found.end(), home, reading)
        if start is None:
            continue
        name = text[start : found.end()]
        if name.endswith(home.unit) or named_on_purpose(passage, start, found.end(), home):
            continue
        certain = passage.role in ("title", "signature") or bool(OWN_CUE.match(text, found.end()))
        yield passage.finding(
            ID,
            "error" if certain and knowledge.places.is_township(name) else "warning",
            f"这是{home.unit}的报告，“{name}”像是别处稿子留下的。",
            start,
            found.end(),
            suggestion=home.unit if certain else None,
        )


def _bare_names(passage: Passage, reading: Reading, home: Home) -> Iterator[Finding]:
    """建设平安莲花, 朱田司法所: a neighbour's name without its 镇."""
    for start, end in neighbours(passage, reading, home):
        if not named_on_purpose(passage, start, end, home):
            yield passage.finding(
                ID,
                "warning",
                f"这是{home.unit}的报告，“{passage.text[start:end]}”像是别处稿子留下的。",
                start,
                end,
            )


def _name_start(text: str, at: int, end: int, home: Home, reading: Reading) -> int | None:
    """Where the name before 镇 begins: the longest the gazetteer knows, else two characters."""
    if text.startswith(home.unit, max(0, end - len(home.unit))) and end >= len(home.unit):
        return None
    if _NOT_AFTER.match(text, end):
        return None
    known = _known_start(text, at, end, reading)
    if known is not None and _is_deed(text, known, end):
        return None  # 建设街道综治中心1个: a deed and the street's, no name
    if _COMMON.search(text, max(0, at - 4), at):
        if known is None or at - known < 2:
            return None
        return known if _begins(text, known) or _below(text, known, home) else None
    if known is not None:
        return known - 1 if _longer(text, known, at) else known
    return _guessed_start(text, at, end, reading.knowledge)


def _is_deed(text: str, known: int, end: int) -> bool:
    """Whether the characters that are a town's name are what was done to the own one: 开通镇普法账号."""
    if _PLAIN_DEEDS.match(text, known):
        return not text.startswith("人民政府", end)
    return _DEEDS.match(text, known) is not None and not _ACTING.match(text, end)


def _longer(text: str, known: int, at: int) -> bool:
    """Whether 石 at the head of a clause belongs to 石门坎镇, where only 门坎镇 is known."""
    first = text[known - 1 : known]
    return (
        at - known == 2
        and bool(_HAN.match(first))
        and first not in _NO_COUNTY
        and not WITH.search(first)
        and (known == 1 or not _HAN.match(text[known - 2]))
    )


def _known_start(text: str, at: int, end: int, reading: Reading) -> int | None:
    for length in (6, 5, 4, 3, 2):
        start = at - length
        if start < 0 or not _HAN.match(text[start:at]):
            continue
        begins = text[start] not in _STOP_BEFORE or text[start:at] in reading.sibling_towns
        begins = begins and not _JOINED.match(text, start - 1)
        if begins and _is_known(reading.knowledge.places, text[start:end]):
            return start
    return None


# 37人和镇本级, 负责人和镇司法所: somebody and the town, where 人和镇 is a name too
_JOINED = re.compile(r"(?:\d[一-鿿]|[一-鿿][人员户])和[镇乡街]")
_SLOGANS = frozenset(("法治", "平安", "美丽", "和谐", "文明", "幸福", "善治", "清廉"))


def _begins(text: str, start: int, common: frozenset[str] = _SLOGANS) -> bool:
    """Whether a name can begin here: after a mark, a particle, or a word that ends."""
    if start == 0 or not _HAN.match(text[start - 1]) or text[start - 1] in _STOP_BEFORE:
        return True
    return start >= 2 and text[start - 2 : start] in common


def _below(text: str, start: int, home: Home) -> bool:
    """尤溪县西城镇: the county's name stands before it, or another region above us."""
    named = (name for name in home.above if len(name) > 2)
    return any(text.endswith(name, 0, start) for name in named)


def _guessed_start(text: str, at: int, end: int, knowledge: Knowledge) -> int | None:
    """A name the gazetteer lacks, where it begins a clause or an office follows it."""
    common = knowledge.spelling.common
    for length in (2, 3):
        start = at - length
        name = text[start:at] if start >= 0 else ""
        if not _HAN.match(name) or set(name) & _STOP_BEFORE:
            return None
        if name[:2] in common or name[-2:] in common or not knowledge.places.like_a_name(name):
            return None
        if _begins(text, start, common) and OWN_CUE.match(text, end):
            return start
    office = re.match(r"人民政府|党委|政府|办事处|党工委", text[end:])
    return at - 2 if office else None


@lru_cache(maxsize=4096)
def _is_known(places: Places, name: str) -> bool:
    return places.is_township(name)


def _regions(passage: Passage, home: Home, knowledge: Knowledge) -> Iterator[Finding]:
    """A county or city above that is not ours: 青山县委 in a report from 云岭县."""
    if not (home.county or home.maybe) or (
        passage.role == "signature" and home.unit not in passage.text
    ):
        return
    text, places = passage.text, knowledge.places
    for found in _REGION.finditer(text):
        at = found.end() - len(found.group()) + 1
        start = _region_start(text, at, found.end(), knowledge)
        if start is None:
            continue
        name = text[start : found.end()]
        if (
            name in home.maybe
            or name in _ANY_DISTRICT
            or any(name.endswith(own) for own in home.above)
        ):
            continue
        if _same_line(name, home, places):
            continue
        led = _LEADING.match(text, found.end())
        if not led and named_on_purpose(passage, start, found.end(), home):
            continue
        told = (
            f"本单位属{home.county}，“{name}”像是别处稿子留下的。"
            if home.county
            else f"地名录里{name}没有{home.unit}，请核对是不是别处稿子留下的。"
        )
        yield passage.finding(
            ID,
            "warning" if home.county else "note",
            told,
            start,
            found.end(),
        )


_LED_IN = frozenset(("全年", "今年", "年来", "以来", "期间", "截至", "目前"))


def _other_counties(passage: Passage, home: Home, knowledge: Knowledge) -> Iterator[Finding]:
    """蒲城县扎实推进… in the report of 富平县: a county as the subject that is another."""
    text = passage.text
    if passage.role in ("signature", "date"):
        return
    for found in re.finditer(r"(?<=[一-鿿]{2})[县区市旗](?![县区市旗委])", text):
        start = _region_start(text, found.start(), found.end(), knowledge)
        if (
            start is None
            or not _begins(text, start, _LED_IN)
            or text[start : found.end()] in home.above
        ):
            continue
        certain = OWN_CUE.match(text, found.end()) or passage.role == "title"
        if certain and not named_on_purpose(passage, start, found.end(), home):
            name = text[start : found.end()]
            yield passage.finding(
                ID,
                "warning",
                f"这是{home.unit}的报告，“{name}”像是别处稿子留下的。",
                start,
                found.end(),
            )


def _region_start(text: str, at: int, end: int, knowledge: Knowledge) -> int | None:
    places, common = knowledge.places, knowledge.spelling.common
    for length in (8, 7, 6, 5, 4, 3, 2, 1):  # 寿县 is a county too, and so is 和县
        start = at - length
        if start >= 0 and text[start:at] in _DOING and _begins(text, start, common):
            return None
        if start >= 0 and places.is_region(text[start:end]):
            return start if length > 1 or _stands_alone(text, start, common) else None
    start = at - 2
    if start < 0 or not _HAN.match(text[start:at]):
        return None
    led = text[at] in "市区" and _heads(text, start, end, common)
    if not (text[at] == "县" or led) or set(text[start:at]) & _NO_COUNTY:
        return None
    if text[start:at] in common and text[at - 1] not in _LAND:
        return None
    return start if _begins(text, start, common) else None


_DOING = frozenset(("会同", "同心", "合作"))  # counties are called so: 会同县综合行政执法局查处


def _stands_alone(text: str, start: int, common: frozenset[str]) -> bool:
    """寿县, but neither 办理县人大代表建议 nor 召开县级会议: no word ends with that character."""
    before = text[start - 1 : start]
    if text[start] in _NO_COUNTY or not _HAN.match(before):
        return text[start] not in _NO_COUNTY | _VERBS
    free = before in _STOP_BEFORE or text[max(0, start - 2) : start] in common
    return free and before + text[start] not in common


def _heads(text: str, start: int, end: int, common: frozenset[str]) -> bool:
    """临川市委、市政府, or 通济区信访局 at the head of a clause: a name though nobody lists it."""
    if re.match(r"委(?:、|和)[市区](?:人民)?政府", text[end:]):
        return True
    first = start == 0 or not _HAN.match(text[start - 1])
    zone = re.search(r"[城园新社辖片景库林牧矿厂校小灾]\Z", text[start : end - 1])
    bureau = re.match(r"[一-鿿]{2,6}局", text[end:])
    return bool(first and bureau and not zone and text[start : end - 1] not in common)


def _same_line(name: str, home: Home, places: Places) -> bool:
    """The city or province of our own county is ours too, where the gazetteer knows it."""
    if not home.province:
        return not any(c.name == name for c in places.counties.get(name, ())) and name[-1] in "市省"
    own = places.counties.get(home.county, ())
    return any(name in (c.city, c.province) for c in own if c.province == home.province)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("开通镇党委把法治建设摆上重要位置。"),
    Example("修订《石桥镇合法性审查办法》，明确审查范围。"),
    Example("白鹤镇党委高度重视法治政府建设，全年研究法治议题6次。"),
    Example("2025年，石桥镇坚持以习近平法治思想为指导，扎实推进依法行政。", "opening"),
    Example("我局严格落实行政执法“三项制度”。"),
    Example("街道党工委书记切实履行第一责任人职责。"),
    Example(
        "镇党委书记李刚主持召开法治会议4次。镇党委书记张明带头学法，镇党委书记李刚带队督导3次。"
    ),
    Example("我所联合综合执法队开展巡查12次。"),
    Example("镇长按照云岭县委部署抓好落实，白鹤镇综治中心接待群众210人次。"),
    Example("在青山县委、县政府的坚强领导下，各项工作有序推进。"),
)
CLEAN = (
    Example("开通镇普法短视频账号，会同镇人大开展检查2次，更新镇村两级公开栏18个。"),
    Example("与相邻的白鹤镇建立跨界联合调处机制，化解边界纠纷4件。"),
    Example("组织干部赴石桥镇学习“枫桥式”司法所创建经验。"),
    Example(
        "参照《石桥镇合同管理办法》，修订《青禾镇合同管理办法》，落实《中华人民共和国民法典》。"
    ),
    Example("办理县人大代表建议3件，梳理县级下放事项9项，召开县政府部署的会议2次。"),
    Example("各乡镇（街道）互评中位列前茅，乡镇综合执法改革稳步推进。"),
    Example("在云岭县委、县政府的坚强领导下，青禾镇扎实推进依法行政。"),
    Example("聘请湖北江城律师事务所担任法律顾问，返乡创业人员增多。"),
    Example("组织干部到浙江省诸暨市枫桥镇考察学习基层治理经验。"),
    Example("发源于云雾山镇的清水河流经辖区，接收白鹤镇移交的线索2条。"),
    Example("原镇党委书记张明调任后，镇党委书记李刚接续推进法治建设，镇党委书记李刚带头学法。"),
    Example("当事人表示：“我乡下的房子问题终于解决了。”"),
    Example("深入推进城镇管理，打造法治示范镇，集镇秩序明显好转，以“法治古镇”建设为牵引。"),
)
