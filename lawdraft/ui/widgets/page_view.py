"""The pages of the report as they will be printed, scrolling; a click tells where in the text.

Where the window is wide enough, two pages stand side by side. Up and Down walk from line to line,
Enter does what a click on that line does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from lawdraft.ui.painting import Brush, line_rect, pages_size, paint_page
from lawdraft.ui.widgets.omission_marks import paint_omitted, words_at

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QHelpEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from lawdraft.model.pages import Page, Pages
    from lawdraft.ui.look import Look
    from lawdraft.ui.widgets.omission_marks import Omitted

GAP = 14  # pixels between pages
MOST_ACROSS = 2
SMALLEST, LARGEST = 0.3, 3.0
FULL_SIZE = 96 / 72  # pixels a point at 100 %
A4 = (595.3, 841.9)  # points
MARK = QColor(31, 100, 120, 38)
WALKED = QColor(31, 100, 120)
REPAINT_AFTER_MS = 150
_Painted = tuple[tuple[float, float], "Page", QPixmap]


class PageView(QAbstractScrollArea):
    """`zoom` 0 fits the width; pages are painted anew only where they are seen."""

    clicked = Signal(int)  # offset into the report's text
    page_changed = Signal(int, int)  # page shown, of how many
    zoom_changed = Signal()  # by the wheel or a key

    def __init__(self, look: Look, name: str = "版面预览") -> None:
        super().__init__()
        self._look = look
        self._pages: Pages | None = None
        self._brush = Brush(())
        self._paper = A4
        self._zoom = 0.0
        self._painted: dict[int, _Painted] = {}  # by page number
        self._later = QTimer(self, singleShot=True, interval=REPAINT_AFTER_MS)
        self._later.timeout.connect(self._render_next)
        self._mark: tuple[int, int] = (-1, -1)
        self._walked = -1  # the place in the text of the line walked to
        self._omitted: tuple[Omitted, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        look.changed.connect(self.viewport().update)

    # -- what is shown ---------------------------------------------------------------------------

    def show_pages(self, pages: Pages | None) -> None:
        """Other pages; the place scrolled to stays."""
        self._pages = pages
        self._paper = pages_size(pages) if pages else A4
        count = len(pages.pages) if pages else 0
        self._painted = {n: kept for n, kept in self._painted.items() if n <= count}
        if pages is not None and pages.faces != self._brush.faces:
            self._brush = Brush(pages.faces)
            self._painted.clear()
        self._arrange()
        self.viewport().update()
        self._tell_page()

    def set_zoom(self, zoom: float, at: float | None = None) -> None:
        """Pixels a point of paper; 0 fits the width. What stands at height `at` stays there."""
        height = self.viewport().height() / 2 if at is None else at
        place = (self.verticalScrollBar().value() + height) / max(self._height(), 1)
        self._zoom = min(max(zoom, SMALLEST), LARGEST) if zoom else 0.0
        self._arrange()
        self.verticalScrollBar().setValue(round(place * self._height() - height))
        self.viewport().update()

    def scale_by(self, factor: float, at: float | None = None) -> None:
        """Nearer or further, at the user's wish."""
        self.set_zoom(self.zoom * factor, at)
        self.zoom_changed.emit()

    def fit_page(self) -> None:
        """A whole page in sight."""
        self.set_zoom((self.viewport().height() - 2 * GAP) / self._paper[1])

    def show_omitted(self, omitted: tuple[Omitted, ...]) -> None:
        """Mark where words are left out."""
        if omitted != self._omitted:
            self._omitted = omitted
            self.viewport().update()

    @property
    def zoom(self) -> float:
        """Pixels a point of paper, as shown now."""
        if self._zoom:
            return self._zoom
        across = self._across()
        return max((self.viewport().width() - (across + 1) * GAP) / self._paper[0] / across, 0.1)

    def mark(self, start: int, end: int, *, go: bool = True) -> None:
        """Mark the lines of a span of the text, and scroll there."""
        self._mark = (start, end)
        self.viewport().update()
        place = self._pages.find(start) if self._pages and start >= 0 and go else None
        if place is None or self._pages is None:
            return
        self._walked = start
        self._bring(*place)

    def _bring(self, index: int, line: int) -> None:
        """Scroll where a line is out of sight."""
        page = self._pages.pages[index] if self._pages else None
        if page is None:
            return
        y = self._top(index) + page.lines[line].y * self.zoom
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + height * 0.1 < y < bar.value() + height * 0.9:
            bar.setValue(round(y - height * 0.35))

    def walk(self, way: int) -> None:
        """To the next line of the text, or the one before; the first time to the first in sight."""
        if self._pages is None or not (lines := self._text_lines()):
            return
        known = self._pages.find(self._walked) if self._walked >= 0 else None
        if known in lines:
            at = min(max(lines.index(known) + way, 0), len(lines) - 1)
        else:
            top = self.verticalScrollBar().value()
            seen = (i for i, line in enumerate(lines) if self._y(*line) > top)
            at = next(seen, 0)
        page, line = lines[at]
        walked = self._pages.pages[page].lines[line]
        self._walked = walked.start
        self.setAccessibleDescription(f"第{page + 1}页：{walked.text}")
        self._bring(page, line)
        self.viewport().update()

    def _text_lines(self) -> list[tuple[int, int]]:
        """Page and line of everything that is of the text, one a place, in order."""
        starts: dict[int, tuple[int, int]] = {}
        for index, page in enumerate(self._pages.pages if self._pages else ()):
            for number, line in enumerate(page.lines):
                if line.start >= 0:
                    starts[line.start] = (index, number)  # as Pages.find: the last of them
        return [starts[start] for start in sorted(starts)]

    def _y(self, index: int, line: int) -> float:
        page = self._pages.pages[index] if self._pages else None
        return self._top(index) + page.lines[line].y * self.zoom if page else 0.0

    # -- geometry --------------------------------------------------------------------------------

    def _across(self) -> int:
        """How many pages stand side by side; fitted to the width, none gets smaller than 100 %."""
        count = len(self._pages.pages) if self._pages else 0
        room = self.viewport().width() - GAP
        fitting = int(room // (self._paper[0] * (self._zoom or FULL_SIZE) + GAP))
        return max(min(fitting, MOST_ACROSS, count), 1)

    def _step(self) -> int:
        return round(self._paper[1] * self.zoom) + GAP

    def _top(self, index: int) -> int:
        return GAP + index // self._across() * self._step()

    def _height(self) -> int:
        count = len(self._pages.pages) if self._pages else 0
        return GAP - (-count // self._across()) * self._step()

    def _middle(self) -> float:
        bar = self.verticalScrollBar()
        return (bar.value() + self.viewport().height() / 2) / max(self._height(), 1)

    def _left(self, page: Page) -> float:
        across, wide = self._across(), page.width * self.zoom
        free = self.viewport().width() - across * wide - (across - 1) * GAP
        left = max(free / 2, float(GAP)) + (page.number - 1) % across * (wide + GAP)
        return left - self.horizontalScrollBar().value()

    def _arrange(self) -> None:
        width = round(self._paper[0] * self.zoom) + 2 * GAP if self._pages else 0
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, width - self.viewport().width()))
        down.setRange(0, max(0, self._height() - self.viewport().height()))
        down.setPageStep(self.viewport().height())

    def _tell_page(self) -> None:
        count = len(self._pages.pages) if self._pages else 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        row = max(middle // max(self._step(), 1), 0)
        self.page_changed.emit(min(row * self._across() + 1, count), count)

    # -- Qt --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages within sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.colours.desk))
        if self._pages is None:
            self._paint_waiting(painter)
            return
        for index, page in enumerate(self._pages.pages):
            top = self._top(index) - self.verticalScrollBar().value()
            if top < self.viewport().height() and top + page.height * self.zoom > 0:
                self._paint(painter, page, top)

    def _paint(self, painter: QPainter, page: Page, top: int) -> None:
        """A page as it was painted last, while nothing on it has changed."""
        zoom, ratio = self.zoom, self.devicePixelRatioF()
        paper = QRectF(round(self._left(page)), top, page.width * zoom, page.height * zoom)
        painter.fillRect(paper.translated(0, 2).adjusted(-1, 0, 1, 1), QColor(0, 0, 0, 30))
        key = (zoom, ratio)
        known = self._painted.get(page.number)
        if known is None or known[0] != key:
            known = self._render(page, key)
        elif known[1] is not page and known[1] != page:
            self._later.start()  # the old picture for now: typing must not wait for painting
        painter.drawPixmap(paper.topLeft(), known[2])
        self._paint_marks(painter, page, paper.topLeft())

    def _render(self, page: Page, key: tuple[float, float]) -> _Painted:
        zoom, ratio = key
        picture = QPixmap(round(page.width * zoom * ratio), round(page.height * zoom * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor("#FFFFFF"))
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(zoom, zoom)
        paint_page(painter, page, self._brush)
        painter.end()
        self._painted[page.number] = (key, page, picture)
        return self._painted[page.number]

    def _render_next(self) -> None:
        """Paint one page in sight that has changed; the next one after a breath."""
        for index, page in enumerate(self._pages.pages if self._pages else ()):
            known = self._painted.get(page.number)
            top = self._top(index) - self.verticalScrollBar().value()
            in_sight = top < self.viewport().height() and top + page.height * self.zoom > 0
            if in_sight and known is not None and known[1] != page:
                self._render(page, known[0])
                self.viewport().update()
                self._later.start()
                return

    def _paint_marks(self, painter: QPainter, page: Page, at: QPointF) -> None:
        painter.save()
        painter.translate(at)
        painter.scale(self.zoom, self.zoom)
        start, end = self._mark
        for line in page.lines if start >= 0 else ():
            if 0 <= line.start < end and line.end > start:
                painter.fillRect(line_rect(page, line), MARK)
        if self.hasFocus() and self._walked >= 0 and self._pages is not None:
            place = self._pages.find(self._walked)
            if place is not None and self._pages.pages[place[0]] is page:
                band = line_rect(page, page.lines[place[1]])
                painter.fillRect(QRectF(band.left() - 8, band.top(), 3, band.height()), WALKED)
        paint_omitted(painter, page, self._omitted)
        painter.restore()

    def _paint_waiting(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._look.colours.ink_faint))
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, "正在排版…")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page that was in the middle there."""
        middle = self._middle()
        super().resizeEvent(event)
        self._arrange()
        if not self._zoom:
            half = self.viewport().height() // 2
            self.verticalScrollBar().setValue(round(middle * self._height()) - half)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl: nearer or further."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = 1.1 if event.angleDelta().y() > 0 else 1 / 1.1
            self.scale_by(factor, event.position().y())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lines by Up and Down, Enter for the line, Home and End, + and - for the size."""
        bar, key = self.verticalScrollBar(), event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._walked >= 0:
            self.clicked.emit(self._walked)
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.scale_by(1.15)
        elif key == Qt.Key.Key_Minus:
            self.scale_by(1 / 1.15)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """What is left out, told where the mouse rests on its mark."""
        if event.type() == QEvent.Type.ToolTip and self._omitted:
            asked = cast("QHelpEvent", event)
            words = self._omitted_at(QPointF(asked.pos()))
            QToolTip.showText(asked.globalPos(), words or self.toolTip(), self)
            return True
        return super().viewportEvent(event)

    def _omitted_at(self, at: QPointF) -> str:
        for index, page in enumerate(self._pages.pages if self._pages else ()):
            top = self._top(index) - self.verticalScrollBar().value()
            point = QPointF((at.x() - self._left(page)) / self.zoom, (at.y() - top) / self.zoom)
            if not 0 <= point.y() <= page.height:
                continue
            return words_at(page, point, self._omitted)
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The release that follows is ours."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Where in the text was clicked."""
        if self._pages is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position() + QPointF(0, self.verticalScrollBar().value())
        first = int((at.y() - GAP) // max(self._step(), 1)) * self._across()
        for index in range(max(first, 0), min(first + self._across(), len(self._pages.pages))):
            page = self._pages.pages[index]
            x = (at.x() - self._left(page)) / self.zoom
            if not 0 <= x <= page.width:
                continue
            offset = self._pages.offset(index, x, (at.y() - self._top(index)) / self.zoom)
            if offset is not None:
                self.clicked.emit(offset)
