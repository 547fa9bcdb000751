"""Phrases, campaigns and plans whose time is over, and events before they happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.check.milestones import misdated
from lawdraft.check.rule import Example, PassageRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.check.milestones import Milestone
    from lawdraft.check.reading import Passage, Reading
    from lawdraft.knowledge import DatedPhrase
    from lawdraft.model.finding import Finding, Severity

ID = "outdated-phrase"
_SKIPPED = frozenset(("annex", "annex_note", "addressee", "signature", "date", "note"))
_TITLE = re.compile(r"《[^》\n]*》")
_PLENUM = re.compile(r"届.中全会$")
_TITLE_GROUPS = frozenset(("规划", "期限", "新法", "普法"))


_LASTING = frozenset(("规划", "期限", "普法", "学习教育"))
# what is still being done, told just before the phrase
_RUNNING = re.compile(
    r"(?:推进|推动|实施|落实|开展|深化|抓好|抓实|抓紧|执行|组织|贯彻|启动|围绕|按照|依据|根据|紧扣|对标|聚焦|立足|结合|以)"
    r"(?:了|好|全[县市区镇乡]|[县市区镇乡])?[《“\"]?\Z"
)
_LOOKS_BACK = re.compile(
    r"收官|验收|终期|总结|评估|期满|回顾|表彰|先进|期间|以来|时期|成果|经验|衔接|接续|基础上|末期|常态化|长效"
)
_CLOSED = re.compile(
    r"”?(?:规划|工作)?(?:的)?(?:实施)?(?:情况)?(?:终期|期末)?(?:总结)?(?:验收|收官|终期评估|迎检)(?!以来|后|时|成果|经验|为|反馈|的?基础)"
)
_CLOSES = re.compile(r"收官|验收|终期|总结|评估|期满|回顾")


def check(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """A finding at each phrase that does not fit the time spoken of."""
    if reading.year is None or passage.role in _SKIPPED:
        return
    for phrase in reading.knowledge.hinted_phrases.of(passage.text):
        if not phrase.may_stand_in(passage.text):
            continue
        for found in phrase.pattern.finditer(passage.text):
            finding = _judge(passage, reading, phrase, found)
            if finding is not None:
                yield finding
    yield from _later_plenum(passage, reading)
    for told in misdated(passage, reading.year):
        yield passage.finding(ID, "warning", _another_year(passage, told), told.start, told.end)


def _another_year(passage: Passage, told: Milestone) -> str:
    words = passage.text[told.start : told.end].strip('“”"')
    first, last = told.years
    years = f"{first}年" if first == last else f"{first}至{last}年"
    return f"“{words}”是{years}，这里说的是{told.told}年，请核对。"


def _later_plenum(passage: Passage, reading: Reading) -> Iterator[Finding]:
    """二十届二中、三中全会 where the fourth was held within the year: a note."""
    if "中全会" not in passage.text or passage.plan_from is not None:
        return
    held = min(reading.written or "9999", f"{reading.year}-12-31")
    plenums = [p for p in reading.knowledge.dated_phrases if _PLENUM.search(p.entry.name)]
    past = [p for p in plenums if p.entry.confidence == "high" and (p.entry.first or "") <= held]
    named = [(p.entry.first or "", m) for p in plenums for m in p.pattern.finditer(passage.text)]
    if not named or not past or "历次全会" in passage.text:
        return
    first, match = max(named, key=lambda one: one[0])
    newest = max(past, key=lambda p: p.entry.first or "")
    if first < (newest.entry.first or "") and passage.leading:
        yield passage.finding(
            ID, "note", f"最近一次全会是“{newest.entry.name}”，请看是否需要写上。", *match.span()
        )


def _judge(
    passage: Passage, reading: Reading, phrase: DatedPhrase, found: re.Match[str]
) -> Finding | None:
    if phrase.entry.group not in _TITLE_GROUPS and _in_title(passage.text, found.start()):
        return None
    told = (reading.year or 0) + (1 if passage.plans(found.start()) else 0)
    first, last = phrase.entry.first, _last(phrase, found)
    known = f"{told}-12-31" if _is_planned(passage, phrase, found) else reading.written or first
    if first is not None and known is not None and first > min(known, f"{told}-12-31"):
        return _too_early(passage, reading, phrase, found, first)
    if last is not None and last < f"{told}-01-01":
        return _too_late(passage, phrase, found, last, told)
    return None


def _is_planned(passage: Passage, phrase: DatedPhrase, found: re.Match[str]) -> bool:
    """启动“九五”普法 in a plan written in December: periods are known before they begin."""
    return phrase.entry.group in ("普法", "规划", "期限") and passage.plans(found.start())


def _in_title(text: str, place: int) -> bool:
    return any(found.start() < place < found.end() for found in _TITLE.finditer(text))


def _last(phrase: DatedPhrase, found: re.Match[str]) -> str | None:
    """The end of the phrase's time; a plan with years in its title ends with them."""
    if phrase.entry.last is None and "end" in phrase.pattern.groupindex:
        return f"{found['end']}-12-31"
    return phrase.entry.last


def _sentence(passage: Passage, found: re.Match[str]) -> str:
    """The words around, that say how it is meant: its own clause and the ones beside it."""
    span = passage.sentence(found.start())
    return passage.text[max(span.start, found.start() - 24) : min(span.end, found.end() + 24)]


def _too_early(
    passage: Passage, reading: Reading, phrase: DatedPhrase, found: re.Match[str], first: str
) -> Finding | None:
    around = _sentence(passage, found)
    if phrase.early is not None and phrase.early.search(around):
        return None
    certain = first > (reading.written or first)
    grave: Severity = "error" if certain else "warning"
    level = {"high": grave, "medium": "warning", "unsure": "note"}[phrase.entry.confidence]
    return passage.finding(
        ID,
        level,
        _not_yet(phrase, first)
        if certain
        else f"“{phrase.entry.name}”自{first}起，不属于这里所写的年度。",
        *found.span(),
        why=_why(phrase),
    )


def _not_yet(phrase: DatedPhrase, first: str) -> str:
    since = f"（{first}起才有）" if phrase.entry.confidence == "high" else ""
    return f"“{phrase.entry.name}”在写这份报告时还没有{since}，请核对。"


def _too_late(
    passage: Passage, phrase: DatedPhrase, found: re.Match[str], last: str, told: int
) -> Finding | None:
    if _meant(passage, phrase, found, told - int(last[:4])):
        return None
    entry = phrase.entry
    level: Severity = "note" if entry.confidence == "unsure" else "warning"
    instead = f"，现为“{entry.instead}”" if entry.instead else ""
    name = found.group() if "end" in found.groupdict() else entry.name  # a title tells its years
    name = name if name.startswith(("“", "《")) else f"“{name}”"
    return passage.finding(
        ID,
        level,
        f"{name}到{last[:4]}年为止{instead}，{told}年不宜再作为在行的提法。",
        *found.span(),
        suggestion=entry.instead if entry.mechanical else None,
        why=_why(phrase),
    )


def _meant(passage: Passage, phrase: DatedPhrase, found: re.Match[str], years: int) -> bool:
    """Whether it is named as past: 圆满收官, 期间; a plan that is said to run must say so nearby."""
    if phrase.fine is None:
        return False
    around = _sentence(passage, found)
    if phrase.entry.group not in _LASTING:
        return bool(phrase.fine.search(around))
    clause = _clause(passage.text, found)
    if years <= 1 and _CLOSES.search(around):
        return True
    running = _RUNNING.search(passage.text, max(0, found.start() - 8), found.start())
    if years > 1 and phrase.entry.group == "普法" and _CLOSED.match(passage.text, found.end()):
        return False  # 七五普法总结验收 in 2025: what closes is the period just ended
    return bool((_LOOKS_BACK if running else phrase.fine).search(clause))


def _clause(text: str, found: re.Match[str]) -> str:
    """The words between the marks around it; those of the phrase itself are left out."""
    before = re.split(r"[，。；：\n]", text[: found.start()])[-1]
    after = re.split(r"[，。；：\n]", text[found.end() :])[0]
    return before + "\0" + after


def _why(phrase: DatedPhrase) -> str:
    return "；".join(part for part in (phrase.entry.note, phrase.entry.source) if part)


RULE = PassageRule(ID, check)
FLAGGED = (
    Example("全面落实“八五”普法规划，推动普法走深走实。", year=2026, written="2027-01-15"),
    Example("深入学习贯彻党的二十届四中全会精神。", year=2024, written="2025-01-15"),
    Example("扎实开展党纪学习教育，组织专题研讨4次。"),
    Example("紧扣“十四五”规划目标，推进依法行政。", "plan"),
    Example("联合县环保局开展执法检查。"),
    Example("以“七五”普法为抓手，累计开展宣传12场次。"),
    Example("深入实施“七五”普法规划，圆满完成全年任务。"),
    Example("统筹安全生产、疫情防控等重点任务，检查药店32家。"),
    Example("组织“七五”普法总结验收，制作双语普法短视频11部。"),
    Example("喜迎党的二十大胜利召开，组织法治文艺演出。"),
)
CLEAN = (
    Example("谋划启动“九五”普法规划编制，完成“八五”普法总结验收。"),
    Example("加强动物疫情防控，开展松材线虫病疫情防控检查，撤下陈旧的“全国法制宣传日”标语。"),
    Example("巩固“七五”普法验收成果，推广“七五”普法期间的经验。"),
    Example("配合做好“十五五”规划意见征集。"),
    Example("巩固拓展党纪学习教育成果，推动作风建设常态化。"),
    Example("“十四五”期间，全镇法治水平稳步提升。", year=2026, written="2027-01-15"),
    Example("落实“八五”普法规划，迎接终期验收。", year=2026, written="2027-01-15"),
    Example("学习习近平总书记在庆祝中国共产党成立100周年大会上的重要讲话。"),
    Example("启动“九五”普法，紧扣“十五五”规划开局。", "plan"),
    Example("深入学习贯彻党的二十届三中、四中全会精神。"),
)
