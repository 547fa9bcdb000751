"""OpenDocument text (.odt .ott, flat .fodt): a walk over its content with list numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lawdraft.model.document import Line
from lawdraft.model.errors import CannotReadError, PasswordNeededError
from lawdraft.read.content import Content, refuse_too_long
from lawdraft.read.odt_lists import NumberCounter, read_definitions
from lawdraft.read.odt_names import DRAW, OFFICE, SVG, TABLE, TEXT
from lawdraft.read.package import DAMAGED, ZIP, Package, parse_xml
from lawdraft.read.rows import paragraph_lines, row_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from lawdraft.read.odt_lists import Definitions

LOCKED = "文件加了密码；请在 LibreOffice 或 WPS 中打开它，去掉密码后再读。"
LEFT_OUT = frozenset(
    (
        TEXT + "tracked-changes", OFFICE + "annotation", OFFICE + "annotation-end", OFFICE + "forms",
        TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls", SVG + "title",
        SVG + "desc", TEXT + "note-citation", TEXT + "ruby-text", TEXT + "hidden-text",
        TEXT + "hidden-paragraph", TEXT + "script",
    )
)  # fmt: skip
XML_BLANKS = re.compile(r"[ \t\r\n]+")
LONGEST_RUN = 1000  # of blanks that one element may stand for


def read(data: bytes, password: str | None = None) -> Content:
    """The lines of an OpenDocument text: numbers shown, deletions, comments and headers out."""
    del password
    roots = _roots(data)
    body = roots[-1].find(f".//{OFFICE}body/{OFFICE}text")
    if body is None:
        raise CannotReadError("这是表格、演示或图形文件，不是文字文稿；请选择文字文稿。")
    lines = Walker(read_definitions(roots)).all_lines(body)
    refuse_too_long(sum(len(line.text) for line in lines))
    return Content(tuple(lines), "odt")


def _roots(data: bytes) -> list[etree._Element]:
    """The parts with styles, then the part with the text; a flat file is both."""
    if not data.startswith(ZIP):
        return [parse_xml(data)]
    package = Package(data)
    manifest = package.part("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise PasswordNeededError(LOCKED)
    content = package.xml("content.xml")
    if content is None:
        raise CannotReadError(DAMAGED)
    styles = package.xml("styles.xml")
    return [content] if styles is None else [styles, content]


class Walker:
    """Walks the blocks of the text in order and counts its lists."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._counter = NumberCounter(definitions)
        self._notes: list[Line] = []
        self._bare = ""  # the number of a paragraph that is nothing else

    def all_lines(self, body: etree._Element) -> list[Line]:
        """The lines of the body, the notes' after them."""
        lines = list(self._blocks(body))
        return lines + self._notes

    def _blocks(self, parent: etree._Element) -> Iterator[Line]:
        for node in parent:
            if node.tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(node)
            elif node.tag == TEXT + "list":
                yield from self._list(node)
            elif node.tag == TABLE + "table":
                yield from self._table(node)
            elif node.tag in LEFT_OUT or self._is_hidden(node):
                continue
            else:  # sections, indexes, frames at page level
                yield from self._blocks(node)

    def _list(self, node: etree._Element) -> Iterator[Line]:
        self._counter.open(node)
        for item in node:
            if item.tag in (TEXT + "list-item", TEXT + "list-header"):
                self._counter.begin_item(item, counted=item.tag == TEXT + "list-item")
                yield from self._blocks(item)
        self._counter.close()

    def _paragraph(self, node: etree._Element) -> Iterator[Line]:
        style = node.get(TEXT + "style-name")
        label = self._counter.label(node)
        inner = _Inner(hidden=self._definitions.hides(style))
        self._inline(node, inner)
        name = self._definitions.shown_name(style)
        lines = paragraph_lines("".join(inner.text), style=name, label=label)
        if not lines and not inner.hidden and any(map(str.isalnum, label)):
            self._bare = self._bare or label
        yield from lines
        for box in inner.boxes:
            yield from self._blocks(box)
        for note in inner.notes:
            self._notes += self._blocks(note)

    def _inline(self, node: etree._Element, inner: _Inner) -> None:
        hidden = inner.hidden
        inner.take_written(node.text)
        for child in node:
            self._inline_child(child, inner)
            inner.hidden = hidden
            inner.take_written(child.tail)

    def _inline_child(self, child: etree._Element, inner: _Inner) -> None:
        tag = child.tag
        if tag in LEFT_OUT:
            return
        if tag == TEXT + "span":
            shown = self._definitions.says_hidden(child.get(TEXT + "style-name"))
            inner.hidden = inner.hidden if shown is None else shown
        if tag == TEXT + "s":
            inner.take(" " * _count(child.get(TEXT + "c")))
        elif tag == TEXT + "tab":
            inner.take("\t")
        elif tag == TEXT + "line-break":
            inner.take("\n")
        elif tag == TEXT + "note":
            inner.notes += child.findall(TEXT + "note-body")
        elif tag == DRAW + "text-box":
            inner.boxes.append(child)
        elif tag in (DRAW + "custom-shape", DRAW + "rect", DRAW + "ellipse"):
            inner.boxes.append(child)  # a shape's own paragraphs
        else:
            self._inline(child, inner)

    def _table(self, table: etree._Element) -> Iterator[Line]:
        for row in _rows(table):
            cells = row.iterchildren(TABLE + "table-cell")
            yield from row_lines([self._cell(cell) for cell in cells])

    def _cell(self, cell: etree._Element) -> list[Line]:
        """A cell's lines; of a column numbered automatically, the number alone."""
        self._bare = ""
        lines = list(self._blocks(cell))
        return lines or ([Line(self._bare, None, self._bare)] if self._bare else [])

    def _is_hidden(self, node: etree._Element) -> bool:
        if node.tag == TEXT + "section":
            return node.get(TEXT + "display") in ("none", "condition") and (
                node.get(TEXT + "is-hidden") == "true" or node.get(TEXT + "display") == "none"
            )
        return False


class _Inner:
    """What walking a paragraph's inside gave; `hidden` where the walk is in hidden text."""

    def __init__(self, *, hidden: bool) -> None:
        self.hidden = hidden
        self.text: list[str] = []
        self.boxes: list[etree._Element] = []
        self.notes: list[etree._Element] = []

    def take(self, text: str | None) -> None:
        """Text, where it shows."""
        if text and not self.hidden:
            self.text.append(text)

    def take_written(self, text: str | None) -> None:
        """Text of the XML, whose own line breaks and indents are one blank, or none at the start."""
        if text and "\n" in text:
            text = XML_BLANKS.sub(" ", text)
            text = text if self.text else text.lstrip(" ")
        self.take(text)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, through its header rows and row groups."""
    for node in table:
        if node.tag == TABLE + "table-row":
            yield node
        elif node.tag in (
            TABLE + "table-header-rows",
            TABLE + "table-rows",
            TABLE + "table-row-group",
        ):
            yield from _rows(node)


def _count(text: str | None) -> int:
    return min(int(text), LONGEST_RUN) if text and text.isdecimal() and len(text) < 6 else 1
