"""预览: the pages as they will be printed, large; the whole report or its public version."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSplitter, QWidget

from lawdraft import flow
from lawdraft.model import wishing
from lawdraft.model.omission import place_in_public, place_in_whole, places_put
from lawdraft.ui.widgets.basics import button, column, frame, label, row
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.layout_form import LAYOUTS, STANDARD
from lawdraft.ui.widgets.omissions_list import OmissionsList, in_words
from lawdraft.ui.widgets.page_view import FULL_SIZE, PageView
from lawdraft.ui.widgets.tabbing import tab_through
from lawdraft.ui.widgets.wheel import let_wheel_pass
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from lawdraft.ui.desk import Desk

FIT_WIDTH, FIT_PAGE = "适合宽度", "整页"
ZOOMS = {FIT_WIDTH: 0.0, FIT_PAGE: -1.0, "100%": 1.0, "125%": 1.25, "150%": 1.5, "200%": 2.0}
VERSIONS = {"whole": "上报版", "public": "公开版"}
HINTS = {"whole": "报给上级的全文", "public": "上网公开的，略去电话、个人姓名等"}
CLICK = "点页面上的字，就到写它的地方；用键盘：↑↓ 一行一行走，回车就到"
PANEL = 300  # pixels: the list of what is left out


class PreviewStep(QWidget):
    """A click into the page leads to the card that the words come from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view = PageView(desk.look)
        self.omissions = OmissionsList(desk)
        self._page = label("", "soft")
        self._size = QComboBox()
        let_wheel_pass(self._size)
        self._size.setAccessibleName("显示大小")
        self._size.addItems(list(ZOOMS))
        self.layout_choice = Choice("版式", LAYOUTS)
        self.version = Choice("上报还是公开", VERSIONS, HINTS)
        self.preset = QComboBox()
        let_wheel_pass(self.preset)
        self.preset.setAccessibleName("排版规格")
        self._warnings = label("", "warn", wrap=True)
        self._build()
        self._connect()
        self._add_shortcuts()
        QTimer.singleShot(0, self, self._begin)
        self._show()

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        export = button("去导出", lambda: self._desk.step_wanted.emit("export"), part="primary")
        sizes = row(label("大小", "soft"), self._size)
        words = Wrapping(
            self.layout_choice, self.preset, self.version, self._page, sizes,
            spacing=14, between=6,
        )  # fmt: skip
        bar = row(words, 8, export, margins=(20, 8, 20, 8), grow=0)
        caption = label("公开版略去这些", "heading")
        panel = column(caption, self.omissions, spacing=8, margins=(16, 12, 16, 12), grow=1)
        self._panel = frame(panel, "side")
        self._panel.setMinimumWidth(self._desk.look.scaled(220))
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        for part in (self.view, self._panel):
            parts.addWidget(part)
        parts.setStretchFactor(0, 1)
        parts.setSizes([1000, self._desk.look.scaled(PANEL)])
        self._panel.hide()
        self._bar = frame(bar, "bar")
        self._bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setLayout(column(self._bar, self._warnings, parts, spacing=0, grow=2))
        self.view.setToolTip(CLICK)
        tab_through(self._bar, self.view, self._panel)

    def _connect(self) -> None:
        desk = self._desk
        self.view.page_changed.connect(lambda n, of: self._page.setText(f"第 {n} 页，共 {of} 页"))
        self.view.clicked.connect(self._on_clicked)
        self.view.zoom_changed.connect(self._show_size)
        self._size.activated.connect(self._on_size)
        self.layout_choice.chosen.connect(lambda key: self._wish("改版式", layout=key))
        self.version.chosen.connect(lambda key: desk.public.switch(on=key == "public"))
        self.preset.activated.connect(self._on_preset)
        self.omissions.gone_to.connect(self._on_omission)
        desk.public.switched.connect(self._show)
        desk.public.changed.connect(self._show)
        desk.session.report_changed.connect(self._show)
        desk.session.draft_changed.connect(self._show_wishes)

    def _add_shortcuts(self) -> None:
        nearer, further = partial(self.view.scale_by, 1.1), partial(self.view.scale_by, 1 / 1.1)
        keys = {"Ctrl++": nearer, "Ctrl+=": nearer, "Ctrl+-": further, "Ctrl+0": self._full_size}
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _begin(self) -> None:
        """At 100 %, or smaller where the window is narrower than a page."""
        narrow = self.view.viewport().width() < 830
        self._choose(FIT_WIDTH if narrow else "100%")

    # -- showing ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was hidden is shown now."""
        super().showEvent(event)
        self._show_wishes()
        self._show()
        self._go_to_card()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A whole page stays a whole page."""
        super().resizeEvent(event)
        if self._size.currentText() == FIT_PAGE:
            self.view.fit_page()

    @property
    def _omissions(self) -> tuple[tuple[int, int], ...]:
        shown = self._desk.public.shown
        return places_put(shown.omissions) if shown else ()

    def _go_to_card(self) -> None:
        """The page on which the card stands that was written in last."""
        session, card = self._desk.session, self._desk.card
        span = next((each for each in session.spans if each.card == card), None)
        if span is not None:
            self.view.mark(self._shown_at(span.start), self._shown_at(span.end))

    def _shown_at(self, offset: int) -> int:
        """A place of the report in the version that is looked at."""
        public = self._desk.public
        if not public.on or public.shown is None:
            return offset
        return place_in_public(public.shown.omissions, offset)

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
        public = self._desk.public
        self.version.show_choice("public" if public.on else "whole")
        self._panel.setVisible(public.on)
        if public.on:
            public.ask()
            self.omissions.refresh()
        shown = public.shown if public.on else None
        pages = shown.pages if shown else None if public.on else self._desk.session.pages
        self.view.show_pages(pages)
        told = map(in_words, shown.omissions) if shown else ()
        self.view.show_omitted(
            tuple((a, b, words) for (a, b), words in zip(self._omissions, told, strict=False))
        )
        warnings = pages.warnings if pages else ()
        self._warnings.setText("　".join(warnings))
        self._warnings.setVisible(bool(warnings))

    # -- size ------------------------------------------------------------------------------------

    def _choose(self, name: str) -> None:
        self._size.setCurrentText(name)
        self._on_size(self._size.currentIndex())

    def _on_size(self, _index: int) -> None:
        zoom = ZOOMS[self._size.currentText()]
        if zoom < 0:
            self.view.fit_page()
        else:
            self.view.set_zoom(zoom * FULL_SIZE)

    def _full_size(self) -> None:
        self._choose("100%")

    def _show_size(self) -> None:
        """After the wheel or a key: the size as it is, which need not be in the list."""
        words = f"{self.view.zoom / FULL_SIZE:.0%}"
        self._size.setPlaceholderText(words)
        self._size.setCurrentIndex(self._size.findText(words))

    # -- going -----------------------------------------------------------------------------------

    def _on_omission(self, key: str) -> None:
        shown = self._desk.public.shown
        for one, (start, end) in zip(
            shown.omissions if shown else (), self._omissions, strict=False
        ):
            if one.key == key:
                self.view.mark(start, max(end, start + 1))
                return

    def _on_clicked(self, offset: int) -> None:
        public = self._desk.public
        if public.on and public.shown is not None:
            offset = place_in_whole(public.shown.omissions, offset)
        self._desk.show_place(offset)
