"""撤销 and 重做 as one sees them: what was taken back is said, and the place is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.editing import slots_of
from lawdraft.ui.models.changed import changed
from lawdraft.ui.models.sections import LEDGER

if TYPE_CHECKING:
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.models.changed import Changed

VERBS = {"undo": "撤销", "redo": "重做"}


def go_back(desk: Desk, way: str) -> None:
    """Undo or redo one step of the draft, say what it was, and go where it stands."""
    session = desk.session
    before = session.draft
    getattr(session, way)()
    after = session.draft
    if before is None or after is None:
        return
    if before is after:
        none = f"没有可{VERBS[way]}的修改了。"
        desk.tell(session.read_only or none, "" if session.read_only else "good")
        return
    step = changed(after, before) if way == "undo" else changed(before, after)
    _show(desk, step)
    desk.tell(f"已{VERBS[way]}：{step.words}", "good")


def _show(desk: Desk, step: Changed) -> None:
    """Go to the place; where it is seen already, the caret stays."""
    draft, shown = desk.session.draft, desk.preferences.value
    if draft is None:
        return
    place = shown.last_place if shown.last_step == "fill" else ""
    cards = [card.id for card in draft.cards]
    if place and step.card == desk.card and step.card in cards:
        desk.reveal_wanted.emit(step.card)
    elif wanted := next((each for each in (step.card, step.near) if each in cards), ""):
        desk.step_wanted.emit("fill")
        desk.card_wanted.emit(wanted, -1, -1)
    elif step.entry:
        if not (place == LEDGER or (place and _speaks_of(desk, step.entry))):
            desk.step_wanted.emit("fill")
            desk.entry_wanted.emit(step.entry)
    elif step.place and step.place != place:
        desk.step_wanted.emit("fill")
        desk.place_wanted.emit(step.place)


def _speaks_of(desk: Desk, entry: str) -> bool:
    """Whether the card that the caret is in prints the figure."""
    draft = desk.session.draft
    card = next((c for c in draft.cards if c.id == desk.card), None) if draft else None
    return card is not None and entry in slots_of(card.text)
