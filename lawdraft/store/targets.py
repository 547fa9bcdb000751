"""Files and folders that the user names: what is below them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Iterable

SKIPPED_PREFIXES = ("~$", ".")  # lock files of Word and WPS, hidden files
SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini"))
DOCUMENT_SUFFIXES = frozenset(
    (
        ".txt", ".docx", ".docm", ".dotx", ".dotm", ".html", ".htm", ".doc", ".dot", ".wps", ".wpt",
        ".rtf", ".odt", ".ott", ".fodt", ".mht", ".mhtml", ".pdf", ".ofd",
    )
)  # fmt: skip
SUFFIX = re.compile(r"\.[A-Za-z]\w{0,9}")  # “2024.12.30” at a name's end is none
MISLABELLED = frozenset(
    (
        ".bak", ".tmp", ".xlsx", ".xls", ".et", ".pptx", ".ppt", ".dps", ".zip", ".rar", ".7z", ".jpg",
        ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff",
    )
)  # fmt: skip
"""Suffixes of files that are never text: a text under one is a report with a wrong name."""
BEGINNING = 4096
MARKED = re.compile(  # how texts begin that are documents whatever they are called
    rb"(?:\xef\xbb\xbf)?\s*(?:\{\\rt|MIME-Version:|<!doctype html|<html)"
    rb"|(?s:.{0,2000})(?:xmlPackage|wordml|opendocument:xmlns:office)",
    re.I,
)
BINARY = (b"\0", b"PK\x03\x04", b"%PDF-")


def files_below(paths: Iterable[Path], *, missing: bool = False) -> list[Path]:
    """Files as given and the documents of given folders, each once, folders sorted by name.

    Scripts, notes and data that lie beside reports may hold a report's text and are none: plain text
    is a document only under the name of one. Whatever else lies there is tried, and told if bad.
    A path that is not there raises CannotReadError; with `missing` it is given like any file, so
    that who reads it tells, and the others go on.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_inside(path)))
        elif missing or path.exists():
            found[path] = None
        else:
            raise CannotReadError(f"找不到“{path}”，请检查名称和位置。")
    return list(found)


def _inside(folder: Path) -> list[Path]:
    names = (
        Path(place) / name
        for place, folders, names in os.walk(folder)
        for name in names
        if not name.startswith(SKIPPED_PREFIXES)
        and name.lower() not in SYSTEM_FILES
        and _seen(Path(place), folder)
    )
    return [path for path in sorted(names) if _is_document(path)]


def _is_document(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in DOCUMENT_SUFFIXES | MISLABELLED or SUFFIX.fullmatch(suffix) is None:
        return True
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with path.open("rb") as file:
            beginning = file.read(BEGINNING)
    except OSError:
        return True  # reading it will say why
    return any(sign in beginning for sign in BINARY) or MARKED.match(beginning) is not None


def _seen(place: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in place.relative_to(folder).parts)
