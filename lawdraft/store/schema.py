"""The inside of a draft file: one SQLite database, its marks, its tables and their migrations.

application_id says that it is a draft, user_version how its tables look. Rollback journal and
synchronous=FULL: a power cut loses at most the save under way.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadDraftError, CannotReadError, DamagedDraftError, reason_of
from lawdraft.model.files import sqlite_uri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

APPLICATION_ID = 0x4C415744  # "LAWD"
SQLITE_HEADER = b"SQLite format 3\0"
PAGE_BYTES = 32768  # a state lies whole in one page, so that it is found even without the tables
BUSY_SECONDS = 5.0  # a save of the window takes milliseconds; a reader waits for it


def _tables(db: sqlite3.Connection) -> None:
    """Version 1: states are whole drafts, compressed; `position` is the state shown now."""
    db.execute("CREATE TABLE states (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT, draft BLOB)")
    db.execute("CREATE TABLE versions (id INTEGER PRIMARY KEY, name TEXT, at TEXT, draft BLOB)")
    db.execute("CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT, data BLOB)")
    db.execute("CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_tables,)
VERSION = len(MIGRATIONS)


def migrate(db: sqlite3.Connection) -> None:
    """Bring a database of any older version to ours, in one transaction."""
    found = version_of(db)
    if found == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    for step in MIGRATIONS[found:]:
        step(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")


def version_of(db: sqlite3.Connection) -> int:
    """How the tables look: 0 for an empty database."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def connect(path: Path) -> sqlite3.Connection:
    """A checked connection for writing; older tables are brought up to date."""
    with explained(path):
        check_header(path)
        db = _open(sqlite_uri(path.absolute(), "rw"))
        try:
            check_marks(db, path)
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("PRAGMA synchronous = FULL")
            migrate(db)
            if journal_of(path).exists():  # begun when the program was killed: a write clears it
                db.execute(f"PRAGMA user_version = {VERSION}")
        except BaseException:
            db.close()
            raise
        return db


def is_locked(path: Path) -> bool:
    """Whether another program writes this database right now, or keeps others from writing."""
    try:
        with contextlib.closing(_open(sqlite_uri(path.absolute(), "rw"), wait=0.0)) as db:
            db.execute("BEGIN IMMEDIATE")
            db.execute("ROLLBACK")
    except sqlite3.OperationalError as trouble:
        return "locked" in str(trouble)
    except sqlite3.DatabaseError:  # damaged: nobody holds it
        return False
    return False


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that changes no byte of the file and leaves nothing beside it.

    Where a crash left a journal behind, a temporary copy is read, in which SQLite rolls it back.
    """
    with explained(path), contextlib.ExitStack() as held:
        check_header(path)
        db = held.enter_context(contextlib.closing(_open(sqlite_uri(path.absolute(), "ro"))))
        try:
            check_marks(db, path)
        except sqlite3.OperationalError:
            if not journal_of(path).exists():
                raise
            copy = held.enter_context(_copied(path))
            db = held.enter_context(contextlib.closing(_open(sqlite_uri(copy, "rw"))))
            check_marks(db, path)
        yield db


def journal_of(path: Path) -> Path:
    """Where SQLite writes what it would have to take back."""
    return path.with_name(path.name + "-journal")


def in_memory() -> sqlite3.Connection:
    """An empty draft database; its `serialize()` is a whole draft file."""
    db = _open(":memory:")
    db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    migrate(db)
    return db


def check_header(path: Path) -> None:
    """Raise where the file is missing, empty or no database at all."""
    if not path.exists():
        raise CannotReadError(f"找不到草稿“{path.name}”，请检查它是否被移走或改名。")
    if not path.is_file():
        raise BadDraftError(f"“{path.name}”不是一个文件，请选择草稿文件。")
    with path.open("rb") as file:
        start = file.read(len(SQLITE_HEADER))
    if start != SQLITE_HEADER:
        raise DamagedDraftError(
            f"“{path.name}”不是本程序的草稿，或开头已损坏；在程序窗口里打开它，可以找回还能读出的内容。"
        )


def check_marks(db: sqlite3.Connection, path: Path) -> None:
    """Raise where the database is no draft, or one of a newer program."""
    mark = int(db.execute("PRAGMA application_id").fetchone()[0])
    if mark != APPLICATION_ID:
        raise BadDraftError(
            f"“{path.name}”不是本程序的草稿，是别的程序的数据文件；请选择用本程序存的草稿。"
        )
    if version_of(db) > VERSION:
        raise BadDraftError(f"草稿“{path.name}”是用更新版本的程序做的，请先升级本程序再打开。")


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Troubles of SQLite and of the disk, met while reading, as one sentence."""
    try:
        yield
    except sqlite3.OperationalError as trouble:
        if "locked" in str(trouble) or "busy" in str(trouble):
            raise CannotReadError(
                f"草稿“{path.name}”正被另一个程序写入，请稍等片刻再试。"
            ) from trouble
        raise CannotReadError(
            f"草稿“{path.name}”读不出来（{trouble}），请检查磁盘和权限。"
        ) from trouble
    except sqlite3.DatabaseError as trouble:
        raise DamagedDraftError(
            f"草稿“{path.name}”已损坏；在程序窗口里打开它，可以找回还能读出的内容。"
        ) from trouble
    except OSError as trouble:
        raise CannotReadError(
            f"草稿“{path.name}”打不开（{reason_of(trouble)}），请检查权限，或确认磁盘、网络盘还连着。"
        ) from trouble


def _open(uri: str, *, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    return sqlite3.connect(
        uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
    )


@contextlib.contextmanager
def _copied(path: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="lawdraft-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "draft.sqlite"
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        yield copy
