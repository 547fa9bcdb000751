"""What closes a report, from the end of its text to the date, and whether it stands beside text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block, Record
from lawdraft.export.measure import BOTH_KINDS
from lawdraft.export.placing import Setter, record_height

if TYPE_CHECKING:
    from lawdraft.export.blocks import Placed, Plan
    from lawdraft.export.measure import Widths

SIGNING = frozenset({"Signature", "Date", "Note"})


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


def _is_signing(placed: Placed) -> bool:
    return isinstance(placed[0], Block) and placed[0].style in SIGNING


def is_empty(placed: Placed) -> bool:
    """Whether it is a line without words."""
    return isinstance(placed[0], Block) and not placed[0].pieces


def _is_closing(placed: Placed, *, with_notes: bool) -> bool:
    """Empty lines and the 附件说明 belong to what must stand beside text."""
    item = placed[0]
    is_note = isinstance(item, Block) and item.style == "AttachmentNote"
    return is_empty(placed) or (with_notes and is_note)


def is_beside_text(plan: Plan, closing: tuple[int, int], *, record: bool = False) -> bool:
    """Whether the last line of text, the signature and the date share one page; the 版记 too."""
    part = replace(plan, items=plan.items[: closing[1] + 1])
    room = plan.geometry.area_height - (record_below(plan, closing) if record else 0)
    return all(_same_page(part, closing, widths, room) for widths in BOTH_KINDS)


def _same_page(plan: Plan, closing: tuple[int, int], widths: Widths | None, room: int) -> bool:
    setter = Setter(plan.items, plan.geometry, widths)
    setter.run()
    last = setter.spots[closing[1]][1]
    return setter.spots[closing[0] - 1][1].page == last.page and last.used <= room


def record_below(plan: Plan, closing: tuple[int, int]) -> int:
    """Twips of a 版记 that follows the date on whatever page that is, with a line of air; or 0."""
    rest = [item for item, _ in plan.items[closing[1] + 1 :]]
    if plan.even_record or len(rest) != 1 or not isinstance(rest[0], Record):
        return 0
    return record_height(rest[0], plan.geometry.area_width) + plan.pitch


def spare_lines(plan: Plan, closing: tuple[int, int]) -> int:
    """Empty lines above the signature that may go: all but one (7.3.5.1)."""
    number, count = _first_signing(plan, closing), 0
    while number - count > closing[0] and is_empty(plan.items[number - count - 1]):
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
