"""The bytes of a workbook, with one sentence where the disk for temporary files is full."""

from __future__ import annotations

import contextlib
import gc
import io
import sys
from typing import IO, TYPE_CHECKING, Protocol

from lawdraft.model.errors import CannotWriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = "存放临时文件的磁盘已满（或不能写入），表格没有生成；请清出一些空间再试。"


class Saveable(Protocol):
    """A workbook of openpyxl; it lays each sheet into a temporary file first."""

    def save(self, filename: IO[bytes]) -> None:
        """Write the whole workbook."""


def workbook_bytes(book: Saveable) -> bytes:
    """The workbook as a file would hold it. Raises CannotWriteError."""
    from lxml.etree import LxmlError  # what openpyxl's XML writer raises on a full disk

    buffer = io.BytesIO()
    with _without_echo():
        try:
            book.save(buffer)
        except (OSError, LxmlError) as trouble:
            trouble.__traceback__ = None
            gc.collect()  # the half-done writer goes now, while nobody listens
        else:
            return buffer.getvalue()
    raise CannotWriteError(FULL)


@contextlib.contextmanager
def _without_echo() -> Iterator[None]:
    """The writer's half-done generator fails once more when it is thrown away: not told again."""
    told, sys.unraisablehook = sys.unraisablehook, lambda _again: None
    try:
        yield
    finally:
        sys.unraisablehook = told
