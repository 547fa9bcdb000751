"""用别的数算出来: a sum, a difference or a share of other figures of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.ui.widgets.basics import button, column, holder, label, row
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.wheel import let_wheel_pass

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft, Entry
    from lawdraft.ui.desk import Desk

KINDS = {
    "sum": "几个数相加",
    "share": "占比（%）",
    "difference": "两数相减",
    "none": "不算，自己填",
}
ID = Qt.ItemDataRole.UserRole


class FormulaDialog(QDialog):
    """What is chosen becomes the entry's formula."""

    def __init__(self, parent: QWidget, desk: Desk, draft: Draft, entry: Entry) -> None:
        super().__init__(parent)
        self.setWindowTitle("用别的数算出来")
        self._desk, self._draft, self._entry = desk, draft, entry
        self._others = [e for e in draft.ledger if e.id != entry.id and e.role != "target"]
        self.kind = Choice("怎么算", KINDS)
        self.parts = QListWidget()
        self.parts.setAccessibleName("要相加的数，空格键勾选")
        self.one, self.other = self._picker("前一个数"), self._picker("后一个数")
        self._sign = label("÷", "heading")
        self._told = label("", "warn", wrap=True)
        self._told.hide()
        self._body = QStackedWidget()
        pair = column(row(self.one, self._sign, self.other, grow=0), None)
        for page in (self.parts, holder(pair), QWidget()):
            self._body.addWidget(page)
        keep = button("就这样算", self._on_keep, part="primary")
        name = label(f"“{entry.thing}”怎么算出来？", "heading", wrap=True)
        self.setLayout(
            column(name, row(self.kind, None), self._body, self._told,
                   row(None, button("取消", self.reject), keep), spacing=10, margins=(20, 16, 20, 14))
        )  # fmt: skip
        self.kind.chosen.connect(self._show_kind)
        self._fill()
        scaled, room = desk.look.scaled, self.screen().availableGeometry()
        self.resize(min(scaled(520), room.width() - 40), min(scaled(420), room.height() - 60))

    def _picker(self, name: str) -> QComboBox:
        made = QComboBox()
        let_wheel_pass(made)
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for entry in self._others:
            made.addItem(_named(entry), entry.id)
        return made

    def _fill(self) -> None:
        """What holds now; figures of the same unit first among those to add."""
        same = sorted(self._others, key=lambda e: e.unit != self._entry.unit)
        for entry in same:
            item = QListWidgetItem(_named(entry))
            item.setData(ID, entry.id)
            used = f"{{{entry.id}}}" in self._entry.formula
            item.setCheckState(Qt.CheckState.Checked if used else Qt.CheckState.Unchecked)
            self.parts.addItem(item)
        formula = self._entry.formula
        kind = "share" if "/" in formula else "difference" if "-" in formula else "sum"
        named = [each for each in formula.replace("}", "{").split("{") if each]
        for picker, entry_id in zip((self.one, self.other), named[::2], strict=False):
            picker.setCurrentIndex(max(picker.findData(entry_id), 0))
        if not formula and self._entry.unit == "%":
            kind = "share"
        self.kind.show_choice(kind)
        self._show_kind(kind)

    def _show_kind(self, kind: str) -> None:
        self._body.setCurrentIndex({"sum": 0, "none": 2}.get(kind, 1))
        self._sign.setText("÷" if kind == "share" else "－")

    @property
    def formula(self) -> str:
        """What was chosen, as the ledger keeps it; empty: typed in."""
        kind = self.kind.choice
        if kind == "none":
            return ""
        if kind == "sum":
            items = [self.parts.item(n) for n in range(self.parts.count())]
            chosen = [i.data(ID) for i in items if i.checkState() == Qt.CheckState.Checked]
            return "+".join(f"{{{each}}}" for each in chosen)
        one, other = f"{{{self.one.currentData()}}}", f"{{{self.other.currentData()}}}"
        return f"{one}/{other}*100" if kind == "share" else f"{one}-{other}"

    def _on_keep(self) -> None:
        formula = self.formula
        if self.kind.choice == "sum" and not formula:
            self._tell("请勾选要相加的数。")
            return
        try:
            draft = flow.set_formula(self._draft, self._entry.id, formula)
        except LawdraftError as error:
            self._tell(error.sentence)
            return
        self._desk.session.apply(draft, "设公式")
        self.accept()

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()


def _named(entry: Entry) -> str:
    return f"{entry.thing}（{entry.unit}）" if entry.unit else entry.thing
