"""谁提供, 备注 and 可公开 of the chosen figure, where the table has no room for their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from lawdraft.ui.widgets.basics import label, row
from lawdraft.ui.widgets.undoable import let_undo_pass, lock, put_words

if TYPE_CHECKING:
    from lawdraft.model.draft import Entry

FIELDS = (("supplier", "谁提供"), ("note", "备注"))


class LedgerRest(QWidget):
    """One line of fields; what is typed goes out when the field is left or Enter is pressed."""

    given = Signal(str, str, object)  # entry id, field, value

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self.fields = {name: _field(words) for name, words in FIELDS}
        self.public = QCheckBox("可公开")
        self.public.setToolTip("不打勾的数字在公开版里略去")
        parts = [part for name, words in FIELDS for part in (label(words, "soft"), self.fields[name])]  # fmt: skip
        self.setLayout(row(*parts, self.public, spacing=6))
        for name, field in self.fields.items():
            field.editingFinished.connect(lambda name=name: self._on_typed(name))
        self.public.clicked.connect(lambda ticked: self._give("public", ticked))
        self.show_entry(None, locked=True)

    def show_entry(self, entry: Entry | None, *, locked: bool) -> None:
        """The fields of this figure; what is being typed of another one was taken before."""
        self._entry = entry
        for name, field in self.fields.items():
            put_words(field, str(getattr(entry, name) or "") if entry else "")
            lock(field, locked=locked)
        self.public.setChecked(entry is not None and entry.public)
        self.public.setEnabled(not locked)
        self.setEnabled(entry is not None)

    def keep_typed(self) -> None:
        """What stands in a field still open is taken, as Enter would."""
        for name in self.fields:
            self._on_typed(name)

    def _on_typed(self, name: str) -> None:
        words = self.fields[name].text().strip()
        if self._entry is not None and words != (getattr(self._entry, name) or ""):
            self._give(name, words)

    def _give(self, field: str, value: object) -> None:
        if self._entry is not None:
            self.given.emit(self._entry.id, field, value)


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    let_undo_pass(made)
    return made
