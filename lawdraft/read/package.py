"""Zip packages (.docx .odt .ofd) and their XML parts, opened so that none can swell or reach out."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from lawdraft.model.errors import CannotReadError, PasswordNeededError

if TYPE_CHECKING:
    from collections.abc import Iterable

ZIP = b"PK\x03\x04"
LARGEST_PART = 48 << 20  # of XML, unpacked; a 500-page report has about 10 MB
LARGEST_RATIO = 150  # word processors' XML packs 5 to 30 times, a bomb a thousand times
SMALL_PART = 2 << 20  # below this the ratio does not matter
LARGEST_DIRECTORY = 2 << 20  # some 20,000 parts
END_OF_DIRECTORY, LARGEST_END = b"PK\x05\x06", 22 + 0xFFFF
DAMAGED = (
    "文件已损坏或没有下载完整，打不开；请重新取得这份文件，或用 Word、WPS 打开修复后另存再试。"
)
DANGEROUS = "文件内部结构异常（解压后过大或带有外部引用），为安全起见没有打开；请用 Word、WPS 另存一份再试。"

TEXTS = (".xml", ".rels", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt", ".rtf")
ZIP_TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    ValueError,
    OSError,
    RuntimeError,
    IndexError,
    KeyError,
    MemoryError,
)


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The opened archive. Raises CannotReadError for a damaged one or one of too many parts."""
    end = data.rfind(END_OF_DIRECTORY, max(len(data) - LARGEST_END, 0))
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    if size > LARGEST_DIRECTORY:  # listing it alone would take minutes
        raise CannotReadError(DANGEROUS)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except ZIP_TROUBLES as trouble:
        raise CannotReadError(DAMAGED) from trouble


def text_size(archive: zipfile.ZipFile) -> int:
    """How many bytes of XML, and of texts embedded beside it, the archive says it holds."""
    return sum(info.file_size for info in archive.infolist() if info.filename.endswith(TEXTS))


class Package:
    """The parts of a zip package; every read is limited and every trouble is a sentence."""

    def __init__(self, data: bytes) -> None:
        self._zip = open_zip(data)
        self._infos = {info.filename.lstrip("/"): info for info in self._zip.infolist()}

    @property
    def names(self) -> Iterable[str]:
        """The names of all parts."""
        return self._infos.keys()

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where the package has none of that name."""
        info = self._infos.get(name.lstrip("/"))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise PasswordNeededError("文件里的内容加了密码，请先去掉密码再试。")
        if info.file_size > LARGEST_PART or (
            info.file_size > SMALL_PART and info.file_size > LARGEST_RATIO * info.compress_size
        ):
            raise CannotReadError(DANGEROUS)
        try:
            with self._zip.open(info) as file:
                data = file.read(LARGEST_PART + 1)
        except ZIP_TROUBLES as trouble:
            raise CannotReadError(DAMAGED) from trouble
        if len(data) > LARGEST_PART:  # the size in the directory was a lie
            raise CannotReadError(DANGEROUS)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, None where there is no such part."""
        data = self.part(name)
        return None if data is None else parse_xml(data)


def parse_xml(data: bytes) -> etree._Element:
    """The root element. Refuses document types and entities; nothing outside is ever read."""
    if b"<!DOCTYPE" in data[:8192] or b"<!ENTITY" in data:
        raise CannotReadError(DANGEROUS)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        collect_ids=False,  # LibreOffice writes one id twice where a list goes on in a text box
        huge_tree=False,  # keeps libxml2's own limits on depth and amplification
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as trouble:
        sentence = DANGEROUS if "depth" in str(trouble) else DAMAGED
        raise CannotReadError(sentence) from trouble
    if root is None:
        raise CannotReadError(DAMAGED)
    if root.getroottree().docinfo.internalDTD is not None:  # a UTF-16 part hides it from the bytes
        raise CannotReadError(DANGEROUS)
    return root
