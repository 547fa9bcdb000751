"""版头: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人 and the red rule (7.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawdraft.export.arrange import empty
from lawdraft.export.blocks import CELL_MARGIN, RED, Block, BottomRule, Grid, Piece, twips
from lawdraft.export.measure import em_width

if TYPE_CHECKING:
    from lawdraft.export.blocks import Placed, Style
    from lawdraft.export.options import Options
    from lawdraft.export.preset import Preset

WORD = "文件"
LINES_ABOVE = 3  # 份号, 密级, 紧急程度: a line each, empty or not
LINES_BELOW = 2  # empty lines below the mark, and below the red rule
LARGEST_JOINT = 36.0
SMALLEST_MARK = 16.0  # the longest names; the standard leaves the size free (7.2.4)


@dataclass(frozen=True, slots=True)
class Mark:
    """The names in red and whether 文件 follows them."""

    names: tuple[str, ...]
    word: bool
    scale: float = 1.0  # smaller where page 1 would show no text


def red_head_items(
    mark: Mark, options: Options, style: Style, preset: Preset, area: int
) -> list[Placed]:
    """Everything above the title, the two empty lines below the red rule included."""
    items: list[Placed] = [(block, 0) for block in _corner(options, style)]
    items.extend(_mark(mark, style, preset, area))
    further = max(0, (len(options.signers) - 1) // 2)  # rows of 签发人 above the number's
    items.extend([(empty(style), 0)] * max(1, LINES_BELOW - further))
    items.extend(_number(options, style, preset, area))
    items.extend([(empty(style), 0)] * LINES_BELOW)
    return items


def _corner(options: Options, style: Style) -> list[Block]:
    """份号, 密级, 紧急程度 flush left from the first line down; what is missing leaves no hole."""
    wanted = (
        Piece(options.copy_number, "fang"),
        Piece(options.secrecy, "hei"),
        Piece(options.urgency, "hei"),
    )
    rows = [piece for piece in wanted if piece.text]
    blocks = [
        replace(empty(style), pieces=(row,), style="HeadCorner")
        for row in rows  # 7.2.1–7.2.3
    ]
    return blocks + [empty(style)] * (LINES_ABOVE - len(blocks))


def _mark(mark: Mark, style: Style, preset: Preset, area: int) -> list[Placed]:
    drop = twips(preset.number("head.mark_mm")) - LINES_ABOVE * style.line
    largest = preset.number("head.mark_size_pt") * mark.scale
    if len(mark.names) > 1:
        return _joint_mark(mark, area, drop, largest)
    text = mark.names[0] + (WORD if mark.word else "")
    size = _size(em_width(text), area, largest)
    return [(_mark_block(text, size, drop), 0)]


def _size(characters: float, area: int, largest: float) -> float:
    """As large as the type area allows."""
    return max(SMALLEST_MARK, min(largest, float(int(area / 20 / characters))))


def _mark_block(text: str, size: float, drop: int) -> Block:
    """The mark's line; `before` brings the ink's top to its place below the type area's top."""
    line = round(size * 20)
    return Block(
        pieces=(Piece(text, "title", colour=RED),),
        style="IssuerMark",
        size=size,
        line=line,
        spacing=0,
        align="center",
        before=max(drop, 0),
    )


def _joint_mark(mark: Mark, area: int, drop: int, largest: float) -> list[Placed]:
    """Issuers one below the other, all equally wide; 文件 at their right, in the middle (7.2.4)."""
    widest = max(em_width(name) for name in mark.names)
    word = em_width(WORD) + 0.5 if mark.word else 0.0
    margins = 8 * CELL_MARGIN  # of both cells, and a little more
    size = _size(widest + word + 1.0, area - margins, min(largest, LARGEST_JOINT * mark.scale))
    most = max(_spread(name, widest, size) for name in mark.names)  # behind the last character too
    names_width = round(widest * size * 20) + most + 4 * CELL_MARGIN
    word_width = round(word * size * 20) + 2 * CELL_MARGIN
    line = round(size * 1.25 * 20)
    rows = tuple(
        _joint_row(name, number, widest, size, line, mark.word)
        for number, name in enumerate(mark.names)
    )
    widths = (names_width, word_width) if mark.word else (names_width,)
    spans = tuple((row, 1) for row in range(1, len(rows))) if mark.word else ()
    grid = Grid(rows, widths, line_width=0, head_rows=0, heights=(line,) * len(rows), spans=spans)
    above = Block(size=2, line=max(drop - round(size * 0.14 * 20), 20), spacing=0, align="left")
    return [(above, 0), (grid, 0)]


def _spread(name: str, widest: float, size: float) -> int:
    """Twips between the characters of a shorter name."""
    return int((widest - em_width(name)) * size * 20 / max(len(name) - 1, 1))


def _joint_row(
    name: str,
    number: int,
    widest: float,
    size: float,
    line: int,
    word: bool,  # noqa: FBT001
) -> tuple[Block, ...]:
    """One issuer; a shorter name is spread to the width of the widest."""
    cell = Block(
        pieces=(Piece(name, "title", colour=RED),),
        style="IssuerMark",
        size=size,
        line=line,
        spacing=_spread(name, widest, size),
        align="left",
    )
    if not word:
        return (cell,)
    text = WORD if number == 0 else ""
    beside = replace(cell, pieces=(Piece(text, "title", colour=RED),), spacing=0, align="right")
    return cell, beside


def _number(options: Options, style: Style, preset: Preset, area: int) -> list[Placed]:
    """发文字号 centred; with 签发人 one character in at the left, they at the right (7.2.5, 7.2.6)."""
    rule = BottomRule(preset.number("head.rule_pt"), _space(preset), RED)
    if not options.signers:
        block = replace(
            empty(style), pieces=_text(options.number), style="DocumentNumber", align="center"
        )
        return [(replace(block, rule=rule), 0)]
    rows = [options.signers[i : i + 2] for i in range(0, len(options.signers), 2)]
    width = em_width("\u3000".join(rows[0]))
    blocks = [
        _signer_row(
            row,
            options.number if row == rows[-1] else "",
            style,
            area,
            width,
            first=row == rows[0],
        )
        for row in rows
    ]
    # Their indents would shorten the rule: it stands under a hair's line of its own.
    thin = Block(size=2, line=20, spacing=0, align="left", rule=replace(rule, space=rule.space - 1))
    return [(block, 0) for block in (*blocks, thin)]


def _signer_row(
    names: tuple[str, ...], number: str, style: Style, area: int, width: float, *, first: bool
) -> Block:
    """Names of a row in 楷体; 签发人： stands before the first row's only."""
    label = "签发人：" if first else "\u3000" * 4
    shown = "\u3000".join(names)
    fill = "\u3000" * round(max(0.0, width - em_width(shown)))  # names stand below each other
    return replace(
        empty(style),
        pieces=(*_text(number), Piece("\t"), Piece(label), Piece(shown + fill, "kai")),
        style="DocumentNumber",
        left=style.character,
        right=style.character,
        stop=area - style.character,
    )


def _text(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()


def _space(preset: Preset) -> float:
    """Points from the number's line down to the rule, so that it is 4 mm below the characters.

    Of an exact 28.95 pt line with 16 pt characters, some 3.5 pt stay free below them.
    """
    below = preset.number("text.line_pt") * 0.2 - preset.number("text.size_pt") * 0.141
    return max(0.0, round(preset.number("head.rule_mm") * 72 / 25.4 - below))
