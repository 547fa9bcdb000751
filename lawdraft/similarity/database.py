"""The truth of a report library: texts and facts in one SQLite file.

Rollback journal and FULL synchronous: what `add` returned for survives a kill and a power cut,
also on a network folder, and readers read beside the one writer.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadLibraryError
from lawdraft.model.files import sqlite_uri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


NAME = "library.sqlite"
APPLICATION = 0x4C44534C  # "LDSL"
VERSION = 1
_WAIT = 20.0  # seconds for another writer
_AT_ONCE = 500  # numbers in one SQL list

_SCHEMA = """
CREATE TABLE report (
  num INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  unit TEXT,
  town INTEGER NOT NULL REFERENCES town(num),
  year INTEGER,
  characters INTEGER NOT NULL,
  body BLOB NOT NULL
);
CREATE TABLE town (num INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE segment (name TEXT PRIMARY KEY, reports INTEGER NOT NULL);
CREATE TABLE gone (num INTEGER PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A stored report: number, name, unit, town's number, year, characters, packed text."""

    num: int
    id: str
    unit: str | None
    town: int
    year: int | None
    characters: int
    body: bytes


def pack(raw: NDArray[np.uint16]) -> bytes:
    """UTF-16 of a text as it is stored: deflated."""
    return zlib.compress(raw.tobytes(), 1)


def unpack(body: bytes) -> bytes:
    """UTF-16 bytes of a stored text. Raises BadLibraryError where they are damaged."""
    try:
        return zlib.decompress(body)
    except zlib.error as error:
        raise BadLibraryError("报告库中有一篇报告的正文已损坏，请重新导入该报告。") from error


def connect(folder: Path) -> sqlite3.Connection:
    """Open the library's file, making it where missing. Raises BadLibraryError."""
    with told(folder):
        return _open_checked(folder)


def _open_checked(folder: Path) -> sqlite3.Connection:
    path = folder / NAME
    if not path.exists():
        _make_folder(folder)
    db = _open(path)
    try:
        _check(db)
    except BaseException:
        db.close()
        raise
    return db


def _open(path: Path) -> sqlite3.Connection:
    if path.exists() and not _writable(path):
        return _open_read_only(path)
    uri = sqlite_uri(path.absolute(), "rwc")
    db = sqlite3.connect(
        uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False
    )
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA cache_spill=OFF")  # a long transaction never locks readers out early
    return db


def _writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _open_read_only(path: Path) -> sqlite3.Connection:
    for mode in ("ro", "ro&immutable=1"):
        uri = sqlite_uri(path.absolute(), mode)
        db = sqlite3.connect(uri, uri=True, timeout=_WAIT, check_same_thread=False)
        db.isolation_level = None
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            db.close()
        else:
            return db
    raise BadLibraryError("报告库所在的文件夹读不了，请检查该文件夹的权限后再试。")


def _check(db: sqlite3.Connection) -> None:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if application == APPLICATION and version > VERSION:
        raise BadLibraryError("这个报告库由更新版本的程序建立，请先升级本程序再打开。")
    if application == APPLICATION and version == VERSION:
        return
    with writing(db):
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            _make(db)
        elif db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
            raise BadLibraryError("这个文件夹里的 library.sqlite 不是报告库，请另选文件夹。")


def _make(db: sqlite3.Connection) -> None:
    for statement in _SCHEMA.split(";"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA application_id={APPLICATION}")
    db.execute(f"PRAGMA user_version={VERSION}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = f"报告库文件夹“{folder.name}”建不了，请换一个可以写入的文件夹。"
        raise BadLibraryError(sentence) from error


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn SQLite's and the disk's troubles into one sentence each."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise BadLibraryError(_sentence(error, folder)) from error


def _sentence(error: Exception, folder: Path) -> str:
    said = str(error).lower()
    if "full" in said or "no space" in said or "disk i/o" in said:
        return "磁盘空间不足或无法写入，报告未加入报告库，原有内容未受影响；请腾出空间后再试。"
    if "readonly" in said or "read-only" in said or "permission" in said:
        return "报告库是只读的，不能修改；请把报告库放到可以写入的文件夹。"
    if "locked" in said or "busy" in said:
        return "报告库正被另一个窗口写入，请稍候再试。"
    if "not a database" in said or "malformed" in said or "corrupt" in said:
        return f"报告库“{folder.name}”已损坏，请用备份恢复，或另建报告库后重新导入报告。"
    return f"报告库“{folder.name}”打不开或写不了，请检查文件夹是否存在、能否写入。"


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """One write transaction; leaves nothing behind where it fails."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def town_numbers(db: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """The numbers of towns, given one where they have none yet."""
    wanted = [(name,) for name in dict.fromkeys(names)]
    db.executemany("INSERT OR IGNORE INTO town(name) VALUES (?)", wanted)
    query = "SELECT num FROM town WHERE name = ?"
    return {name[0]: int(db.execute(query, name).fetchone()[0]) for name in wanted}


def next_number(db: sqlite3.Connection) -> int:
    """The number of the next report; numbers of removed reports never come again."""
    found = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'report'").fetchone()
    return int(found[0]) + 1 if found else 1


def insert(db: sqlite3.Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Store reports: number, name, unit, town, year, characters, packed text."""
    query = "INSERT INTO report(num,id,unit,town,year,characters,body) VALUES (?,?,?,?,?,?,?)"
    db.executemany(query, rows)


def find_town(db: sqlite3.Connection, name: str) -> int | None:
    """The number of a town of that name the library knows, in whatever county, else None."""
    query = "SELECT num FROM town WHERE name = ? OR (name >= ? AND name < ?) LIMIT 1"
    found = db.execute(query, (name, f"{name}@", f"{name}A")).fetchone()
    return int(found[0]) if found else None


def numbers_of(db: sqlite3.Connection, ids: Iterable[str]) -> list[int]:
    """Numbers of these names; unknown names are left out."""
    query = "SELECT num FROM report WHERE id = ?"
    found = (db.execute(query, (name,)).fetchone() for name in ids)
    return [int(row[0]) for row in found if row]


def fetch(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Row]:
    """Stored reports by number; missing ones are left out."""
    rows: dict[int, Row] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        query = f"SELECT num,id,unit,town,year,characters,body FROM report WHERE num IN ({marks})"  # noqa: S608 - question marks alone
        rows.update((row[0], Row(*row)) for row in db.execute(query, part))
    return rows
