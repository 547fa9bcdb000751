"""The left rail: the steps of the way, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from lawdraft.ui.widgets.basics import ToolButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from lawdraft.ui.look import Look

STEPS = (
    ("import", "导入", "开始：去年的报告、最近的草稿"),
    ("recognise", "识别", "看看去年的报告认得对不对"),
    ("fill", "填写", "逐条定下今年的内容和数字"),
    ("preview", "预览", "按公文版式看成稿"),
    ("check", "核查", "上报前还要改什么"),
    ("export", "导出", "生成 Word 等文件"),
)
LOWEST = 490  # pixels that marks and words of all buttons need, at the standard size
UNDER_ICON = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
WORDS_ONLY = Qt.ToolButtonStyle.ToolButtonTextOnly


class Rail(QWidget):
    """Buttons for the steps; Alt+1 … Alt+6 reach them too."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("步骤")
        self._look = look
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 10)
        self._layout.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._extra: list[tuple[QToolButton, str]] = []
        self._build()
        look.changed.connect(self._repaint)
        self._repaint()

    def _build(self) -> None:
        self._mark = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._mark.setAccessibleName("法治报告助手")
        self._layout.addWidget(self._mark)
        self._layout.addSpacing(10)
        for number, (key, text, hint) in enumerate(STEPS, 1):
            made = self._button(text, f"{hint}（Alt+{number}）")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            self._buttons[key] = made
            self._layout.addWidget(made)
        self._layout.addStretch(1)

    def add_extra(self, icon: str, text: str, hint: str) -> QToolButton:
        """A button at the rail's foot: look, help."""
        made = self._button(text, hint)
        self._extra.append((made, icon))
        self._layout.addWidget(made)
        self._repaint()
        return made

    def mark(self, key: str) -> None:
        """Show which step is open."""
        self._buttons[key].setChecked(True)
        self._repaint()

    def allow(self, keys: Iterable[str]) -> None:
        """Only these steps can be chosen now."""
        allowed = set(keys)
        for key, made in self._buttons.items():
            made.setEnabled(key in allowed)
        self._repaint()

    def _button(self, text: str, hint: str) -> QToolButton:
        made = ToolButton()
        made.setText(text)
        made.setToolTip(hint)
        made.setAccessibleName(text)
        made.setAccessibleDescription(hint)
        made.setProperty("part", "step")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without pictures where they would lie over the words: large type on a low screen."""
        super().resizeEvent(event)
        self._repaint()

    @property
    def _short(self) -> bool:
        return self.height() < self._look.scaled(LOWEST)

    def _repaint(self) -> None:
        colours, size = self._look.colours, self._look.scaled(24)
        self._mark.setVisible(not self._short)
        self._mark.setPixmap(self._look.pixmap("lawdraft", "", self._look.scaled(38)))
        self.setFixedWidth(self._look.scaled(84))
        for key, made in self._buttons.items():
            tone = "#FFFFFF" if made.isChecked() else colours.rail_ink
            made.setIcon(self._look.icon(key, tone if made.isEnabled() else "#5E7079", size))
            self._shape(made, size)
        for made, icon in self._extra:
            made.setIcon(self._look.icon(icon, colours.rail_ink, size))
            self._shape(made, size)

    def _shape(self, made: QToolButton, size: int) -> None:
        made.setIconSize(QSize(size, size))
        made.setFixedWidth(self._look.scaled(84))
        made.setToolButtonStyle(WORDS_ONLY if self._short else UNDER_ICON)
        made.setMinimumHeight(self._look.scaled(30 if self._short else 48))
        made.setMaximumHeight(self._look.scaled(64))
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
