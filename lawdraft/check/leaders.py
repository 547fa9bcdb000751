"""Who a report names as its party secretary and as its head of government: 党委书记张明, 镇长李红."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lawdraft.check.persons import one_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_LED = re.compile(
    rf"(?<!副)(?<!支部)(?<!总支)(?<!村)(?<!纪)(?P<office>(?:党委|党工委)书记|镇长|乡长|办事处主任|苏木达)"
    rf"(?P<name>[{_SURNAMES}][一-鿿]{{1,2}}?)"
    r"(?=同志|[，。、；（）\n]|主持|带头|亲自|牵头|多次|率队|率先|带队|担任|切实|认真|分别|任组长|为组长|到|在|对|和|与|共|作)"
)
_CHANGED = re.compile(
    r"原(?=[县市区镇乡街党任])|前任|接任|继任|调任|调离|调整|换届|新任|到任|离任|卸任|交接|转任|退休|不再担任"
)


class Leader(NamedTuple):
    """A name with its office, 书记 or the head of government, and where the name stands."""

    office: str
    name: str
    start: int
    end: int


def leaders_of(text: str) -> Iterator[Leader]:
    """Everybody named so in a text; where a change of office is told, nobody."""
    offset = 0
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        for office, name, start, end in _leaders_in(line):
            yield Leader(office, name, start + offset, end + offset)
        offset += len(line)


@lru_cache(maxsize=1024)  # while someone types, all lines but one are as before
def _leaders_in(line: str) -> tuple[Leader, ...]:
    return tuple(_named_in(line))


def _named_in(text: str) -> Iterator[Leader]:
    for found in _LED.finditer(text):
        before = re.split(r"[。\n]", text[max(0, found.start() - 24) : found.start()])[-1]
        after = re.split(r"[。\n]", text[found.end() : found.end() + 24])[0]
        if not _CHANGED.search(before + after):
            office = "书记" if found["office"].endswith("书记") else "长"
            yield Leader(office, found["name"], *found.span("name"))


def contradicted(
    leaders: tuple[Leader, ...], before: tuple[Leader, ...]
) -> Iterator[tuple[Leader, str]]:
    """Names that are another's within one report: last year's, else the one named less; and the other."""
    old = {leader.office: leader.name for leader in before}
    for office in ("书记", "长"):
        named = Counter(leader.name for leader in leaders if leader.office == office)
        if len(named) != 2:  # one name agrees with itself; of three nobody knows which is right
            continue
        first, second = (name for name, _ in named.most_common())
        wrong = old.get(office) if old.get(office) in named else second
        right = first if wrong == second else second
        if wrong and one_apart(wrong, right) and old.get(office) != wrong:
            continue  # a slip in one name: told as a contradiction
        yield from ((one, right) for one in leaders if (one.office, one.name) == (office, wrong))
