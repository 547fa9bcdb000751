"""Who reports: the unit's name and level, from title, signature and text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def _words(listed: str) -> list[str]:
    return listed.split()


_KIND = r"民族乡|镇|乡|街道|苏木|开发区|管理区|新区|林场|农场|自治县|自治州|县|区|市|旗|省"
_NAME = rf"[\u4e00-\u9fff]{{1,14}}?(?:{_KIND})"
_GOVERNMENT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,24}?)(?P<office>人民政府|街道办事处|办事处|管理委员会|管委会)"
)
_PREFIX = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区|特别行政区|市|州|盟|县|旗|区))(?=[\u4e00-\u9fff]{2,})"
)
_LEADING = re.compile(
    r"^(?:我代表|代表|关于|报送|上报|呈报|也是|作为|对于|中共|中国共产党|和|与|及|现将|根据|按照|在|由|对|将|向|以|为|是|系|的|了|来源|单位|(?:20\d\d)?年度?|全面|建设|法治|推进|本年度|近年来|年来|今年|年以来)+"
)
_OPENING = re.compile(
    r"(?:(?<=[，。：；])|(?<=现将)|(?<=现就)|(?<=代表)|^)(?P<name>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|县|区|市|旗|局))(?P<office>人民政府|办事处)?"
    r"(?=党|政府|领导|班子|，向|向|上下|20\d\d|(?:在|认|深|坚|以|全面|紧|严|始|立|牢|着|切|扎|贯|持|聚|围|按|根|高|积|大力|法治|主动|不断|进一步|把|将|结|通|充|依|对|锚|统筹|落实|学|突出|强化|推进|加强|现))",
    re.M,
)
_NO_NAME = re.compile(
    r"^(?:(?:.{0,3}[各和与])?(?:乡镇|村镇|城镇|县乡|市镇|集镇|建制镇|镇村)$|[县市区州省].*|.*(?:常委会|委员会|政府|审议|领导|组织).*|[各全我该本对在为是将服维实推促保助打把由使让]|关于|面向|深入|走进|覆盖|大事|小事|营造|依法)"
    r"|(?:[大全格新布开结当变时]局|[社地小园片山景灾辖城郊]区|城市|县市|省市|治[镇乡街县区市]|不?出[镇乡县]|[下入返还兴]乡|[强重古小]镇)$"
)
_PUBLISHER = re.compile(
    r"(?:发布|发文|公开|制发)?(?:机构|机关|单位|来源|主体)[\s：:|\]】\t]+([\u4e00-\u9fff]{3,20})"
)
_UNIT = re.compile(
    r"[\u4e00-\u9fff]{1,20}?(?:民族乡|镇|乡|街道|苏木)"
    r"(?=$|[\s（(，。：、0-9０-９“A-Za-z]|人民|党|法治|关于|推进|政府|办|委员会|依法|年|全面|二|贯彻|落实|司法|履行|的|主要|开展|建设|综合|平安|普法)"
)
_BEGINNING = 500
_BEFORE_NAME = ("", *"县市区州度")
_FEWEST = 2  # times a name is printed before its left neighbour tells anything
_DEPARTMENT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,16}?(?:(?<![大全格新布开结当变时])局|委员会|办公室|厅|院|中心|大队|支队|总队|执法队))(?=党组|党委|20|二|关于|法治|依法|推进|[\s（]|$)"
)
_BUREAU = re.compile(
    r"(?P<name>(?!.*(?:政府|办事处|管委会|管理委员会).*局)[\u4e00-\u9fff]{3,24}?(?:(?<![大全格新布开结当变时])局|(?:大|支|总|执法)队))"
    r"(?=党组|党委|20|二[〇○零]|关于|法治|依法|推进|贯彻|落实|全面|年度|[\s（]|$)"
)
"""A bureau or brigade that reports itself, a township's too: 青禾镇综合行政执法局."""
_GENERIC = frozenset(
    _words(
        "我镇 全镇 本镇 各镇 乡镇 城镇 村镇 集镇 市镇 我乡 全乡 本乡 各乡 城乡 下乡 返乡 家乡 兴乡 离乡 我街道 全街道 本街道 各街道 该街道 街道 镇 乡 进乡 强镇 重镇 古镇 小镇 建制镇 依法治镇 治镇 法治镇 送法下乡 三下乡 入乡 还乡 回乡 县乡 各县乡 县镇"
    )
)


def organisation_of(
    title: str | None, signature: str | None, body: str, page: Iterable[str] = ()
) -> tuple[str | None, str | None]:
    """(name, level): 殷祖镇人民政府, 镇. The county before it is left out; of joint issuers the government.

    `page`: what stood round the report; its 发布机构 counts where the report itself names nobody.
    """
    sources = [source for source in (title, signature) if source]
    if bureau := _bureau(sources):
        return bureau, "局" if bureau.endswith("局") else None
    named = _first_township([name for source in sources for name in _names(source)])
    if named is None and (other := _department(sources))[0]:
        return (
            other if not other[1] else ((other[0] or "") + _office(other[0] or "", body), other[1])
        )
    core = named or _core((), body) or _core(_publishers(page), "")
    if core is None:
        return None, None
    core = _widened(core, "\n".join([*sources, body]))
    level = next((kind for kind in ("民族乡", "街道", "镇", "乡") if core.endswith(kind)), None)
    level = "乡" if level == "民族乡" else level or _other_level(core)
    return core + _office(core, "\n".join([*sources, body])), level


def names_of(organisation: str | None) -> tuple[str, ...]:
    """How sentences call the unit: 殷祖镇人民政府 → 殷祖镇."""
    core = re.sub("(?:人民政府|办事处|管理委员会|管委会)$", "", organisation or "")
    return (core,) if len(core) > 1 else ()


def _widened(core: str, everything: str) -> str:
    """The name with the 和 or 建设 that only seemed to stand before it: 和合镇, 建设街道."""
    times = everything.count(core)
    for word in ("建设", "和", "与", "向", "对", "为", "系", "以", "法治", "在", "由", "将"):
        longer = word + core
        if everything.count(longer) == times and (
            times >= _FEWEST or _begins_there(longer, everything)
        ):
            return longer
    return core


def _begins_there(name: str, everything: str) -> bool:
    """Whether a name stands where nothing of the sentence goes before it: behind 县, a digit, a break."""
    place = everything.find(name)
    before = everything[place - 1] if place > 0 else ""
    return place >= 0 and (before in _BEFORE_NAME or not "\u4e00" <= before <= "\u9fff")


def where_named(
    organisation: str | None, title: str | None, signature: str | None, body: str
) -> str:
    """Where the name stands, in a sentence for the window; empty where there is none."""
    if not organisation:
        return ""
    core = next(iter(names_of(organisation)), organisation)
    if core in (title or ""):
        return "标题里写着。"
    if core in (signature or ""):
        return "落款写着。"
    if core in body[:400]:
        return "正文开头写着。"
    return "正文里提到最多。" if core in body else "网页的发布机构。"


def _publishers(page: Iterable[str]) -> list[str]:
    return [found[1] for line in page for found in _PUBLISHER.finditer(line)]


def _core(sources: Iterable[str], body: str) -> str | None:
    """The unit's own name, 殷祖镇, from the surest source that has one."""
    if named := _first_township([name for source in sources for name in _names(source)]):
        return named
    return _opening(body) or _commonest(body) or _short_street(body)


def _short_street(body: str) -> str | None:
    """黄石街党工委 → 黄石街道, where the text never prints the whole name."""
    found = re.search(r"(?:^|[，。《\n])([\u4e00-\u9fff]{2,3}街)(?:党工委|办事处|理论学习)", body)
    return found[1] + "道" if found else None


def _opening(body: str) -> str | None:
    """The first unit that acts as such where the report begins: 2024年，郎溪县坚持…."""
    for found in _OPENING.finditer(body[:_BEGINNING]):
        name = _LEADING.sub("", found["name"])
        name = found["name"] if name == "街道" else _by_use(name, body)
        if _NO_NAME.search(name):
            continue
        if name.endswith("局"):
            return name if len(name) > 3 else None
        if core := _bare(name):
            return core
    return None


def _by_use(name: str, body: str) -> str:
    """The name without words that only here stand before it: 及时调整蔡家桥镇 → 蔡家桥镇."""
    best, times = name, body.count(name)
    shortest = 3 if name.endswith("街道") else 2
    for begin in range(1, len(name) - shortest + 1):
        if (used := body.count(name[begin:])) >= 2 * times:
            best, times = name[begin:], used
    return best


def _first_township(names: list[str]) -> str | None:
    """Of 鲤城区人民政府金龙街道办事处 the street; else the first name there is."""
    townships = [name for name in names if name.endswith(("镇", "乡", "街道", "苏木"))]
    return next(iter(townships or names), None)


def _names(source: str) -> list[str]:
    """Unit names of a short text, the government's before the committee's."""
    names = []
    for found in _GOVERNMENT.finditer(source):
        name = found["name"].split("委员会")[-1]
        name += "街道" if found["office"] == "街道办事处" else ""
        names.append(_bare(name))
    names.extend(_bare(found.group()) for found in _UNIT.finditer(source))
    return [name for name in names if name]


def _bare(name: str) -> str | None:
    """The name without what stands before it: 关于大冶市殷祖镇 → 殷祖镇."""
    whole, name = name, _LEADING.sub("", name)
    while found := _PREFIX.match(name):
        rest = name[found.end() :]
        if len(rest) < 2 or rest in ("街道", "新区") or not re.search(rf"(?:{_KIND})$", rest):
            break
        name = _LEADING.sub("", rest)
    if name == "街道" and whole == "建设街道":
        return whole  # a street's usual name
    if name in _GENERIC or len(name) < 2 or not re.search(rf"(?:{_KIND})$", name):
        return None
    return name


def _commonest(body: str) -> str | None:
    """The place the text speaks of most, where neither title nor signature names it."""
    counts: Counter[str] = Counter()
    for found in re.finditer(
        r"([\u4e00-\u9fff]{1,6})(镇|乡|街道)(?!村|振兴|级|村干|风|土|亲|贤|里|愁)", body
    ):
        word, kind = found.groups()
        for length in range(1, len(word) + 1):
            counts[word[-length:] + kind] += 1
    best, best_count = None, 1
    for name, count in counts.most_common(60):
        core = _bare(name)
        if (
            core is None
            or core != name
            or name in _GENERIC
            or name[0] in "和与及"
            or _NO_NAME.search(name)
        ):
            continue
        longer = best is not None and name.endswith(best) and count >= 0.6 * best_count
        if count > best_count or longer:
            best, best_count = name, count
    return best


def _office(core: str, everything: str) -> str:
    """人民政府 or 办事处 where the report itself prints it behind the name."""
    if f"{core}人民政府" in everything:
        return "人民政府"
    if f"{core}办事处" in everything:
        return "办事处"
    if core.endswith(("县", "区", "市")) and "人民政府" in everything:
        return "人民政府"
    return next((office for office in ("管理委员会", "管委会") if core + office in everything), "")


def _other_level(core: str) -> str | None:
    for kind in (
        "开发区",
        "管理区",
        "新区",
        "林场",
        "农场",
        "县",
        "区",
        "市",
        "旗",
        "省",
        "苏木",
        "州",
        "局",
    ):
        if core.endswith(kind):
            return {"自治县": "县"}.get(kind, kind)
    return None


def _bureau(sources: Iterable[str]) -> str | None:
    """The bureau the first telling source begins with, without its party group: …局党组 → …局."""
    for source in sources:
        if found := _BUREAU.match(_LEADING.sub("", source)):
            return found["name"]
        if any(_names(source)):
            return None
    return None


def _department(sources: Iterable[str]) -> tuple[str | None, str | None]:
    for source in sources:
        if found := _DEPARTMENT.search(_LEADING.sub("", source)):
            return found["name"], "局" if found["name"].endswith("局") else None
    for source in sources:
        found = re.search(rf"({_NAME})(?=20|法治|关于|推进|$)", source)
        if found and (core := _bare(found[1])):
            return core, _other_level(core)
    return None, None
