"""The rows that recognising works on: cleaned, not blank, punctuation restored, each knowing its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.text.facts import same_facts
from lawdraft.text.punctuation import restore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawdraft.model.document import Document

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")
STEP = 100  # between the numbers of rows: pieces that one is cut into later count on from it
BLANKS = " \t\r\n\xa0\u3000\u2002\u2003\u2009\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a piece of one where everything stood on one line."""

    line: int  # 1-based line of what was read
    text: str  # without outer blanks, Chinese punctuation at full width
    raw: str  # the same as read
    style: str | None = None
    table: bool = False
    indented: bool = False
    last: int = 0  # length of the last of several lines joined to this row
    torn: bool = False  # a piece of a line that held several
    number: int = 0  # among all rows, what was corrected or not; names the row in Corrections


def rows_of(document: Document) -> list[Row]:
    """All rows of a document that hold something."""
    texts = [_clean(line.text) for line in document.lines]
    restored = _restored("\n".join(texts)).split("\n")
    return [
        Row(
            number,
            shown.strip(BLANKS),
            text.strip(BLANKS),
            line.style,
            line.table,
            indented=text[0] in BLANKS,
        )
        for number, (line, text, shown) in enumerate(
            zip(document.lines, texts, restored, strict=True), 1
        )
        if text.strip(BLANKS)
    ]


def numbered(rows: Iterable[Row]) -> list[Row]:
    """The rows with their numbers; text that the web-page reader left out counts downwards from -1."""
    return [replace(row, number=number * STEP) for number, row in enumerate(rows)]


def left_out(document: Document) -> list[Row]:
    """What the reader of a web page left out, as rows that may be put back."""
    return [
        Row(dropped.line, dropped.text.strip(BLANKS), dropped.text, number=~at)
        for at, dropped in enumerate(document.dropped)
    ]


def _restored(text: str) -> str:
    """Punctuation at full width; as it was where the guard sees any fact changed by that."""
    mended = restore(text)
    return mended if mended == text or same_facts(text, mended) else text


def _clean(text: str) -> str:
    # A line break inside a paragraph is a blank here, so that every line stays one.
    return _INVISIBLE.sub("", text).replace("\n", " ").replace("\r", " ")


def piece(row: Row, start: int, end: int) -> Row | None:
    """Part of a row as a row of its own; None where it holds nothing."""
    text = row.text[start:end]
    left = start + len(text) - len(text.lstrip(BLANKS))
    right = end - (len(text) - len(text.rstrip(BLANKS)))
    if left >= right:
        return None
    # Restoring is one character for one, so both texts share their places.
    whole = right - left == len(row.text)
    return Row(
        row.line, row.text[left:right], row.raw[left:right], row.style, row.table,
        torn=row.torn or not whole, number=row.number + (start > 0),
    )  # fmt: skip


def cut(row: Row, places: list[int]) -> list[Row]:
    """A row cut at places, empty pieces left out."""
    edges = [0, *sorted(set(places)), len(row.text)]
    pieces = (piece(row, start, end) for start, end in pairwise(edges))
    return [part for part in pieces if part is not None]
