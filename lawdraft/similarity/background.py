"""The shipped table: how common 4-grams are in official prose, and how letters fold.

Made by packaging/make_background.py from 6,343 texts; without it a library of five reports
would take every set phrase for a copy.
"""

from __future__ import annotations

import json
import sys
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lawdraft.model.errors import BadPackError
from lawdraft.similarity.grams import cells

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lawdraft.similarity.grams import Grams
    from lawdraft.similarity.normal import Codes

NAME = "background.bin"
_DAMAGED = "程序自带的常用语频率表已损坏，请重新安装程序。"


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """`rarity` of each of 16 levels (1 never seen, 0 in half of all texts), a level a cell."""

    bits: int
    levels: NDArray[np.uint8]
    rarity: NDArray[np.float32]
    letters: Codes

    def rarities(self, scattered: Grams) -> NDArray[np.float32]:
        """0..1 for each gram: 1 where official prose does not know it."""
        found: NDArray[np.float32] = self.rarity[self.levels[cells(scattered, self.bits)]]
        return found


def shipped_path() -> Path:
    """Where the table stands: frozen program, wheel or checkout."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [package / "_data", package.parent]
    if frozen:
        roots.insert(0, Path(frozen))
    for root in roots:
        if (root / "resources" / NAME).is_file():
            return root / "resources" / NAME
    return package.parent / "resources" / NAME


@lru_cache(maxsize=2)
def load_background(path: Path | None = None) -> Background:
    """The table, read once. Raises BadPackError where the installation is damaged."""
    try:
        head, _, body = (path or shipped_path()).read_bytes().partition(b"\n")
        facts = json.loads(head)
        packed = np.frombuffer(zlib.decompress(body[: facts["rates"]]), np.uint8)
        letters = np.frombuffer(zlib.decompress(body[facts["rates"] :]), np.uint16)
    except (OSError, ValueError, KeyError, zlib.error) as error:
        raise BadPackError(_DAMAGED) from error
    if len(packed) << 1 != 1 << facts["bits"] or len(letters) != 1 << 16:
        raise BadPackError(_DAMAGED)
    return Background(facts["bits"], _unpacked(packed), _rarity_of_levels(facts), letters)


def _unpacked(packed: NDArray[np.uint8]) -> NDArray[np.uint8]:
    levels = np.empty(2 * len(packed), np.uint8)
    levels[::2], levels[1::2] = packed >> 4, packed & 15
    return levels


def _rarity_of_levels(facts: dict[str, float]) -> NDArray[np.float32]:
    documents = facts["documents"]
    rate = 2.0 ** ((np.arange(16) - 15) * facts["step"])
    rate[0] = 0.0
    rarity = np.log((documents + 1) / (rate * documents + 1)) / np.log((documents + 1) / 2)
    clipped: NDArray[np.float32] = np.clip(rarity, 0, 1).astype(np.float32)
    return clipped
