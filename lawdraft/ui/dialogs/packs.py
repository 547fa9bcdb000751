"""知识包: what the program knows, up to which day, from where; a newer pack taken in, or given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model.errors import LawdraftError
from lawdraft.model.pack import PACK_KINDS
from lawdraft.ui.widgets.basics import button, clear, column, frame, label, restyle, row, scrolling
from lawdraft.ui.widgets.wrapping import Wrapping

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from lawdraft.model.pack import PackInfo
    from lawdraft.ui.desk import Desk

FILES = "知识包 (*.json *.toml)"
CHANGEABLE = ("laws", "phrases", "indicators", "wording", "outline")
INTRO = (
    "核查时依据的法规、提法、指标和用词都在知识包里。法律会修订，提法会更新："
    "拿到新的知识包文件，导入就能跟上，不必重装程序。"
)
COUNTED = {"places": "个乡镇街道", "outline": "项内容"}


class PacksDialog(QDialog):
    """One card a pack."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("知识包")
        self._told = label("", "small", wrap=True)
        self._told.hide()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.backs: dict[str, QPushButton] = {}
        self.cards: dict[str, QFrame] = {}
        self._build()
        self.refill()
        room, screen = desk.look.scaled, self.screen().availableGeometry()
        self.resize(min(room(760), screen.width() - 40), min(room(600), screen.height() - 60))

    def _build(self) -> None:
        inside = QWidget()
        inside.setLayout(column(self._cards, None, margins=(2, 2, 10, 2)))
        take = button("导入知识包文件…", self._on_import, part="primary")
        close = button("关闭", self.accept)
        intro = label(INTRO, "soft", wrap=True)
        foot = row(take, None, close)
        self._area = area = scrolling(inside, "正在使用的知识包")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to scroll by keyboard
        self.setLayout(column(intro, area, self._told, foot, spacing=10, margins=(20, 16, 18, 14), grow=1))  # fmt: skip

    # -- showing ---------------------------------------------------------------------------------

    def refill(self) -> None:
        """List the packs anew."""
        clear(self._cards)
        self.backs, self.cards = {}, {}
        for info in flow.list_packs(self._desk.kit):
            made = self._card(info)
            self.cards.setdefault(info.kind, made)
            self._cards.addWidget(made)

    def go_to(self, kind: str) -> None:
        """The pack of a kind at the top, and marked."""
        if (card := self.cards.get(kind)) is not None:
            self._area.verticalScrollBar().setValue(card.y())
            restyle(card, state="current")

    def _card(self, info: PackInfo) -> QFrame:
        date = label(f"知识截至 {info.as_of}", "badge") if info.as_of else None
        head = [label(f"{PACK_KINDS.get(info.kind, info.kind)}：{info.name}", "heading")]
        badges = [date] if date else []
        if not info.shipped:
            badges.append(label("您导入的", "good"))
        if info.trouble:
            badges = [label("用不了", "bad")]
        title = Wrapping(*head, *badges, spacing=10, between=4)
        facts = label(_facts(info), "small", wrap=True)
        parts: list[QWidget] = [facts]
        if info.trouble:
            parts.append(label(info.trouble, "bad", wrap=True))
        elif info.source:
            parts.append(label(f"来源：{info.source}", "small", wrap=True))
        if not info.shipped and info.kind in CHANGEABLE:
            parts.append(self._back(info))
        made = frame(column(title, *parts, spacing=5, margins=(16, 12, 16, 12)))
        made.setAccessibleName(f"{PACK_KINDS.get(info.kind, '')}，{info.name}，{_facts(info)}")
        return made

    def _back(self, info: PackInfo) -> QPushButton:
        made = button("换回随程序的", lambda: self.give_back(info.kind), part="link")
        made.setAccessibleName(f"{PACK_KINDS[info.kind]}换回随程序的")
        self.backs[info.kind] = made
        return made

    def tell(self, words: str, tone: str = "small") -> None:
        """What came of the last thing done."""
        self._told.setText(words)
        self._told.setVisible(bool(words))
        restyle(self._told, part=tone)

    @property
    def told(self) -> str:
        """The sentence shown."""
        return self._told.text()

    # -- doing -----------------------------------------------------------------------------------

    def _on_import(self) -> None:
        from lawdraft.ui.dialogs.files import ask_file

        if (file := ask_file(self, "选择知识包文件", FILES)) is not None:
            self.take_in(file)

    def take_in(self, file: Path) -> None:
        """Check a pack file and use it from now on; a bad one is one sentence, nothing changes."""
        try:
            info = flow.import_pack(file, self._desk.kit)
        except LawdraftError as error:
            self.tell(f"{error.sentence}原来的照用。", "bad")
            return
        until = f"，知识截至 {info.as_of}" if info.as_of else ""
        self._changed(f"已采用“{info.name}”{until}。")

    def give_back(self, kind: str) -> None:
        """The shipped pack of a kind again."""
        try:
            flow.remove_pack(kind, self._desk.kit)
        except LawdraftError as error:
            self.tell(error.sentence, "bad")
            return
        self._changed(f"{PACK_KINDS[kind]}换回了随程序的知识包。")

    def _changed(self, words: str) -> None:
        self.refill()
        self.tell(f"{words}打开着的草稿已按它重新核查。" if self._desk.session.draft else words)
        self._desk.live.refresh()


def _facts(info: PackInfo) -> str:
    """版本 2026.11　616 条　随程序"""
    counted = f"{info.entries} {COUNTED.get(info.kind, '条')}" if info.entries else ""
    version = f"版本 {info.version}" if info.version else ""
    return "　".join(part for part in (version, counted, "" if not info.shipped else "随程序") if part)  # fmt: skip


def show_packs(parent: QWidget, desk: Desk, about: str = "") -> None:
    """Open the dialog until it is closed; `about`: the kind of pack to show first."""
    dialog = PacksDialog(parent, desk)
    QTimer.singleShot(0, dialog, lambda: dialog.go_to(about))
    dialog.exec()
