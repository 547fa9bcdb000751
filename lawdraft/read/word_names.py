"""The names of WordprocessingML that reading needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

STRICT = b"http://purl.oclc.org/ooxml/"
TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
VAL = W + "val"
OFF = ("0", "false", "off")


def value(parent: etree._Element | None, path: str) -> str | None:
    """The w:val of the child at `path` (w: names parted by /), None where there is none."""
    if parent is None:
        return None
    child = parent.find("/".join(W + step for step in path.split("/")))
    return None if child is None else child.get(VAL)


def number(parent: etree._Element | None, path: str) -> int | None:
    """The same as a whole number, None where it is none."""
    return whole(value(parent, path))


def whole(text: str | None) -> int | None:
    """A whole number of at most nine figures, else None."""
    if text is None or len(text) > 10:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """Whether an on/off property is on; None where it is not given."""
    if parent is None:
        return None
    child = parent.find(W + name)
    return None if child is None else child.get(VAL) not in OFF


def normalised(data: bytes) -> bytes:
    """A part of a strict-OOXML file under the transitional names, so that one reader serves both."""
    if STRICT in data[:4096]:
        for strict, transitional in TRANSITIONAL.items():
            data = data.replace(strict, transitional)
    return data
