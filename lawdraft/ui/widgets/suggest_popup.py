"""Words to choose from at a card: the year's notes, our wordings, the user's own phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lawdraft.ui.widgets.basics import column, frame, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lawdraft.model.diary import DiaryNote

Kind = Literal["note", "variant", "phrase"]
NAMES: dict[Kind, str] = {"note": "随手记", "variant": "常用说法", "phrase": "我的话"}
NOTHING = (
    "这里还没有可用的话。平时按 Ctrl+J 随手记一笔，写报告时就会出现在这里；"
    "选中一段话点右键，可以存为“我的话”。"
)
ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words as they would be printed; `source` is the template of a wording."""

    kind: Kind
    words: str
    source: str = ""
    note: DiaryNote | None = None
    told: bool = False  # stands in the draft already


class SuggestPopup(QWidget):
    """Typing narrows the list, arrows move in it, Enter takes, Esc closes, Delete forgets."""

    taken = Signal(str, object)  # card id, Suggestion
    forgotten = Signal(str)  # a phrase of the user's own

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName("换个说法、常用的话、随手记")
        self._card = ""
        self._all: tuple[Suggestion, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText("输入几个字来找")
        self.search.setAccessibleName("找")
        self.search.textChanged.connect(lambda _words: self._fill())
        self.list = QListWidget()
        self.list.setAccessibleName("可用的话")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(lambda *_: self._show_hint())
        self._hint = label("", "small", wrap=True)
        keys = label("↑↓ 选　回车放进去　Esc 关闭", "faint")
        inside = column(
            self.search, self.list, self._hint, row(keys, None), spacing=6, margins=(14, 12, 14, 10)
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(_framed(inside))

    def offer(self, card_id: str, suggestions: tuple[Suggestion, ...], at: QPoint) -> None:
        """Show what there is for a card, beside a point of the screen."""
        self._card, self._all = card_id, suggestions
        self.search.clear()
        self._fill()
        room = self.screen().availableGeometry()
        self.resize(min(620, room.width() - 20), min(400, room.height() - 20))
        x = min(max(at.x(), room.left() + 4), room.right() - self.width() - 4)
        y = min(max(at.y(), room.top() + 4), room.bottom() - self.height() - 4)
        self.move(x, y)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter work while one types."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            place = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
            self.list.setCurrentRow(place)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Delete and self._current_kind() == "phrase":
            self._forget()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _current_kind(self) -> str:
        item = self.list.currentItem()
        return item.data(ITEM).kind if item is not None and item.data(ITEM) else ""

    def _fill(self) -> None:
        self.list.clear()
        wanted = self.search.text().strip()
        for each in self._all:
            if wanted in each.words or wanted in NAMES[each.kind]:
                tail = "（已写进报告）" if each.told else ""
                item = QListWidgetItem(f"【{NAMES[each.kind]}】{each.words}{tail}")
                item.setData(ITEM, each)
                self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self._show_hint()

    def _show_hint(self) -> None:
        hints = {
            "note": "放在光标处；记下的数字同时记进台账。",
            "variant": "空的一条直接填上，已有字的在下面另起一条；×× 是还没填的数字。",
            "phrase": "放在光标处。按 Delete 从“我的话”里删掉。",
        }
        self._hint.setText(
            hints.get(self._current_kind(), NOTHING if not self._all else "没有找到。")
        )

    def _take(self, item: QListWidgetItem | None) -> None:
        chosen = item.data(ITEM) if item is not None else None
        if chosen is not None:
            self.hide()
            self.taken.emit(self._card, chosen)

    def _forget(self) -> None:
        gone = self.list.currentItem().data(ITEM)
        self._all = tuple(each for each in self._all if each != gone)
        self._fill()
        self.forgotten.emit(gone.words)


def _framed(inside: QVBoxLayout) -> QFrame:
    return frame(inside, "popup")
