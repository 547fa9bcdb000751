"""What a file is, by its content alone: clerks rename files, and senders name them wrongly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lawdraft.model.errors import CannotReadError
from lawdraft.read.decode import decode

Format = Literal["docx", "doc", "rtf", "odt", "html", "mht", "pdf", "ofd", "txt", "wordml"]

HEAD = 4096
ZIP_MARK = b"PK\x03\x04"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_WORD_MARKS = (b"\x31\xbe\x00\x00", b"\xdb\xa5", b"\xfe\x37\x00\x1c", b"\x9b\xa5")
WORKS_DOS_MARK = b"\x01\xfe"
PICTURES = (
    b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a",
)  # fmt: skip
ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF")
PROGRAMS = (b"MZ", b"\x7fELF")
HTML_HEAD = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?>(?:<!--.*?-->\s*+)*)<(!doctype\s+html|html|head|body|meta|title|div|p|table|span"
    r"|center|font|h[1-6]|style|script|article|section|ol|ul|link|base)\b",
    re.I | re.S,
)
HTML_INSIDE = re.compile(r"<(html|body|div|p|table|br)\b[^>]*>", re.I)
MIME_HEAD = re.compile(rb"^(MIME-Version:|Content-Type:\s*multipart/related)", re.I | re.M)

PICTURE = "这是一张图片，不是文字文件；请找电子版，或先做文字识别（OCR）再试。"
ARCHIVE = "这是一个压缩包，请先解压，再选择里面的文件。"
OTHER_OFFICE = "这是{}文件，不是文字文稿；请选择 Word、WPS 文字或网页等文稿。"
UNKNOWN = "认不出这是什么文件，不是能读的文稿；请用 Word 或 WPS 打开，另存为 .docx 再试。"
OLD_WORD = "这是 Word 6.0/95 或更早的文件，现在读不了；请用 Word 或 WPS 打开，另存为 .docx 再试。"
WORKS = "这是微软 Works 的 .wps 文件，不是 WPS 文字；请用能打开它的软件另存为 .docx 再试。"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The format found, and how much there is to parse."""

    format: Format
    effort: int  # bytes to be parsed: of a zip package, its XML unpacked


def sniff(data: bytes) -> Sniffed:
    """The format of a file's bytes. Raises CannotReadError for what is no document at all."""
    head = data[:HEAD]
    if head.startswith(ZIP_MARK):
        return _in_zip(data)
    if head.startswith(OLE_MARK):
        return Sniffed("doc", len(data))
    if b"%PDF-" in head[:1024]:
        return Sniffed("pdf", len(data))
    if head.lstrip(b"\xef\xbb\xbf \r\n\t\0").startswith(b"{\\rt"):
        return Sniffed("rtf", len(data))
    _refuse_known(head)
    if MIME_HEAD.search(head) and b"content-" in data[:20_000].lower():
        return Sniffed("mht", len(data))
    return Sniffed(_in_text(data), len(data))


def _refuse_known(head: bytes) -> None:
    """Raise for kinds that are known by their first bytes and hold no text."""
    if _is_picture(head):
        raise CannotReadError(PICTURE)
    if head.startswith(ARCHIVES):
        raise CannotReadError(ARCHIVE)
    if head.startswith(OLD_WORD_MARKS):
        raise CannotReadError(OLD_WORD)
    if head.startswith(WORKS_DOS_MARK):
        raise CannotReadError(WORKS)
    if head.startswith(PROGRAMS) and b"\0" in head:
        raise CannotReadError(UNKNOWN)


def _is_picture(head: bytes) -> bool:
    if head.startswith(b"BM") and b"\0" not in head:  # a text that begins with BM
        return False
    return (
        head.startswith(PICTURES)
        or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
        or head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif")
    )


def _in_zip(data: bytes) -> Sniffed:
    from lawdraft.read.package import open_zip, text_size

    with open_zip(data) as archive:
        return Sniffed(_package_kind(archive.namelist()), text_size(archive))


def _package_kind(names: list[str]) -> Format:
    tops = {name.lstrip("/").split("/")[0].lower() for name in names}
    if "ofd.xml" in tops:
        return "ofd"
    if "word" in tops or any(name.endswith("document.xml") for name in names):
        return "docx"
    for top, kind in (("xl", "电子表格"), ("ppt", "演示文稿")):
        if top in tops:
            raise CannotReadError(OTHER_OFFICE.format(kind))
    if "content.xml" in tops:
        return "odt"
    if "[content_types].xml" in tops:
        return "docx"
    raise CannotReadError(ARCHIVE)


def _in_text(data: bytes) -> Format:
    text = decode(data)
    if text is None:
        raise CannotReadError(UNKNOWN)
    head = text[:HEAD]
    if "wordml" in head or "schemas.microsoft.com/office/2006/xmlPackage" in head:
        return "wordml"
    if "urn:oasis:names:tc:opendocument:xmlns:office:1.0" in head and "<office:document" in head:
        return "odt"
    if HTML_HEAD.match(head) or len(HTML_INSIDE.findall(text[:20_000])) >= 5:
        return "html"
    return "txt"
