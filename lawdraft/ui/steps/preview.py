"""预览: the pages as they will be printed, large."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from lawdraft import flow
from lawdraft.model import wishing
from lawdraft.ui.anchors import card_at
from lawdraft.ui.widgets.basics import button, column, frame, label, row
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.layout_form import LAYOUTS, STANDARD
from lawdraft.ui.widgets.page_view import PageView
from lawdraft.ui.widgets.wheel import let_wheel_pass

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
        let_wheel_pass(self._size)
        self._size.setAccessibleName("显示大小")
        self._size.addItems([name for name, _zoom in ZOOMS])
        self._size.setCurrentIndex(2)
        self.layout_choice = Choice("版式", LAYOUTS)
        self.preset = QComboBox()
        let_wheel_pass(self.preset)
        self.preset.setAccessibleName("排版规格")
        self._warnings = label("", "warn", wrap=True)
        self._bar = self._make_bar()
        self.setLayout(column(self._bar, self._warnings, self.view, spacing=0, grow=2))
        self.view.setToolTip("点页面上的字，就到写它的地方")
        self.view.page_changed.connect(lambda n, of: self._page.setText(f"第 {n} 页，共 {of} 页"))
        self.view.clicked.connect(self._on_clicked)
        self._size.currentIndexChanged.connect(self._on_size)
        self.layout_choice.chosen.connect(lambda key: self._wish("改版式", layout=key))
        self.preset.activated.connect(self._on_preset)
        desk.session.report_changed.connect(self._show)
        desk.session.draft_changed.connect(self._show_wishes)
        self._on_size(2)
        self._show()

    def _make_bar(self) -> QWidget:
        export = button("去导出", lambda: self._desk.step_wanted.emit("export"), part="primary")
        return frame(
            row(self.layout_choice, self.preset, 8, self._page, None,
                label("大小", "soft"), self._size, 8, export, margins=(20, 8, 20, 8)),
            "bar",
        )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._show_wishes()
        self._show()
        self._go_to_card()

    def _go_to_card(self) -> None:
        """The page on which the card stands that was written in last."""
        session, card = self._desk.session, self._desk.card
        span = next((each for each in session.spans if each.card == card), None)
        if span is not None:
            self.view.mark(span.start, span.end)

    def _show_wishes(self) -> None:
        draft = self._desk.session.draft
        if draft is None or not self.isVisible():
            return
        self.layout_choice.show_choice(draft.wishes.layout)
        names = flow.list_layouts(self._desk.kit)
        if [self.preset.itemText(i) for i in range(self.preset.count())] != list(names):
            self.preset.clear()
            self.preset.addItems(names)
        self.preset.setCurrentIndex(max(self.preset.findText(draft.wishes.preset or STANDARD), 0))

    def _on_preset(self, _index: int) -> None:
        name = self.preset.currentText()
        self._wish("换排版规格", preset="" if name == STANDARD else name)

    def _wish(self, what: str, **wishes: str) -> None:
        self._desk.session.edit(partial(wishing.set_wishes, **wishes), what=what)  # type: ignore[arg-type]

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
