"""What passes between the program and its reading process: whole messages over pipes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from lawdraft.read.content import Content  # noqa: TC001  msgspec looks the types up

if TYPE_CHECKING:
    from typing import TypeVar

    Message = TypeVar("Message")

LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Request:
    """Read these bytes as this format, within these limits."""

    kind: str
    data: bytes
    password: str | None = None
    pages: tuple[int, ...] = ()  # the pages to recognise, for kind ocr
    cpu_seconds: int = 8
    memory: int = 800 << 20


@dataclass(frozen=True, slots=True)
class Reply:
    """The content, or a sentence, or how far it has come; exactly one of them."""

    content: Content | None = None
    sentence: str = ""
    needs_password: bool = False
    progress: tuple[int, int, str] | None = None


def send(stream: BinaryIO, message: Request | Reply) -> None:
    """Write one message, whole."""
    data = msgspec.msgpack.encode(message)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO, kind: type[Message]) -> Message | None:
    """The next message, None where the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    return msgspec.msgpack.decode(data, type=kind) if len(data) == length else None
