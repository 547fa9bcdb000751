"""Where a text names laws, in 《》 or without: 学习宪法、民法典和信访工作条例.

Without 《》 a title is the longest known one that ends at 法, 条例 …; beside one, or behind 学习, 执行,
other words that end so are a title too, though nobody knows it: 学习民法典、基层自治法.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lawdraft.knowledge.lawtable import STATE, bare_title

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

QUOTED = re.compile(r"《([^《》\n]{2,60})》")
# where a title may end; after it nothing that makes another word of it: 法律, 法治, 条例实施
_END = re.compile(
    r"(?:法典|法|条例|规定|细则|纲要|规则|规划|意见|准则|总则|通则|章程)"
    r"(?!律|规|院|庭|官|人|制|治|典|定|学|实施|草案|盲|网|援|眼|》)"
)
_LAW = re.compile(r"(?:法|法典|条例)\Z")
_LONGEST, _SHORTEST_WRONG, _SHORTEST_UNKNOWN = 32, 5, 3
_TAIL, _SHORTEST = 3, 2  # characters that tell how long the names are that end with them
# words behind which a title begins
_LEADS = re.compile(
    r"(?:学习|宣传|贯彻|落实|执行|遵守|宣讲|讲解|解读|普及|讲授|领学|围绕|聚焦|依据|根据|依照|按照|对照|适用|违反|涉及|关于"
    r"|结合|运用|掌握|熟悉|推进|推动|抓好|做好|开展|组织|印发|发放|赠送|张贴|突出|包括|严格|认真|深入|重点|集中|系统|专题"
    r"|实施|修订|修改|颁布|出台|施行|宣贯|研学|研读|用好|学好|遵循|履行|普法|学法|如下|主要|特别|尤其|吃透|弄懂|讲好|讲透"
    r"|[学讲的了和与及或等以将把对从如按依照由向在用为读守是于因据至到])\Z"
)
# 省信访条例, 农村供水条例: a name that only ends like a law of the state
_LONGER = re.compile(
    r"(?:[省市州县区村镇乡盟旗新]|环境|工作|地方|农村|城市|城镇|城乡|乡村|我省|我市)\Z"
)
_STUDIED = re.compile(
    r"(?:学习|(?<!法治)宣传|贯彻|落实|执行|遵守|宣讲|讲解|解读|普及|讲授|领学|依据|根据|依照|按照|对照|适用|违反|掌握|熟悉|宣贯|研学|研读|学好|围绕|涉及|包括)"
    r"(?:好|了|落实|执行|贯彻|宣传|实施)*"
)
_FRESH = re.compile(
    r"^(?:新?(?:修订|修改|修正|颁布|出台|施行|实施|制定)[后过]?的?|国家|我国|《|中华人民共和国|开展|组织|重点|深入|系统|集中|认真|专题|突出|如|以|对|将|把|从|《)+"
)
_JOINED = re.compile(r"^(?:以及|[、和与及或])+")
# 办法, 执法, 四步法, 调解工作法: no laws
_NO_LAW = re.compile(
    r"(?:[方办做说用守普执司立看想书手违非合依疗尊学知讲懂犯枪民刑个没变寻送释靠找信敬畏宣问析评亮悟明遵]"
    r"|工作|调解|调处|解纷|化解|议事|巡查|教学|思考|[步式字心][一-鿿]{0,2}|[一二三四五六七八九十两\d][一-鿿]{0,3})法\Z"
)
_PARTICLE = re.compile(r"[的了等是在把将被让]|进行|开展|通过|全年|组织|邀请")


@dataclass(frozen=True, slots=True)
class Citation:
    """A title as it stands in a text; a quoted one lies there with its 《》."""

    start: int
    end: int
    title: str  # without 《》 and 中华人民共和国
    quoted: bool
    known: bool  # a name that stands in the tables, be it right or wrong
    sure: bool = True  # without 《》: a name can begin there
    listed: bool = True  # without 《》: it stands beside a known title


@dataclass(frozen=True)
class Citations:
    """Finds them by the names that are right and by those that laws are given by mistake."""

    right: Collection[str]
    wrong: Collection[str]
    kept: dict[str, tuple[Citation, ...]] = field(default_factory=dict, compare=False)

    @cached_property
    def _lengths(self) -> Mapping[str, tuple[int, ...]]:
        """How long the names are, the longest first, by their last three or only two characters."""
        found: dict[str, set[int]] = {}
        for name in (*self.right, *self.wrong):
            if _SHORTEST <= len(name) <= _LONGEST:
                found.setdefault(name[-_TAIL:], set()).add(len(name))
        return {tail: tuple(sorted(lengths, reverse=True)) for tail, lengths in found.items()}

    def of(self, text: str) -> tuple[Citation, ...]:
        """All that a paragraph names, in its order; what it found last is kept for the next rule."""
        if text not in self.kept:
            self.kept.clear()
            self.kept[text] = self._of(text)
        return self.kept[text]

    def _of(self, text: str) -> tuple[Citation, ...]:
        found = [self._quoted(match) for match in QUOTED.finditer(text)]
        quoted = [(each.start, each.end) for each in found]
        loose = []
        for match in _END.finditer(text):
            end = match.end()
            if any(start < end <= stop for start, stop in quoted):
                continue
            each = self._known(text, end)
            if each is not None:
                found.append(each)
            elif _LAW.search(match.group()):
                loose.append(end)
        for end in loose:
            found += _unknown(text, end, found)
        return tuple(sorted(found, key=lambda each: each.start))

    def _quoted(self, match: re.Match[str]) -> Citation:
        title = bare_title(match[1])
        known = title in self.right or title in self.wrong
        return Citation(*match.span(), title, quoted=True, known=known)

    def _known(self, text: str, end: int) -> Citation | None:
        """The longest known name that ends there."""
        tails = text[max(0, end - _TAIL) : end], text[max(0, end - _SHORTEST) : end]
        for length in (length for tail in tails for length in self._lengths.get(tail, ())):
            start = end - length
            if start < 0:
                continue
            name = text[start:end]
            wrong = name in self.wrong and len(name) >= _SHORTEST_WRONG
            if name in self.right or wrong:
                state = text.endswith(STATE, 0, start)
                first = start - len(STATE) if state else start
                before = text[max(0, first - 2) : first]
                sure = not before[-1:].isalpha() or bool(_LEADS.search(before))
                longer = not state and _LONGER.search(before)
                if longer and not sure:
                    return None
                return Citation(first, end, name, quoted=False, known=True, sure=sure)
        return None


def _unknown(text: str, end: int, found: list[Citation]) -> list[Citation]:
    """A title that no table has: an item of a list with a known one, or what is studied."""
    start, studied = _item(text, end, found)
    title = text[start:end]
    if len(title) < _SHORTEST_UNKNOWN or _NO_LAW.search(title) or _PARTICLE.search(title):
        return []
    listed = _beside(text, start, end, found)
    if not listed and not studied:
        return []
    return [Citation(start, end, title, quoted=False, known=False, listed=listed)]


def _item(text: str, end: int, found: list[Citation]) -> tuple[int, bool]:
    """Where the words begin that end there, and whether they are said to be studied or applied."""
    start = end
    walls = {each.end for each in found}
    while start and end - start < _LONGEST and "一" <= text[start - 1] <= "鿿":
        if start in walls:
            break
        start -= 1
    while joined := _JOINED.match(text[start:end]):
        start += joined.end()
    leads = list(_STUDIED.finditer(text, start, end - _SHORTEST_UNKNOWN))
    if leads:
        start = leads[-1].end()
    if fresh := _FRESH.match(text[start:end]):
        start += fresh.end()
    return start, bool(leads)


def _beside(text: str, start: int, end: int, found: list[Citation]) -> bool:
    """Whether 、 or 和 joins it to a known title before or behind."""
    before = re.search(r"(?:以及|[、和与及])\Z", text[:start])
    behind = re.match(r"(?:以及|[、和与及])(?:新?(?:修订|修正|颁布|施行)的)?", text[end : end + 8])
    for each in found:
        if before and each.end == before.start():
            return True
        if behind and each.start == end + behind.end():
            return True
    return False
