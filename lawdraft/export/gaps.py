"""A plan with the empty line below its title lower or higher: page 1 holds a line more or fewer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block
from lawdraft.export.placing import Setter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.export.blocks import Plan

LEAST, MOST = 0.45, 1.6  # text lines; with the air of both lines' characters 0.9 and 2.06
EDGE = 40  # twips beyond what pushes the last line over


def with_other_gaps(plan: Plan) -> Iterator[Plan]:
    """The plan as it is, and where its gap allows with a line fewer or more on page 1."""
    yield plan
    at = _gap(plan)
    if not at:
        return
    line, pitch = plan.items[at][0].line, plan.pitch  # type: ignore[union-attr]
    more = _free_at_foot(plan) + EDGE
    if line + more <= MOST * pitch:
        yield _with_gap(plan, at, round(min(line + pitch - EDGE, MOST * pitch)))
    if line - pitch >= LEAST * pitch:
        yield _with_gap(plan, at, line - pitch)


def _gap(plan: Plan) -> int:
    """The place of the empty line below the title; 0: none, or a page of its own after it."""
    for at, (item, _) in enumerate(plan.items[:-1]):
        below = plan.items[at + 1][0]
        if isinstance(item, Block) and item.style == "Title" and isinstance(below, Block):
            return at + 1 if not below.pieces and below.line > 1 else 0
    return 0


def _free_at_foot(plan: Plan) -> int:
    """Twips left on page 1."""
    setter = Setter(plan.items[:60], plan.geometry)
    setter.run()
    ends = [end.used for _, end in setter.spots if end.page == 0]
    return (plan.geometry.area_height - max(ends, default=0)) % plan.pitch


def _with_gap(plan: Plan, at: int, line: int) -> Plan:
    block, offset = plan.items[at]
    assert isinstance(block, Block)
    items = (*plan.items[:at], (replace(block, line=line), offset), *plan.items[at + 1 :])
    return replace(plan, items=items)
