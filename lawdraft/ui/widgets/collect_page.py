"""收集数字: sheets out to offices and villages, answers back in, who is still missing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.model.giving import give_figure
from lawdraft.ui.widgets.basics import button, clear, column, frame, holder, label, row, scrolling
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
    from PySide6.QtWidgets import QFrame

    from lawdraft.model.collecting import Collected, SupplierState
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.model.errors import LawdraftError
    from lawdraft.ui.desk import Desk

WAYS = (
    "给每个科室、村各出一张收集表，只列要他们填的数字，附去年的数。"
    "填好发回来，文件名改了也不要紧，选中（或拖进来）就自动填进台账。"
)
KINDS = {"excel": "Excel 表", "word": "Word 表"}
SHEETS = (".xlsx", ".docx", ".xls", ".et", ".ods", ".csv")
SENT, UNSENT = WAITED = ("还没回", "还没发")
MARKS = {SENT: "bad", UNSENT: "soft"}
MOST_NAMED = 3  # figures that are still missing, by name


class CollectPage(QWidget):
    """One row a supplier, and the notes of the last sheets taken in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows, self._notes, self._differing = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._differing.setSpacing(8)
        self.kind = Choice("收集表做成", KINDS)
        self.kind.show_choice("excel")
        self.setAcceptDrops(True)
        self._rows.setSpacing(8)
        self._notes.setSpacing(4)
        self.send = button("发出收集表…", self._on_send, part="primary")
        self.take = button("收回填好的表…", self._on_take)
        self.propose = button("按惯例填上谁提供", self._on_propose)
        self.propose.setToolTip("按指标的惯例给还没写“谁提供”的数字填上科室，可以在台账里再改")
        self._sum = label("", "soft", wrap=True)
        self._note_box = frame(column(label("收回时的提示", "heading"), self._notes, margins=(16, 12, 16, 12)), "box")  # fmt: skip
        head = row(label("收集数字", "heading"), None, self.take, self.send, margins=(20, 9, 20, 9))
        body = column(
            label(WAYS, "soft", wrap=True),
            Wrapping(self.propose, row(label("收集表做成", "soft"), self.kind), spacing=16),
            self._note_box, self._differing, self._sum, self._rows, None,
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
        self._show_differing(draft)
        states = flow.collecting_progress(draft)
        told = f"{len(states)} 家中 {sum(not s.open for s in states)} 家齐了" if states else ""
        waited = [_named(states, draft, SENT), _named(states, draft, UNSENT)]
        parts = [
            f"{words}的：{names}" for words, names in zip(WAITED, waited, strict=True) if names
        ]
        self._sum.setText("；".join([told, *parts]) + "。" if told else "")
        self._sum.setVisible(bool(told))
        for state in states:
            self._rows.addWidget(self._state_row(state, draft))
        if states and (nobody := _of_nobody(draft)):
            self._rows.addWidget(_nobody_row(nobody))
        if not states:
            words = "还没有写明哪些数字由谁提供。点上面的“按惯例填上谁提供”，或到数字台账的“谁提供”一列里填。"
            self._rows.addWidget(frame(column(label(words, "soft", wrap=True), margins=(16, 12, 16, 12)), "quiet"))  # fmt: skip

    def _state_row(self, state: SupplierState, draft: Draft) -> QFrame:
        bar = QProgressBar()
        bar.setRange(0, max(state.asked, 1))
        bar.setValue(state.answered)
        bar.setFixedWidth(self._desk.look.scaled(160))
        bar.setAccessibleName(f"{state.name}的进度")
        done = not state.open
        waits = _waits(state, draft)
        words = "齐了" if done else waits or f"还差 {len(state.open)} 个"
        mark = label(words, "good" if done else MARKS.get(waits, "warn"))
        count = label(f"{state.answered}/{state.asked} 个数字", "small")
        name = label(state.name)
        name.setToolTip("、".join(state.sheets))
        top = row(name, None, count, bar, mark, spacing=12)
        if done or state.missing:
            return frame(column(top, margins=(16, 9, 12, 9)))
        return frame(column(top, label(self._waiting(state), "small", wrap=True), spacing=4, margins=(16, 9, 12, 9)))  # fmt: skip

    def _waiting(self, state: SupplierState) -> str:
        """还差：人民调解员、法律明白人等 5 个"""
        draft = self._desk.session.draft
        things = [draft.entry(each).thing for each in state.open] if draft else []
        tail = f"等 {len(things)} 个" if len(things) > MOST_NAMED else ""
        return f"还差：{'、'.join(things[:MOST_NAMED])}{tail}"

    def _show_differing(self, draft: Draft) -> None:
        """Answers that cannot both hold, side by side; one click takes one."""
        clear(self._differing)
        for found in flow.contradictions(draft):
            entry = draft.entry(found.entry)
            last = f"（去年 {entry.last}{entry.unit or ''}）" if entry.last else ""
            top = label(f"“{entry.thing}”几处填得不一样{last}，用哪个？", wrap=True)
            choices = row(spacing=8)
            for answer in found.answers:
                take = button(
                    f"{answer.supplier}：{answer.value}{entry.unit or ''}",
                    partial(self.take_answer, found.entry, answer.value),
                    hint=answer.note or answer.sheet,
                )
                choices.addWidget(take)
            choices.addStretch(1)
            self._differing.addWidget(frame(column(top, choices, margins=(14, 8, 12, 9)), "box"))

    def take_answer(self, entry_id: str, value: str) -> None:
        """One of several answers becomes the figure."""
        self._desk.session.edit(give_figure, entry_id, value, what="选定一个答数")

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
        draft, word = self._desk.session.draft, self.kind.choice == "word"
        if draft is not None:
            self._desk.tasks.start(
                "sheets",
                lambda _progress: flow.collect_out(draft, folder, word=word),
                lambda paths: self._on_sent(draft, folder, paths),
                self._on_trouble,
            )

    def _on_sent(self, asked: Draft, folder: Path, paths: tuple[Path, ...]) -> None:
        if not paths:
            self._desk.tell("数字都填好了，没有要收集的。", "good")
            return
        session, names = self._desk.session, [s.name for s in flow.collecting_progress(asked)]
        if session.draft is not None and (
            now := tuple(dict.fromkeys((*session.draft.sent, *names)))
        ):
            session.apply(replace(session.draft, sent=now), "记下收集表已发出")
        self._desk.tell(f"已生成 {len(paths)} 张收集表，放在“{folder}”，发给各家就行。", "good")

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Answered sheets may be dropped here."""
        if _sheets(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The dropped sheets are read."""
        sheets = _sheets(event.mimeData().urls())
        if sheets:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.take_in(sheets))

    def _on_trouble(self, error: LawdraftError) -> None:
        self._desk.tell(error.sentence, "bad")


def _waits(state: SupplierState, draft: Draft) -> str:
    """还没发 before a sheet was made for them, 还没回 after; empty where something came."""
    if not state.missing:
        return ""
    return SENT if state.name in draft.sent or draft.answers else UNSENT


def _named(states: Iterable[SupplierState], draft: Draft, waits: str) -> str:
    """The first of those who wait so: 司法所、青山村等"""
    names = [s.name for s in states if s.open and _waits(s, draft) == waits]
    return "、".join(names[:8]) + ("等" if len(names) > 8 else "")


def _of_nobody(draft: Draft) -> list[Entry]:
    """Open figures that nobody is named for; they go out on a sheet of their own."""
    waiting = flow.open_figures(draft)
    return [e for e in waiting if not e.supplier and not e.formula and e.role != "target"]


def _nobody_row(entries: list[Entry]) -> QFrame:
    things = "、".join(entry.thing for entry in entries[:MOST_NAMED])
    words = (
        f"{things}等 {len(entries)} 个数字没有写由谁提供：发出时另出一张“未指定单位”的表，"
        "也可以到数字台账的“谁提供”一列里补上。"
    )
    top = row(label("未指定单位"), None, label(f"{len(entries)} 个数字", "small"))
    return frame(column(top, label(words, "small", wrap=True), spacing=4, margins=(16, 9, 12, 9)))


def _sheets(urls: Iterable[QUrl]) -> list[Path]:
    """Files that may be answered sheets; anything else goes to the window."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if all(path.suffix.lower() in SHEETS for path in paths) else []
