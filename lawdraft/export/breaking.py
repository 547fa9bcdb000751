"""Breaks one block into lines: 避头尾, hanging punctuation, words of Latin letters kept whole.

Follows what Word, WPS and LibreOffice do alike with the settings the exporter writes: no
compression of punctuation, marks hung in the margin one at a time, characters at exact widths.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.export.measure import FOLLOWERS, GAP, HALF, has_gap, is_latin, is_wide
from lawdraft.model.pages import Run

if TYPE_CHECKING:
    from lawdraft.export.blocks import Block, Piece
    from lawdraft.export.measure import Widths
    from lawdraft.model.pages import FontRole

NOT_FIRST = frozenset(
    "!%),.:;>?]}¢¨°ˇˉ―‖’”‰′″›℃∶、。〃〉》」』】〕〗〞﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
NOT_LAST = frozenset("$(<[{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
HANGING = frozenset("，。、；：！？")
STICKS_TO_LATIN = frozenset("”’）》】〕〉」』〗")  # no break between one of them and a number
OPENING_QUOTES = frozenset("“‘")
PRIMES = frozenset("′″")  # 45′12″ is one word
COMMAS = frozenset("，。、")
BLANK_SIGN = "×"
MOST_SHORT = 2.4  # characters a full line may be short of the usual 28
HAIR = 0.5  # points that nobody sees
LEEWAY = 0.02  # points by which LibreOffice fills a line over
PAIRED = frozenset("—…")  # —— and …… are one mark each


@dataclass(frozen=True, slots=True)
class Broken:
    """One line of a block; run positions count from the type area's left, starts from the block."""

    runs: tuple[Run, ...]
    start: int  # of its first printed character in the report, from the block's start; -1: none
    end: int


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    width: float
    gap: float  # before it
    edge: bool  # whether it begins a stretch of one script and face
    font: FontRole
    bold: bool
    colour: str
    start: int
    latin: bool  # set with the Latin letters; a dash behind one goes along
    spacing: float = 0.0  # behind it, points


@lru_cache(maxsize=8192)
def break_block(block: Block, room: int, widths: Widths | None = None) -> tuple[Broken, ...]:
    """The lines of a block in a type area `room` twips wide; an empty block is one empty line."""
    glyphs = _glyphs(block, widths)
    lines: list[Broken] = []
    for stretch in _stretches(glyphs):
        lines.extend(_lines(block, stretch, room, first=not lines))
    return tuple(lines)


def count_lines(block: Block, room: int, widths: Widths | None = None) -> int:
    """How many lines a block takes."""
    return len(break_block(block, room, widths))


def _glyphs(block: Block, widths: Widths | None) -> list[_Glyph]:
    size = block.size
    glyphs: list[_Glyph] = []
    before: _Glyph | None = None
    for piece in block.pieces:
        table = widths.faces.get(piece.font, {}) if widths else {}
        spacing = (block.spacing + piece.tight) / 20
        for index, c in enumerate(piece.text):
            em = table.get(c) or (1.0 if is_wide(c) else HALF)
            latin = is_latin(c) or (c in FOLLOWERS and before is not None and before.latin)
            edge = before is not None and _is_edge(before, piece, latin=latin)
            apart = before is not None and (edge or before.spacing != spacing)
            # The last character of a stretch is not condensed.
            gap = -before.spacing if before is not None and apart else 0.0
            gap += GAP * size if before and has_gap(before.text, c) else 0.0
            start = piece.start + index if piece.start >= 0 else -1
            before = _Glyph(
                c,
                em * size + spacing,
                gap,
                edge,
                piece.font,
                piece.bold,
                piece.colour,
                start,
                latin,
                spacing,
            )
            glyphs.append(before)
    return glyphs


def _is_edge(before: _Glyph, piece: Piece, *, latin: bool) -> bool:
    """Whether a new stretch of one script and one face begins here."""
    return before.latin != latin or before.font != piece.font or before.bold != piece.bold


def _stretches(glyphs: list[_Glyph]) -> list[list[_Glyph]]:
    """Glyphs between forced line breaks."""
    stretches: list[list[_Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.text == "\n":
            stretches.append([])
        else:
            stretches[-1].append(glyph)
    return stretches


def _lines(block: Block, glyphs: list[_Glyph], room: int, *, first: bool) -> list[Broken]:
    lines: list[Broken] = []
    place = 0
    while True:
        indent = block.left + (block.first if first and not lines else 0)
        width = (room - indent - block.right) / 20
        free = width + min(block.spacing, 0) / 20  # the last character of a line is not condensed
        end = _fit(glyphs, place, free, hanging=block.align == "both")
        last = end >= len(glyphs)
        lines.append(_line(block, glyphs[place:end], indent / 20, width, last=last))
        place = end
        if last:
            return lines


def _fit(glyphs: list[_Glyph], place: int, width: float, *, hanging: bool) -> int:
    """Where the line that begins at `place` ends."""
    cut, used = place, 0.0
    while cut < len(glyphs):
        used += glyphs[cut].width + (glyphs[cut].gap if cut > place else 0.0)
        if used > width + LEEWAY:
            break
        cut += 1
    if cut >= len(glyphs):
        return cut
    return max(_break_before(glyphs, place, cut, hanging=hanging), place + 1)


def _break_before(glyphs: list[_Glyph], place: int, cut: int, *, hanging: bool) -> int:
    """The last allowed break at or before glyph `cut`, the first that does not fit."""
    if glyphs[cut].text.isspace():
        return _after_blanks(glyphs, cut, hanging=hanging)
    if hanging and _hangs(glyphs, place, cut):
        return cut + 1
    at = cut
    if glyphs[cut - 1].text == "/" and _parts_address(glyphs, cut):
        at -= 1  # LibreOffice: not right at the edge
    while at > place and not (_may_break(glyphs, at) and (hanging or not _holds(glyphs, at))):
        at -= 1
    return at if at > place else cut


def _hangs(glyphs: list[_Glyph], place: int, cut: int) -> bool:
    """Whether the mark that does not fit may stand outside the type area.

    LibreOffice hangs a mark only behind characters of its kind, and where the stretch of such
    characters before it could begin a line: not behind the bracket of 2024）。
    """
    mark = glyphs[cut].text
    return (
        mark in HANGING
        and is_wide(mark)
        and not glyphs[cut].edge
        and not (cut - 1 > place and glyphs[cut - 1].edge and _leans(glyphs[cut - 1].text))
        and (cut + 1 >= len(glyphs) or _may_break(glyphs, cut + 1))
    )


def _holds(glyphs: list[_Glyph], at: int) -> bool:
    """Whether a mark keeps the number behind it; it does where marks do not hang, as in cells."""
    return glyphs[at - 1].text in HANGING and is_latin(glyphs[at].text)


def _leans(character: str) -> bool:
    """Whether a character belongs to what stands before it: ） ％ ㎡."""
    return character in NOT_FIRST or unicodedata.category(character) == "So"


def _after_blanks(glyphs: list[_Glyph], cut: int, *, hanging: bool) -> int:
    """Behind blanks that vanish at a line's end, and a stray mark behind them."""
    while cut < len(glyphs) and glyphs[cut].text.isspace():
        cut += 1
    if hanging and cut < len(glyphs) and glyphs[cut].text in HANGING:
        return cut + 1
    return cut


def _may_break(glyphs: list[_Glyph], at: int) -> bool:
    before, after = glyphs[at - 1].text, glyphs[at].text
    if before == BLANK_SIGN and (after in "%×" or is_latin(after)):
        return True  # a blank still to be filled: LibreOffice parts ×× and ××%
    if before == "—" == after and at > 1 and is_latin(_before_dashes(glyphs, at)):
        return False  # 98.76%—— stays whole; between Chinese characters flawed_lines sees to it
    if after == "～" and is_latin(before):
        return True  # 50～60%: LibreOffice begins a line with it
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    if is_latin(before) or (before in PRIMES and glyphs[at - 1].latin):
        if before.isspace() or before == "-" or _parts_address(glyphs, at):
            return True
        with_letter = before.isalpha() and after in NOT_LAST
        return not (is_latin(after) or after in OPENING_QUOTES or with_letter)
    return not (is_latin(after) and _sticks(glyphs, at))


def _before_dashes(glyphs: list[_Glyph], at: int) -> str:
    while at > 1 and glyphs[at - 1].text == "—":
        at -= 1
    return glyphs[at - 1].text


def _parts_address(glyphs: list[_Glyph], at: int) -> bool:
    """Whether a long address may break here: behind / and ?, but not in // and 2025/11."""
    before, after = glyphs[at - 1].text, glyphs[at].text
    if before == "?" or before == "!":
        return is_latin(after)
    if before != "/" or after == "/" or not is_latin(after):
        return False
    return not (after.isdigit() and at > 1 and glyphs[at - 2].text.isdigit())


def _sticks(glyphs: list[_Glyph], at: int) -> bool:
    """Whether the mark before a number keeps it: ”3, and the comma of 98.5，3."""
    mark = glyphs[at - 1].text
    if mark in STICKS_TO_LATIN:
        return True
    return mark in COMMAS and at > 1 and is_latin(glyphs[at - 2].text)


def flawed_lines(block: Block, room: int, widths: Widths | None = None) -> tuple[int, ...]:
    """Numbers of badly broken lines: torn from the next, begun by a mark, or left short."""
    lines = break_block(block, room, widths)
    least = round(room / (block.size * 20)) - MOST_SHORT
    indent = block.first / (block.size * 20 + block.spacing)
    return tuple(
        number
        for number, (line, below) in enumerate(pairwise(lines))
        if _first(below) in NOT_FIRST
        or (_last(line) in PAIRED and _last(line) == _first(below))
        or _is_short(line, least - (0 if number else indent))
    )


def _is_short(line: Broken, least: float) -> bool:
    """Whether a line of full-width characters has fewer than that, by 避头尾 or a long word."""
    text = "".join(run.text for run in line.runs)
    return len(text) < least and all(is_wide(c) for c in text)


def hangs_by_half(block: Block, room: int, widths: Widths | None = None) -> bool:
    """Whether the mark at the paragraph's end stands partly outside, which looks like a slip."""
    last = break_block(block, room, widths)[-1].runs
    over = last[-1].x + last[-1].width - (room - block.right) / 20 if last else 0.0
    return HAIR < over < block.size * 0.3


def _last(line: Broken) -> str:
    return line.runs[-1].text[-1:] if line.runs else ""


def _first(line: Broken) -> str:
    return line.runs[0].text[:1] if line.runs else ""


def _line(block: Block, glyphs: list[_Glyph], indent: float, width: float, *, last: bool) -> Broken:
    printed = list(glyphs)
    while printed and printed[-1].text.isspace() and not last:
        printed.pop()
    natural = sum(g.width for g in printed) + sum(g.gap for g in printed[1:])
    x, extra = indent, 0.0
    if block.stop and any(g.text == "\t" for g in printed):
        return _tabbed(block, printed, indent)
    if block.align == "center":
        x = indent + (width - natural) / 2
    elif block.align == "right":
        x = indent + width - natural
    elif block.align == "both" and not last:
        extra = _stretch(printed, width - natural)
    return _broken(block, printed, x, extra)


def _stretch(printed: list[_Glyph], missing: float) -> float:
    """What justification adds after each character; a hung mark does not count."""
    count = len(printed) - 1
    if printed and printed[-1].text in HANGING and missing < 0:
        missing, count = missing + printed[-1].width, count - 1
    return missing / count if count > 0 else 0.0


def _tabbed(block: Block, printed: list[_Glyph], indent: float) -> Broken:
    """Text before a tab at the left, text after it flush with the right stop."""
    at = next(i for i, g in enumerate(printed) if g.text == "\t")
    left = _broken(block, printed[:at], indent, 0.0)
    after = printed[at + 1 :]
    natural = sum(g.width for g in after) + sum(g.gap for g in after[1:])
    right = _broken(block, after, block.stop / 20 - natural, 0.0)
    return Broken((*left.runs, *right.runs), left.start, max(left.end, right.end))


def _broken(block: Block, printed: list[_Glyph], x: float, extra: float) -> Broken:
    starts = [g.start for g in printed if g.start >= 0]
    start = starts[0] if starts else -1
    runs: list[Run] = []
    group: list[_Glyph] = []
    for glyph in printed:
        if group and not _same_run(group[-1], glyph):
            x = _close(block, group, x, extra, start, runs)
            x += glyph.gap
            group = []
        group.append(glyph)
    if group:
        _close(block, group, x, extra, start, runs)
    return Broken(tuple(runs), start, starts[-1] + 1 if starts else -1)


def _same_run(a: _Glyph, b: _Glyph) -> bool:
    return (
        not b.gap
        and a.font == b.font
        and a.bold == b.bold
        and a.colour == b.colour
        and a.spacing == b.spacing
        and is_latin(a.text) == is_latin(b.text)
        and (b.start == a.start + 1 if a.start >= 0 else b.start < 0)
    )


def _close(
    block: Block, group: list[_Glyph], x: float, extra: float, start: int, runs: list[Run]
) -> float:
    first = group[0]
    width = sum(g.width for g in group) + extra * len(group)
    runs.append(
        Run(
            text="".join(g.text for g in group),
            x=x,
            width=width,
            size=block.size,
            font=first.font,
            spacing=first.spacing + extra,
            start=first.start - start if first.start >= 0 else -1,
            colour="#" + first.colour,
            bold=first.bold,
        )
    )
    return x + width
