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
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _LOCK_VIOLATION = 33

    def _try_lock(handle: int) -> bool:
        """Asked of Windows itself: the C library does not always say why a lock was refused."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        file = wintypes.HANDLE(msvcrt.get_osfhandle(handle))
        if kernel.LockFile(file, wintypes.DWORD(_PLACE), 0, 1, 0):
            return True
        trouble = ctypes.get_last_error()
        if trouble == _LOCK_VIOLATION:
            return False
        raise ctypes.WinError(trouble)

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
