"""Writes a plan as a .docx: document.xml and footers around the fixed parts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lawdraft.export.blocks import BLACK, Block, Grid, Piece, Record
from lawdraft.export.breaking import break_block
from lawdraft.export.package import (
    RELATIONS,
    W,
    app_properties,
    content_types,
    core_properties,
    document_relations,
    package_relations,
    zip_parts,
)
from lawdraft.export.styles import (
    BY_ID,
    font_table_xml,
    fonts_xml,
    settings_xml,
    styles_xml,
)
from lawdraft.export.theme import theme_xml

if TYPE_CHECKING:
    from lawdraft.export.blocks import Plan

EMU_PER_TWIP = 635
NUMBER_LINE = 280
NUMBER_IN = 320
HEADING_OF_FONT = {"hei": "Heading1Char", "kai": "Heading2Char"}
NAMESPACES = {
    "w": W,
    "r": RELATIONS,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def write_docx(plan: Plan) -> bytes:
    """The bytes of a .docx; the same plan gives the same bytes."""
    footers = ("footer1", "footer2", "footer3")
    parts = {
        "[Content_Types].xml": content_types(footers),
        "_rels/.rels": package_relations(),
        "docProps/core.xml": core_properties(plan.title, plan.author, plan.made),
        "docProps/app.xml": app_properties(plan.author),
        "word/document.xml": document_xml(plan),
        "word/styles.xml": styles_xml(plan),
        "word/settings.xml": settings_xml(mirrored=plan.geometry.mirrored),
        "word/fontTable.xml": font_table_xml(plan),
        "word/theme/theme1.xml": theme_xml(dict(plan.fonts)["fang"]),
        "word/_rels/document.xml.rels": document_relations(footers),
        "word/footer1.xml": footer_xml(plan, "right"),
        "word/footer2.xml": footer_xml(plan, "left"),
        "word/footer3.xml": footer_xml(plan, ""),
    }
    return zip_parts(parts)


def document_xml(plan: Plan) -> str:
    """The document's body and its section."""
    named = " ".join(f'xmlns:{short}="{uri}"' for short, uri in NAMESPACES.items())
    body = "".join(_item(plan, item) for item, _ in plan.items)
    section = section_xml(plan)
    return f"<w:document {named}><w:body>{body}{section}</w:body></w:document>"


def section_xml(plan: Plan, *, unnumbered: bool = False) -> str:
    """Page size, margins, footers and the grid that Word's page set-up shows as 22 lines."""
    page = plan.geometry
    footer = max(0, page.bottom - page.number_below - _dash_drop(plan))
    return (
        "<w:sectPr>"
        '<w:footerReference w:type="default" r:id="footer1"/>'
        '<w:footerReference w:type="even" r:id="footer2"/>'
        '<w:footerReference w:type="first" r:id="footer3"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.outer}" w:bottom="{page.bottom}"'
        f' w:left="{page.binding}" w:header="851" w:footer="{footer}" w:gutter="0"/>'
        + ("<w:titlePg/>" if unnumbered else "")
        + f'<w:docGrid w:type="lines" w:linePitch="{plan.pitch}"/></w:sectPr>'
    )


def _dash_drop(plan: Plan) -> int:
    """From the footer line's foot up to the dashes: 20 % of the line and 0.36 em of the dash."""
    return round(NUMBER_LINE * 0.2 + plan.number_size * 20 * 0.36) - 20


def footer_xml(plan: Plan, side: str) -> str:
    """— 1 — one character in from its side; an empty footer where there is no number."""
    spacing = f'<w:spacing w:line="{NUMBER_LINE}" w:lineRule="exact"/>'
    if not side or not plan.numbered:
        content = f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{spacing}</w:pPr></w:p>'
    else:
        half = round(plan.number_size * 2)
        look = (
            f"<w:rPr>{fonts_xml(plan, 'song', hint=True)}"
            f'<w:spacing w:val="0"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
        )
        parts = (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
        runs = "".join(f"<w:r>{look}{part}</w:r>" for part in parts)
        content = (
            f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{spacing}'
            f'<w:ind w:{side}="{NUMBER_IN}"/><w:jc w:val="{side}"/></w:pPr>{runs}</w:p>'
        )
    return f'<w:ftr xmlns:w="{W}">{content}</w:ftr>'


def _item(plan: Plan, item: object) -> str:
    if isinstance(item, Block):
        return paragraph_xml(plan, item)
    if isinstance(item, Grid):
        return _grid(plan, item)
    assert isinstance(item, Record)
    return _record(plan, item)


def paragraph_xml(plan: Plan, block: Block) -> str:
    """One paragraph; only what differs from its style is said."""
    runs = "".join(_run(plan, block, piece) for piece in block.pieces)
    return f"<w:p><w:pPr>{_paragraph_properties(plan, block)}</w:pPr>{runs}</w:p>"


def _paragraph_properties(plan: Plan, block: Block) -> str:
    """In the schema's order: style, keepNext, pageBreakBefore, pBdr, tabs, spacing, ind, jc."""
    made = f'<w:pStyle w:val="{block.style}"/>' if block.style != "Normal" else ""
    made += "<w:keepNext/>" if block.keep_next else ""
    made += "<w:pageBreakBefore/>" if block.new_page else ""
    if block.rule:
        rule = block.rule
        made += (
            f'<w:pBdr><w:bottom w:val="single" w:sz="{round(rule.width * 8)}"'
            f' w:space="{round(rule.space)}" w:color="{rule.colour}"/></w:pBdr>'
        )
    if block.stop:
        made += f'<w:tabs><w:tab w:val="right" w:pos="{block.stop}"/></w:tabs>'
    return made + _spacing(plan, block) + _indent(block) + _alignment(block)


def _spacing(plan: Plan, block: Block) -> str:
    titled = block.style in BY_ID and BY_ID[block.style].title_size
    if block.line == plan.pitch and not block.before and not titled:
        return ""
    before = f' w:before="{block.before}"' if block.before else ""
    return f'<w:spacing{before} w:line="{block.line}" w:lineRule="exact"/>'


def _indent(block: Block) -> str:
    if not (block.left or block.right or block.first):
        return ""
    made = f' w:left="{block.left}"' if block.left else ""
    made += f' w:right="{block.right}"' if block.right else ""
    if block.indent_characters:
        made += f' w:firstLineChars="{block.indent_characters * 100}"'
    if block.first > 0:
        made += f' w:firstLine="{block.first}"'
    elif block.first < 0:
        made += f' w:hanging="{-block.first}"'
    return f"<w:ind{made}/>"


def _alignment(block: Block) -> str:
    usual = BY_ID[block.style].align if block.style in BY_ID else ""
    return f'<w:jc w:val="{block.align}"/>' if block.align != (usual or "both") else ""


def _run(plan: Plan, block: Block, piece: Piece) -> str:
    spacing = block.spacing + piece.tight
    look = _look(plan, block.style, block.size, spacing, piece.font, piece.bold, piece.colour)
    if piece.text == "\n":
        return f"<w:r>{look}<w:br/></w:r>"
    if piece.text == "\t":
        return f"<w:r>{look}<w:tab/></w:r>"
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(piece.text)}</w:t></w:r>'


def _look(
    plan: Plan,
    style: str,
    size: float,
    spacing: int,
    font: str,
    bold: bool,  # noqa: FBT001
    colour: str,
) -> str:
    entry = BY_ID.get(style)
    made = ""
    usual_font = entry.font if entry else "fang"
    if font == usual_font:
        made += '<w:rFonts w:hint="eastAsia"/>'
    elif style == "BodyText" and font in HEADING_OF_FONT:
        made += f'<w:rStyle w:val="{HEADING_OF_FONT[font]}"/><w:rFonts w:hint="eastAsia"/>'
    else:
        made += fonts_xml(plan, font, hint=True)  # type: ignore[arg-type]
    made += "<w:b/>" if bold else ""
    made += f'<w:color w:val="{colour}"/>' if colour != BLACK else ""
    titled = bool(entry and entry.title_size)
    if spacing != (0 if titled else plan.spacing):
        made += f'<w:spacing w:val="{spacing}"/>'
    if size != plan.size and not titled:
        made += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return f"<w:rPr>{made}</w:rPr>" if made else ""


def _grid(plan: Plan, grid: Grid) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    width = round(grid.line_width * 8)
    borders = "".join(
        f'<w:{s} w:val="single" w:sz="{width}" w:space="0" w:color="000000"/>' for s in sides
    )
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in grid.widths)
    rows = "".join(_row(plan, grid, number) for number in range(len(grid.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if grid.line_width else "")
        + '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
        '<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(plan: Plan, grid: Grid, number: int) -> str:
    head = "<w:tblHeader/>" if number < grid.head_rows else ""
    height = f'<w:trHeight w:val="{grid.heights[number]}" w:hRule="atLeast"/>'
    if number in grid.splits:
        height = ""  # a least height would hold the row together
    cells = "".join(
        _cell(plan, grid, number, column, cell) for column, cell in enumerate(grid.rows[number])
    )
    whole = "" if number in grid.splits else "<w:cantSplit/>"
    said = f"<w:trPr>{whole}{height}{head}</w:trPr>" if whole or height or head else ""
    return f"<w:tr>{said}{cells}</w:tr>"


def _cell(plan: Plan, grid: Grid, number: int, column: int, cell: Block) -> str:
    merge = ""
    if (number, column) in grid.spans:
        merge = "<w:vMerge/>"
    elif (number + 1, column) in grid.spans:
        merge = '<w:vMerge w:val="restart"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{grid.widths[column]}" w:type="dxa"/>{merge}'
        + ("" if number in grid.splits else '<w:vAlign w:val="center"/>')
        + f"</w:tcPr>{paragraph_xml(plan, cell)}</w:tc>"
    )


def _record(plan: Plan, record: Record) -> str:
    """A table in a text box pinned to the foot of the type area, the one way all three programs

    honour; a floating table at the foot is ignored by LibreOffice.
    """
    area = plan.geometry.area_width
    blocks = [block for block in (record.copies, record.printing) if block]
    rows = "".join(
        _record_row(plan, block, area, first=n == 0, last=n == len(blocks) - 1)
        for n, block in enumerate(blocks)
    )
    thin = paragraph_xml(plan, Block(size=2, line=20, spacing=0, align="left"))
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{area}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{area}"/></w:tblGrid>{rows}</w:tbl>{thin}'
    )
    height = sum(len(break_block(block, area)) * block.line for block in blocks) + 80
    before = _record_page(plan, record)
    return f"{before}<w:p><w:pPr>{_thin_line()}</w:pPr>{_text_box(table, area, height)}</w:p>"


def _thin_line() -> str:
    return '<w:spacing w:line="20" w:lineRule="exact"/><w:jc w:val="left"/>'


def _record_page(plan: Plan, record: Record) -> str:
    """The page break before a 版记 on its own page; a section of its own where it is unnumbered."""
    if not record.own_page:
        return ""
    if not record.blank_page_before:
        return f"<w:p><w:pPr><w:pageBreakBefore/>{_thin_line()}</w:pPr></w:p>"
    numbered = f"<w:p><w:pPr>{_thin_line()}{section_xml(plan)}</w:pPr></w:p>"
    blank = f"<w:p><w:pPr>{_thin_line()}{section_xml(plan, unnumbered=True)}</w:pPr></w:p>"
    return numbered + blank


def _record_row(plan: Plan, block: Block, area: int, *, first: bool, last: bool) -> str:
    edge = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="000000"/>'
    borders = edge.format("top", 8 if first else 6) + edge.format("bottom", 8 if last else 6)
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{area}" w:type="dxa"/>'
        f"<w:tcBorders>{borders}</w:tcBorders></w:tcPr>{paragraph_xml(plan, block)}</w:tc></w:tr>"
    )


def _text_box(content: str, width: int, height: int) -> str:
    cx, cy = width * EMU_PER_TWIP, height * EMU_PER_TWIP
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0"'
        ' distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapTopAndBottom/><wp:docPr id="1" name="版记"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}"
        '</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )
