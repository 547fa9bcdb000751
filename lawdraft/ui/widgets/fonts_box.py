"""Fonts that the document names: which are missing here, and their other names one click away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from lawdraft import flow
from lawdraft.model import wishing
from lawdraft.ui.widgets.basics import button, clear, frame, holder, label, row
from lawdraft.ui.widgets.choice import Choice
from lawdraft.ui.widgets.wrapping import Wrapping

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


# One face under the names that offices ask for; a click takes the other one.
NAMES = {
    "body": ("仿宋_GB2312", "仿宋"),
    "level2": ("楷体_GB2312", "楷体"),
    "title": ("方正小标宋简体", "华文中宋", "宋体"),
}
PARTS = {"body": "正文", "level2": "二级标题", "title": "标题"}
SHORT = {"方正小标宋简体": "小标宋"}


class FontsBox(QWidget):
    """What is missing and one button for it; below it each face with its other name, a click away."""

    rebuilt = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.choices: dict[str, Choice] = {}
        self.setLayout(self._rows)
        self.setAccessibleName("字体")

    def refresh(self) -> None:
        """Look again, where the wishes have changed."""
        draft = self._desk.session.draft
        if draft is None or self._shown == draft.wishes:
            return
        self._shown = draft.wishes
        clear(self._rows)
        kit, wished = self._desk.kit, flow.wished(draft.wishes, self._desk.kit)
        missing = flow.missing_fonts(QFontDatabase.families(), kit, **wished)
        found = [font for font in missing if font.instead]
        absent = [font for font in missing if not font.instead]
        if found:
            self._rows.addWidget(self._offer(found))
        if absent:
            self._rows.addWidget(_told(absent))
        chosen = [name for name, _family in draft.wishes.options if name in OPTIONS.values()]
        self._rows.addWidget(self._switches(flow.layout_fonts(kit, **wished), chosen))
        self.rebuilt.emit()

    def _offer(self, found: list[MissingFont]) -> QWidget:
        """All that is missing and has its like here, with one button for the lot."""
        names = "、".join(dict.fromkeys(f"“{font.family}”" for font in found))
        instead = "、".join(dict.fromkeys(f"“{font.instead}”" for font in found))
        words = label(f"这台电脑没有{names}，可以换成{instead}，版面不变。", wrap=True)
        words.setToolTip("\n".join(font.sentence for font in found))
        take = button("都换成有的", lambda: self._take_all(found))
        return frame(row(words, take, margins=(12, 6, 10, 6), grow=0), "box")

    def _switches(self, families: dict[str, str], chosen: list[str]) -> QWidget:
        items: list[QWidget | QLayout] = []
        for key, names in NAMES.items():
            family = families.get(key, "")
            unlike = dict.fromkeys((*names, *([family] if family else [])))
            choice = Choice(f"{PARTS[key]}字体", {name: SHORT.get(name, name) for name in unlike})
            if family:
                choice.show_choice(family)
            choice.chosen.connect(partial(self._take, OPTIONS[key]))
            self.choices[key] = choice
            items.append(row(label(PARTS[key], "small"), choice, spacing=6))
        if chosen:
            items.append(button("恢复成版式规定的", lambda: self._back(chosen), part="link"))
        return holder(Wrapping(*items, spacing=16, between=6))

    def _take(self, option: str, family: str) -> None:
        draft, kit = self._desk.session.draft, self._desk.kit
        if draft is not None:  # what the layout names anyway is no wish
            wished = flow.wished(draft.wishes, kit)
            key = next(key for key, name in OPTIONS.items() if name == option)
            own = flow.layout_fonts(kit, layout=wished["layout"], preset=wished["preset"])
            family = "" if own.get(key) == family else family
        self._desk.session.edit(wishing.set_option, option, family, what="换字体")

    def _take_all(self, fonts: list[MissingFont]) -> None:
        def with_all(draft: Draft) -> Draft:
            for font in fonts:
                draft = wishing.set_option(draft, OPTIONS[font.key], font.instead)
            return draft

        self._desk.session.edit(with_all, what="换字体")

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
