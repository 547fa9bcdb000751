"""Keeps the open draft on disk: saved within a second of every change, also before it has a name."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.session import Step
from lawdraft.ui.settings import Recent, forget_recent, remember_recent
from lawdraft.ui.tasks import Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.correcting import GivenKinds
    from lawdraft.model.draft import Draft
    from lawdraft.model.report import Report
    from lawdraft.store.drafts import DraftFile, Version
    from lawdraft.store.places import Places
    from lawdraft.ui.preferences import Preferences
    from lawdraft.ui.session import Session

SAVE_AFTER_MS = 250
RETRY_AFTER_MS = 4000
Opened = tuple["DraftFile", "Draft", list[Step], str]


class Keeper(QObject):
    """Opens, saves and closes draft files; saving happens in a thread of its own."""

    saved = Signal(str)  # the time, 10:32
    dirty = Signal()  # a change is not on disk yet
    troubled = Signal(str)  # a sentence; empty when saving works again
    opened = Signal()
    moved = Signal()  # the draft has another file now

    def __init__(self, session: Session, tasks: Tasks, kit: flow.Kit, prefs: Preferences) -> None:
        super().__init__()
        self._session, self._tasks, self._kit, self._prefs = session, tasks, kit, prefs
        self._saver = Tasks("saver", self)
        self._file: DraftFile | None = None
        self._kept: Draft | None = None
        self._in_trouble = False
        self._last_kinds: GivenKinds = ()
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._soon.timeout.connect(self._save)
        session.draft_changed.connect(self._on_changed)

    @property
    def path(self) -> Path | None:
        """Where the open draft is kept."""
        return self._file.path if self._file else None

    @property
    def unnamed(self) -> bool:
        """Whether the draft has no place of the user's choice yet."""
        return self.path is not None and self.path.parent == self._kit.places.unnamed

    # -- opening and closing ---------------------------------------------------------------------

    def begin(self, draft: Draft, *, source: Path | None, last: Report | None) -> None:
        """A new draft, kept in the user's data folder until it gets a name."""
        from lawdraft.store.recovery import create_unnamed

        self.close()
        self._take(create_unnamed(self._kit.places, draft, _source_bytes(source)), draft)
        self._session.open(draft, last=last)
        self.opened.emit()

    def open(self, path: Path) -> None:
        """Open a draft file in the background; troubles come as a sentence."""
        self._tasks.start(
            "open",
            lambda _progress: _open(path, self._kit.places),
            self._on_opened,
            self._on_not_opened,
            shown=True,
        )

    def close(self) -> None:
        """Save what is not saved, and let the file go."""
        self._soon.stop()
        self._saver.finish()
        if self._file is not None:
            try:
                self._save_now()
            finally:
                self._file.close()
                self._remember()
                self._file = None

    def save_now(self) -> None:
        """Save at once, on the window's thread: before closing, after a crash of ours."""
        self._soon.stop()
        self._save_now()

    @property
    def versions(self) -> tuple[Version, ...]:
        """The named versions in the draft file, the oldest first."""
        return self._file.versions if self._file else ()

    def name_version(self, name: str) -> None:
        """Keep the draft as it stands under a name. Raises CannotWriteError."""
        if self._file is not None:
            self.save_now()
            self._file.name_version(name)

    def version(self, version_id: int) -> Draft:
        """The draft of a named version. Raises KeyError."""
        if self._file is None:
            raise KeyError(version_id)
        return self._file.version(version_id)

    def save_as(self, path: Path) -> None:
        """Go on in a copy at another place; the copy in the data folder goes."""
        from lawdraft.store.drafts import DraftFile

        if self._file is None or self._session.draft is None:
            return
        before, was_unnamed = self._file, self.unnamed
        self.save_now()
        if path.exists() and path.samefile(before.path):
            return
        before.copy_to(path)
        self._file = DraftFile.open(path)
        before.close()
        if was_unnamed:
            before.path.unlink(missing_ok=True)
        self._session.read_only = self._file.read_only
        self._remember(forget=str(before.path) if was_unnamed else "")
        self.moved.emit()

    # -- inside ----------------------------------------------------------------------------------

    def _on_opened(self, opened: Opened) -> None:
        file, draft, undo, told = opened
        self.close()
        self._take(file, draft)
        self._session.open(draft, read_only=file.read_only, undo=undo)
        self._recognise_last(draft)
        self.opened.emit()
        if told:
            self.troubled.emit(told)

    def _on_not_opened(self, error: LawdraftError) -> None:
        self.troubled.emit(error.sentence)

    def _take(self, file: DraftFile, draft: Draft) -> None:
        self._file, self._kept = file, draft
        self._last_kinds = draft.last_kinds
        self._remember()
        if not file.read_only:
            self._prefs.change(last_open=str(file.path))
            self._prefs.store()  # a crash may come at once

    def _recognise_last(self, draft: Draft) -> None:
        """Last year's report again as a structure, for the checks and for looking at."""
        self._last_kinds = draft.last_kinds
        if not draft.last_text:
            return

        def done(report: Report) -> None:
            now = self._session.draft
            if now is not None and now.last_text == draft.last_text:
                self._session.take_last(report)

        self._tasks.start("last", lambda _p: flow.recognise_last(draft, self._kit), done)

    def _on_changed(self) -> None:
        draft = self._session.draft
        if draft is not None and draft.last_kinds != self._last_kinds:
            self._recognise_last(draft)
        if self._file is None or self._file.read_only:
            return
        self.dirty.emit()
        if not self._soon.isActive():
            self._soon.start(SAVE_AFTER_MS)

    def _save(self) -> None:
        draft, file = self._session.draft, self._file
        if draft is None or file is None or draft == self._kept:
            return

        def done(_nothing: object) -> None:
            self._kept = draft
            self._calm()

        self._saver.start("save", lambda _p: file.save(draft), done, self._on_not_saved)

    def _save_now(self) -> None:
        draft = self._session.draft
        if self._file is None or draft is None or self._file.read_only or draft == self._kept:
            return
        self._file.save(draft)
        self._kept = draft
        self._calm()

    def _calm(self) -> None:
        self.saved.emit(datetime.now().astimezone().strftime("%H:%M:%S"))
        if self._in_trouble:
            self._in_trouble = False
            self.troubled.emit("")

    def _on_not_saved(self, error: LawdraftError) -> None:
        self._in_trouble = True
        rescued = self._rescue()
        tail = f"内容暂存在本机（{rescued.name}），接好后会自动存回。" if rescued else ""
        self.troubled.emit(f"{error.sentence}{tail}")
        self._soon.start(RETRY_AFTER_MS)

    def _rescue(self) -> Path | None:
        """A copy in the data folder while the draft's own place cannot be written to."""
        from lawdraft.model.files import make_folder
        from lawdraft.store.drafts import write_draft

        draft, path = self._session.draft, self.path
        if draft is None or path is None or self.unnamed:
            return None
        try:
            make_folder(self._kit.places.unnamed)
            rescued = self._kit.places.unnamed / f"暂存-{path.name}"
            write_draft(rescued, draft)
        except LawdraftError:
            return None
        return rescued

    def _remember(self, forget: str = "") -> None:
        draft, path = self._session.draft or self._kept, self.path
        if draft is None or path is None:
            return
        from lawdraft.ui.models.sections import progress

        done, total = progress(draft)
        recent = Recent(
            path=str(path),
            organisation=draft.organisation,
            year=draft.year,
            opened=datetime.now().astimezone().isoformat(timespec="seconds"),
            decided=done,
            total=total,
        )
        settings = remember_recent(self._prefs.value, recent)
        self._prefs.put(forget_recent(settings, forget) if forget else settings)


def _open(path: Path, places: Places) -> Opened:
    """The file with its draft and undo steps, and a sentence where it had to be recovered."""
    from lawdraft.store.recovery import open_or_recover

    file, told = open_or_recover(path, places)
    before, _after = file.history
    return file, file.draft, [Step(draft, "上次打开时的修改") for draft in before], told


def _source_bytes(source: Path | None) -> dict[str, bytes]:
    if source is None:
        return {}
    try:
        return {source.name: source.read_bytes()}
    except OSError:
        return {}
