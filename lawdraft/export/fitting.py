"""Fits the text of a plan to its pages: the signature never stands alone.

7.3.5.5 asks to adjust the spacing of characters where the signature has no room beside text. The
change that does it with the fewest and smallest steps is taken; "此页无正文" is never printed.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block, Grid, Record
from lawdraft.export.breaking import break_block, count_lines
from lawdraft.export.gaps import with_other_gaps
from lawdraft.export.measure import BOTH_KINDS
from lawdraft.export.placing import Setter, record_height
from lawdraft.export.rows import with_other_rows
from lawdraft.export.smoothing import smooth

if TYPE_CHECKING:
    from lawdraft.export.blocks import Placed, Plan
    from lawdraft.export.measure import Widths

NARROWER = tuple(range(-1, -17, -1))  # twips taken from every character: at most 0.8 pt
WIDER = tuple(range(1, 13))  # at most 0.6 pt more: 27 characters a line
MOST_CHANGED = 14  # paragraphs set closer or wider for one end
MOST_LOOKED_AT = 60  # paragraphs before the signature
MOST_TRIED = 16
FEWEST, MOST = 26.9, 29.6  # characters that a line of full-width ones may have room for
SAME_COUNT = (-8, 1)  # changes that leave a full line its 28 characters
MOST_LEFT = 4  # lines that a page may leave free so that the 版记 need not stand alone
MOST_LINES = 0.35  # of all lines may hold one more or less
STEPS_TRIED = 4  # from the first that changes the number of lines
DOUBT = 16  # twips by which programs differ over a line's width
SIGNING = frozenset({"Signature", "Date", "Note"})
FIXED_LONGER_THAN = 40  # the first paragraph longer than this shows the true grid and stays
NOTE_ALONG = "署名、日期与附件说明的末行移到了下一页；增删几个字会更好看（7.3.5.5）。"
Change = tuple[int, int]  # twips of change, index of the item


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
    if record_below(plan, found):
        fitted = _with_record(plan, found, below_notes)
        if fitted is not None:
            return fitted
    if is_beside_text(plan, found):
        return plan, ()
    for wanted in (found, below_notes) if found != below_notes else (found,):
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


def record_below(plan: Plan, closing: tuple[int, int]) -> int:
    """Twips of a 版记 that follows the date on whatever page that is, with a line of air; or 0."""
    rest = [item for item, _ in plan.items[closing[1] + 1 :]]
    if plan.even_record or len(rest) != 1 or not isinstance(rest[0], Record):
        return 0
    return record_height(rest[0], plan.geometry.area_width) + plan.pitch


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


def spare_lines(plan: Plan, closing: tuple[int, int]) -> int:
    """Empty lines above the signature that may go: all but one (7.3.5.1)."""
    number, count = _first_signing(plan, closing), 0
    while number - count > closing[0] and _is_empty(plan.items[number - count - 1]):
        count += 1
    return max(0, count - 1)


def _first_signing(plan: Plan, closing: tuple[int, int]) -> int:
    return next(n for n in range(closing[0], closing[1] + 1) if _is_signing(plan.items[n]))


def without_blanks(
    plan: Plan, closing: tuple[int, int], count: int
) -> tuple[Plan, tuple[int, int]]:
    """The plan with so many empty lines fewer above the signature, and where its closing is then."""
    at = _first_signing(plan, closing)
    items = (*plan.items[: at - count], *plan.items[at:])
    return replace(plan, items=items), (closing[0], closing[1] - count)


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


def closing_of(plan: Plan, *, with_notes: bool = True) -> tuple[int, int] | None:
    """Items from the end of the text to the date: first and last index.

    Where nothing else helps, a line of the 附件说明 beside the signature must do: `with_notes`.
    """
    signing = [number for number, placed in enumerate(plan.items) if _is_signing(placed)]
    if not signing:
        return None
    first = signing[0]
    while first and _is_closing(plan.items[first - 1], with_notes=with_notes):
        first -= 1
    return (first, signing[-1]) if first else None


def _style(placed: Placed) -> str:
    return placed[0].style if isinstance(placed[0], Block) else ""


def _is_signing(placed: Placed) -> bool:
    return isinstance(placed[0], Block) and placed[0].style in SIGNING


def _is_empty(placed: Placed) -> bool:
    return isinstance(placed[0], Block) and not placed[0].pieces


def _is_closing(placed: Placed, *, with_notes: bool) -> bool:
    """Empty lines and the 附件说明 belong to what must stand beside text."""
    item = placed[0]
    is_note = isinstance(item, Block) and item.style == "AttachmentNote"
    return _is_empty(placed) or (with_notes and is_note)


def is_beside_text(plan: Plan, closing: tuple[int, int], *, record: bool = False) -> bool:
    """Whether the last line of text, the signature and the date share one page; the 版记 too."""
    part = replace(plan, items=plan.items[: closing[1] + 1])
    room = plan.geometry.area_height - (record_below(plan, closing) if record else 0)
    return all(_same_page(part, closing, widths, room) for widths in BOTH_KINDS)


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
        if end.page == page - 1 and not _is_empty(placed)
    ]
    return not before or plan.geometry.area_height - before[-1] < plan.pitch


def _same_page(plan: Plan, closing: tuple[int, int], widths: Widths | None, room: int) -> bool:
    setter = Setter(plan.items, plan.geometry, widths)
    setter.run()
    last = setter.spots[closing[1]][1]
    return setter.spots[closing[0] - 1][1].page == last.page and last.used <= room


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


def is_modest(plan: Plan, changes: tuple[Change, ...]) -> bool:
    """Whether most lines still hold 28 characters (5.2.3) after these changes."""
    seen = {number for step, number in changes if not SAME_COUNT[0] <= step <= SAME_COUNT[1]}
    if not seen:
        return True
    lines = {
        number: count_lines(item, plan.geometry.area_width)
        for number, (item, _) in enumerate(plan.items)
        if isinstance(item, Block) and item.style == "BodyText"
    }
    return sum(lines[number] for number in seen) <= MOST_LINES * sum(lines.values())


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


def line_changes(
    plan: Plan, closing: tuple[int, int], steps: tuple[int, ...], wanted: int
) -> list[Change]:
    """The smallest change of each paragraph that makes it a line shorter or longer."""
    area = plan.geometry.area_width
    found: list[Change] = []
    for number in _adjustable(plan, closing[0])[-MOST_LOOKED_AT:]:
        block = plan.items[number][0]
        assert isinstance(block, Block)
        step = _least_step(block, steps, wanted, area)
        if step:
            found.append((step, number))
    return sorted(found, key=lambda change: (abs(change[0]), -change[1]))


@lru_cache(maxsize=4096)
def _least_step(block: Block, steps: tuple[int, ...], wanted: int, area: int) -> int:
    """The smallest step that changes a paragraph's lines so; 0: none does."""
    if not _may_give(block, steps, wanted, area):
        return 0
    lines = count_lines(block, area)
    first = bisect_left(steps, 1, key=lambda step: count_lines(_spaced(block, step), area) != lines)
    fitting = (
        step
        for step in steps[first : first + STEPS_TRIED]
        if all(_gives(block, step, wanted, area, widths) for widths in BOTH_KINDS)
    )
    return next(fitting, 0)


def _may_give(block: Block, steps: tuple[int, ...], wanted: int, area: int) -> bool:
    """Whether all steps together move as many characters as the last line holds, or lacks."""
    lines = break_block(block, area)
    character = block.size * 20 + block.spacing
    last = sum(len(run.text) for run in lines[-1].runs)
    moved = abs(steps[-1]) * len(block.text) / character + 1.5
    return last <= moved if wanted < 0 else area / character - last <= moved


def _gives(block: Block, step: int, wanted: int, area: int, widths: Widths | None) -> bool:
    """Whether the step does it, also where a program reckons a hair's breadth otherwise."""
    lines = count_lines(block, area, widths) + wanted
    spaced = _spaced(block, step)
    if not FEWEST <= area / (spaced.size * 20 + spaced.spacing) <= MOST:
        return False
    return all(count_lines(spaced, area - d, widths) == lines for d in (0, DOUBT, -DOUBT))


def _adjustable(plan: Plan, end: int) -> list[int]:
    """Text paragraphs before `end`, without the first long one."""
    numbers = [
        number
        for number, (item, _) in enumerate(plan.items[:end])
        if isinstance(item, Block) and item.style == "BodyText"
    ]
    for number in numbers:
        block = plan.items[number][0]
        if isinstance(block, Block) and len(block.text) > FIXED_LONGER_THAN:
            return [other for other in numbers if other != number]
    return numbers


def _spaced(block: Block, step: int) -> Block:
    """The block with its characters closer or further apart."""
    return replace(block, spacing=block.spacing + step)


def changed_plan(plan: Plan, changes: tuple[Change, ...]) -> Plan:
    """The plan with these paragraphs' characters closer or further apart."""
    items = list(plan.items)
    for step, number in changes:
        block, offset = items[number]
        assert isinstance(block, Block)
        items[number] = (_spaced(block, step), offset)
    return replace(plan, items=tuple(items))
