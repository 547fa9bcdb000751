"""The parts a yearly report must hold: 督察工作规定（厅字〔2019〕28号）第二十五条 and its practice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.reading import PLAN_CUE
from lawdraft.check.rule import Example, ReportRule
from lawdraft.model.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Reading
    from lawdraft.model.finding import Severity
    from lawdraft.model.report import SectionKind

ID = "missing-section"
WHY = "《法治政府建设与责任落实督察工作规定》要求年度报告写明上一年度主要举措和成效、存在的不足和原因、党政主要负责人履职情况、下一年度主要安排"
NAMES: tuple[tuple[SectionKind, str], ...] = (
    ("achievements", "主要举措和成效"),
    ("shortcomings", "存在的不足和原因"),
    ("next_year_plan", "下一年度主要安排"),
)
DUTY_PART: tuple[SectionKind, str] = (
    "first_responsible_person",
    "党政主要负责人履行推进法治建设第一责任人职责",
)
_BARE = re.compile(
    r"[一二三四五六七八九十（）()第部分、\d. \u3000]{2,6}[^。；，]{2,36}\Z"
)  # a heading alone
DUTY = re.compile(r"第一责任人")
LEAD = re.compile(
    r"(?:主要负责人|主要领导|党委书记|党工委书记|书记、(?:镇|乡)长|书记和(?:镇|乡)长|镇长|乡长|主任)"
    r"[^。；\n]{0,24}(?:亲自|带头|牵头|主持|履行|第一责任)"
)
PERSONALLY = re.compile(r"亲自(?:部署|过问|协调|督办)")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each part that is not there; the place is open."""
    present = {kind for section in reading.report.sections for kind in section.kinds}
    present |= {kind for heading in reading.report.headings for kind in heading.kinds}
    if _plan_only_announced(reading):
        present.discard("next_year_plan")
    if "highlights" in present:
        present.add("achievements")
    for kind, name in NAMES:
        if kind not in present:
            yield Finding(ID, "error", f"缺少“{name}”部分。", why=WHY)
    if "first_responsible_person" not in present:
        yield from _first_responsible(reading)
    for kind, name in (*NAMES, DUTY_PART):
        if kind in present and _empty(reading, kind):
            yield Finding(ID, "error", f"“{name}”部分只有标题，没有内容。", why=WHY)


def _empty(reading: Reading, kind: SectionKind) -> bool:
    """Whether nothing at all stands below the headings of a kind, no heading either."""
    sections = [s for s in reading.report.sections if kind in s.kinds]
    lines = [reading.text[s.start : s.end].strip() for s in sections]
    return bool(lines) and all("\n" not in line and _BARE.match(line) for line in lines)


def _plan_only_announced(reading: Reading) -> bool:
    """存在问题及下一步打算 as a heading, and no word of what comes next below it."""
    plans = [s for s in reading.report.sections if "next_year_plan" in s.kinds]
    if len(plans) != 1 or "shortcomings" not in plans[0].kinds or reading.year is None:
        return False
    body = reading.text.find("\n", plans[0].start, plans[0].end)
    rest = reading.text[body : plans[0].end] if body >= 0 else ""
    told = re.search(rf"{PLAN_CUE.pattern}|{reading.year + 1}|将|打算|计划|继续|加强|进一步", rest)
    return bool(rest) and not told


def _first_responsible(reading: Reading) -> Iterator[Finding]:
    """Told as a point of its own it is there; a mere mention is a note, silence a warning."""
    text = "".join(
        reading.text[span.start : span.end]
        for span in reading.sentences
        if not reading.in_plan(span.start)
    )
    if len(set(PERSONALLY.findall(text))) >= 2 or _told(reading):
        return
    level: Severity = "note" if DUTY.search(text) else "warning"
    message = "没有单独写“党政主要负责人履行推进法治建设第一责任人职责情况”。"
    yield Finding(ID, level, message, why=WHY)


def _told(reading: Reading) -> bool:
    """Whether a sentence or two tell what the leaders themselves did."""
    acts = [
        span
        for span in reading.sentences
        if not reading.in_plan(span.start)
        and LEAD.search(reading.text, span.start, span.end)
        and "组长" not in reading.text[span.start : span.end]
    ]
    named = any(DUTY.search(reading.text, span.start, span.end) for span in acts)
    return len(acts) >= 2 or (named and bool(acts))


RULE = ReportRule(ID, check)
_FULL = (
    "云岭县青禾镇2025年法治政府建设年度报告\n2025年，青禾镇扎实推进法治政府建设。\n一、主要举措和成效\n{duty}"
    "全年开展普法活动28场次。\n二、存在的不足和原因\n执法力量薄弱，主要原因是编制不足。\n{plan}"
    "云岭县青禾镇人民政府\n2026年1月20日"
)
_DUTY = "镇党委书记、镇长切实履行第一责任人职责，对重要工作亲自部署、重大问题亲自过问。\n"
_PLAN = "三、2026年工作安排\n加强执法培训。\n"
FLAGGED = (
    Example(_FULL.format(duty=_DUTY, plan=""), "whole"),
    Example(_FULL.format(duty="", plan=_PLAN), "whole"),
    Example(_FULL.format(duty=_DUTY, plan="三、2026年工作安排\n"), "whole"),
)
CLEAN = (Example(_FULL.format(duty=_DUTY, plan=_PLAN), "whole"),)
