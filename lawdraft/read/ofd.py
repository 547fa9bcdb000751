"""OFD, the national fixed-page format, by ofdkit; no page is left out in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError
from lawdraft.read.content import Content, refuse_too_long
from lawdraft.read.package import DAMAGED, DANGEROUS, Package
from lawdraft.read.page_piece import Piece
from lawdraft.read.page_rows import Page, Row, paragraphs, rows_of_page

if TYPE_CHECKING:
    import ofdkit

MOST_PAGES = 500


def read(data: bytes, password: str | None = None) -> Content:
    """The paragraphs of an OFD; `scanned` names its pages that are pictures."""
    del password
    import ofdkit

    package = Package(data)
    for name in package.names:
        if name.lower().endswith(".xml"):
            package.part(name)  # the guards: ofdkit's own would drop a page and say nothing
    try:
        with ofdkit.open(data) as document:
            return _content(document)
    except ofdkit.OFDLimitError as trouble:
        raise CannotReadError(DANGEROUS) from trouble
    except ofdkit.OFDError as trouble:
        raise CannotReadError(DAMAGED) from trouble


def _content(document: ofdkit.OFDDocument) -> Content:
    import ofdkit

    if len(document.pages) > MOST_PAGES:
        raise CannotReadError(
            f"这个 OFD 超过 {MOST_PAGES} 页，不像一份报告；请只导出报告那几页再试。"
        )
    rows: list[Row] = []
    scanned: list[int] = []
    damaged: list[int] = []
    for page in document.pages:
        try:
            found = _page_rows(page, rows)
        except ofdkit.OFDFormatError:
            damaged.append(page.index)
            continue
        rows += found
        if not found and page.location is not None:
            scanned.append(page.index)
    refuse_too_long(sum(len(row.text) for row in rows))
    lines, removed = paragraphs(rows)
    warnings = tuple(f"第 {index + 1} 页已损坏，没有读入，请与原文核对。" for index in damaged)
    return Content(tuple(lines), "ofdkit", tuple(removed), warnings, tuple(scanned))


def _page_rows(page: ofdkit.Page, before: list[Row]) -> list[Row]:
    left, top, width, height = page.box
    pieces = [
        Piece(
            run.text.strip(), run.x - left, run.x - left + run.width, run.y - top, run.size or 1.0
        )
        for run in page.runs
        if run.text.strip() and -2 <= run.x - left <= width + 2 and -2 <= run.y - top <= height + 2
    ]
    return rows_of_page(pieces, Page(page.index, width, height), before)
