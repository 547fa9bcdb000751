"""The binary Word format by way of msdoc2docx, wholly in memory.

The library converts one file into another and has no other door. Here its file, its target and its
temporary file are stood in for, so that nothing of a clerk's document is ever left on a disk, not
even when the program is killed meanwhile. Only the reading process does this (worker.py).
"""

from __future__ import annotations

import contextlib
import secrets
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


TABLES = 0x9A  # where the file information block lists its tables, place and size of each
DRAWINGS = (40, 41, 50, 56, 57, 58, 59)  # [MS-DOC] 2.5.6: anchors, shapes, texts of boxes


class _Finished(Exception):  # noqa: N818  no trouble: it ends the conversion once its parts are there
    """Raised when all parts are collected, before the converter would write them."""


class CollectedParts:
    """The parts of a converted document, looked up like those of a package."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts

    @property
    def names(self) -> Iterator[str]:
        """The names of all parts."""
        return iter(self._parts)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none of that name."""
        return self._parts.get(name.lstrip("/"))


def convert(data: bytes, password: str | None, *, drawings: bool = True) -> CollectedParts:
    """The .docx parts of a binary Word file. Raises doc2docx.errors.Doc2DocxError.

    Without `drawings` what it says of shapes, boxes and pictures is passed over: the converter
    gives a whole file up for a line of a red head that is drawn upside down.
    """
    from doc2docx import converter

    parts: dict[str, bytes] = {}
    nowhere = "lawdraft-" + secrets.token_hex(12)
    stand_ins = _stand_ins(data, parts, nowhere)
    plain = contextlib.nullcontext() if drawings else _without_drawings(data)
    with stand_ins, plain, contextlib.suppress(_Finished):
        converter.convert(nowhere + ".doc", nowhere + ".docx", password=password)
    return CollectedParts(parts)


@contextlib.contextmanager
def _stand_ins(data: bytes, parts: dict[str, bytes], nowhere: str) -> Iterator[None]:
    from doc2docx import converter
    from doc2docx.cfb import CompoundFile
    from doc2docx.ooxml import package

    write_docx = package.write_docx

    def collect(document: object, _target: object) -> None:
        write_docx(document, nowhere)
        raise _Finished

    temporary = SimpleNamespace(
        NamedTemporaryFile=lambda **_: contextlib.nullcontext(SimpleNamespace(name=nowhere))
    )
    source = SimpleNamespace(from_path=lambda _path, limits=None: CompoundFile(data, limits=limits))
    archive = SimpleNamespace(
        ZipFile=lambda *_, **__: contextlib.nullcontext(parts), BadZipFile=zipfile.BadZipFile
    )
    with (
        _replaced(converter, CompoundFile=source, tempfile=temporary, write_docx=collect),
        _replaced(package, zipfile=archive, _write_part=dict.__setitem__),
    ):
        yield


@contextlib.contextmanager
def _without_drawings(data: bytes) -> Iterator[None]:
    from doc2docx import converter
    from doc2docx.cfb import CompoundFile

    def opened(_path: str, limits: object = None) -> object:
        file = CompoundFile(data, limits=limits)
        read = file.open_stream
        file.open_stream = lambda name: _without_tables(name, read(name))
        return file

    pictures, objects = converter.read_inline_pictures, converter.read_embedded_objects
    with _replaced(
        converter,
        CompoundFile=SimpleNamespace(from_path=opened),
        read_inline_pictures=lambda stream, _characters, **rest: pictures(stream, (), **rest),
        read_embedded_objects=lambda file, _characters, **rest: objects(file, (), **rest),
    ):
        yield


def _without_tables(name: str, stream: bytes) -> bytes:
    """The main stream as if it had no drawings; other streams as they are."""
    if name != "WordDocument" or len(stream) < TABLES + 8 * max(DRAWINGS) + 8:
        return stream
    emptied = bytearray(stream)
    for number in DRAWINGS:
        size = TABLES + 8 * number + 4
        emptied[size : size + 4] = bytes(4)
    return bytes(emptied)


@contextlib.contextmanager
def _replaced(module: Any, **stand_ins: object) -> Iterator[None]:  # a module's names are no type
    before = {name: getattr(module, name) for name in stand_ins}
    for name, stand_in in stand_ins.items():
        setattr(module, name, stand_in)
    try:
        yield
    finally:
        for name, original in before.items():
            setattr(module, name, original)
