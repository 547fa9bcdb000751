"""What runs behind the typing: compose, lay out and check, a moment after the last change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lawdraft import flow
from lawdraft.model.errors import CancelledError

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.flow import Kit
    from lawdraft.model.composed import Composed
    from lawdraft.model.document import Progress
    from lawdraft.model.draft import Draft
    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.pages import Pages
    from lawdraft.ui.session import Session
    from lawdraft.ui.tasks import Tasks

PAUSE_MS = 350
LONGEST_WAIT_MS = 2500

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
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=LONGEST_WAIT_MS)
        self._pause.timeout.connect(self.refresh)
        self._latest.timeout.connect(self.refresh)
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

    def _on_opened(self) -> None:
        self._tasks.cancel("live")
        self._tasks.cancel("live-check")
        if self._session.draft is not None:
            self._pause.start(0)

    def _on_changed(self) -> None:
        self._pause.start(PAUSE_MS)
        if not self._latest.isActive():
            self._latest.start()

    def _on_composed(self, draft: Draft, laid_out: LaidOut) -> None:
        composed, pages = laid_out
        self._session.take_report(composed, pages)
        last, library = self._session.last, self.library
        self._tasks.start(
            "live-check",
            lambda _progress: self._checking.check(composed.report, draft, last, library),
            self._on_checked,
            self._on_failed,
            replaces=True,
        )

    def _on_checked(self, checked: flow.Checked) -> None:
        self.working.emit("")
        self._session.take_findings(checked.findings, checked.comparison)

    def _on_failed(self, error: LawdraftError) -> None:
        self.working.emit("")
        if not isinstance(error, CancelledError):
            self.troubled.emit(error.sentence)


def compose_and_lay_out(draft: Draft, kit: Kit, progress: Progress) -> LaidOut:
    """The report with the places of its cards, and its pages."""
    composed = flow.compose_with_places(draft, kit)
    progress(1, 2, "")
    return composed, flow.lay_out(composed.report, kit, **flow.wished(draft.wishes, kit))
