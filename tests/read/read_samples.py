"""Small files of every kind, built by hand, about the fictional 青禾镇."""

import io
import struct
import zipfile
from pathlib import Path

from lawdraft.read import read_document

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
EXTRA_NS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TITLE = "青禾镇2024年法治政府建设年度报告"
OPENING = "2024年，青禾镇坚持依法行政，扎实推进法治政府建设，现将有关情况报告如下。"


def zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def w_root(name, inner, ns=W_NS):
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{ns}" xmlns:r="{R_NS}" {EXTRA_NS}>{inner}</w:{name}>'


def p(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def in_list(list_id, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def level(depth, form, text, extra=""):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels, uses='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{uses}'


def content_types(others):
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {"document": f"{kind}.document.main+xml"} | {o: f"{kind}.{o}+xml" for o in others}
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{content}"/>'
            for name, content in overrides.items()
        )
        + "</Types>"
    )


def docx(body, ns=W_NS, office=R_NS, **others):
    """A .docx of this body; others: numbering, styles, footnotes… as the inner XML of their root."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes"}
    roots |= {"header1": "hdr", "comments": "comments"}
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{office}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for i, name in enumerate(others)
    )
    parts = {
        "[Content_Types].xml": content_types(others),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE_RELS}"><Relationship Id="m" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": w_root("document", f"<w:body>{body}</w:body>", ns),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE_RELS}">{relations}</Relationships>'
        ),
    }
    parts |= {f"word/{name}.xml": w_root(roots[name], xml, ns) for name, xml in others.items()}
    return zipped(parts)


ODT_NS = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
    )
)


def odt(body, styles=""):
    content = (
        f"<office:document-content {ODT_NS}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(body):
    """Rich text with Chinese written as \\u escapes, as Word does."""
    escaped = "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in body)
    head = r"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0\fcharset134 SimSun;}}"
    return (head + escaped + "}").encode("ascii")


CID_FONT = (
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo"
    "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
)


def pdf(pages, size=16, width=595, height=842, scale=1):
    """A PDF; each page is a list of (left, top, text) in points, Chinese without embedded fonts.

    With a `scale` the font is that much larger and drawn that much smaller, as Qt writes it.
    """
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        CID_FONT,
    ]
    for i, rows in enumerate(pages):
        drawn = "".join(
            f"q {1 / scale} 0 0 {1 / scale} {left} {height - top} cm BT /F1 {size * scale} Tf 0 0 Td"
            f" <{text.encode('utf-16-be').hex()}> Tj ET Q "
            for left, top, text in rows
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {6 + 2 * i} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    return _pdf_file(objects)


def _pdf_file(objects):
    data, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj{text}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + (head + tail).encode("ascii")


OFD_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(pages, size=5.6):
    """An OFD; each page is a list of (left, top, text) in millimetres."""
    parts = {
        "OFD.xml": f"<ofd:OFD {OFD_NS}><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml"
        "</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {OFD_NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
        "0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{i + 1}" BaseLoc="Page_{i}.xml"/>' for i in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for i, rows in enumerate(pages):
        drawn = "".join(
            f'<ofd:TextObject ID="{n + 10}" Boundary="{left} {top} 180 8" Size="{size}">'
            f'<ofd:TextCode X="0" Y="5">{text}</ofd:TextCode></ofd:TextObject>'
            for n, (left, top, text) in enumerate(rows)
        )
        parts[f"Doc_0/Page_{i}.xml"] = (
            f"<ofd:Page {OFD_NS}><ofd:Content><ofd:Layer>{drawn}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped(parts)


def ole(streams):
    """A compound file with these streams, each padded to a size that lies in ordinary sectors."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    entries, body, chains = [], b"", []
    for name, data in padded.items():
        first, count = len(chains), -(-len(data) // sector)
        chains += [*range(first + 1, first + count), end]
        body += data.ljust(count * sector, b"\0")
        entries.append((name, 2, first, len(data)))
    entries.insert(0, ("Root Entry", 5, end, 0))
    directory = b"".join(
        _ole_entry(entry, i, len(entries)) for i, entry in enumerate(entries)
    ).ljust(-(-len(entries) // 4) * sector, b"\0")
    first_directory = len(chains)
    count = len(directory) // sector
    chains += [*range(first_directory + 1, first_directory + count), end]
    fat_sector = len(chains)
    chains += [0xFFFFFFFD]
    assert len(chains) <= 128
    fat = struct.pack("<128I", *chains, *[free] * (128 - len(chains)))
    header = struct.pack(
        "<8s16sHHHHH6s9I109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, 1,
        first_directory, 0, 4096, end, 0, end, 0, fat_sector, *[free] * 108,
    )  # fmt: skip
    return header[:512] + body + directory + fat


def _ole_entry(entry, index, total):
    name, kind, start, size = entry
    encoded = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    child = 1 if index == 0 and total > 1 else none
    right = index + 1 if 0 < index < total - 1 else none
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        encoded, len(encoded), kind, 1, none, right, child, bytes(16), 0, 0, 0, start, size,
    )  # fmt: skip


def read_bytes(folder: Path, data, name="文稿.bin", **options):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return read_document(path, **options)


def texts(document):
    return [line.text for line in document.lines]
