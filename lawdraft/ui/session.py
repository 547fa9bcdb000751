"""The open draft and what was found out about it. The only writer of the draft in the window."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lawdraft import flow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lawdraft.model.composed import Composed
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.model.finding import Finding
    from lawdraft.model.pages import Pages
    from lawdraft.model.report import Report
    from lawdraft.model.similarity import Comparison
    from lawdraft.ui.anchors import CardSpan, Mark

MERGE_SECONDS = 2.0  # typing without a pause of this length is one step of undo
STEPS_KEPT = 500


@dataclass(frozen=True, slots=True)
class Step:
    """A draft as it was before a change, and what the change was, for 撤销“…”."""

    draft: Draft
    what: str


class Session(QObject):
    """Holds the draft; every edit goes through `apply`, every look through the attributes."""

    opened = Signal()  # another draft, or none
    draft_changed = Signal()
    report_changed = Signal()  # composed anew: report, spans and pages
    findings_changed = Signal()
    copied_changed = Signal(str)  # id of the card whose words were compared while it is typed
    last_changed = Signal()
    history_changed = Signal()
    refused = Signal(str)  # an edit of a draft that is open to read only

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self.last: Report | None = None  # last year's report, recognised
        self.composed: Composed | None = None
        self.report: Report | None = None
        self.pages: Pages | None = None
        self.spans: tuple[CardSpan, ...] = ()
        self.markers: dict[str, str] = {}  # by card, as printed
        self._printed: dict[str, str] = {}
        self._entries: tuple[tuple[Entry, ...], dict[str, Entry]] | None = None
        self.all_findings: tuple[Finding, ...] = ()
        self.comparison: Comparison | None = None
        self.checked = False  # the findings are those of this draft, not only none yet
        self.check_trouble = ""  # the sentence that says why there are none
        self.copied_now: dict[str, tuple[Finding, ...]] = {}  # by card, since the last whole check
        self.read_only = ""  # the sentence that says why, or empty
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._merging = ("", 0.0)

    # -- opening ---------------------------------------------------------------------------------

    def open(
        self,
        draft: Draft | None,
        *,
        last: Report | None = None,
        read_only: str = "",
        undo: list[Step] | None = None,
    ) -> None:
        """Another draft, with what can be undone of it; None closes."""
        self.draft, self.last, self.read_only = draft, last, read_only
        self.composed, self.report, self.pages = None, None, None
        self.spans, self.markers, self._printed, self._entries = (), {}, {}, None
        self.all_findings, self.comparison, self.copied_now = (), None, {}
        self.checked, self.check_trouble = False, ""
        self._undo, self._redo, self._merging = list(undo or ()), [], ("", 0.0)
        self.opened.emit()
        self.history_changed.emit()

    # -- editing ---------------------------------------------------------------------------------

    def apply(self, draft: Draft, what: str, *, merge: str = "") -> bool:
        """The next state of the draft; False where it may only be read.

        Changes with the same `merge` key that follow each other closely are undone together.
        """
        if self.draft is None or draft == self.draft:
            return False
        if self.read_only:
            self.refused.emit(self.read_only)
            return False
        draft = flow.reopen_promises(draft)
        if not self._merges(merge):
            self._undo.append(Step(self.draft, what))
            del self._undo[:-STEPS_KEPT]
        self._redo.clear()
        self._take(draft)
        return True

    def edit(self, change: Callable[..., Draft], *args: object, what: str, merge: str = "") -> bool:
        """Apply one of the pure edits of lawdraft.model.editing to the open draft."""
        if self.draft is None:
            return False
        return self.apply(change(self.draft, *args), what, merge=merge)

    def undo(self) -> None:
        """Back to the draft before the last change."""
        self._go(self._undo, self._redo)

    def redo(self) -> None:
        """Forward again."""
        self._go(self._redo, self._undo)

    @property
    def undo_what(self) -> str:
        """What undo would take back; empty where nothing."""
        return self._undo[-1].what if self._undo and not self.read_only else ""

    @property
    def redo_what(self) -> str:
        """What redo would do again; empty where nothing."""
        return self._redo[-1].what if self._redo and not self.read_only else ""

    # -- what the worker found -------------------------------------------------------------------

    def take_report(self, composed: Composed, pages: Pages) -> None:
        """The report composed from the draft, where its cards stand in it, and its pages."""
        from lawdraft.ui.anchors import card_spans, printed_entries, printed_markers

        self.composed, self.report, self.pages = composed, composed.report, pages
        self.spans = card_spans(composed)
        self.markers = printed_markers(composed, self.spans)
        printed = printed_entries(composed)
        if printed != self._printed:
            self._printed, self._entries = printed, None
        self.report_changed.emit()

    def take_last(self, last: Report) -> None:
        """Last year's report as a structure, once it is recognised again."""
        self.last = last
        self.last_changed.emit()

    def take_findings(
        self,
        findings: tuple[Finding, ...],
        comparison: Comparison | None = None,
        *,
        newest: bool = True,
    ) -> None:
        """What checking the report gave; `newest`: nothing was typed since it was composed."""
        self.all_findings, self.comparison, self.checked = findings, comparison, True
        self.check_trouble = ""
        if newest:
            self.copied_now = {}
        self.findings_changed.emit()

    def give_up_checking(self, sentence: str) -> None:
        """The last check failed: what was found before it may hold no longer."""
        self.checked, self.check_trouble = False, sentence
        self.findings_changed.emit()

    def take_copied(self, card: str, found: tuple[Finding, ...]) -> None:
        """What comparing the printed text of one card alone gave, while it is typed."""
        self.copied_now[card] = found
        self.copied_changed.emit(card)

    def marks(self, cards: Iterable[str]) -> dict[str, list[Mark]]:
        """What to underline in these cards, in their text as it is now."""
        from lawdraft.ui.anchors import findings_by_card, moved, printed

        if self.draft is None or self.report is None:
            return {}
        found = findings_by_card(self.spans, self.findings)
        spans = {span.card: span for span in self.spans}
        values = self.values
        texts = {card.id: card.text for card in self.draft.cards}
        made: dict[str, list[Mark]] = {}
        for each in cards:
            marks = found.get(each, [])
            if marks and each in texts:
                composed = self.report.text[spans[each].start : spans[each].end]
                marks = moved(marks, composed, printed(texts[each], values))
            made[each] = self._with_copied(each, marks)
        return made

    def _with_copied(self, card: str, marks: list[Mark]) -> list[Mark]:
        """The marks of copied words as they were found last, whichever comparison found them."""
        if card not in self.copied_now:
            return marks
        gone = self.draft.not_problems if self.draft else ()
        fresh = [(f.start, f.end, f) for f in self.copied_now[card] if f.key not in gone]
        others = [mark for mark in marks if mark[2].rule != "copied-other"]
        return others + [(a, b, f) for a, b, f in fresh if a is not None and b is not None]

    @property
    def entries(self) -> dict[str, Entry]:
        """The ledger by id, sums and rates with the values last worked out; the same until it changes."""
        ledger = self.draft.ledger if self.draft else ()
        if self._entries is not None and self._entries[0] is ledger:
            return self._entries[1]
        entries = {
            entry.id: replace(entry, value=self._printed.get(entry.id, entry.value))
            if entry.formula
            else entry
            for entry in ledger
        }
        self._entries = (ledger, entries)
        return entries

    @property
    def values(self) -> dict[str, str]:
        """What each figure prints now, sums and rates too: its value, or ×× where none is given."""
        from lawdraft.model.draft import BLANK

        return {each: entry.value or BLANK for each, entry in self.entries.items()}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings without those called 不是问题 in this draft."""
        dismissed = self.draft.not_problems if self.draft else ()
        return tuple(each for each in self.all_findings if each.key not in dismissed)

    # -- inside ----------------------------------------------------------------------------------

    def _merges(self, key: str) -> bool:
        last_key, last_time = self._merging
        now = time.monotonic()
        self._merging = (key, now)
        return bool(key and key == last_key and now - last_time < MERGE_SECONDS and self._undo)

    def _go(self, source: list[Step], target: list[Step]) -> None:
        if not source or self.draft is None or self.read_only:
            return
        step = source.pop()
        target.append(Step(self.draft, step.what))
        self._merging = ("", 0.0)
        self._take(step.draft)

    def _take(self, draft: Draft) -> None:
        before, self.draft = self.draft, draft
        self.draft_changed.emit()
        self.history_changed.emit()
        if before is not None and before.not_problems != draft.not_problems:
            self.findings_changed.emit()
