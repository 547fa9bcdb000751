"""How surely two mentions with different numbers are of one count.

What speaks for it and against it is put in numbers (FACTS); packaging/learn_retellings.py has learnt
from reports how much each weighs, by logistic regression: mentions of one number are of one count,
those of different numbers in a report without mistakes are of two.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lawdraft.check.meanings import EXCLUDING
from lawdraft.check.mentions import same_line
from lawdraft.check.naming import CORE, PERSONS
from lawdraft.check.retelling import PART_OF, PLAIN
from lawdraft.check.telling import AVERAGE, SHARE
from lawdraft.check.wording import (
    mistyped,
    other_deed,
    other_people,
    run,
    slipped,
    two_quoted,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.check.among import Among
    from lawdraft.check.mentions import Mention
    from lawdraft.check.reading import Reading
    from lawdraft.check.telling import Telling

FARTHEST = 3.4  # times as much as the other: seldom one count
LONG, LONGER = 100, 1000  # numbers of three, four digits: chance alone makes few of them alike
NEARLY = 2.0  # times as much at most, where only what stands around them is alike
MORE = 1.5  # times as many: a part may be meant
TEN = 10  # times as much: no number of as many digits
RATIOS = (0.12, 0.3, 0.7, 1.2)  # steps of the logarithm of one number over the other
ROW = "其中"
DUTY = "first_responsible_person"  # the section of what the leaders did
_SAY_NOTHING = frozenset(
    ("=召开", "=开展", "全年", "今年", "累计", "年内", "其中", "平均", "人均", "均每", "每人")
)
"""Pairs of characters that any two counts may share."""
_PARTS = frozenset(pair for pair in PART_OF if pair[1])  # a part's deed and its whole's, both told
Facts = dict[str, float]


def comparable(one: Mention, other: Mention) -> bool:
    """Whether two mentions are worth weighing: not too far apart, and with a word in common."""
    a, b = one.number, other.number
    if a > b:
        a, b = b, a
    if a <= 0 or (b >= TEN * a and not (one.stands and other.stands)):
        return False
    # 审结14件 behind 巡回法庭: what stands around may be told nowhere else
    if one.pairs.isdisjoint(other.pairs) or one.pairs & other.pairs <= _SAY_NOTHING:
        if b > FARTHEST * a or not (
            _named_alike(one, other)
            or _long_slip(a, b)
            or (b <= NEARLY * a and len(one.seldom & other.seldom) > 1)
        ):
            return False
    elif b > FARTHEST * a and not _slip_or_standing(one, other):
        return False
    return not (
        _told_apart(one, other)
        or any(kind < EXCLUDING for kind in _other_kinds(one, other))
        or other_deed(one, other)
        or other_people(one, other)
        or two_quoted(one, other)
    )


def _slip_or_standing(one: Mention, other: Mention) -> bool:
    """Whether numbers far apart may be one yet: by a slip, or by how many there are."""
    if one.stands and other.stands:
        return True
    a, b = one.number, other.number
    return slipped(a, b) or mistyped(a, b)


def _long_slip(few: float, many: float) -> bool:
    """Whether a slip makes one long number of the other."""
    return (few >= LONG and slipped(few, many)) or (few >= LONGER and mistyped(few, many))


def _named_alike(one: Mention, other: Mention) -> bool:
    if one.name_signs.isdisjoint(other.name_signs):
        return False
    return any(len(x & y) > 1 for x in one.told.keys for y in other.told.keys)


def _told_apart(one: Mention, other: Mention) -> bool:
    """Whether both can be right whatever else they say: the secretary's and the mayor's, a part and its whole."""
    few, many = sorted((one, other), key=lambda mention: mention.number)
    if few.told.measure != many.told.measure and not {few.told.measure, many.told.measure} <= {
        "",
        SHARE,
    }:
        return True
    if _of_two_leaders(few, many):
        return True
    if (
        few.standings
        and many.standings
        and not few.standings & many.standings
        and few.told.unit != "%"
    ):
        return True
    if few.bodies and many.bodies and not few.bodies & many.bodies:
        return True
    if few.told.unit == "人" and few.told.who - many.told.who and many.number > MORE * few.number:
        return True  # the squad's among the office's
    if few.is_rest != many.is_rest or few.sides != many.sides or few.county != many.county:
        return True
    if _settled_of_found(few, many) and not slipped(few.number, many.number):
        return True
    if ROW in few.told.narrow and _kind_of_one(few, many) and not slipped(few.number, many.number):
        return True  # 其中邻里纠纷108件 of 纠纷128件
    return (
        (few.led and not many.led)
        or (few.picked and not many.picked and few.standings.isdisjoint(many.standings))
        or (bool(few.periods) and not many.periods)
    )


def _of_two_leaders(few: Mention, many: Mention) -> bool:
    """书记接访12批, 镇长接访9批; what the township did may be told of whoever saw to it."""
    if not (few.office and many.office) or few.office == many.office:
        return False
    return few.told.unit not in ("%", "人") and few.personal and many.personal


def _of_two(few: Mention, many: Mention) -> bool:
    """Whether two rates are of two things: 诉求640件，办结率98%; 法律援助26件，办结率100%."""
    for one, other in ((few, many), (many, few)):
        if one.own_rate:
            return one.own_rate.isdisjoint(other.matter + other.told.left)
    if few.told.act and many.told.act:
        return few.told.act != many.told.act
    return bool(few.owner and many.owner) and not few.owner & many.owner


def likeness(reading: Reading, one: Mention, other: Mention, among: Among) -> Facts:
    """All facts of two mentions, in order; those left out count 0."""
    few, many = sorted((one, other), key=lambda mention: mention.number)
    words = _words(one, other, among)
    facts = {
        "one": 1.0,
        **_numbers(few.number, many.number),
        **_names(few.told, many.told),
        **words,
        **_deeds(few.told, many.told),
        **_scopes(few, many),
        **_places(reading, one, other),
    }
    alike = facts["near"] + facts["slipped"] + facts["mistyped"]
    facts["words × number"] = words["words"] * min(alike, 1.0)
    facts["names × number"] = facts["names"] * min(alike, 1.0)
    facts["many of all × slipped"] = facts["many of all"] * facts["slipped"]
    facts["theirs × no names"] = facts["all theirs"] * (1 - facts["names"])
    facts["words × around"] = words["words"] * words["around"]
    facts["run × short"] = words["run"] * facts["short"]
    facts["within × short"] = words["thing within"] * facts["short"]
    return facts


def _numbers(few: float, many: float) -> Facts:
    apart = math.log(many / few)
    steps = [
        float(low <= apart < high)
        for low, high in zip((0.0, *RATIOS), (*RATIOS, 99.0), strict=True)
    ]
    return {
        "slipped": float(slipped(few, many)),
        "mistyped": float(mistyped(few, many)),
        "near": steps[0],
        "rather near": steps[1],
        "apart": steps[2],
        "far": steps[3],
        "farther": steps[4],
        "long": float(few >= LONG),
        "short": float(many < 10),
        "by one": float(many - few == 1),
    }


def _names(few: Telling, many: Telling) -> Facts:
    shared = few.keys & many.keys
    exact = max(map(len, shared), default=0)
    pairs = ((len(x & y) / len(x | y), x, y) for x in few.keys for y in many.keys if x | y)
    best, x, y = max(pairs, key=_closest, default=(0.0, frozenset(), frozenset()))
    return {
        "names": best,
        "exact 2": float(exact == 2),
        "exact 3": float(exact == 3),
        "exact 4": float(exact >= 4),
        "known name": float(any(key in CORE for key in shared)),
        "one within": float(bool(best) and (x <= y or y <= x)),
        "name more of few": min(len(x - y), 4) / 4,
        "name more of many": min(len(y - x), 4) / 4,
        "each name more": min(len(x - y), len(y - x), 2) / 2,
        "no name": float(not (few.keys and many.keys)),
        "quoted": float(bool(few.quoted & many.quoted)),
    }


def _closest(pair: tuple[float, frozenset[str], frozenset[str]]) -> tuple[float, int, int]:
    """How alike two names are; of equally alike ones always the same, whatever a set's order."""
    share, x, y = pair
    return share, -len(x - y), -len(y - x)


def _words(one: Mention, other: Mention, among: Among) -> Facts:
    rarity, both = among.rarity, one.pairs & other.pairs
    theirs = among.theirs(one, other)
    shared = rarity.sum(both)
    least = min(one.rare, other.rare)
    all_of = one.rare + other.rare - shared
    widest = min(one.rare_around, other.rare_around)
    signs = min(len(one.signs), len(other.signs))
    again = among.told_again(one, other, shared), among.told_again(other, one, shared)
    return {
        "words": shared / least if least else 0.0,
        "words of one": (all_of - shared) / all_of if all_of else 1.0,
        "rarest": max((rarity.of.get(pair, 0.0) for pair in both), default=0.0) / rarity.of_once,
        "only here": min(sum(rarity.sentences[pair] == 2 for pair in both), 4) / 4,
        "theirs": min(len(theirs), 4) / 4,
        "all theirs": rarity.sum(theirs) / shared if shared else 0.0,
        "one told again": float(any(again)),
        "both told again": float(all(again)),
        "other kind": float(bool(_other_kinds(one, other))),
        "same kind": float(
            any(
                one.kinds[kind] & other.kinds[kind]
                for kind in one.kinds.keys() & other.kinds.keys()
            )
        ),
        "around": rarity.sum(one.around & other.around) / widest if widest else 0.0,
        "seldom": min(len(one.seldom & other.seldom), 4) / 4,
        "signs": len(one.signs & other.signs) / signs if signs else 0.0,
        "head": float(bool(one.head) and one.head == other.head),
        "run": max(run(one, other), run(other, one)),
        "thing within": max(within(one, other), within(other, one)),
    }


def _other_kinds(one: Mention, other: Mention) -> list[int]:
    """The kinds of which both name something, and not the same: 老年人 and 残疾人."""
    return [
        kind
        for kind in one.kinds.keys() & other.kinds.keys()
        if one.kinds[kind].isdisjoint(other.kinds[kind])
    ]


def _kind_of_one(one: Mention, other: Mention) -> bool:
    """Whether only one says whom it is for, or what a dispute is about: 邻里纠纷 and 纠纷."""
    return any(kind < EXCLUDING and kind not in other.kinds for kind in one.kinds)


def _deeds(few: Telling, many: Telling) -> Facts:
    a, b = few.act, many.act
    return {
        "same deed": float(a == b),
        "plain deed": float(a != b and not (a and b) and (a or b) in PLAIN),
        "two deeds": float(bool(a and b) and a != b),
        "part of": float((a, b) in PART_OF),
        "more than whole": float((b, a) in PART_OF),
    }


def _scopes(few: Mention, many: Mention) -> Facts:
    a, b = few.told, many.told
    return {
        "doer of few": min(len(a.who - b.who), 2) / 2,
        "doer of many": min(len(b.who - a.who), 2) / 2,
        "scope of few": min(len(a.narrow - b.narrow - {ROW}), 2) / 2,
        "scope of many": min(len(b.narrow - a.narrow - {ROW}), 2) / 2,
        "few in a row": float(ROW in a.narrow),
        "many in a row": float(ROW in b.narrow),
        "title of few": float(bool(few.title) and not many.title),
        "title of many": float(bool(many.title) and not few.title),
        "same title": float(bool(few.title) and few.title == many.title),
        "leader of few": float(few.by_leader and not many.by_leader),
        "leader of many": float(many.by_leader and not few.by_leader),
        "few in person": float(few.in_person and not many.in_person),
        "many in person": float(many.in_person and not few.in_person),
        "body of one": float(bool(few.bodies) != bool(many.bodies)),
        "standing of one": float(bool(few.standings) != bool(many.standings)),
        "period of many": float(bool(many.periods - few.periods)),
        "found of settled": float(few.found and many.settled),
        "settled of found": float(_settled_of_found(few, many)),
        "all settled": float(many.all_settled and few.settled),
        **_offices(few, many),
        "few of all": float(few.of_all),
        "both of all": float(few.of_all and many.of_all),
        "many of all": float(many.of_all),
        "few of some": float(few.of_some),
        "many of some": float(many.of_some),
        "kind of few": float(_kind_of_one(few, many)),
        "kind of many": float(_kind_of_one(many, few)),
        "few new": float(few.new and not many.new),
        "many new": float(many.new and not few.new),
        "few stand": float(few.stands),
        "many stand": float(many.stands),
        "same people": float(_same_people(few, many)),
        "people": float(a.unit == "人"),
        "people of some": float(a.unit == "人" and few.of_some),
        "money": float(a.unit == "元"),
        "rate": float(a.unit == "%"),
        "rate of one": float(a.unit == "%" and bool(a.act) and a.act == b.act),
        "averages": float(a.measure == b.measure == AVERAGE),
        "share of one": float(a.measure != b.measure),
        "same unit": float(a.unit == b.unit),
    }


def _settled_of_found(few: Mention, many: Mention) -> bool:
    """Whether less was settled than found, and not said that all was: 化解94件 of 受理98件."""
    if few.told.unit in ("人", "%") or many.all_settled:
        return False
    return (few.settled and many.found) or (few.told.act, many.told.act) in _PARTS


def _offices(few: Mention, many: Mention) -> Facts:
    two = bool(few.office and many.office) and few.office != many.office
    return {
        "two offices": float(two),
        "two offices, both said": float(two and few.own_title and many.own_title),
        "two offices, personal": float(two and (few.personal or many.personal)),
        "rates of two": float(few.told.unit == "%" and not few.told.measure and _of_two(few, many)),
    }


def _same_people(few: Mention, many: Mention) -> bool:
    """428名人民调解员 and a 43人的人民调解员队伍: how many there are, however far apart."""
    a, b = few.told, many.told
    return (
        a.name in PERSONS
        and a.keys == b.keys
        and few.stands
        and many.stands
        and not (few.of_some or many.of_some)
        and a.scope == b.scope
    )


def _places(reading: Reading, one: Mention, other: Mention) -> Facts:
    a, b = one.told.sentence, other.told.sentence
    kinds, others = reading.kinds_at(a.start), reading.kinds_at(b.start)
    duty = DUTY in kinds and one.personal, DUTY in others and other.personal
    few, many = duty if one.number <= other.number else duty[::-1]
    return {
        "same paragraph": float(same_line(reading.text, a, b)),
        "two parts": float(set(kinds) != set(others)),
        "few on duty": float(few and not many),
        "many on duty": float(many and not few),
        "planned": float(one.planned or other.planned),
        "not said to be done": float(
            (one.planned and not one.done) or (other.planned and not other.done)
        ),
    }


def weighed(facts: Facts, weights: Mapping[str, float]) -> float:
    """The facts' sum by their weights: above 0 likelier one count than two."""
    return math.fsum([weights.get(name, 0.0) * value for name, value in facts.items() if value])
