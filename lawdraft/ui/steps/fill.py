"""填写: section tree, form, inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from lawdraft.ui.models.sections import (
    BASICS,
    COLLECT,
    DIARY,
    DUTIES,
    LEDGER,
    PROMISES,
    ROUNDS,
    progress,
    section_nodes,
)
from lawdraft.ui.widgets.basics import column, frame, label, row
from lawdraft.ui.widgets.collect_page import CollectPage
from lawdraft.ui.widgets.diary_page import DiaryPage
from lawdraft.ui.widgets.duties_page import DutiesPage
from lawdraft.ui.widgets.facts_page import FactsPage
from lawdraft.ui.widgets.folded import Folded
from lawdraft.ui.widgets.inspector import Inspector
from lawdraft.ui.widgets.ledger_page import LedgerPage
from lawdraft.ui.widgets.promises_page import PromisesPage
from lawdraft.ui.widgets.rounds_page import RoundsPage
from lawdraft.ui.widgets.section_page import SectionPage
from lawdraft.ui.widgets.tree import Tree

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lawdraft.model.draft import DraftSection
    from lawdraft.model.finding import Finding
    from lawdraft.ui.desk import Desk

NARROW = 880  # pixels in the standard size; below, the inspector is called when it is wanted


class FillStep(QWidget):
    """Everything about the content of the report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tree = Tree(desk.look, "各部分")
        self.section = SectionPage(desk)
        self.facts, self.ledger, self.promises = (
            FactsPage(desk),
            LedgerPage(desk),
            PromisesPage(desk),
        )
        self.inspector = Inspector(desk)
        self._middle = QStackedWidget()
        self.collect, self.rounds = CollectPage(desk), RoundsPage(desk)
        self.diary, self.duties = DiaryPage(desk), DutiesPage(desk)
        self._places: dict[str, QWidget] = {
            BASICS: self.facts,
            LEDGER: self.ledger,
            PROMISES: self.promises,
            COLLECT: self.collect,
            ROUNDS: self.rounds,
            DIARY: self.diary,
            DUTIES: self.duties,
        }
        for page in (self.section, *self._places.values()):
            self._middle.addWidget(page)
        self._done = label("", "small")
        self._wide = self._unfolded = self._shown = True
        self._tree_timer = QTimer(self, singleShot=True, interval=120)
        self._build()
        self._connect()
        self._on_opened()

    def _build(self) -> None:
        caption = row(label("各部分", "heading"), None, self._done, margins=(14, 12, 12, 8))
        self._left = left = frame(column(caption, self.tree, spacing=0, grow=1), "sideLeft")
        self._right = right = frame(column(self.inspector), "side")
        self.folded = Folded(self._desk.look, self.inspector)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (left, self._middle, right):
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        scaled = self._desk.look.scaled
        left.setMinimumWidth(scaled(150))
        self._middle.setMinimumWidth(scaled(280))
        right.setMinimumWidth(scaled(240))
        self.splitter.setSizes([scaled(232), scaled(690), scaled(360)])
        self.splitter.setStretchFactor(1, 1)
        self.setLayout(row(self.splitter, self.folded, spacing=0, grow=0))

    def _connect(self) -> None:
        desk = self._desk
        self.tree.chosen.connect(self.show_place)
        self._tree_timer.timeout.connect(self._show_tree)
        self.section.card_entered.connect(self.inspector.follow)
        self.inspector.fold_wanted.connect(lambda: self.unfold(open_it=False))
        self.inspector.findings_shown.connect(self.folded.refresh)
        self.folded.wanted.connect(self._on_unfold)
        keys = QShortcut(QKeySequence("F8"), self)
        keys.activated.connect(lambda: self.unfold(open_it=not self._unfolded))
        desk.session.opened.connect(self._on_opened)
        desk.session.draft_changed.connect(self._on_changed)
        desk.place_wanted.connect(self.show_place)
        desk.card_wanted.connect(self.show_card)
        desk.reveal_wanted.connect(self.section.reveal)
        desk.entry_wanted.connect(self._on_entry)
        desk.finding_shown.connect(self._on_finding)
        desk.blanks_wanted.connect(self._on_blanks)

    # -- going somewhere -------------------------------------------------------------------------

    def show_place(self, key: str) -> None:
        """A node of the tree: a section, a topic in it, or one of the three other pages."""
        draft = self._desk.session.draft
        if draft is None:
            return
        page = self._places.get(key)
        section = next(
            (s for s in draft.sections if key in (s.id, *(t.id for t in s.topics))), None
        )
        if page is None and section is None:
            page, key = self.facts, BASICS
        self._middle.setCurrentWidget(page or self.section)
        self._show_inspector()
        self._desk.place_shown.emit(key)
        self.tree.mark(key)
        if page is self.facts:
            self.inspector.follow("")
        if page is None and section is not None:
            self.section.show_section(section.id)
            if key != section.id:
                self.section.go_to_topic(key)
            self._follow(section, key)
        self._desk.preferences.change(last_place=key)

    def _follow(self, section: DraftSection, key: str) -> None:
        """The inspector speaks of what is shown: a card of this part, not of the part before."""
        topics = [each for each in section.topics if key in (each.id, section.id)]
        cards = [card.id for topic in topics for card in topic.cards]
        if self.inspector.card not in cards:
            self.inspector.follow(cards[0] if cards else "")

    def unfold(self, *, open_it: bool) -> None:
        """Show the inspector, or fold it away; in a narrow window it takes the tree's place."""
        if open_it == self._unfolded:
            return
        held = self._right.isAncestorOf(self.focusWidget() or self)
        self._unfolded = open_it
        self._show_inspector()
        if held or open_it:
            (self.inspector if open_it else self._middle.currentWidget()).setFocus()
        if not open_it and self.section.current:
            self.section.go_to_card(self.section.current)

    def _on_unfold(self, page: int) -> None:
        self.inspector.setCurrentIndex(page)
        self.unfold(open_it=True)

    def _show_inspector(self) -> None:
        """Tables need the whole width, and so do cards on a small or enlarged screen."""
        wide = self.width() >= self._desk.look.scaled(NARROW)
        has = self._middle.currentWidget() in (self.section, self.facts)
        turned = wide != self._wide
        if turned:  # a narrow window has room for the cards first
            self._wide = self._unfolded = wide
        shown, before = has and self._unfolded, self._shown
        self._right.setVisible(shown)
        self._left.setVisible(wide or not shown)
        self.folded.setVisible(has and not self._unfolded)
        self._shown = shown
        if turned or (shown != before and not wide):
            self._share()

    def _share(self) -> None:
        """The room for tree, cards and inspector, as it suits a wide or a narrow window."""
        scaled, room = self._desk.look.scaled, self.width()
        if self._wide:
            self.splitter.setSizes([scaled(232), scaled(690), scaled(360)])
        else:
            middle = 52 if self._shown else 72
            self.splitter.setSizes([room * 28 // 100, room * middle // 100, room * 48 // 100])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the inspector."""
        super().resizeEvent(event)
        self._show_inspector()

    def show_card(self, card_id: str, start: int = -1, end: int = -1) -> None:
        """A card, with the caret in it."""
        draft = self._desk.session.draft
        if draft is None:
            return
        for section in draft.sections:
            if any(card.id == card_id for topic in section.topics for card in topic.cards):
                self.show_place(section.id)
                self.section.go_to_card(card_id, start, end)

    def next_finding(self, way: int) -> None:
        """F7."""
        finding = self.inspector.next_finding(way)
        session = self._desk.session
        if finding is None and not session.checked:
            self._desk.tell(session.check_trouble or "正在核对，稍等一下再按 F7。", "good")
        elif finding is None:
            self._desk.tell("没有要看的问题了。", "good")
        else:
            self._desk.show_finding(finding)

    def _on_finding(self, finding: Finding) -> None:
        """One came from a finding: what it says, and what can be done, is beside the words."""
        if self.inspector.findings.lists(finding):
            self.inspector.setCurrentWidget(self.inspector.findings)
            self.unfold(open_it=True)

    def _on_entry(self, entry_id: str) -> None:
        self.show_place(LEDGER)
        self.ledger.go_to(entry_id)

    def _on_blanks(self) -> None:
        self.show_place(LEDGER)
        self.ledger.show_blank()

    # -- following the draft ---------------------------------------------------------------------

    def _on_opened(self) -> None:
        draft = self._desk.session.draft
        if draft is None:
            return
        self._show_tree()
        wanted = self._desk.preferences.value.last_place
        here = {*self._places, *(s.id for s in draft.sections)}
        first = draft.sections[0].id if draft.sections else BASICS
        begun = progress(draft)[0] > 0  # a new draft begins at its beginning
        self.show_place(wanted if begun and wanted in here else first)
        QTimer.singleShot(0, self, self._begin_writing)

    def _begin_writing(self) -> None:
        """The caret in the first card that is still to be decided, so that one can type at once."""
        draft = self._desk.session.draft
        if draft is None or not self.section.isVisible():
            return
        section = next((s for s in draft.sections if s.id == self.section.section_id), None)
        cards = [card for topic in section.topics for card in topic.cards] if section else []
        waiting = [card.id for card in cards if card.decision == "undecided"]
        shown = [*waiting, *(card.id for card in cards if card.decision != "drop")]
        if shown:
            self.section.go_to_card(shown[0], 0, 0)

    def _on_changed(self) -> None:
        if not self._tree_timer.isActive():
            self._tree_timer.start()

    def _show_tree(self) -> None:
        draft = self._desk.session.draft
        if draft is None:
            return
        self.tree.show_nodes(section_nodes(draft))
        done, total = progress(draft)
        self._done.setText(f"完成 {done}/{total} 条")
