"""Whose report a text is, and of which year: from its title and signature, by plain patterns.

The library counts units, not reports: a unit's own earlier years are no sign of a set phrase.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = r"\u4e00-\u9fff"
_BODY = "人民政府|街道办事处|办事处|管理委员会|管委会|工作委员会|委员会|党工委|党委"
_YEAR = r"(?:20\d\d|[二〇○Ｏ零一二三四五六七八九]{4})\s*年"
_PLACE = rf"[{_HAN}]{{1,20}}?(?:镇|乡|街道|苏木|县|市|区|旗|州|盟|省|局|厅|委|办|院|公司|中心)"
_TITLE = (
    re.compile(rf"(?:关于)?({_PLACE}(?:{_BODY})?)\s*(?:关于)?(?:推进)?{_YEAR}"),
    re.compile(rf"{_YEAR}(?:度)?(?:全)?({_PLACE}(?:{_BODY})?)[{_HAN}]{{0,8}}法治"),
    re.compile(rf"(?:关于)?({_PLACE}(?:{_BODY})?)(?:关于)?[{_HAN}]{{0,8}}法治政府"),
)
_SIGNATURE = re.compile(
    rf"(?:.*\s)?([{_HAN}]{{2,24}}(?:人民政府|办事处|委员会|管委会|党委|党工委|局|厅|镇|乡|街道))"
)
_YEAR_DIGITS = re.compile(r"(20\d\d)\s*年")
_TAIL = re.compile(
    rf"[{_HAN}]*?(?:省|自治区|市|州|盟|县|旗|区)(?=[{_HAN}]{{2,}}(?:镇|乡|街道|苏木)$)"
)
_COUNTY_ENDS = "县市区旗"
_NO_COUNTIES = frozenset(
    [
        "社区",
        "小区",
        "片区",
        "园区",
        "地区",
        "山区",
        "辖区",
        "库区",
        "灾区",
        "城区",
        "校区",
        "景区",
        "新区",
        "中区",
        "老区",
        "郊区",
        "牧区",
        "林区",
        "矿区",
        "区区",
        "超市",
        "城市",
        "集市",
        "门市",
        "股市",
        "楼市",
        "上市",
        "夜市",
        "都市",
        "各县",
        "全县",
        "全市",
        "全区",
        "省市",
        "市县",
        "红旗",
        "锦旗",
        "国旗",
    ]
)
_NAMED_OFTEN, _LOOKED_THROUGH = 3, 3000
_HEAD_LINES, _LAST_LINES = 6, 12


def recognise_unit(text: str) -> str | None:
    """青禾镇人民政府, from the signature, else the title; None where neither names one."""
    lines = [line.strip() for line in _ends_of(text).split("\n") if line.strip()]
    for line in reversed(lines[-_LAST_LINES:]):
        found = _SIGNATURE.fullmatch(line) if len(line) <= 40 else None
        if found:
            return found[1]
    head = "".join(lines[:_HEAD_LINES])[:200]
    for pattern in _TITLE:
        found = pattern.search(head)
        if found and found[1] not in {"全镇", "我镇", "本镇", "法治乡"}:
            return found[1].removeprefix("关于")
    return None


def _ends_of(text: str) -> str:
    if len(text) <= 2000:
        return text
    return text[:1000] + "\n" + text[-1000:]


def recognise_year(text: str) -> int | None:
    """The first year its beginning names."""
    found = _YEAR_DIGITS.search(text[:400])
    return int(found[1]) if found else None


def place_of(unit: str) -> str:
    """青禾镇 of 云岭县青禾镇人民政府: the unit without its kind of office and its county."""
    name = re.sub(r"\s", "", unit).removeprefix("中共")
    name = re.sub(rf"(?:{_BODY})$", "", name) or name
    if unit.endswith("街道办事处") and not name.endswith("街道"):
        name += "街道"
    return _TAIL.sub("", name, count=1) or name


def town_of(unit: str | None, text: str, name: str) -> str:
    """What a report is counted under: 青禾镇@云岭县, for many towns of a land are namesakes.

    The county is the one the text names most; a report of nobody counts for itself (`name`).
    """
    if not unit:
        return f"?{name}"
    place, county = place_of(unit), _county(unit) or _county_in(text)
    return f"{place}@{county}" if county and county != place else place


def _county_in(text: str) -> str:
    named: dict[str, int] = {}
    for found in _named_counties(text[:_LOOKED_THROUGH]):
        if found[-2:] not in _NO_COUNTIES and found[0] not in "各全本我该乡村":
            named[found] = named.get(found, 0) + 1
    best = max(named, key=lambda word: (named[word], word), default="")
    return best if named.get(best, 0) >= _NAMED_OFTEN else ""


def _named_counties(text: str) -> Iterator[str]:
    """Two characters of Han and 县, 市, 区 or 旗."""
    for end in _COUNTY_ENDS:
        at = text.find(end, 2)
        while at >= 0:
            word = text[at - 2 : at + 1]
            if "\u4e00" <= word[0] <= "\u9fff" and "\u4e00" <= word[1] <= "\u9fff":
                yield word
            at = text.find(end, at + 1)


def same_unit(one: str | None, other: str | None) -> bool:
    """The same office by its place; counties, where both are printed, must not differ."""
    if not one or not other or place_of(one) != place_of(other):
        return False
    county, other_county = _county(one), _county(other)
    return (
        not (county and other_county)
        or county.endswith(other_county)
        or (other_county.endswith(county))
    )


def _county(unit: str) -> str:
    name = re.sub(r"\s", "", unit).removeprefix("中共")
    return name[: name.find(place_of(unit))]
