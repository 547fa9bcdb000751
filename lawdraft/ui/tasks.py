"""Long work off the window's thread: one worker, one job after the other, results brought back."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from lawdraft.model.document import Progress
from lawdraft.model.errors import CancelledError, LawdraftError

Work = Callable[[Progress], Any]
Done = Callable[[Any], None]
Failed = Callable[[LawdraftError], None]


@dataclass(eq=False)
class Job:
    """One piece of work; `shown` jobs appear with their note and can be cancelled by the user."""

    name: str
    work: Work
    done: Done | None = None
    failed: Failed | None = None
    shown: bool = False
    cancelled: threading.Event = field(default_factory=threading.Event)


class Tasks(QObject):
    """Runs jobs in order in one thread; every signal arrives on the window's thread."""

    started = Signal(object)  # Job
    progressed = Signal(object, int, int, str)  # Job, done, total, note
    succeeded = Signal(object)
    failed = Signal(object, object)  # Job, LawdraftError
    cancelled = Signal(object)
    crashed = Signal(object)  # the unexpected: goes to the excepthook
    _ended = Signal(object, object, object)

    def __init__(self, name: str = "worker", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._open: list[Job] = []
        self._name = name
        self._thread: threading.Thread | None = None
        self._over = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs."""
        return bool(self._open)

    def start(
        self,
        name: str,
        work: Work,
        done: Done | None = None,
        failed: Failed | None = None,
        *,
        shown: bool = False,
        replaces: bool = False,
    ) -> Job:
        """Queue work; with `replaces`, jobs of the same name are cancelled: only the newest counts."""
        if replaces:
            self.cancel(name)
        job = Job(name, work, done, failed, shown)
        if self._over:  # a timer that fires behind the closing window
            return job
        self._open.append(job)
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        return job

    def cancel(self, name: str = "") -> None:
        """Cancel the jobs of a name, or all; a running one stops at its next progress call."""
        for job in self._open:
            if not name or job.name == name:
                job.cancelled.set()

    def cancel_shown(self) -> None:
        """Cancel what the user sees working."""
        for job in self._open:
            if job.shown:
                job.cancelled.set()

    def finish(self, seconds: float = 5.0) -> None:
        """Cancel what is open and wait for the thread to end."""
        self.cancel()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(seconds)
            self._thread = None

    def end(self) -> None:
        """Finish, and begin nothing any more: the window is closed."""
        self.finish()
        self._over = True

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            result, error = self._attempt(job)
            try:
                self._ended.emit(job, result, error)
            except RuntimeError:  # the window is gone: nobody waits for this result
                return

    def _attempt(self, job: Job) -> tuple[object, BaseException | None]:
        def progress(done: int, total: int, note: str) -> None:
            if job.cancelled.is_set():
                raise CancelledError
            self.progressed.emit(job, done, total, note)

        if job.cancelled.is_set():
            return None, CancelledError()
        try:
            self.started.emit(job)
            return job.work(progress), None
        except BaseException as error:  # noqa: BLE001  (brought to the window's thread, never lost)
            return None, error

    def _on_ended(self, job: Job, result: object, error: BaseException | None) -> None:
        if job in self._open:
            self._open.remove(job)
        if job.cancelled.is_set() or isinstance(error, CancelledError):
            self.cancelled.emit(job)
        elif error is None:
            self.succeeded.emit(job)
            if job.done is not None:
                job.done(result)
        elif isinstance(error, LawdraftError):
            self.failed.emit(job, error)
            if job.failed is not None:
                job.failed(error)
        else:
            self.failed.emit(job, error)
            self.crashed.emit(error)
