"""核查: can it be sent? What is missing, and everything that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from lawdraft.model import editing
from lawdraft.ui.anchors import places
from lawdraft.ui.models.blanks import written_blanks
from lawdraft.ui.models.findings import is_blank, rows
from lawdraft.ui.models.readiness import BLANKS, readiness, verdict
from lawdraft.ui.models.sections import LEDGER
from lawdraft.ui.widgets.basics import button, clear, column, frame, label, restyle, row, scrolling
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.findings_list import FindingsList, mend_all
from lawdraft.ui.words import LEVELS, RULES

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from lawdraft.model.finding import Finding, Place
    from lawdraft.ui.desk import Desk
    from lawdraft.ui.models.readiness import Item

READY = "可以上报了吗？"
LIST_WIDTH, FINDINGS_WIDTH = 430, 520
LEVEL_NAMES = {"all": "全部", **{str(key): name for key, name in LEVELS.items()}}
ONE_BY_ONE = ("stale-year", "foreign-place")  # what is true there the clerk alone knows
DISMISSED_SHOWN = 24  # characters
LINK_EDGE = 4  # around the words of a link button: lines that are done stand the same


class CheckStep(QWidget):
    """At the left the list of what a report needs, at the right the findings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.findings = FindingsList(desk)
        self.levels = Choice("看哪些", LEVEL_NAMES)
        self.levels.show_choice("all")
        self._verdict = label("", "heading", wrap=True)
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        self._dismissed = button("", self._on_restore, part="link")
        self._fix_all = button("能自动改的都改", self._on_fix_all)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._build()
        self.levels.chosen.connect(lambda _key: self._show())
        desk.passage_wanted.connect(lambda _place: self.tabs.setCurrentWidget(self._similar))
        for signal in (
            desk.session.findings_changed,
            desk.session.draft_changed,
            desk.session.opened,
        ):
            signal.connect(self._show)
        self._show()

    def _build(self) -> None:
        self._title = label(READY, "title")
        self._answer = frame(column(self._verdict, margins=(18, 14, 18, 14)), "box")
        go = button("去导出", lambda: self._desk.step_wanted.emit("export"), part="primary")
        left_inside = QWidget()
        left_inside.setLayout(
            column(self._title, self._answer, self._items, 8, row(go, None), None,
                   spacing=12, margins=(28, 22, 24, 20))
        )  # fmt: skip
        head = row(self.levels, None, self._fix_all, self._dismissed, margins=(16, 10, 14, 10))
        self._found = frame(column(frame(head, "bar"), self.findings, spacing=0), "side")
        self._similar = self._similarity_page()
        self._ready = scrolling(left_inside, READY)
        self.tabs.addTab(self._found, "核查结果")
        self.tabs.addTab(self._similar, "与别处雷同")
        self._sides.addWidget(self._ready)
        self._sides.addWidget(self.tabs)
        self._sides.setChildrenCollapsible(False)
        self.setLayout(column(self._sides))
        self._share()
        self._desk.look.changed.connect(self._share)

    def _share(self) -> None:
        """What is open beside the findings, or where there is no room a tab before them."""
        left = self._desk.look.scaled(LIST_WIDTH)
        room = self._desk.look.scaled(LIST_WIDTH + FINDINGS_WIDTH)
        narrow = self.isVisible() and self.width() < room
        is_tab = self.tabs.indexOf(self._ready) >= 0
        if narrow and not is_tab:
            chosen = self.tabs.currentWidget()
            self.tabs.insertTab(0, self._ready, READY)
            self.tabs.setCurrentWidget(chosen)
        elif not narrow and is_tab:
            self.tabs.removeTab(self.tabs.indexOf(self._ready))
            self._sides.insertWidget(0, self._ready)
            self._ready.show()
        self._title.setVisible(not narrow)  # the tab says it
        if not narrow:
            self._sides.setSizes([left, 2 * left])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps another arrangement."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._share)

    def _similarity_page(self) -> QWidget:
        from lawdraft.ui.widgets.similarity import SimilarityView

        return SimilarityView(self._desk)

    def _show(self) -> None:
        session = self._desk.session
        if session.draft is None or not self.isVisible():
            return
        items = readiness(session.draft, session.findings)
        waiting = session.check_trouble or "正在核对，请稍等……"
        words, tone = verdict(items) if session.checked else (waiting, "warn")
        self._verdict.setText(words)
        restyle(self._answer, state="" if tone == "warn" else tone)
        clear(self._items)
        for item in items:
            self._items.addLayout(self._item(item))
        self._show_findings(session.findings)
        gone = len(session.draft.not_problems)
        self._dismissed.setText(f"“不是问题” {gone} 处…")
        self._dismissed.setVisible(bool(gone))

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._arrive)  # laid out by then
        self._show()

    def _arrive(self) -> None:
        """The arrow keys go through the findings at once."""
        self._share()
        self.findings.list.setFocus()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        level = self.levels.choice
        shown = tuple(f for f in findings if level in ("all", f.level))
        session = self._desk.session
        none = "没有发现问题。" if session.checked else session.check_trouble or "正在核对……"
        self.findings.show_findings(shown, none=none)
        self._fix_all.setVisible(bool(_mechanical(findings)))
        told = rows(findings)
        for key, made in self.levels.buttons.items():
            number = sum(key in ("all", f.level) for f in told)
            name = LEVEL_NAMES[key]
            made.setText(f"{name} {number}" if number else name)

    def _item(self, item: Item) -> QHBoxLayout:
        mark = label(
            "✓" if item.done else "!", "good" if item.done else "bad" if item.must else "warn"
        )
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setFixedWidth(self._desk.look.scaled(32))
        if item.done:
            words = label(item.text, "soft")
            words.setContentsMargins(LINK_EDGE, LINK_EDGE, 0, LINK_EDGE)
            return row(mark, words, None, spacing=6)
        go = button(item.text, lambda: self._on_item(item), part="link")
        go.setToolTip("去看看")
        return row(mark, go, None, spacing=6)

    def _on_item(self, item: Item) -> None:
        if item.place in ("errors", "warnings"):
            key = item.place.removesuffix("s")
            self.levels.show_choice(key)
            self.tabs.setCurrentWidget(self._found)
            self._show()
            self.findings.list.setFocus()
            return
        if item.place == BLANKS:
            self._go_to_blank()
            return
        self._desk.step_wanted.emit("fill")
        if item.place == LEDGER:
            self._desk.blanks_wanted.emit()
        else:
            self._desk.place_wanted.emit(item.place)
            self._desk.card_wanted.emit(item.card, -1, -1)

    def _go_to_blank(self) -> None:
        """The first ×× in the words, the caret on it."""
        session = self._desk.session
        written = written_blanks(session.draft) if session.draft else ()
        if not written:
            if told := [f for f in session.findings if is_blank(f)]:
                self._desk.show_finding(told[0])
            return
        first = written[0]
        self._desk.step_wanted.emit("fill")
        self._desk.place_wanted.emit(first.place)
        if first.card:
            self._desk.card_wanted.emit(first.card, first.start, first.end)

    def _on_fix_all(self) -> None:
        findings = self._desk.session.findings
        fixable = _mechanical(findings)
        done = mend_all(self._desk, fixable, "能自动改的都改")
        left = len(fixable) - done
        tail = f"，还有 {left} 处请在文字里直接改" if left else ""
        if any(f.rule in ONE_BY_ONE and f.suggestion is not None for f in findings):
            tail += "；年份、地名和单位名称没有动，请一处处看"
        self._desk.tell(f"改好了 {done} 处{tail}。按 Ctrl+Z 一次撤销。", "good")

    def _on_restore(self) -> None:
        """What was called 不是问题, to be taken back one by one or all."""
        if self._desk.session.draft is not None:
            self.restoring().exec(self._dismissed.mapToGlobal(self._dismissed.rect().bottomLeft()))

    def restoring(self) -> QMenu:
        """The menu: one line a finding that is not told any more."""
        draft, menu = self._desk.session.draft, QMenu(self)
        keys = draft.not_problems if draft else ()
        for key in keys:
            menu.addAction(f"恢复：{_dismissed(key)}", lambda key=key: self._restore((key,)))
        menu.addSeparator()
        menu.addAction("全部恢复", lambda: self._restore(keys))
        return menu

    def _restore(self, keys: tuple[str, ...]) -> None:
        draft = self._desk.session.draft
        if draft is None:
            return
        for key in keys:
            draft = editing.restore_finding(draft, key)
        self._desk.session.apply(draft, "恢复“不是问题”的各处")


def _mechanical(findings: tuple[Finding, ...]) -> list[Place]:
    """The places that can be mended without knowing what happened."""
    told = [f for f in findings if f.rule not in ONE_BY_ONE]
    return [place for f in told for place in places(f) if place[2] is not None]


def _dismissed(key: str) -> str:
    """用词“法制”: a finding's key in words."""
    rule, _, rest = key.partition("|")
    excerpt, _, message = rest.rpartition("|")
    words = " ".join((excerpt or message).split())
    shown = words if len(words) <= DISMISSED_SHOWN else f"{words[:DISMISSED_SHOWN]}…"
    return f"{RULES.get(rule, '')}“{shown}”"
