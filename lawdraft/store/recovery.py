"""Getting drafts back: unnamed ones of earlier runs, damaged files, copies kept apart."""

from __future__ import annotations

import contextlib
import re
import secrets
import sqlite3
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from lawdraft.model.errors import BadDraftError, DamagedDraftError, LawdraftError
from lawdraft.store import backups
from lawdraft.store.drafts import SUFFIX, DraftFile, read_draft
from lawdraft.store.schema import explained
from lawdraft.store.states import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lawdraft.model.draft import Draft
    from lawdraft.store.places import Places

_PACKED_JSON = re.compile(rb"\x78[\x01\x5e\x9c\xda]")  # how zlib data can begin
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Found:
    """A draft that can be taken up again: where it is, what it is, when it was last saved."""

    path: Path
    title: str
    organisation: str
    year: int
    saved: datetime


def create_unnamed(
    places: Places, draft: Draft, sources: Mapping[str, bytes] | None = None
) -> DraftFile:
    """A draft that has no name yet, kept in the user's data folder from its first keystroke."""
    places.unnamed.mkdir(parents=True, exist_ok=True)
    name = f"{draft.organisation or '未命名'}{draft.year}-{secrets.token_hex(3)}{SUFFIX}"
    return DraftFile.create(places.unnamed / _FORBIDDEN_IN_NAMES.sub("", name), draft, sources)


def find_unnamed(places: Places) -> tuple[Found, ...]:
    """Unnamed drafts of earlier runs, the latest first: offered at start."""
    found = [described(path) for path in places.unnamed.glob(f"*{SUFFIX}")]
    return tuple(sorted(filter(None, found), key=lambda each: each.saved, reverse=True))


def described(path: Path) -> Found | None:
    """What a list of drafts shows of a file; None where it cannot be read."""
    try:
        draft = read_draft(path)
        saved = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (LawdraftError, OSError):
        return None
    return Found(path, draft.title, draft.organisation, draft.year, saved)


def open_or_recover(path: Path, places: Places) -> tuple[DraftFile, str]:
    """The draft file, opened; a damaged one's newest readable state as a new draft, and a sentence.

    The damaged file itself stays as it is. Raises BadDraftError where nothing can be read.
    """
    try:
        return DraftFile.open(path), ""
    except DamagedDraftError:
        file = create_unnamed(places, recover(path, places))
    return file, (
        f"“{path.name}”已损坏，找回了其中还能读出的内容，现在是一份新草稿，请核对后另存；原文件没有动过。"
    )


def recover(path: Path, places: Places | None = None) -> Draft:
    """The newest readable state of a damaged draft file, else of its backups.

    Raises BadDraftError with what to do where nothing is left. The file is not changed.
    """
    for draft in _readable_states(path):
        return draft
    for backup in backups.of(path, places) if places else ():
        with contextlib.suppress(BadDraftError, OSError):
            return decode(backup.read_bytes())
    raise BadDraftError(
        f"“{path.name}”里已没有能读出的内容；请看U盘或电脑上有没有它的另一份，或从去年的报告重新开始。"
    )


def _readable_states(path: Path) -> Iterator[Draft]:
    """States that SQLite can still reach, newest first, then any found in the raw bytes."""
    try:
        data = path.read_bytes()
    except OSError as trouble:
        with explained(path):
            raise trouble from None
    yield from _states_by_table(data)
    yield from _states_in_bytes(data)


def _states_by_table(data: bytes) -> Iterator[Draft]:
    if not data:
        return  # SQLite takes no empty bytes
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        try:
            db.deserialize(data)
            newest = int(db.execute("SELECT max(id) FROM states").fetchone()[0])
        except (sqlite3.Error, TypeError, ValueError):
            return
        for state in range(newest, 0, -1):
            with contextlib.suppress(sqlite3.Error, BadDraftError, TypeError):
                row = db.execute("SELECT draft FROM states WHERE id = ?", (state,)).fetchone()
                yield decode(row[0])


def _states_in_bytes(data: bytes) -> Iterator[Draft]:
    """States that lie whole in one page of a file whose tables are lost, the last first."""
    for start in reversed([match.start() for match in _PACKED_JSON.finditer(data)]):
        with contextlib.suppress(BadDraftError):
            yield decode(_stream_from(data, start))


def _stream_from(data: bytes, start: int) -> bytes:
    reader = zlib.decompressobj()
    try:
        reader.decompress(data[start:])
    except zlib.error:
        return b""
    return data[start : len(data) - len(reader.unused_data)] if reader.eof else b""
