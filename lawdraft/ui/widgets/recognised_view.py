"""What was recognised beside the text it was recognised in; both follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QSplitter, QTabWidget, QWidget

from lawdraft.ui.models.recognised import (
    correction_key,
    figure_in_words,
    key_at,
    kinds_of,
    place_of,
    recognised_nodes,
)
from lawdraft.ui.widgets.basics import button, column, frame, label, row
from lawdraft.ui.widgets.elided import Elided
from lawdraft.ui.widgets.found_lists import FigureList, RemovedList
from lawdraft.ui.widgets.kinds_choice import KindsChoice, kinds_menu
from lawdraft.ui.widgets.original import Original
from lawdraft.ui.widgets.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from lawdraft.model.report import Figure, Report, SectionKind
    from lawdraft.ui.look import Look

OFF, BACK = "这不是报告，去掉", "这是正文，放回去"
LOW = 420  # pixels in the standard size
HINT = "点一行，左边跟着走；带底色的是认出的数字，灰色的已去掉"
KEPT = "草稿已经建好；要放回或去掉行，请重新导入"


class RecognisedView(QWidget):
    """Shows a report; what the user wants changed comes out as signals."""

    kinds_given = Signal(str, tuple)  # key as in Corrections, kinds
    off_wanted = Signal(list)  # rows' numbers
    back_wanted = Signal(list)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._report: Report | None = None
        self._names: Mapping[str, str] = {}
        self._look, self._shared = look, False
        self._rows_change = False  # the file is at hand: lines can go and come
        self.tree = Tree(look, "认出的结构")
        self.kinds = KindsChoice()
        self.figures, self.removed = FigureList(), RemovedList()
        self.original = Original(look)
        self.original.explain = self._explain
        self._build(look)
        self._connect()

    def _build(self, look: Look) -> None:
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        foot = self.kinds.layout()
        if foot is not None:
            foot.setContentsMargins(12, 7, 8, 7)
        structure = QWidget()
        self._below = below = frame(column(self.kinds), "footer")
        below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        structure.setLayout(column(self.tree, below, spacing=0, grow=0))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("看结构、数字还是去掉的行")
        for page, name in ((structure, "结构"), (self.figures, "数字"), (self.removed, "去掉")):
            self.tabs.addTab(page, name)
        self._act = button(OFF, self._on_act)
        self._act.setToolTip("光标所在的行，或选中的几行（Delete 去掉，回车放回，可撤销）")
        self._hint = Elided(HINT, "faint")
        self._hint.setMinimumWidth(1)  # gives way to the buttons and the structure beside it
        head = row(label("去年的原文", "heading"), self._hint, self._act, margins=(18, 7, 14, 7))  # fmt: skip
        head.setStretch(1, 1)
        text = frame(column(head, self.original, spacing=0, grow=1), "side")
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.tabs)
        both.addWidget(text)
        both.setChildrenCollapsible(False)
        self._both = both
        self._share(look)
        look.changed.connect(lambda: self._share(look))
        self.setLayout(column(both, spacing=0))

    def _share(self, look: Look) -> None:
        """The larger the type, the more room for the structure."""
        left = 48 if look.size == "largest" else 38
        self._both.setStretchFactor(0, left)
        self._both.setStretchFactor(1, 100 - left)
        self._both.setSizes([left * 100, (100 - left) * 100])

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_tree)
        self.tree.activated.connect(lambda _index: self._menu_of_tree())
        self.tree.customContextMenuRequested.connect(self._menu_of_tree)
        self.tree.selectionModel().currentChanged.connect(lambda _n, _o: self._show_kinds())
        self.kinds.chosen.connect(self._on_kinds)
        self.figures.went.connect(self._on_figure)
        self.removed.went.connect(self._on_removed)
        self.removed.back_wanted.connect(self.back_wanted)
        self.original.place_changed.connect(self._on_place)
        self.original.off_wanted.connect(self._on_off)
        self.original.back_wanted.connect(self._on_back)
        self.original.menu_wanted.connect(self._menu_of_text)

    # -- showing ---------------------------------------------------------------------------------

    def show_report(self, report: Report, *, rows_change: bool, names: Mapping[str, str]) -> None:
        """A report; `names` are the indicators' by id. The place looked at stays."""
        chosen = self.original.chosen if self._report is not None else ()
        bar = self.original.verticalScrollBar()
        before = bar.value() if self._report is not None else 0
        self._report, self._rows_change = report, rows_change
        self._names = names
        self.tree.show_nodes(recognised_nodes(report))
        self.original.show_read(report)
        self.figures.show_figures(report, self._explain)
        self.removed.show_removed(report, changeable=rows_change)
        self.tabs.setTabText(1, f"数字 {len(report.figures)}")
        self.tabs.setTabText(2, f"去掉 {len(report.removed)}")
        if chosen and chosen[0].row is not None:
            self.original.put_caret(chosen[0].row)
            offset = self.original.offset
            if offset is not None:
                self.tree.mark(key_at(report, offset))
        bar.setValue(before)
        self._show_kinds()
        self._show_act()

    def kinds_at_tree(self) -> tuple[SectionKind, ...] | None:
        """The kinds of the current row of the tree."""
        return kinds_of(self._report, self._key) if self._report is not None else None

    @property
    def _key(self) -> str:
        node = self.tree.nodes.node(self.tree.currentIndex())
        return node.key if node is not None else ""

    def _explain(self, figure: Figure) -> str:
        return figure_in_words(figure, self._names)

    def _show_kinds(self) -> None:
        self.kinds.show_kinds(self.kinds_at_tree(), inherits=self._key.startswith("heading"))
        self._fold_kinds()

    def _fold_kinds(self) -> None:
        """In a low window the rows have the room of the lists until a row can have a kind."""
        low = self.height() < self._look.scaled(LOW)
        self._below.setVisible(self.kinds.isEnabled() or not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Higher or lower."""
        super().resizeEvent(event)
        self._fold_kinds()

    def _show_act(self) -> None:
        """The button does what can be done with the lines chosen."""
        chosen = self.original.chosen if self._report is not None else ()
        gone = bool(chosen) and all(piece.offset is None for piece in chosen)
        self._act.setText(BACK if gone else OFF)
        self._act.setVisible(self._rows_change and self._report is not None)
        self._act.setEnabled(any(piece.row is not None for piece in chosen))
        self._hint.setText(HINT if self._rows_change else KEPT if self._report else "")

    def showEvent(self, event: QShowEvent) -> None:
        """Its width is known now."""
        super().showEvent(event)
        if not self._shared:
            self._shared = True
            QTimer.singleShot(0, self, lambda: self._share(self._look))

    # -- following -------------------------------------------------------------------------------

    def _on_tree(self, key: str) -> None:
        self.original.go_to(place_of(key))
        self._show_act()

    def _on_figure(self, start: int, end: int) -> None:
        self.original.go_to(start, end)
        if self._report is not None:
            self.tree.mark(key_at(self._report, start))
        self._show_act()

    def _on_removed(self, number: int) -> None:
        self.original.go_to_row(number)
        self._show_act()

    def _on_place(self) -> None:
        offset = self.original.offset
        if offset is not None and self._report is not None:
            self.tree.mark(key_at(self._report, offset))
            self.figures.mark(offset)
            self._show_kinds()
        elif self._report is not None:
            self._mark_removed()
        self._show_act()

    def _mark_removed(self) -> None:
        row_number = self.original.chosen[0].row
        rows = [gone.row for gone in self._report.removed] if self._report else []
        if row_number in rows:
            with QSignalBlocker(self.removed.list):
                self.removed.list.setCurrentRow(rows.index(row_number))

    # -- changing --------------------------------------------------------------------------------

    def _on_kinds(self, kinds: tuple[SectionKind, ...]) -> None:
        if self._report is not None and (key := correction_key(self._report, self._key)):
            self.kinds_given.emit(key, kinds)

    def _on_act(self) -> None:
        if self._act.text() == BACK:
            self._on_back()
        else:
            self._on_off()

    def _on_off(self) -> None:
        rows = [p.row for p in self.original.chosen if p.offset is not None and p.row is not None]
        if rows and self._rows_change:
            self.off_wanted.emit(rows)

    def _on_back(self) -> None:
        rows = [p.row for p in self.original.chosen if p.offset is None and p.row is not None]
        if rows and self._rows_change:
            self.back_wanted.emit(rows)

    def _menu_of_tree(self, at: QPoint | None = None) -> None:
        if at is not None and self.tree.indexAt(at).isValid():
            self.tree.setCurrentIndex(self.tree.indexAt(at))
        menu = self.make_kinds_menu()
        if menu is not None:
            rect = self.tree.visualRect(self.tree.currentIndex())
            menu.popup(self.tree.viewport().mapToGlobal(at or rect.bottomLeft()))

    def make_kinds_menu(self) -> QMenu | None:
        """The kinds for the current row of the tree; None where it can have none."""
        kinds = self.kinds_at_tree()
        if kinds is None:
            return None
        inherits = self._key.startswith("heading")
        return kinds_menu(self.tree, kinds, inherits=inherits, choose=self._on_kinds)

    def _menu_of_text(self, at: QPoint) -> None:
        self.make_text_menu().popup(at)

    def make_text_menu(self) -> QMenu:
        """What can be done with the lines chosen in the text."""
        menu = QMenu(self.original)
        chosen = self.original.chosen
        off = menu.addAction(OFF, self._on_off)
        back = menu.addAction(BACK, self._on_back)
        off.setEnabled(self._rows_change and any(p.offset is not None for p in chosen))
        back.setEnabled(self._rows_change and any(p.offset is None for p in chosen))
        menu.addSeparator()
        menu.addAction("复制", self.original.copy)
        offset = self.original.offset
        if self._report is not None and offset is not None:
            self.tree.mark(key_at(self._report, offset))
            kinds = self.make_kinds_menu()
            if kinds is not None:
                kinds.setTitle("这一部分的类别")
                menu.addMenu(kinds)
        return menu
