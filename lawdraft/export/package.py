"""A .docx package: its parts zipped in a fixed order with a fixed time, so the bytes are the same.

Written without python-docx: its template brings theme fonts and a 2010 copy of the styles, both
of which would have to be taken out again (docs/decisions).
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

EPOCH = (2012, 7, 1, 0, 0, 0)  # the day GB/T 9704-2012 came into force; any fixed time would do
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def zip_parts(parts: dict[str, str]) -> bytes:
    """The package's bytes; the same parts always give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on Windows and Linux
            package.writestr(entry, (DECLARATION + text).encode("utf-8"), compresslevel=6)
    return buffer.getvalue()


def content_types(footers: tuple[str, ...]) -> str:
    """Which part is of what kind."""
    kinds = [("document", "document.main"), ("styles", "styles"), ("settings", "settings")]
    kinds += [("fontTable", "fontTable"), *((name, "footer") for name in footers)]
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in kinds
    )
    parts += (
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def package_relations() -> str:
    """From the package to its document and properties."""
    return _relations(
        (
            ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
        )
    )


def document_relations(footers: tuple[str, ...]) -> str:
    """From the document to its other parts; a footer's id is its part's name."""
    own = (
        ("rId1", f"{RELATIONS}/styles", "styles.xml"),
        ("rId2", f"{RELATIONS}/settings", "settings.xml"),
        ("rId3", f"{RELATIONS}/fontTable", "fontTable.xml"),
        ("rId4", f"{RELATIONS}/theme", "theme/theme1.xml"),
    )
    feet = tuple((name, f"{RELATIONS}/footer", f"{name}.xml") for name in footers)
    return _relations((*own, *feet))


def _relations(rows: tuple[tuple[str, str, str], ...]) -> str:
    body = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{body}</Relationships>'


def core_properties(title: str, author: str, day: str) -> str:
    """Title, author and language; dated by the report, not by the clock."""
    when = f"{day or '2012-07-01'}T00:00:00Z"
    stamp = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>{stamp}"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def app_properties(company: str) -> str:
    """The unit, and the program that wrote the file."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>lawdraft</Application><Company>{escape(company)}'
        "</Company></Properties>"
    )
