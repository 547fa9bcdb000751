"""States of drafts kept apart from their files, in the user's data: the last 20 of each.

A stick that is lost or a file that was destroyed takes the draft's own history along; these stay.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.store.places import Places

KEPT = 20


def keep(path: Path, data: bytes, places: Places) -> None:
    """Keeps the bytes of a draft's state, unless they are the latest kept already.

    Names are times, so that the order of names is the order of states. A full disk is no reason to
    disturb the user: the draft itself was saved.
    """
    with contextlib.suppress(OSError):
        latest = next(iter(of(path, places)), None)
        if latest is not None and latest.read_bytes() == data:
            return
        folder = _folder(path, places)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")).write_bytes(data)
        for old in of(path, places)[KEPT:]:
            old.unlink(missing_ok=True)


def of(path: Path, places: Places) -> tuple[Path, ...]:
    """The kept states of the draft at a path, the latest first."""
    folder = _folder(path, places)
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(found, reverse=True))


def _folder(path: Path, places: Places) -> Path:
    key = hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]
    return places.data / "backups" / key
