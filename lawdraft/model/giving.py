"""A figure given by the clerk: a card whose last blank it fills is decided, 改数."""

import re
import unicodedata

from lawdraft.model.draft import Draft
from lawdraft.model.editing import set_decision, set_figure, slots_of

_NUMBER = re.compile(r"[约近]?[\d.,]*[零〇一二两三四五六七八九十百千万亿]*[余多]?")


def plain_value(typed: str, unit: str | None) -> str:
    """What was typed as it will be printed before its unit: ７２件 → 72, 95.5% → 95.5."""
    value = unicodedata.normalize("NFKC", typed).strip()
    bare = value.removesuffix(unit).strip() if unit else value
    return bare if bare and _NUMBER.fullmatch(bare) else typed.strip()


def give_figure(draft: Draft, entry_id: str, value: str | None) -> Draft:
    """The value in the ledger; undecided cards of last year that it completes become 改数.

    A unit typed with it is left out, since the text has it: 72件 → 72.
    """
    draft = set_figure(draft, entry_id, plain_value(value or "", draft.entry(entry_id).unit))
    blank = {entry.id for entry in draft.ledger if not entry.value and not entry.formula}
    for card in draft.cards:
        slots = slots_of(card.text)
        open_card = card.decision == "undecided" and card.last
        if open_card and entry_id in slots and not blank.intersection(slots):
            draft = set_decision(draft, card.id, "numbers")
    return draft
