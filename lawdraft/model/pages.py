"""The report as it will stand on paper: pages of lines of runs, in points (1/72 inch).

Made by the one layout model that the exporter and the preview share. x grows to the right and
y downwards from the page's upper left corner. A run's x counts from its line's x, and its start
from its line's start, so that an unchanged paragraph keeps its runs after a keystroke elsewhere.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

FontRole = Literal["fang", "kai", "hei", "song", "title", "latin"]  # 仿宋 楷体 黑体 宋体 小标宋


@dataclass(frozen=True, slots=True)
class Face:
    """The family a role is printed in, and what may stand in for it, best first."""

    role: FontRole
    family: str
    substitutes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face; drawn at (line.x + x, line.y), stretched to `width` if need be."""

    text: str
    x: float
    width: float
    size: float
    font: FontRole
    spacing: float = 0.0  # after each character, within `width`; below zero: condensed
    start: int = -1  # offset from the line's start; -1: not of the report's text
    colour: str = "#000000"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; y is its baseline. start/end index Report.text, -1 where it is not of it."""

    x: float
    y: float
    runs: tuple[Run, ...]
    start: int = -1
    end: int = -1

    @property
    def text(self) -> str:
        """What is printed on it."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule: red head, 版记, table frames; width in points."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str = "#000000"


@dataclass(frozen=True, slots=True)
class Area:
    """The type area (版心) of a page; left and right change places on even pages."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1, also where none is printed."""

    number: int
    width: float
    height: float
    area: Area
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """A whole report laid out; `warnings` are sentences for the clerk."""

    pages: tuple[Page, ...]
    preset: str
    faces: tuple[Face, ...]
    warnings: tuple[str, ...] = ()

    def find(self, offset: int) -> tuple[int, int] | None:
        """Index of the page and of its line that show Report.text[offset]; None where nothing is."""
        places = [
            (line.start, page_index, line_index)
            for page_index, page in enumerate(self.pages)
            for line_index, line in enumerate(page.lines)
            if line.start >= 0
        ]
        places.sort()
        at = bisect_right(places, (offset, len(self.pages), 0)) - 1
        return places[at][1:] if at >= 0 else None

    def offset(self, page: int, x: float, y: float) -> int | None:
        """Offset into Report.text of what is nearest to a point of a page (index from 0)."""
        lines = [line for line in self.pages[page].lines if line.start >= 0]
        if not lines:
            return None
        line = min(lines, key=lambda line: abs(line.y - _size(line) * 0.4 - y))
        return min(line.start + _characters_before(line, x - line.x), line.end)


def _size(line: Line) -> float:
    return max((run.size for run in line.runs), default=0.0)


def _characters_before(line: Line, x: float) -> int:
    for run in reversed(line.runs):
        if run.start >= 0 and x >= run.x and run.text:
            return run.start + min(len(run.text), int((x - run.x) / run.width * len(run.text)))
    return 0
