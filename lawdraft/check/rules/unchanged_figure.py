"""Figures of three digits and more that are last year's to the last digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.yearly import PEOPLE, content, is_standing, kindred, of_one_stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.check.telling import Telling
    from lawdraft.model.finding import Finding

ID = "unchanged-figure"
THREE_DIGITS = 100
_HAS = re.compile(r"(?<![所没])有\Z|辖区?有|现有")


def check(reading: Reading) -> Iterator[Finding]:
    """No rates and no standing facts: villages, inhabitants, mediators stay the same."""
    known: dict[float, list[Telling]] = {}
    for last in reading.last_tellings:
        known.setdefault(last.figure.number, []).append(last)
    for now in reading.tellings:
        figure = now.figure
        if figure.number < THREE_DIGITS or is_standing(now):
            continue
        if any(_same(now, last) for last in known.get(figure.number, ())):
            yield reading.finding(
                ID,
                "warning",
                f"{figure.text}与去年报告里的完全相同，请核对是否忘了更新。",
                figure.start,
                figure.end,
            )


def _same(now: Telling, last: Telling) -> bool:
    """Whether both count the same; of a number that is not round one word in common tells it."""
    if kindred(now, last):
        return not _HAS.search(last.left)
    exact = now.figure.number % 10 != 0 and not now.figure.qualifier
    if not exact or not of_one_stage(now, last) or _HAS.search(last.left):
        return False
    return bool((content(now.around) & content(last.around)) - PEOPLE)


RULE = ReportRule(ID, check)
FLAGGED = (
    Example(
        "结合民法典宣传月、宪法宣传周等节点，发放宣传资料8300份。", last="发放宣传资料8300份。"
    ),
    Example("执法队上路巡查，全年486次。", last="开展日常巡查486次。"),
    Example(
        "上、下半年各评查20卷；组织执法培训9次，312人次参加。",
        last="组织执法培训8次，参训312人次。",
    ),
    Example("全年排查矛盾纠纷136件，化解131件。", last="全年排查矛盾纠纷136件，化解128件。"),
)
CLEAN = (
    Example("参加法治研学的学生436人次。", last="参加禁毒宣传的学生436人次。"),
    Example("检查餐饮店213家。", last="辖区有餐饮店213家。"),
    Example("宪法宣传周期间发放宣传册2600册。", last="民法典宣传月期间发放宣传册2600册。"),
    Example("组织执法培训9次，312人次参加。", last="组织普法宣讲8次，312人次参加。"),
    Example("全年排查矛盾纠纷142件，化解率98%。", last="全年排查矛盾纠纷136件，化解率98%。"),
    Example("全镇常住人口26300人，开展讲座12场。", last="全镇常住人口26300人，开展讲座12场。"),
)
