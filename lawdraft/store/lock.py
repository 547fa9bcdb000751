"""Who may write a draft: the first window that opens it, until it closes or dies.

The operating system holds the lock on the file itself, so it also works between two PCs on a
network folder where that folder supports locks, and it never outlives its process.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Behind the last byte that SQLite itself ever locks (its pending byte is at 1 GiB).
_PLACE = 0x40000000 + 0x10000


class Lock:
    """A held lock; `release` gives it back. Made by `acquire`."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @property
    def identity(self) -> tuple[int, int] | None:
        """Names the locked file itself, under whatever path; None where its disk is gone."""
        try:
            found = os.fstat(self._handle)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def release(self) -> None:
        """Gives the lock back; a second call does nothing."""
        if self._handle >= 0:
            with contextlib.suppress(OSError):  # of a disk that is gone
                os.close(self._handle)
            self._handle = -1


def acquire(path: Path) -> Lock | None:
    """The lock of a file that is there, or None where another window holds it.

    A folder that knows no locks (some network disks) gives a lock that keeps nobody out. Raises
    OSError where the file cannot be opened for writing.
    """
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        taken = _try_lock(handle)
    except OSError:
        return Lock(handle)
    if taken:
        return Lock(handle)
    os.close(handle)
    return None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _PLACE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
