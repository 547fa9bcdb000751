"""Whose report it is: the township's own names and the county, city and province above it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.knowledge import Knowledge
    from lawdraft.knowledge.places import County, Places

_UNIT = re.compile(
    r"(?P<parents>(?:[一-鿿]{2,9}?(?:省|自治区|市(?!区)|自治州|州|盟|地区|县|自治县|区|旗|林区))*?)"
    r"(?P<name>[一-鿿]{1,7}(?:街道|地区|镇|乡|苏木))"
    r"(?=人民政府|政府|党委|党工委|办事处|委员会|$|20\d\d|关于|法治|[\s（(])"
)
_PARENT = re.compile(
    r"[一-鿿]{1,8}?(?:省|自治区|市(?!区)|自治州|州|盟|地区|自治县|县(?!区)|区|旗)"  # 沙县区
)
COUNTY = re.compile(
    r"(?P<name>[一-鿿]{1,6}?(?:自治县|(?<=沙)县区|县|区|市|旗))(?=[县区市旗]委|[县区市旗](?:人民)?政府|委依法|委、|委常委|委办|委政法|人民政府|政府|司法局|依法治|委的|委和|纪委|人大|法院|公安局|信访局|综合执法局)"
)
# 黄岩区人民政府北城街道办事处: the street's own name stands behind the district's government
_GOVERNMENT = re.compile(r"(?:([县区市旗])|^)(?:人民)?政府(?=[一-鿿]{1,7}(?:街道|[镇乡]))")
_ISSUED = re.compile(r"^(?:关于|报送|上报|呈报|印发|公布|公开|发布|推进)+(?=..)")
_NO_NAME = frozenset(
    "的了与和在由被到对把将向以为是于从同及或各全我本该每某其此两几等让使给跟至经按据省市州"
)


@dataclass(frozen=True, slots=True)
class Home:
    """Own names: `unit` with its suffix (青禾镇), `bare` without, and everything above it."""

    unit: str = ""
    bare: str = ""
    level: str = ""  # 镇 乡 街道
    above: frozenset[str] = frozenset()  # 云岭县 云岭 …: full names and short ones
    county: str = ""
    told: bool = False  # whether a name printed the county
    province: str = ""  # where the gazetteer knows it for sure
    maybe: frozenset[str] = frozenset()  # where nothing tells the county: all it may lie in
    place: County | None = None  # the county in the gazetteer, where there is no doubt


def find_home(names: tuple[str, ...], text: str, knowledge: Knowledge) -> Home:
    """Whose report it is, by its names (organisation, signature, title) and the gazetteer."""
    found = [
        each
        for name in names
        if (each := _UNIT.search(_GOVERNMENT.sub(r"\1", name.strip().replace("中共", ""))))
    ]
    distinct = {each.groups(): each for each in found}  # most reports have one name throughout
    made = {groups: _home(each, text, knowledge) for groups, each in distinct.items()}
    homes = [made[each.groups()] for each in found]
    if not homes:
        return _office(names, knowledge)
    if not names[0]:  # nobody said whose it is: the name the text and its frame use most
        units = [home.unit for home in homes]
        homes.sort(key=lambda home: -text.count(home.unit) - units.count(home.unit))
    for home in homes:
        told = [other for other in homes if other.unit == home.unit and other.told]
        return told[0] if told else home
    return Home()


_OFFICE = re.compile(
    r"^(?P<county>[一-鿿]{2,7}?(?:自治县|县|区|市|旗))(?P<office>[一-鿿]{2,14}(?:局|委员会|办公室)|人民政府|政府)"
    r"(?=$|20\d\d|关于|法治|[\s（(])"
)


def _office(names: tuple[str, ...], knowledge: Knowledge) -> Home:
    """A bureau's or a county government's own report: 临江市水务局, 云岭县人民政府."""
    for name in names:
        found = _OFFICE.search(_ISSUED.sub("", name.strip().replace("中共", "")))
        if not found:
            continue
        county, office = found["county"], found["office"]
        above = _line_above(county, knowledge.places)
        if office.endswith("政府"):
            return Home(county, _short(county), county[-1], above, county, told=True)
        level = {"局": "局", "会": "委", "室": "办"}[office[-1]]
        return Home(county + office, office, level, above, county, told=True)
    return Home()


def _line_above(county: str, places: Places) -> frozenset[str]:
    """The county with the cities and provinces that a county of this name lies in."""
    known = places.counties.get(county, ())
    return frozenset({county, _short(county)} | _names_of(known))


def _home(found: re.Match[str], text: str, knowledge: Knowledge) -> Home:
    places = knowledge.places
    unit = _ISSUED.sub("", found["name"])
    suffix = next(s for s in ("街道", "地区", "苏木", "镇", "乡") if unit.endswith(s))
    parents = [p for p in _PARENT.findall(found["parents"]) if p]
    unit, parents = _untangled(unit, suffix, parents, places)
    above = set(parents)
    own = parents[-1] if parents and parents[-1][-1] in "县区市旗" else ""
    told = bool(own)
    listed = places.townships(unit)
    own = own or _only_named(listed, text) or _most_named(text, knowledge)
    if not told and _elsewhere(own, listed, places):
        own, known = "", list(listed)  # the county that the text names is another's
    else:
        known = [c for c in listed if _fits(c, [*parents, own], text)]
    if not known and not own and not parents and len(set(listed)) == 1:
        known = list(listed)  # nothing tells the county, and there is but one
    place = known[0] if len({(c.province, c.city) for c in known}) == 1 else None
    if place is not None:
        above |= {place.province, place.city, place.name}
    county = own or (place.name if place else "")
    province = place.province if place and place.name == county else ""
    above |= {county} if county else set()
    above |= {_short(name) for name in above}
    maybe = frozenset() if county else frozenset(_names_of(listed))
    bare = unit[: -len(suffix)]
    sure = place if place and place.name == county and len(set(known)) == 1 else None
    return Home(unit, bare, suffix, frozenset(above - {""}), county, told, province, maybe, sure)


def _names_of(places: Iterable[County]) -> set[str]:
    """The counties, their cities and provinces, in full and short."""
    names = {name for place in places for name in (place.name, place.city, place.province)}
    return names | {_short(name) for name in names}


def _only_named(listed: tuple[County, ...], text: str) -> str:
    """The one county with a township of this name that the text names, before any other in it."""
    named = {c.name for c in listed if c.name in text}
    return next(iter(named)) if len(named) == 1 else ""


def _elsewhere(county: str, listed: tuple[County, ...], places: Places) -> bool:
    """Whether all townships of this name lie in other counties than the one the text names."""
    if county not in places.counties or not listed:
        return False
    return _short(county) not in _names_of(listed)


def _untangled(unit: str, suffix: str, parents: list[str], places: Places) -> tuple[str, list[str]]:
    """大冶市殷祖镇 printed in one word: the county goes off the front of the name."""
    bare = unit[: -len(suffix)]
    for cut in range(len(bare) - 1, 1, -1):
        head = bare[:cut]
        if (
            head[-1] in "县区市旗州"
            and (places.is_region(head) or len(bare) - cut >= 2)
            and cut >= 2
        ):
            return bare[cut:] + suffix, [*parents, *_PARENT.findall(head)]
    return unit, parents


def _fits(place: County, parents: list[str], text: str) -> bool:
    """Whether a township of that name there can be ours: the county's name fits what is told."""
    told = [p for p in parents if p]
    names = {place.province, place.city, place.name}
    if told:
        return any(p in names for p in told)
    return _short(place.name) in text


def _short(name: str) -> str:
    found = re.match(r"(.{2,}?)(?:自治县|自治州|自治区|省|市|县|区|州|盟|旗)$", name)
    return found[1] if found else name


@lru_cache(maxsize=2)  # a report has several names of its unit, and one text
def _most_named(text: str, knowledge: Knowledge) -> str:
    """The county whose committee, government and bureaus the text names most, or first."""
    lines = text.split("\n")
    counted = Counter(name for line in lines for name in _named_in(line, knowledge))
    top = counted.most_common(1)
    return top[0][0] if top else ""


@lru_cache(maxsize=1024)  # while someone types, all lines but one are as before
def _named_in(line: str, knowledge: Knowledge) -> tuple[str, ...]:
    raw = (found["name"] for found in COUNTY.finditer(line))
    return tuple(name for one in raw if (name := _county_name(one, knowledge)))


def _county_name(raw: str, knowledge: Knowledge) -> str:
    """The county in 在云岭县, 邀请云岭县; "" for 邀请县, 全县."""
    for start in range(len(raw) - 2):
        if knowledge.places.is_region(raw[start:]):
            return raw[start:]
    bare = raw[-3:-1]
    if len(raw) < 3 or bare in knowledge.spelling.common or set(bare) & _NO_NAME:
        return ""
    return raw[-3:]
