"""The ledger of figures as a table: last year beside this year, the change as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lawdraft import flow
from lawdraft.ui.figures import change_in_words, change_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lawdraft.model.draft import Draft, Entry

Index = QModelIndex | QPersistentModelIndex
CHANGE = Qt.ItemDataRole.UserRole + 1  # share of change, for the bar
ENTRY = Qt.ItemDataRole.UserRole + 2
THING, UNIT, LAST, VALUE, DIFFERENCE, SUPPLIER, NOTE, PUBLIC = range(8)
HEADERS = ("指标", "单位", "去年", "今年", "增减", "谁提供", "备注", "可公开")
FIELDS = {THING: "thing", UNIT: "unit", VALUE: "value", SUPPLIER: "supplier", NOTE: "note"}
EDITABLE = frozenset(FIELDS)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LedgerModel(QAbstractTableModel):
    """`edit(entry id, field, value)` is called for what the user types."""

    def __init__(
        self, edit: Callable[[str, str, object], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._edit = edit
        self._entries: tuple[Entry, ...] = ()
        self._all: tuple[Entry, ...] = ()
        self._draft: Draft | None = None
        self._known: Mapping[str, Entry] = {}
        self._wanted: Callable[[Entry], bool] = lambda _entry: True

    def show(self, draft: Draft | None, worked_out: Mapping[str, Entry] | None = None) -> None:
        """Take the draft's ledger; rows stay where only values change.

        `worked_out`: the entries with the values of their formulas.
        """
        known = worked_out or {}
        given = draft.ledger if draft else ()
        before, self._draft = self._draft, draft
        if before is not None and before.ledger is given and known is self._known:
            return
        self._known = known
        ledger = tuple(known.get(e.id, e) for e in given)
        if ledger != self._all:
            self._all = ledger
            self._arrange()

    def filter(self, wanted: Callable[[Entry], bool]) -> None:
        """Show only these entries."""
        self._wanted = wanted
        self._arrange()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._entries[row]

    def row_of(self, entry_id: str) -> int:
        """The row of an entry, or -1."""
        return next((n for n, each in enumerate(self._entries) if each.id == entry_id), -1)

    def _arrange(self) -> None:
        # An entry that no longer fits the filter stays until the filter is set again: a row must
        # not vanish under the hand that has just filled it.
        shown = {entry.id for entry in self._entries}
        entries = tuple(e for e in self._all if self._wanted(e) or e.id in shown)
        if [e.id for e in entries] != [e.id for e in self._entries]:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        before, self._entries = self._entries, entries
        for row, (old, new) in enumerate(zip(before, entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, PUBLIC))

    def refilter(self) -> None:
        """Apply the filter anew, letting go of rows that no longer fit."""
        self.beginResetModel()
        self._entries = tuple(entry for entry in self._all if self._wanted(entry))
        self.endResetModel()

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row an entry."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of HEADERS."""
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            last = self._draft.last_called if section == LAST and self._draft else ""
            return last or HEADERS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be edited; a figure with a formula works itself out."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if index.column() == PUBLIC:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        formula = index.column() == VALUE and self._entries[index.row()].formula
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE and not formula else flags  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _words(entry, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == PUBLIC:
            return Qt.CheckState.Checked if entry.public else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (LAST, VALUE):
            return RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.thing}，{HEADERS[column]}：{_words(entry, column) or '空'}"
        if role == CHANGE and column == DIFFERENCE:
            change = change_of(entry.last, entry.value)
            return change[1] if change else None
        return entry.id if role == ENTRY else None

    def _hint(self, entry: Entry, column: int) -> str:
        if column == VALUE and entry.formula and self._draft is not None:
            return f"由别的数字自动算出：{flow.formula_words(entry.formula, self._draft)}"
        if column == THING and self._draft is not None:
            return "\n".join(filter(None, (entry.thing, flow.where_told(entry, self._draft))))
        if column == PUBLIC:
            return "不打勾的数字在公开版里略去"
        if column == DIFFERENCE:
            return change_in_words(entry.last, entry.value)
        return _words(entry, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What the user typed or ticked goes to the draft."""
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == PUBLIC:
            return self._edit(entry.id, "public", Qt.CheckState(value) == Qt.CheckState.Checked)
        if role != Qt.ItemDataRole.EditRole or index.column() not in FIELDS:
            return False
        field, typed = FIELDS[index.column()], str(value).strip()
        blank = None if field in ("unit", "value") else ""
        return self._edit(entry.id, field, typed or blank)


def _words(entry: Entry, column: int) -> str:
    if column == DIFFERENCE:
        return change_in_words(entry.last, entry.value).removeprefix("比去年")
    if column == PUBLIC:
        return ""
    if column == VALUE and entry.formula and not entry.value:
        return "自动算出"
    return str(getattr(entry, {LAST: "last"}.get(column, FIELDS.get(column, "thing"))) or "")
