"""Word's automatic numbers: what stands before a paragraph on the page but not in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.read.number_formats import bullet, written
from lawdraft.read.word_names import MC, W, number, switched, value, whole
from lawdraft.read.word_styles import Styles, paragraph_style

if TYPE_CHECKING:
    from lxml import etree

PLACE = re.compile(r"%([1-9])")
NO_LIST = "0"  # numId 0 takes a style's numbering away


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` such as （%1） with places for the counters."""

    start: int
    form: str
    text: str
    style: str | None
    legal: bool  # all counters in Arabic figures
    restart: int | None  # 0: never; n: only after level n (counted from 1)
    hidden: bool = False  # counted, but not shown


@dataclass(frozen=True, slots=True)
class Override:
    """What one use of a list changes of its level."""

    start: int | None
    level: Level | None


@dataclass(frozen=True, slots=True)
class Lists:
    """The definitions of numbering.xml: abstract lists, their uses, and the uses' overrides."""

    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    uses: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], Override] = field(default_factory=dict)


def read_lists(root: etree._Element | None, styles: Styles) -> Lists:
    """The lists of numbering.xml, lists that only point to a numbering style resolved."""
    if root is None:
        return Lists()
    nodes = {node.get(W + "abstractNumId") or "": node for node in root.findall(W + "abstractNum")}
    uses = {
        node.get(W + "numId") or "": value(node, "abstractNumId") or ""
        for node in root.findall(W + "num")
    }
    overrides = {
        (node.get(W + "numId") or "", whole(change.get(W + "ilvl")) or 0): _override(change)
        for node in root.findall(W + "num")
        for change in node.findall(W + "lvlOverride")
    }
    links = {value(node, "styleLink"): name for name, node in nodes.items()}
    abstract = {}
    for name, node in nodes.items():
        target = _linked(value(node, "numStyleLink"), links, uses, styles) or name
        abstract[name] = _levels(nodes.get(target, node))
    return Lists(abstract, uses, overrides)


def _linked(
    style: str | None, links: dict[str | None, str], uses: dict[str, str], styles: Styles
) -> str | None:
    """The abstract list that a numbering style stands for."""
    if style is None:
        return None
    if style in links:
        return links[style]
    found = styles.by_id.get(style)
    return uses.get(found.list_id or "") if found else None


def _levels(node: etree._Element) -> dict[int, Level]:
    return {whole(level.get(W + "ilvl")) or 0: _level(level) for level in node.findall(W + "lvl")}


def _level(node: etree._Element) -> Level:
    form = value(node, "numFmt") or _alternative_form(node) or "decimal"
    start = number(node, "start")
    return Level(
        start=0 if start is None else start,
        form=form,
        text=value(node, "lvlText") or "",
        style=value(node, "pStyle"),
        legal=bool(switched(node, "isLgl")),
        restart=number(node, "lvlRestart"),
        hidden=bool(switched(node.find(W + "rPr"), "vanish")),
    )


def _alternative_form(node: etree._Element) -> str | None:
    """The format older Word falls back to, where the newer one is wrapped (`一是` styles)."""
    return value(node.find(f"{MC}AlternateContent/{MC}Fallback"), "numFmt")


def _override(node: etree._Element) -> Override:
    level = node.find(W + "lvl")
    return Override(number(node, "startOverride"), None if level is None else _level(level))


class Numberer:
    """Counts a document's lists while its paragraphs go by in order."""

    def __init__(self, lists: Lists, styles: Styles) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """The number Word shows before this paragraph, counted on; "" where it shows none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        list_id, depth = place
        abstract = self._lists.uses.get(list_id, "")
        level = self._level(list_id, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        self._count(counts, list_id, depth, level)
        if level.hidden:
            return ""
        if level.form == "bullet":
            return bullet(level.text)
        return PLACE.sub(lambda m: self._counter(m, counts, list_id, level), level.text).strip()

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, by itself or through its style."""
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        list_id, depth = value(numbering, "numId"), number(numbering, "ilvl")
        style = paragraph_style(paragraph, self._styles)
        for style_id, found in self._styles.chain(style):
            if list_id is not None:
                break
            if found.list_id is not None:
                list_id = found.list_id
                depth = self._depth(list_id, style_id, found.level) if depth is None else depth
            elif depth is None:
                depth = found.level
        if list_id is None or list_id == NO_LIST:
            return None
        return list_id, depth or 0

    def _depth(self, list_id: str, style_id: str, own: int | None) -> int | None:
        """The level that names the style wins over the one the style names."""
        for depth, level in self._lists.abstract.get(self._lists.uses.get(list_id, ""), {}).items():
            if level.style == style_id:
                return depth
        return own

    def _level(self, list_id: str, depth: int) -> Level | None:
        change = self._lists.overrides.get((list_id, depth))
        if change is not None and change.level is not None:
            return change.level
        return self._lists.abstract.get(self._lists.uses.get(list_id, ""), {}).get(depth)

    def _count(self, counts: dict[int, int], list_id: str, depth: int, level: Level) -> None:
        change = self._lists.overrides.get((list_id, depth))
        if change is not None and change.start is not None and (list_id, depth) not in self._begun:
            counts[depth] = change.start - 1
        self._begun.add((list_id, depth))
        for higher in (k for k in range(depth) if k not in counts):  # left out: counted as there
            if (missing := self._level(list_id, higher)) is not None:
                counts[higher] = missing.start
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [k for k in counts if k > depth and self._restarts(list_id, k, depth)]:
            del counts[deeper]

    def _restarts(self, list_id: str, deeper: int, depth: int) -> bool:
        level = self._level(list_id, deeper)
        restart = level.restart if level else None
        return restart is None or depth < restart

    def _counter(
        self, place: re.Match[str], counts: dict[int, int], list_id: str, level: Level
    ) -> str:
        depth = int(place[1]) - 1
        counted = self._level(list_id, depth)
        if counted is None:
            return ""
        return written(counts.get(depth, counted.start), "decimal" if level.legal else counted.form)
