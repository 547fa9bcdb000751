"""Which rows of two and three characters official prose has: Bloom filters, read as they are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadPackError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "trigrams.bin"
PROBES = 4
_MASK = 0xFFFFFFFF


def cells(row: str, size: int) -> Iterator[int]:
    """The places of a filter of `size` bits that stand for a row."""
    mixed = 0
    for sign in row:
        mixed = ((mixed ^ ord(sign)) * 0x9E3779B1) & _MASK
        mixed ^= mixed >> 15
    step = ((mixed * 0x85EBCA77) & _MASK) >> 3 | 1
    for _ in range(PROBES):
        yield mixed % size
        mixed += step


@dataclass(frozen=True, slots=True)
class Filter:
    """Holds every row it was made of, and one in a hundred others."""

    field: bytes

    def __contains__(self, row: str) -> bool:
        """Whether the row may be one of its own; a no is never wrong."""
        field = self.field
        size, mixed = len(field) * 8, 0
        for sign in row:  # as in cells(), without its calls: thousands of questions a report
            mixed = ((mixed ^ ord(sign)) * 0x9E3779B1) & _MASK
            mixed ^= mixed >> 15
        step = ((mixed * 0x85EBCA77) & _MASK) >> 3 | 1
        for _ in range(PROBES):
            cell = mixed % size
            if not field[cell >> 3] >> (cell & 7) & 1:
                return False
            mixed += step
        return True


@dataclass(frozen=True, slots=True)
class Rows:
    """Three-character rows that texts have, many have, most kinds have; words; pairs seen."""

    seen: Filter
    frequent: Filter
    usual: Filter
    words: Filter
    pairs: Filter


def read_rows(path: Path) -> Rows:
    """The filters of a file. Raises BadPackError where it is damaged."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        sizes = json.loads(head)["parts"]
        fields, start = {}, 0
        for name, size in sizes.items():
            fields[name] = Filter(body[start : start + size])
            start += size
        rows = Rows(**fields)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as trouble:
        raise BadPackError(f"字词表“{path.name}”打不开或已损坏，请重新安装程序。") from trouble
    if start != len(body) or not all(one.field for one in fields.values()):
        raise BadPackError(f"字词表“{path.name}”不完整，请重新安装程序。")
    return rows
