"""Two tellings of one count: 办理12345热线工单872件, 政务服务热线工单827件.

They count the same where their names are made of the same characters in any order, their verbs are
of one class, and nothing narrows one only; a part may not be more than its whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.counting import agree
from lawdraft.check.naming import CORE, ENOUGH, PERSONS
from lawdraft.check.retelling import PART_OF, PLAIN
from lawdraft.check.telling import GROWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lawdraft.check.telling import Telling

MANY = 5  # characters two must share where one has more
ALIKE = 0.7  # of all their characters
WORD = 2  # characters of a word more
MAYBE = 0.6  # worth a question
SLIPPED = 0.5  # where a slip of the finger makes one number of the other
NEAR = 0.5  # a part is seldom more than half of its whole
APART = frozenset("女男老新旧东西南北前后内外未非无不副县市省村级初再首")
LONG = 100  # digits of so long a number are not changed about by chance
FAR = 3.0  # more apart they may be counts of different things
_ALL = re.compile(
    r"现有|共有|配备|配齐|建强|组建|拥有|队伍|全[镇乡]|全街道|(?:[镇乡]里|共计?|总数|达到|达|为|仅有|只有|选聘|聘任|聘请|培养|培育|遴选)[^#]{0,6}#|#\Z"
    r"|#[^#]{0,8}(?:全部|均|都|全体|人员中|员中)|\A(?:[一-鿿]{0,4}原因(?:是|在于)|[一二三四五]是|对|因|由于|组织|推动|带领|依托|发挥|(?!选派|抽调|安排|选送|推荐|派出)[一-鿿“”]{0,10})#(?!.*(?:参加|获|评为|通过|受到|取得|报名|考取|赴|前往|入选|旁听|轮训|参训|进驻|派驻))"
)
_SAME_UNIT = {"份": "件", "条": "件", "项": "件", "宗": "件", "个": "件", "期": "次"}


def retold(told: tuple[Telling, ...]) -> Iterator[tuple[Telling, Telling, bool]]:
    """(earlier, later, whether it is sure) of figures that count the same and differ."""
    known: dict[str, list[Telling]] = {}
    alike: dict[float, list[Telling]] = {}
    for each in told:
        alike.setdefault(each.figure.number, []).append(each)
    for each in told:
        row = known.setdefault(_SAME_UNIT.get(each.unit, each.unit), [])
        found = [(e, sure) for e in row if (sure := contradict(e, each))]
        row.append(each)
        found = [(e, s) for e, s in found if not _explained(e, each, alike)]
        if found:
            before, share = max(found, key=lambda pair: pair[1])
            yield before, each, share >= ALIKE


def _explained(one: Telling, other: Telling, alike: Mapping[float, list[Telling]]) -> bool:
    """By the tellings of each number: 26名执法人员 is no slip of 执法人员28名 where 持证的26名 is told as well."""
    return any(
        third.sentence == that.sentence
        and third.figure is not that.figure
        and ("其中" in third.narrow or bool(third.keys & that.keys))
        for this, that in ((other, one), (one, other))
        for third in alike[this.figure.number]
    )


def contradict(one: Telling, other: Telling) -> float:
    """How surely two tellings count the same and cannot both be right: 0 to 1."""
    if not (one.keys and other.keys) or one.sentence == other.sentence:
        return 0.0
    if agree(one.figure, other.figure) or min(one.figure.number, other.figure.number) <= 0:
        return 0.0
    if one.figure.unit == "%":
        return _same_rate(one, other)
    few, many = sorted((one, other), key=lambda each: each.figure.number)
    a, b = few.figure.number, many.figure.number
    slip = slipped(a, b)
    if not slip and (one.unit != other.unit or _only_some(few, many) or _of_its_own(one, other)):
        return 0.0
    named = any(len(key) >= ENOUGH or key in CORE for key in one.keys & other.keys)
    named |= slip and a >= LONG and one.unit == other.unit and _within(one, other)
    if slip and len(one.scope ^ other.scope) == 1 and same_act(one, other):
        return float(named) or _alike(one, other, slip=True)
    if _scope(one, other) != _scope(other, one) or not same_act(one, other):
        return float(_more_than_whole(one, other) or _more_than_whole(other, one))
    return 1.0 if named else _likeness(few, many, slip=slip)


def _likeness(few: Telling, many: Telling, *, slip: bool) -> float:
    """How surely two of one deed and scope bear names of one thing, where none says it all."""
    a, b = few.figure.number, many.figure.number
    same = few.unit == many.unit and few.act == many.act
    if same and few.keys & many.keys and (slip or mistyped(a, b)):
        return 1.0
    if not slip and a < NEAR * b:
        return 0.0
    return _alike(few, many, slip=slip) or (MAYBE if few.quoted & many.quoted else 0.0)


def _scope(one: Telling, other: Telling) -> frozenset[str]:
    """What narrows it; 其中 narrows nothing where both have a name that says it all."""
    named = any(len(key) > ENOUGH for key in one.keys & other.keys)
    return one.scope - {"其中"} if named and one.unit != "人" else one.scope


def _within(one: Telling, other: Telling) -> bool:
    """Whether one bears a shorter name of the other: 检查 of 自建房检查."""
    return any(a <= b or b <= a for a in one.keys for b in other.keys)


def _only_some(few: Telling, many: Telling) -> bool:
    """2名调解员获奖 are some of them; 43人调解员队伍 are all."""
    if many.name in PERSONS:
        return not _ALL.search(few.left + "#" + few.behind)
    return many.figure.number > FAR * few.figure.number


def _of_its_own(one: Telling, other: Telling) -> bool:
    """Money is of one matter each: 挽回损失 by contracts and by legal aid."""
    return one.unit == "元" and not any(key in CORE for key in one.keys & other.keys)


def _same_rate(one: Telling, other: Telling) -> float:
    """按期办结率 of the hotline here and there; of another matter it may differ."""
    if not one.keys & other.keys or one.scope != other.scope:
        return 0.0
    return float(one.act == other.act)


def _alike(one: Telling, other: Telling, *, slip: bool) -> float:
    """重大行政决策风险评估, 重大决策风险评估: one has a little more, nothing that tells them apart."""
    few, many = sorted((one, other), key=lambda told: told.figure.number)
    pairs = ((a, b) for a in few.keys for b in many.keys)
    if one.unit == "人" and not slip:
        pairs = ((a, b) for a, b in pairs if len(a - b) <= WORD)  # 城管中队执法人员 is a part
    return max((_close(a, b, slip=slip) for a, b in pairs), default=0.0)


def _close(one: frozenset[str], other: frozenset[str], *, slip: bool) -> float:
    both = one & other
    if len(both) < (MANY - 1 if slip else MANY):
        return 0.0
    more, less = one - other, other - one
    if (more | less) & APART or (more and less and not slip):
        return 0.0
    share = len(both) / len(one | other)
    if slip:
        return max(share, ALIKE) if share >= SLIPPED else 0.0
    return share if share >= MAYBE else 0.0


def same_act(one: Telling, other: Telling) -> bool:
    """热线工单872件 told bare is what was handled or received."""
    a, b = one.act, other.act
    return a == b or (not (a and b) and (a or b) in PLAIN)


def _more_than_whole(part: Telling, whole: Telling) -> bool:
    """办结84件 of 受理72件, 书记接访30人次 of 全年20人次."""
    if GROWN in part.scope - whole.scope or not _scope(part, whole) >= _scope(whole, part) - {
        GROWN
    }:
        return False
    if part.figure.number <= whole.figure.number or "其中" in _scope(whole, part):
        return False
    if not part.keys & whole.keys:
        return False
    return same_act(part, whole) or (part.act, whole.act) in PART_OF


def slipped(one: float, other: float) -> bool:
    """Whether a slip of the finger makes one of the other: 827 and 872."""
    a, b = f"{one:g}", f"{other:g}"
    return len(a) == len(b) >= 2 and sorted(a) == sorted(b)


def mistyped(one: float, other: float) -> bool:
    """Whether one wrong digit makes one of the other: 66 and 76."""
    a, b = f"{one:g}", f"{other:g}"
    return len(a) == len(b) >= 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1
