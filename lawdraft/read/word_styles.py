"""Word's styles: their names, what they inherit, which hide text, which number it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.read.word_names import VAL, W, number, switched, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree


LONGEST_CHAIN = 50  # Word's own limit is about ten


@dataclass(frozen=True, slots=True)
class Style:
    """One style; `level` and `list_id` as its own numPr gives them, None where it has none."""

    name: str
    parent: str | None
    hidden: bool | None
    level: int | None
    list_id: str | None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id, and the default paragraph style's id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Style]]:
        """The style and those it is based on; a circle or an endless row ends the chain."""
        seen: set[str] = set()
        while style_id is not None and style_id not in seen and style_id in self.by_id:
            if len(seen) == LONGEST_CHAIN:
                return
            seen.add(style_id)
            style = self.by_id[style_id]
            yield style_id, style
            style_id = style.parent

    def hides(self, style_id: str | None) -> bool:
        """Whether the style makes its text hidden (toggled: twice hidden shows again)."""
        for _, style in self.chain(style_id):
            if style.hidden is not None:
                return style.hidden
        return False

    def name(self, style_id: str | None) -> str | None:
        """Word's name of the style: `heading 1` for id `1`."""
        style = self.by_id.get(style_id or "")
        return style.name if style else None


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of styles.xml."""
    if root is None:
        return Styles()
    by_id: dict[str, Style] = {}
    default = None
    for node in root.findall(W + "style"):
        style_id = node.get(W + "styleId") or ""
        by_id[style_id] = _style(node)
        is_default = node.get(W + "default") in ("1", "true", "on")
        if is_default and node.get(W + "type") == "paragraph":
            default = style_id
    return Styles(by_id, default)


def _style(node: etree._Element) -> Style:
    numbering = node.find(f"{W}pPr/{W}numPr")
    return Style(
        name=value(node, "name") or node.get(W + "styleId") or "",
        parent=value(node, "basedOn"),
        hidden=switched(node.find(W + "rPr"), "vanish"),
        level=number(numbering, "ilvl"),
        list_id=value(numbering, "numId"),
    )


def paragraph_style(paragraph: etree._Element, styles: Styles) -> str | None:
    """The id of a paragraph's style."""
    node = paragraph.find(f"{W}pPr/{W}pStyle")
    return styles.default if node is None else node.get(VAL)
