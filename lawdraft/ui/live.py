"""What runs behind the typing: compose, lay out and check, a moment after the last change.

The paragraph being typed is compared with the library at once, in a thread of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lawdraft import flow
from lawdraft.model.errors import CancelledError, LawdraftError
from lawdraft.ui.tasks import Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.flow import Kit
    from lawdraft.model.composed import Composed
    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Card, Draft
    from lawdraft.model.finding import Finding
    from lawdraft.model.pages import Pages
    from lawdraft.ui.session import Session
    from lawdraft.ui.tasks import Job

PAUSE_MS = 350
LONGEST_WAIT_MS = 2500
JOBS = ("live", "live-check")
CRASHED = "这次核对没有做成，写好的内容都在。改一处就会再核对；还不行请重新打开程序。"
SHORTEST = 25  # characters of a text that can be told to be copied

LaidOut = tuple["Composed", "Pages"]


class Live(QObject):
    """Keeps the session's report, pages and findings in step with its draft."""

    working = Signal(str)  # what goes on; empty when all is done
    troubled = Signal(str)  # a sentence

    def __init__(self, session: Session, tasks: Tasks, kit: Kit) -> None:
        super().__init__()
        self._session, self._tasks, self._kit = session, tasks, kit
        self._checking = flow.LiveCheck(kit)
        self.library: Path | None = None
        self._comparing = flow.LiveComparison()
        self._similar = Tasks("similar", self)
        self._before: Draft | None = None  # as it was compared last
        self._checked: Draft | None = None  # as it was checked whole last
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=LONGEST_WAIT_MS)
        self._pause.timeout.connect(self.refresh)
        self._latest.timeout.connect(self.refresh)
        tasks.failed.connect(self._on_ended_badly)
        session.draft_changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)

    def refresh(self) -> None:
        """Compose and check now, in the worker."""
        self._pause.stop()
        self._latest.stop()
        draft = self._session.draft
        if draft is None:
            return
        self.working.emit("正在核对…")
        self._tasks.cancel("live-check")
        self._tasks.start(
            "live",
            lambda progress: compose_and_lay_out(draft, self._kit, progress),
            lambda laid_out: self._on_composed(draft, laid_out),
            self._on_failed,
            replaces=True,
        )

    def stop(self) -> None:
        """No more work: the window closes."""
        self._pause.stop()
        self._latest.stop()
        self._similar.finish()
        self._comparing.close()

    def _on_opened(self) -> None:
        self._before = self._session.draft
        self._tasks.cancel("live")
        self._tasks.cancel("live-check")
        if self._session.draft is not None:
            self._pause.start(0)

    def _on_changed(self) -> None:
        self._pause.start(PAUSE_MS)
        if not self._latest.isActive():
            self._latest.start()
        before, self._before = self._before, self._session.draft
        if self.library is not None and (card := changed_card(before, self._before)) is not None:
            self._compare(card, self.library)

    def _compare(self, card: Card, library: Path) -> None:
        """The card being typed against the library; only the newest words count."""
        session = self._session
        asked = session.draft
        if asked is None:
            return
        from lawdraft.ui.anchors import printed

        values = session.values
        text, kit, last = printed(card.text, values), self._kit, session.last
        if len(text) < SHORTEST:
            session.take_copied(card.id, ())
            return
        whose, year = asked.organisation, asked.year

        def work(_progress: object) -> tuple[Finding, ...]:
            phrases = flow.set_phrases(kit)
            against = flow.Against(library, whose, year, last.text if last else "", phrases)
            return self._comparing.paragraph(text, against)

        def done(found: tuple[Finding, ...]) -> None:
            if asked is not self._checked:  # the whole draft was not quicker
                session.take_copied(card.id, found)

        self._similar.start("paragraph", work, done, self._on_failed, replaces=True)

    def _on_composed(self, draft: Draft, laid_out: LaidOut) -> None:
        composed, pages = laid_out
        self._session.take_report(composed, pages)
        last, library = self._session.last, self.library
        self._tasks.start(
            "live-check",
            lambda _progress: self._checking.check(composed.report, draft, last, library),
            lambda checked: self._on_checked(draft, checked),
            self._on_failed,
            replaces=True,
        )

    def _on_checked(self, draft: Draft, checked: flow.Checked) -> None:
        self.working.emit("")
        self._checked, newest = draft, self._session.draft is draft
        self._session.take_findings(checked.findings, checked.comparison, newest=newest)

    def _on_ended_badly(self, job: Job, error: BaseException) -> None:
        """No check came of it: the pages that wait for it say so, the typing goes on."""
        if job.name in JOBS:
            self.working.emit("")
            sentence = error.sentence if isinstance(error, LawdraftError) else CRASHED
            self._session.give_up_checking(sentence)

    def _on_failed(self, error: LawdraftError) -> None:
        self.working.emit("")
        if not isinstance(error, CancelledError):
            self.troubled.emit(error.sentence)


def compose_and_lay_out(draft: Draft, kit: Kit, progress: Progress) -> LaidOut:
    """The report with the places of its cards, and its pages."""
    composed = flow.compose_with_places(draft, kit)
    progress(1, 2, "")
    return composed, flow.lay_out(composed.report, kit, **flow.wished(draft.wishes, kit))


def library_folder(chosen: str, kit: Kit) -> Path:
    """Where the user's report library is, or will be: `chosen` in the settings, else the user's data."""
    from pathlib import Path

    return Path(chosen) if chosen else kit.places.data / "library"


def existing_library(folder: Path) -> Path | None:
    """The folder, where there is a library in it."""
    return folder if (folder / "library.sqlite").is_file() else None


def changed_card(before: Draft | None, now: Draft | None) -> Card | None:
    """The one card whose words changed; None where none, more, or the cards themselves did."""
    if before is None or now is None:
        return None
    ours, theirs = tuple(before.cards), tuple(now.cards)
    changed = [b for a, b in zip(ours, theirs, strict=False) if a is not b and a.text != b.text]
    return changed[0] if len(ours) == len(theirs) and len(changed) == 1 else None
