"""Characters set closer or further apart, so that a paragraph is a line shorter or longer."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block
from lawdraft.export.breaking import break_block, count_lines
from lawdraft.export.measure import BOTH_KINDS

if TYPE_CHECKING:
    from lawdraft.export.blocks import Plan
    from lawdraft.export.measure import Widths

NARROWER = tuple(range(-1, -17, -1))  # twips taken from every character: at most 0.8 pt
WIDER = tuple(range(1, 13))  # at most 0.6 pt more: 27 characters a line
MOST_LOOKED_AT = 60  # paragraphs before the signature
FEWEST, MOST = 26.9, 29.6  # characters that a line of full-width ones may have room for
SAME_COUNT = (-8, 1)  # changes that leave a full line its 28 characters
MOST_LINES = 0.35  # of all lines may hold one more or less
STEPS_TRIED = 4  # from the first that changes the number of lines
DOUBT = 16  # twips by which programs differ over a line's width
FIXED_LONGER_THAN = 40  # the first paragraph longer than this shows the true grid and stays
Change = tuple[int, int]  # twips of change, index of the item


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
