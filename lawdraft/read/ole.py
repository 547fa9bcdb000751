"""Word's and WPS's binary .doc .dot .wps .wpt, and documents locked with a password."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from lawdraft.model.document import Line
from lawdraft.model.errors import CannotReadError, PasswordNeededError
from lawdraft.read import docx
from lawdraft.read.content import Content, refuse_too_long, text_lines
from lawdraft.read.package import DAMAGED
from lawdraft.read.sniff import OLD_WORD, OTHER_OFFICE, UNKNOWN, WORKS
from lawdraft.read.unlocking import WRONG_KEY
from lawdraft.read.word_stories import box_paragraphs

if TYPE_CHECKING:
    import olefile

SECTOR = 512  # whole files are whole numbers of these
CLASS_ID = slice(8, 24)  # of the file's header; WPS fills it, converters want it empty
TOO_OLD = (0xA5DC, 0xA5DB, 0xA697, 0xA698, 0xA699)  # Word 6/95 and the Far-East Word of then
LOCK_STREAMS = ("EncryptionInfo", "EncryptedPackage")
LOCKED = "文件加了密码，请输入打开密码；也可以先在 Word 或 WPS 中去掉密码再读。"
BREAKDOWNS = (ValueError, LookupError, ArithmeticError, TypeError, AttributeError, RecursionError)
"""What the converter raises of itself on damaged files."""
SIMPLER_READER = "这份旧格式文件用备用方式读入，自动编号可能缺失，请对照原文检查各级标题的序号。"


def read(data: bytes, password: str | None = None) -> Content:
    """The lines of an OLE file: .doc and its kin, or a locked .docx inside one."""
    streams = _streams(data)
    if "encryptedpackage" in streams:
        return _content_of(unlock(data, password))
    if "worddocument" not in streams:
        raise CannotReadError(DAMAGED if len(data) % SECTOR else _what_else(streams))
    _refuse_old(data)
    plain = bytearray(data)
    plain[CLASS_ID] = bytes(16)
    return _converted(bytes(plain), password)


def unlock(data: bytes, password: str | None) -> bytes:
    """The package inside a locked Office file. Raises PasswordNeededError."""
    if not password:
        raise PasswordNeededError(LOCKED)
    from lawdraft.read.unlocking import decrypt

    with _open(data) as ole:
        try:
            info, locked = (ole.openstream(name).read() for name in LOCK_STREAMS)
        except (OSError, ValueError, IndexError, TypeError, AttributeError) as trouble:
            raise CannotReadError(DAMAGED) from trouble
    return decrypt(info, locked, password)


def _content_of(package: bytes) -> Content:
    from lawdraft.read.sniff import sniff

    kind = sniff(package).format
    if kind != "docx":
        raise CannotReadError(UNKNOWN)
    return docx.read(package)


def _open(data: bytes) -> olefile.OleFileIO:
    import olefile

    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError, IndexError, TypeError, AttributeError, KeyError) as trouble:
        raise CannotReadError(DAMAGED) from trouble


def _streams(data: bytes) -> set[str]:
    with _open(data) as ole:
        return {entry[0].lower() for entry in ole.listdir() if entry}


def _what_else(streams: set[str]) -> str:
    """The sentence for an OLE file that holds no Word text."""
    if streams & {"workbook", "book"}:
        return OTHER_OFFICE.format("电子表格")
    if "powerpoint document" in streams:
        return OTHER_OFFICE.format("演示文稿")
    if streams & {"matost", "mn0", "mm", "contents"}:
        return WORKS
    return UNKNOWN


def _refuse_old(data: bytes) -> None:
    with _open(data) as ole:
        try:
            head = ole.openstream("WordDocument").read(2)
        except (OSError, ValueError, IndexError, TypeError, AttributeError) as trouble:
            raise CannotReadError(DAMAGED) from trouble
    if int.from_bytes(head, "little") in TOO_OLD:
        raise CannotReadError(OLD_WORD)


def _converted(data: bytes, password: str | None) -> Content:
    """By way of .docx, which keeps numbers and revisions; a plainer reader behind it."""
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

    for drawings in (True, False):
        try:
            content = _by_docx(data, password, drawings=drawings)
        except EncryptedDocumentError as trouble:
            raise PasswordNeededError(WRONG_KEY if password else LOCKED) from trouble
        except (Doc2DocxError, CannotReadError, *BREAKDOWNS):
            continue
        if content.lines:
            return content
    return _plainly(data)


def _by_docx(data: bytes, password: str | None, *, drawings: bool) -> Content:
    from lawdraft.read.old_word import convert

    parts = docx.Parts(convert(data, password, drawings=drawings))
    return _with_boxes(docx.read_parts(parts, "msdoc2docx"), data)


def _with_boxes(content: Content, data: bytes) -> Content:
    """The same with the text boxes that the converter left out, at the end."""
    with _open(data) as ole:
        boxes = box_paragraphs(ole)
    there = _squeezed("".join(line.text for line in content.lines)) if boxes else ""
    missing = tuple(Line(text) for text in boxes if _squeezed(text) not in there)
    return replace(content, lines=content.lines + missing)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _plainly(data: bytes) -> Content:
    import office_oxide

    try:
        with office_oxide.Document.from_bytes(data, "doc") as document:
            text = document.plain_text()
    except office_oxide.OfficeOxideError as trouble:
        raise CannotReadError(DAMAGED) from trouble
    refuse_too_long(len(text))
    lines = tuple(line for line in text_lines(text) if line.text.strip())
    return Content(lines, "office-oxide", warnings=(SIMPLER_READER,))
