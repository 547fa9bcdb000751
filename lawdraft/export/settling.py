"""Settles where a plan's pages end: its text fitted, the 版记 at the foot of the last page (7.4)."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block, Record
from lawdraft.export.closing import closing_of, is_beside_text, spare_lines, without_blanks
from lawdraft.export.fitting import MOST_CHANGED, fit_text
from lawdraft.export.gaps import with_other_gaps
from lawdraft.export.placing import Setter, record_height
from lawdraft.export.rows import with_other_rows
from lawdraft.export.spacing import NARROWER, WIDER, changed_plan, is_modest, line_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.export.blocks import Plan

ODD_RECORD = "版记在奇数面上；双面印刷、要它在偶数面时，请把“版记位置”选为“偶数面”。"
LONE_RECORD = "最后一面放不下版记，它单独在下一面；增减几行字会更好看。"


def fit(plan: Plan) -> tuple[Plan, tuple[str, ...]]:
    """The plan with its signature beside text and its 版记 in place, and what was done for it."""
    plan, said = fit_text(plan)
    plan, more = _place_record(plan)
    return plan, (*said, *more)


def _place_record(plan: Plan) -> tuple[Plan, tuple[str, ...]]:
    """The 版记 at the foot of the last page; on an even one, where that is asked for."""
    record = plan.items[-1][0] if plan.items else None
    if not isinstance(record, Record):
        return plan, ()
    pages, has_room = _last_page(plan, record)
    if not has_room and not (pages % 2 and plan.even_record):
        plan, has_room = _make_room(plan, record, pages)
    is_even = _last_page(plan, record)[0] % 2 == 0
    if has_room and (is_even or not plan.even_record):
        return plan, () if is_even else (ODD_RECORD,)
    # Where the back of the last sheet is full, one more sheet: its face blank, its back the 版记.
    blank = plan.even_record and is_even
    placed = replace(record, own_page=True, blank_page_before=blank)
    said = () if plan.even_record else (LONE_RECORD,)
    return replace(plan, items=(*plan.items[:-1], (placed, 0))), said


def _last_page(plan: Plan, record: Record) -> tuple[int, bool]:
    """How many pages there are before the 版记, and whether the last has room for it."""
    setter = Setter(plan.items[:-1], plan.geometry)
    setter.run()
    need = record_height(record, plan.geometry.area_width) + plan.pitch
    return len(setter.sheets), setter.sheet.used + need <= plan.geometry.area_height


def _make_room(plan: Plan, record: Record, pages: int) -> tuple[Plan, bool]:
    """The last page's end moved up, or over to one page more that begins with text or rows."""
    annex = _last_annex(plan)
    more = (pages, pages) if plan.even_record else (pages, pages + 1)
    for changed in _ends_of_annex(plan, annex) if annex else _ends_of_text(plan):
        count, has_room = _last_page(changed, record)
        if has_room and more[0] <= count <= more[1]:
            return changed, True
    return plan, False


def _last_annex(plan: Plan) -> int:
    """The place of the last annex's label among the items; 0: none."""
    places = (
        number
        for number, (item, _) in enumerate(plan.items)
        if isinstance(item, Block) and item.style == "AttachmentLabel"
    )
    return max(places, default=0)


def _ends_of_text(plan: Plan) -> Iterator[Plan]:
    """The text shorter or longer by some lines, the signature beside it."""
    found = closing_of(plan)
    if found is None:
        return
    ways = itertools.product(with_other_gaps(plan), range(spare_lines(plan, found) + 1))
    for gapped, fewer in ways:
        shorter, closing = without_blanks(gapped, found, fewer)
        for steps, wanted in ((NARROWER, -1), (WIDER, 1)):
            changes = line_changes(shorter, closing, steps, wanted)[:MOST_CHANGED]
            for count in range(len(changes) + 1):
                some = tuple(changes[:count])
                changed = changed_plan(shorter, some)
                if is_modest(shorter, some) and is_beside_text(changed, closing):
                    yield changed


def _ends_of_annex(plan: Plan, annex: int) -> Iterator[Plan]:
    """The last annex with its text closer or wider, or its table's rows lower or higher."""
    end = len(plan.items)
    for steps, wanted in ((NARROWER, -1), (WIDER, 1)):
        found = line_changes(plan, (end, end), steps, wanted)
        changes = [change for change in found if change[1] > annex][:MOST_CHANGED]
        for count in range(1, len(changes) + 1):
            yield changed_plan(plan, tuple(changes[:count]))
    yield from with_other_rows(plan, annex + 1, end)
