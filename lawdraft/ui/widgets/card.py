"""One point of the report: what to do with it, its text with its figures, what was rolled on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QSizePolicy, QToolButton, QWidget

from lawdraft.model import editing
from lawdraft.model.asking import asked_of, is_left, settle
from lawdraft.model.draft import BLANK
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.anchors import printed, reslotted
from lawdraft.ui.models.findings import is_blank
from lawdraft.ui.revising import of_card
from lawdraft.ui.widgets.basics import column, label, restyle, row
from lawdraft.ui.widgets.card_revisions import CardRevisions
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.questions import Questions
from lawdraft.ui.widgets.slot_text import SlotText
from lawdraft.ui.widgets.undoable import headline, put_words
from lawdraft.ui.words import DECISION_HINTS, DECISIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lawdraft.model.draft import Card, Change, Entry
    from lawdraft.model.finding import Finding
    from lawdraft.ui.desk import Desk

MARKERS = (("一是", "一是、二是…"), ("第一", "第一、第二…"), ("1.", "1. 2. …"), (None, "不编号"))


class CardView(QFrame):
    """Shows a card of the draft and sends what the user does with it to the session."""

    entered = Signal(str)  # card id: the caret came in
    slot_wanted = Signal(str, str)  # card id, entry id
    help_wanted = Signal(str)  # card id: words to choose from
    left = Signal(str, int)  # card id: on to the next card, or back

    def __init__(self, desk: Desk, card: Card) -> None:
        super().__init__()
        self._desk = desk
        self.card: Card | None = None
        self.id = card.id
        self._findings: list[tuple[int, int, Finding]] = []
        self._values: dict[str, str] = {}
        self.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._marker = label("", "badge")
        self._new = label("新增", "good")
        self._problems = label("", "warn")
        self._problems.hide()
        self._stale = label("没有新内容", "warn")
        self._stale.setToolTip("这一条照去年写，数字也和去年一样或还没填；上级常拿两年的报告对比")
        self._stale.hide()
        self.heading = headline("这一条的小标题", "小标题")
        self.choice = Choice("怎么处理这一条", DECISIONS, DECISION_HINTS)
        self.text = SlotText(desk.look, "这一条的文字")
        self._changes = label("", "small", wrap=True)
        self.questions = Questions()
        self.revisions = CardRevisions(desk)
        self._more = self._more_button()
        marks = row(self._marker, self._new, self.heading, self._stale, self._problems, None, spacing=8)  # fmt: skip
        marks.setStretch(2, 20)  # the stretch behind it counts only where there is no heading
        tools = row(self.choice, None, self._more, spacing=8)
        self._marks, self._tools = marks, tools
        self._head = row(marks, tools, spacing=8, grow=0)
        self.setMinimumWidth(1)  # in a narrow place the buttons go below the marks
        body = column(
            self._head, self.text, self.revisions, self.questions, self._changes,
            margins=(14, 10, 14, 12),
        )  # fmt: skip
        self.setLayout(body)
        self._connect()
        self._paint_icon()

    def _connect(self) -> None:
        self.choice.chosen.connect(self._on_decided)
        self.heading.textEdited.connect(self._on_heading)
        self.text.edited.connect(self._on_text)
        self.text.slot_wanted.connect(lambda entry: self.slot_wanted.emit(self.id, entry))
        self.text.entered.connect(lambda: self.entered.emit(self.id))
        self.text.number_marked.connect(self._on_number)
        self.text.split.connect(self._on_split)
        self.text.help_wanted.connect(lambda: self.help_wanted.emit(self.id))
        self.text.phrase_marked.connect(self._on_phrase)
        self.text.decided.connect(lambda place: self._on_decided(tuple(DECISIONS)[place]))
        self.text.left.connect(lambda way: self.left.emit(self.id, way))
        self.questions.confirmed.connect(lambda change: self._on_answered(change, right=True))
        self.questions.refused.connect(lambda change: self._on_answered(change, right=False))
        self._desk.look.changed.connect(self._paint_icon)
        self._desk.session.report_changed.connect(self._show_marker)

    def _more_button(self) -> QToolButton:
        made = QToolButton()
        made.setAccessibleName("这一条的更多操作")
        made.setToolTip("移动、编号、拆分、添加、删掉")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        made.setMenu(menu)
        return made

    def _paint_icon(self) -> None:
        look = self._desk.look
        self._more.setIcon(look.icon("more", look.colours.ink_soft, look.scaled(20)))

    # -- showing ---------------------------------------------------------------------------------

    def show_card(self, card: Card, entries: dict[str, Entry]) -> None:
        """The card as the draft has it now."""
        self.text.show_text(card.text, entries)
        self._show_heading(card, entries)
        if (draft := self._desk.session.draft) is not None:
            self.revisions.show_revisions(of_card(draft, card))
        if card is self.card:
            return
        self.card = card
        self._show_marker()
        self._new.setVisible(not card.last and bool(card.text))
        self.choice.show_choice(card.decision)
        dropped = card.decision == "drop"
        self.text.setVisible(not dropped)
        self.text.setReadOnly(dropped or bool(self._desk.session.read_only))
        self.text.setEnabled(not dropped)
        self._show_changes(card)
        self._show_state()

    def _show_heading(self, card: Card, entries: dict[str, Entry]) -> None:
        self.heading.setVisible(card.heading is not None)
        self._values = {each: entry.value or BLANK for each, entry in entries.items()}
        put_words(self.heading, printed(card.heading or "", self._values))

    def _show_marker(self) -> None:
        """As it will be printed; a card that prints nothing yet takes no number."""
        card, session = self.card, self._desk.session
        own = card.marker or "" if card is not None else ""
        words = session.markers.get(self.id, "") if session.report is not None and own else own
        self._marker.setText(words)
        self._marker.setVisible(bool(words))
        self._fold_head()

    def show_stale(self, *, stale: bool) -> None:
        """Whether the card only repeats last year."""
        self._stale.setVisible(stale)
        self._fold_head()

    def show_findings(self, findings: list[tuple[int, int, Finding]]) -> None:
        """Wavy lines, and their number at the top of the card."""
        if findings == self._findings:
            return
        self._findings = findings
        findings = [each for each in findings if _underlined(each[2])]
        self.text.show_findings(findings)
        told = dict.fromkeys(f for _s, _e, f in findings)  # a habit in several places is one thing
        grave = [f for f in told if f.level != "note"]
        self._problems.setVisible(bool(grave))
        worst = "bad" if any(f.level == "error" for f in grave) else "warn"
        self._problems.setText(f"{len(grave)} 处要看")
        self._problems.setToolTip("\n".join(f.message for f in grave))
        restyle(self._problems, part=worst)
        self._fold_head()

    def show_current(self, *, current: bool) -> None:
        """Whether this is the card that the caret is in."""
        dropped = self.card is not None and self.card.decision == "drop"
        restyle(self, state="dropped" if dropped else "current" if current else "")

    def _show_state(self) -> None:
        self.show_current(current=self.text.hasFocus())

    def _show_changes(self, card: Card) -> None:
        words = told_of(card)
        self._changes.setText(words)
        self._changes.setToolTip(
            "\n".join(f"{c.before} → {c.after or '（去掉）'}：{c.why}" for c in card.changes)
        )
        self._changes.setVisible(bool(words))
        self.questions.ask(asked_of(card) if card.decision != "drop" else ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons beside the marks, or below them where there is no room."""
        super().resizeEvent(event)
        self._fold_head()

    def _fold_head(self) -> None:
        needed = self._marks.minimumSize().width() + self._tools.minimumSize().width() + 40
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if self.width() < needed else ways.LeftToRight)

    # -- doing -----------------------------------------------------------------------------------

    def _on_decided(self, decision: str) -> None:
        session = self._desk.session
        words = DECISIONS[decision]  # type: ignore[index]
        typing = self.text.hasFocus()
        taken = session.edit(editing.set_decision, self.id, decision, what=f"定为“{words}”")
        if typing and decision == "drop":  # its words are hidden now
            self.choice.buttons["drop"].setFocus(Qt.FocusReason.OtherFocusReason)
        if not taken and self.card is not None:  # only to be read: show what holds again
            self.choice.show_choice(self.card.decision)

    def _on_text(self, raw: str) -> None:
        self._desk.session.edit(
            editing.set_card_text, self.id, raw, what="改文字", merge=f"text {self.id}"
        )

    def _on_heading(self, words: str) -> None:
        words = words or " "
        self._desk.session.edit(
            editing.set_card_heading,
            self.id,
            reslotted(self.card.heading or "", self._values, words) if self.card else words,
            what="改小标题",
            merge=f"head {self.id}",
        )

    def _on_number(self, start: int, end: int) -> None:
        self._desk.session.edit(editing.make_slot, self.id, start, end, what="数字记入台账")

    def _on_answered(self, change: Change, *, right: bool) -> None:
        if is_left(change) and not right:
            self._select(change.after)
            return
        what = "确认顺延" if right else "改回去年的说法"
        self._desk.session.edit(
            lambda draft: settle(draft, self.id, change, right=right), what=what
        )
        waiting: list[QWidget] = [*self.questions.buttons, self.text]
        waiting[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, words: str) -> None:
        """The caret on words that are to be written anew."""
        at = printed(self.card.text if self.card else "", self._values).find(words)
        if at >= 0:
            self._desk.card_wanted.emit(self.id, at, at + len(words))
        else:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_phrase(self, words: str) -> None:
        from lawdraft.store.notes import add_phrase

        try:
            add_phrase(self._desk.kit.places, words)
        except LawdraftError as error:
            self._desk.tell(error.sentence, "bad")
        else:
            self._desk.tell("已存进“我的话”，在任何一条里按 F4 就能找到。", "good")

    def _on_split(self, before: str, behind: str) -> None:
        session = self._desk.session
        if session.draft is None or self.card is None:
            return
        topic = next(t for t in session.draft.topics if any(c.id == self.id for c in t.cards))
        new = editing.new_id(session.draft, "c")
        draft, above = session.draft, bool(behind) and not before.strip()
        if behind and not above:
            draft = editing.set_card_text(draft, self.id, before)
        draft = editing.add_card(
            draft,
            topic.id,
            "" if above else behind,
            after=self.id,
            marker=self.card.marker,
            new_paragraph=self.card.marker is None or self.card.new_paragraph,
        )
        if above:  # before all of its words: they stay this card's, with last year's beside them
            place = [card.id for card in topic.cards].index(self.id)
            draft = editing.move_card(draft, new, topic.id, place)
        if session.apply(draft, "另起一条"):
            self._desk.card_wanted.emit(self.id if above else new, 0, 0)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction("换个说法、常用的话、随手记…\tF4", lambda: self.help_wanted.emit(self.id))
        menu.addSeparator()
        menu.addAction("在下面加一条", lambda: self._on_split("", ""))
        menu.addAction("往上移", lambda: self._move(-1))
        menu.addAction("往下移", lambda: self._move(1))
        numbering = menu.addMenu("编号方式")
        for marker, words in MARKERS:
            action = numbering.addAction(words)
            action.setCheckable(True)
            action.setChecked(self.card is not None and self.card.marker == marker)
            action.triggered.connect(lambda _checked=False, m=marker: self._set_marker(m))
        menu.addSeparator()
        menu.addAction("恢复去年的话", self._restore).setEnabled(bool(self.card and self.card.last))
        menu.addAction("整条去掉", self._remove)

    def _move(self, way: int) -> None:
        session = self._desk.session
        if session.draft is None:
            return
        topic = next(t for t in session.draft.topics if any(c.id == self.id for c in t.cards))
        place = [card.id for card in topic.cards].index(self.id)
        if 0 <= place + way < len(topic.cards):
            session.edit(editing.move_card, self.id, topic.id, place + way, what="移动一条")
            self._desk.card_wanted.emit(self.id, -1, -1)

    def _set_marker(self, marker: str | None) -> None:
        self._desk.session.edit(editing.set_card_marker, self.id, marker, what="改编号方式")

    def _restore(self) -> None:
        if self.card is not None:
            self._desk.session.edit(
                editing.set_card_text, self.id, self.card.last, what="恢复去年的话"
            )

    def _remove(self) -> None:
        if self._desk.session.edit(editing.remove_card, self.id, what="去掉一条"):
            self._desk.tell("已去掉一条。按 Ctrl+Z 可以找回。", "good")

    @property
    def fields(self) -> list[QWidget]:
        """What the Tab key visits, in order."""
        heading = [self.heading] if self.heading.isVisibleTo(self) else []
        return [
            *heading,
            self.text,
            *self.revisions.buttons,
            *self.questions.buttons,
            *self.choice.buttons.values(),
            self._more,
        ]

    def focus_text(self) -> None:
        """Put the caret into the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def told_of(card: Card) -> str:
    """What a card has to say below its text: what was rolled, what to look at, what to write."""
    if card.decision == "drop":
        return "今年不写这一条。想写回来，点上面的“沿用”或“改写”。"
    if card.hint and BLANK in card.text:
        return card.hint
    if not card.text.strip():
        return card.hint or "这一条还是空的：写上今年的情况，或者点“删除”。"
    settled = [change for change in card.changes if not change.asked]
    ended = [c for c in settled if c.after == f"{c.before}。"]
    moved = [c for c in settled if c.before != c.after and c not in ended]
    rolled = [f"{c.before} → {c.after or '（去掉）'}" for c in moved]
    doubtful = [f"{c.before}（{c.why}）" for c in settled if c.before == c.after]
    parts = [f"已自动顺延：{'；'.join(rolled)}" if rolled else ""]
    parts.append("已补上句末的句号" if ended else "")
    parts.append(f"没有改动：{'；'.join(doubtful)}" if doubtful else "")
    return "\n".join(filter(None, parts))


def _underlined(finding: Finding) -> bool:
    """Blanks show themselves, and 沿用 is what the card's buttons say: no waves for these."""
    return finding.rule != "copied-own" and not is_blank(finding)
