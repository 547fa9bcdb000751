"""Draws the program's icon in every size from resources/icons/lawdraft.svg: .ico and .png.

draw_icon.py FOLDER  →  FOLDER/lawdraft.ico (16–256 pixels), FOLDER/lawdraft.png (256 pixels)
"""

import os
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def pixels(svg, size):
    """A picture of the drawing, `size` pixels square."""
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    return image


def as_png(image):
    from PySide6.QtCore import QBuffer, QByteArray

    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept)


def as_bitmap(image):
    """What an .ico holds for small sizes, which old shells read: BGRA bottom up, and a mask."""
    size = image.width()
    rows = [bytes(image.constScanLine(y))[: size * 4] for y in reversed(range(size))]
    mask = bytes(-(-size // 32) * 4) * size
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + b"".join(rows) + mask


def as_ico(images):
    """An icon file of several sizes: a table of contents, then the pictures."""
    pictures = [as_png(i) if i.width() >= 256 else as_bitmap(i) for i in images]
    place = 6 + 16 * len(images)
    table = b""
    for image, picture in zip(images, pictures, strict=True):
        edge = image.width() % 256
        table += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(images)) + table + b"".join(pictures)


def draw(folder):
    svg = ROOT / "resources" / "icons" / "lawdraft.svg"
    images = [pixels(svg, size) for size in SIZES]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lawdraft.ico").write_bytes(as_ico(images))
    (folder / "lawdraft.png").write_bytes(as_png(images[-1]))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw(Path(sys.argv[1]))
