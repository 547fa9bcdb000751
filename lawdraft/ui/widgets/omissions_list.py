"""What the public version leaves out: every place listed, each brought back by one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from lawdraft import flow
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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filling = False
        self._caption = label("", "soft", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName("公开版略去的地方")
        self.list.setWordWrap(True)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setMaximumHeight(desk.look.scaled(260))
        self.setLayout(column(self._caption, self.list, spacing=6))
        self.list.itemChanged.connect(self._on_changed)
        desk.session.report_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Everything the rules find in the report as it stands."""
        session = self._desk.session
        if session.report is None or session.draft is None or self.isHidden():
            return
        _public, omissions = flow.public_version(session.report, session.draft)
        unlike = {one.key: one for one in omissions}
        kept = set(session.draft.wishes.kept_public)
        self._filling = True
        self.list.clear()
        for key, one in unlike.items():
            self.list.addItem(_item(one, left_out=key not in kept))
        self._filling = False
        self.list.setVisible(bool(unlike))
        self._caption.setText(
            "打勾的地方公开版里略去；去掉勾就保留原文。" if unlike else "没有要略去的地方。"
        )

    def _on_changed(self, _item: QListWidgetItem) -> None:
        if self._filling:
            return
        items = [self.list.item(i) for i in range(self.list.count())]
        kept = tuple(i.data(KEY) for i in items if i.checkState() is Qt.CheckState.Unchecked)
        self._desk.session.edit(_keep, kept, what="改公开版")


def _keep(draft: Draft, kept: tuple[str, ...]) -> Draft:
    return wishing.set_wishes(draft, kept_public=kept)


def _item(one: Omission, *, left_out: bool) -> QListWidgetItem:
    words = one.removed if len(one.removed) <= LONGEST else one.removed[:LONGEST] + "……"
    instead = f" → {one.put}" if one.put else ""
    made = QListWidgetItem(f"{one.kind}：{words}{instead}\n{one.why}")
    made.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
    )
    made.setCheckState(Qt.CheckState.Checked if left_out else Qt.CheckState.Unchecked)
    made.setData(KEY, one.key)
    return made
