"""One window for a user: a second start hands its file to the first window and leaves.

Over a named pipe on Windows and a socket file elsewhere, both the user's own; no network. Qt's own
local sockets would load its whole network library before the first paint.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection, Listener

    from lawdraft.store.places import Places
    from lawdraft.ui.window import Window

SECONDS = 3.0  # a window that does not answer by then hangs: the second start opens its own
LONGEST_ADDRESS = 100  # bytes of a socket file's name
LONGEST_CALL = 1 << 16
ANSWER = b"here"


def address_of(places: Places) -> str | None:
    """Where the window of this user (and these user folders) listens; None where it cannot."""
    whose = f"{os.environ.get('USERNAME', '')}|{places.data}".encode("utf-8", "surrogatepass")
    # No digest of hashlib: it would load 4 MB of OpenSSL before the first paint.
    name = f"{zlib.crc32(whose):08x}{zlib.adler32(whose):08x}"
    if sys.platform == "win32":
        return rf"\\.\pipe\lawdraft-{_session()}-{name}"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(runtime) if runtime and Path(runtime).is_dir() else places.cache
    address = str(folder / f"lawdraft-{name}")
    return address if len(os.fsencode(address)) <= LONGEST_ADDRESS else None


def _session() -> int:
    """The desktop session on Windows."""
    if sys.platform == "win32":  # a remote desktop must not open files on the local one
        import ctypes

        number = ctypes.c_ulong()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
        return int(number.value)
    return 0


def hand_over(places: Places, arguments: Sequence[str]) -> bool:
    """Whether a window that is open already took the file, or came to the front where none is."""
    address = address_of(places)
    if address is None or not Path(address).exists():
        return False
    from multiprocessing.connection import Client

    try:
        with Client(address, family=_family()) as line:
            _let_it_come_forward()
            paths = [str(Path(word).absolute()) for word in arguments[:1]]
            line.send_bytes(json.dumps(paths).encode())
            return line.poll(SECONDS) and line.recv_bytes(len(ANSWER)) == ANSWER
    except (OSError, EOFError, ValueError):
        return False


def _family() -> str:
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


def _let_it_come_forward() -> None:
    """Windows lets a program in the background come to the front only if we allow it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


class Doorbell(QObject):
    """Listens for second starts; `rung` carries the path to open, or an empty string."""

    rung = Signal(str)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._listener: Listener | None = None
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def start(self) -> bool:
        """Begin to listen; False where another window does already, or the place cannot be used."""
        from multiprocessing.connection import Listener

        _remove_dead(self._address)
        try:
            Path(self._address).parent.mkdir(parents=True, exist_ok=True)
            self._listener = Listener(self._address, family=_family())
        except OSError:
            return False
        self._thread.start()
        return True

    def close(self) -> None:
        """Stop listening."""
        listener, self._listener = self._listener, None
        if listener is None:
            return
        with contextlib.suppress(OSError, EOFError):
            from multiprocessing.connection import Client

            Client(self._address, family=_family()).close()  # wakes the thread up
        self._thread.join(SECONDS)
        with contextlib.suppress(OSError):
            listener.close()

    def _listen(self) -> None:
        while (listener := self._listener) is not None:
            with contextlib.suppress(OSError, EOFError, ValueError):
                line: Connection[object, object]
                with listener.accept() as line:
                    self._answer(line)

    def _answer(self, line: Connection[object, object]) -> None:
        if self._listener is None or not line.poll(SECONDS):
            return
        paths = json.loads(line.recv_bytes(LONGEST_CALL))
        if isinstance(paths, list) and all(isinstance(path, str) for path in paths):
            self.rung.emit(paths[0] if paths else "")
            line.send_bytes(ANSWER)


def _remove_dead(address: str) -> None:
    """Take away the socket file that a killed window left; a living one is left alone."""
    if sys.platform == "win32" or not Path(address).exists():
        return
    from multiprocessing.connection import Client

    try:
        Client(address, family="AF_UNIX").close()
    except OSError:
        with contextlib.suppress(OSError):
            Path(address).unlink()


def answer_calls(window: Window, places: Places) -> Doorbell | None:
    """From now on files of second starts open in this window."""
    address = address_of(places)
    bell = Doorbell(address, window) if address else None
    if bell is None or not bell.start():
        return None

    def open_called(path: str) -> None:
        come_forward(window)
        if path and QApplication.activeModalWidget() is None:
            window.open_path(Path(path))

    bell.rung.connect(open_called)
    QApplication.instance().aboutToQuit.connect(bell.close)  # type: ignore[union-attr]
    return bell


def come_forward(window: Window) -> None:
    """Show the window in front, out of the task bar too."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
