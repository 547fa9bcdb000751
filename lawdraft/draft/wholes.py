"""Parts that are more than their whole: 行政处罚15件，其中简易程序20件."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.draft.ledger import evaluate, number_of
from lawdraft.model.collecting import Trouble
from lawdraft.model.editing import SLOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.model.draft import Draft, Entry

_SENTENCE = re.compile(r"[。；\n]")


def torn(draft: Draft) -> list[Trouble]:
    """What the text tells as a part and the ledger gives more of than of its whole."""
    known = {entry.id: entry for entry in evaluate(draft).ledger}
    return [
        Trouble(
            f"“{part.thing}”{part.value}{part.unit or ''}是“{whole.thing}”的一部分，"
            f"却大于{whole.value}{whole.unit or ''}，请核对。",
            (part.id, whole.id),
        )
        for whole, part in dict.fromkeys(_pairs(draft, known))
        if _is_more(number_of(part.value), number_of(whole.value))
    ]


def _is_more(part: float | None, whole: float | None) -> bool:
    return part is not None and whole is not None and part > whole


def _pairs(draft: Draft, known: dict[str, Entry]) -> Iterator[tuple[Entry, Entry]]:
    """A figure before 其中 and those behind it up to the next comma, in one unit."""
    for card in draft.cards:
        for sentence in _SENTENCE.split(card.text) if card.decision != "drop" else ():
            before, _, behind = sentence.partition("其中")
            wholes = SLOT.findall(before)[-1:]
            parts = SLOT.findall(behind.partition("，")[0])
            for whole in wholes:
                yield from (
                    (known[whole], known[part])
                    for part in parts
                    if whole in known and part in known and known[part].unit == known[whole].unit
                )
