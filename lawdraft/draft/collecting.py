"""Sheets taken into the draft: sums, contradictions side by side, and who is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.draft.answers import readable
from lawdraft.draft.ledger import number_of
from lawdraft.draft.sheets import suppliers_of
from lawdraft.draft.wholes import torn
from lawdraft.model.collecting import Collected, Contradiction, SupplierState
from lawdraft.model.draft import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lawdraft.draft.answers import Reply, SheetRead
    from lawdraft.model.draft import Draft, Entry

_VILLAGE = re.compile(r"(?:村|社区|居委会|村委会|组)$")
_ROUGH = re.compile(r"[余多]$")
_ABOUT = re.compile(r"^[约近超逾]")


def collect_in(draft: Draft, paths: Iterable[Path]) -> Collected:
    """Take the answers in these sheets; the same sheets again change nothing.

    Raises CannotReadError where no sheet is readable.
    """
    sheets, notes = readable(paths, draft)
    before = draft
    seen: dict[tuple[str, str], Answer] = {}
    for sheet in sheets:
        draft = _with_sheet(draft, sheet, seen, notes)
    ledger = tuple(_settled(entry, before, draft, notes) for entry in draft.ledger)
    filled = replace(draft, ledger=ledger)
    known = torn(before)
    notes += [trouble.sentence for trouble in torn(filled) if trouble not in known]
    taken = sum(
        old.value != new.value for old, new in zip(before.ledger, filled.ledger, strict=True)
    )
    return Collected(filled, taken, tuple(dict.fromkeys(notes)))


def progress(draft: Draft) -> tuple[SupplierState, ...]:
    """All suppliers in the ledger's order, with how much of what they were asked has come."""
    asked: dict[str, list[str]] = {}
    for entry in draft.ledger:
        for supplier in suppliers_of(entry) if not entry.formula else ():
            asked.setdefault(supplier, []).append(entry.id)
    states = []
    for supplier, entries in asked.items():
        answers = [a for a in draft.answers if a.supplier == supplier and a.entry in entries]
        sheets = tuple(dict.fromkeys(a.sheet for a in answers))
        told = {a.entry for a in answers} | {e.id for e in draft.ledger if e.value is not None}
        waiting = tuple(each for each in entries if each not in told)
        given = len(entries) - len(waiting)
        states.append(SupplierState(supplier, len(entries), given, sheets, waiting))
    return tuple(states)


def contradictions(draft: Draft) -> tuple[Contradiction, ...]:
    """Figures for which answers stand side by side that cannot both hold, and none was chosen."""
    found = []
    for entry in draft.ledger:
        answers = _answers(entry, draft)
        several = len({answer.value for answer in answers}) > 1
        if several and not _is_summed(entry, answers) and entry.value is None:
            found.append(Contradiction(entry.id, tuple(answers)))
    return tuple(found)


def _with_sheet(
    draft: Draft, sheet: SheetRead, seen: dict[tuple[str, str], Answer], notes: list[str]
) -> Draft:
    notes += sheet.notes
    answers = list(draft.answers)
    for reply in sheet.replies:
        entry = draft.entry(reply.entry)
        if reply.doubt:
            notes.append(_doubt(sheet, entry, reply))
        else:
            _take(answers, seen, _answer_of(sheet, reply))
    return replace(draft, answers=tuple(answers))


def _answer_of(sheet: SheetRead, reply: Reply) -> Answer:
    reporter = sheet.supplier or sheet.name.rpartition(".")[0] or sheet.name
    return Answer(reply.entry, reporter, reply.value, sheet.name, reply.note)


def _doubt(sheet: SheetRead, entry: Entry, reply: Reply) -> str:
    told = f"“{sheet.name}”里“{entry.thing}”填的是“{reply.value}”：{reply.doubt}，没有采用"
    return f"{told}；备注：{reply.note}。" if reply.note else f"{told}。"


def _take(answers: list[Answer], seen: dict[tuple[str, str], Answer], new: Answer) -> None:
    """A supplier's later sheet replaces its earlier one; two at a time that differ both stand."""
    other = seen.get((new.entry, new.supplier))
    if other is not None and other.value != new.value:
        new = replace(new, supplier=f"{new.supplier}（{new.sheet}）")
    seen[new.entry, new.supplier] = new
    for place, old in enumerate(answers):
        if (old.entry, old.supplier) == (new.entry, new.supplier):
            answers[place] = new if old.value != new.value else old
            return
    answers.append(new)


def _settled(entry: Entry, before: Draft, draft: Draft, notes: list[str]) -> Entry:
    """The entry with what its answers add up to; what the clerk typed is never overwritten."""
    now = _answer(entry, draft)
    if now is None or now == entry.value:
        _tell_contradiction(entry, draft, notes)
        return entry
    if entry.formula:
        return entry
    if entry.value is not None and entry.value != _answer(entry, before):
        if number_of(now) is not None and number_of(now) == number_of(entry.value):
            return entry  # 3.6万 and 36000
        notes.append(f"“{entry.thing}”已经填了 {entry.value}，收集表里是 {now}，没有改，请核对。")
        return entry
    return replace(entry, value=now)


def _answers(entry: Entry, draft: Draft) -> list[Answer]:
    return [answer for answer in draft.answers if answer.entry == entry.id]


def _answer(entry: Entry, draft: Draft) -> str | None:
    """One value from all answers: the one given, or the sum; None where unsure or incomplete."""
    answers = _answers(entry, draft)
    asked = suppliers_of(entry)
    if not answers:
        return None
    if _is_summed(entry, answers):
        if any(name not in {a.supplier for a in answers} for name in asked if len(asked) > 1):
            return None
        return _sum([a.value for a in answers if len(asked) <= 1 or a.supplier in asked])
    values = {a.value for a in answers}
    return values.pop() if len(values) == 1 else None


def _is_summed(entry: Entry, answers: list[Answer]) -> bool:
    """Villages and several named suppliers add up; rates and averages never do."""
    if entry.unit in ("%", "个百分点", "分") or len(answers) < 2:
        return len(suppliers_of(entry)) > 1 and entry.unit not in ("%", "个百分点", "分")
    several = len(suppliers_of(entry)) > 1
    return several or all(_VILLAGE.search(answer.supplier) for answer in answers)


def _sum(values: list[str]) -> str | None:
    numbers = [number_of(value) for value in values]
    if any(number is None for number in numbers):
        return None
    total = sum(number or 0 for number in numbers)
    about = "约" if any(_ABOUT.search(value) for value in values) else ""
    more = "余" if not about and any(_ROUGH.search(value) for value in values) else ""
    return f"{about}{total:.10g}{more}"


def _tell_contradiction(entry: Entry, draft: Draft, notes: list[str]) -> None:
    answers = _answers(entry, draft)
    if len({answer.value for answer in answers}) > 1 and not _is_summed(entry, answers):
        told = "，".join(f"{answer.supplier}填 {answer.value}" for answer in answers)
        notes.append(f"“{entry.thing}”几处填得不一样：{told}；没有采用，请核对。")
