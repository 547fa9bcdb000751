"""Words of four characters short of one: 率垂范 for 率先垂范, 无虚席 for 座无虚席."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lawdraft.knowledge.changes import Change
from lawdraft.knowledge.misspelt import SIGN, forms_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lawdraft.knowledge.ground import Ground
    from lawdraft.knowledge.misspelt import Forms

LEFT = 3  # characters of a word without one


def short(ground: Ground) -> Change:
    """Where a character of such a word is missing, and what is left does not stand for itself."""
    codes, forms = ground.codes, ground.tables.shortened
    keys = codes.copy()
    keys[:-1] = keys[:-1] << SIGN | codes[1:]
    keys[:-2] = keys[:-2] << SIGN | codes[2:]
    start, form = forms.among(keys)
    gap, rights = forms.places[form], forms.rights[form]
    at = start + gap
    torn = _torn(ground, start, gap) & (codes[at - 1] != rights) & (codes[at] != rights)
    return Change("short", at[torn], 0, rights[torn, None], np.zeros(int(torn.sum()), bool))


def _torn(ground: Ground, start: NDArray[np.int64], gap: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where a character that is left stands in no word, and no text has it beside the next one."""
    alone, rows = ~ground.covered, ground.values[2]
    within = (alone[start] | alone[start + 1] | alone[start + 2]) & (rows[start + 2] < 0)
    behind = alone[start + 2] & (rows[start + LEFT] < 0)
    before = alone[start] & (rows[start + 1] < 0)
    torn: NDArray[np.bool_] = np.where(gap == 0, before, np.where(gap == LEFT, behind, within))
    return torn


def shortened(words: NDArray[np.uint64]) -> Forms:
    """What is left of each word without one of its characters; `words`: a row of four each."""
    every, count = np.arange(words.shape[1]), len(words)
    rest = np.stack([words[:, every != gap] for gap in every])
    keys = (rest[..., 0] << SIGN | rest[..., 1]) << SIGN | rest[..., 2]
    return forms_of(keys.ravel(), np.repeat(every, count), words.T.ravel())
