"""Word documents that are one XML text: flat OPC, and the Word 2003 XML of office systems."""

from __future__ import annotations

from lxml import etree

from lawdraft.model.errors import CannotReadError
from lawdraft.read.content import Content, refuse_too_long
from lawdraft.read.docx import BodyWalker, Parts, read_parts
from lawdraft.read.old_word import CollectedParts
from lawdraft.read.package import DAMAGED, parse_xml
from lawdraft.read.word_names import W, normalised
from lawdraft.read.word_styles import read_styles

PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"
WX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
AML = "{http://schemas.microsoft.com/aml/2001/core}"
ROLES = {"Word.Insertion": W + "ins", "Word.Deletion": W + "del", "Word.Comment": W + "del"}
LARGEST = 48 << 20


def read(data: bytes, password: str | None = None) -> Content:
    """The lines of a Word document kept as one XML text."""
    del password
    if len(data) > LARGEST:
        raise CannotReadError("文件太大，不像一份报告；请用 Word 打开，另存为 .docx 再试。")
    current = W[1:-1].encode("ascii")
    root = parse_xml(normalised(data.replace(OLD, current)))
    if root.tag == PKG + "package":
        return read_parts(Parts(_unpacked(root)), "flat-opc")
    return _from_2003(root)


def _unpacked(root: etree._Element) -> CollectedParts:
    parts = {}
    for part in root.findall(PKG + "part"):
        holder = part.find(PKG + "xmlData")
        if holder is not None and len(holder):
            parts[(part.get(PKG + "name") or "").lstrip("/")] = etree.tostring(holder[0])
    return CollectedParts(parts)


def _from_2003(root: etree._Element) -> Content:
    body = root.find(W + "body")
    if body is None:
        raise CannotReadError(DAMAGED)
    for node in list(
        body.iter(AML + "annotation", WX + "sect", WX + "sub-section", AML + "content")
    ):
        node.tag = ROLES.get(node.get(W + "type") or "", W + "smartTag")
    styles = read_styles(root.find(W + "styles"))
    lines = tuple(BodyWalker(styles, _WrittenNumbers()).blocks(body))
    refuse_too_long(sum(len(line.text) for line in lines))
    return Content(lines, "word-2003-xml")


class _WrittenNumbers:
    """Word 2003 writes the number each paragraph shows beside it."""

    def label(self, paragraph: etree._Element) -> str:
        """The number before this paragraph, "" where it shows none."""
        shown = paragraph.find(f"{W}pPr/{W}listPr/{WX}t")
        return "" if shown is None else (shown.get(WX + "val") or "").strip()
