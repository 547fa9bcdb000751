"""Words that their numbers deny: 有所下降 though more came, 化解率95% where 75 of 82 were settled."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.check.counting import is_about, unit_class
from lawdraft.check.rule import Example, ReportRule
from lawdraft.check.rules.contradiction import left_of
from lawdraft.check.shares import fits
from lawdraft.check.yearly import same_counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.counting import Count
    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Finding
    from lawdraft.model.report import Figure

ID = "contradiction"
_TREND = re.compile(
    r"(?P<what>[一-鿿]{0,14}?)(?:均|都|也)?(?:[较比]|[与同和](?=[^，。；\d]{0,8}相比))(?:去年|上年|上一?年度?)(?:同期)?(?:相比)?(?:均|都|也)?"
    r"(?:有所|有了?|略有|明显|大幅|显著|呈|持续|稳步|稳中有|进一步|逐步)?的?(?:(?P<down>下降|减少|降低|回落)|(?P<up>上升|增加|增长|增多|提高))(?:趋势|态势|明显)?(?=[，。；、]|\Z)"
)
_HEAD = re.compile(r"^(?:全[镇乡县]|全街道|我[镇乡]|辖区内?|全年|群众|总体|使|其中)+")
_SIZE = re.compile(r"(?:总量|数量|总数|件数|批次|人次|人数|[数量])\Z")
NEAR = 4  # characters between the matter and its number: 信访|事项共
_MATTER = r"(?:各类|社会|基层|辖区|矛盾|民间|调解|化解|受理|全[镇乡]|全街道|出|处|了|并)*纠纷(?:案件|共计?)?"
_FOUND = re.compile(rf"(?:排查|摸排|受理|调处|调解|化解|办理){_MATTER}\Z")
_SOLVED = re.compile(
    r"[，、]?(?:其中)?(?:已|共|现已|成功|全部|就地)*(?:化解|调处|调解)(?:成功|到位|完毕)?了?"
)
_RATE = re.compile(
    r"(?:\A|[，；。：、])(?:全[镇乡]|全年|全街道|我[镇乡]|使|实现|推动|总体|一年来|各类|社会|矛盾|辖区|纠纷|调解)*"
    r"(?:化解|调处|调解)(?:成功)?率(?:始终)?(?:达到?|为|是|保持在?|稳定在|提升至|提高到)?了?\Z"
)


def check(reading: Reading) -> Iterator[Finding]:
    """Each word that the report's own numbers, or last year's, contradict."""
    if reading.context.last is not None:
        yield from _against_last_year(reading, list(same_counts(reading)))
    yield from _against_rate(reading)


def _against_last_year(reading: Reading, pairs: list[tuple[Count, Count]]) -> Iterator[Finding]:
    for found in _TREND.finditer(reading.text):
        if reading.in_plan(found.start()):
            continue
        meant = [pair for pair in pairs if _is_meant(reading, found, pair[0].figure)]
        sign = -1 if found["down"] else 1
        steps = [sign * (now.figure.number - before.figure.number) for now, before in meant]
        if not steps or max(steps) > 0 or min(steps) == 0:
            continue
        now, before = (count.figure for count in meant[0])
        if is_about(now) or is_about(before):
            continue
        yield reading.finding(
            ID,
            "warning",
            f"这里写比去年{found['down'] or found['up']}，去年报告写{before.text}，今年写{now.text}，请核对。",
            found.start(),
            found.end(),
            other=(now.start, now.end),
        )


def _is_meant(reading: Reading, found: re.Match[str], figure: Figure) -> bool:
    """The count whose clause names the matter, or the one just before where none is named."""
    what = _SIZE.sub("", _HEAD.sub("", found["what"]))
    if what:
        return len(what) >= 2 and what in left_of(reading, figure)[-len(what) - NEAR :]
    return reading.text[figure.end : found.start()] in ("，", ",", "、")


def _against_rate(reading: Reading) -> Iterator[Finding]:
    """排查82件，化解75件 in one sentence, 化解率达到95% in another."""
    known = list(_found_and_solved(reading))
    if len(known) != 1:
        return
    found, solved = known[0]
    own = reading.sentence_at(found.start)
    about = is_about(found) or is_about(solved)
    for rate in reading.report.figures:
        span = reading.sentence_at(rate.start)
        if rate.unit != "%" or rate.high is not None or span == own or reading.in_plan(rate.start):
            continue
        if rate.number == 100 or not _RATE.search(reading.text[span.start : rate.start]):
            continue  # 100% of what was found is told by the counts themselves
        counted = [f for f in reading.figures_in(span) if unit_class(f.unit) == "件"]
        if counted or fits(solved.number / found.number * 100, rate, about=about):
            continue
        yield reading.finding(
            ID,
            "warning",
            f"别处写{found.text}中化解{solved.text}，是{solved.number / found.number:.1%}，这里化解率写{rate.text}，请核对。",
            rate.start,
            rate.end,
            other=(found.start, solved.end),
        )


def _found_and_solved(reading: Reading) -> Iterator[tuple[Figure, Figure]]:
    """Disputes of the whole year and how many of them were settled, told side by side."""
    for found, solved in pairwise(reading.report.figures):
        kinds = {unit_class(found.unit), unit_class(solved.unit)}
        between = reading.text[found.end : solved.start]
        if kinds != {"件"} or not 0 < solved.number <= found.number or found.role != "result":
            continue
        if _FOUND.search(left_of(reading, found)) and _SOLVED.fullmatch(between):
            yield found, solved


RULE = ReportRule(ID, check)
_TAIL = "以上工作推动基层治理水平稳步提升。"
_CAME = "综治中心接待群众来信来访{}批，"
FLAGGED = (
    Example(
        _CAME.format(120) + "来信来访与去年相比有所下降。", last=_CAME.format(118) + "均已答复。"
    ),
    Example("全年排查矛盾纠纷82件，化解75件。\n全镇矛盾纠纷化解率达到95%，" + _TAIL),
)
CLEAN = (
    Example(
        "受理信访事项120件，其中网上信访66件，来访量较去年下降。",
        last="受理信访事项118件，均已答复。",
    ),
    Example(
        _CAME.format(112) + "来信来访与去年相比有所下降。", last=_CAME.format(118) + "均已答复。"
    ),
    Example("全年排查矛盾纠纷82件，化解78件。\n全镇矛盾纠纷化解率达到95%以上，" + _TAIL),
    Example("全年排查矛盾纠纷82件，化解75件。\n劳资纠纷化解率达到95%，" + _TAIL),
)
