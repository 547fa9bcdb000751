"""Fonts that the document names and this computer lacks; one click takes the one it has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import wishing
from lawdraft.ui.widgets.basics import button, clear, frame, label, row

if TYPE_CHECKING:
    from lawdraft.flow.layouts import MissingFont
    from lawdraft.model.draft import Draft
    from lawdraft.ui.desk import Desk

OPTIONS = {
    "body": "正文字体",
    "level1": "一级标题字体",
    "level2": "二级标题字体",
    "title": "标题字体",
    "page_number": "页码字体",
    "digits": "数字字体",
}


class FontsBox(QWidget):
    """A sentence for each missing font; nothing at all where every font is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.setLayout(self._rows)
        self.setAccessibleName("字体")

    def refresh(self) -> None:
        """Look again, where the wishes have changed."""
        draft = self._desk.session.draft
        if draft is None or self._shown == draft.wishes:
            return
        self._shown = draft.wishes
        clear(self._rows)
        wished = flow.wished(draft.wishes, self._desk.kit)
        missing = flow.missing_fonts(QFontDatabase.families(), self._desk.kit, **wished)
        for font in missing:
            if font.instead:
                self._rows.addWidget(self._row(font))
        absent = [font for font in missing if not font.instead]
        if absent:
            self._rows.addWidget(_told(absent))
        chosen = [name for name, _family in draft.wishes.options if name in OPTIONS.values()]
        if chosen:
            back = button("字体恢复成版式规定的", lambda: self._back(chosen), part="link")
            self._rows.addLayout(row(back, None))
        self.setVisible(bool(missing or chosen))

    def _row(self, font: MissingFont) -> QWidget:
        words = label(font.sentence, wrap=True)
        use = partial(self._take, OPTIONS[font.key], font.instead)
        take = button(f"改用“{font.instead}”", use)
        return frame(row(words, take, margins=(12, 6, 10, 6), grow=0), "box")

    def _take(self, option: str, family: str) -> None:
        self._desk.session.edit(wishing.set_option, option, family, what="换字体")

    def _back(self, options: list[str]) -> None:
        def without(draft: Draft) -> Draft:
            for option in options:
                draft = wishing.set_option(draft, option, "")
            return draft

        self._desk.session.edit(without, what="恢复字体")


def _told(absent: list[MissingFont]) -> QWidget:
    """Fonts for which this computer has nothing alike, in one sentence."""
    names = "、".join(dict.fromkeys(f"“{font.family}”" for font in absent))
    words = label(
        f"这台电脑没有{names}，也没有可以代替的。照样能导出：拿到有这些字体的电脑上打开，版面不变；"
        "要在这台电脑上打印，请先装上。",
        wrap=True,
    )
    words.setToolTip("\n".join(font.sentence for font in absent))
    return frame(row(words, margins=(12, 6, 10, 6)), "box")
