"""Places in a card's text: as the model has it, as the field holds it, as it is printed.

The model writes a slot as ⟦e1⟧, the field holds it as one character, on paper it is its value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.editing import SLOT

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER = re.compile(r"(?<!⟦e)\d[\d.,]*[万千百]?[余多]?[\u4e00-\u9fff%％]?")


def slots(raw: str) -> list[tuple[int, str]]:
    """Where the field holds each slot, and the ledger entry it stands for."""
    position, found = 0, []
    for number, piece in enumerate(SLOT.split(raw)):
        if number % 2:
            found.append((position, piece))
        position += 1 if number % 2 else len(piece)
    return found


def raw_offset(raw: str, position: int) -> int:
    """The offset in `raw` of a position of the field."""
    offset = count = 0
    for number, piece in enumerate(SLOT.split(raw)):
        length = 1 if number % 2 else len(piece)
        if position <= count + length and not (number % 2 and position > count):
            return offset + (0 if number % 2 else position - count)
        count += length
        offset += len(piece) + (2 if number % 2 else 0)
    return offset


def position_of(raw: str, printed: int, value: Callable[[str], str]) -> int:
    """The field's position of an offset of the printed text; `value`: what an entry prints."""
    position = count = 0
    for number, piece in enumerate(SLOT.split(raw)):
        is_slot = number % 2 == 1
        length = len(value(piece)) if is_slot else len(piece)
        if printed < count + length or (not is_slot and printed == count + length):
            return position if is_slot else position + printed - count
        count += length
        position += 1 if is_slot else length
    return position


def number_at(raw: str, at: int) -> tuple[int, int] | None:
    """The span of the typed number, with its unit's first character, that holds an offset of `raw`."""
    for match in _NUMBER.finditer(raw):
        if match.start() <= at <= match.end() and not SLOT.search(match[0]):
            return match.span()
    return None
