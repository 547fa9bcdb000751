"""Laws that were repealed or replaced, and laws named before they were made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.rule import Example, PassageRule
from lawdraft.knowledge.lawtable import STATE, find, in_force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge.citations import Citation
    from lawdraft.knowledge.entries import Law
    from lawdraft.model.finding import Finding, Severity

ID = "superseded-law"
_ON_PURPOSE = re.compile(
    r"废止|取代|代替|替代|失效|不再适用|同时停止|旧法|旧版|仍(?:引用|沿用|援引)|更名|合并|整合|修改为|修订为|升级|上升为|历史|沿革|当时|届时|之前|以前|起诉时|行为时|之前签订|(?:施行|实施|有效)期间|当年签订|旧合同|编纂|新旧|衔接适用|溯及"
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
_FRESH_YEARS = 4  # a revision that is older is not called new
_APPLIED = re.compile(r"(?:依据|根据|依照|按照|适用|违反|严格执行)新?(?:颁布|出台|制定)?的?《?\Z")
_REVISED = re.compile(
    r"新(?:修订|修正|修改)(?:通过|颁布|公布|实施|施行)?的?(?:《|中华人民共和国)*\Z"
)
_DRAFT = re.compile(
    r"施行前|实施前|出台前|出台后|颁布后|草案|征求意见|立法|审议|即将|公布后|待.{0,6}施行|起草|编纂"
)


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each such title, with or without 《》."""
    if reading.year is None or not passage.is_body:
        return
    for cited in reading.knowledge.citations.of(passage.text):
        law = find(passage.text[cited.start : cited.end], reading.knowledge.law_names)
        if law is not None:
            yield from _judge(passage, reading, law, cited)
            if cited.quoted:
                yield from _older_text(passage, reading, law, cited)


def _older_text(passage: Passage, reading: Reading, law: Law, cited: Citation) -> Iterator[Finding]:
    """《行政处罚法》（2017年修正）where the text of 2021 was in force before the year began."""
    text, start, end = passage.text, cited.start, cited.end
    printed = _VERSION.search(text, start, end) or _VERSION.match(text, end)
    printed = printed or _VERSION_BEFORE.search(text, max(0, start - 12), start)
    if printed is None or law.repealed or law.confidence == "unsure":
        return
    told = _told(passage, reading, start)
    newest = in_force(law, f"{told}-01-01")
    if newest is None or int(newest[:4]) <= int(printed["year"]):
        return
    if _named_on_purpose(passage, law, start, end):
        return
    yield passage.finding(
        ID,
        "warning",
        f"《{law.name}》{newest[:4]}年又有新的文本，{printed['year']}年的文本已不适用。",
        start,
        max(end, printed.end()),
        why=f"《{law.name}》新文本公布日期 {newest}（{law.source}）",
    )


def _told(passage: Passage, reading: Reading, place: int) -> int:
    """The year spoken of there: the one after, in the plan."""
    return (reading.year or 0) + (1 if passage.plans(place) else 0)


def _judge(passage: Passage, reading: Reading, law: Law, cited: Citation) -> Iterator[Finding]:
    if law.confidence == "unsure" or not (cited.quoted or cited.sure or law.repealed):
        return
    start, end = cited.start, cited.end
    if law.repealed:
        yield from _repealed(passage, reading, law, start, end)
    early = tuple(_not_yet(passage, reading, law, start, end))
    yield from early
    if not early:
        yield from _not_in_force(passage, reading, law, start, end)
        yield from _not_revised(passage, reading, law, start, end)


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
    told = _told(passage, reading, start)
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


def _not_in_force(
    passage: Passage, reading: Reading, law: Law, start: int, end: int
) -> Iterator[Finding]:
    """依据《…》查处 in a year at whose end the law, though published, was not yet in force."""
    begins = law.effective or ""
    if law.versions or begins <= f"{_told(passage, reading, start)}-12-31":
        return
    applied = _APPLIED.search(passage.text, max(0, start - 8), start)
    if applied and not _DRAFT.search(passage.text, start, passage.sentence(start).end):
        yield passage.finding(
            ID,
            "warning",
            f"《{law.name}》{_day(begins)}才施行，这里还不能作为依据。",
            start,
            end,
            why=f"施行日期 {begins}（{law.source}）",
        )


def _not_revised(
    passage: Passage, reading: Reading, law: Law, start: int, end: int
) -> Iterator[Finding]:
    """新修订的《…》 where the revision came later, and the one before was years ago."""
    written, newest = reading.written or "", law.published or ""
    if not law.versions or newest <= written:
        return
    before = max((p for p, _ in law.versions if p and p <= written), default=written)
    old = int(before[:4]) + _FRESH_YEARS <= int(written[:4])
    if old and _REVISED.search(passage.text, max(0, start - 12), start):
        yield passage.finding(
            ID,
            "error" if law.confidence == "high" else "warning",
            f"《{law.name}》{_day(newest)}才修订公布，写这份报告时还没有。",
            start,
            end,
            why=f"公布日期 {newest}（{law.source}）",
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
    Example("学习宪法、民法典、民营经济促进法等。", year=2023, written="2024-01-20"),
    Example("依据《农村集体经济组织法》处理合同6份。", year=2024, written="2025-01-20"),
    Example("组织学习新修订的仲裁法和公证法。", year=2024, written="2025-01-20"),
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
