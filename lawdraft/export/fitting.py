"""Fits the text of a plan to its pages: the signature never stands alone.

7.3.5.5 asks to adjust the spacing of characters where the signature has no room beside text. The
change that does it with the fewest and smallest steps is taken; "此页无正文" is never printed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block, Grid
from lawdraft.export.breaking import count_lines
from lawdraft.export.closing import (
    closing_of,
    is_beside_text,
    is_empty,
    record_below,
    spare_lines,
    without_blanks,
)
from lawdraft.export.gaps import with_other_gaps
from lawdraft.export.placing import Setter
from lawdraft.export.rows import with_other_rows
from lawdraft.export.smoothing import smooth
from lawdraft.export.spacing import NARROWER, WIDER, changed_plan, is_modest, line_changes

if TYPE_CHECKING:
    from lawdraft.export.blocks import Placed, Plan
    from lawdraft.export.spacing import Change

MOST_CHANGED = 14  # paragraphs set closer or wider for one end
MOST_TRIED = 16
MOST_LEFT = 4  # lines that a page may leave free so that the 版记 need not stand alone
NOTE_ALONG = "署名、日期与附件说明的末行移到了下一页；增删几个字会更好看（7.3.5.5）。"


def fit_text(plan: Plan) -> tuple[Plan, tuple[str, ...]]:
    """The plan with whole lines and its signature beside text, and what was done for it."""
    plan = smooth(plan)
    plan = _fill_before_tables(plan)
    return _keep_signature_with_text(plan)


def _fill_before_tables(plan: Plan) -> Plan:
    """No empty lines above a table that begins a page: some text is set wider to fill them."""
    begin = 0
    for number, (item, _) in enumerate(plan.items):
        if isinstance(item, Grid) and item.line_width:
            empty = _empty_lines_before(plan, number)
            if empty:
                changes = _changes_between(plan, begin, number)
                changed = changed_plan(plan, tuple(changes[:empty]))
                if len(changes) >= empty and not _empty_lines_before(changed, number):
                    plan = changed
            begin = number + 1
    return plan


def _empty_lines_before(plan: Plan, number: int) -> int:
    """Whole text lines left free on the page before the one that a table begins."""
    setter = Setter(plan.items[: number + 1], plan.geometry)
    setter.run()
    if not number or setter.spots[number][0].page == setter.spots[number - 1][1].page:
        return 0
    return (plan.geometry.area_height - setter.spots[number - 1][1].used) // plan.pitch


def _changes_between(plan: Plan, begin: int, end: int) -> list[Change]:
    """The smallest changes that make paragraphs between two items a line longer."""
    found = line_changes(plan, (end, end), WIDER, 1)
    return [change for change in found if change[1] >= begin]


def _keep_signature_with_text(plan: Plan) -> tuple[Plan, tuple[str, ...]]:
    """Characters closer or wider; then fewer empty lines too; last, the last paragraph goes along."""
    found, below_notes = closing_of(plan), closing_of(plan, with_notes=False)
    if found is None or below_notes is None:
        return plan, ()
    fitted = _with_record(plan, found, below_notes) if record_below(plan, found) else None
    return fitted or _without_record(plan, found, below_notes)


def _without_record(
    plan: Plan, found: tuple[int, int], below_notes: tuple[int, int]
) -> tuple[Plan, tuple[str, ...]]:
    """The plan with its signature beside text, by the least change that does it."""
    if is_beside_text(plan, found):
        return plan, ()
    for wanted in dict.fromkeys((found, below_notes)):
        fitted = _fitted(plan, wanted)
        if fitted is not None:
            return fitted
    if is_beside_text(plan, below_notes):
        return plan, ()
    for changed in with_other_rows(plan, 0, found[0]):
        if is_beside_text(changed, found):
            return changed, ()
    note_along = _last_note_along(plan, below_notes)
    return note_along or _last_paragraph_along(plan, found)


def _with_record(
    plan: Plan, found: tuple[int, int], below_notes: tuple[int, int]
) -> tuple[Plan, tuple[str, ...]] | None:
    """The plan with signature and 版记 on one page, beside text; None: no way."""
    for wanted in (found, below_notes):
        if is_beside_text(plan, wanted, record=True):
            return plan, ()
    for wanted in dict.fromkeys((found, below_notes)):
        fitted = _fitted(plan, wanted, record=True)
        if fitted is not None:
            return fitted
    moved, said = _last_paragraph_along(plan, found)
    few = _lines_left(moved, found) <= MOST_LEFT
    return (moved, said) if few and is_beside_text(moved, found, record=True) else None


def _lines_left(plan: Plan, closing: tuple[int, int]) -> int:
    """Whole lines that the page before the signature's leaves free."""
    setter = Setter(plan.items[: closing[1] + 1], plan.geometry)
    setter.run()
    page = setter.spots[closing[1]][1].page
    ends = [end.used for _, end in setter.spots if end.page == page - 1]
    return (plan.geometry.area_height - max(ends, default=0)) // plan.pitch


def _last_note_along(plan: Plan, closing: tuple[int, int]) -> tuple[Plan, tuple[str, ...]] | None:
    """The last name of the 附件说明 goes over with the signature; None: there are no notes."""
    number = closing[0] - 1
    if _style(plan.items[number]) != "AttachmentNote":
        return None
    item, offset = plan.items[number]
    assert isinstance(item, Block)
    items = list(plan.items)
    items[number] = (replace(item, keep_next=True), offset)
    moved = replace(plan, items=tuple(items))
    return (moved, (NOTE_ALONG,)) if is_beside_text(moved, closing) else None


def _fitted(
    plan: Plan, found: tuple[int, int], *, record: bool = False
) -> tuple[Plan, tuple[str, ...]] | None:
    """The plan with the closing on one page with what stands above it; None: no way."""
    for gapped in with_other_gaps(plan):
        for fewer in range(spare_lines(gapped, found) + 1):
            shorter, closing = without_blanks(gapped, found, fewer)
            for changes in ((), *_ways(shorter, closing, record=record)):
                changed = changed_plan(shorter, changes)
                fits = is_beside_text(changed, closing, record=record)
                if fits and _follows_full_page(changed, closing):
                    return changed, _told(changes, fewer)
    return None


def _told(changes: tuple[Change, ...], fewer: int) -> tuple[str, ...]:
    if not changes:
        return ("为使署名、日期与正文同页，署名上方少空了一行（7.3.5.5）。",) if fewer else ()
    points = max(abs(step) for step, _ in changes) / 20
    return (
        f"为使署名、日期与正文同页，{len(changes)} 段的字距微调了 {points:g} 磅以内（7.3.5.5）。",
    )


def _last_paragraph_along(plan: Plan, closing: tuple[int, int]) -> tuple[Plan, tuple[str, ...]]:
    """The last paragraph begins the signature's page: it leaves lines free, but is never alone."""
    number = closing[0] - 1
    while number and _style(plan.items[number - 1]).startswith("Heading"):
        number -= 1  # a heading goes with its text
    item, offset = plan.items[number]
    if not isinstance(item, Block) or item.style in ("Title", "Addressee", "Normal"):
        return plan, ("署名和日期单独成页了，请增删几个字使它与正文同页（7.3.5.5）。",)
    items = list(plan.items)
    items[number] = (replace(item, new_page=True), offset)
    moved = replace(plan, items=tuple(items))
    return moved, (
        "为使署名、日期与正文同页，最后一段移到了下一页；增删几个字会更好看（7.3.5.5）。",
    )


def _style(placed: Placed) -> str:
    return placed[0].style if isinstance(placed[0], Block) else ""


def _follows_full_page(plan: Plan, closing: tuple[int, int]) -> bool:
    """Whether the page before the signature's is filled to its foot by words, not empty lines."""
    setter = Setter(plan.items[: closing[1] + 1], plan.geometry)
    setter.run()
    page = setter.spots[closing[1]][1].page
    if any(begin.page < page <= end.page for begin, end in setter.spots):  # words run over
        return True
    before = [
        end.used
        for (begin, end), placed in zip(setter.spots, plan.items, strict=False)
        if end.page == page - 1 and not is_empty(placed)
    ]
    return not before or plan.geometry.area_height - before[-1] < plan.pitch


def _ways(
    plan: Plan, closing: tuple[int, int], *, record: bool = False
) -> list[tuple[Change, ...]]:
    """Sets of changes that should do it, the least change first, tightening before loosening."""
    ways, below = [], record_below(plan, closing) if record else 0
    for steps, wanted in ((NARROWER, -1), (WIDER, 1)):
        changes = line_changes(plan, closing, steps, wanted)[:MOST_CHANGED]
        ways += [
            tuple(changes[:count])
            for count in range(1, len(changes) + 1)
            if _should_fit(plan, closing, wanted * count, below)
            and is_modest(plan, tuple(changes[:count]))
        ]
    return sorted(ways, key=lambda way: sum(abs(step) for step, _ in way))[:MOST_TRIED]


def _should_fit(plan: Plan, closing: tuple[int, int], lines: int, below: int) -> bool:
    """Whether the closing has room below the text when the text is so many lines longer."""
    used, need = _end_of_text(plan, closing)
    need += below
    room = plan.geometry.area_height
    used += lines * plan.pitch
    if used <= 0:
        used += room // plan.pitch * plan.pitch
    elif used > room:
        used -= room // plan.pitch * plan.pitch
    return used + need <= room


@lru_cache(maxsize=4)
def _end_of_text(plan: Plan, closing: tuple[int, int]) -> tuple[int, int]:
    """Twips used of the page on which the text ends, and those the closing needs below."""
    setter = Setter(plan.items[: closing[0]], plan.geometry)
    setter.run()
    area = plan.geometry.area_width
    blocks = [item for item, _ in plan.items[closing[0] : closing[1] + 1]]
    need = sum(count_lines(b, area) * b.line for b in blocks if isinstance(b, Block))
    return setter.sheet.used, need
