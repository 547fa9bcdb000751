"""What the public version leaves out: every place listed, each brought back by one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from lawdraft.model import wishing
from lawdraft.ui.widgets.basics import column, label

if TYPE_CHECKING:
    from lawdraft.model.draft import Draft
    from lawdraft.model.omission import Omission
    from lawdraft.ui.desk import Desk

LONGEST = 46  # characters of what was left out
KEY = Qt.ItemDataRole.UserRole


class OmissionsList(QWidget):
    """A tick means left out."""

    gone_to = Signal(str)  # key of the omission that one wants to see

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filling = False
        self._caption = label("", "soft", wrap=True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = QListWidget()
        self.list.setAccessibleName("公开版略去的地方")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self._caption, self.list, spacing=6, grow=1))
        self.list.itemChanged.connect(self._on_changed)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemClicked.connect(self._on_current)
        desk.public.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Everything the rules find in the report as it stands."""
        draft, shown = self._desk.session.draft, self._desk.public.shown
        if draft is None or self.isHidden():
            return
        found = shown.found if shown else ()
        unlike = {one.key: one for one in found if not one.follows}
        kept = set(draft.wishes.kept_public)
        wanted = [_words_of(one, left_out=key not in kept) for key, one in unlike.items()]
        if wanted != self._listed():
            self._fill(unlike, kept)
        self.list.setVisible(bool(unlike))
        none = "没有要略去的地方。" if shown else "正在找要略去的地方…"
        self._caption.setText("打勾的略去；去掉勾就保留原文。" if unlike else none)

    def _listed(self) -> list[tuple[str, bool]]:
        items = [self.list.item(i) for i in range(self.list.count())]
        return [(item.text(), item.checkState() is Qt.CheckState.Checked) for item in items]

    def _fill(self, unlike: dict[str, Omission], kept: set[str]) -> None:
        row = self.list.currentRow()
        self._filling = True
        self.list.clear()
        for key, one in unlike.items():
            self.list.addItem(_item(one, left_out=key not in kept))
        self.list.setCurrentRow(row)
        self._filling = False

    def _on_changed(self, _item: QListWidgetItem) -> None:
        if self._filling:
            return
        items = [self.list.item(i) for i in range(self.list.count())]
        kept = tuple(i.data(KEY) for i in items if i.checkState() is Qt.CheckState.Unchecked)
        self._desk.session.edit(_keep, kept, what="改公开版")

    def _on_current(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None and not self._filling:
            self.gone_to.emit(item.data(KEY))


def _keep(draft: Draft, kept: tuple[str, ...]) -> Draft:
    return wishing.set_wishes(draft, kept_public=kept)


def in_words(one: Omission) -> str:
    """What was left out and why, in two lines."""
    words = one.removed.strip().lstrip("，；").replace("\t", " ")
    words = words if len(words) <= LONGEST else words[:LONGEST] + "……"
    instead = f" → {one.put}" if one.put else ""
    return f"{one.kind}：{words}{instead}\n{one.why}"


def _words_of(one: Omission, *, left_out: bool) -> tuple[str, bool]:
    return in_words(one), left_out


def _item(one: Omission, *, left_out: bool) -> QListWidgetItem:
    made = QListWidgetItem(in_words(one))
    made.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
    )
    made.setCheckState(Qt.CheckState.Checked if left_out else Qt.CheckState.Unchecked)
    made.setData(KEY, one.key)
    return made
