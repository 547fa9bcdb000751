"""Breaks one block into lines: 避头尾, hanging punctuation, words of Latin letters kept whole.

Follows what Word, WPS and LibreOffice do alike with the settings the exporter writes: no
compression of punctuation, marks hung in the margin one at a time, characters at exact widths.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lawdraft.export.measure import GAP, HALF, has_gap, is_wide
from lawdraft.model.pages import Run

if TYPE_CHECKING:
    from lawdraft.export.blocks import Block
    from lawdraft.export.measure import Widths
    from lawdraft.model.pages import FontRole

NOT_FIRST = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—"
)
NOT_LAST = "$(<[{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
HANGING = "!,.:;?、。！，．：；？"
_NOT_FIRST, _NOT_LAST, _HANGING = frozenset(NOT_FIRST), frozenset(NOT_LAST), frozenset(HANGING)


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
    font: FontRole
    bold: bool
    colour: str
    start: int


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
    spacing, size = block.spacing / 20, block.size
    glyphs: list[_Glyph] = []
    before = ""
    for piece in block.pieces:
        table = widths.faces.get(piece.font, {}) if widths else {}
        for index, c in enumerate(piece.text):
            em = 1.0 if is_wide(c) else table.get(c, HALF)
            gap = GAP * size if before and has_gap(before, c) else 0.0
            start = piece.start + index if piece.start >= 0 else -1
            glyphs.append(
                _Glyph(c, em * size + spacing, gap, piece.font, piece.bold, piece.colour, start)
            )
            before = c
    return glyphs


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
        end = _fit(glyphs, place, width)
        last = end >= len(glyphs)
        lines.append(_line(block, glyphs[place:end], indent / 20, width, last=last))
        place = end
        if last:
            return lines


def _fit(glyphs: list[_Glyph], place: int, width: float) -> int:
    """Where the line that begins at `place` ends."""
    cut, used = place, 0.0
    while cut < len(glyphs):
        used += glyphs[cut].width + (glyphs[cut].gap if cut > place else 0.0)
        if used > width + 0.01:
            break
        cut += 1
    if cut >= len(glyphs):
        return cut
    return max(_break_before(glyphs, place, cut), place + 1)


def _break_before(glyphs: list[_Glyph], place: int, cut: int) -> int:
    """The last allowed break at or before glyph `cut`, the first that does not fit."""
    if glyphs[cut].text.isspace():
        return _after_blanks(glyphs, cut)
    if _hangs(glyphs, cut):
        return cut + 1
    at = cut
    while at > place and not _may_break(glyphs, at):
        at -= 1
    return at if at > place else cut


def _hangs(glyphs: list[_Glyph], cut: int) -> bool:
    """Whether the mark that does not fit may stand outside the type area."""
    mark = glyphs[cut].text
    return (
        mark in _HANGING
        and is_wide(mark)
        and (cut + 1 >= len(glyphs) or _may_break(glyphs, cut + 1))
    )


def _after_blanks(glyphs: list[_Glyph], cut: int) -> int:
    while cut < len(glyphs) and glyphs[cut].text.isspace():
        cut += 1
    return cut


def _may_break(glyphs: list[_Glyph], at: int) -> bool:
    before, after = glyphs[at - 1].text, glyphs[at].text
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return is_wide(before) or is_wide(after) or before.isspace()


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
    if printed and printed[-1].text in _HANGING and missing < 0:
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
        and is_wide(a.text) == is_wide(b.text)
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
            spacing=block.spacing / 20 + extra,
            start=first.start - start if first.start >= 0 else -1,
            colour="#" + first.colour,
            bold=first.bold,
        )
    )
    return x + width
