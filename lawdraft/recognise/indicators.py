"""Which indicator a figure gives: by its own words and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from lawdraft.recognise.sure import is_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.report import Figure


class Indicator(Protocol):
    """What recognising needs to know of an indicator."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def synonyms(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def units(self) -> Sequence[str]: ...  # noqa: D102


class Knows(Protocol):
    """Knowledge as far as recognising uses it."""

    @property
    def indicators(self) -> Sequence[Indicator]: ...  # noqa: D102


_FULL = str.maketrans("()", "（）")
_LEADING = frozenset(["个", "名", "位", "家", "支", "处", "条", "起", "台", "辆", "艘", "户"])
_WALLS = "。；\n"
_OPEN = frozenset(["案件", "事项", "活动", "人员", "群众", "资料", "材料", "意见", "信息"])
"""Things so general that the clause before tells which they are: 开展法律援助，受理案件12件."""

_EARLIER = re.compile(
    r"(?:(?:上年|去年|上一年度?|上年度)(?:同期|全年)?的?|[由从较比]20\d\d年度?(?:同期|全年)?的?)(?:约|近)?\Z"
)
"""What stands before last year's value: 由上年的1460次下降到876次."""


def label(figures: Sequence[Figure], text: str, knowledge: Knows | None) -> tuple[Figure, ...]:
    """The figures with the indicator whose words stand nearest, where its unit fits."""
    if knowledge is None:
        return tuple(figures)
    by_unit = _by_unit(knowledge.indicators)
    labelled: list[Figure] = []
    left = before = 0
    for figure in figures:
        if _EARLIER.search(text, max(0, figure.start - 14), figure.start):
            labelled.append(figure)  # nor does it part this year's value from its words
            continue
        if figure.start - before > 1:  # 118批136人次 share the words before them
            left = max(_sentence_start(text, figure.start), before)
        near = text[max(left, figure.start - 40) : figure.start]
        unit = figure.unit or ""
        after = unit + re.split("[，。]", text[figure.end : figure.end + 14])[0]
        clause = near[near.rfind("，") + 1 :]
        if figure.thing in clause + after and figure.thing not in ("", *_OPEN):
            near = clause
        told = text[_sentence_start(text, figure.start) : figure.end] + after
        words = _Words(near, after, clause + figure.text + after, told)
        found = _best(by_unit.get(unit, ()), words, leading=unit in _LEADING)
        labelled.append(replace(figure, indicator=found) if found else figure)
        before = figure.end
    return tuple(labelled)


def _by_unit(indicators: Sequence[Indicator]) -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for indicator in indicators:
        words = [(word.translate(_FULL), indicator.id) for word in indicator.synonyms]
        for unit in indicator.units:
            table.setdefault(unit, []).extend(words)
    return table


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands round a figure: before it, behind it, in its clause, in its sentence."""

    near: str
    after: str
    clause: str
    told: str


def _best(words: Sequence[tuple[str, str]], around: _Words, *, leading: bool) -> str | None:
    """The nearest word wins, a longer one before a shorter one at the same place.

    `leading`: the unit stands before what it counts, so that 3个居委会 is told by what follows.
    """
    best, found = 0.0, None
    near, after = around.near, around.after
    for word, name in words:
        place = near.rfind(word)
        behind = after.find(word)
        score = 0.0
        if place >= 0:
            score = 100 - (len(near) - place - len(word)) + 3 * len(word)
        if behind >= 0:
            bonus = 15 if leading and behind <= 1 else 0
            score = max(score, 95 + bonus - behind + 3 * len(word))
        if score > best and is_sure(name, around.clause, around.told):
            best, found = score, name
    return found


def _sentence_start(text: str, place: int) -> int:
    return max(text.rfind(sign, 0, place) for sign in _WALLS) + 1
