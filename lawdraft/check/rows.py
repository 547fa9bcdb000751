"""A row of parts and its whole: what the parts make, and how one slip would make them right."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from lawdraft.check.counting import is_about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.check.accounts import Entry


@dataclass(frozen=True, slots=True)
class Row:
    """Parts of a whole that they do not make; `certain` where they must make it."""

    total: Entry
    parts: tuple[Entry, ...]
    certain: bool
    opened: bool  # by 其中 or a bracket

    @property
    def added(self) -> float:
        """What the parts make."""
        return added(self.parts)

    @property
    def words(self) -> str:
        """The words of the row."""
        return "".join(part.gap + part.after for part in self.parts)


def added(parts: Sequence[Entry]) -> float:
    """The sum, without the dust of decimals."""
    return round(sum(part.figure.number for part in parts), 6)


def slip(parts: Sequence[Entry], total: Entry) -> str:
    """How one number would make the row right: "swapped" digits, one wrong "digit", or "" for neither."""
    numbers = [part.figure.number for part in parts]
    off = round(total.figure.number - sum(numbers), 6)
    meant = [(number, round(number + off, 6)) for number in numbers]
    meant.append((total.figure.number, added(parts)))
    told = [(f"{a:.10g}", f"{b:.10g}") for a, b in meant if a >= 10 and b > 0]
    if any(sorted(a) == sorted(b) for a, b in told):
        return "swapped"
    near = (
        len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1 for a, b in told
    )
    return "digit" if any(near) else ""


def sums_of(parts: Sequence[Entry]) -> list[float]:
    """What the row makes up to each of its parts, from the second on."""
    return [round(made, 6) for made in accumulate(p.figure.number for p in parts)][1:]


def rounded(row: Row) -> bool:
    """Whether a number of the row is rounded, so that nothing can be told."""
    return any(is_about(entry.figure) for entry in (row.total, *row.parts))
