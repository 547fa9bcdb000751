"""The list of findings: what, where, and what can be done about it at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from lawdraft.model import editing
from lawdraft.model.pack import PACK_KINDS
from lawdraft.ui.anchors import card_at, places, printed_values
from lawdraft.ui.models.findings import FindingsModel, is_blank, standing_for
from lawdraft.ui.models.reasons import why_told
from lawdraft.ui.widgets.basics import button, column, frame, label
from lawdraft.ui.widgets.findings_view import FindingsView
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawdraft.model.draft import Card
    from lawdraft.model.finding import Finding, Place
    from lawdraft.ui.desk import Desk

BY_KNOWLEDGE = {  # rules that rest on a knowledge pack, and on which
    "superseded-law": "laws", "unknown-law": "laws", "outdated-phrase": "phrases",
    "wrong-term": "wording", "typo": "wording", "punctuation": "wording",
    "number-style": "wording", "sensitive-public": "wording", "foreign-place": "places",
    "order-of-magnitude": "indicators", "contradiction": "indicators",
}  # fmt: skip
BY_LAST_YEAR = ("repeated-shortcoming", "unchanged-figure", "order-of-magnitude", "copied-own")
COPIED = ("copied-own", "copied-other", "repeated-shortcoming")
LEAST_LIST = 76  # pixels
WHY_SHOWN = 90  # characters
OTHER_SHOWN = 10  # characters of the other place on its button


class FindingsList(QWidget):
    """List above, the chosen finding with its buttons below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = FindingsModel(self)
        self._gone = 0  # the row of the chosen one that is no longer told
        self.list = FindingsView(desk.look)
        self.list.setModel(self.model)
        wide, high = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        self.list.setSizePolicy(wide, high)  # the chosen one's words are never cut for it
        self.list.setMinimumHeight(LEAST_LIST)
        self._empty = label("", "soft", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why = label("", "small", wrap=True)
        self._fix = button("照建议改", self._on_fix)
        self._all = button("同类都改", self._on_fix_all)
        self._other = button("看另一处", self._on_other, part="link")
        self._other.setToolTip("去看与这里对不上的那一处")
        self._last = button("看去年写的", self._on_last, part="link")
        self._last.setToolTip("去看去年的报告在这里是怎么写的")
        self._beside = button("看两边对照", self._on_beside, part="link")
        self._beside.setToolTip("这段话与它的来源并排看，哪些字一样一目了然")
        self._dismiss = button("不是问题", self._on_dismiss)
        self._fix.setToolTip("照建议改这一处（F9），可撤销")
        self._dismiss.setToolTip("这份草稿里不再提这一处（Shift+F9），可撤销")
        self._packs = button("依据的知识…", self._on_packs, part="link")
        self._packs.setToolTip("核查依据的法规、提法截至哪一天，从哪里来，怎样换新的")
        for keys, do in (("F9", self._fix), ("Shift+F9", self._dismiss)):
            QShortcut(QKeySequence(keys), self).activated.connect(do.click)
            do.setAccessibleDescription(f"按 {keys}")
        links = Wrapping(self._other, self._last, self._beside, self._packs, spacing=12, between=2)
        does = Wrapping(self._fix, self._all, self._dismiss, spacing=8, between=6)
        self._detail = frame(column(self._why, links, does, margins=(14, 10, 14, 10)), "footer")
        self._detail.setSizePolicy(wide, QSizePolicy.Policy.Preferred)  # as tall as its words
        self.setLayout(column(self._empty, self.list, self._detail, spacing=0, grow=1))
        self.list.selectionModel().currentChanged.connect(lambda _n, _o: self._on_current())
        self.model.modelReset.connect(self._show_detail)
        self.list.opened.connect(self._on_opened)

    def show_findings(self, findings: tuple[Finding, ...], *, none: str) -> None:
        """These findings, or the sentence where there are none."""
        was = self.list.currentIndex().row()
        current = self.model.finding(self.list.currentIndex())
        self.model.show(findings)
        self._empty.setText(none)
        self._empty.setContentsMargins(20, 40, 20, 20)
        self._empty.setVisible(not findings)
        self.list.setVisible(bool(findings))
        if current is not None and not self._mark_like(current):
            self._gone = was
        self._show_detail()

    def step(self, way: int) -> Finding | None:
        """On to the next finding, or back; None where there is none."""
        count = self.model.rowCount()
        if not count:
            return None
        now, gone = self.list.currentIndex(), self._gone
        behind = gone if way > 0 else gone - 1  # where the mended one stood the next one stands
        at = now.row() + way if now.isValid() else behind
        index = self.model.index(at % count)
        self.list.setCurrentIndex(index)
        return self.model.finding(index)

    def lists(self, finding: Finding) -> bool:
        """Whether it is one of the rows."""
        return any(each.key == finding.key for each in self.model.findings)

    def mark(self, finding: Finding) -> None:
        """Choose the row of a finding that one went to from elsewhere."""
        if self.model.finding(self.list.currentIndex()) != finding:
            self._mark_like(finding)

    def _mark_like(self, finding: Finding) -> bool:
        """Of several on the same words the one that stands nearest."""
        there, at = self.model.findings, finding.start or 0
        alike = [n for n, each in enumerate(there) if each.key == finding.key]
        if alike:
            nearest = min(alike, key=lambda n: abs((there[n].start or 0) - at))
            self.list.setCurrentIndex(self.model.index(nearest))
        return bool(alike)

    def _let_go(self) -> None:
        """The chosen one is dealt with: F7 goes on from its place, not from another like it."""
        self._gone = self.list.currentIndex().row()
        self.list.setCurrentIndex(QModelIndex())

    def _show_detail(self) -> None:
        finding = self.model.finding(self.list.currentIndex())
        self._detail.setVisible(finding is not None)
        if finding is None:
            return
        more = f"同样的还有 {finding.similar} 处。" if finding.similar else ""
        why = why_told(finding)
        shown = why if len(why) <= WHY_SHOWN else f"{why[: WHY_SHOWN - 1]}…"
        self._why.setText("　".join(w for w in (shown, more) if w))
        self._why.setToolTip(why)
        self._why.setVisible(bool(why or more))
        pack = BY_KNOWLEDGE.get(finding.rule, "")
        self._packs.setVisible(bool(pack))
        self._packs.setText(f"依据的知识：{PACK_KINDS.get(pack, '')}…")
        self._beside.setVisible(self._has_source(finding))
        self._last.setVisible(finding.rule in BY_LAST_YEAR and bool(self._card_of(finding)))
        self._dismiss.setVisible(not is_blank(finding))
        spans = self._desk.session.spans
        self._other.setVisible(finding.other is not None and card_at(spans, finding.other[0]) is not None)  # fmt: skip
        self._other.setText(f"看“{self._words_of(finding)}”")
        can = finding.suggestion is not None and card_at(spans, finding.start) is not None
        same = len(self._fixable(finding))
        self._all.setVisible(same > 1)
        self._all.setText(f"同类 {same} 处都改")
        self._fix.setVisible(can)
        self._fix.setText(f"改成“{finding.suggestion}”" if can and len(finding.suggestion or "") < 16 else "照建议改")  # fmt: skip

    def _on_current(self) -> None:
        """Its buttons take room from the list: the row itself stays in sight."""
        self._show_detail()
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))

    def _on_opened(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        if finding is not None:
            self._desk.show_finding(finding)

    def _words_of(self, finding: Finding) -> str:
        """The words at the other place, or what to call them where they are many."""
        report = self._desk.session.report
        if finding.other is None or report is None:
            return ""
        words = report.text[slice(*finding.other)]
        return words if len(words) <= OTHER_SHOWN else "另一处"

    def _fixable(self, finding: Finding) -> list[Place]:
        """The places that say the same and can be mended here, the chosen one among them."""
        alike = [
            f
            for f in self._desk.session.findings
            if f.rule == finding.rule and f.message == finding.message
        ]
        return [p for f in alike for p in places(f) if in_card(self._desk, p)]

    def _on_fix_all(self) -> None:
        finding = self.model.finding(self.list.currentIndex())
        if finding is None:
            return
        wanted = self._fixable(finding)
        self._let_go()
        done = mend_all(self._desk, wanted, "同类都改")
        self._desk.tell(f"改好了 {done} 处。按 Ctrl+Z 一次撤销。", "good")

    def _on_other(self) -> None:
        finding = self.model.finding(self.list.currentIndex())
        if finding is not None and finding.other is not None:
            start, end = finding.other
            self._desk.show_finding(replace(finding, start=start, end=end))

    def _on_last(self) -> None:
        finding = self.model.finding(self.list.currentIndex())
        if finding is not None and (card := self._card_of(finding)):
            self._desk.show_finding(finding)
            self._desk.last_wanted.emit(card)

    def _card_of(self, finding: Finding) -> str:
        """The card it stands in, where that had words last year."""
        session = self._desk.session
        card = card_at(session.spans, finding.start)
        known = {each.id for each in session.draft.cards if each.last} if session.draft else set()
        return card if card in known else ""

    def _has_source(self, finding: Finding) -> bool:
        """Whether its words stand in a report that can be shown beside them."""
        comparison, at = self._desk.session.comparison, finding.start
        if comparison is None or at is None or finding.rule not in COPIED:
            return False
        copied = [match.draft for match in comparison.matches if match.kind == "copied"]
        return any(span.start <= at < span.end for span in copied)

    def _on_beside(self) -> None:
        finding = self.model.finding(self.list.currentIndex())
        if finding is not None and finding.start is not None:
            self._desk.step_wanted.emit("check")
            self._desk.passage_wanted.emit(finding.start)

    def _on_packs(self) -> None:
        from lawdraft.ui.dialogs.packs import show_packs

        finding = self.model.finding(self.list.currentIndex())
        about = BY_KNOWLEDGE.get(finding.rule, "") if finding is not None else ""
        show_packs(self.window(), self._desk, about)

    def _on_dismiss(self) -> None:
        """The row is not told again in this draft, with all it stands for."""
        finding, session = self.model.finding(self.list.currentIndex()), self._desk.session
        if finding is None or session.draft is None:
            return
        draft, text = session.draft, session.report.text if session.report else ""
        for each in standing_for(finding, session.findings):
            draft = editing.dismiss_finding(draft, each.key)
            for start, end, _put in each.more:
                key = replace(each, excerpt=text[start:end]).key
                draft = editing.dismiss_finding(draft, key)
        self._let_go()
        if session.apply(draft, "标为不是问题"):
            self._desk.tell(
                "记下了，这份草稿里不再提；要收回，到“核查”页右上角的“不是问题”里。", "good"
            )

    def _on_fix(self) -> None:
        finding = self.model.finding(self.list.currentIndex())
        if finding is None:
            return
        row = self.list.currentIndex()
        self._let_go()
        if not mend(self._desk, finding):
            self.list.setCurrentIndex(row)
            self._desk.show_finding(finding)
            self._desk.tell("这一处请在文字里直接改。")


def in_card(desk: Desk, place: Place) -> bool:
    """Whether a place has a fix and stands in the text of one card."""
    return place[2] is not None and card_at(desk.session.spans, place[0]) is not None


def mend(desk: Desk, finding: Finding) -> bool:
    """Put the suggestion in place of the finding's words; False where they are not in a card."""
    here = [p for p in places(finding)[:1] if in_card(desk, p)]
    return mend_all(desk, here, "照建议改") == 1


def mend_all(desk: Desk, wanted: Sequence[Place], what: str) -> int:
    """Mend places of the report as it stands, as one step of undo; how many could be.

    From the end to the beginning, so that no place moves before its turn.
    """
    session, done = desk.session, 0
    if session.draft is None or session.report is None:
        return 0
    draft, text = session.draft, session.report.text
    values, spans = printed_values(draft), {span.card: span for span in session.spans}
    for start, end, put in sorted(wanted, reverse=True):
        card_id = card_at(session.spans, start)
        if card_id is None or put is None:
            continue
        at = start - spans[card_id].start
        raw = mended(draft.card(card_id).text, at, text[start:end], put, values)
        if raw is not None:
            draft = editing.change_card(draft, card_id, partial(with_text, text=raw))
            done += 1
    return done if done and session.apply(draft, what) else 0


def with_text(card: Card, text: str) -> Card:
    """The card with other words."""
    return replace(card, text=text)


def mended(raw: str, at: int, words: str, put: str, values: dict[str, str]) -> str | None:
    """`raw` with the words at a printed offset replaced; None where a figure stands in them.

    排查⟦e1⟧件矛盾 with 矛盾 → 纠纷 becomes 排查⟦e1⟧件纠纷.
    """
    count = offset = 0
    for number, piece in enumerate(editing.SLOT.split(raw)):
        printed = values.get(piece, "") if number % 2 else piece
        if not number % 2 and count <= at < count + len(printed):
            start = offset + at - count
            found = raw.startswith(words, start) and bool(words)
            return raw[:start] + put + raw[start + len(words) :] if found else None
        count += len(printed)
        offset += len(piece) + (2 if number % 2 else 0)
    return None
