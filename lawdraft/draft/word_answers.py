"""What stands in a Word form that came back: its lines, and its tables as rows of words."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
_MOST_ROWS = 2000
_UNWRITTEN = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"})


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A cell of a Word table, in the shape of a cell of a sheet."""

    value: str
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class WordPage:
    """The lines outside of tables, and the tables; tracked deletions are gone."""

    lines: tuple[str, ...]
    tables: tuple[tuple[tuple[WrittenCell, ...], ...], ...]


def read_page(data: bytes) -> WordPage:
    """The page of a .docx. Raises what zipfile and lxml raise where it is damaged."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(DOCUMENT), parser)
    tables = tuple(tuple(_rows(table)) for table in root.iter(f"{_W}tbl"))
    lines = (
        "".join(_words(paragraph)).strip()
        for paragraph in root.iter(f"{_W}p")
        if next(paragraph.iterancestors(f"{_W}tc"), None) is None
    )
    return WordPage(tuple(filter(None, lines)), tables)


def _rows(table: etree._Element) -> Iterator[tuple[WrittenCell, ...]]:
    for count, row in enumerate(table.iter(f"{_W}tr")):
        if count < _MOST_ROWS and next(row.iterancestors(f"{_W}tbl"), None) is table:
            yield tuple(_cells(row))


def _cells(row: etree._Element) -> Iterator[WrittenCell]:
    """The row's own cells; a cell over several columns is followed by empty ones."""
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr"), None) is not row:
            continue
        paragraphs = ("".join(_words(each)).strip() for each in cell.iter(f"{_W}p"))
        yield WrittenCell("".join(filter(None, paragraphs)))
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = span.get(f"{_W}val", "1") if span is not None else "1"
        for _ in range(min(int(width) if width.isdigit() else 1, 30) - 1):
            yield WrittenCell("")


def _words(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag not in _UNWRITTEN and isinstance(child.tag, str):
            yield from _words(child)
