"""Texts laid out as one row of codes, and changes of them that may undo a slip of the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lawdraft.knowledge.language import ORDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawdraft.knowledge.language import Language
    from lawdraft.knowledge.lookalikes import Alike, Homophones
    from lawdraft.knowledge.misspelt import Forms

PAIR = 2
BACK = ORDER - 1  # characters before and behind that a change has to do with
_RUN = re.compile(r"[一-鿿]+(?:\d+(?:\.\d+)?[一-鿿]+)*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
ZERO = ord("0")


@dataclass(frozen=True)
class Tables:
    """What the search looks up. `common`: words of two characters as numbers, sorted."""

    language: Language
    alike: Alike
    near: Alike
    endings: Alike
    beginnings: Alike
    homophones: Homophones
    shortened: Forms
    common: NDArray[np.uint64]


class Line(NamedTuple):
    """All texts as one row of codes, gaps of zeros between runs; whose each is, and where."""

    codes: NDArray[np.uint64]
    owners: NDArray[np.int32]
    places: NDArray[np.int32]


class Change(NamedTuple):
    """Changes of one kind: `length` characters at each of `at` become a row of `rights`."""

    kind: str
    at: NDArray[np.int64]
    length: int
    rights: NDArray[np.uint64]
    sounds: NDArray[np.bool_]
    near: NDArray[np.bool_] | None = None  # which of them only sound nearly alike
    twin: NDArray[np.bool_] | None = None  # which of them are taken for each other all the time

    def only(self, good: NDArray[np.bool_]) -> Change:
        """Those that are good."""
        return Change(
            self.kind,
            self.at[good],
            self.length,
            self.rights[good],
            self.sounds[good],
            None if self.near is None else self.near[good],
            None if self.twin is None else self.twin[good],
        )


def laid_out(texts: Sequence[str]) -> Line:
    """Chinese characters of all texts, a number as one 0, gaps between runs."""
    codes, owners, places = [0] * BACK, [0] * BACK, [0] * BACK
    for number, text in enumerate(texts):
        for run in _RUN.finditer(text):
            at = run.start()
            for counted in _NUMBER.finditer(text, at, run.end()):  # ３６ too
                codes += map(ord, text[at : counted.start()])
                codes.append(ZERO)
                places += range(at, counted.start() + 1)
                at = counted.end()
            codes += map(ord, text[at : run.end()])
            codes += [0] * BACK
            places += range(at, run.end())
            places += [run.end()] * BACK
        owners += [number] * (len(codes) - len(owners))
    return Line(np.array(codes, np.uint64), np.array(owners, np.int32), np.array(places, np.int32))


def joined(changes: Sequence[Change]) -> Change:
    """Changes of one shape as one; of the first one's kind."""
    if len(changes) == 1:
        return changes[0]
    near = [np.zeros(len(c.at), bool) if c.near is None else c.near for c in changes]
    twin = [np.zeros(len(c.at), bool) if c.twin is None else c.twin for c in changes]
    return changes[0]._replace(
        at=np.concatenate([change.at for change in changes]),
        rights=np.concatenate([change.rights for change in changes]),
        sounds=np.concatenate([change.sounds for change in changes]),
        near=np.concatenate(near),
        twin=np.concatenate(twin),
    )
