"""Website text: .html, clean and semantic, without any style of its own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lawdraft.export.content import Annex, Content, Table, Text
from lawdraft.export.plain import attachment_lines
from lawdraft.export.stretches import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = {1: "h2", 2: "h3", 3: "h4", 4: "h5"}


def write_html(content: Content, author: str) -> bytes:
    """A page with the report as one <article>: headings h1…h5, tables, the date as <time>."""
    title = "".join(text.printed for text in content.title)
    body = "\n".join(_article(content, title))
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n"
        + (f'<meta name="author" content="{escape(author)}">\n' if author else "")
        + f"</head>\n<body>\n<article>\n{body}\n</article>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _article(content: Content, title: str) -> Iterator[str]:
    yield f"<h1>{escape(title)}</h1>"
    if content.addressee:
        yield _paragraph(content.addressee.printed)
    yield from _matter(content.matter)
    for line in attachment_lines(content.attachments):
        yield _paragraph(line)
    yield from _footer(content)
    for annex in content.annexes:
        yield from _annex(annex)


def _footer(content: Content) -> Iterator[str]:
    lines = [_paragraph(name.printed) for name in content.signature]
    if content.date:
        lines.append(f"<p><time>{escape(content.date.printed)}</time></p>")
    if lines:
        yield "<footer>\n" + "\n".join(lines) + "\n</footer>"
    if content.note:
        yield _paragraph(content.note.printed)


def _annex(annex: Annex) -> Iterator[str]:
    yield "<section>"
    yield _paragraph(annex.label)
    if annex.title.printed:
        yield f"<h2>{escape(annex.title.printed)}</h2>"
    yield from _matter(annex.matter)
    yield "</section>"


def _matter(matter: tuple[Text | Table, ...]) -> Iterator[str]:
    for part in matter:
        yield _table(part) if isinstance(part, Table) else _text(part)


def _text(text: Text) -> str:
    """A heading where the whole paragraph is one; a run-in heading is <strong>."""
    whole = text.heads[0] if len(text.heads) == 1 else None
    if whole and whole.layout == "own" and whole.start == 0:
        tag = TAGS[min(max(whole.level, 1), 4)]
        return f"<{tag}>{escape(text.printed)}</{tag}>"
    made = "".join(_strong(piece, strong) for piece, strong in pieces_of(text))
    return f"<p>{made}</p>"


def _strong(piece: str, strong: bool) -> str:  # noqa: FBT001
    return f"<strong>{escape(piece)}</strong>" if strong else escape(piece)


def _table(table: Table) -> str:
    rows = []
    for number, row in enumerate(table.rows):
        tag = "th" if number == 0 else "td"
        cells = "".join(f"<{tag}>{escape(cell.printed)}</{tag}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
