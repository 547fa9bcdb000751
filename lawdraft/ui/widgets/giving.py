"""Asks for the figures of a section one after the other, and puts what is given into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from lawdraft import flow
from lawdraft.model.draft import BLANK
from lawdraft.model.giving import give_figure
from lawdraft.ui.models.blanks import next_stop, stops
from lawdraft.ui.widgets.value_popup import ValuePopup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from lawdraft.model.collecting import Trouble
    from lawdraft.model.draft import Card
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.widgets.card import CardView


class Giving(QObject):
    """`cards` gives the cards among which Enter goes on to the next figure."""

    slot_next = Signal(str, str)  # card and entry: the figure to ask for now
    blank_next = Signal(str, int, int)  # card and span of its printed text: a written ×× to replace

    def __init__(self, desk: Desk, parent: QWidget, cards: Callable[[], Iterable[Card]]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards = cards
        self._asked_in = ""  # the card whose figure is asked for
        self.popup = ValuePopup(parent)
        self.popup.given.connect(self._on_given)
        self.popup.next_wanted.connect(self._on_next)
        self.popup.ledger_wanted.connect(desk.entry_wanted)
        self.popup.doubted.connect(desk.tell)

    def ask(self, view: CardView, entry_id: str) -> None:
        """The little window for one figure, below the caret of its card."""
        draft = self._desk.session.draft
        if draft is None or self._desk.session.read_only:
            return
        self._asked_in = view.id
        at = view.text.cursorRect().bottomLeft() + QPoint(0, 8)
        entry = next((each for each in draft.ledger if each.id == entry_id), None)
        if entry is not None:
            self.popup.ask(entry, view.text.viewport().mapToGlobal(at), draft.last_called)

    def _on_given(self, entry_id: str, value: str) -> None:
        self._desk.session.edit(give_figure, entry_id, value, what="填数字")
        draft, kit = self._desk.session.draft, self._desk.kit
        if draft is not None:
            self._desk.tasks.start(
                "figure",
                lambda _progress: flow.ledger_troubles(draft, kit),
                lambda troubles: self._tell_trouble(entry_id, troubles),
                replaces=True,
            )

    def _tell_trouble(self, entry_id: str, troubles: tuple[Trouble, ...]) -> None:
        """A figure just given that cannot stand beside another one is told at once."""
        for trouble in troubles:
            if entry_id in trouble.entries:
                self._desk.tell(trouble.sentence)
                return

    def _on_next(self, entry_id: str) -> None:
        """On to the next figure that has no value yet, or ×× in the words."""
        draft = self._desk.session.draft
        if draft is None:
            return
        blank = {entry.id for entry in draft.ledger if not entry.value}
        there = stops(self._cards(), self._desk.session.values)
        stop = next_stop(there, self._asked_in, entry_id, blank)
        if stop is not None and stop.entry:
            self.slot_next.emit(stop.card, stop.entry)
        elif stop is not None:
            self.blank_next.emit(stop.card, stop.start, stop.start + len(BLANK))
