"""theme1.xml: validators want the part; nothing in the document refers to its fonts or colours."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
COLOURS = (
    ("dk1", '<a:sysClr val="windowText" lastClr="000000"/>'),
    ("lt1", '<a:sysClr val="window" lastClr="FFFFFF"/>'),
    ("dk2", '<a:srgbClr val="000000"/>'),
    ("lt2", '<a:srgbClr val="FFFFFF"/>'),
    *((f"accent{n}", '<a:srgbClr val="000000"/>') for n in range(1, 7)),
    ("hlink", '<a:srgbClr val="000000"/>'),
    ("folHlink", '<a:srgbClr val="000000"/>'),
)
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="6350">{FILL}</a:ln>'
EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(family: str) -> str:
    """A theme of black on white whose fonts are all `family`."""
    colours = "".join(f"<a:{name}>{colour}</a:{name}>" for name, colour in COLOURS)
    face = quoteattr(family)
    fonts = f'<a:latin typeface={face}/><a:ea typeface={face}/><a:cs typeface=""/>'
    return (
        f'<a:theme xmlns:a="{A}" name="GB/T 9704"><a:themeElements>'
        f'<a:clrScheme name="GB/T 9704">{colours}</a:clrScheme>'
        f'<a:fontScheme name="GB/T 9704"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="GB/T 9704"><a:fillStyleLst>{FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{LINE * 3}</a:lnStyleLst><a:effectStyleLst>{EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
