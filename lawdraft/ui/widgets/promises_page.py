"""去年安排的落实: each thing that last year's plan announced, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.undoable import let_undo_pass
from lawdraft.ui.words import PROMISES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawdraft.model.draft import Promise, PromiseState
    from lawdraft.ui.desk import Desk

HINTS: Mapping[PromiseState, str] = {
    "done": "已经做到，写进成效",
    "partial": "做了一部分，成效和不足里都交代",
    "undone": "没有做到，写进不足并说明原因",
    "carried": "今年接着做，写进下年安排",
    "open": "还没有交代",
}


class PromisesPage(QWidget):
    """One card a promise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: dict[str, PromiseCard] = {}
        self._shown: tuple[Promise, ...] | None = None
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self._body.setContentsMargins(20, 14, 20, 24)
        self._count = label("", "soft")
        head = row(label("去年安排的落实", "heading"), self._count, None, margins=(20, 13, 20, 13))
        area = scrolling(holder(self._body), "去年安排的落实")
        self.setLayout(column(frame(head, "bar"), area, spacing=0))
        desk.session.draft_changed.connect(self._refresh)
        desk.session.opened.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        draft = self._desk.session.draft
        if draft is None or draft.promises is self._shown:
            return
        self._shown = draft.promises
        if [promise.id for promise in draft.promises] != list(self.cards):
            self._rebuild(draft.promises)
        for promise in draft.promises:
            self.cards[promise.id].show_promise(promise)
        answered = sum(promise.state != "open" for promise in draft.promises)
        self._count.setText(f"已交代 {answered}/{len(draft.promises)} 件")

    def _rebuild(self, promises: tuple[Promise, ...]) -> None:
        clear(self._body)
        self.cards = {}
        words = "这些是去年报告里说过今年要做的事。逐件选一下结果，上级最看重前后能对上。"
        self._body.addWidget(label(words, "soft", wrap=True))
        for promise in promises:
            self.cards[promise.id] = PromiseCard(self._desk, promise)
            self._body.addWidget(self.cards[promise.id])
        self._body.addStretch(1)


class PromiseCard(QFrame):
    """Last year's words, the result, a note, and the card that speaks of it."""

    def __init__(self, desk: Desk, promise: Promise) -> None:
        super().__init__()
        self._desk = desk
        self._promise = promise
        self.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.choice = Choice("落实结果", PROMISES, HINTS)
        self.answer = QLineEdit()
        self.answer.setAccessibleName("落实情况")
        self.answer.setPlaceholderText("补一句实情，例如：组织培训5次，超额完成")
        let_undo_pass(self.answer)
        target = self._target(promise)
        go = button("看写它的地方", self._on_go, part="link")
        go.setVisible(bool(promise.cards))
        self._follow = button("写进报告", self._on_follow)
        self._follow.setToolTip("按选的结果，在成效、不足或下年安排里加一条")
        words = label(promise.text, wrap=True)
        top = row(label("去年说", "badge"), label(target, "faint"), None, go)
        self.setLayout(
            column(
                top, words, row(self.choice, 8, self.answer, self._follow), margins=(14, 12, 14, 12)
            )
        )
        self.choice.chosen.connect(self._on_state)
        self.answer.textEdited.connect(self._on_answer)

    def _target(self, promise: Promise) -> str:
        number = f"{promise.number:g}{promise.unit or ''}" if promise.number is not None else ""
        parts = (f"目标 {number}" if number else "", promise.deadline)
        return "　".join(part for part in parts if part)

    def show_promise(self, promise: Promise) -> None:
        """The promise as the draft has it now."""
        self._promise = promise
        self.choice.show_choice(promise.state)
        self._follow.setEnabled(promise.state != "open")
        if self.answer.text().strip() != promise.answer:
            self.answer.setText(promise.answer)

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
        found = [card for card in self._promise.cards if card in here]
        if found:
            self._desk.card_wanted.emit(found[0], -1, -1)
