"""Laws that were repealed or replaced, and laws named before they were made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.knowledge.lawtable import STATE, find, in_force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge.entries import Law
    from lawdraft.model.finding import Finding, Severity

ID = "superseded-law"
TITLE = re.compile(r"《([^《》\n]{2,60})》")
_ON_PURPOSE = re.compile(
    r"废止|取代|代替|替代|失效|不再适用|同时停止|旧法|更名|合并|整合|修改为|修订为|升级|上升为|历史|沿革|当时|届时|之前|以前|起诉时|行为时|之前签订|(?:施行|实施|有效)期间|当年签订|旧合同|编纂|新旧|衔接适用|溯及"
)
_EARLY_PART = re.compile(
    r"上半年|一季度|二季度|第[一二]季度|(?<!\d)[1-8]月(?!份?以后)|(?<!十)[一二三四五六七八]月|“?6[·.]5”?|世界环境日|年初|春"
)
_VERSION = re.compile(
    r"[（(](?P<year>(?:19|20)\d\d)年?(?:第[一二三四五六]次)?(?:修正|修订|修改|颁布|公布|施行)?(?:版|本|文本)?[）)]"
)
_VERSION_BEFORE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年(?:新)?(?:修正|修订|修改)的?|年?版的?)\Z"
)
_DRAFT = re.compile(
    r"施行前|实施前|出台前|出台后|颁布后|草案|征求意见|立法|审议|即将|公布后|待.{0,6}施行|起草|编纂"
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each such title, with or without 《》."""
    if reading.year is None or not passage.is_body:
        return
    table = reading.knowledge.law_names
    quoted: list[tuple[int, int]] = []
    for found in TITLE.finditer(passage.text):
        quoted.append(found.span())
        law = find(found[1], table)
        if law is not None:
            yield from _judge(passage, reading, law, *found.span())
            yield from _older_text(passage, reading, law, found)
    for found in reading.knowledge.repealed_names.finditer(passage.text):
        if not any(start <= found.start() < end for start, end in quoted):
            law = table[found.group().removeprefix(STATE)]
            yield from _judge(passage, reading, law, *found.span())


def _older_text(
    passage: Passage, reading: Reading, law: Law, found: re.Match[str]
) -> Iterator[Finding]:
    """《行政处罚法》（2017年修正）where the text of 2021 was in force before the year began."""
    text, end = passage.text, found.end()
    printed = _VERSION.search(found[1]) or _VERSION.match(text, end)
    printed = printed or _VERSION_BEFORE.search(text, max(0, found.start() - 12), found.start())
    if printed is None or law.repealed or law.confidence == "unsure":
        return
    told = (reading.year or 0) + (1 if passage.plans(found.start()) else 0)
    newest = in_force(law, f"{told}-01-01")
    if newest is None or int(newest[:4]) <= int(printed["year"]):
        return
    if _named_on_purpose(passage, law, found.start(), end):
        return
    yield passage.finding(
        ID,
        "warning",
        f"《{law.name}》{newest[:4]}年又有新的文本，{printed['year']}年的文本已不适用。",
        found.start(),
        max(end, printed.end()) if printed.string is text else end,
        why=f"《{law.name}》新文本公布日期 {newest}（{law.source}）",
    )


def _judge(passage: Passage, reading: Reading, law: Law, start: int, end: int) -> Iterator[Finding]:
    if law.confidence == "unsure":
        return
    if law.repealed:
        yield from _repealed(passage, reading, law, start, end)
    if law.made:
        yield from _not_yet(passage, reading, law, start, end)


def _repealed(
    passage: Passage, reading: Reading, law: Law, start: int, end: int
) -> Iterator[Finding]:
    level = _repealed_level(passage, reading, law, start)
    if level is None or _named_on_purpose(passage, law, start, end):
        return
    successors = "".join(f"《{name}》" for name in law.successors)
    day = _day(law.repealed or "")
    yield passage.finding(
        ID,
        level,
        f"《{law.name}》已于{day}废止" + (f"，现为{successors}。" if successors else "。"),
        start,
        end,
        suggestion=_in_its_place(passage, law, start, end),
        why=f"《{law.name}》废止日期 {law.repealed}（{law.source}）",
    )


def _in_its_place(passage: Passage, law: Law, start: int, end: int) -> str | None:
    """The one successor, in the form the title stood in; none where the successor stands there too."""
    if len(law.successors) != 1 or f"《{law.successors[0]}》" in passage.text:
        return None
    printed = passage.text[start:end]
    if STATE in printed and "条例" in law.successors[0]:
        return None
    name = (STATE if STATE in printed else "") + law.successors[0]
    return f"《{name}》" if printed.startswith("《") else name


def _repealed_level(passage: Passage, reading: Reading, law: Law, start: int) -> Severity | None:
    """Repealed before the year: an error; within it only where no earlier month is named."""
    year = reading.year or 0
    told = year + 1 if passage.plans(start) else year
    repealed = law.repealed or ""
    grave: Severity = "error" if law.confidence == "high" else "warning"
    if repealed <= f"{told}-01-01":
        return grave
    if repealed > f"{told}-12-31":
        return None
    span = passage.sentence(start)
    return None if _EARLY_PART.search(passage.text, span.start, span.end) else "warning"


def _named_on_purpose(passage: Passage, law: Law, start: int, end: int) -> bool:
    """原《…》, 《…》同时废止, or its successor in the same sentence."""
    span = passage.sentence(start)
    sentence = passage.text[span.start : span.end]
    if passage.text[start - 1 : start] == "原" or passage.text[start - 2 : start] in (
        "旧的",
        "原有",
        "原来",
    ):
        return True
    clause = re.split(r"[，。；]", passage.text[end : span.end])[0]
    near = passage.text[max(span.start, start - 12) : start] + clause
    if _ON_PURPOSE.search(near):
        return True
    together = [name for name in law.successors if f"{name}" in sentence]
    return bool(together) and bool(re.search(r"由|从|到|替|代|废|升级|新|改|原|转|→", sentence))


def _not_yet(
    passage: Passage, reading: Reading, law: Law, start: int, end: int
) -> Iterator[Finding]:
    written, year, made = reading.written or "", reading.year or 0, law.made or ""
    span = passage.sentence(start)
    if _DRAFT.search(passage.text, max(span.start, start - 16), min(span.end, end + 12)):
        return
    if made > written:
        level: Severity = "error" if law.confidence == "high" else "warning"
    elif made > f"{year}-12-31" and "achievements" in passage.kinds:
        level = "warning"
    else:
        return
    yield passage.finding(
        ID,
        level,
        f"《{law.name}》{_day(made)}才公布，{year}年度的工作里不应出现。",
        start,
        end,
        why=f"首次公布日期 {made}（{law.source}）",
    )


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("严格按照《信访条例》受理群众诉求。"),
    Example("宣传了《婚姻法》等与群众密切相关的法律。"),
    Example("深入学习《法治宣传教育法》。", year=2023, written="2024-01-20"),
    Example("依据《中华人民共和国大气污染防治法》查处露天焚烧3起。", "plan", 2026, "2027-01-15"),
    Example("开展信访条例解读宣讲活动。"),
    Example("组织学习《行政处罚法》（2017年修正）。"),
    Example("对照2007年版《突发事件应对法》修订预案。"),
    Example("传达学习《中国共产党统一战线工作条例（试行）》。"),
)
CLEAN = (
    Example("严格按照《信访工作条例》受理群众诉求，原《信访条例》已废止。"),
    Example("宣传了《民法典》婚姻家庭编，普及婚姻法律知识。"),
    Example("世界环境日前后，于6月上旬宣传《环境保护法》。", year=2026, written="2027-01-15"),
    Example("按照《信访条例》办理信访事项40件。", year=2021, written="2022-01-15"),
    Example("开展《合同法》专题学习。", year=2019, written="2020-01-15"),
    Example("学习《行政处罚法》（2021年修订）和《立法法（2023年修正）》。"),
    Example("对比《行政处罚法》（2017年修正）讲解新旧条文的变化。"),
    Example("做好《生态环境法典》施行前的学习准备。", "plan", 2025, "2026-02-10"),
    Example("落实《云岭省信访条例》和省农村公路管理条例。"),
)
