"""How the window looks: two palettes, three sizes for the eyes, one style sheet over Fusion."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
POINTS = {"standard": 10.5, "large": 12.5, "largest": 15.0}
SIZE_NAMES = {"standard": "标准", "large": "大", "largest": "特大"}


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette; the names say what a colour is for."""

    ground: str  # behind everything
    surface: str  # cards, lists, fields
    sunken: str  # quiet areas inside a surface
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    ink_faint: str
    accent: str
    accent_strong: str  # pressed, and text on accent_soft
    accent_soft: str
    on_accent: str
    rail: str
    rail_ink: str
    rail_active: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    slot: str  # a figure of the ledger inside a text
    slot_ink: str
    desk: str  # behind the pages of the preview


LIGHT = Colours(
    ground="#F4F5F2",
    surface="#FFFFFF",
    sunken="#F8F9F7",
    line="#E2E5E0",
    line_strong="#C9CFC9",
    ink="#1F2A30",
    ink_soft="#55636B",
    ink_faint="#7C8990",
    accent="#1F6478",
    accent_strong="#174D5D",
    accent_soft="#E4F0F3",
    on_accent="#FFFFFF",
    rail="#22363F",
    rail_ink="#C6D3D8",
    rail_active="#31505D",
    good="#2C7A4B",
    good_soft="#E4F3EA",
    warn="#9A6200",
    warn_soft="#FCF2DC",
    bad="#B23A30",
    bad_soft="#FBEAE8",
    slot="#FFF1C7",
    slot_ink="#6B4A00",
    desk="#DDE1DE",
)

DARK = Colours(
    ground="#171C1F",
    surface="#20272B",
    sunken="#1B2125",
    line="#323B41",
    line_strong="#4A565D",
    ink="#E6EAEB",
    ink_soft="#AAB5BA",
    ink_faint="#84919A",
    accent="#5FB3C8",
    accent_strong="#8FD0E0",
    accent_soft="#223C45",
    on_accent="#0E1B20",
    rail="#11171A",
    rail_ink="#A9B8BE",
    rail_active="#2A3F49",
    good="#6CC28E",
    good_soft="#1E3628",
    warn="#E0B15A",
    warn_soft="#3A3018",
    bad="#F0857A",
    bad_soft="#41231F",
    slot="#4A3E1B",
    slot_ink="#F5D98B",
    desk="#101416",
)


class Look(QObject):
    """The palette and size in use; whoever paints by hand repaints on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, *, dark: bool, size: str) -> None:
        super().__init__()
        self._app = app
        self._icons = resources / "icons"
        sheet = (resources / "style" / "lawdraft.qss").read_text(encoding="utf-8")
        self._sheet = sheet.replace("@icons", self._icons.as_posix())
        self._icon_sources: dict[str, bytes] = {}
        self._kept: dict[tuple[str, str, int], QIcon] = {}
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self.dark = dark
        self.size = size if size in POINTS else "standard"
        self._apply()

    @property
    def colours(self) -> Colours:
        """The palette in use."""
        return DARK if self.dark else LIGHT

    @property
    def points(self) -> float:
        """Point size of plain text."""
        return POINTS[self.size]

    def choose(self, *, dark: bool, size: str) -> None:
        """Change palette and size at once, everywhere."""
        self.dark, self.size = dark, size if size in POINTS else "standard"
        self._apply()
        self.changed.emit()

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """The interface's font, larger or smaller by a factor."""
        key = (self.points * factor, bold)
        if key not in self._fonts:
            font = QFont()
            font.setFamilies(list(FAMILIES))
            font.setPointSizeF(key[0])
            font.setBold(bold)
            self._fonts[key] = font
        return self._fonts[key]

    def scaled(self, pixels: float) -> int:
        """A length drawn for the standard size, at the size in use."""
        return round(pixels * self.points / POINTS["standard"])

    def icon(self, name: str, colour: str = "", size: int = 24) -> QIcon:
        """An icon of resources/icons in one colour of the palette."""
        key = (name, colour or self.colours.ink_soft, size)
        if key not in self._kept:
            self._kept[key] = QIcon(self.pixmap(*key))
        return self._kept[key]

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """That icon as a picture of `size` pixels, sharp on scaled screens too."""
        from PySide6.QtSvg import QSvgRenderer

        if name not in self._icon_sources:
            self._icon_sources[name] = (self._icons / f"{name}.svg").read_bytes()
        source = self._icon_sources[name].replace(b"currentColor", colour.encode())
        ratio = self._app.devicePixelRatio()
        picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(source).render(painter)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _apply(self) -> None:
        self._app.setFont(self.font())
        self._app.setPalette(make_palette(self.colours))
        self._app.setStyleSheet(fill_sheet(self._sheet, self.colours, self.points))


def fill_sheet(sheet: str, colours: Colours, points: float) -> str:
    """The style sheet with @names replaced: colours, and type sizes from one base size."""
    values = dict(asdict(colours))
    sizes = (("pt_small", 0.88), ("pt_base", 1.0), ("pt_large", 1.18), ("pt_title", 1.55))
    values |= {name: f"{points * factor:.2f}pt" for name, factor in sizes}
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet


def make_palette(colours: Colours) -> QPalette:
    """Qt's palette, for everything the style sheet does not name."""
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.sunken,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.ink_faint,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line_strong,
        QPalette.ColorRole.Light: colours.surface,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink_faint))
    return palette


def wants_dark(app: QApplication, theme: str) -> bool:
    """Whether a theme, light, dark or as the system has it, is dark now."""
    if theme == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme == "dark"
