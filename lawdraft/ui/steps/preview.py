"""预览: the pages as they will be printed, large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from lawdraft.ui.anchors import card_at
from lawdraft.ui.widgets.basics import button, column, frame, label, row
from lawdraft.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from lawdraft.ui.desk import Desk

ZOOMS = (("适合宽度", 0.0), ("整页", -1.0), ("100%", 96 / 72), ("125%", 120 / 72), ("150%", 2.0))


class PreviewStep(QWidget):
    """A click into the page leads to the card that the words come from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view = PageView(desk.look)
        self._page = label("", "soft")
        self._size = QComboBox()
        self._size.setAccessibleName("显示大小")
        self._size.addItems([name for name, _zoom in ZOOMS])
        self._size.setCurrentIndex(2)
        self._warnings = label("", "warn", wrap=True)
        hint = label("点页面上的字，就到写它的地方", "faint")
        export = button("去导出", lambda: desk.step_wanted.emit("export"), part="primary")
        bar = frame(row(self._page, 12, hint, None, label("大小", "soft"), self._size, 8, export, margins=(20, 8, 20, 8)), "bar")  # fmt: skip
        self.setLayout(column(bar, self._warnings, self.view, spacing=0, grow=2))
        self.view.page_changed.connect(lambda n, of: self._page.setText(f"第 {n} 页，共 {of} 页"))
        self.view.clicked.connect(self._on_clicked)
        self._size.currentIndexChanged.connect(self._on_size)
        desk.session.report_changed.connect(self._show)
        self._on_size(2)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if not self.isVisible():
            return
        pages = self._desk.session.pages
        self.view.show_pages(pages)
        warnings = pages.warnings if pages else ()
        self._warnings.setText("　".join(warnings))
        self._warnings.setVisible(bool(warnings))

    def _on_size(self, index: int) -> None:
        zoom = ZOOMS[index][1]
        if zoom < 0:
            zoom = (self.view.viewport().height() - 28) / 842
        self.view.set_zoom(zoom)

    def _on_clicked(self, offset: int) -> None:
        card = card_at(self._desk.session.spans, offset)
        if card is not None:
            self._desk.step_wanted.emit("fill")
            self._desk.card_wanted.emit(card, -1, -1)
