"""Website text: .txt, a paragraph a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.export.content import Annex, Content, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

BOM = "\ufeff"  # so that the old Notepad and WPS take the text for UTF-8


def write_text(content: Content) -> bytes:
    """The report's text with its title in one line; UTF-8, lines as Windows ends them."""
    return (BOM + "\r\n".join(text_lines(content)) + "\r\n").encode("utf-8")


def text_lines(content: Content) -> Iterator[str]:
    """All lines in the order they are printed."""
    yield "".join(text.printed for text in content.title)
    if content.addressee:
        yield content.addressee.printed
    yield from _matter(content.matter)
    yield from attachment_lines(content.attachments)
    for name in content.signature:
        yield name.printed
    for text in (content.date, content.note):
        if text:
            yield text.printed
    for annex in content.annexes:
        yield from _annex(annex)


def attachment_lines(names: tuple[Text, ...]) -> Iterator[str]:
    """附件：1.甲 and 2.乙, as printed."""
    for number, name in enumerate(names, 1):
        mark = f"{number}." if len(names) > 1 else ""
        yield ("附件：" if number == 1 else "") + mark + name.printed


def _annex(annex: Annex) -> Iterator[str]:
    yield annex.label
    if annex.title.printed:
        yield annex.title.printed
    yield from _matter(annex.matter)


def _matter(matter: tuple[Text | Table, ...]) -> Iterator[str]:
    for part in matter:
        if isinstance(part, Table):
            yield from ("\t".join(cell.printed for cell in row) for row in part.rows)
        else:
            yield part.printed
