"""A figure given by the clerk: a card whose last blank it fills is decided, 改数."""

from lawdraft.model.draft import Draft
from lawdraft.model.editing import set_decision, set_figure, slots_of


def give_figure(draft: Draft, entry_id: str, value: str | None) -> Draft:
    """The value in the ledger; undecided cards of last year that it completes become 改数."""
    draft = set_figure(draft, entry_id, value)
    blank = {entry.id for entry in draft.ledger if not entry.value and not entry.formula}
    for card in draft.cards:
        slots = slots_of(card.text)
        open_card = card.decision == "undecided" and card.last
        if open_card and entry_id in slots and not blank.intersection(slots):
            draft = set_decision(draft, card.id, "numbers")
    return draft
