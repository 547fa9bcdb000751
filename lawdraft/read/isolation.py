"""Reading in a process of its own, that is ended when it takes too long or too much."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from lawdraft.model.errors import CannotReadError, PasswordNeededError
from lawdraft.read.frames import Reply, Request, receive, send

if TYPE_CHECKING:
    from types import TracebackType

    from lawdraft.model.document import Progress
    from lawdraft.read.content import Content

SECONDS = 8.0  # so that a whole command stays within ten
SECONDS_A_PAGE = 90.0  # for recognising one scanned page on a slow PC
TICK = 0.1  # how often a waiting reader looks whether the user has cancelled
WORKER_FLAG = "--read-worker"  # __main__ knows it: the frozen program starts itself with it
BEGIN = (  # by argument: an embedded Python takes no paths from its environment
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from lawdraft.read.worker import serve; sys.exit(serve())"
)
TOO_LONG = "文件太复杂，8 秒内没有读完，已停止；请用 Word、WPS 打开后另存为 .docx 再试。"
CRASHED = "文件已损坏或格式不规范，读取时出错；请用 Word、WPS 打开后另存为 .docx 再试。"


class ReadingProcess:
    """One reading process, started at the first request and anew after it had to be ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._memory = 0  # that it may use
        self._job = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def ask(self, request: Request, data: bytes, progress: Progress | None = None) -> Content:
        """What the process makes of the data. Raises CannotReadError; cancelled by progress."""
        try:
            reply = self._converse(request, data, progress)
        except BaseException:
            self.end()
            raise
        if reply is None:
            self.end()
            raise CannotReadError(CRASHED)
        if reply.content is not None:
            return reply.content
        raise (PasswordNeededError if reply.needs_password else CannotReadError)(reply.sentence)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()
        self._untie()

    def _converse(self, request: Request, data: bytes, progress: Progress | None) -> Reply | None:
        replies: queue.SimpleQueue[Reply | None] = queue.SimpleQueue()
        process = self._running(request)
        talk = threading.Thread(target=_talk, args=(process, request, data, replies), daemon=True)
        talk.start()
        deadline = time.monotonic() + (SECONDS_A_PAGE if request.pages else SECONDS)
        told = (0, max(len(request.pages), 1), "正在读取文件")
        while True:
            with contextlib.suppress(queue.Empty):
                reply = replies.get(timeout=TICK)
                if reply is None or reply.progress is None:
                    return reply
                deadline = time.monotonic() + SECONDS_A_PAGE
                told = reply.progress
            if progress is not None:  # again and again: the user may have cancelled meanwhile
                progress(*told)
            if time.monotonic() > deadline:
                raise CannotReadError(TOO_LONG)

    def _running(self, request: Request) -> subprocess.Popen[bytes]:
        ended = self._process is None or self._process.poll() is not None
        if self._process is None or ended or request.memory > self._memory:  # jobs only tighten
            self.end()
            self._process, self._memory = _start(), request.memory
            self._tie(self._process, request.memory)
        return self._process

    def _tie(self, process: subprocess.Popen[bytes], memory: int) -> None:
        if sys.platform == "win32":
            from lawdraft.read.windows_job import tie

            self._job = tie(int(process._handle), memory)  # noqa: SLF001  no public way to it

    def _untie(self) -> None:
        if sys.platform == "win32":
            from lawdraft.read.windows_job import untie

            untie(self._job)
            self._job = 0


def _talk(
    process: subprocess.Popen[bytes],
    request: Request,
    data: bytes,
    replies: queue.SimpleQueue[Reply | None],
) -> None:
    """Send the request and pass all replies to it on; None when the process is gone."""
    requests, answers = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
    try:
        with contextlib.suppress(OSError, ValueError):  # ended, or our ends closed, meanwhile
            send(requests, request, data)
            while (answer := receive(answers, Reply)) is not None:
                replies.put(answer[0])
                if answer[0].progress is None:
                    return
    finally:
        replies.put(None)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).parent,  # never a folder the user may want to eject
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    """Our own program again, as the reading process; it finds its modules where we found ours."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    own = str(Path(__file__).resolve().parent.parent.parent)
    places = [own, *(str(Path(place).resolve()) for place in sys.path if place)]
    return [sys.executable, "-P", "-c", BEGIN, *dict.fromkeys(places)]
