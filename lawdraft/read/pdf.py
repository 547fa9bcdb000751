"""PDF with a text layer, by PDFium; scanned pages are found and named."""

from __future__ import annotations

import contextlib
import math
from itertools import islice
from typing import TYPE_CHECKING

from lawdraft.model.errors import CannotReadError, PasswordNeededError
from lawdraft.read.content import LONGEST_TEXT, Content, refuse_too_long
from lawdraft.read.package import DAMAGED
from lawdraft.read.page_piece import Piece
from lawdraft.read.page_rows import Page, Row, paragraphs, rows_of_page
from lawdraft.read.page_tables import THIN, Box
from lawdraft.read.radicals import as_character

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pypdfium2

LOCKED = "这个 PDF 加了打开密码，请输入密码；也可以找不加密的版本。"
WRONG_KEY = "打开密码不对，请重新输入（注意大小写）。"
MOST_PAGES = 500
FEW_CHARACTERS = 8  # a page with fewer, and pictures, is a scan with at most a stamp's text
GARBLED = 0.3
RECTANGLE = 6  # segments at most
MOST_DRAWN = 3000  # lines and rectangles; a page of tables has some hundred
LONGEST_TAIL = 8192  # servers add some bytes behind the end
BLEED = 2.0  # points that text may hang over the page's edge


def read(data: bytes, password: str | None = None) -> Content:
    """The paragraphs of a PDF; `scanned` names its pages that are pictures."""
    return content_of(data, password, {})


def content_of(data: bytes, password: str | None, recognised: Mapping[int, list[Row]]) -> Content:
    """The same, with rows that were recognised on scanned pages in their place."""
    if b"%%EOF" not in data[-LONGEST_TAIL:]:  # cut off: pages may be missing without a trace
        raise CannotReadError(DAMAGED)
    rows: list[Row] = []
    scanned: list[int] = []
    with open_pdf(data, password) as document:
        for number in range(len(document)):
            if number in recognised:
                rows += recognised[number]
                continue
            page = document[number]
            found = page_rows(page, number, rows)
            if _is_garbled(found) or (_is_bare(found) and _has_picture(page)):
                scanned.append(number)
            else:
                rows += found
    refuse_too_long(sum(len(row.text) for row in rows))
    lines, removed = paragraphs(rows)
    return Content(tuple(lines), "pdfium", tuple(removed), scanned=tuple(scanned))


def open_pdf(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
    """The opened document. Raises CannotReadError or PasswordNeededError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as trouble:
        if "password" in str(trouble).lower():
            raise PasswordNeededError(WRONG_KEY if password else LOCKED) from trouble
        raise CannotReadError(DAMAGED) from trouble
    if len(document) > MOST_PAGES:
        raise CannotReadError(
            f"这个 PDF 超过 {MOST_PAGES} 页，不像一份报告；请只导出报告那几页再试。"
        )
    if not len(document):
        raise CannotReadError(DAMAGED)
    return document


def page_rows(page: pypdfium2.PdfPage, number: int, before: Sequence[Row] = ()) -> list[Row]:
    """The rows of text on a page; `before`: those of earlier pages."""
    width, height = page.get_size()
    shown = (
        piece
        for piece in _pieces(page, height)  # a line cut by the page's end is drawn on both pages
        if -BLEED <= piece.middle <= height + BLEED and -BLEED <= piece.left <= width + BLEED
    )
    return rows_of_page(shown, Page(number, width, height, tuple(_drawn(page, height))), before)


def _drawn(page: pypdfium2.PdfPage, height: float) -> Iterator[Box]:
    """The bounds of what is drawn; of a page full of drawings nothing, it is no table."""
    import pypdfium2
    import pypdfium2.raw as raw

    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)
    found = list(islice(paths, MOST_DRAWN + 1))
    for path in found if len(found) <= MOST_DRAWN else ():
        with contextlib.suppress(pypdfium2.PdfiumError):
            left, bottom, right, top = path.get_bounds()
            if min(right - left, top - bottom) <= THIN or _is_rectangle(path):
                yield Box(left, height - top, right, height - bottom)


def _is_rectangle(path: pypdfium2.PdfObject) -> bool:
    """Not the circle or star of a seal."""
    import pypdfium2.raw as raw

    count = raw.FPDFPath_CountSegments(path.raw)
    return count <= RECTANGLE and all(
        raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path.raw, i))
        != raw.FPDF_SEGMENT_BEZIERTO
        for i in range(count)
    )


def _pieces(page: pypdfium2.PdfPage, height: float) -> Iterator[Piece]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    loose, high = raw.FS_RECTF(), ""
    for i in range(min(text.count_chars(), LONGEST_TEXT)):
        sign = chr(raw.FPDFText_GetUnicode(text.raw, i) or 0x20)
        if "\ud800" <= sign <= "\udbff":
            high = sign
            continue
        sign, high = _character(high, sign), ""
        if sign.isspace() or sign < " ":
            continue
        raw.FPDFText_GetLooseCharBox(text.raw, i, loose)
        middle = height - (loose.bottom + loose.top) / 2
        high_box, wide = abs(loose.top - loose.bottom), loose.right - loose.left
        size = _size(text, i) or high_box
        if "\u4e00" <= sign <= "\u9fff" and 0.5 < wide / (high_box or 1) < 1.2:
            size = wide  # it fills its em; the box is higher, as much as the font likes
        yield Piece(as_character(sign), loose.left, loose.right, middle, max(size, 1.0))


def _size(text: pypdfium2.PdfTextpage, i: int) -> float:
    """The type size on the page: a font of 440 may be drawn at a twentieth."""
    import pypdfium2.raw as raw

    size, matrix = raw.FPDFText_GetFontSize(text.raw, i), raw.FS_MATRIX()
    drawn = raw.FPDFText_GetMatrix(text.raw, i, matrix)
    return float(size * math.hypot(matrix.c, matrix.d)) if drawn else 0.0


def _character(high: str, sign: str) -> str:
    """A character beyond U+FFFF comes in two halves."""
    pair = high + sign
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_bare(rows: list[Row]) -> bool:
    return sum(len(row.text) for row in rows) < FEW_CHARACTERS


def _is_garbled(rows: list[Row]) -> bool:
    """A text layer whose fonts do not say which characters they draw: readable only by eye."""
    text = "".join(row.text for row in rows)
    lost = sum(1 for sign in text if sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff")
    return lost > GARBLED * len(text)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    import pypdfium2.raw as raw

    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    return next(iter(page.get_objects(filter=list(kinds), max_depth=3)), None) is not None
