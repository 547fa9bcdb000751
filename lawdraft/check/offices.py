"""Who is meant by an office alone: 党委书记, 镇长, 分管副镇长, both of 党政主要负责人."""

from __future__ import annotations

import re

SECRETARY, HEAD, DEPUTY = "书记", "镇长", "副职"
_KINDS = {
    "副书记": "副书记",
    "政法委员": "政法委员",
    "组织委员": "组织委员",
    "宣传委员": "宣传委员",
    "人大主席": "人大主席",
    "所长": "所长",
    "队长": "队长",
}
_DEPUTY = (
    r"副(?:[镇乡]长|主任|职)|(?:分管|班子)(?:负责人|负责同志|领导|成员|同志)|常务副(?!组)|班子成员"
)
_BOTH = r"党政(?:主要(?:负责人|负责同志|领导)|“?一把手”?|正职)|书记和?[镇乡]长"
_ANY = rf"{_BOTH}|{_DEPUTY}|(?:(?:党委|党工委)专?职?)?副书记|(?:政法|组织|宣传)委员|人大主席|(?:司法所|派出所)?所长|(?:执法)?[中大]?队长|书记|[镇乡]长|苏木达|主任(?!委员)|主要(?:负责人|领导)"
OFFICE = rf"(?:[镇乡县]|街道|分管|(?:党委|党工委|办事处|人民政府|政府)(?:专职)?)*(?:{_ANY})"
_EACH = re.compile(_ANY)


def offices_of(words: str) -> frozenset[str]:
    """Who some words name by office, in one word each; both leaders for 党政主要负责人."""
    return frozenset(kind for found in _EACH.finditer(words) for kind in _kinds(found.group()))


def _kinds(office: str) -> tuple[str, ...]:
    if re.match(_BOTH, office) or office.startswith("主要"):
        return SECRETARY, HEAD
    if re.match(_DEPUTY, office):
        return (DEPUTY,)
    told = next((kind for word, kind in _KINDS.items() if office.endswith(word)), "")
    if told:
        return (told,)
    return (SECRETARY,) if office.endswith("书记") else (HEAD,)


def may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two offices may be one person's: a head of the town is deputy secretary, too."""
    if one & other:
        return True
    return any(_joint(a, b) for a in one for b in other)


def _joint(one: str, other: str) -> bool:
    pair = {one, other}
    if pair <= {SECRETARY, HEAD} or pair in ({SECRETARY, DEPUTY}, {HEAD, DEPUTY}):
        return False
    return not (pair & {SECRETARY} or pair in ({HEAD, "政法委员"}, {HEAD, "人大主席"}))
