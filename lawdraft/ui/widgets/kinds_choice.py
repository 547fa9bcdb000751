"""What a part of a report holds: one kind or two, chosen in two lists or from a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy, QWidget

from lawdraft.model.correcting import MOST_KINDS
from lawdraft.ui.widgets.basics import label
from lawdraft.ui.widgets.wheel import let_wheel_pass
from lawdraft.ui.widgets.wrapping import Wrapping
from lawdraft.ui.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from lawdraft.model.report import SectionKind

INHERIT = "随上一级"
ALONE = "不兼别的"
Kinds = tuple["SectionKind", ...]


class KindsChoice(QWidget):
    """`chosen` comes only from the user; () means: as the heading above."""

    chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = _choice("这一部分的类别"), _choice("同时还是哪一类", also=True)
        self.first.setToolTip("认错了就在这里改；也可以在上面的行上按回车或右键")
        self.second.setToolTip("一部分写了两样内容时用，例如“存在问题及下步打算”")
        self._words = label("类别(&L)")
        self._words.setTextFormat(Qt.TextFormat.AutoText)
        self._words.setBuddy(self.first)
        for field in (self.first, self.second):
            field.activated.connect(lambda _index: self.chosen.emit(self.kinds))
        self.setLayout(Wrapping(self._words, self.first, self.second, spacing=6))
        self.show_kinds(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the lists stand without their label."""
        super().resizeEvent(event)
        layout = self.layout()
        fields = (self.first, self.second, self._words)
        margins = layout.contentsMargins() if layout is not None else QMargins()
        wanted = sum(field.sizeHint().width() + 6 for field in fields)
        room = self.width() - margins.left() - margins.right()
        self._words.setVisible(wanted <= room + 6)

    def show_kinds(self, kinds: Kinds | None, *, inherits: bool = False) -> None:
        """The kinds of the row that is current; None where a row has none."""
        self.setEnabled(kinds is not None)
        _fill(self.first, INHERIT if inherits or not kinds else "", kinds[:1] if kinds else ())
        _fill(self.second, ALONE, kinds[1:2] if kinds else ())
        self.second.setEnabled(bool(kinds))

    @property
    def kinds(self) -> Kinds:
        """What is chosen, each kind once."""
        both = (self.first.currentData(), self.second.currentData())
        return tuple(dict.fromkeys(kind for kind in both if kind)) if both[0] else ()


def kinds_menu(
    parent: QWidget, kinds: Kinds, *, inherits: bool, choose: Callable[[Kinds], object]
) -> QMenu:
    """The same as a menu: one kind, or two ticked; the first ticked goes where a third comes."""
    menu = QMenu(parent)
    menu.addAction("这一部分是（最多两类）").setEnabled(False)
    for kind, words in KINDS.items():
        action = QAction(words, menu, checkable=True)
        action.setChecked(kind in kinds)
        action.triggered.connect(lambda _on=False, k=kind: choose(toggled(kinds, k)))
        menu.addAction(action)
    if inherits:
        menu.addSeparator()
        action = QAction(INHERIT, menu, checkable=True)
        action.setChecked(not kinds)
        action.triggered.connect(lambda _on=False: choose(()))
        menu.addAction(action)
    return menu


def toggled(kinds: Kinds, kind: SectionKind) -> Kinds:
    """The kinds with one more or one less; never more than two, and never none."""
    if kind in kinds:
        return tuple(each for each in kinds if each != kind) or kinds
    return (*kinds, kind)[-MOST_KINDS:]


def _choice(name: str, *, also: bool = False) -> QComboBox:
    made = QComboBox()
    let_wheel_pass(made)
    made.setAccessibleName(name)
    made.setProperty("part", "small")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    for kind, words in KINDS.items():
        made.addItem(f"兼{words}" if also else words, kind)
    return made


def _fill(field: QComboBox, none: str, kinds: Kinds) -> None:
    """The list with an entry for none of them first, where there is one."""
    if field.itemData(0) is None:
        field.removeItem(0)
    if none:
        field.insertItem(0, none, None)
    field.setCurrentIndex(max(field.findData(kinds[0]) if kinds else 0, 0))
