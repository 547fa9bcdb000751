"""导入: the start page — last year's report in, recent drafts, a sample to try, the deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lawdraft.ui.dropping import welcome_anything
from lawdraft.ui.settings import forget_recent
from lawdraft.ui.widgets.basics import (
    button,
    clear,
    column,
    frame,
    holder,
    label,
    restyle,
    row,
    scrolling,
)

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QResizeEvent,
        QShowEvent,
    )

    from lawdraft.ui.desk import Desk
    from lawdraft.ui.settings import Recent

FORMATS = "Word、WPS、PDF、OFD、网页、纯文本都可以。原文件不会被改动。"
RECENT_SHOWN = 4
SIDE, LEFT_AT_LEAST = 350, 520  # widths for the standard size of type
LOW = 560  # below this height the drop area is small
QWIDGETSIZE_MAX = (1 << 24) - 1


class StartStep(QWidget):
    """Everything begins here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._icons: dict[str, QLabel] = {}
        self._recent = QVBoxLayout()
        self._recent.setSpacing(8)
        left = column(
            *self._greeting(), 6, self._drop_area(), 4, *self._other_ways(), None, spacing=10
        )
        right = column(
            label("最近的草稿", "heading"), self._recent, 14, *self._deadlines(),
            14, self._diary(), None, spacing=10,
        )  # fmt: skip
        self._side = holder(right)
        self._whole = row(left, self._side, spacing=36, margins=(44, 32, 36, 20))
        self._whole.setStretch(0, 1)
        self.setLayout(column(scrolling(holder(self._whole), "开始"), spacing=0))
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._on_paste)
        desk.keeper.opened.connect(self._list_recent)
        desk.keeper.moved.connect(self._list_recent)
        desk.recent_changed.connect(self._list_recent)
        desk.look.changed.connect(self._restyle)
        self._restyle()

    # -- building --------------------------------------------------------------------------------

    def _greeting(self) -> tuple[QLabel, QLabel]:
        words = (
            "导入去年的报告，程序认出它的结构，您逐条填上今年的情况，最后得到排好版的 Word 文件。"
        )
        return label("写今年的法治政府建设年度报告", "title"), label(
            f"{words}全部在这台电脑上完成，不连网络。", "soft", wrap=True
        )

    def _drop_area(self) -> QFrame:
        self._drop_icon = label()
        self._drop_icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        first = label("把去年的报告拖到这里", "heading")
        first.setAlignment(Qt.AlignmentFlag.AlignCenter)
        formats = label(FORMATS, "small", wrap=True)
        formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button("选择文件…", self._on_choose, part="primary")
        self.choose.setToolTip("从电脑里选去年的报告")
        paste = button("粘贴复制的文字", self._on_paste, part="link")
        paste.setToolTip("在网页或 Word 里复制好去年的报告，再点这里（Ctrl+V）")
        inside = column(
            None, self._drop_icon, first, 2, row(None, self.choose, 6, paste, None), 2, formats, None,
            spacing=8, margins=(24, 22, 24, 22),
        )  # fmt: skip
        self._drop = DropArea(self._desk, self)
        self._drop.setLayout(inside)
        self._drop.setMinimumHeight(230)
        return self._drop

    def _other_ways(self) -> tuple[QPushButton, ...]:
        ways = (
            (
                "sample",
                "用样例试一试",
                "一个虚构乡镇的报告，随便改，不影响您的文件",
                self._on_sample,
            ),
            ("plus", "没有去年的报告", "从常见结构的提纲开始写", self._on_blank),
            ("folder", "打开草稿文件…", "从U盘或别的电脑拷来的 .lawdraft 文件", self._on_open),
            ("table", "汇总各单位的报告", "县里收齐了，放在一个文件夹里一次看完", self._on_survey),
        )
        return tuple(self._tile(*way) for way in ways)

    def _tile(self, picture: str, title: str, detail: str, action: object) -> QPushButton:
        made = button("", part="tile")
        made.setAccessibleName(title)
        made.setAccessibleDescription(detail)
        icon = self._icons[picture] = label()
        made.setLayout(row(icon, column(label(title), label(detail, "small"), spacing=1), None, spacing=14, margins=(14, 9, 14, 9)))  # fmt: skip
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(action)
        return made

    def _deadlines(self) -> tuple[QLabel, QFrame]:
        self._dates_box = QVBoxLayout()
        self._dates_box.setSpacing(10)
        own = button("县里另有要求…", self._on_own_date, part="link")
        own.setToolTip("记下县里规定的上报日期")
        inside = column(self._dates_box, own, spacing=6, margins=(16, 14, 16, 10))
        return label("时限", "heading"), frame(inside)

    def _diary(self) -> QPushButton:
        made = button("随手记一笔…（Ctrl+J）", self._on_note)
        hint = "一年里办了什么、有什么数字，几秒钟记下来，年底写报告时用"
        made.setToolTip(hint)
        made.setAccessibleDescription(hint)
        return made

    def _list_dates(self) -> None:
        clear(self._dates_box)
        today = datetime.now().astimezone().date()
        for name, when in self._dates(today):
            left = (when - today).days
            days = label(f"还有 {left} 天" if left else "就是今天", "bad" if left <= 7 else "badge")
            when_words = label(f"{when.month}月{when.day}日前", "soft")
            self._dates_box.addLayout(row(label(name), None, when_words, days))

    def _dates(self, today: date) -> list[tuple[str, date]]:
        """The regulation's dates, next to come; the county's own first where it was set."""
        dates = [("报上级政府", _next(today, 3, 1)), ("向社会公开", _next(today, 4, 1))]
        own = self._desk.preferences.value.county_deadline
        try:
            day = date.fromisoformat(own)
        except ValueError:
            return dates
        return [("县里要求", _next(today, day.month, day.day)), *dates]

    def _list_recent(self) -> None:
        clear(self._recent)
        shown = self._desk.preferences.value.recent[:RECENT_SHOWN]
        for recent in shown:
            self._recent.addWidget(self._recent_tile(self._as_now(recent)))
        if not shown:
            words = "还没有草稿。导入去年的报告后，草稿会自动保存在这里，随时可以接着写。"
            self._recent.addWidget(frame(column(label(words, "soft", wrap=True), margins=(16, 14, 16, 14)), "quiet"))  # fmt: skip

    def _as_now(self, recent: Recent) -> Recent:
        """The open draft is as far as it is now, not as it was when it was opened."""
        draft, path = self._desk.session.draft, self._desk.keeper.path
        if draft is None or path is None or recent.path != str(path):
            return recent
        from lawdraft.ui.models.sections import progress

        done, total = progress(draft)
        return replace(recent, decided=done, total=total, year=draft.year)

    def _recent_tile(self, recent: Recent) -> QPushButton:
        made = button("", part="tile")
        title = f"{recent.organisation} {recent.year}年度"
        done = f"完成 {recent.decided}/{recent.total} 条" if recent.total else ""
        detail = "　".join(part for part in (_when(recent.opened), done) if part)
        made.setAccessibleName(title)
        made.setAccessibleDescription(detail)
        made.setToolTip(recent.path)
        made.setLayout(
            column(label(title), label(detail, "small"), spacing=1, margins=(14, 8, 14, 8))
        )
        fit(made)
        made.clicked.connect(lambda _checked=False: self._open_recent(recent))
        return made

    def _restyle(self) -> None:
        look = self._desk.look
        self._drop_icon.setPixmap(look.pixmap("import", look.colours.accent, look.scaled(46)))
        for icon in self._icons:
            self._icons[icon].setPixmap(look.pixmap(icon, look.colours.accent, look.scaled(26)))
        self._fit()
        self._list_recent()
        self._list_dates()
        QTimer.singleShot(0, self, self._fit_tiles)  # their letters have the new size by then

    def _fit_tiles(self) -> None:
        for tile in cast("list[QPushButton]", self.findChildren(QPushButton)):
            if tile.layout() is not None:
                fit(tile)

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet has given the letters their size."""
        super().showEvent(event)
        if self._desk.session.draft is not None:
            self._list_recent()
        self._fit_tiles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the right column stands below the left one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scaled = self._desk.look.scaled
        wide = self.width() >= scaled(SIDE + LEFT_AT_LEAST)
        way = QBoxLayout.Direction
        known = bool(self._desk.preferences.value.recent)  # who comes back goes on with a draft
        below = way.BottomToTop if known else way.TopToBottom
        self._whole.setDirection(way.LeftToRight if wide else below)
        self._side.setMinimumWidth(scaled(SIDE) if wide else 0)
        self._side.setMaximumWidth(scaled(SIDE) if wide else QWIDGETSIZE_MAX)
        low = self.height() < scaled(LOW)
        self._drop_icon.setVisible(not low)
        self._drop.setMinimumHeight(0 if low else 230)
        side, top = (24, 16) if low or not wide else (44, 32)
        self._whole.setContentsMargins(side, top, side - 8, top - 10)

    # -- doing -----------------------------------------------------------------------------------

    def read(self, path: Path) -> None:
        """A file was given: a draft is opened, anything else read as last year's report."""
        window = self.window()
        if hasattr(window, "open_path"):
            window.open_path(path)

    def _on_paste(self) -> None:
        window = self.window()
        if hasattr(window, "paste"):
            window.paste()

    def _on_own_date(self) -> None:
        from lawdraft.ui.dialogs.ask import ask_date

        prefs = self._desk.preferences
        day = ask_date(self, "县里要求哪一天前上报？", prefs.value.county_deadline)
        if day is not None:
            prefs.change(county_deadline=day)
            self._list_dates()

    def _on_note(self) -> None:
        from lawdraft.ui.dialogs.diary import show_diary

        show_diary(self.window(), self._desk)

    def _on_choose(self) -> None:
        from lawdraft.ui.dialogs.files import ask_report

        if (path := ask_report(self)) is not None:
            self.read(path)

    def _on_open(self) -> None:
        from lawdraft.ui.dialogs.files import ask_draft

        if (path := ask_draft(self)) is not None:
            self._desk.keeper.open(path)

    def _on_sample(self) -> None:
        from lawdraft.store.sample import load_sample

        self.read(load_sample(self._desk.kit.places.resources).last_report)

    def _on_blank(self) -> None:
        window = self.window()
        if hasattr(window, "begin_blank"):
            window.begin_blank()

    def _on_survey(self) -> None:
        self._desk.step_wanted.emit("survey")

    def _open_recent(self, recent: Recent) -> None:
        path = Path(recent.path)
        if path.exists():
            self._desk.keeper.open(path)
            return
        prefs = self._desk.preferences
        prefs.put(forget_recent(prefs.value, recent.path))
        self._list_recent()
        self._desk.tell(f"找不到草稿“{path.name}”，可能被移走、改名，或U盘没有插上。", "bad")


class DropArea(QFrame):
    """Lights up while a file hangs over it."""

    def __init__(self, desk: Desk, start: StartStep) -> None:
        super().__init__()
        self._desk, self._start = desk, start
        self.setProperty("part", "drop")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def sizeHint(self) -> QSize:
        """As large as there is room for, within reason."""
        return QSize(560, 260)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Everything is welcome: what cannot be taken gets a sentence."""
        welcome_anything(event)
        restyle(self, state="over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went away again."""
        restyle(self, state="")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """As anywhere in the window."""
        restyle(self, state="")
        self.window().dropEvent(event)


def fit(tile: QPushButton) -> None:
    """A button that is a layout of labels: as tall as these, and clicks go through them."""
    layout = tile.layout()
    if layout is not None:
        layout.invalidate()
        tile.setMinimumHeight(layout.sizeHint().height())
    for each in tile.children():
        if isinstance(each, QLabel):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _next(today: date, month: int, day: int) -> date:
    this_year = date(today.year, month, min(day, 28) if month == 2 else day)
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def _when(opened: str) -> str:
    """今天 10:32, 昨天 …, 11月20日 …"""
    try:
        at = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    days = (datetime.now().astimezone().date() - at.date()).days
    day = {0: "今天", 1: "昨天"}.get(days, f"{at.month}月{at.day}日")
    return f"{day} {at:%H:%M}"
