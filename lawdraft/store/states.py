"""A draft as the bytes that are kept of it: compressed JSON."""

from __future__ import annotations

import contextlib
import zlib
from typing import TYPE_CHECKING

import msgspec

from lawdraft.model.draft import Draft
from lawdraft.model.errors import DamagedDraftError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAMAGED = "草稿内容已损坏；在程序窗口里打开它，可以找回还能读出的内容。"


def encode(draft: Draft) -> bytes:
    """A draft as it is kept: compressed JSON."""
    try:
        data = msgspec.json.encode(draft)
    except UnicodeEncodeError:  # half of a rare character, pasted or left by a program
        data = msgspec.json.encode(_with_whole_characters(msgspec.to_builtins(draft)))
    return zlib.compress(data, level=1)


def _with_whole_characters(value: object) -> object:
    """Halves that belong together joined; one alone shown as � rather than never saved."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _with_whole_characters(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_with_whole_characters(each) for each in value]
    return value


def decode(data: bytes) -> Draft:
    """The draft in kept bytes. Raises BadDraftError where they are damaged."""
    try:
        return msgspec.json.decode(zlib.decompress(data), type=Draft)
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError, TypeError) as trouble:
        raise DamagedDraftError(DAMAGED) from trouble


def readable(states: Iterable[bytes]) -> Iterator[Draft]:
    """The states that can be decoded: a damaged step of undo must not keep a draft from opening."""
    for data in states:
        with contextlib.suppress(DamagedDraftError):
            yield decode(data)
