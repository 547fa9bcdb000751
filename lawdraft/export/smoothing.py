"""Paragraphs with a badly broken line are set a hair closer or wider (GB/T 15834, 5.2.3)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block
from lawdraft.export.breaking import hangs_by_half, short_lines, torn_lines
from lawdraft.export.measure import BOTH_KINDS

if TYPE_CHECKING:
    from lawdraft.export.blocks import Item, Plan

HAIRS = (-1, -2, -3, 1, -4, -5, 2, -6, 3, 4, -7, 5, -8, 6, -9, 7, -10, 8, -11, 9, -12, 10)  # twips
TORN, SHORT, HALF_OUT = 4, 3, 1  # how bad: —|—, a line of 25 characters, a mark half outside


def smooth(plan: Plan) -> Plan:
    """The plan with each flawed paragraph set so that the least is wrong with its lines."""
    area = plan.geometry.area_width
    return replace(plan, items=tuple((_smooth(item, area), at) for item, at in plan.items))


def _smooth(item: Item, area: int) -> Item:
    return mended(item, area) if isinstance(item, Block) and item.style == "BodyText" else item


@lru_cache(maxsize=4096)
def mended(item: Block, area: int) -> Block:
    """The paragraph with the smallest change of spacing that leaves the least wrong."""
    best, least = item, _flaws(item, area)
    for step in HAIRS:
        if not least:
            break
        spaced = replace(item, spacing=item.spacing + step)
        flaws = _flaws(spaced, area, least)
        if flaws < least:
            best, least = spaced, flaws
    return best


def is_flawed(block: Block, area: int) -> bool:
    """Whether a line of it is badly broken, in fonts of either kind."""
    return _flaws(block, area) > 0


def _flaws(block: Block, area: int, enough: int = 10**6) -> int:
    """How bad a paragraph's lines are in fonts of both kinds; counted up to `enough`."""
    bad = 0
    for widths in BOTH_KINDS:
        bad += TORN * torn_lines(block, area, widths) + SHORT * short_lines(block, area, widths)
        bad += HALF_OUT * hangs_by_half(block, area, widths)
        if bad >= enough:
            break
    return bad
