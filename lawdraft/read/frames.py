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

LENGTHS = struct.Struct(">QQ")


@dataclass(frozen=True, slots=True)
class Request:
    """Read the bytes behind this message as this format, within these limits."""

    kind: str
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


def send(stream: BinaryIO, message: Request | Reply, body: bytes = b"") -> None:
    """Write one message, whole, and the bytes it is about behind it."""
    data = msgspec.msgpack.encode(message)
    stream.write(LENGTHS.pack(len(data), len(body)))
    stream.write(data)
    stream.write(body)  # apart: a copy inside the message would double a large file in memory
    stream.flush()


def receive(stream: BinaryIO, kind: type[Message]) -> tuple[Message, bytes] | None:
    """The next message and its bytes, None where the other side is gone."""
    head = stream.read(LENGTHS.size)
    if len(head) < LENGTHS.size:
        return None
    length, body_length = LENGTHS.unpack(head)
    data, body = stream.read(length), stream.read(body_length)
    if len(data) < length or len(body) < body_length:
        return None
    return msgspec.msgpack.decode(data, type=kind), body
