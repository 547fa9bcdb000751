"""Word's .docx (.docm .dotx .dotm, strict ones too): a walk over its parts."""

from __future__ import annotations

import re
from functools import cached_property
from posixpath import dirname, join, normpath, split
from typing import TYPE_CHECKING, Protocol

from lawdraft.model.document import Line
from lawdraft.model.errors import CannotReadError
from lawdraft.read.content import Content, refuse_too_long
from lawdraft.read.package import DAMAGED, Package, parse_xml
from lawdraft.read.rows import paragraph_lines, row_lines
from lawdraft.read.word_chunks import NOT_READ, chunk_lines
from lawdraft.read.word_lists import Numberer, read_lists
from lawdraft.read.word_names import MC, R, W, normalised, switched
from lawdraft.read.word_styles import Styles, paragraph_style, read_styles
from lawdraft.read.word_text import Gathered, RunWalker, alternative, never_ended

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

MAIN = "/officeDocument"
USUAL_MAIN = "word/document.xml"
WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
TABLE_STYLES = re.compile(rb'<w:style [^<>]*w:type="table"[^<>]*[^/<>]>.*?</w:style>', re.S)
"""Nine tenths of some style sheets; they neither number nor hide, and parsing them takes longest."""
PICTURES_ALONE = "文件里只有图片（可能是扫描件），没有可读的文字；请找电子版，或先做文字识别再试。"
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(data: bytes, password: str | None = None) -> Content:
    """The lines of a .docx: numbers shown, insertions in, deletions and hidden text out."""
    del password  # an encrypted one is no zip; ole.py opens it first
    return read_parts(Parts(Package(data)), "docx")


class PartSource(Protocol):
    """Where parts come from: a zip package, or the parts a converter made."""

    @property
    def names(self) -> Iterable[str]:
        """The names of all parts."""

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none of that name."""


class Labels(Protocol):
    """Knows the number that each paragraph shows; asked once for every one, in order."""

    def label(self, paragraph: etree._Element) -> str:
        """The number before this paragraph, "" where it shows none."""


class Parts:
    """The parts of a Word package by their role."""

    def __init__(self, package: PartSource) -> None:
        self.package = package
        self.main_name = self._find_main()

    def main(self) -> etree._Element:
        """The root of the main part."""
        root = self._xml(self.main_name)
        if root is None:
            raise CannotReadError(DAMAGED)
        return root

    def beside(self, role: str) -> etree._Element | None:
        """The root of the part that the main part relates to as `role` (styles, numbering…)."""
        name = self._targets.get(role) or join(dirname(self.main_name), role + ".xml")
        data = self.package.part(name)
        if data is None:
            return None
        if role == "styles":
            data = TABLE_STYLES.sub(b"", data)
        return parse_xml(normalised(data))

    def embedded(self, relation: str | None) -> bytes | None:
        """The bytes of the part that the main part names by this relation's id."""
        return self.package.part(self._targets.get(f"#{relation}", ""))

    @cached_property
    def _targets(self) -> dict[str, str]:
        """The names of the parts beside the main one, by their role and by #id."""
        folder, name = split(self.main_name)
        rels = self._xml(join(folder, "_rels", name + ".rels"))
        targets: dict[str, str] = {}
        for relation in rels if rels is not None else ():
            target = relation.get("Target") or ""
            place = target if target.startswith("/") else normpath(join(folder, target))
            targets.setdefault((relation.get("Type") or "").rpartition("/")[2], place)
            targets[f"#{relation.get('Id')}"] = place
        return targets

    def _find_main(self) -> str:
        rels = self._xml("_rels/.rels")
        for relation in rels if rels is not None else ():
            if (relation.get("Type") or "").endswith(MAIN):
                return (relation.get("Target") or "").lstrip("/")
        return USUAL_MAIN

    def _xml(self, name: str) -> etree._Element | None:
        data = self.package.part(name)
        return None if data is None else parse_xml(normalised(data))


def read_parts(parts: Parts, reader: str) -> Content:
    """The lines of an opened package."""
    styles = read_styles(parts.beside("styles"))
    lists = read_lists(parts.beside("numbering"), styles)
    body = parts.main().find(W + "body")
    if body is None:
        raise CannotReadError(DAMAGED)
    walker = BodyWalker(styles, Numberer(lists, styles), parts.embedded, never_ended(body))
    lines = list(walker.blocks(body))
    for kind in ("footnotes", "endnotes"):
        lines += walker.notes(parts, kind)
    refuse_too_long(sum(len(line.text) for line in lines))
    if not lines and any("/media/" in name for name in parts.package.names):
        raise CannotReadError(PICTURES_ALONE)
    warnings = (NOT_READ,) if walker.left_out else ()
    return Content(tuple(lines), reader, warnings=warnings)


class BodyWalker:
    """Walks the blocks of a document in order and counts its numbers."""

    def __init__(
        self,
        styles: Styles,
        numberer: Labels,
        embedded: Callable[[str | None], bytes | None] = lambda _: None,
        unended: frozenset[etree._Element] = frozenset(),
    ) -> None:
        self.left_out = False  # whether an embedded file was not read
        self._embedded = embedded
        self._chunks: dict[str | None, tuple[Line, ...] | None] = {}  # embedded files once read
        self._chunked = 0  # their characters
        self._styles = styles
        self._numberer = numberer
        self._runs = RunWalker(styles, unended)
        self._carried = ""  # text of paragraphs whose mark was deleted: it joins the next one
        self._run_in = ""  # the number of a heading whose paragraph goes on in the next one
        self._bare = ""  # the number of a paragraph that is nothing else
        self._noted: list[tuple[str, str]] = []

    def blocks(self, parent: etree._Element) -> Iterator[Line]:
        """The lines of all paragraphs and tables below `parent`."""
        for node in parent:
            if node.tag == W + "p":
                yield from self._paragraph(node) if len(node) or self._carried else ()
            elif node.tag == W + "tbl":
                yield from self._table(node)
            elif node.tag in WRAPPERS:
                yield from self.blocks(node)
            elif node.tag == MC + "AlternateContent":
                chosen = alternative(node)
                yield from self.blocks(chosen) if chosen is not None else ()
            elif node.tag == W + "altChunk":
                yield from self._chunk(node)
        if parent.tag not in WRAPPERS and self._carried:  # nothing follows that it could join
            text, label = self._carried, self._run_in
            self._carried = self._run_in = ""
            yield from paragraph_lines(text, label=label)

    def _chunk(self, node: etree._Element) -> Iterator[Line]:
        name = node.get(R + "id")
        if name not in self._chunks:
            self._chunks[name] = chunk_lines(self._embedded(name))
        lines = self._chunks[name]
        self.left_out |= lines is None
        self._chunked += sum(len(line.text) for line in lines or ())
        refuse_too_long(self._chunked)
        yield from lines or ()

    def notes(self, parts: Parts, kind: str) -> list[Line]:
        """The notes that the text refers to, a line each paragraph of them."""
        wanted = [number for part, number in self._noted if part == kind]
        root = parts.beside(kind) if wanted else None
        if root is None:
            return []
        found = {
            node.get(W + "id"): node for node in root if node.get(W + "type") not in SEPARATORS
        }
        bodies: Iterable[etree._Element] = (found[n] for n in dict.fromkeys(wanted) if n in found)
        return [line for body in bodies for line in self.blocks(body)]

    def _paragraph(self, node: etree._Element) -> Iterator[Line]:
        found = self._runs.gather(node)
        self._noted += found.notes
        text = self._carried + "".join(found.text)
        mark = node.find(f"{W}pPr/{W}rPr")
        self._carried = ""
        if mark is not None and (mark.find(W + "del") is not None or _moved_away(mark)):
            self._carried = text
        elif switched(mark, "specVanish"):  # Word's style separator: a heading in its text's line
            self._carried, self._run_in = text, self._run_in or self._numberer.label(node)
        elif text.strip() or not switched(mark, "vanish"):
            yield from self._shown(node, text)
        yield from self._boxes(found)

    def _shown(self, node: etree._Element, text: str) -> list[Line]:
        style = self._styles.name(paragraph_style(node, self._styles))
        label = self._numberer.label(node)  # an empty numbered paragraph counts too
        label, self._run_in = self._run_in or label, ""
        lines = paragraph_lines(text, style=style, label=label)
        if not lines and any(sign.isalnum() for sign in label):
            self._bare = self._bare or label
        return lines

    def _boxes(self, found: Gathered) -> Iterator[Line]:
        waiting = self._carried, self._run_in  # for the paragraph behind, not for the box's own
        self._carried = self._run_in = ""
        for box in found.boxes:
            if isinstance(box, str):
                yield from paragraph_lines(box)
            else:
                yield from self.blocks(box)
        self._carried, self._run_in = waiting

    def _table(self, table: etree._Element) -> Iterator[Line]:
        for row in _inside(table, "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            cells = [self._cell(cell) for cell in _inside(row, "tc") if not _covered(cell)]
            yield from row_lines(cells)

    def _cell(self, cell: etree._Element) -> list[Line]:
        """A cell's lines; of a column numbered by Word alone, the number."""
        self._bare = ""
        lines = list(self.blocks(cell))
        return lines or ([Line(self._bare, None, self._bare)] if self._bare else [])


def _moved_away(mark: etree._Element) -> bool:
    return mark.find(W + "moveFrom") is not None


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls and insertions."""
    for node in parent:
        if node.tag == W + name:
            yield node
        elif node.tag in WRAPPERS:
            yield from _inside(node, name)


def _covered(cell: etree._Element) -> bool:
    """A cell whose text the page does not show: deleted."""
    return cell.find(f"{W}tcPr/{W}cellDel") is not None
