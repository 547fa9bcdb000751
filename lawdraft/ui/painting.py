"""Paints laid-out pages, on the screen and into PDF alike; one unit of the painter is a point."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

if TYPE_CHECKING:
    from lawdraft.model.pages import Face, FontRole, Line, Page, Pages, Run

# What a computer without the official fonts most likely has.
LAST_RESORT: dict[FontRole, tuple[str, ...]] = {
    "fang": ("FangSong", "STFangsong", "Noto Serif CJK SC", "SimSun"),
    "kai": ("KaiTi", "STKaiti", "AR PL UKai CN", "Noto Serif CJK SC"),
    "hei": ("SimHei", "Microsoft YaHei", "Noto Sans CJK SC"),
    "song": ("SimSun", "STSong", "Noto Serif CJK SC"),
    "title": ("SimSun", "STSong", "Noto Serif CJK SC"),
    "latin": ("Times New Roman", "Liberation Serif"),
}
# Features that draw several characters as one glyph, or a digit as another: the layout knows none
# of them, and the text of a PDF would lose those characters.
JOINING = ("liga", "clig", "calt", "ccmp", "locl", "rlig", "kern")
FINE = 20.0  # fonts are measured large, so that hinting at small sizes cannot move characters


@dataclass
class Brush:
    """Fonts by role and size, made once for one set of faces."""

    faces: tuple[Face, ...]
    _fonts: dict[tuple[str, float, bool], tuple[QFont, QFontMetricsF]] = field(default_factory=dict)

    def font(self, run: Run) -> tuple[QFont, QFontMetricsF]:
        """The font of a run, FINE times larger than printed, and its measures."""
        key = (run.font, run.size, run.bold)
        if key not in self._fonts:
            named = next((face for face in self.faces if face.role == run.font), None)
            families = [named.family, *named.substitutes] if named else []
            font = QFont()
            font.setFamilies([*families, *LAST_RESORT[run.font]])
            font.setPixelSize(round(run.size * FINE))
            font.setBold(run.bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            for feature in JOINING:
                font.setFeature(QFont.Tag(feature), 0)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]


def paint_page(painter: QPainter, page: Page, brush: Brush, *, ink: str = "") -> None:
    """Everything printed on a page; `ink` replaces black where the paper is dark."""
    for line in page.lines:
        _paint_line(painter, line, brush, ink)
    for each in page.rules:
        pen = QPen(QColor(_tone(each.colour, ink)), each.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(each.x0, each.y0, each.x1, each.y1))


def line_rect(page: Page, line: Line) -> QRectF:
    """The band of a line across the type area, to mark it."""
    size = max((run.size for run in line.runs), default=16.0)
    return QRectF(page.area.left, line.y - size, page.area.right - page.area.left, size * 1.3)


def span_rects(page: Page, start: int, end: int) -> tuple[QRectF, ...]:
    """Where the characters [start, end) of the text stand on a page; an empty span has no width."""
    found: list[QRectF] = []
    for line in page.lines:
        if line.start < 0 or line.start > end or line.end < start:
            continue
        left, right = _x_of(line, start - line.start), _x_of(line, end - line.start)
        touched = start < line.end and end > line.start
        if touched or (start == end and not found):
            size = max((run.size for run in line.runs), default=16.0)
            found.append(QRectF(left, line.y - size * 0.95, right - left, size * 1.2))
    return tuple(found)


def _x_of(line: Line, offset: int) -> float:
    """Where a character of a line begins; those before and behind it: the line's two ends."""
    runs = [run for run in line.runs if run.start >= 0 and run.text]
    for run in runs:
        if offset < run.start + len(run.text):
            return line.x + run.x + run.width * max(offset - run.start, 0) / len(run.text)
    return line.x + (runs[-1].x + runs[-1].width if runs else 0.0)


def pages_size(pages: Pages) -> tuple[float, float]:
    """Width of the widest page and height of the highest, in points."""
    return (
        max((page.width for page in pages.pages), default=595.3),
        max((page.height for page in pages.pages), default=841.9),
    )


def _paint_line(painter: QPainter, line: Line, brush: Brush, ink: str) -> None:
    for run in line.runs:
        if run.text.strip():
            _paint_run(painter, run, QPointF(line.x + run.x, line.y), brush, ink)


def _paint_run(painter: QPainter, run: Run, at: QPointF, brush: Brush, ink: str) -> None:
    """The run stretched to the width that the layout gave it, whatever font stands in."""
    font, measures = brush.font(run)
    natural = measures.horizontalAdvance(run.text) / FINE
    scale = min(max(run.width / natural, 0.5), 1.6) if natural else 1.0
    painter.save()
    painter.translate(at)
    painter.scale(scale / FINE, 1 / FINE)
    painter.setFont(font)
    painter.setPen(QColor(_tone(run.colour, ink)))
    painter.drawText(QPointF(0, 0), run.text)
    painter.restore()


def _tone(colour: str, ink: str) -> str:
    return ink if ink and colour == "#000000" else colour
