"""The characters of one Word paragraph as the page shows them, revisions accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawdraft.read.number_formats import circled
from lawdraft.read.word_names import MC, OFF, VAL, M, V, W
from lawdraft.read.word_styles import Styles, paragraph_style

if TYPE_CHECKING:
    from lxml import etree

LEFT_OUT = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "pPr", "rPr", "delText", "delInstrText", "rt", "sectPr",
        "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "numPicBullet", "footnoteRef",
    )
)  # fmt: skip
DELETED = (W + "del", W + "moveFrom")
NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
ENCLOSED = re.compile(r"\\o\s*\\ac\s*\([○◯□△◇\s]*[,，]([^()]{1,4})\)")
RUBY = re.compile(r"\\o\s*\\a[cdlr]\s*\(\\s\s*\\up\s*\d+\([^()]*\)\s*[,;，；]\s*([^()]+)\)")
PLAIN = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "br": "\n",
    W + "noBreakHyphen": "-",
}
SYMBOLS = {
    0x52: "☑", 0x53: "☒", 0x54: "☒", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0xA3: "□", 0xA8: "□",
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒",
}  # fmt: skip  # Wingdings, in which forms tick their boxes
GREEK_FONT = {code: chr(code) for code in (*range(0x20, 0x22), *range(0x28, 0x2A), *range(0x2B, 0x40))} | {
    0x61: "α", 0x62: "β", 0x44: "Δ", 0x6D: "μ", 0x70: "π", 0x53: "Σ", 0x57: "Ω", 0xA2: "′", 0xA3: "≤", 0xA5: "∞",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xBE: "—", 0xD0: "∠", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xD6: "√", 0xD7: "·", 0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip  # the font called Symbol, in which old documents write ≥ and °


@dataclass(slots=True)
class Field:
    """One complex field: its instruction, and whether its result has begun."""

    in_result: bool = False
    instruction: str = ""
    has_text: bool = False  # in its result


@dataclass(slots=True)
class Fields:
    """Where we are among complex fields, which may begin in one paragraph and end in another."""

    open: list[Field] = field(default_factory=list)

    @property
    def shows(self) -> bool:
        """Whether text here is shown: outside of fields, or in the result of all of them."""
        return all(one.in_result for one in self.open)

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].instruction += text

    def step(self, kind: str | None) -> str:
        """A field begins, its result begins, or it ends; text that its instruction alone draws."""
        if kind == "begin":
            self.open.append(Field())
        elif kind == "separate" and self.open:
            self.open[-1].in_result = True
        elif kind == "end" and self.open:
            ended = self.open.pop()
            return "" if ended.has_text else drawn(ended.instruction)
        return ""

    def met(self, text: str) -> None:
        """Text that shows: it is in the result of the innermost field."""
        if self.open and text.strip():
            self.open[-1].has_text = True


def drawn(instruction: str) -> str:
    """What an EQ field draws without a result: ③ for a circle over 3 (带圈字符), 青 for 拼音 over 青."""
    if (ruby := RUBY.search(instruction)) is not None:
        return ruby[1].strip()
    found = ENCLOSED.search(instruction)
    if found is None:
        return ""
    inner = found[1].strip()
    return circled(int(inner)) if inner.isdecimal() and len(inner) < 3 else inner


@dataclass(slots=True)
class Gathered:
    """What walking a paragraph's runs gave."""

    text: list[str] = field(default_factory=list)
    boxes: list[etree._Element | str] = field(
        default_factory=list
    )  # txbxContent, or WordArt's text
    notes: list[tuple[str, str]] = field(default_factory=list)  # part and id of a note


class RunWalker:
    """Walks runs; keeps the state of fields from one paragraph to the next."""

    def __init__(self, styles: Styles, unended: frozenset[etree._Element] = frozenset()) -> None:
        self._styles = styles
        self._fields = Fields()
        self._unended = unended  # beginnings of fields that nothing ends: they would hide the rest

    def gather(self, paragraph: etree._Element) -> Gathered:
        """Text, boxes and note references of a paragraph."""
        found = Gathered()
        hidden = self._styles.hides(paragraph_style(paragraph, self._styles))
        self._walk(paragraph, found, hidden=hidden)
        return found

    def _walk(self, parent: etree._Element, found: Gathered, *, hidden: bool) -> None:
        for node in parent:
            tag = node.tag
            if tag in LEFT_OUT:
                continue
            if tag == W + "r":
                if not self._vanishes(node, hidden=hidden):
                    self._walk(node, found, hidden=hidden)
                else:
                    self._follow_fields(node)
            elif tag == MC + "AlternateContent":
                chosen = alternative(node)
                if chosen is not None:
                    self._walk(chosen, found, hidden=hidden)
            elif not self._leaf(node, tag, found):
                self._walk(node, found, hidden=hidden)

    def _leaf(self, node: etree._Element, tag: str, found: Gathered) -> bool:
        """Takes what a node without children of interest gives; False where it has such."""
        if tag in NOTES:
            found.notes.append((NOTES[tag], node.get(W + "id") or ""))
        elif tag in (W + "txbxContent", W + "footnote"):  # Word 2003 keeps notes in the text
            found.boxes.append(node)
        elif tag == V + "textpath":
            found.boxes.append(node.get("string") or "")
        else:
            text = self._signs(node, tag)
            if text and self._fields.shows:
                self._fields.met(text)
                found.text.append(text)
            return text is not None
        return True

    def _signs(self, node: etree._Element, tag: str) -> str | None:
        """The characters that a node stands for, None where it is none of characters."""
        if tag in (W + "t", M + "t"):
            return node.text or ""
        if tag in PLAIN:
            return PLAIN[tag]
        if tag == W + "fldChar":
            return self._step(node)
        if tag == W + "instrText":
            self._fields.instruct(node.text or "")
            return ""
        return _symbol(node) if tag == W + "sym" else None

    def _follow_fields(self, run: etree._Element) -> None:
        """A hidden run shows nothing, but the fields it opens and closes still count."""
        for node in run.iter(W + "fldChar"):
            self._step(node)

    def _step(self, node: etree._Element) -> str:
        kind = node.get(W + "fldCharType")
        return "" if node in self._unended else self._fields.step(kind)

    def _vanishes(self, run: etree._Element, *, hidden: bool) -> bool:
        properties = run.find(W + "rPr")
        if properties is None:
            return hidden
        direct = properties.find(W + "vanish")
        if direct is not None:
            return direct.get(VAL) not in OFF
        style = properties.find(W + "rStyle")
        return hidden or (style is not None and self._styles.hides(style.get(VAL)))


def never_ended(body: etree._Element) -> frozenset[etree._Element]:
    """The beginnings of fields that have no end; deleted ones are not met when walking."""
    open_ones: list[etree._Element] = []
    for node in body.iter(W + "fldChar"):
        kind = node.get(W + "fldCharType")
        if kind == "separate" or any(up.tag in DELETED for up in node.iterancestors()):
            continue
        if kind == "begin":
            open_ones.append(node)
        elif open_ones:
            open_ones.pop()
    return frozenset(open_ones)


def alternative(node: etree._Element) -> etree._Element | None:
    """The branch of an mc:AlternateContent to read: one of them only, or text would come twice."""
    for branch in node.findall(MC + "Choice"):
        if len(branch):
            return branch
    return node.find(MC + "Fallback")


def symbol_sign(code: int, font: str) -> str:
    """What a byte of a symbol font draws: ≥ for B3 of Symbol, ☑ for FE of Wingdings."""
    return (GREEK_FONT if font.lower() == "symbol" else SYMBOLS).get(code, "")


def _symbol(node: etree._Element) -> str:
    try:
        code = int(node.get(W + "char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return symbol_sign(code - 0xF000, node.get(W + "font") or "")
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE else ""
