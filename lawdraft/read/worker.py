"""The reading process: reads what it is sent, within limits, and dies with its parent.

Parsers of others run here, so that a file that hangs, swells or crashes them costs no more than
this process. It writes no file and answers over its standard output alone.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO

from lawdraft.model.errors import CannotReadError, PasswordNeededError
from lawdraft.read.formats import reader_of
from lawdraft.read.frames import Reply, Request, receive, send

if TYPE_CHECKING:
    from lawdraft.read.content import Content

LARGEST_WRITE = 1 << 20  # nothing is to be written; Python's own .pyc caches fit
PARENT_DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG
SWELLS = "文件打开时占用内存过多，像是损坏或恶意的文件；请用 Word、WPS 打开后另存为 .docx 再试。"
BREAKS = "文件已损坏或格式不规范，读不出来；请用 Word、WPS 打开后另存为 .docx 再试。"


def serve() -> int:
    """Answer requests on standard input until it closes; returns the exit status."""
    answers = os.fdopen(os.dup(1), "wb")
    _silence()
    _die_with_parent()
    requests: queue.SimpleQueue[tuple[Request, bytes]] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(requests,), daemon=True).start()
    while True:
        request, data = requests.get()
        _limit(request)
        send(answers, _answer(request, data, answers))


def _take_in(requests: queue.SimpleQueue[tuple[Request, bytes]]) -> None:
    """Pass requests on; when the parent closes the pipe or is killed, end at once."""
    with os.fdopen(0, "rb") as stream:
        while (request := receive(stream, Request)) is not None:
            requests.put(request)
    os._exit(0)


def _answer(request: Request, data: bytes, answers: BinaryIO) -> Reply:
    try:
        return Reply(content=_read(request, data, answers))
    except PasswordNeededError as trouble:
        return Reply(sentence=trouble.sentence, needs_password=True)
    except CannotReadError as trouble:
        return Reply(sentence=trouble.sentence)
    except MemoryError:
        return Reply(sentence=SWELLS)
    except Exception:  # noqa: BLE001  the border: parsers raise anything at all on damaged files
        return Reply(sentence=BREAKS)


def _read(request: Request, data: bytes, answers: BinaryIO) -> Content:
    if request.kind != "ocr":
        return reader_of(request.kind).read(data, request.password)
    from lawdraft.read.ocr import recognise_pages

    def tell(done: int, total: int, note: str) -> None:
        send(answers, Reply(progress=(done, total, note)))

    return recognise_pages(data, request.password, request.pages, tell)


def _silence() -> None:
    """Let nothing that a parser prints get into the answers."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    with contextlib.suppress(OSError):
        os.dup2(nowhere, 2)


def _limit(request: Request) -> None:
    """Bound processor time, memory and writing, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + request.cpu_seconds
    for what, amount in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, request.memory),
        (resource.RLIMIT_FSIZE, LARGEST_WRITE),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (amount, hard))


def _die_with_parent() -> None:
    """Linux ends us when our parent ends, even while a parser holds Python's lock."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    parent = os.getppid()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent or parent == 1:
        os._exit(0)
