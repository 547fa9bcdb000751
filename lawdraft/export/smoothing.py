"""Paragraphs with a badly broken line are set a hair closer or wider (GB/T 15834, 5.2.3).

The whole paragraph where that helps; else the lines before and at the bad one alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from lawdraft.export.blocks import Block
from lawdraft.export.breaking import break_block, flawed_lines, hangs_by_half
from lawdraft.export.measure import BOTH_KINDS, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawdraft.export.blocks import Item, Piece, Plan
    from lawdraft.export.measure import Widths

HAIRS = (-1, -2, -3, 1, -4, -5, 2, -6, 3, 4, -7, 5, -8, 6, -9, 7, -10, 8)  # twips
FOR_LINES = (-4, -8, 6, -12, 12, -16)  # twips, for a line or two of a paragraph
ROUNDS = 4  # bad lines of one paragraph that are mended one by one
BAD_LINE, HALF_OUT = 3, 1  # —|—, a line of 25 characters; a mark half outside


def smooth(plan: Plan) -> Plan:
    """The plan with each flawed paragraph set so that the least is wrong with its lines."""
    area = plan.geometry.area_width
    return replace(plan, items=tuple((_smooth(item, area), at) for item, at in plan.items))


def _smooth(item: Item, area: int) -> Item:
    return mended(item, area) if isinstance(item, Block) and item.style == "BodyText" else item


@lru_cache(maxsize=4096)
def mended(item: Block, area: int) -> Block:
    """The paragraph with the smallest change of spacing that leaves the least wrong."""
    flaws = _flaws(item, area)
    if not flaws:
        return item
    whole, left = _least_flawed((_spaced(item, step) for step in HAIRS), area, item, flaws)
    if not left:
        return whole
    lined, rest = _line_by_line(item, area, flaws)
    return lined if rest < left else whole


def _spaced(block: Block, step: int) -> Block:
    return replace(block, spacing=block.spacing + step)


def _least_flawed(others: Iterator[Block], area: int, best: Block, least: int) -> tuple[Block, int]:
    """The first of the least flawed, and how bad it is."""
    for other in others:
        flaws = _flaws(other, area, least)
        if flaws < least:
            best, least = other, flaws
        if not least:
            break
    return best, least


def _line_by_line(block: Block, area: int, flaws: int) -> tuple[Block, int]:
    """The bad lines mended from the first down, each by its own characters or those above it."""
    for _ in range(ROUNDS):
        better, left = _least_flawed(_with_lines_apart(block, area), area, block, flaws)
        if left == flaws:
            break
        block, flaws = better, left
        if not flaws:
            break
    return block, flaws


def _with_lines_apart(block: Block, area: int) -> Iterator[Block]:
    """The block with the first bad line's characters, or those from the line above on, changed."""
    for widths in BOTH_KINDS:
        bad = flawed_lines(block, area, widths)
        if bad:
            ends = _line_ends(block, area, widths)
            at = bad[0]
            begin, end = [0, *ends][at], _with_next_word(block.text, ends[at])
            above = [0, *ends][max(at - 1, 0)]
            for step in FOR_LINES:
                for since in dict.fromkeys((begin, above)):
                    yield apart(block, since, end, step)
            return


def _with_next_word(text: str, end: int) -> int:
    """The end of the Latin word or number that begins there: it must come closer to fit."""
    while end < len(text) and is_latin(text[end]) and not text[end].isspace():
        end += 1
    return end


def _line_ends(block: Block, area: int, widths: Widths | None) -> list[int]:
    """Where each line ends, counted in the block's characters, blanks lost at ends included."""
    ends, place, text = [], 0, block.text
    for line in break_block(block, area, widths):
        place += sum(len(run.text) for run in line.runs)
        while place < len(text) and text[place].isspace():
            place += 1
        ends.append(place)
    return ends


def apart(block: Block, begin: int, end: int, step: int) -> Block:
    """The block with the characters [begin, end) so much further apart."""
    made: list[Piece] = []
    place = 0
    for piece in block.pieces:
        cuts = sorted({0, len(piece.text)} | {c - place for c in (begin, end)})
        for a, b in pairwise(cuts):
            if 0 <= a < b <= len(piece.text):
                start = piece.start + a if piece.start >= 0 else -1
                more = step if begin <= place + a < end else 0
                text = piece.text[a:b]
                made.append(replace(piece, text=text, start=start, tight=piece.tight + more))
        place += len(piece.text)
    return replace(block, pieces=tuple(made))


def _flaws(block: Block, area: int, enough: int = 10**6) -> int:
    """How bad a paragraph's lines are in fonts of both kinds; counted up to `enough`."""
    bad = 0
    for widths in BOTH_KINDS:
        bad += BAD_LINE * len(flawed_lines(block, area, widths))
        bad += HALF_OUT * hangs_by_half(block, area, widths)
        if bad >= enough:
            break
    return bad
