"""An index segment: up to 16,384 reports in one immutable file, memory-mapped.

Of each report about every sixth 4-gram is kept: the rarest of its neighbourhood, which a
draft finds again by asking for all of its own. One file: a JSON line, then the arrays.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.similarity.counts import TownCounts
from lawdraft.similarity.postings import Postings

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_MAGIC = "lawdraft segment"
_VERSION = 1
_HEAD = 1024  # bytes of the first line, filled up with blanks


class DamagedSegmentError(Exception):
    """The file is not what was written; it is rebuilt from the texts."""


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Reports `numbers` (ascending by place in the postings) of `towns`, and their index."""

    name: str
    numbers: NDArray[np.uint32]
    towns: NDArray[np.uint32]
    counts: TownCounts
    postings: Postings

    def __len__(self) -> int:
        return len(self.numbers)


def write(segment: Segment, folder: Path) -> None:
    """Write the segment whole: temporary neighbour, flush to disk, rename."""
    arrays = _arrays(segment)
    body = b"".join(array.tobytes() for array in arrays.values())
    head = {
        "magic": _MAGIC,
        "version": _VERSION,
        "bits": segment.postings.bits,
        "count_bits": segment.counts.bits,
        "count_towns": segment.counts.towns,
        "arrays": {name: [str(a.dtype), len(a)] for name, a in arrays.items()},
        "check": zlib.crc32(body),
    }
    path = folder / segment.name
    draft = path.with_suffix(".new")
    try:
        _write_durably(draft, json.dumps(head).encode().ljust(_HEAD - 1) + b"\n" + body)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _arrays(segment: Segment) -> dict[str, NDArray[np.uint32] | NDArray[np.uint8]]:
    return {
        "offsets": segment.postings.offsets,
        "numbers": segment.numbers,
        "towns": segment.towns,
        "counts": segment.postings.counts,
        "levels": segment.counts.levels,
        "lists": segment.postings.lists,
    }


def read(path: Path, *, trusted: bool = False) -> Segment:
    """Map a segment into memory. Raises DamagedSegmentError.

    `trusted`: it was found whole before and was not written to since; only its size is looked at.
    """
    try:
        with path.open("rb") as file:
            head = json.loads(file.read(_HEAD))
        whole = np.memmap(path, np.uint8, "r") if path.stat().st_size else np.zeros(0, np.uint8)
    except (OSError, ValueError) as error:
        raise DamagedSegmentError(path.name) from error
    body = whole[_HEAD:]
    if not _is_ours(head, len(body)) or not (trusted or zlib.crc32(body.data) == head["check"]):
        raise DamagedSegmentError(path.name)
    arrays = _map_arrays(head["arrays"], body)
    counts = TownCounts(head["count_bits"], head["count_towns"], arrays["levels"])
    postings = Postings(head["bits"], arrays["counts"], arrays["offsets"], arrays["lists"])
    return Segment(path.name, arrays["numbers"], arrays["towns"], counts, postings)


def _is_ours(head: object, size: int) -> bool:
    if not isinstance(head, dict) or head.get("magic") != _MAGIC or head.get("version") != _VERSION:
        return False
    arrays = head.get("arrays")
    if not isinstance(arrays, dict) or not isinstance(head.get("check"), int):
        return False
    return bool(size == sum(np.dtype(kind).itemsize * count for kind, count in arrays.values()))


def _map_arrays(layout: dict[str, list[object]], body: NDArray[np.uint8]) -> dict[str, NDArray]:  # type: ignore[type-arg]
    arrays, start = {}, 0
    plain = np.asarray(body)
    for name, (kind, count) in layout.items():
        dtype = np.dtype(str(kind))
        end = start + int(str(count)) * dtype.itemsize
        arrays[name] = plain[start:end].view(dtype)
        start = end
    return arrays
