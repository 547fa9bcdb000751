"""styles.xml, settings.xml and fontTable.xml: built-in styles by their names, no theme fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lawdraft.export.package import W

if TYPE_CHECKING:
    from lawdraft.export.blocks import Plan
    from lawdraft.model.pages import FontRole

FAMILY = {
    "fang": "roman",
    "kai": "roman",
    "hei": "swiss",
    "song": "roman",
    "title": "roman",
    "latin": "roman",
}


@dataclass(frozen=True, slots=True)
class StyleSheetEntry:
    """A paragraph style: id, the name Word knows it by, and what differs from Normal."""

    id: str
    name: str
    font: FontRole = "fang"
    level: int = 0  # outline level 1…4; 0: text
    align: str = ""
    next: str = "BodyText"
    title_size: bool = False


ENTRIES = (
    StyleSheetEntry("BodyText", "Body Text"),
    StyleSheetEntry("Title", "Title", "title", align="center", title_size=True),
    StyleSheetEntry("Heading1", "heading 1", "hei", 1),
    StyleSheetEntry("Heading2", "heading 2", "kai", 2),
    StyleSheetEntry("Heading3", "heading 3", "fang", 3),
    StyleSheetEntry("Heading4", "heading 4", "fang", 4),
    StyleSheetEntry("Addressee", "主送机关"),
    StyleSheetEntry("AttachmentNote", "附件说明", next="AttachmentNote"),
    StyleSheetEntry("Signature", "Signature", align="left", next="Date"),
    StyleSheetEntry("Date", "Date", align="left"),
    StyleSheetEntry("Note", "附注"),
    StyleSheetEntry("AttachmentLabel", "附件标记", "hei", align="left"),
    StyleSheetEntry("AttachmentTitle", "附件标题", "title", align="center", title_size=True),
    StyleSheetEntry("TableText", "表格文字", align="center"),
    StyleSheetEntry("HeadCorner", "版头左上角", align="left"),
    StyleSheetEntry("IssuerMark", "发文机关标志", "title", align="center"),
    StyleSheetEntry("DocumentNumber", "发文字号", align="center"),
    StyleSheetEntry("Record", "版记"),
    StyleSheetEntry("Footer", "footer", "song", align="left", next="Footer"),
)
BY_ID = {entry.id: entry for entry in ENTRIES}


def family(plan: Plan, role: FontRole) -> str:
    """The family of a role."""
    return dict(plan.fonts).get(role) or dict(plan.fonts)["fang"]


def fonts_xml(plan: Plan, role: FontRole, *, hint: bool = False) -> str:
    """RFonts of a role; the hint keeps quotes and dashes in the Chinese font."""
    chinese = quoteattr(family(plan, role))
    latin = quoteattr(dict(plan.fonts).get("latin") or family(plan, role))
    if role == "song":
        latin = chinese
    mark = ' w:hint="eastAsia"' if hint else ""
    return f"<w:rFonts{mark} w:ascii={latin} w:eastAsia={chinese} w:hAnsi={latin} w:cs={latin}/>"


def styles_xml(plan: Plan) -> str:
    """All styles, their measures from the plan."""
    half = round(plan.size * 2)
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        + fonts_xml(plan, "fang", hint=True)
        + f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{plan.pitch}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="{plan.spacing}"/></w:rPr></w:style>'
    )
    sheet = "".join(_style(plan, entry) for entry in ENTRIES)
    return f'<w:styles xmlns:w="{W}">{defaults}{normal}{_BASICS}{sheet}{_heads(plan)}</w:styles>'


_BASICS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
)


def _style(plan: Plan, entry: StyleSheetEntry) -> str:
    paragraph = (
        f'<w:spacing w:line="{plan.title_line}" w:lineRule="exact"/>' if entry.title_size else ""
    )
    paragraph += f'<w:jc w:val="{entry.align}"/>' if entry.align else ""
    paragraph += f'<w:outlineLvl w:val="{entry.level - 1}"/>' if entry.level else ""
    run = "" if entry.font == "fang" and not entry.level else fonts_xml(plan, entry.font, hint=True)
    if entry.title_size:
        half = round(plan.title_size * 2)
        run += f'<w:spacing w:val="0"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    linked = f'<w:link w:val="{entry.id}Char"/>' if entry.level else ""
    return (
        f'<w:style w:type="paragraph"{_custom(entry)} w:styleId="{entry.id}">'
        f'<w:name w:val="{entry.name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{entry.next}"/>{linked}<w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _custom(entry: StyleSheetEntry) -> str:
    """Styles with Chinese names are ours; the others are Word's own."""
    return "" if entry.name.isascii() else ' w:customStyle="1"'


def _heads(plan: Plan) -> str:
    """Character styles of the headings, for a heading that runs into its paragraph."""
    return "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{entry.id}Char">'
        f'<w:name w:val="{entry.name} Char"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:link w:val="{entry.id}"/><w:rPr>{fonts_xml(plan, entry.font, hint=True)}</w:rPr>'
        "</w:style>"
        for entry in ENTRIES
        if entry.level
    )


def settings_xml(*, mirrored: bool) -> str:
    """Mirrored margins, odd and even footers, no compression of punctuation."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        + ("<w:mirrorMargins/>" if mirrored else "")
        + "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:adjustLineHeightInTable/>"
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def font_table_xml(plan: Plan) -> str:
    """The fonts named, with their character set, so that a missing one is replaced by its kind."""
    rows = "".join(
        f"<w:font w:name={quoteattr(name)}>"
        f'<w:charset w:val="{"00" if role == "latin" else "86"}"/>'
        f'<w:family w:val="{FAMILY[role]}"/><w:pitch w:val="variable"/></w:font>'
        for name, role in {name: role for role, name in plan.fonts}.items()
    )
    return f'<w:fonts xmlns:w="{W}">{rows}</w:fonts>'
