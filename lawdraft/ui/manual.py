"""The illustrated manual: read in the window, stored as a PDF with a chapter a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt, QUrl
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QPixmap,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from lawdraft.model.errors import CannotReadError
from lawdraft.model.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QFont, QTextFragment

CHAPTER = 2  # the heading level that begins a chapter
LINE_PERCENT = 118.0  # of the font's own line, which Chinese fonts make high
PRINTED_MARGIN_MM = 18.0
PRINTED_POINTS = 10.0
PRINTED_PICTURE = 0.6  # of the width between the margins: two pictures and their words on a page
WRAPPED = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f]|\*\*)")  # a line break inside a paragraph
SMOOTH = Qt.TransformationMode.SmoothTransformation
PICTURE = QTextDocument.ResourceType.ImageResource.value
MOST_HEIGHT = 0.6  # of a picture's width: no picture takes a whole page


def load_manual(path: Path, font: QFont, picture_width: float) -> QTextDocument:
    """The manual, its pictures `picture_width` points wide. Raises CannotReadError."""
    try:
        words = path.read_text(encoding="utf-8")
    except OSError:
        raise CannotReadError("使用手册的文件不见了，请重新安装法治报告助手。") from None
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setMetaInformation(
        QTextDocument.MetaInformation.DocumentUrl, QUrl.fromLocalFile(str(path)).toString()
    )
    document.setMarkdown(WRAPPED.sub("", words))
    size_pictures(document, path.parent, picture_width)
    _space_lines(document)
    return document


def size_pictures(document: QTextDocument, folder: Path, width: float, *, dots: float = 0) -> None:
    """Every picture as wide as this, its height in proportion.

    With `dots` (of the screen, a point) they are made smooth for that; paper takes every dot.
    """
    for fragment in list(_pictures(document)):
        style = fragment.charFormat().toImageFormat()
        picture = QPixmap(str(folder / style.name()))
        if picture.isNull():
            continue
        wide = min(width, width * MOST_HEIGHT * picture.width() / picture.height())
        if dots:
            exact = picture.scaledToWidth(round(wide * dots), SMOOTH)
            exact.setDevicePixelRatio(dots)
            document.addResource(PICTURE, document.baseUrl().resolved(QUrl(style.name())), exact)
        style.setWidth(wide)
        style.setHeight(wide * picture.height() / picture.width())
        cursor = QTextCursor(document)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(style)


def write_manual(path: Path, out: Path, font: QFont) -> None:
    """The manual as a PDF on A4. Raises CannotReadError, CannotWriteError."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("法治报告助手使用手册")
    margins = QMarginsF(*[PRINTED_MARGIN_MM] * 4)
    size = QPageSize(QPageSize.PageSizeId.A4)
    unit = QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit))
    document = printed_manual(path, font)
    document.print_(writer)
    buffer.close()
    write_atomically(out, bytes(data.data()))


def printed_manual(path: Path, font: QFont) -> QTextDocument:
    """The manual laid out for paper: each chapter begins a page."""
    printed = type(font)(font)
    printed.setPointSizeF(PRINTED_POINTS)
    area = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Point)
    points = PRINTED_MARGIN_MM * 72 / 25.4
    width, height = area.width() - 2 * points, area.height() - 2 * points
    document = load_manual(path, printed, width * PRINTED_PICTURE)
    document.setDocumentMargin(0)
    document.setPageSize(type(area)(width, height))
    chapters = [b for b in _blocks(document) if b.blockFormat().headingLevel() == CHAPTER]
    for block in chapters[1:]:
        style = QTextBlockFormat()
        style.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(block).mergeBlockFormat(style)
    return document


def _space_lines(document: QTextDocument) -> None:
    """Lines of text apart, those with a picture as high as the picture."""
    spaced = QTextBlockFormat()
    spaced.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    for block in _blocks(document):
        if not any(True for _picture in _pictures_of(block)):
            QTextCursor(block).mergeBlockFormat(spaced)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pictures(document: QTextDocument) -> Iterator[QTextFragment]:
    for block in _blocks(document):
        yield from _pictures_of(block)


def _pictures_of(block: QTextBlock) -> Iterator[QTextFragment]:
    parts = block.begin()
    while not parts.atEnd():
        fragment = parts.fragment()
        if fragment.isValid() and fragment.charFormat().isImageFormat():
            yield fragment
        parts += 1
