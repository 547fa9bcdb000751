"""Laid-out pages as a PDF file; works without a screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from lawdraft.model.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from lawdraft.model.pages import Pages

DOTS_PER_INCH = 600
POINTS_PER_INCH = 72.0


def write_pdf(pages: Pages, out: Path) -> None:
    """Paint the pages into `out`, whole and atomically. Raises CannotWriteError."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance()
    if application is None:  # from the command line: fonts need an application, a screen they don't
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication(sys.argv[:1])
    write_atomically(out, pdf_bytes(pages))
    del application


def pdf_bytes(pages: Pages) -> bytes:
    """The PDF of the pages; needs an application to be there."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

    from lawdraft.ui.painting import Brush, paint_page
    from lawdraft.ui.pdf_text import with_own_characters

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setCreator("法治报告助手")
    writer.setTitle(_title(pages))
    painter, brush = QPainter(), Brush(pages.faces)
    for number, page in enumerate(pages.pages):
        size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
        writer.setPageLayout(layout)
        writer.newPage() if number else painter.begin(writer)
        painter.save()
        painter.scale(DOTS_PER_INCH / POINTS_PER_INCH, DOTS_PER_INCH / POINTS_PER_INCH)
        paint_page(painter, page, brush)
        painter.restore()
    painter.end()
    buffer.close()
    return with_own_characters(bytes(data.data()), pages, brush)


def _title(pages: Pages) -> str:
    """The report's title as printed, for the file's properties."""
    runs = (run for page in pages.pages[:1] for line in page.lines for run in line.runs)
    return "".join(run.text for run in runs if run.font == "title" and run.colour == "#000000")
