"""第一责任人职责: the two heads × their duties × what proves them, and the text made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.ui.anchors import printed, printed_values
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from lawdraft.model.draft import Draft
    from lawdraft.model.duties import DutyRow, Placement
    from lawdraft.model.errors import LawdraftError
    from lawdraft.ui.desk import Desk

WHAT = (
    "书记和行政主要负责人各有哪些职责，手头有什么数字和做法能说明，一格一格列在这里。"
    "勾上要写的，选好放在哪里，点“写进报告”。"
)
PLACES: Mapping[Placement, str] = {
    "section": "单独一部分",
    "topic": "成效里一小节",
    "point": "成效里一条",
    "paragraph": "一段话",
}
ROLES = {"secretary": "书记", "head": "行政主要负责人"}
TWO_COLUMNS = 780  # pixels in the standard size
REFRESH_AFTER_MS = 250


class DutiesPage(QWidget):
    """One box a duty; what is missing leads to where it is given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ticks: dict[str, QCheckBox] = {}
        self._chosen: dict[str, bool] = {}  # what the clerk ticked or unticked
        self._rows: tuple[DutyRow, ...] = ()
        self._columns = 0
        self.place = Choice("放在哪里", PLACES)
        self.tell = button("写进报告", self._on_tell, part="primary")
        self._count = label("", "soft")
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._soon = QTimer(self, singleShot=True, interval=REFRESH_AFTER_MS)
        head = row(label("第一责任人职责", "heading"), self._count, None, self.tell, margins=(20, 9, 20, 9))  # fmt: skip
        where = Wrapping(label("放在哪里", "soft"), self.place)
        body = column(label(WHAT, "soft", wrap=True), where, self._grid, None, spacing=12, margins=(20, 14, 20, 20))  # fmt: skip
        self._area = scrolling(holder(body), "第一责任人职责")
        self.setLayout(column(frame(head, "bar"), self._area, spacing=0, grow=1))
        self._connect()

    def _connect(self) -> None:
        session = self._desk.session
        self._soon.timeout.connect(self._ask)
        session.draft_changed.connect(self._soon.start)
        session.opened.connect(self._on_opened)
        self._on_opened()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One head beside the other where there is room."""
        super().resizeEvent(event)
        if self._rows and self._wanted_columns() != self._columns:
            self._lay_out()

    def _wanted_columns(self) -> int:
        return 2 if self.width() >= self._desk.look.scaled(TWO_COLUMNS) else 1

    # -- showing ---------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        self._rows, self._chosen = (), {}
        kit = self._desk.kit
        self.place.show_choice(flow.usual_placement(kit) if kit.own_outline else "section")
        self._ask()

    def _ask(self) -> None:
        draft, kit = self._desk.session.draft, self._desk.kit
        if draft is not None and self.isVisible():
            if not self._rows:
                self._count.setText("正在整理…")
            self._desk.tasks.start(
                "duties",
                lambda _progress: flow.duty_grid(draft, kit),
                self._show,
                self._on_trouble,
                replaces=True,
            )

    def _show(self, rows: tuple[DutyRow, ...]) -> None:
        if rows != self._rows:
            self._rows = rows
            self._lay_out()

    def _lay_out(self) -> None:
        focused = next((key for key, tick in self.ticks.items() if tick.hasFocus()), "")
        clear(self._grid)
        self.ticks, self._columns = {}, self._wanted_columns()
        draft = self._desk.session.draft
        if draft is None:
            return
        for place, role in enumerate(ROLES):
            made = QVBoxLayout()
            made.setSpacing(8)
            made.addWidget(label(ROLES[role], "heading"))
            for each in self._rows:
                if each.role == role:
                    made.addWidget(self._box(each, draft))
            made.addStretch(1)
            at = (0, place) if self._columns == 2 else (place, 0)
            self._grid.addLayout(made, *at)
        proved = sum(each.proved for each in self._rows)
        self._count.setText(f"{len(self._rows)} 项职责，{proved} 项有依据")
        if focused in self.ticks:
            self.ticks[focused].setFocus()

    def _box(self, duty: DutyRow, draft: Draft) -> QFrame:
        tick = self.ticks[duty.id] = QCheckBox()
        tick.setAccessibleName(f"写进报告：{duty.name}")
        tick.setChecked(self._chosen.get(duty.id, duty.proved and not duty.told))
        tick.setEnabled(not duty.told)
        tick.toggled.connect(lambda on: self._chosen.__setitem__(duty.id, on))
        state = ("已写进报告", "good") if duty.told else ("有依据", "good") if duty.proved else ("还缺依据", "warn")  # fmt: skip
        name = label(duty.name, wrap=True)
        name.setToolTip(f"《党政主要负责人履行推进法治建设第一责任人职责规定》{duty.clause}")
        top = row(tick, name, label(*state), spacing=8, grow=1)
        words = label(duty.sentence, "small", wrap=True)
        inside = column(
            top, *self._evidence(duty, draft), words, spacing=5, margins=(12, 9, 12, 10)
        )
        return frame(inside)

    def _evidence(self, duty: DutyRow, draft: Draft) -> list[QWidget]:
        made: list[QWidget] = []
        for each in duty.evidence:
            entry = draft.entry(each)
            given = f"{entry.thing}：{entry.value}{entry.unit or ''}"
            last = f"，去年 {entry.last}{entry.unit or ''}" if entry.last else ""
            words = f"还缺：{entry.thing}（去填{last}）" if each in duty.missing else given
            go = partial(self._desk.entry_wanted.emit, each)
            made.append(_way(words, go))
        if duty.cards:
            first = draft.card(duty.cards[0])
            said = first.heading or printed(first.text, printed_values(draft))[:16]
            words = f"成效里写到：{said}…（去看）"
            if first.decision == "undecided":
                words = f"去年写到：{said}…（还没定，去看）"
            made.append(_way(words, lambda: self._desk.card_wanted.emit(first.id, -1, -1)))
        return made

    # -- doing -----------------------------------------------------------------------------------

    def wanted(self) -> frozenset[str]:
        """Ids of the duties that are ticked and not told yet."""
        return frozenset(key for key, tick in self.ticks.items() if tick.isChecked() and tick.isEnabled())  # fmt: skip

    def _on_tell(self) -> None:
        session, kit = self._desk.session, self._desk.kit
        wanted = self.wanted()
        if session.draft is None:
            return
        if not wanted:
            self._desk.tell("勾上的都已经写进报告了；要再写别的，请先勾选。")
            return
        placement: Placement = self.place.choice or "section"  # type: ignore[assignment]
        draft = flow.tell_duties(session.draft, kit, placement=placement, only=wanted)
        if session.apply(draft, "写第一责任人职责"):
            self._desk.tell(f"{len(wanted)} 项职责写进了报告，请把 ×× 填上，再看一遍文字。", "good")
            self._ask()

    def _on_trouble(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")


def _way(words: str, go: Callable[[], None]) -> QPushButton:
    """A link that may be narrower than its words: they are whole in its hint."""
    made = button(words, go, part="link", hint=words)
    made.setMinimumWidth(1)
    return made
