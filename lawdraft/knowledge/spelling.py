"""Frequent words of two characters, no names of places: what a name is told from."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadPackError

if TYPE_CHECKING:
    from pathlib import Path

FILE = "spelling.txt.gz"
PAIR = 2


@dataclass(frozen=True)
class Spelling:
    """The words."""

    common: frozenset[str]


def read_spelling(path: Path) -> Spelling:
    """The words of a file. Raises BadPackError where it is damaged."""
    try:
        words = frozenset(gzip.decompress(path.read_bytes()).decode().split())
    except (OSError, EOFError, zlib.error, ValueError) as trouble:
        raise BadPackError(f"词表“{path.name}”打不开或已损坏，请重新安装程序。") from trouble
    if not words or not all(len(word) == PAIR and word.isalpha() for word in words):
        raise BadPackError(f"词表“{path.name}”不完整，请重新安装程序。")
    return Spelling(words)
