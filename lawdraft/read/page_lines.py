"""A web page's visible text as lines, each with the element it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from lawdraft.read.number_formats import written
from lawdraft.read.page_hidden import is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    )
)  # fmt: skip
CLICKED = frozenset(("a", "button", "label"))
INLINE = frozenset(
    (
        "a", "b", "big", "em", "font", "i", "label", "o:p", "small", "span", "strong", "sub", "sup",
        "u",
    )
)  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014\u2018-\u201d\u2026\U00020000-\U0003ffff"
SOURCE_BREAK = re.compile(rf"(?<=[{WIDE}])[ \t]*\n\s*|[ \t]*\n\s*(?=[{WIDE}])")
BLANKS = re.compile(r"[ \t\n\f\v\xa0]+")
CONTROLS = (*range(9), *range(0x0E, 0x20), 0x7F)
ZERO_WIDTH = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, *CONTROLS))
OWN_NUMBER = re.compile(
    r"[（(]?[一二三四五六七八九十百\d]{1,4}[)）、.．是]|[①-⑳]|第[一二三四五六七八九十]"
)
LIST_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "upper-alpha": "upperLetter",
    "lower-latin": "lowerLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand", "cjk-decimal": "ideographDigital",
    "none": "none",
}  # fmt: skip
LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
SHOWN_BREAK = "\u2028"
AS_WRITTEN = re.compile(r"white-space\s*:\s*(pre|break-spaces)", re.I)
SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(block|flex|grid|table|list-item)(?![\w-])", re.I)
WORD_NUMBER = re.compile(r"mso-list\s*:\s*ignore", re.I)
LONGEST_CELL = 200


@dataclass(frozen=True, slots=True)
class PageLine:
    """A visible line; `clicked` counts its characters inside links and buttons."""

    text: str
    owner: etree._Element
    clicked: int = 0
    style: str | None = None
    numbering: str | None = None
    table: bool = False


@dataclass(slots=True)
class _Current:
    """The line being gathered; `owner` is the element that its first text stands in."""

    pieces: list[str] = field(default_factory=list)
    owner: etree._Element | None = None
    clicked: int = 0
    links: int = 0  # how many links and buttons are open
    label: str = ""
    as_written: int = 0  # how many elements are open whose line breaks show

    def take(self, text: str | None, owner: etree._Element | None) -> None:
        """Text of an element, or behind one."""
        if not text:
            return
        self.pieces.append(text.replace("\n", SHOWN_BREAK) if self.as_written else text)
        if self.owner is None and not text.isspace():
            self.owner = owner
        if self.links:
            self.clicked += len("".join(text.split()))

    def flush(self) -> Iterator[PageLine]:
        """The lines gathered so far, mostly one, if any."""
        texts, owner, clicked = "".join(self.pieces).split(SHOWN_BREAK), self.owner, self.clicked
        self.pieces, self.owner, self.clicked = [], None, 0
        while owner is not None and owner.tag in INLINE:
            owner = owner.getparent()
        for text in map(cleaned, texts):
            if text and owner is not None:
                yield self._line(text, owner, min(clicked, len(text)))

    def _line(self, text: str, owner: etree._Element, clicked: int) -> PageLine:
        label = "" if OWN_NUMBER.match(text) else self.label  # numbered by hand: the list's unseen
        self.label = ""
        tags = (str(node.tag) for node in (owner, *owner.iterancestors()))
        style = next((tag for tag in tags if tag in HEADINGS), None)
        return PageLine(label + text, owner, clicked, style, label or None)


def visible_lines(root: etree._Element, hiding: frozenset[str]) -> Iterator[PageLine]:
    """The lines of everything below `root` that a browser shows, in the page's order."""
    current, items = _Current(), _Items()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            yield from _end(node, current, items, hiding)
            if node is not root:
                current.take(node.tail, node.getparent())
        elif is_hidden(node, hiding):
            walk.skip_subtree()
        elif node.tag == "table" and is_data_table(node):
            yield from current.flush()
            yield from _rows(node, hiding)
            walk.skip_subtree()
        elif WORD_NUMBER.search(node.get("style") or ""):
            current.label = _word_number(node)
            walk.skip_subtree()
        else:
            if node.tag == "br" or _is_block(node):
                yield from current.flush()
            items.begin(node, current)
            current.links += node.tag in CLICKED
            current.as_written += _shows_breaks(node)
            current.take(node.text, node)
    yield from current.flush()


def _end(
    node: etree._Element, current: _Current, items: _Items, hiding: frozenset[str]
) -> Iterator[PageLine]:
    if _is_block(node):
        yield from current.flush()
        items.end(node)
    if node.tag in CLICKED and not is_hidden(node, hiding):
        current.links -= 1
    if _shows_breaks(node) and not is_hidden(node, hiding):
        current.as_written -= 1


def _is_block(node: etree._Element) -> bool:
    if node.tag in BLOCKS:
        return True
    style = node.get("style")
    return style is not None and SHOWN_AS_BLOCK.search(style) is not None


def _shows_breaks(node: etree._Element) -> bool:
    return node.tag == "pre" or AS_WRITTEN.search(node.get("style") or "") is not None


def _word_number(node: etree._Element) -> str:
    """The number Word wrote into the page before a list paragraph; bullets are none."""
    text = "".join("".join(map(str, node.itertext())).translate(ZERO_WIDTH).split())
    return text if any(sign.isalnum() for sign in text) and text not in ("l", "n", "u") else ""


def is_data_table(table: etree._Element) -> bool:
    """A table of figures or fields, not one that lays out the page or frames a text."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iter("tr"))
    widths = [sum(1 for _ in row.iterchildren("td", "th")) for row in rows]
    if len(rows) < 2 or max(widths) < 2:
        return False
    cells = table.iter("td", "th")
    return all(sum(map(len, cell.itertext())) <= LONGEST_CELL for cell in cells)


def _rows(table: etree._Element, hiding: frozenset[str]) -> Iterator[PageLine]:
    for row in table.iter("tr", "caption"):
        if is_hidden(row, hiding):
            continue
        cells = [row] if row.tag == "caption" else list(row.iterchildren("td", "th"))
        found = [list(visible_lines(cell, hiding)) for cell in cells if not is_hidden(cell, hiding)]
        text = "\t".join(" ".join(line.text for line in cell) for cell in found)
        clicked = sum(line.clicked for cell in found for line in cell)
        if text.strip():
            yield PageLine(text, table, clicked, table=row.tag == "tr")


class _Items:
    """Counts the numbered lists that are open."""

    def __init__(self) -> None:
        self._lists: list[tuple[str, int]] = []  # form and next number; ul too, without a form

    def begin(self, node: etree._Element, current: _Current) -> None:
        if node.tag in ("ol", "ul"):
            self._lists.append((_form(node), _whole(node.get("start"), 1)))
        elif node.tag == "li" and self._lists:
            form, count = self._lists[-1]
            count = _whole(node.get("value"), count)
            self._lists[-1] = (form, count + 1)
            form = _own_form(node) or form
            text = written(count, form) if form not in ("", "none") else ""
            current.label = text + ("、" if form.startswith("chinese") else ".") if text else ""

    def end(self, node: etree._Element) -> None:
        if node.tag in ("ol", "ul") and self._lists:
            self._lists.pop()


def _form(node: etree._Element) -> str:
    own = _own_form(node)
    if node.tag == "ul":
        return own if own not in ("decimal", None) else ""
    return own or LIST_FORMS.get(node.get("type") or "1", "decimal")


def _own_form(node: etree._Element) -> str | None:
    found = LIST_STYLE.search(node.get("style") or "")
    return LIST_FORMS.get(found[1].lower()) if found else None


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise


def cleaned(text: str) -> str:
    """Blanks as a browser shows them; a line break of the source between Chinese is none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(ZERO_WIDTH)
    return BLANKS.sub(" ", SOURCE_BREAK.sub("", text)).strip()
