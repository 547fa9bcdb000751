"""Where a title breaks: whole words, no two lines alike, a trapezoid or a diamond (7.3.1)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lawdraft.export.measure import em_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Boundaries = Callable[[str], frozenset[int]]

MOST_LINES = 6
SPARE = 0.5  # em that a title on one line leaves free, for fonts with wider digits
NOT_FIRST = frozenset("的、，和与及》）”情")  # a line does not begin with these
BAD_ENDS = ("关于", "人民", "和", "与", "及", "《", "（", "“", "第", "—")
TORN_NAME = re.compile(r"(?:乡|镇|街道|苏木)(?:人民|政府|党|委|办事|关于|\d)")  # 洒拉地坡|乡
WHOLE = re.compile(  # phrases that a reader takes in at one glance, wherever a dictionary cuts them
    r"法治政府建设|建设法治政府|法治政府|法治建设|依法行政|依法治[县市区镇乡]|第一责任人|主要负责人"
)
LEAST_STEP = 0.35  # em by which neighbouring lines must differ, so that the shape is seen
KNOWN = re.compile(
    r"\d{4}年度?|关于|人民政府|街道办事处|法治政府建设|法治建设|依法行政|推进|年度|工作|情况|总结|报告"
    r"|自查|的|和|及|暨|、|[^\d关人街法依推年工情总报自的和及暨、]+|."
)


def known_boundaries(text: str) -> frozenset[int]:
    """Word ends by the vocabulary of such titles alone, where no dictionary is at hand."""
    places, place = {0}, 0
    for found in KNOWN.finditer(text):
        place = found.end()
        places.add(place)
    return frozenset(places | {len(text)})


def break_title(title: str, room: float, boundaries: Boundaries | None) -> tuple[str, ...]:
    """The lines of a title in a type area `room` characters of its size wide."""
    if em_width(title) <= room - SPARE:
        return (title,)
    return _break(title, room, (boundaries or known_boundaries)(title))


@lru_cache(maxsize=64)
def _break(title: str, room: float, boundaries: frozenset[int]) -> tuple[str, ...]:
    edges = {edge for found in WHOLE.finditer(title) for edge in found.span()}
    places = sorted((boundaries | edges) & known_or_all(title) - {0, len(title)})
    for count in range(2, MOST_LINES + 1):
        shaped = [lines for lines in _ways(title, places, count, room) if _is_allowed(lines)]
        if shaped:
            return min(shaped, key=_cost)
    return _in_equal_steps(title, room)


def known_or_all(title: str) -> frozenset[int]:
    """All places; a break inside a year or a number is never one."""
    return frozenset(
        place
        for place in range(len(title) + 1)
        if not (0 < place < len(title) and re.match(r"\d[\d年]", title[place - 1 : place + 1]))
    )


def _ways(title: str, places: list[int], count: int, room: float) -> Iterator[tuple[str, ...]]:
    """All ways to break a title into so many lines that fit."""
    if em_width(title) > count * room:
        return
    if count == 1:
        yield (title,)
        return
    for at, place in enumerate(places):
        line = title[:place]
        if em_width(line) > room:
            return
        rest = [other - place for other in places[at + 1 :]]
        for lines in _ways(title[place:], rest, count - 1, room):
            yield (line, *lines)


def _is_allowed(lines: tuple[str, ...]) -> bool:
    widths = [em_width(line) for line in lines]
    return not any(line[0] in NOT_FIRST for line in lines[1:]) and is_shaped(widths)


def is_shaped(widths: list[float]) -> bool:
    """Growing, shrinking, or growing then shrinking: 梯形 or 菱形, never 沙漏."""
    steps = [b - a for a, b in pairwise(widths)]
    if any(abs(step) < LEAST_STEP for step in steps):
        return False
    signs = [step > 0 for step in steps]
    return signs == sorted(signs, reverse=True)


def _cost(lines: tuple[str, ...]) -> float:
    """Evenness first; a shorter last line and breaks between phrases are liked."""
    widths = [em_width(line) for line in lines]
    mean = sum(widths) / len(widths)
    cost = sum((width - mean) ** 2 for width in widths)
    cost += 6.0 if widths[-1] > widths[0] else 0.0
    cost += sum(12.0 for line in lines[:-1] if line.endswith(BAD_ENDS))
    cost += sum(12.0 for line in lines[1:] if TORN_NAME.match(line))
    cost += 12.0 * _tears(lines)
    cost -= sum(4.0 for line in lines[1:] if line.startswith(("关于", "法治", "20")))
    return cost + (8.0 if min(widths) < 4 else 0.0)


def _tears(lines: tuple[str, ...]) -> int:
    """How many line ends cut a phrase in two."""
    ends = tuple(accumulate(len(line) for line in lines[:-1]))
    phrases = tuple(found.span() for found in WHOLE.finditer("".join(lines)))
    return sum(start < end < stop for end in ends for start, stop in phrases)


def _in_equal_steps(title: str, room: float) -> tuple[str, ...]:
    """A title no word boundary fits (a very long one): full lines, the last one shorter."""
    lines, line = [], ""
    for character in title:
        if em_width(line + character) > room:
            lines.append(line)
            line = ""
        line += character
    return (*lines, line)
