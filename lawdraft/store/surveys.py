"""What surveys have found out about a file's content, kept so that a broken-off survey goes on.

One SQLite file in the user's cache folder, a row for each content and state of knowledge. It may
be lost at any time: what is missing or unreadable is simply found out again.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from typing import TYPE_CHECKING, Self

import msgspec

from lawdraft.model.survey import SurveyRow

if TYPE_CHECKING:
    from pathlib import Path

NAME = "survey.sqlite3"
MOST = 15_000  # contents kept; a row is about 5 KB
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS found (key TEXT PRIMARY KEY, row BLOB, used INTEGER) WITHOUT ROWID"
)
PIECE = 1 << 20


def content_key(path: Path, state: str) -> str | None:
    """Names a file's content and the knowledge it is checked with; None where it cannot be read."""
    told = hashlib.sha256(state.encode())
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                told.update(piece)
    except (OSError, ValueError):
        return None
    return told.hexdigest()


class FoundRows:
    """The rows found so far. Use it in a `with`; without a usable file it just keeps nothing."""

    def __init__(self, cache: Path) -> None:
        self._db = _connect(cache)
        self._used = _newest(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._forget_oldest(self._db)
            self._db.close()

    def get(self, key: str | None) -> SurveyRow | None:
        """The row of a content, if an earlier survey found it."""
        if self._db is None or key is None:
            return None
        try:
            found = self._db.execute("SELECT row FROM found WHERE key = ?", (key,)).fetchone()
            return msgspec.json.decode(zlib.decompress(found[0]), type=SurveyRow) if found else None
        except (sqlite3.Error, zlib.error, msgspec.DecodeError):
            return None

    def put(self, key: str | None, row: SurveyRow) -> None:
        """Keep a row at once, so that nothing is found out twice after a break."""
        if self._db is None or key is None:
            return
        packed = zlib.compress(msgspec.json.encode(row), 3)
        self._used += 1  # counted here: asking for the largest would read the whole table each time
        with contextlib.suppress(sqlite3.Error), self._db:
            self._db.execute(
                "INSERT OR REPLACE INTO found VALUES (?, ?, ?)", (key, packed, self._used)
            )

    @staticmethod
    def _forget_oldest(db: sqlite3.Connection) -> None:
        with db:
            db.execute("DELETE FROM found WHERE used <= (SELECT max(used) FROM found) - ?", (MOST,))


def _newest(db: sqlite3.Connection | None) -> int:
    """The number of the row kept last."""
    if db is None:
        return 0
    try:
        return int(db.execute("SELECT coalesce(max(used), 0) FROM found").fetchone()[0])
    except sqlite3.Error:
        return 0


def _connect(cache: Path) -> sqlite3.Connection | None:
    """The file, made anew where it is damaged; None where the folder cannot be written."""
    path = cache / NAME
    for _ in range(2):
        try:
            cache.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path, timeout=2)
            db.execute("PRAGMA synchronous = OFF")  # may be lost: it is only a shortcut
            db.execute(SCHEMA)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                path.unlink()
        except OSError:
            return None
        else:
            return db
    return None
