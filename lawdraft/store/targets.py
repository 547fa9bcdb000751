"""Files and folders that the user names: what is below them, and what must not be written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadUsageError, CannotReadError, CannotWriteError

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


def refuse_overwriting(out: Path, inputs: Iterable[Path]) -> None:
    """Raise where the target is one of the inputs: originals are never written to."""
    for path in inputs:
        if _same(out, path):
            raise BadUsageError(f"“{out.name}”是原文件，不能覆盖；请给 --out 换一个文件名。")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there (yet)
        return one.absolute() == other.absolute()


def make_folder(folder: Path) -> None:
    """A folder to write into, with its parents."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise CannotWriteError(f"“{folder}”是一个文件，请换一个文件夹。") from error
    except OSError as error:
        raise CannotWriteError(f"文件夹“{folder}”建不了，请换一个能写入的位置。") from error
