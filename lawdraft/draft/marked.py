"""Reads a marked-up .docx: each paragraph with what was inserted, deleted and said beside it."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lawdraft.model.errors import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST_PART = 60_000_000
_SKIPPED = frozenset(
    {f"{_W}instrText", f"{_W}delInstrText", f"{_W}drawing", f"{_W}pict", f"{_W}object"}
)
_INSERTED, _DELETED = (
    frozenset({f"{_W}ins", f"{_W}moveTo"}),
    frozenset({f"{_W}del", f"{_W}moveFrom"}),
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
Mark = Literal["same", "inserted", "deleted"]
_ROW_MARKS: tuple[tuple[str, Mark], ...] = ((f"{_W}ins", "inserted"), (f"{_W}del", "deleted"))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: as it was, inserted or deleted, and by whom."""

    text: str
    mark: Mark = "same"
    author: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment beside the characters [start, end) of a paragraph's new text."""

    text: str
    author: str
    start: int
    end: int


@dataclass(slots=True)
class MarkedParagraph:
    """A paragraph of the file as it would stand with all changes accepted."""

    runs: list[Run] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def new(self) -> str:
        """Its text with all tracked changes accepted."""
        return "".join(run.text for run in self.runs if run.mark != "deleted")

    @property
    def old(self) -> str:
        """Its text with all tracked changes refused."""
        return "".join(run.text for run in self.runs if run.mark != "inserted")


def read_marked(data: bytes, name: str) -> tuple[MarkedParagraph, ...]:
    """The paragraphs of a Word file, empty ones left out; `name` is for messages.

    Raises CannotReadError where it is damaged or no .docx.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _part(package, "word/document.xml")
            comments = _comments(package)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, EOFError, OSError, NotImplementedError,
            RuntimeError, zlib.error) as trouble:  # fmt: skip
        raise CannotReadError(
            f"“{name}”读不出来，可能已损坏或不是 .docx；请用 Word 或 WPS 另存为 .docx 再试。"
        ) from trouble
    walker = _Walker(comments)
    walker.walk(body)
    walker.close_paragraph()
    return tuple(p for p in walker.paragraphs if p.runs and (p.new.strip() or p.old.strip()))


def _part(package: zipfile.ZipFile, name: str) -> etree._Element:
    from lxml import etree

    if package.getinfo(name).file_size > _LARGEST_PART:
        raise KeyError(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(package.read(name), parser)


def _comments(package: zipfile.ZipFile) -> dict[str, tuple[str, str]]:
    """Author and text of each comment by its id."""
    if "word/comments.xml" not in package.namelist():
        return {}
    return {
        comment.get(f"{_W}id", ""): (
            comment.get(f"{_W}author", ""),
            "\n".join(
                "".join(t.text or "" for t in p.iter(f"{_W}t")) for p in comment.iter(f"{_W}p")
            ).strip(),
        )
        for comment in _part(package, "word/comments.xml").iter(f"{_W}comment")
    }


class _Walker:
    """Walks the body in reading order; keeps which mark and which comments are open."""

    def __init__(self, comments: dict[str, tuple[str, str]]) -> None:
        self.paragraphs: list[MarkedParagraph] = []
        self._comments = comments
        self._current = MarkedParagraph()
        self._open: dict[str, int] = {}
        self._length = 0  # of the current paragraph's new text

    def walk(self, node: etree._Element, mark: Mark = "same", author: str = "") -> None:
        """Take in everything below a node."""
        for child in node:
            tag = child.tag
            if tag in _SKIPPED or tag == _FALLBACK or not isinstance(tag, str):
                continue
            if tag in _INSERTED or tag in _DELETED:
                inner: Mark = "inserted" if tag in _INSERTED else "deleted"
                self.walk(child, inner, child.get(f"{_W}author", ""))
            elif tag == f"{_W}p":
                self._paragraph(child)
            elif tag == f"{_W}tr":
                self._row(child)
            else:
                self._leaf(child, mark, author)

    def _leaf(self, node: etree._Element, mark: Mark, author: str) -> None:
        words = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}br": "", f"{_W}cr": ""}
        if node.tag in (f"{_W}t", f"{_W}delText"):
            self._write(node.text or "", mark, author)
        elif node.tag in words and not _is_setting(node):
            self._write(words[node.tag], mark, author)
        elif node.tag == f"{_W}commentRangeStart":
            self._open[node.get(f"{_W}id", "")] = self._length
        elif node.tag in (f"{_W}commentRangeEnd", f"{_W}commentReference"):
            self._note(node.get(f"{_W}id", ""))
        else:
            self.walk(node, mark, author)

    def _paragraph(self, node: etree._Element) -> None:
        self.walk(node)
        properties = node.find(f"{_W}pPr/{_W}rPr")
        joined = properties is not None and any(
            properties.find(tag) is not None for tag in _DELETED
        )
        if not joined:  # a deleted paragraph mark joins the next paragraph to this one
            self.close_paragraph()

    def _row(self, row: etree._Element) -> None:
        """A table row is one line, its cells parted by tabs; it may be tracked as a whole."""
        mark, author = _of_row(row)
        for count, cell in enumerate(row.iter(f"{_W}tc")):
            if count:
                self._write("\t", mark, author)
            for paragraph in cell.iter(f"{_W}p"):
                self.walk(paragraph, mark, author)
        self.close_paragraph()

    def close_paragraph(self) -> None:
        """End the current paragraph; comments still open end with it."""
        for comment in list(self._open):
            self._note(comment)
        self.paragraphs.append(self._current)
        self._current, self._length = MarkedParagraph(), 0

    def _write(self, text: str, mark: Mark, author: str) -> None:
        if not text:
            return
        self._current.runs.append(Run(text, mark, author))
        if mark != "deleted":
            self._length += len(text)

    def _note(self, comment: str) -> None:
        """The comment's range ends here; one that was told already is not told again."""
        author, text = self._comments.pop(comment, ("", ""))
        start = self._open.pop(comment, self._length)
        if text:
            self._current.notes.append(Note(text, author, start, self._length))


def _of_row(row: etree._Element) -> tuple[Mark, str]:
    """Whether the row itself was inserted or deleted, and by whom."""
    for tag, mark in _ROW_MARKS:
        found = row.find(f"{_W}trPr/{tag}")
        if found is not None:
            return mark, found.get(f"{_W}author", "")
    return "same", ""


def _is_setting(node: etree._Element) -> bool:
    """A w:tab among a paragraph's settings is a stop, not a character."""
    parent = node.getparent()
    return parent is not None and parent.tag == f"{_W}tabs"


def plain_paragraphs(lines: Iterator[str]) -> tuple[MarkedParagraph, ...]:
    """Lines of a file of another kind, in which no change is marked."""
    return tuple(MarkedParagraph([Run(line)]) for line in lines if line.strip())
