"""OpenDocument's lists: their definitions, and the number each paragraph shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.read.number_formats import bullet, written
from lawdraft.read.odt_names import LOEXT, OFFICE, STYLE, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

FORMS = (
    ("一, 二, 三", "chineseCountingThousand"), ("一", "chineseCountingThousand"),
    ("〇", "ideographDigital"), ("壹", "chineseLegalSimplified"), ("壱", "japaneseLegal"),
    ("①", "decimalEnclosedCircle"), ("甲", "ideographTraditional"), ("子", "ideographZodiac"),
    ("１", "decimalFullWidth"), ("1, 2", "decimalFullWidth"), ("001", "decimalZero3"), ("01", "decimalZero"), ("a", "lowerLetter"), ("A", "upperLetter"), ("i", "lowerRoman"),
    ("I", "upperRoman"), ("1", "decimal"),
)  # fmt: skip
PLACE = re.compile(r"%(\d+)%")
OUTLINE = "\0outline"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is written."""

    form: str
    prefix: str
    suffix: str
    shown: int  # how many levels' numbers it shows
    start: int
    pattern: str  # newer files say it whole: %1%.%2%
    bullet: str


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """What a style says about numbering and hiding."""

    parent: str | None
    shown_name: str | None
    list_style: str | None
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Definitions:
    """List styles and the other styles by name."""

    lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    styles: dict[str, StyleFacts] = field(default_factory=dict)

    def chain(self, name: str | None) -> Iterator[tuple[str, StyleFacts]]:
        """The style and those it inherits from; a circle ends the chain."""
        seen: set[str] = set()
        while name is not None and name in self.styles and name not in seen:
            seen.add(name)
            yield name, self.styles[name]
            name = self.styles[name].parent

    def hides(self, name: str | None) -> bool:
        """Whether the style hides its text."""
        return bool(self.says_hidden(name))

    def says_hidden(self, name: str | None) -> bool | None:
        """The same, None where neither the style nor those it inherits from say anything."""
        return next((s.hidden for _, s in self.chain(name) if s.hidden is not None), None)

    def list_of(self, name: str | None) -> str | None:
        """The list style that a paragraph style brings along; "" where it takes one away."""
        return next((s.list_style for _, s in self.chain(name) if s.list_style is not None), None)

    def shown_name(self, name: str | None) -> str | None:
        """The name a user sees: that of the first style that is no automatic one (P1, P2…)."""
        return next((s.shown_name or n for n, s in self.chain(name) if s.shown_name), None)


def read_definitions(roots: Iterable[etree._Element]) -> Definitions:
    """The definitions in all parts; later parts win."""
    found = Definitions()
    for root in roots:
        for node in root.iter(TEXT + "list-style"):
            found.lists[node.get(STYLE + "name") or ""] = _levels(node)
        for node in root.iter(TEXT + "outline-style"):
            found.lists[OUTLINE] = _levels(node)
        for node in root.iter(STYLE + "style"):
            found.styles[node.get(STYLE + "name") or ""] = _style(node)
    return found


def _levels(node: etree._Element) -> dict[int, ListLevel]:
    return {_whole(level.get(TEXT + "level"), 0): _level(level) for level in node}


def _level(node: etree._Element) -> ListLevel:
    pattern = node.get(LOEXT + "num-list-format") or node.get(STYLE + "num-list-format") or ""
    return ListLevel(
        form=_form(node.get(STYLE + "num-format") or ""),
        prefix=node.get(STYLE + "num-prefix") or "",
        suffix=node.get(STYLE + "num-suffix") or "",
        shown=_whole(node.get(TEXT + "display-levels"), 1),
        start=_whole(node.get(TEXT + "start-value"), 1),
        pattern=pattern,
        bullet=bullet(node.get(TEXT + "bullet-char") or ""),
    )


def _form(sample: str) -> str:
    """Word's name for a format that OpenDocument names by its first number."""
    return next((form for sign, form in FORMS if sample.startswith(sign)), "none")


def _style(node: etree._Element) -> StyleFacts:
    properties = node.find(STYLE + "text-properties")
    display = None if properties is None else properties.get(TEXT + "display")
    automatic = next(node.iterancestors(OFFICE + "automatic-styles"), None) is not None
    return StyleFacts(
        parent=node.get(STYLE + "parent-style-name"),
        shown_name=None
        if automatic
        else node.get(STYLE + "display-name") or node.get(STYLE + "name"),
        list_style=node.get(STYLE + "list-style-name"),
        hidden=None if display is None else display == "none",
    )


@dataclass(slots=True)
class _Open:
    """A list that is open: its style if it names one, and its item's number if not yet shown."""

    style: str | None
    pending: bool = False
    starts_at: int | None = None
    override: str | None = None  # the list style of this item alone


class NumberCounter:
    """Counts lists while the document goes by; a list may go on where an earlier one ended."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._open: list[_Open] = []
        self._counts: dict[int, int] = {}  # of the list that is open
        self._by_id: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, dict[int, int]] = {}  # the last list of that style
        self._headings: dict[int, int] = {}

    def open(self, node: etree._Element) -> None:
        """A list begins, perhaps inside another."""
        style = node.get(TEXT + "style-name") or (self._open[-1].style if self._open else None)
        if not self._open:
            self._counts = self._continued(node, style or "")
            self._by_style[style or ""] = self._counts
            if name := node.get(XML_ID):
                self._by_id[name] = self._counts
        self._open.append(_Open(style))

    def _continued(self, node: etree._Element, style: str) -> dict[int, int]:
        """The counts of the list that this one goes on with, or new ones."""
        named = node.get(TEXT + "continue-list")
        if named is None and node.get(TEXT + "continue-numbering") != "true":
            return {}
        if named is not None:  # LibreOffice leaves out ids: then it is the list before
            return self._by_id.get(named, self._counts)
        return self._by_style.get(style, {})

    def begin_item(self, node: etree._Element, *, counted: bool) -> None:
        """An item begins; its first paragraph shows its number."""
        now = self._open[-1]
        now.pending = counted
        now.override = node.get(TEXT + "style-override")
        start = _whole(node.get(TEXT + "start-value"), -1)
        now.starts_at = start if start >= 0 else None

    def close(self) -> None:
        """The innermost list ends."""
        self._open.pop()

    def label(self, node: etree._Element) -> str:
        """The number before this paragraph, counted on; "" where it shows none."""
        style = self._definitions.list_of(node.get(TEXT + "style-name"))
        if self._open:
            now = self._open[-1]
            if not now.pending:
                return ""
            now.pending = False
            levels = self._levels(now.override or now.style or style)
            return _counted(levels, self._counts, len(self._open), now.starts_at)
        if node.tag != TEXT + "h" or node.get(TEXT + "is-list-header") == "true":
            return ""
        depth = _whole(node.get(TEXT + "outline-level"), 1)
        return _counted(self._levels(style), self._headings, depth, None)

    def _levels(self, style: str | None) -> dict[int, ListLevel]:
        return self._definitions.lists.get(style or OUTLINE, {})


def _counted(
    levels: dict[int, ListLevel], counts: dict[int, int], depth: int, starts_at: int | None
) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    for higher in (k for k in range(1, depth) if k not in counts and k in levels):
        counts[higher] = levels[higher].start
    counts[depth] = counts.get(depth, level.start - 1) + 1 if starts_at is None else starts_at
    for deeper in [k for k in counts if k > depth]:
        del counts[deeper]
    return level.bullet or _written(levels, level, depth, counts)


def _written(
    levels: dict[int, ListLevel], level: ListLevel, depth: int, counts: dict[int, int]
) -> str:
    def number(at: int) -> str:
        found = levels.get(at)
        return written(counts.get(at, found.start), found.form) if found else ""

    if level.pattern:
        return PLACE.sub(lambda m: number(int(m[1])), level.pattern).strip()
    if level.form == "none":
        return ""
    shown = (number(at) for at in range(max(depth - level.shown + 1, 1), depth + 1))
    return (level.prefix + ".".join(n for n in shown if n) + level.suffix).strip()


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
