"""The names of OpenDocument that reading needs."""

from __future__ import annotations

BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT = BASE + "text:1.0}"
STYLE = BASE + "style:1.0}"
TABLE = BASE + "table:1.0}"
DRAW = BASE + "drawing:1.0}"
OFFICE = BASE + "office:1.0}"
SVG = BASE + "svg-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
