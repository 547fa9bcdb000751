"""The pages of the report as they will be printed, scrolling; a click tells where in the text.

Where the window is wide enough, two pages stand side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from lawdraft.ui.painting import Brush, line_rect, pages_size, paint_page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from lawdraft.model.pages import Page, Pages
    from lawdraft.ui.look import Look

GAP = 14  # pixels between pages
MOST_ACROSS = 2
SMALLEST, LARGEST = 0.3, 3.0
FULL_SIZE = 96 / 72  # pixels a point at 100 %
A4 = (595.3, 841.9)  # points
MARK = QColor(31, 100, 120, 38)
REPAINT_AFTER_MS = 150
_Painted = tuple[tuple[float, float], "Page", QPixmap]


class PageView(QAbstractScrollArea):
    """`zoom` 0 fits the width; pages are painted anew only where they are seen."""

    clicked = Signal(int)  # offset into the report's text
    page_changed = Signal(int, int)  # page shown, of how many

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

    def set_zoom(self, zoom: float) -> None:
        """Pixels a point of paper; 0 fits the width."""
        middle = self._middle()
        self._zoom = min(max(zoom, SMALLEST), LARGEST) if zoom else 0.0
        self._arrange()
        self.verticalScrollBar().setValue(
            round(middle * self._height()) - self.viewport().height() // 2
        )
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
        page, line = self._pages.pages[place[0]], place[1]
        y = self._top(place[0]) + page.lines[line].y * self.zoom
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + height * 0.1 < y < bar.value() + height * 0.9:
            bar.setValue(round(y - height * 0.35))

    def go_to_page(self, number: int) -> None:
        """Scroll to a page, counted from 1."""
        self.verticalScrollBar().setValue(self._top(number - 1) - GAP // 2)

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
        self._paint_mark(painter, page, paper.topLeft())

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

    def _paint_mark(self, painter: QPainter, page: Page, at: QPointF) -> None:
        start, end = self._mark
        if start < 0:
            return
        painter.save()
        painter.translate(at)
        painter.scale(self.zoom, self.zoom)
        for line in page.lines:
            if 0 <= line.start < end and line.end > start:
                painter.fillRect(line_rect(page, line), MARK)
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
            self.set_zoom(self.zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End, and + and - for the size."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self.zoom * 1.15)
        elif event.key() == Qt.Key.Key_Minus:
            self.set_zoom(self.zoom / 1.15)
        else:
            super().keyPressEvent(event)

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
