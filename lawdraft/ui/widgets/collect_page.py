"""收集数字: sheets out to offices and villages, answers back in, who is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QFrame

    from lawdraft.model.collecting import Collected, SupplierState
    from lawdraft.model.draft import Draft
    from lawdraft.model.errors import LawdraftError
    from lawdraft.ui.desk import Desk

WAYS = "给每个科室、村各出一张 Excel 收集表，只列要他们填的数字，附去年的数。填好发回来，选中文件就自动填进台账。"


class CollectPage(QWidget):
    """One row a supplier, and the notes of the last sheets taken in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows, self._notes = QVBoxLayout(), QVBoxLayout()
        self._rows.setSpacing(8)
        self._notes.setSpacing(4)
        self.send = button("发出收集表…", self._on_send, part="primary")
        self.take = button("收回填好的表…", self._on_take)
        self.propose = button("按惯例填上谁提供", self._on_propose)
        self.propose.setToolTip("按指标的惯例给还没写“谁提供”的数字填上科室，可以在台账里再改")
        self._note_box = frame(column(label("收回时的提示", "heading"), self._notes, margins=(16, 12, 16, 12)), "box")  # fmt: skip
        head = row(label("收集数字", "heading"), None, self.take, self.send, margins=(20, 9, 20, 9))
        body = column(
            label(WAYS, "soft", wrap=True), row(self.propose, None), self._rows, self._note_box, None,
            spacing=12, margins=(20, 16, 20, 20),
        )  # fmt: skip
        self.setLayout(column(frame(head, "bar"), scrolling(holder(body), "收集数字"), spacing=0))
        self._note_box.hide()
        desk.session.draft_changed.connect(self._refresh)
        desk.session.opened.connect(self._on_opened)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._refresh()

    def _on_opened(self) -> None:
        self._note_box.hide()
        self._refresh()

    def _refresh(self) -> None:
        draft = self._desk.session.draft
        if draft is None or not self.isVisible():
            return
        clear(self._rows)
        states = flow.collecting_progress(draft)
        for state in states:
            self._rows.addWidget(self._state_row(state))
        if not states:
            words = "还没有写明哪些数字由谁提供。点上面的“按惯例填上谁提供”，或到数字台账的“谁提供”一列里填。"
            self._rows.addWidget(frame(column(label(words, "soft", wrap=True), margins=(16, 12, 16, 12)), "quiet"))  # fmt: skip

    def _state_row(self, state: SupplierState) -> QFrame:
        bar = QProgressBar()
        bar.setRange(0, max(state.asked, 1))
        bar.setValue(state.answered)
        bar.setFixedWidth(self._desk.look.scaled(160))
        bar.setAccessibleName(f"{state.name}的进度")
        done = state.answered >= state.asked
        words = (
            "齐了"
            if done
            else "还没回"
            if state.missing
            else f"还差 {state.asked - state.answered} 个"
        )
        mark = label(words, "good" if done else "bad" if state.missing else "warn")
        count = label(f"{state.answered}/{state.asked} 个数字", "small")
        return frame(
            row(label(state.name), None, count, bar, mark, spacing=12, margins=(16, 9, 12, 9))
        )

    # -- doing -----------------------------------------------------------------------------------

    def _on_propose(self) -> None:
        session = self._desk.session
        if session.draft is None:
            return
        draft = session.draft
        proposed = flow.propose_suppliers(draft, self._desk.kit)
        for entry_id, supplier in proposed.items():
            draft = editing.set_entry(draft, entry_id, supplier=supplier)
        session.apply(draft, "按惯例填上谁提供")
        self._desk.tell(f"给 {len(proposed)} 个数字填上了提供单位，可以在台账里改。", "good")

    def _on_send(self) -> None:
        from lawdraft.ui.dialogs.files import ask_folder

        folder = ask_folder(self, "收集表放到哪个文件夹")
        if folder is not None:
            self.send_to(folder)

    def send_to(self, folder: Path) -> None:
        """Write the sheets into a folder."""
        draft = self._desk.session.draft
        if draft is not None:
            self._desk.tasks.start(
                "sheets",
                lambda _progress: flow.collect_out(draft, folder),
                lambda paths: self._on_sent(folder, paths),
                self._on_trouble,
            )

    def _on_sent(self, folder: Path, paths: tuple[Path, ...]) -> None:
        self._desk.tell(f"已生成 {len(paths)} 张收集表，放在“{folder}”。", "good")

    def _on_take(self) -> None:
        from lawdraft.ui.dialogs.files import ask_sheets

        self.take_in(ask_sheets(self))

    def take_in(self, sheets: list[Path]) -> None:
        """Read answered sheets into the ledger; one step of undo."""
        draft = self._desk.session.draft
        if draft is not None and sheets:
            self._desk.tasks.start(
                "sheets",
                lambda _progress: flow.collect_in(draft, sheets),
                lambda collected: self._on_taken(draft, collected),
                self._on_trouble,
            )

    def _on_taken(self, asked: Draft, collected: Collected) -> None:
        session = self._desk.session
        if session.draft != asked:
            self._desk.tell("收回期间草稿又改过了，请再收一次。")
            return
        session.apply(collected.draft, "收回收集表")
        self._desk.tell(f"收回来了，{collected.taken} 个数字有了新值。", "good")
        clear(self._notes)
        for note in collected.notes:
            self._notes.addWidget(label(note, wrap=True))
        self._note_box.setVisible(bool(collected.notes))

    def _on_trouble(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")
