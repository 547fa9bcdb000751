"""The characters that a PDF's text is copied as: the report's own, not their look-alikes.

Qt writes into a PDF which character each glyph stands for, and takes the first one that the font
draws with it: often a radical (⼀ U+2F00 for 一). Words copied or searched would not be found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QRawFont

    from lawdraft.model.pages import Pages
    from lawdraft.ui.painting import Brush

    Drawn = list[tuple[QRawFont, dict[int, str]]]  # fonts, and what each of their glyphs stands for

_MAP = re.compile(rb"begincmap.*?endcmap", re.S)
_LIST = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-F]{4})>")


def with_own_characters(data: bytes, pages: Pages, brush: Brush) -> bytes:
    """The PDF with every glyph standing for the character that was printed; its size stays."""
    fonts: dict[tuple[str, float, bool], tuple[QFont, set[str]]] = {}
    for page in pages.pages:
        for line in page.lines:
            for run in line.runs:
                key = (run.font, run.size, run.bold)
                fonts.setdefault(key, (brush.font(run)[0], set()))[1].update(run.text)
    printed = {c for _font, characters in fonts.values() for c in characters}
    drawn = [pair for font, characters in fonts.values() for pair in _drawn(font, characters)]
    known: dict[bytes, bytes] = {}

    def own(code: re.Match[bytes]) -> bytes:
        if code[1] not in known:
            known[code[1]] = _own(chr(int(code[1], 16)), printed, drawn)
        return b"<" + known[code[1]] + b">"

    def own_all(found: re.Match[bytes]) -> bytes:
        return _CODE.sub(own, found.group())

    return _MAP.sub(lambda found: _LIST.sub(own_all, found.group()), data)


def _own(character: str, printed: Iterable[str], drawn: Drawn) -> bytes:
    """The printed character that some font draws with the same glyph, as four hex digits."""
    if character not in printed:
        for raw, glyphs in drawn:
            found = raw.glyphIndexesForString(character)
            twin = glyphs.get(found[0], "") if found else ""
            if twin and ord(twin) < 0x10000:
                return f"{ord(twin):04X}".encode()
    return f"{ord(character):04X}".encode()


def _drawn(font: QFont, characters: Iterable[str]) -> Drawn:
    """The fonts that Qt really takes for these characters, with the glyph of each."""
    drawn: Drawn = []
    text = "".join(sorted(c for c in characters if c.isprintable() and ord(c) < 0x10000))
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        raw, names = run.rawFont(), {}
        for character in text:
            found = raw.glyphIndexesForString(character)
            if found and found[0]:
                names[found[0]] = character
        drawn.append((raw, names))
    return drawn
