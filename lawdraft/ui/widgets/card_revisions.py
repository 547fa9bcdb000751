"""What the leader changed in a card or said of it, below its text: take it over or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lawdraft.ui.anchors import printed_values
from lawdraft.ui.revising import TOLD_ONLY, accept, refuse
from lawdraft.ui.widgets.basics import button, clear, column, frame, label, row
from lawdraft.ui.widgets.revision_words import KINDS, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QHBoxLayout

    from lawdraft.model.revision import Revision
    from lawdraft.ui.desk import Desk


class CardRevisions(QWidget):
    """One line a change; hidden where there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Revision, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._rows)
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_revisions(self, revisions: tuple[Revision, ...]) -> None:
        """These changes, in their order."""
        if revisions == self._shown:
            return
        self._shown, self.buttons = revisions, []
        clear(self._rows)
        for revision in revisions:
            self._rows.addWidget(self._row(revision))
        self.setVisible(bool(revisions))

    def _row(self, revision: Revision) -> QFrame:
        draft, look = self._desk.session.draft, self._desk.look
        words = QLabel(shown(revision, look.colours, printed_values(draft) if draft else {}))
        words.setWordWrap(True)
        kind = (
            "领导批注" if revision.kind == "comment" else f"领导{KINDS.get(revision.kind, '改动')}"
        )
        top = row(label(kind, "badge"), label(revision.author, "faint"), None, spacing=8)
        if revision.kind not in TOLD_ONLY:
            self._add(top, "采纳", lambda: accept(self._desk, revision), revision)
        no = "看过了" if revision.kind == "comment" else "不采纳"
        self._add(top, no, lambda: refuse(self._desk, revision), revision)
        return frame(column(top, words, spacing=4, margins=(12, 6, 8, 8)), "box")

    def _add(
        self, top: QHBoxLayout, words: str, do: Callable[[], None], revision: Revision
    ) -> None:
        made = button(words, do)
        made.setAccessibleName(
            f"{words}：{(revision.after or revision.comment or revision.before)[:20]}"
        )
        self.buttons.append(made)
        top.addWidget(made)
