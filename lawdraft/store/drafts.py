"""Draft files: X.lawdraft holds a draft, its history, named versions and what it began from."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotWriteError, DamagedDraftError, LawdraftError
from lawdraft.model.files import write_atomically
from lawdraft.store import backups, schema
from lawdraft.store.lock import Lock, acquire
from lawdraft.store.places import find_places
from lawdraft.store.states import DAMAGED, decode, encode, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lawdraft.model.draft import Draft

SUFFIX = ".lawdraft"
STATES_KEPT = 100  # steps of undo that survive closing; some 20 kB each
SHOWN = "SELECT draft FROM states WHERE id = ?"
SECOND_WINDOW = "“{name}”正在另一个窗口里编辑，这里只能看；请回到那个窗口，或先把它关掉。"
IN_USE = "“{name}”正在另一个窗口里编辑，不能覆盖；请换一个名字或位置。"
LOCKED = "“{name}”正被另一个程序占用，不能覆盖；请先关掉那个程序，或换一个名字。"
GONE = "草稿“{name}”所在的位置不见了（U盘拔出或网络断开），请接好后再保存。"
READ_ONLY_FILE = "“{name}”是只读的，这里只能看；要修改请“另存为”到别处。"


@dataclass(frozen=True, slots=True)
class Version:
    """A state with a name: 初稿, 征求意见稿, 签发 …; `at` is when, local time."""

    id: int
    name: str
    at: datetime


def is_draft_file(path: Path) -> bool:
    """Whether a file is a database, as drafts are; its content decides, not its name."""
    try:
        with path.open("rb") as file:
            return file.read(len(schema.SQLITE_HEADER)) == schema.SQLITE_HEADER
    except OSError:
        return False


def read_draft(path: Path) -> Draft:
    """The draft in a file, which stays as it is byte for byte. Raises BadDraftError and others."""
    with schema.reading(path) as db:
        return _shown(db)


def write_draft(path: Path, draft: Draft, sources: Mapping[str, bytes] | None = None) -> None:
    """A new draft file, whole and atomically; `sources` are the files it began from by name.

    Raises CannotWriteError where a window or another program has the draft in that place open.
    """
    _refuse_where_open(path)
    with contextlib.closing(schema.in_memory()) as db:
        _append(db, draft)
        db.executemany("INSERT INTO sources (name, data) VALUES (?, ?)", (sources or {}).items())
        data = db.serialize()
    write_atomically(path, data)


def sources_of(*files: Path | None) -> dict[str, bytes]:
    """The files a draft begins from, by name, as they are kept inside it."""
    return {file.name: file.read_bytes() for file in files if file is not None}


class DraftFile:
    """An open draft file. The first to open it writes; others get it read-only with a sentence.

    Calls may come from any thread, one at a time is let in. `close` gives the lock back.
    """

    def __init__(self, path: Path, lock: Lock | None, read_only: str = "") -> None:
        self.path = path
        self.read_only = read_only  # why nothing can be saved, as a sentence; "" where it can
        self._lock = lock
        self._turn = threading.RLock()
        self._db = schema.connect(path) if lock else None

    @classmethod
    def create(
        cls, path: Path, draft: Draft, sources: Mapping[str, bytes] | None = None
    ) -> DraftFile:
        """A new file with this draft, opened; what stood there is replaced."""
        write_draft(path, draft, sources)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> DraftFile:
        """Opens a draft; look at `read_only` before editing. Raises BadDraftError and others."""
        with schema.reading(path) as db:
            _shown(db)
        try:
            lock = acquire(path)
        except OSError:
            return cls(path, None, READ_ONLY_FILE.format(name=path.name))
        if lock is None:
            return cls(path, None, SECOND_WINDOW.format(name=path.name))
        try:
            file = cls(path, lock)
        except BaseException:
            lock.release()
            raise
        file.back_up()
        return file

    def close(self) -> None:
        """Let others write; a second call does nothing."""
        with self._turn:
            self.back_up()
            if self._db is not None:
                self._db.close()
                self._db = None
            if self._lock is not None:  # after SQLite's own handle: closing drops its locks
                self._lock.release()
                self._lock = None

    def __enter__(self) -> DraftFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- the draft and its history -----------------------------------------------------------

    @property
    def draft(self) -> Draft:
        """The draft as last saved, undone or redone."""
        with self._reading() as db:
            return _shown(db)

    def save(self, draft: Draft) -> None:
        """Keeps a new state; durable when it returns. Raises CannotWriteError.

        What had been undone is gone for redo then, as in any editor.
        """
        with self._writing() as db:
            db.execute("DELETE FROM states WHERE id > ?", (_position(db),))
            _append(db, draft)
            latest = _position(db)
            db.execute("DELETE FROM states WHERE id <= ?", (latest - STATES_KEPT,))

    def undo(self) -> Draft | None:
        """Steps to the state before and gives it; None where there is none."""
        return self._step("SELECT max(id) FROM states WHERE id < ?")

    def redo(self) -> Draft | None:
        """Steps to the state behind and gives it; None where there is none."""
        return self._step("SELECT min(id) FROM states WHERE id > ?")

    @property
    def history(self) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
        """States before the one shown (latest last) and those undone (next one first)."""
        with self._reading() as db:
            here = _position(db)
            rows = db.execute("SELECT id, draft FROM states ORDER BY id").fetchall()
        before = tuple(readable(data for number, data in rows if number < here))
        return before, tuple(readable(data for number, data in rows if number > here))

    # -- versions and sources -----------------------------------------------------------------

    @property
    def versions(self) -> tuple[Version, ...]:
        """The named versions, the oldest first."""
        with self._reading() as db:
            rows = db.execute("SELECT id, name, at FROM versions ORDER BY id").fetchall()
        return tuple(Version(n, name, datetime.fromisoformat(at)) for n, name, at in rows)

    def name_version(self, name: str) -> Version:
        """Keeps the draft as it stands under a name; the same name may come again."""
        at = _now()
        with self._writing() as db:
            written = db.execute(
                "INSERT INTO versions (name, at, draft) VALUES (?, ?, ?)",
                (name, at.isoformat(), encode(_shown(db))),
            )
            return Version(written.lastrowid or 0, name, at)

    def version(self, version_id: int) -> Draft:
        """The draft of a named version; to restore it, save it. Raises KeyError."""
        with self._reading() as db:
            row = db.execute("SELECT draft FROM versions WHERE id = ?", (version_id,)).fetchone()
        if row is None:
            raise KeyError(version_id)
        return decode(row[0])

    @property
    def sources(self) -> Mapping[str, bytes]:
        """The files the draft began from, by name."""
        with self._reading() as db:
            return dict(db.execute("SELECT name, data FROM sources ORDER BY id").fetchall())

    def back_up(self) -> None:
        """Keeps the state shown now apart from the file; done at opening and closing too."""
        with self._turn, contextlib.suppress(sqlite3.Error, TypeError):
            if self._db is not None:
                [data] = self._db.execute(SHOWN, (_position(self._db),)).fetchone()
                backups.keep(self.path, data, find_places())

    def copy_to(self, path: Path) -> None:
        """The whole file with its history as another file (另存为); this one stays open.

        Raises CannotWriteError where another window has that file open.
        """
        if _is_same(path, self.path):
            return
        _refuse_where_open(path)
        with self._reading() as db:
            data = db.serialize()
        write_atomically(path, data)

    # -- inside -------------------------------------------------------------------------------

    def _step(self, query: str) -> Draft | None:
        with self._writing() as db:
            found = db.execute(query, (_position(db),)).fetchone()[0]
            if found is None:
                return None
            _set_position(db, found)
            return _shown(db)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._turn:
            if self._db is None:
                with schema.reading(self.path) as db:
                    yield db
            else:
                with schema.explained(self.path):
                    yield self._db

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._turn:
            if self._db is None or self._lock is None:
                raise CannotWriteError(self.read_only or f"草稿“{self.path.name}”已经关闭。")
            if not self.is_there():
                self._reconnect()
            with _transaction(self._db, self.path):
                yield self._db

    def is_there(self) -> bool:
        """Whether the file still stands where it was opened (USB sticks and shares go away)."""
        try:
            found = self.path.stat()
        except OSError:
            return False
        return self._lock is None or (found.st_dev, found.st_ino) == self._lock.identity

    def _reconnect(self) -> None:
        """Takes up the file again that came back (stick plugged in anew, share connected again).

        Its history stays; the next save adds to it. Raises CannotWriteError while it is away.
        """
        try:
            lock = acquire(self.path)
        except OSError as trouble:
            raise CannotWriteError(GONE.format(name=self.path.name)) from trouble
        if lock is None:
            raise CannotWriteError(SECOND_WINDOW.format(name=self.path.name))
        try:
            db = schema.connect(self.path)
        except LawdraftError as trouble:
            lock.release()
            raise CannotWriteError(trouble.sentence) from trouble
        self.close()
        self._db, self._lock = db, lock


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _refuse_where_open(path: Path) -> None:
    """Another window's draft is not replaced under its hands."""
    if not path.is_file():
        return
    with contextlib.suppress(OSError):
        lock = acquire(path)
        if lock is None:
            raise CannotWriteError(IN_USE.format(name=path.name))
        lock.release()
    if is_draft_file(path) and schema.is_locked(path):
        raise CannotWriteError(LOCKED.format(name=path.name))


@contextlib.contextmanager
def _transaction(db: sqlite3.Connection, path: Path) -> Iterator[None]:
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except sqlite3.Error as trouble:
        _roll_back(db)
        raise CannotWriteError(_write_sentence(path, trouble)) from trouble
    except BaseException:
        _roll_back(db)
        raise


def _roll_back(db: sqlite3.Connection) -> None:
    with contextlib.suppress(sqlite3.Error):
        if db.in_transaction:
            db.execute("ROLLBACK")


def _write_sentence(path: Path, trouble: sqlite3.Error) -> str:
    words = str(trouble)
    if "full" in words:
        return f"磁盘已满，草稿“{path.name}”这次没有存上；请清出一些空间，程序会再存。"
    if "locked" in words or "busy" in words:
        return f"草稿“{path.name}”正被另一个程序占用，这次没有存上，请稍等片刻。"
    if "readonly" in words:
        return f"草稿“{path.name}”变成只读的了，没有存上；请“另存为”到别处。"
    return f"草稿“{path.name}”没有存上（写入出错）；请检查磁盘，或“另存为”到别处。"


def _append(db: sqlite3.Connection, draft: Draft) -> None:
    written = db.execute(
        "INSERT INTO states (at, draft) VALUES (?, ?)", (_now().isoformat(), encode(draft))
    )
    _set_position(db, written.lastrowid or 0)


def _position(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT value FROM facts WHERE name = 'position'").fetchone()
    return int(row[0]) if row else 0


def _set_position(db: sqlite3.Connection, state: int) -> None:
    db.execute("INSERT OR REPLACE INTO facts VALUES ('position', ?)", (str(state),))


def _shown(db: sqlite3.Connection) -> Draft:
    row = db.execute(SHOWN, (_position(db),)).fetchone()
    if row is None:
        raise DamagedDraftError(DAMAGED)
    return decode(row[0])


def _now() -> datetime:
    return datetime.now().astimezone()
