"""Which segments were found whole, and their size and time then: read in full only once.

A small file beside the segments, written by who writes them; readers change nothing. It is a note, not truth: where it is gone, cannot be written or
does not fit, the segments are checked in full.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "checked.json"


def mark_of(path: Path) -> list[int]:
    """Size and time of the last change; empty where there is no such file."""
    try:
        known = path.stat()
    except OSError:
        return []
    return [known.st_size, known.st_mtime_ns]


def read_marks(folder: Path) -> dict[str, list[int]]:
    """The marks of segments that were whole."""
    try:
        marks = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return marks if isinstance(marks, dict) else {}


def write_marks(folder: Path, names: Iterable[str]) -> None:
    """Note that these segments are whole as they stand."""
    marks = {name: mark_of(folder / name) for name in names}
    if marks == read_marks(folder):
        return
    draft = folder / f"{NAME}.new"
    with contextlib.suppress(OSError):
        draft.write_text(json.dumps(marks), encoding="utf-8")
        draft.replace(folder / NAME)
