"""Rich text (.rtf, and .doc that are rich text inside): our own reading of its control words.

Deleted revisions, hidden text, headers, comments and field instructions stay out; list numbers,
which writers put in as plain text (listtext, pntext), stay in.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from lawdraft.model.document import Line
from lawdraft.model.errors import CannotReadError
from lawdraft.read.content import Content, refuse_too_long
from lawdraft.read.number_formats import bullet
from lawdraft.read.package import DAMAGED
from lawdraft.read.rows import paragraph_lines, row_lines
from lawdraft.read.word_text import SYMBOLS, drawn

WORDS = rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z'])|([{}])|[\r\n]+|"
TOKEN = re.compile(WORDS + rb"([^\\{}\r\n]+)|\\'")
TWO_BYTES = re.compile(rb"\\ansicpg(932|936|949|950)\b")
TOKEN_OF_PAIRS = re.compile(  # raw characters of two bytes, of which the second may be a brace
    WORDS + rb"((?:[^\\{}\r\n\x81-\xfe]++|[\x81-\xfe][\x40-\xfe]|[\x81-\xfe])++)|\\'"
)
SKIPPED = frozenset(
    (
        "aftncn", "aftnsep", "aftnsepc", "annotation", "colortbl", "fonttbl", "footer",
        "footerf", "footerl", "footerr", "ftncn", "ftnsep", "ftnsepc", "header", "headerf", "headerl",
        "headerr", "info", "listtable", "nonshppict", "objdata", "pict", "private", "shprslt", "sp",
        "stylesheet", "tc", "themedata", "txe", "xe",
    )
)  # fmt: skip
"""Groups without text of the page; of those marked as optional only the next are read."""
OPTIONAL_KEPT = frozenset(
    [
        "listtext",
        "pntext",
        "shpinst",
        "shptxt",
        "ud",
        "footnote",
        "fldrslt",
        "fldinst",
        "shp",
        "shpgrp",
    ]
)
ROW_BEGINS, CELL_ENDS, ROW_ENDS, LABEL_BEGINS, LABEL_ENDS = "\x01", "\x02", "\x03", "\x04", "\x05"
SIGNS = {
    "par": "\n", "line": "\v", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "sect": "\n", "page": "\v", "column": "\v", "nestcell": " ", "nestrow": " ",
    "cell": CELL_ENDS, "row": ROW_ENDS, "trowd": ROW_BEGINS,
}  # fmt: skip
CHARSET_PAGES = {
    0: "cp1252", 2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
PAGES = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8", 10000: "mac_roman", 10008: "gb18030"}
TARGETS = {"footnote": "note", "shptxt": "box", "fldinst": "instruction"}
LONGEST_NESTING = 2000
BREAKS = (10, 11, 12, 13)
SYMBOL, SYMBOL_END = "\uf020", "\uf0ff"  # where the signs of symbol fonts are put
SYMBOL_SIGNS = re.compile(f"[{SYMBOL}-{SYMBOL_END}]")
SYMBOL_FONT = "symbol"
MARKS = re.compile("[\x01-\x05]")
LABEL = re.compile(f"{LABEL_BEGINS}([^{LABEL_ENDS}]*){LABEL_ENDS}")


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits and gives back when it closes."""

    skipped: bool = False
    foreign: bool = False  # inside a group that holds no text of the page, in any writing
    hidden: bool = False
    deleted: bool = False
    after_unicode: int = 1  # \\ucN: how many bytes stand for readers without Unicode
    page: str = ""  # codec of the font in use
    target: str = "body"  # body, note, box or instruction (of a field)
    label: bool = False  # inside the number of a list paragraph
    fonts: bool = False  # inside the font table


def read(data: bytes, password: str | None = None) -> Content:
    """The lines of a rich-text file. Raises CannotReadError where it is cut off or damaged."""
    del password
    reading = Interpreter(data.rstrip(b"\0\x1a \r\n\t"))
    text = reading.run()
    refuse_too_long(len(text))
    return Content(tuple(_lines(text)), "rtf", warnings=(CUT_OFF,) if reading.open_groups else ())


CUT_OFF = "文件的结尾不完整，读到的内容可能不全，请与原文核对。"
WHOLE_ENDS = (b"}", b"\\par")  # some writers forget the last brace; nothing of the text is missing


class Interpreter:
    """Runs through the control words once and gathers the text that shows."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._state = State()
        self._stack: list[State] = []
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._default_font = 0
        self._page = "cp1252"
        self._bytes = bytearray()
        self._to_skip = 0  # fallback bytes of the last \\u
        self._star = False  # \\* just read: the next destination may be ignored
        self._instruction: list[str] = []
        self._out: dict[str, list[str]] = {
            "body": [], "note": [], "box": [], "instruction": self._instruction,
        }  # fmt: skip

    @property
    def open_groups(self) -> int:
        """How many groups have not been closed."""
        return len(self._stack)

    def run(self) -> str:
        """All text: body with its boxes, then notes; cells, rows and numbers carry marks."""
        position, data = 0, self._data
        start = data.find(b"{\\rt")
        position = max(start, 0)
        pattern = TOKEN_OF_PAIRS if TWO_BYTES.search(data[:4096]) else TOKEN
        while position < len(data):
            token = pattern.match(data, position)
            if token is None:
                position += 1
                continue
            position = self._step(token)
        self._drain()
        self._instruction.clear()
        if not any(self._out.values()) or self._is_cut_off():
            raise CannotReadError(DAMAGED)
        parts = ["".join(self._out[name]) for name in ("body", "box", "note")]
        return _joined_surrogates("\n".join(part for part in parts if part))

    def _is_cut_off(self) -> bool:
        depth = self.open_groups
        return depth > 1 or (depth == 1 and not self._data.endswith(WHOLE_ENDS))

    def _step(self, token: re.Match[bytes]) -> int:
        hexadecimal, word, number, symbol, brace, plain = token.groups()
        end = token.end()
        if word is not None:
            return self._word(word.decode("ascii"), number, end)
        if hexadecimal is not None:
            self._byte(bytes((int(hexadecimal, 16),)))
        elif plain is not None:
            self._plain(plain)
        elif brace is not None:
            self._brace(brace)
        elif symbol is not None:
            self._symbol(symbol)
        return end

    def _brace(self, brace: bytes) -> None:
        self._drain()
        self._to_skip = 0
        if brace == b"{":
            if len(self._stack) > LONGEST_NESTING:
                raise CannotReadError(DAMAGED)
            self._stack.append(self._state)
        elif self._stack:
            closed, self._state = self._state, self._stack.pop()
            if closed.target == "instruction" != self._state.target:
                self._put(self._take_instruction())
            elif closed.target != self._state.target:
                self._put("\n", closed)
            if closed.label and not self._state.label:
                self._put(LABEL_ENDS, closed)
        self._star = False

    def _take_instruction(self) -> str:
        """What the field draws by its instruction alone: a character in a circle."""
        instruction = "".join(self._instruction)
        self._instruction.clear()
        return drawn(instruction)

    def _word(self, word: str, number: bytes | None, end: int) -> int:
        value = int(number) if number is not None else None
        if word == "u" and value is not None:
            self._unicode(value)
            return end
        if word == "bin" and value:
            return end + max(value, 0)
        self._drain()
        self._to_skip = 0
        if self._star:
            self._star = False
            if word not in OPTIONAL_KEPT:
                self._state = replace(self._state, skipped=True, foreign=True)
                return end
        if word in SKIPPED:
            self._state = replace(self._state, skipped=True, foreign=True, fonts=word == "fonttbl")
        elif word in SIGNS:
            self._put(SIGNS[word])
        else:
            self._format(word, value)
        return end

    def _format(self, word: str, value: int | None) -> None:
        """A word that changes how what follows is read."""
        state = self._state
        if word == "v":
            self._state = replace(state, hidden=value != 0)
        elif word in ("deleted", "mvf"):  # moved away
            self._state = replace(state, deleted=value != 0)
        elif word in TARGETS:
            self._state = replace(state, target=TARGETS[word])
        elif word in ("listtext", "pntext"):
            self._put(LABEL_BEGINS)
            self._state = replace(state, label=True)
        elif word in ("upr", "ud"):  # the same text in two ways: the second is in Unicode
            self._state = replace(state, skipped=word == "upr" or state.foreign)
        elif word == "plain":
            self._state = replace(state, hidden=False, deleted=False)
        elif word == "uc":
            self._state = replace(state, after_unicode=max(value or 0, 0))
        else:
            self._code_page(word, value)

    def _code_page(self, word: str, value: int | None) -> None:
        match word:
            case "ansicpg" if value is not None:
                self._page = PAGES.get(value, f"cp{value}") if _is_codec(value) else self._page
            case "mac":
                self._page = "mac_roman"
            case "deff":
                self._default_font = value or 0
            case "f" if value is not None:
                self._font = value
                if not self._state.fonts:
                    self._state = replace(self._state, page=self._fonts.get(value, ""))
            case "fcharset" if self._state.fonts and value is not None:
                self._fonts[self._font] = CHARSET_PAGES.get(value, "")

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._star = True
            return
        if self._to_skip:
            self._to_skip -= 1
            return
        sign = {b"~": "\xa0", b"_": "-", b"-": "", b"\n": "\n", b"\r": "\n", b"\t": "\t"}.get(
            symbol
        )
        if sign is None and symbol in (b"\\", b"{", b"}"):
            sign = symbol.decode("ascii")
        if sign:
            self._drain()
            self._put(sign)

    def _byte(self, byte: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif self._shows(self._state):
            self._bytes += byte

    def _plain(self, plain: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(plain))
            self._to_skip -= skipped
            plain = plain[skipped:]
        if self._shows(self._state):
            self._bytes += plain

    def _unicode(self, value: int) -> None:
        self._drain()
        self._star = False
        code = value % 0x10000 if value < 0 else value
        self._put(
            "\v" if code in BREAKS else chr(code) if 31 < code < 0x110000 or code == 9 else ""
        )
        self._to_skip = self._state.after_unicode

    def _shows(self, state: State) -> bool:
        return not (state.skipped or state.hidden or state.deleted)

    def _put(self, text: str, state: State | None = None) -> None:
        state = state or self._state
        if not self._shows(state):
            return
        self._out[state.target].append(text)
        if text == "\n" and state.target == "body":  # boxes follow the paragraph they hang on
            self._out["body"] += self._out["box"]
            self._out["box"].clear()

    def _drain(self) -> None:
        """Turn the bytes gathered into characters of the font's code page."""
        if not self._bytes:
            return
        raw = bytes(self._bytes)
        self._bytes.clear()
        default = self._fonts.get(self._default_font, "") or self._page
        self._put(_decoded(raw, self._state.page, self._page, default))


def _decoded(raw: bytes, font_page: str, page: str, default: str) -> str:
    """Bytes in the font's code page, or in the document's where they do not fit the font's."""
    if font_page == SYMBOL_FONT:
        return "".join(chr(0xF000 + byte) for byte in raw)
    if raw.isascii():
        return raw.decode("ascii")
    candidates = [name for name in (font_page, page, default, "gb18030") if name]
    if font_page == "cp1252" and page == "gb18030":  # WordPad writes Chinese in Western fonts
        candidates.append(candidates.pop(0))
    for name in candidates:
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("gb18030", "replace")


def _is_codec(page: int) -> bool:
    if page in PAGES:
        return True
    try:
        codecs.lookup(f"cp{page}")
    except LookupError:
        return False
    return True


def _joined_surrogates(text: str) -> str:
    """Characters beyond U+FFFF, which rich text writes as two halves; lone halves are lost."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    *rows, after = text.split(ROW_ENDS)
    for row in rows:
        first, *others = row.split(CELL_ENDS)
        before, _, cell = first.rpartition(ROW_BEGINS)
        lines += _paragraphs(before)
        lines += row_lines([_cell(part) for part in (cell, *others[:-1])])
    return lines + _paragraphs(after)


def _cell(text: str) -> list[Line]:
    """A cell's lines; of a column numbered automatically, the number alone."""
    lines = _paragraphs(text)
    label = None if lines else LABEL.search(text)
    number = "".join(label[1].split()) if label else ""
    return [Line(number, None, number)] if any(map(str.isalnum, number)) else lines


def _paragraphs(text: str) -> list[Line]:
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph)]


def _paragraph(text: str) -> list[Line]:
    label = LABEL.search(text)
    number = "".join(label[1].split()) if label else ""
    if len(number) == 1 and (number == "·" or SYMBOL <= number <= SYMBOL_END):
        number = bullet(number)
    shown = MARKS.sub("", LABEL.sub("", text)).replace("\v", "\n")
    return paragraph_lines(SYMBOL_SIGNS.sub(_sign, shown), label=number)


def _sign(found: re.Match[str]) -> str:
    return SYMBOLS.get(ord(found[0]) - 0xF000, "")
