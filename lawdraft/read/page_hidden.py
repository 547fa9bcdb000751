"""What a web page does not show: scripts, hidden elements, deleted text, note marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

NEVER_SHOWN = frozenset(
    (
        "head", "script", "style", "noscript", "template", "select", "datalist", "textarea", "input",
        "iframe", "object", "embed", "svg", "audio", "video", "canvas", "map", "xml", "rt", "rp",
        "del", "title", "meta", "link",
    )
)  # fmt: skip
HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*(comment-list|header|footer)",  # Word's saved pages
    re.I,
)
NOTE_MARK_STYLE = re.compile(r"mso-(foot|end)note-id", re.I)
NOTE_MARK_CLASS = re.compile(r"^sd(foot|end)note(anc|sym)$")  # LibreOffice's
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SIMPLE_SELECTOR = re.compile(r"^\w*([.#][\w-]+)$")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)


def hiding_selectors(root: etree._Element) -> frozenset[str]:
    """The .class and #id selectors that the page's own style sheets hide on a screen."""
    found: set[str] = set()
    for sheet in root.iter("style"):
        css = _without_at_rules(CSS_COMMENT.sub("", sheet.text or ""))
        for selectors, body in RULE.findall(css):
            if HIDING_STYLE.search(body):
                found.update(m[1] for s in selectors.split(",") if (m := _simple(s)))
    return frozenset(found)


def show_largest(body: etree._Element) -> None:
    """Show the largest hidden block: a page that hides its article until a script has run."""
    hidden = [node for node in body.iter("*") if HIDING_STYLE.search(node.get("style") or "")]
    if hidden:
        largest = max(hidden, key=lambda node: sum(len(str(text)) for text in node.itertext()))
        del largest.attrib["style"]


def is_hidden(node: etree._Element, hiding: frozenset[str]) -> bool:
    """Whether the element and all below it are not shown."""
    tag = node.tag
    if not isinstance(tag, str) or tag in NEVER_SHOWN:
        return True
    if not node.attrib:
        return False
    style = node.get("style")
    if style and HIDING_STYLE.search(style):
        return True
    if node.get("hidden") is not None or (tag == "dialog" and node.get("open") is None):
        return True
    if tag == "a" and _is_note_mark(node, style or ""):
        return True
    if tag == "div" and node.get("title") in ("header", "footer"):  # LibreOffice's page headers
        return True
    return bool(hiding) and _selected(node, hiding)


def _is_note_mark(node: etree._Element, style: str) -> bool:
    return bool(
        NOTE_MARK_STYLE.search(style) or NOTE_MARK_CLASS.match((node.get("class") or "").strip())
    )


def _selected(node: etree._Element, hiding: frozenset[str]) -> bool:
    if "#" + (node.get("id") or "") in hiding:
        return True
    return any("." + name in hiding for name in (node.get("class") or "").split())


def _simple(selector: str) -> re.Match[str] | None:
    return SIMPLE_SELECTOR.match(selector.strip())


def _without_at_rules(css: str) -> str:
    """The sheet without @media and its kin: what print or a phone hides, a screen shows."""
    kept, depth, skipping = [], 0, False
    for piece in re.split(r"([{};])", css):
        if depth == 0 and piece.lstrip().startswith("@"):
            skipping = True
        if not skipping:
            kept.append(piece)
        depth += (piece == "{") - (piece == "}" and depth > 0)
        if skipping and depth == 0 and piece in ("}", ";"):
            skipping = False
    return "".join(kept)
