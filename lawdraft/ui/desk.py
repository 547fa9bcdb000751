"""What every page works with, made once in app.py and passed down; and where to go next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lawdraft.ui.public import PublicVersion
from lawdraft.ui.settings import RECENT_KEPT

if TYPE_CHECKING:
    from lawdraft.flow import Kit
    from lawdraft.model.finding import Finding
    from lawdraft.ui.keeper import Keeper
    from lawdraft.ui.live import Live
    from lawdraft.ui.look import Look
    from lawdraft.ui.preferences import Preferences
    from lawdraft.ui.session import Session
    from lawdraft.ui.settings import Recent
    from lawdraft.ui.tasks import Tasks


class Desk(QObject):
    """The parts of the running program; its signals ask the window to show something."""

    step_wanted = Signal(str)  # import recognise fill preview check export
    place_wanted = Signal(str)  # a key of the section tree: s1, t4, basics, ledger, promises
    place_shown = Signal(str)  # the page 填写 went to a place of the section tree
    card_wanted = Signal(str, int, int)  # card id, and the span in its printed text or -1, -1
    reveal_wanted = Signal(str)  # a card to be seen, the caret left where it is
    back_wanted = Signal(str)  # undo or redo, by a button
    finding_shown = Signal(object)  # the finding that one went to
    passage_wanted = Signal(int)  # a place of the report to see beside what it was copied from
    export_wanted = Signal(str)  # a kind of file to make: docx, self-check …
    entry_wanted = Signal(str)  # ledger entry id
    blanks_wanted = Signal()  # the figures that are not given yet, in the ledger
    attachments_wanted = Signal()  # on the page 导出
    last_wanted = Signal(str)  # a card: what last year's report said in its place
    recent_changed = Signal()
    closed = Signal()  # the window closes: whoever works in the background stops
    told = Signal(str, str)  # a sentence for the notice bar, and its tone: "", good, bad

    def __init__(
        self,
        *,
        kit: Kit,
        look: Look,
        preferences: Preferences,
        session: Session,
        tasks: Tasks,
        live: Live,
        keeper: Keeper,
    ) -> None:
        super().__init__()
        self.kit, self.look, self.preferences = kit, look, preferences
        self.session, self.tasks, self.live, self.keeper = session, tasks, live, keeper
        self.public = PublicVersion(session, tasks, kit)
        # Who listens to a signal lives as long as its sender: all senders go with the window.
        for part in (look, preferences, session, tasks, live, keeper, self.public):
            part.setParent(self)
        self.card = ""  # id of the card that the caret was in last

    def list_more(self, found: tuple[Recent, ...]) -> None:
        """Drafts found in the data folder join the recent ones, behind those that are known."""
        if found:
            settings = self.preferences.value
            kept = (*settings.recent, *found)[:RECENT_KEPT]
            self.preferences.put(replace(settings, recent=kept))
            self.recent_changed.emit()

    def tell(self, sentence: str, tone: str = "") -> None:
        """One sentence in the notice bar of the window."""
        self.told.emit(sentence, tone)

    def show_finding(self, finding: Finding) -> None:
        """Go where a finding stands: its card, the facts, or last year's promises."""
        from lawdraft.ui.anchors import card_at

        self.finding_shown.emit(finding)
        if finding.start is not None and self._show_attachment(finding.start):
            return
        card = card_at(self.session.spans, finding.start)
        self.step_wanted.emit("fill")
        if card is None or finding.start is None:
            self.place_wanted.emit(place_of(finding, self.session))
            return
        span = next(each for each in self.session.spans if each.card == card)
        end = finding.end if finding.end is not None else finding.start
        self.card_wanted.emit(card, finding.start - span.start, end - span.start)

    def show_place(self, offset: int) -> None:
        """Go where a place of the report is written: the caret in its card, or its heading's page."""
        from lawdraft.ui.anchors import card_at

        session = self.session
        card = card_at(session.spans, offset)
        place = session.composed.place_at(offset) if session.composed else None
        if self._show_attachment(offset):
            return
        self.step_wanted.emit("fill")
        if place is not None and place.kind == "card_heading":
            self.card_wanted.emit(place.id, -1, -1)
        elif card is not None and (place is None or place.kind == "card"):
            span = next(each for each in session.spans if each.card == card)
            self.card_wanted.emit(card, max(offset - span.start, 0), max(offset - span.start, 0))
        else:
            known = place is not None and place.kind in ("topic", "section")
            self.place_wanted.emit(place.id if place and known else "basics")

    def _show_attachment(self, offset: int) -> bool:
        """Attachments are given on the page 导出; whether the place is in one."""
        from lawdraft.ui.anchors import card_at

        at = self.session.report.role_at(offset) if self.session.report else None
        in_one = at in ("annex", "annex_note")
        in_one = in_one or (at == "table" and card_at(self.session.spans, offset) is None)
        if in_one:
            self.step_wanted.emit("export")
            self.attachments_wanted.emit()
        return in_one


def place_of(finding: Finding, session: Session) -> str:
    """The key of the section tree where a finding outside the cards can be mended."""
    if finding.rule == "plan-unanswered":
        return "promises"
    if finding.rule in ("missing-section", "length"):
        return _part_of(finding, session)
    composed = session.composed
    place = composed.place_at(finding.start) if composed and finding.start is not None else None
    return place.id if place is not None and place.kind in ("topic", "section") else "basics"


def _part_of(finding: Finding, session: Session) -> str:
    """The part of the draft that prints nothing yet, or the longest one where all is too long."""
    asked = {"成效": "achievements", "不足": "shortcomings", "下一年": "next_year_plan"}
    kind = next((kind for words, kind in asked.items() if words in finding.message), "")
    if not kind:
        kind = "achievements" if finding.rule == "length" else "first_responsible_person"
    parts = session.draft.sections if session.draft else ()
    return next((part.id for part in parts if kind in part.kinds), "basics")
