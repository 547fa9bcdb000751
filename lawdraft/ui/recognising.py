"""Last year's report as it is being recognised: read, recognised, corrected by the user, undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lawdraft import flow
from lawdraft.model.correcting import NONE, Corrections, with_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from lawdraft.model.document import Document, Progress
    from lawdraft.model.errors import LawdraftError
    from lawdraft.model.report import Report, SectionKind
    from lawdraft.ui.tasks import Job, Tasks

CLIPBOARD = "复制的文字"


@dataclass(frozen=True, slots=True)
class Found:
    """A document and the report in it; `path` is None for what was pasted."""

    path: Path | None
    document: Document
    report: Report
    corrections: Corrections = NONE


class Recognising(QObject):
    """Reads in the worker; what was found before stays until something new is found."""

    started = Signal(str)  # the name of the file
    progressed = Signal(int, int, str)
    found = Signal()  # something new was read
    corrected = Signal()  # the same anew, with other corrections
    failed = Signal(object)  # LawdraftError: nothing was read
    refused = Signal(str)  # a correction that cannot be
    cancelled = Signal()

    def __init__(self, tasks: Tasks, kit: flow.Kit) -> None:
        super().__init__()
        self._tasks, self._kit = tasks, kit
        self.now: Found | None = None
        self.path: Path | None = None  # the file asked for last
        self._undo: list[Corrections] = []
        self._redo: list[Corrections] = []
        tasks.progressed.connect(self._on_progress)
        tasks.cancelled.connect(self._on_cancelled)

    # -- reading ---------------------------------------------------------------------------------

    def read(self, path: Path, *, password: str | None = None) -> None:
        """Read and recognise a file in the background."""
        self.path = path
        self._start(
            path.name, lambda progress: flow.read_file(path, password=password, progress=progress)
        )

    def paste(self, html: str | None, text: str | None) -> None:
        """Recognise what was copied in a browser or in Word."""
        self.path = None
        self._start(CLIPBOARD, lambda _progress: flow.read_clipboard(html, text))

    def _start(self, name: str, read: Callable[[Progress], Document]) -> None:
        path, kit = self.path, self._kit

        def work(progress: Progress) -> Found:
            document = read(progress)
            progress(0, 0, "正在识别…")
            return Found(path, document, flow.recognise(document, kit))

        self.started.emit(name)
        self._tasks.start("read", work, self._on_read, self.failed.emit, replaces=True)

    def cancel(self) -> None:
        """Stop reading; what was found before is still there."""
        self._tasks.cancel("read")

    def forget(self) -> None:
        """Nothing is being recognised any more."""
        self.now, self.path = None, None
        self._undo, self._redo = [], []

    # -- correcting ------------------------------------------------------------------------------

    def take_off(self, rows: Iterable[int]) -> None:
        """These lines are not the report."""
        if self.now is not None:
            c, given = self.now.corrections, frozenset(rows)
            self.correct(replace(c, off=c.off | (given - c.back), back=c.back - given))

    def put_back(self, rows: Iterable[int]) -> None:
        """These lines are the report's."""
        if self.now is not None:
            c, given = self.now.corrections, frozenset(rows)
            self.correct(replace(c, back=c.back | (given - c.off), off=c.off - given))

    def give_kinds(self, key: str, kinds: tuple[SectionKind, ...]) -> None:
        """What a section or heading holds; `key` as in Corrections."""
        if self.now is not None:
            c = self.now.corrections
            self.correct(replace(c, kinds=with_kinds(c.kinds, key, kinds)))

    def give_year(self, year: int | None) -> None:
        """The year that last year's report is about."""
        if self.now is not None:
            self.correct(replace(self.now.corrections, year=year))

    def correct(self, corrections: Corrections) -> None:
        """Recognise the same document with other corrections; can be undone."""
        if self.now is not None and corrections != self.now.corrections:
            before = self.now.corrections
            self._again(corrections, lambda: self._remember(before))

    def undo(self) -> bool:
        """Take the last correction back; False where there is none."""
        return self._go(self._undo, self._redo)

    def redo(self) -> bool:
        """Make it again."""
        return self._go(self._redo, self._undo)

    @property
    def can_undo(self) -> bool:
        """Whether there is a correction to take back."""
        return bool(self._undo)

    # -- inside ----------------------------------------------------------------------------------

    def _remember(self, before: Corrections) -> None:
        self._undo.append(before)
        self._redo.clear()

    def _go(self, source: list[Corrections], target: list[Corrections]) -> bool:
        if not source or self.now is None:
            return False
        before, wanted = self.now.corrections, source.pop()
        self._again(wanted, lambda: target.append(before))
        return True

    def _again(self, corrections: Corrections, then: Callable[[], None]) -> None:
        now, kit = self.now, self._kit
        assert now is not None

        def work(_progress: Progress) -> Found:
            report = flow.recognise(now.document, kit, corrections=corrections)
            return replace(now, report=report, corrections=corrections)

        def done(found: Found) -> None:
            then()
            self.now = found
            self.corrected.emit()

        self._tasks.start("correct", work, done, self._on_refused)

    def _on_read(self, found: Found) -> None:
        self.now = found
        self._undo, self._redo = [], []
        self.found.emit()

    def _on_refused(self, _error: LawdraftError) -> None:
        self.refused.emit("这样改剩下的就不像一份报告了，没有改。")

    def _on_progress(self, job: Job, done: int, total: int, note: str) -> None:
        if job.name == "read":
            self.progressed.emit(done, total, note)

    def _on_cancelled(self, job: Job) -> None:
        if job.name == "read":
            self.cancelled.emit()
