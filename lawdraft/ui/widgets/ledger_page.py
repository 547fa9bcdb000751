"""数字台账: every figure once, last year beside this year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.model.giving import give_figure
from lawdraft.ui.models.ledger import (  # fmt: skip
    CHANGE,
    DIFFERENCE,
    FIELDS,
    LAST,
    NOTE,
    PUBLIC,
    SUPPLIER,
    THING,
    UNIT,
    VALUE,
    LedgerModel,
)
from lawdraft.ui.models.sections import figures_given
from lawdraft.ui.widgets.basics import button, column, frame, label, row
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.ledger_rest import LedgerRest

if TYPE_CHECKING:
    from lawdraft.model.collecting import Trouble
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.ui.desk import Desk

WIDTHS = {THING: 190, UNIT: 52, LAST: 76, VALUE: 92, DIFFERENCE: 150, SUPPLIER: 84, NOTE: 90, PUBLIC: 58}  # fmt: skip
TIGHT = {THING: 112, UNIT: 40, LAST: 62, VALUE: 72, DIFFERENCE: 80, SUPPLIER: 66, NOTE: 54, PUBLIC: 54}  # fmt: skip
REST = (SUPPLIER, NOTE, PUBLIC)  # below the table where even the tight columns have no room
SHORTEST_NAME = 90  # where that much alone is left for the names
ROOMY = 640  # pixels in the standard size, from which the page has room for its hint
FULL_BAR = 1.0  # a change of 100 % fills its half of the bar
NAMES = {
    "thing": "指标名称",
    "unit": "单位",
    "value": "数字",
    "supplier": "提供单位",
    "note": "备注",
}


class LedgerPage(QWidget):
    """Typing in a cell of 今年 and Enter goes down to the next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: tuple[Entry, ...] | None = None
        self.model = LedgerModel(self._edit, self)
        self.table, self.rest = LedgerTable(), LedgerRest()
        self.rest.hide()
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(DIFFERENCE, ChangeDelegate(desk, self.table))
        self.filter_choice = Choice(
            "显示哪些数字", {"all": "全部", "blank": "还没填的", "odd": "变化大的"}
        )
        self._count = label("", "soft")
        self._setup_table()
        title = row(
            label("数字台账", "heading"),
            self._count,
            None,
            self.filter_choice,
            margins=(20, 10, 20, 10),
        )
        words = "文中同一个数字只在这里填一次，文字、合计和附表都会跟着变。"
        self._hint = hint = label(words, "soft", wrap=True)
        add = button("＋ 加一个数字", self._on_add, part="link")
        self.calculate = button("用别的数算出来…", self._on_formula, part="link")
        self.calculate.setToolTip("选中一行，设成几个数相加或占比，例如 村+社区、化解率（Ctrl+=）")
        self._troubles = label("", "warn", wrap=True)
        self._troubles.hide()
        line = row(hint, None, self.calculate, 10, add, grow=0)
        line.setStretch(0, 20)  # the stretch behind it counts only where the hint is hidden
        body = column(
            line,
            self._troubles,
            self.table,
            self.rest,
            spacing=8,
            margins=(20, 10, 20, 16),
        )
        self.setLayout(column(frame(title, "bar"), body, spacing=0, grow=1))
        self._connect()

    def _connect(self) -> None:
        session = self._desk.session
        self.filter_choice.chosen.connect(self._on_show)
        self.filter_choice.show_choice("all")
        session.draft_changed.connect(self._refresh)
        session.report_changed.connect(self._refresh)
        session.opened.connect(self._on_opened)
        self._desk.look.changed.connect(self._setup_table)
        self._desk.closed.connect(self.table.keep_typed)
        self._desk.closed.connect(self.rest.keep_typed)
        self.rest.given.connect(self._edit)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._show_rest())
        self.table.resized.connect(self._fit_names)
        keys = QShortcut(QKeySequence("Ctrl+="), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_formula)
        self._refresh()

    def _setup_table(self) -> None:
        scaled = self._desk.look.scaled
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(scaled(38))
        self._fit_names()
        self.table.verticalHeader().setDefaultSectionSize(scaled(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what room is left, and never less than can be read."""
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= self._desk.look.scaled(ROOMY))
        self._fit_names()

    def _fit_names(self) -> None:
        """The names take what room is left; where there is little, every column gives some."""
        scaled, room = self._desk.look.scaled, self.table.viewport().width()
        widths = WIDTHS if room >= scaled(sum(WIDTHS.values())) else TIGHT
        scarce = room < scaled(sum(TIGHT.values()))
        for at in REST:
            self.table.setColumnHidden(at, scarce)
        self.rest.setVisible(scarce)
        for at, width in widths.items():
            self.table.setColumnWidth(at, scaled(width))
        shown = [at for at in widths if at != THING and not (scarce and at in REST)]
        others = sum(scaled(widths[at]) for at in shown)
        least = scaled(SHORTEST_NAME if scarce else widths[THING])
        self.table.setColumnWidth(THING, max(least, room - others))

    def _show_rest(self) -> None:
        """What the hidden columns say of the chosen figure."""
        index, session = self.table.currentIndex(), self._desk.session
        entry = self.model.entry(index.row()) if index.isValid() else None
        self.rest.show_entry(entry, locked=bool(session.read_only))

    def go_to(self, entry_id: str) -> None:
        """Put the cursor on this year's value of an entry."""
        if self.model.row_of(entry_id) < 0:
            self.filter_choice.show_choice("all")
            self._on_show("all")
        index = self.model.index(self.model.row_of(entry_id), VALUE)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self.table.setFocus()

    def show_blank(self) -> None:
        """Only what is not given yet, the cursor on the first of them."""
        self.filter_choice.show_choice("blank")
        self._on_show("blank")
        self.table.setCurrentIndex(self.model.index(0, VALUE))
        self.table.setFocus()

    def _on_opened(self) -> None:
        self._refresh()
        self._on_show(self.filter_choice.choice or "all")

    def _refresh(self) -> None:
        draft = self._desk.session.draft
        self.model.show(draft, self._desk.session.entries)
        if draft is not None:
            given, total = figures_given(draft)
            self._count.setText(f"共 {total} 个，还缺 {total - given} 个")
            self._show_rest()
            self._ask_troubles(draft)

    def _ask_troubles(self, draft: Draft) -> None:
        """Figures that cannot stand together are told at once, worked out in the background."""
        if draft.ledger is self._asked:
            return
        self._asked, kit = draft.ledger, self._desk.kit
        self._desk.tasks.start(
            "ledger-troubles",
            lambda _progress: flow.ledger_troubles(draft, kit),
            self._show_troubles,
            replaces=True,
        )

    def _show_troubles(self, troubles: tuple[Trouble, ...]) -> None:
        self._troubles.setText("\n".join(each.sentence for each in troubles[:4]))
        self._troubles.setVisible(bool(troubles))

    def _on_show(self, which: str) -> None:
        from lawdraft.ui.figures import change_of

        def odd(last: str | None, value: str | None) -> bool:
            change = change_of(last, value)
            return change is not None and change[1] is not None and abs(change[1]) >= 0.5

        self.model.filter(
            {
                "blank": lambda entry: not entry.value and not entry.formula,
                "odd": lambda entry: odd(entry.last, entry.value),
            }.get(which, lambda _entry: True)
        )
        self.model.refilter()

    def _edit(self, entry_id: str, field: str, value: Any) -> bool:
        session = self._desk.session
        if session.draft is None:
            return False
        if field == "value":
            draft = give_figure(session.draft, entry_id, value)
        else:
            draft = editing.set_entry(session.draft, entry_id, **{field: value})
        what = f"改{NAMES.get(field, '是否公开')}"
        return session.apply(draft, what)

    def _on_formula(self) -> None:
        from lawdraft.ui.dialogs.formula import FormulaDialog

        draft, index = self._desk.session.draft, self.table.currentIndex()
        if draft is None or self._desk.session.read_only:
            return
        if not index.isValid():
            self._desk.tell("请先在表里选中要算出来的那个数字。")
            return
        FormulaDialog(self, self._desk, draft, self.model.entry(index.row())).exec()
        self.table.setFocus()

    def _on_add(self) -> None:
        session = self._desk.session
        if session.draft is None:
            return
        new = editing.new_id(session.draft, "e")
        if session.edit(editing.add_entry, "新的数字", what="加一个数字"):
            index = self.model.index(self.model.row_of(new), THING)
            self.table.setCurrentIndex(index)
            self.table.edit(index)


class LedgerTable(QTableView):
    """A table for typing figures one below the other."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is laid out before its table: only here the room is known."""
        super().resizeEvent(event)
        self.resized.emit()

    def keep_typed(self) -> None:
        """What stands in a cell still open is taken, as Enter would."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("数字台账")
        self.verticalHeader().hide()
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)

    def closeEditor(self, editor: QWidget, hint: object) -> None:
        """Enter went into the model: on to the row below."""
        from PySide6.QtWidgets import QAbstractItemDelegate

        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            index = self.currentIndex()
            below = self.model().index(index.row() + 1, index.column())
            if below.isValid():
                QTimer.singleShot(0, self, lambda: self.setCurrentIndex(below))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins to edit; Delete empties."""
        index = self.currentIndex()
        editing_now = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing_now:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            return
        if event.key() == Qt.Key.Key_Delete and index.column() in FIELDS:
            self.model().setData(index, "")
            return
        super().keyPressEvent(event)


class ChangeDelegate(QStyledItemDelegate):
    """The change in words over a small bar: right for more, left for less."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def createEditor(
        self,
        _parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QLineEdit:
        """The change works itself out."""
        return None  # type: ignore[return-value]

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """In a narrow column the number without its share."""
        super().initStyleOption(option, index)
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        words: str = option.text  # type: ignore[attr-defined]
        if metrics.horizontalAdvance(words) > rect.width() - 8:
            option.text = words.partition("（")[0]  # type: ignore[attr-defined]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Words, and the bar at the cell's foot."""
        super().paint(painter, option, index)
        share = index.data(CHANGE)
        if share is None or share == 0:
            return
        colours = self._desk.look.colours
        cell = QRectF(option.rect)  # type: ignore[attr-defined]
        middle, length = cell.center().x(), cell.width() / 2 - 10
        width = min(abs(share) / FULL_BAR, 1.0) * length
        bar = QRectF(middle if share > 0 else middle - width, cell.bottom() - 5, width, 3)
        tone = colours.warn if abs(share) >= 0.5 else colours.accent
        painter.fillRect(bar, QColor(tone))
        painter.fillRect(QRectF(middle, cell.bottom() - 7, 1, 6), QColor(colours.line_strong))
