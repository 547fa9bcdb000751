"""去年安排的落实: each thing that last year's plan announced, and what became of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.ui.models.sections import answered_groups, promise_groups
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.undoable import let_undo_pass
from lawdraft.ui.words import PROMISES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from lawdraft.model.draft import Promise, PromiseState
    from lawdraft.model.tracking import PromiseMatch
    from lawdraft.ui.desk import Desk

MATCH_AFTER_MS = 400
NARROW = 640  # pixels in the standard size
HINTS: Mapping[PromiseState, str] = {
    "done": "已经做到，写进成效",
    "partial": "做了一部分，成效和不足里都交代",
    "undone": "没有做到，写进不足并说明原因",
    "carried": "今年接着做，写进下年安排",
    "open": "还没有交代",
}


class PromisesPage(QWidget):
    """One card a sentence of last year's plan; it may name several targets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: dict[str, PromiseRow] = {}  # by promise
        self._shown: tuple[Promise, ...] | None = None
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self._body.setContentsMargins(20, 14, 20, 24)
        self._count, self._last = label("", "soft"), "去年"
        self._soon = QTimer(self, singleShot=True, interval=MATCH_AFTER_MS)
        self._soon.timeout.connect(self._ask_matches)
        head = row(label("去年安排的落实", "heading"), self._count, None, margins=(20, 13, 20, 13))
        area = scrolling(holder(self._body), "去年安排的落实")
        self.setLayout(column(frame(head, "bar"), area, spacing=0))
        desk.session.draft_changed.connect(self._refresh)
        desk.session.opened.connect(self._refresh)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What speaks of the promises is looked for while the page is open."""
        super().showEvent(event)
        self._soon.start()

    def _refresh(self) -> None:
        draft = self._desk.session.draft
        if draft is None:
            return
        self._soon.start()
        if draft.promises is self._shown:
            return
        self._shown = draft.promises
        if [promise.id for promise in draft.promises] != list(self.cards):
            self._rebuild(draft.promises)
        for promise in draft.promises:
            self.cards[promise.id].show_promise(promise)
        answered, number = answered_groups(draft.promises)
        self._count.setText(f"已交代 {answered}/{number} 件")

    def _rebuild(self, promises: tuple[Promise, ...]) -> None:
        clear(self._body)
        self.cards = {promise.id: PromiseRow(self._desk, promise) for promise in promises}
        draft = self._desk.session.draft
        self._last = draft.last_called if draft else "去年"
        words = f"这些是{self._last}报告里说过要做的事。逐件选一下结果，上级最看重前后能对上。"
        self._body.addWidget(label(words, "soft", wrap=True))
        for group in promise_groups(promises):
            self._body.addWidget(self._group(group))
        self._body.addStretch(1)

    def _group(self, group: tuple[Promise, ...]) -> QFrame:
        """Last year's sentence once, and a row for each of its targets."""
        if len(group) == 1:  # the sentence says it
            self.cards[group[0].id].aim.hide()
        rows = [self.cards[promise.id] for promise in group]
        top = row(
            label(f"{self._last}说", "badge"), label(group[0].deadline, "faint"), None, rows[0].go
        )
        rows[0].go.setVisible(bool(group[0].cards))
        made = frame(
            column(top, label(group[0].text, wrap=True), *rows, margins=(14, 12, 14, 12)), "card"
        )
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return made

    # -- what speaks of them -----------------------------------------------------------------------

    def _ask_matches(self) -> None:
        draft, kit = self._desk.session.draft, self._desk.kit
        if draft is not None and draft.promises and self.isVisible():
            self._desk.tasks.start(
                "promises",
                lambda _progress: flow.match_promises(draft, kit),
                self._show_matches,
                replaces=True,
            )

    def _show_matches(self, matches: tuple[PromiseMatch, ...]) -> None:
        for match in matches:
            if match.promise in self.cards:
                self.cards[match.promise].show_match(match)


class PromiseRow(QWidget):
    """The result for one target, a note, what the figures say of it."""

    def __init__(self, desk: Desk, promise: Promise) -> None:
        super().__init__()
        self._desk = desk
        self._promise = promise
        self._match: PromiseMatch | None = None
        self.choice = Choice("落实结果", PROMISES, HINTS)
        self.answer = QLineEdit()
        self.answer.setAccessibleName("落实情况")
        self.answer.setPlaceholderText("补一句实情，例如：组织培训5次，超额完成")
        let_undo_pass(self.answer)
        self.go = button("看写它的地方", self._on_go, part="link")
        self.go.setParent(self)  # the first target's goes to the head of its sentence
        self.go.hide()
        self._follow = button("写进报告", self._on_follow)
        self._follow.setToolTip("按选的结果，在成效、不足或下年安排里加一条")
        self._why = label("", "small", wrap=True)
        self.agree = button("就按这个", self._on_agree)
        self._offer = frame(row(self._why, self.agree, margins=(12, 5, 8, 5), grow=0), "quiet")
        self._offer.hide()
        target = target_words(promise)
        self.aim = label(f"目标：{target}", "small")
        if not target:
            self.aim.hide()
        self._lines = QGridLayout()
        self._lines.setSpacing(8)
        self._lines.setColumnStretch(1, 1)
        self._narrow: bool | None = None
        self.setLayout(column(self.aim, self._offer, self._lines, spacing=6))
        self._arrange(narrow=False)
        self.choice.chosen.connect(self._on_state)
        self.answer.textEdited.connect(self._on_answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note below the result where there is too little room beside it."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < self._desk.look.scaled(NARROW))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            for each in (self.choice, self.answer, self._follow):
                self._lines.removeWidget(each)
            self._lines.addWidget(self.choice, 0, 0, 1, 3 if narrow else 1)
            self._lines.addWidget(self.answer, *((1, 0, 1, 2) if narrow else (0, 1, 1, 1)))
            self._lines.addWidget(self._follow, 1 if narrow else 0, 2)

    def show_promise(self, promise: Promise) -> None:
        """The promise as the draft has it now."""
        self._promise = promise
        self.choice.show_choice(promise.state)
        self._follow.setEnabled(promise.state != "open")
        if self.answer.text().strip() != promise.answer:
            self.answer.setText(promise.answer)
        self._show_offer()

    def show_match(self, match: PromiseMatch) -> None:
        """What of the achievements and the ledger speaks of it."""
        self._match = match
        self._show_offer()

    def _show_offer(self) -> None:
        match = self._match
        offered = match is not None and match.state != "open" and self._promise.state == "open"
        self._offer.setVisible(offered)
        if match is not None and offered:
            self._why.setText(match.why)
            self.agree.setText(f"就按“{PROMISES[match.state]}”")

    def _on_agree(self) -> None:
        if self._match is not None:
            self._on_state(self._match.state)
            self.answer.setFocus()

    def _on_state(self, state: str) -> None:
        promise = self._promise
        self._desk.session.edit(
            editing.set_promise, promise.id, state, promise.answer, what="交代去年的安排"
        )

    def _on_follow(self) -> None:
        session = self._desk.session
        if session.draft is None:
            return
        if session.apply(flow.follow_promise(session.draft, self._promise.id), "交代写进报告"):
            self._desk.tell("已写进报告相应的部分，请再看一遍文字。", "good")
        else:
            self._desk.tell("报告里已经有地方交代它了。")

    def _on_answer(self, words: str) -> None:
        promise = self._promise
        self._desk.session.edit(
            editing.set_promise,
            promise.id,
            promise.state,
            words.strip(),
            what="交代去年的安排",
            merge=f"promise {promise.id}",
        )

    def _on_go(self) -> None:
        draft = self._desk.session.draft
        here = {card.id for card in draft.cards} if draft else set()
        told = self._match.cards if self._match else ()
        found = [card for card in (*told, *self._promise.cards) if card in here]
        if found:
            self._desk.card_wanted.emit(found[0], -1, -1)


def target_words(promise: Promise) -> str:
    """What was to be reached, as it was printed: 培训 15次, 法治文化品牌 1-2个."""
    if promise.number is None:
        return ""
    unit = promise.unit or ""
    number = f"{promise.number:g}"
    ranged = re.search(rf"{number}\s*[-—–~～至到]+\s*\d[\d.]*\s*{re.escape(unit)}", promise.text)
    figure = ranged[0] if ranged else f"{number}{unit}"
    return f"{promise.thing} {figure}".strip()
