"""Files and folders that the user names: what is below them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Iterable

SKIPPED_PREFIXES = ("~$", ".")  # lock files of Word and WPS, hidden files


def files_below(paths: Iterable[Path]) -> list[Path]:
    """Files as given and all files of given folders, each once, folders sorted by name."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_inside(path)))
        elif path.exists():
            found[path] = None
        else:
            raise CannotReadError(f"找不到“{path}”，请检查名称和位置。")
    return list(found)


def _inside(folder: Path) -> list[Path]:
    names = (
        Path(place) / name
        for place, folders, names in os.walk(folder)
        for name in names
        if not name.startswith(SKIPPED_PREFIXES) and _seen(Path(place), folder)
    )
    return sorted(names)


def _seen(place: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in place.relative_to(folder).parts)
