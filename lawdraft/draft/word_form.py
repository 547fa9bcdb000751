"""A Word form: a title, a few lines and a table, written as a .docx part by part.

The same form always gives the same bytes. Fonts are those of every office PC in China.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

_EPOCH = (2012, 7, 1, 0, 0, 0)  # any fixed time
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "http://schemas.openxmlformats.org"
_TWIPS = 1440 / 25.4  # in a millimetre
_A4 = (210.0, 297.0)
_MARGIN = 20.0
_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\ufffe\uffff\ud800-\udfff]")
_TYPES = (
    f'<Types xmlns="{_OPEN}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)


def _relations(identity: str, kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="{identity}"'
        f' Type="{_OPEN}/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
    )


_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    '<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    "</w:styles>"
)


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of the form's table; `text` may hold several lines, `height` is in millimetres."""

    text: str
    shaded: bool = False  # where something is to be filled in
    bold: bool = False
    faint: bool = False
    span: int = 1
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Form:
    """Widths of the table's columns are in millimetres; the first row is repeated on each page."""

    title: str
    lines: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[FormCell, ...], ...]
    landscape: bool = False
    header: bool = True


def word_form(form: Form) -> bytes:
    """The form as a .docx."""
    buffer = io.BytesIO()
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations("rId1", "officeDocument", "word/document.xml"),
        "word/document.xml": _document(form),
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _relations("rId1", "styles", "styles.xml"),
    }
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, (_DECLARATION + text).encode())
    return buffer.getvalue()


def _document(form: Form) -> str:
    width, height = reversed(_A4) if form.landscape else _A4
    orientation = ' w:orient="landscape"' if form.landscape else ""
    page = (
        f'<w:sectPr><w:pgSz w:w="{_twips(width)}" w:h="{_twips(height)}"{orientation}/>'
        f'<w:pgMar w:top="{_twips(_MARGIN)}" w:right="{_twips(_MARGIN)}" w:bottom="{_twips(_MARGIN)}"'
        f' w:left="{_twips(_MARGIN)}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    )
    lines = "".join(_paragraph(line) for line in form.lines)
    title = _paragraph(form.title, size=36, bold=True, centred=True)
    body = f"{title}{lines}{_table(form)}{_paragraph('')}{page}"
    return f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def _table(form: Form) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="666666"/>' for s in sides
    )
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in form.widths)
    rows = "".join(
        _row(row, form.widths, header=form.header and not n) for n, row in enumerate(form.rows)
    )
    total = _twips(sum(form.widths))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(cells: tuple[FormCell, ...], widths: tuple[float, ...], *, header: bool) -> str:
    height = max((cell.height for cell in cells), default=0.0)
    settings = "<w:cantSplit/>"
    settings += f'<w:trHeight w:val="{_twips(height)}" w:hRule="atLeast"/>' if height else ""
    settings += "<w:tblHeader/>" if header else ""
    made, place = "", 0
    for cell in cells:
        made += _cell(cell, sum(widths[place : place + cell.span]))
        place += cell.span
    return f"<w:tr><w:trPr>{settings}</w:trPr>{made}</w:tr>"


def _cell(cell: FormCell, width: float) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>' if cell.shaded else ""
    words = "".join(
        _paragraph(line, bold=cell.bold, faint=cell.faint) for line in cell.text.split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{span}{shade}'
        f'<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'
    )


def _paragraph(
    text: str, *, size: int = 21, bold: bool = False, centred: bool = False, faint: bool = False
) -> str:
    """A paragraph; `size` is in half points."""
    align = '<w:pPr><w:spacing w:after="160"/><w:jc w:val="center"/></w:pPr>' if centred else ""
    weight = "<w:b/>" if bold else ""
    colour = '<w:color w:val="999999"/>' if faint else ""
    run = (
        f'<w:r><w:rPr>{weight}{colour}<w:sz w:val="{14 if faint else size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'
    )
    return f"<w:p>{align}{run if text else ''}</w:p>"


def printable(text: str) -> str:
    """The text without characters that XML, and so Word and Excel, forbid."""
    return _FORBIDDEN.sub("", text)


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)
