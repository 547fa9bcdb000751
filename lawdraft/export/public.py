"""The public version: what must not be published is left out by rule, every omission listed.

Grounds: 政府信息公开条例 (secrets and what endangers stability 14, privacy 15, inner matters 16),
未成年人保护法 103, 社区矫正法 54; a telephone number is masked as 138****1234.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from lawdraft.export.editing import Edit, edit_report
from lawdraft.export.renumbering import count_on
from lawdraft.model.omission import Omission
from lawdraft.text.names import find_names
from lawdraft.text.private import COUNTED_INSIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Figure, Report

SENSITIVE = re.compile(COUNTED_INSIDE)
COUNTED = re.compile(r"\d|[零无未]|没有|[一二三四五六七八九十两]+[起件人例次批]")
LEANING = re.compile(  # a clause without a subject, said of what stands before it
    r"(?:现|目前|截至目前|也)?(?:均|皆|都|全部|已|其中|同比|环比|[较比](?:去年|上年|同期|往年|前年)"
    r"|与(?:去年|上年)|并(?:已|均|全部|及时|妥善))"
)
CLAUSE_END = re.compile(r"[，；。！？\n]")


@dataclass(frozen=True, slots=True)
class Rule:
    """Finds what one ground forbids; gives edits of the text."""

    kind: str
    why: str
    find: Callable[[str], Iterator[Edit]]


def redact(
    report: Report,
    draft: Draft | None = None,
    *,
    keep: frozenset[str] = frozenset(),
    ordinary: Container[str] = frozenset(),
) -> tuple[Report, tuple[Omission, ...]]:
    """The public version of a report and everything left out of it, in order.

    Entries of the draft's ledger marked not public go too. `keep` holds keys of omissions the
    clerk brought back; `ordinary`: words of two characters that are no names.
    """
    rules = (*RULES, Rule("个人姓名", _PRIVACY, partial(_private_names, ordinary=ordinary)))
    found = [(edit, rule.kind, rule.why) for rule in rules for edit in rule.find(report.text)]
    if draft is not None:
        found.extend((edit, "不公开的数字", "台账里标为不公开") for edit in _ledger(report, draft))
    omissions = _with_line_ends(report, _settle(report.text, found, keep))
    omissions = count_on(report, omissions)
    edits = tuple(Edit(one.start, one.end, one.put) for one in omissions)
    return edit_report(report, edits), omissions


def tell(omissions: tuple[Omission, ...]) -> tuple[str, ...]:
    """What was left out, as one sentence: 公开版略去 3 处：手机号 1 处，敏感数字 2 处。"""
    told = [one for one in omissions if not one.follows]
    if not told:
        return ()
    counts: dict[str, int] = {}
    for one in told:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    listed = "，".join(f"{kind} {count} 处" for kind, count in counts.items())
    return (f"公开版略去 {len(told)} 处：{listed}。",)


def _settle(
    text: str, found: list[tuple[Edit, str, str]], keep: frozenset[str]
) -> tuple[Omission, ...]:
    """Without overlaps, the longer of two first; those to keep left out."""
    kept: list[Omission] = []
    for edit, kind, why in sorted(found, key=lambda f: (f[0].start, f[0].start - f[0].end)):
        one = Omission(kind, edit.start, edit.end, text[edit.start : edit.end], edit.put, why)
        if one.key not in keep and (not kept or edit.start >= kept[-1].end):
            kept.append(one)
    return tuple(kept)


def _with_line_ends(report: Report, omissions: tuple[Omission, ...]) -> tuple[Omission, ...]:
    """Where nothing of a paragraph stays, its line end goes with the last of its words."""
    last: dict[Omission, str] = {}
    for p in report.paragraphs:
        inside = [one for one in omissions if p.start <= one.start and one.end <= p.end]
        gone = sum(one.end - one.start for one in inside if not one.put)
        if inside and gone == p.end - p.start and p.end < len(report.text):
            last[inside[-1]] = inside[-1].removed + "\n"
    return tuple(
        replace(one, end=one.end + 1, removed=last[one]) if one in last else one
        for one in omissions
    )


def _phones(text: str) -> Iterator[Edit]:
    for found in re.finditer(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)", text):
        yield Edit(found.start(), found.end(), f"{found[1]}****{found[2]}")


def _ids(text: str) -> Iterator[Edit]:
    for found in re.finditer(r"(?<!\d)\d{17}[\dXx](?!\d)", text):
        yield Edit(found.start(), found.end(), "（略）")


def _accounts(text: str) -> Iterator[Edit]:
    for found in re.finditer(r"(?:账号|帐号|卡号)[：:为是]?\s*(\d[\d ]{10,22}\d)", text):
        yield Edit(found.start(1), found.end(1), "（略）")


def _private_names(text: str, ordinary: Container[str]) -> Iterator[Edit]:
    for one in find_names(text, ordinary):
        if one.private:
            yield Edit(one.start, one.end, one.masked)


def _sensitive(text: str) -> Iterator[Edit]:
    """Whole clauses that count what keeps to the inner circle; neighbours go together."""
    clauses: list[tuple[int, int]] = []
    for found in SENSITIVE.finditer(text):
        start, end = _clause(text, found.start())
        if not COUNTED.search(text[start:end]) or (clauses and start < clauses[-1][1]):
            continue
        if clauses and clauses[-1][1] + 1 == start and text[start - 1] in "，；":
            start = clauses.pop()[0]
        clauses.append((start, _leaned_on(text, end)))
    for start, end in clauses:
        yield _dropped(text, start, end)


def drop_clause(text: str, place: int) -> Edit:
    """Takes the clause around a place out of its sentence and mends the marks around it.

    甲，乙，丙。 without 乙 is 甲，丙。; without 丙 it is 甲，乙。; a lone clause takes its mark along.
    """
    start, end = _clause(text, place)
    return _dropped(text, start, _leaned_on(text, end))


def _leaned_on(text: str, end: int) -> int:
    """The end of the clauses that say something of the one that ends here: 3起，已全部处置。"""
    while text[end : end + 1] in ("，", "；", "。") and LEANING.match(text, end + 1):
        end = _clause(text, end + 1)[1]
    return end


def _clause(text: str, place: int) -> tuple[int, int]:
    """Between two marks; in a table it is the whole row."""
    line = text.rfind("\n", 0, place) + 1, (text + "\n").index("\n", place)
    row = text[slice(*line)]
    if "\t" in row.strip() and "。" not in row:
        return line
    start = max((m.end() for m in CLAUSE_END.finditer(text, 0, place)), default=0)
    mark = CLAUSE_END.search(text, place)
    return start, mark.start() if mark else len(text)


def _dropped(text: str, start: int, end: int) -> Edit:
    mark, before = text[end : end + 1], text[start - 1 : start]
    if mark in ("，", "；"):
        return Edit(start, end + 1, "")
    if before in ("，", "；"):
        return Edit(start - 1, end, "")
    if mark and mark != "\n":
        return Edit(start, end + 1, "")
    return Edit(start, end, "")


def _ledger(report: Report, draft: Draft) -> Iterator[Edit]:
    hidden = [entry for entry in draft.ledger if not entry.public and entry.value]
    for figure in report.figures:
        if any(_is_entry(figure, str(e.value), e.unit, e.thing) for e in hidden):
            yield drop_clause(report.text, figure.start)


def _is_entry(figure: Figure, value: str, unit: str | None, thing: str) -> bool:
    same_thing = not thing or not figure.thing or thing in figure.thing or figure.thing in thing
    return figure.text.startswith(value) and figure.unit == unit and same_thing


_PRIVACY = "个人隐私（政府信息公开条例第十五条）"
RULES = (
    Rule("手机号", _PRIVACY, _phones),
    Rule("身份证号", _PRIVACY, _ids),
    Rule("账号", _PRIVACY, _accounts),
    Rule("敏感数字", "内部口径，不宜公开（政府信息公开条例第十四条、第十六条）", _sensitive),
)
